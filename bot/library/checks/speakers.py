"""Each label of the speakers table stands for the sides that its own words name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import find_all
from bot.library.ranks import LOWERING
from bot.library.reading import Reading, bare_label
from bot.library.wording import clip
from bot.library.words import key
from bot.model.release import Speaker
from bot.model.value import PartyId

SOME = re.compile(
    r"(?:a (?:large |small |great )?number|a majority|the majority|a group|most|many|some|several|a few|half|one|two"
    r"|other)(?: other)?(?: of)?\b(?! sides| countries| parties| ministers| delegations)",
    re.IGNORECASE,
)
"""What a label of some of a side begins with."""
FOR_OTHERS = re.compile(r"\b(?:on behalf of|speaking for|spoke for|in the name of|representing)\b", re.IGNORECASE)
"""Says that somebody speaks for more than their own state."""
JOINED = re.compile(r",|\band\b|&", re.IGNORECASE)
OTHER_SIDE = re.compile(r"\b(?:counterpart|host|guest|colleague|interlocutor)s?\b", re.IGNORECASE)
"""In "Minister Kolb and her counterpart" the other of two sides."""


def check_speakers(reading: Reading) -> Iterator[Fault]:
    """Labels that are not in the text, or whose sides do not follow from their words or their person."""
    for i, speaker in enumerate(reading.release.speakers):
        if not any(find_all(speaker.label, paragraph.text) for paragraph in reading.outline.units()):
            message = f"the label {clip(speaker.label, 80)!r} does not stand in the text as printed"
            yield reading.fault(("speakers", i, "label"), message)
        elif speaker.sides and (some := SOME.match(speaker.label)):
            message = f"{some[0]!r} of a side is not the side; leave sides empty"
            yield reading.fault(("speakers", i, "sides"), message)
        elif speaker.sides:
            yield from (reading.fault(("speakers", i, "sides"), fault) for fault in _side_faults(reading, speaker))
        elif whose := _whose(reading, speaker):
            message = f"{speaker.label!r} is {', '.join(sorted(whose))}; give that as sides"
            yield reading.fault(("speakers", i, "sides"), message)
        if speaker.person is None and (meant := _meant_by(reading, speaker.label)):
            message = f"{speaker.label!r} names {', '.join(sorted(meant))} of participants; give the person"
            yield reading.fault(("speakers", i, "person"), message)


def _meant_by(reading: Reading, label: str) -> set[str]:
    """The people of whom a label of one has the surname last, after a title: "Deputy Minister Kim"."""
    words = words_of(label)
    if len(words) < 2 or JOINED.search(label):  # noqa: PLR2004 - a title and a name
        return set()
    return {p.person for p in reading.release.participants if p.person and words[-1] in key(p.printed).split()}


def _whose(reading: Reading, speaker: Speaker) -> set[PartyId]:
    """The side of a label without sides that names one person, or nothing but a party."""
    meant = {speaker.person} if speaker.person else _meant_by(reading, speaker.label)
    placed = {p.party or p.side for p in reading.release.participants if p.side and p.person in meant}
    may_speak = frozenset[str]().union(*(reading.may_speak(meeting) for meeting in reading.release.meetings))
    of_a_party = {word for phrase in reading.vocabulary.grammar.of_a_party.en for word in key(phrase).split()}
    rest = set(words_of(reading.lexicon.without_parties(speaker.label))) - of_a_party
    named = set() if rest else set(reading.parties_in(speaker.label))
    return ({side for side in placed if side} | named) & may_speak


def _side_faults(reading: Reading, speaker: Speaker) -> Iterator[str]:
    sides = set(speaker.sides)
    if len(sides) != len(speaker.sides):
        yield "a side stands twice; keep one"
    may_speak = frozenset[str]().union(*(reading.may_speak(meeting) for meeting in reading.release.meetings))
    if outside := sides - may_speak:
        every = ", ".join(dict.fromkeys(side for meeting in reading.release.meetings for side in meeting.sides))
        yield f"{', '.join(sorted(outside))} is no side of the meeting ({every})"
    elif speaker.person:
        yield from _person_faults(reading, speaker, speaker.person)
    elif means_all(reading, speaker.label):
        if all(sides != set(meeting.sides) for meeting in reading.release.meetings):
            yield f"{speaker.label!r} means all sides of a meeting, not {', '.join(speaker.sides)}"
    else:
        named = _sides_named(reading, speaker.label, may_speak)
        if not named and "participants" not in reading.pruned:
            yield (
                f"the words {speaker.label!r} do not say whose they are; name the `person`, "
                "add the word to the party's aliases, or use the fuller label that the text has elsewhere"
            )
        elif named and named != sides:
            yield f"the words {speaker.label!r} name {', '.join(sorted(named))}, not {', '.join(speaker.sides)}"


def means_all(reading: Reading, label: str) -> bool:
    """Whether a label always means all sides: "the two sides", "the meeting", the meeting's own name."""
    return bare_label(label) in reading.joint_labels


