"""Releases by day and by revision, for what is announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import TypeVar, cast

from bot.library.library import Library
from bot.model.release import Release

REVISION_BYTES = 8
Shared = TypeVar("Shared")


@dataclass(frozen=True)
class Facts:
    """What one release is about: ``topics`` and ``parties`` with everything above them in their trees."""

    revision: str
    series: str
    topics: frozenset[str]
    parties: frozenset[str]


class Almanac:
    """Looks into whichever library answers now."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library

    def newest(self) -> str | None:
        """The release of the newest meeting."""
        return next((release.id for release in self._library().releases()), None)

    def on_this_day(self, day: date) -> tuple[str, ...]:
        """Releases of earlier years that came out, or whose meeting was held, on this day of the year; newest first."""
        return tuple(release.id for release in self._library().releases() if _anniversary(release, day))

    def revision(self, release: str) -> str | None:
        """A name for the text of a release, its source included; None for one that is not there."""
        library = self._library()
        found = library.release(release)
        return _revision(library, found) if found else None

    def facts(self) -> dict[str, Facts]:
        """What each release is about, by id. Sets and ids that are the same in many releases are there once."""
        library = self._library()
        known: dict[object, object] = {}

        def once(value: Shared) -> Shared:
            return cast("Shared", known.setdefault(value, value))

        return {
            release.id: Facts(
                _revision(library, release),
                once(release.meeting.series),
                once(frozenset(map(once, _topics(library, release)))),
                once(frozenset(map(once, _parties(library, release)))),
            )
            for release in library.releases()
        }


def _revision(library: Library, release: Release) -> str:
    text = library.source_hash(release.id) + release.model_dump_json()
    return blake2b(text.encode(), digest_size=REVISION_BYTES).hexdigest()


def _anniversary(release: Release, day: date) -> bool:
    held = (meeting.held.date for meeting in release.meetings if meeting.held)
    days = {release.published, *held}
    return any((one.month, one.day) == (day.month, day.day) and one.year < day.year for one in days)


def _topics(library: Library, release: Release) -> Iterator[str]:
    topics = library.vocabulary.topics
    for statement in release.statements:
        for topic in statement.topics:
            above: str | None = topic
            while above is not None:
                yield above
                above = topics[above].parent


def _parties(library: Library, release: Release) -> Iterator[str]:
    for party in {*(p for m in release.meetings for p in m.sides), *(p for s in release.statements for p in s.sides)}:
        yield party
        yield from library.vocabulary.blocs_of(party, release.day)
