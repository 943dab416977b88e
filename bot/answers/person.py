"""One person: the offices they held, as each release prints them, and where the releases place them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop, asked_id, not_held, with_ids
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Participant, Release
from bot.model.value import PersonId

Appearance = tuple[Release, Participant]


@dataclass(frozen=True)
class OfficeHeld:
    """An office as printed, with every release that prints it for this person, newest first."""

    printed: str
    ko: str
    sources: tuple[Appearance, ...]


@dataclass(frozen=True)
class PersonCard(Answer):
    """A person's offices, newest first, and every appearance with its presence, newest meeting first."""

    person: PersonId
    offices: tuple[OfficeHeld, ...]
    appearances: tuple[Appearance, ...]


def person(question: Question, library: Library) -> Answer:
    """The answer to ``/person who``."""
    id_ = asked_id(question, library, "who", Kind.PERSON)
    assert id_ is not None
    question = with_ids(question, who=id_)
    appearances = library.appearances(id_)
    if not appearances:
        raise Stop(not_held(question, library, Kind.PERSON, library.vocabulary.people[id_].name))
    return PersonCard(question, Outcome.ANSWERED, id_, _offices(appearances), appearances)


def _offices(appearances: tuple[Appearance, ...]) -> tuple[OfficeHeld, ...]:
    """Each office once, under the words that print it."""
    sources: dict[str, list[Appearance]] = {}
    korean: dict[str, str] = {}
    for release, participant in appearances:
        if participant.office:
            sources.setdefault(participant.office.printed, []).append((release, participant))
            korean.setdefault(participant.office.printed, participant.office.ko or "")
    return tuple(OfficeHeld(printed, korean[printed], tuple(found)) for printed, found in sources.items())
