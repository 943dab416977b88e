"""Which releases a question can have to do with: an answer costs the same in a large library as in a small one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bot.answers.asking.dates import is_of
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.library.library import Library
from bot.model.question import Subject
from bot.model.release import Release

ALL_MOST = 40
"""Releases that are simply all looked at."""
NEWEST = 10
OF_EACH = 12
"""Releases, newest first, that each name in a question brings in."""


def within_reach(asked: Asked, library: Library, all_most: int = ALL_MOST) -> tuple[Release, ...] | None:
    """The newest releases, and the newest on each topic, word, person, meeting and day of a question; None for all."""
    every = library.releases()
    if len(every) <= all_most:
        return None
    found: dict[str, Release] = {}
    for brought in (*_named(asked, library, every), every[:NEWEST]):
        found.update({release.id: release for release in brought})
    return tuple(sorted(found.values(), key=lambda release: (release.day, release.id), reverse=True))


def _named(asked: Asked, library: Library, every: tuple[Release, ...]) -> Iterable[tuple[Release, ...]]:
    yield tuple(r for id_ in asked.release_ids if (r := library.release(id_)))
    for day in asked.days:
        yield tuple(islice((r for r in every if is_of(r, day)), OF_EACH))
    series = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.MEETING)}
    issuers = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.ISSUER)}
    if series or issuers:
        own = (r for r in every if r.issuer in issuers or series & {m.series for m in r.meetings})
        yield tuple(islice(own, OF_EACH))
    for piece in asked.pieces:
        for topic in piece.ids(Sort.TOPIC):
            yield _distinct(match.release for match in library.matches(Subject(topic=topic)))
        for person in piece.ids(Sort.PERSON):
            yield _distinct(release for release, _ in library.appearances(person))
        if piece.is_a(Sort.REST, Sort.PARTY) and not piece.is_a(Sort.TOPIC):
            yield _distinct(match.release for match in library.matches(Subject(words=piece.text)))


def _distinct(releases: Iterable[Release]) -> tuple[Release, ...]:
    """The first few of some releases, each once."""
    found: dict[str, Release] = {}
    for release in releases:
        found.setdefault(release.id, release)
        if len(found) >= OF_EACH:
            break
    return tuple(found.values())