def _person_faults(reading: Reading, speaker: Speaker, person: str) -> Iterator[str]:
    """A person speaks for their own state; for the bloc that it sits with only where the text says on whose behalf."""
    placed = [p for p in reading.release.participants if p.person == person and p.side]
    if not placed:
        if "participants" not in reading.pruned:
            yield f"no participant {person!r} has a side; add it under participants"
        return
    own = {p.party or p.side for p in placed}
    allowed = own | ({p.side for p in placed} if _is_for_others(reading, speaker.label) else set())
    if len(speaker.sides) != 1 or not set(speaker.sides) <= allowed:
        sides = ", ".join(sorted(side for side in allowed if side))
        yield f"{person!r} speaks for {sides}, not for {', '.join(speaker.sides)}"
    yield from _namesake_faults(reading, speaker.label, person)


def _is_for_others(reading: Reading, label: str) -> bool:
    """Whether a paragraph that names a speaker says on whose behalf they speak."""
    named = (p.text for p in reading.outline.units() if find_all(label, p.text))
    return any(FOR_OTHERS.search(text) for text in named)


def _namesake_faults(reading: Reading, label: str, person: str) -> Iterator[str]:
    words = set(key(label).split())
    meant = [p for p in reading.release.participants if p.person and words & set(key(p.printed).split())]
    rank = [word for word in words_of(label) if not any(word in key(p.printed).split() for p in meant)]
    fits = {
        p.person
        for p in reading.release.participants
        if p.person and p.office and rank and key(p.office.printed).split()[: len(rank)] == rank
    }
    fits = fits or {p.person for p in meant if p.person and p.office and rank and _ends_in(p.office.printed, rank)}
    if person not in ({p.person for p in meant} or fits):
        yield f"{label!r} does not name {person!r}"
    if len({p.person for p in meant}) < 2:  # noqa: PLR2004 - a namesake makes two
        return
    whole = {p.person for p in meant if set(key(p.printed).split()) <= words}
    if person not in (whole or fits):
        others = ", ".join(sorted(p.person for p in meant if p.person))
        yield f"{label!r} can be {others}; its rank is not that of {person!r}"


def _sides_named(reading: Reading, label: str, may_speak: frozenset[PartyId]) -> set[PartyId]:
    """The sides that a label's words name: parties, and for "A and B" also persons and offices that are placed."""
    named = set(reading.parties_in(label) & may_speak)
    parts = re.split(r",\s+|\s+and\s+", label)
    for part in parts:
        named |= _side_of_part(reading, key(part).split()) if not reading.parties_in(part) & may_speak else set()
    others = {side for meeting in reading.release.meetings for side in meeting.sides} - named
    if len(parts) > 1 and len(named) == 1 and len(others) == 1 and any(OTHER_SIDE.search(part) for part in parts):
        named |= others
    return named


def _side_of_part(reading: Reading, words: list[str]) -> set[PartyId]:
    """The side of the one person whom a part names, or whose office its words begin."""
    words = [word for word in words if word != "the"]
    placed = [p for p in reading.release.participants if p.side and p.person]
    meant = [p for p in placed if set(words) & set(key(p.printed).split())]
    if len({p.person for p in meant}) != 1:
        among = meant or placed
        rank = [word for word in words if not any(word in key(p.printed).split() for p in meant)]
        meant = [p for p in among if rank and p.office and _has_rank(key(p.office.printed).split(), rank)]
    sides = {p.side for p in meant if p.side}
    return sides if len(sides) == 1 else set()


def _has_rank(office: list[str], rank: list[str]) -> bool:
    """Whether an office begins or ends with a rank: "the Minister" is a "Foreign Minister"."""
    return rank in (office[: len(rank)], office[-len(rank) :])


def _ends_in(office: str, rank: list[str]) -> bool:
    """Whether an office is a kind of a rank: a "Foreign Minister" is a "Minister", a "Deputy Minister" is not."""
    before, own = key(office).split()[: -len(rank)], key(office).split()[-len(rank) :]
    return own == rank and not LOWERING & {*before}


def words_of(label: str) -> list[str]:
    """The words of a label, without its article."""
    return key(label).removeprefix("the ").split()
