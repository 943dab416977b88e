"""Whether somebody holds an office: only what a release prints of them says so."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.asking.evidence import content_of, releases_of
from bot.answers.asking.persons import identified, people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked, Mood
from bot.answers.asking.spelling import is_hangul, without_particles
from bot.answers.offices import in_office
from bot.answers.people import PeopleAsked
from bot.library.library import Library


def is_of_a_post(asked: Asked, library: Library) -> bool:
    """Whether a question takes one person to hold an office, in no other words than that."""
    people = [p for p in asked.pieces if p.is_a(Sort.PERSON)]
    if asked.mood is not Mood.CLAIM or len(people) != 1 or asked.acts:
        return False
    left = _title(asked, library)
    known = library.vocabulary.asking.titles
    return (bool(left) and any(title in p.text for p in left for title in known.ko)) or any(
        p.text in known.en for p in left
    )


def of_a_post(asked: Asked, library: Library) -> Answer:
    """What the release prints of the person, and whether it is that office."""
    [person] = (p.ids(Sort.PERSON)[0] for p in asked.pieces if p.is_a(Sort.PERSON))
    for release in releases_of(asked, library):
        meant = tuple(p for p in release.participants if p.person == person)
        if meant:
            typed = (" ".join(words) for words in _forms(_title(asked, library), library))
            holds = any(p.person == person for title in typed for p in in_office(release, title, library))
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, meant, holds=holds)
    return identified(asked, library)


def _title(asked: Asked, library: Library) -> tuple[Piece, ...]:
    return tuple(p for p in content_of(asked, library) if p.is_a(Sort.REST) and not p.is_a(Sort.PERSON))


def _forms(title: tuple[Piece, ...], library: Library) -> tuple[tuple[str, ...], ...]:
    """The title as typed and, in Korean, without the ending of its last word."""
    words = tuple(p.text for p in title)
    if not words or not is_hangul(words[-1]):
        return (words,)
    return tuple((*words[:-1], form) for form in without_particles(words[-1], library.vocabulary.asking.particles))
