"""One person: the offices they held, as each release prints them, and where the releases place them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop, asked_id, not_held, with_ids
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Office, Participant, Release
from bot.model.value import PersonId

Appearance = tuple[Release, Participant]
SHOWN_MOST = 12
"""Appearances that are shown; older ones are counted."""
SOURCES_SHOWN, OFFICES_MOST = 10, 20


@dataclass(frozen=True)
class OfficeHeld:
    """An office as printed, with the newest releases that print it for this person; ``more`` older ones do too."""

    office: Office
    sources: tuple[Appearance, ...]
    more: int


@dataclass(frozen=True)
class PersonCard(Answer):
    """A person's offices, newest first, and appearances with their presence, newest meeting first."""

    person: PersonId
    releases: int
    offices: tuple[OfficeHeld, ...]
    appearances: tuple[Appearance, ...]
    older: int
    """Appearances that are not shown."""


def person(question: Question, library: Library) -> Answer:
    """The answer to ``/person who``."""
    id_ = asked_id(question, library, "who", Kind.PERSON)
    assert id_ is not None
    question = with_ids(question, who=id_)
    found = library.appearances(id_, SHOWN_MOST)
    if not found.number:
        raise Stop(not_held(question, library, Kind.PERSON, library.vocabulary.people[id_].name, known=id_))
    return PersonCard(
        question,
        Outcome.ANSWERED,
        id_,
        library.number_placing(id_),
        tuple(_held(id_, office, library) for office in library.offices_of(id_, OFFICES_MOST)),
        found.newest,
        older=found.number - len(found.newest),
    )


def _held(person: PersonId, office: Office, library: Library) -> OfficeHeld:
    found = library.appearances(person, SOURCES_SHOWN, office.printed)
    return OfficeHeld(office, found.newest, more=found.number - len(found.newest))
