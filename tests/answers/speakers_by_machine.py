"""Messages made by machine that put a statement's words in somebody's mouth: its speaker's, or another's."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Speaker, Statement
from bot.model.speech_acts import Act
from tests.answers.quotes_by_machine import Quoted, content_of

FRAMES = (
    "{who} said “{words}”.",
    "According to {who}, “{words}”.",
    "“{words},” said {who}.",
    "“{words}”, {who} stressed at the meeting.",
    "In response, {who} also noted “{words}” yesterday",
    "The release says that {who} noted “{words}”",
    "Is it true that {who} stated “{words}”?",
    "{topic}“{words}”라고 말했다",
    "{topic}회의에서 “{words}”라고 강조했다",
    "{who}에 따르면 “{words}”",
)
NOBODY = (
    "The release says “{words}”.",
    "According to the release of that day, “{words}”.",
    "My colleague said “{words}” stands in it",
    "It was said “{words}”",
    "Please check: “{words}”",
    "보도자료는 “{words}”라고 했다",
    "“{words}” 이 문장이 맞나요?",
)
UNKNOWN = ("President Zork", "the Zorkian Minister of Trade", "a spokesperson for {party}", "{party}'s President")


def in_the_right_mouth(reading: Reading) -> Iterator[Quoted]:
    """A statement's words beside its speaker by name, office or party, and beside nobody."""
    for statement, words in _said(reading):
        for frame in NOBODY:
            yield Quoted("nobody's mouth", frame.format(words=words), release=reading.release.id)
        for who in _names_of_speaker(reading, statement):
            yield from _messages("the right mouth", who, words, reading)


def in_anothers_mouth(reading: Reading) -> Iterator[Quoted]:
    """A statement's words beside a party, an office or a person that did not say them, known to the release or not."""
    for statement, words in _said(reading):
        party = reading.vocabulary.parties[statement.sides[0]].name.en
        others = [unknown.format(party=party) for unknown in UNKNOWN]
        others += [p.name.en for p in reading.vocabulary.parties.values() if p.id not in statement.sides][:3]
        people = {label.person for label in _labels(reading, statement)}
        for participant in reading.release.participants:
            joint = statement.joint and participant.side in statement.sides
            too = participant.person in _people_saying(reading, words)
            if participant.person and participant.person not in people and not joint and not too:
                others.append(reading.vocabulary.people[participant.person].name)
        for who in others:
            yield from _messages("another's mouth", who, words, reading)


def _messages(kind: str, who: str, words: str, reading: Reading) -> Iterator[Quoted]:
    topic = f"{who}{'은' if (ord(who[-1]) - ord('가')) % 28 and who[-1] >= '가' else '는'} "
    for frame in FRAMES:
        yield Quoted(kind, frame.format(who=who, topic=topic, words=words), release=reading.release.id)


def _said(reading: Reading) -> Iterator[tuple[Statement, str]]:
    for statement in reading.release.statements:
        words = content_of(reading, statement)
        if words and statement.sides and statement.act is not Act.BACKGROUND:
            yield statement, words


def _people_saying(reading: Reading, words: str) -> set[str | None]:
    """The people in whose statements these very words stand."""
    saying = (one for one in reading.release.statements if words in plain_marks(one.quote))
    return {label.person for one in saying for label in _labels(reading, one)}


def _labels(reading: Reading, statement: Statement) -> list[Speaker]:
    label = (statement.refers_to or statement.speaker or "").casefold()
    return [speaker for speaker in reading.release.speakers if speaker.label.casefold() == label]


def _names_of_speaker(reading: Reading, statement: Statement) -> Iterator[str]:
    labels = _labels(reading, statement)
    yield from (label.label for label in labels)
    people = [label.person for label in labels if label.person]
    yield from (reading.vocabulary.people[person].name for person in people)
    yield from (
        p.office.printed for p in reading.release.participants if p.office and p.person in people and len(people) == 1
    )
    if not statement.joint:
        party = reading.vocabulary.parties[statement.sides[0]]
        yield from (party.name.en, party.name.ko, f"the {party.name.en} delegation", f"{party.name.ko} 측")
