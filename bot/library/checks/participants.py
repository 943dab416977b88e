"""Attended, usually attends, mentioned, absent: each only where the words say so (GENRE 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.office import office_fault
from bot.library.clauses import Found, find_all, find_each, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import Span, locate, plain_marks
from bot.library.reading import Reading, bare_label
from bot.model.release import Participant, Presence, Role
from bot.model.speech_acts import Act
from bot.model.value import JOIN

NAME_WORD = re.compile(r"\w+")
RELATIVE = re.compile(r"\s*,\s*(?:who|which)\b[^,.;]*,")
"""", who is visiting to attend …,": nothing of it is what the one named did in this meeting."""
NEAR_CHARACTERS = 260
PLAN_WORDS_BACK = 3
EXPECTED = ("expected", "scheduled", "planned", "will", "to attend", "invited")


def check_participants(reading: Reading) -> Iterator[Fault]:
    """People and groups whose name, office, side, presence or role the text does not bear out."""
    for i, participant in enumerate(reading.release.participants):
        place: Place = ("participants", i)
        paragraph = reading.paragraph(participant.paragraph)
        spans = reading.spans(participant)
        if paragraph is None or spans is None:
            continue
        yield from _identity_faults(reading, place, participant, paragraph.text)
        if not locate(participant.printed, paragraph.text):
            yield reading.fault((*place, "printed"), f"{participant.printed!r} is not in ¶{participant.paragraph}")
        elif participant.presence is Presence.ATTENDED and paragraph.note:
            if expected := _note_fault(participant, paragraph.text):
                yield reading.fault((*place, "presence"), expected)
        elif participant.presence is Presence.ATTENDED:
            if not _shown_there(reading, participant, paragraph.text, spans):
                yield reading.fault((*place, "presence"), _not_shown(participant))
        elif participant.presence is Presence.ABSENT and not _absence(reading, paragraph.text, spans):
            message = (
                f"nothing in that sentence of ¶{participant.paragraph} says that {participant.printed!r} was absent"
            )
            yield reading.fault((*place, "presence"), message)
        elif participant.presence is Presence.USUAL and not _custom(reading, paragraph.text, spans):
            message = f"nothing in that sentence of ¶{participant.paragraph} speaks of a custom (annual, every year, …)"
            yield reading.fault((*place, "presence"), message)
        yield from _role_faults(reading, place, participant, paragraph.text, spans)


def _identity_faults(reading: Reading, place: Place, who: Participant, text: str) -> Iterator[Fault]:
    vocabulary = reading.vocabulary
    person = vocabulary.people.get(who.person) if who.person else None
    if person:
        names = " ".join((person.name, *person.aliases.en)).casefold()
        if not set(NAME_WORD.findall(who.printed.casefold())) & set(NAME_WORD.findall(names)):
            message = f"{who.person!r} is {person.name}, but {who.printed!r} is printed"
            yield reading.fault((*place, "person"), message)
        if person.party != who.party:
            yield reading.fault(
                (*place, "party"), f"{who.person!r} belongs to {person.party}, not to {who.party or 'nobody'}"
            )
    if who.office and (wrong := office_fault(reading, who, who.office.printed, text)):
        yield reading.fault((*place, "office", "printed"), wrong)
    sides = {side for meeting in reading.release.meetings for side in meeting.sides}
    if who.side is None:
        if who.presence is Presence.ATTENDED:
            yield reading.fault((*place, "side"), f"say on which side it was: {', '.join(sorted(sides))}")
        return
    if who.party is None:
        yield reading.fault((*place, "party"), "say whose it is: the party's id")
        return
    if who.side not in sides:
        yield reading.fault((*place, "side"), f"{who.side!r} is no side of the meeting ({', '.join(sorted(sides))})")
    elif who.party in vocabulary.parties and who.side != who.party:
        day = reading.release.day
        if who.side not in vocabulary.blocs_of(who.party, day):
            yield reading.fault((*place, "side"), f"{who.party!r} was no member of {who.side!r} on {day}")


def _not_shown(who: Participant) -> str:
    return (
        f"¶{who.paragraph} does not say that {who.printed!r} was there "
        "(attended, took part, met, …); is it usual, mentioned or absent?"
    )


def _shown_there(reading: Reading, who: Participant, text: str, spans: tuple[Span, ...]) -> bool:
    """Whether the first verb of taking part after the name, or the last before it, says that they were there."""
    if _speaks(reading, who):
        return True
    grammar = reading.vocabulary.grammar
    plain = plain_marks(text)
    start, end = sentence_around(plain, spans[0].start)
    name = locate(who.printed, plain)
    assert name is not None
    first, last = name[0].start, name[-1].end
    if relative := RELATIVE.match(plain[last:]):
        last += relative.end()
    after = min(_found(grammar.attended, plain, last, min(end, last + NEAR_CHARACTERS)), key=_start, default=None)
    if after and not _is_passive(plain, after) and not _is_denied(reading, plain[last : after.start]):
        return True
    before = max(_found(grammar.attended_by, plain, start, first), key=_start, default=None)
    return (
        before is not None and not _describes(plain, before) and not _is_denied(reading, plain[start : before.start])
    )  # fmt: skip


def _start(found: Found) -> int:
    return found.start


def _found(phrases: tuple[str, ...], text: str, start: int, end: int) -> list[Found]:
    return [found for found in find_each(phrases, text) if start <= found.start and found.end <= end]


def _is_passive(text: str, verb: Found) -> bool:
    """Whether the verb was done to the one named ("was represented by"); "met by video" is not."""
    return text[verb.end :].lstrip().startswith("by ") and not verb.printed.lower().startswith(("met", "spoke", "held"))


def _describes(text: str, verb: Found) -> bool:
    """Whether "attended by" hangs on a noun ("a channel attended by"): a description, no event."""
    words = verb.printed.split()
    if words[-1] != "by" or words[0] in ("was", "were"):
        return False
    return not re.search(r"\b(was|were|been)\s+$", text[: verb.start])


def _is_denied(reading: Reading, before: str) -> bool:
    """Whether the words before a verb make it a plan or say that it did not happen."""
    grammar = reading.vocabulary.grammar
    words = " ".join(before.split()[-PLAN_WORDS_BACK:]).lower()
    planned = any(words == plan or words.endswith(f" {plan}") for plan in grammar.not_yet)
    return planned or bool(find_each(grammar.negations, before) or find_each(grammar.absent, before))


def _note_fault(who: Participant, text: str) -> str | None:
    """A list of participants places those in it, unless it is of those expected."""
    if any(find_all(plan, text) for plan in EXPECTED):
        return f"the note ¶{who.paragraph} lists who was expected, not who was there"
    return None


def _speaks(reading: Reading, who: Participant) -> bool:
    """Whether the one printed is the speaker of a statement in this meeting, by that label or by one of their own."""
    pieces = bare_label(who.printed).split(JOIN)
    for statement in reading.release.statements:
        label = statement.refers_to or statement.speaker or ""
        if statement.act is Act.BACKGROUND or who.side not in statement.sides or not label:
            continue
        speaker = reading.speaker(label)
        by_person = who.person is not None and speaker is not None and speaker.person == who.person
        if by_person or all(piece in bare_label(label) for piece in pieces):
            return True
    return False


def _absence(reading: Reading, text: str, spans: tuple[Span, ...]) -> bool:
    start, end = sentence_around(text, spans[0].start)
    return any(find_all(word, text[start:end]) for word in reading.vocabulary.grammar.absent)


def _custom(reading: Reading, text: str, spans: tuple[Span, ...]) -> bool:
    start, end = sentence_around(text, spans[0].start)
    return any(find_all(word, text[start:end]) for word in reading.vocabulary.grammar.usual)


def _role_faults(
    reading: Reading, place: Place, who: Participant, text: str, spans: tuple[Span, ...]
) -> Iterator[Fault]:
    grammar = reading.vocabulary.grammar
    words = {
        Role.HEAD_OF_DELEGATION: grammar.head_of_delegation,
        Role.CO_CHAIR: grammar.co_chair,
        Role.CHAIR: grammar.chair,
    }
    start, end = sentence_around(text, spans[0].start)
    for j, role in enumerate(who.roles):
        if who.presence is not Presence.ATTENDED:
            yield reading.fault((*place, "roles", j), f"{role.value} needs presence: attended")
        elif not any(find_all(word, text[start:end]) for word in words[role]):
            message = (
                f"the sentence in ¶{who.paragraph} has no words for {role.value} ({', '.join(words[role][:2])}, …)"
            )
            yield reading.fault((*place, "roles", j), message)
