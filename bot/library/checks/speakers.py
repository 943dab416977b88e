"""Each label of the speakers table stands for the sides that its own words name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import find_all
from bot.library.reading import Reading, bare_label
from bot.library.wording import clip
from bot.model.release import Speaker
from bot.model.value import PartyId


def check_speakers(reading: Reading) -> Iterator[Fault]:
    """Labels that are not in the text, or whose sides do not follow from their words or their person."""
    for i, speaker in enumerate(reading.release.speakers):
        if not find_all(speaker.label, reading.body):
            message = f"the label {clip(speaker.label, 80)!r} does not stand in the text as printed"
            yield reading.fault(("speakers", i, "label"), message)
        elif speaker.sides:
            yield from (reading.fault(("speakers", i, "sides"), fault) for fault in _side_faults(reading, speaker))


def sides_of_person(reading: Reading, person: str) -> tuple[PartyId, ...]:
    """The sides on which the release places a person."""
    return tuple({p.side for p in reading.release.participants if p.person == person and p.side})


def _side_faults(reading: Reading, speaker: Speaker) -> Iterator[str]:
    release = reading.release
    sides = set(speaker.sides)
    if len(sides) != len(speaker.sides):
        yield "a side stands twice; keep one"
    all_sides = {side for meeting in release.meetings for side in meeting.sides}
    if outside := sides - all_sides:
        yield f"{', '.join(sorted(outside))} is no side of the meeting ({', '.join(sorted(all_sides))})"
        return
    if speaker.person:
        placed = sides_of_person(reading, speaker.person)
        if "participants" in reading.pruned and not placed:
            return
        if not placed:
            yield f"no participant {speaker.person!r} has a side; add it under participants"
        elif sides != set(placed):
            yield f"{speaker.person!r} is on the side of {', '.join(placed)}, not of {', '.join(speaker.sides)}"
        return
    joint = {bare_label(label) for label in reading.vocabulary.grammar.joint_labels}
    if bare_label(speaker.label) in joint:
        if all(sides != set(meeting.sides) for meeting in release.meetings):
            yield f"{speaker.label!r} means all sides of a meeting, not {', '.join(speaker.sides)}"
        return
    named: frozenset[PartyId] | set[PartyId] = reading.parties_in(speaker.label) & all_sides
    named = named or _blocs_named(reading, speaker) & all_sides
    if not named:
        yield f"the words {speaker.label!r} do not say whose they are; add `person`, or an alias of the party"
    elif named != sides:
        yield f"the words {speaker.label!r} name {', '.join(sorted(named))}, not {', '.join(speaker.sides)}"


def _blocs_named(reading: Reading, speaker: Speaker) -> set[PartyId]:
    """The blocs of the states that a label names: a member's minister sits on the bloc's side."""
    day = reading.release.day
    return {
        bloc
        for party in reading.parties_in(speaker.label)
        for bloc in reading.vocabulary.blocs_of(party, day)
    }  # fmt: skip
