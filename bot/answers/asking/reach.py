"""Which releases a question can have to do with: an answer costs the same in a large library as in a small one.

Up to ``ALL_MOST`` releases are simply all looked at. Of more, each name, date, topic and word of a question brings in
the newest that have it, and those that have several of them at once; what is older than all of these is not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from bot.answers.asking.evidence import session_of
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.library.index.documents import order_of
from bot.library.index.terms import by_issuer, dated, in_series, numbered, on_topic, placed
from bot.library.library import Library
from bot.model.question import Sought
from bot.model.release import Release
from bot.model.speech_acts import Act

ALL_MOST = 40
"""Releases that are simply all looked at."""
NEWEST = 10
OF_EACH = 12
"""Releases, newest first, that each name in a question brings in."""
SERIES_MOST = 60
"""Series of a kind of meeting that are looked at: "the summit"."""
DEEDS_MOST = 24
"""Combinations of party, topic and act that are looked for."""
Group = tuple[str, ...]


def within_reach(asked: Asked, library: Library, all_most: int = ALL_MOST) -> tuple[Release, ...]:
    """The newest releases, and the newest on each topic, word, person, meeting and day of a question, newest first."""
    if library.number() <= all_most:
        return tuple(library.releases())
    found: dict[str, Release] = {}
    for brought in (*_named(asked, library), islice(library.releases(), NEWEST)):
        found.update({release.id: release for release in brought})
    return tuple(sorted(found.values(), key=order_of, reverse=True))


def _named(asked: Asked, library: Library) -> Iterator[Iterable[Release]]:
    yield tuple(r for id_ in asked.release_ids if (r := library.release(id_)))
    where = _where(asked, library)
    if where:
        yield library.newest_saying(where, OF_EACH)
    yield from (library.newest_saying((group,), OF_EACH) for group in where)
    topics = dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.TOPIC))
    people = dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.PERSON))
    parties = dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.PARTY))
    for group in ((on_topic(t),) for t in topics):
        yield library.newest_saying((group,), OF_EACH)
        if where:
            yield library.newest_saying((*where, group), OF_EACH)
    for group in ((placed(id_),) for id_ in (*people, *parties)):
        yield library.newest_saying((group,), OF_EACH)
    yield from _deeds(asked, library, tuple(topics), tuple(parties))
    words = " ".join(piece.text for piece in asked.pieces if not piece.is_bare_glue)
    yield (passage.release for passage in library.passages_near(words, most=OF_EACH))
    yield library.gists_near(words, OF_EACH)


def _where(asked: Asked, library: Library) -> tuple[Group, ...]:
    """What a question says of the release itself: of which meeting, issuer, number and day it is."""
    series = tuple(in_series(id_) for piece in asked.pieces for id_ in piece.ids(Sort.MEETING))
    if not series and (kinds := asked.kinds()):
        every = library.all_series()
        own = [one for one in every if kinds & set(one.split("-"))]
        series = tuple(map(in_series, own[:SERIES_MOST]))
    issuers = tuple(by_issuer(id_) for piece in asked.pieces for id_ in piece.ids(Sort.ISSUER))
    number = session_of(asked, library)
    numbers = () if number is None else (numbered(number),)
    days = tuple(dated(day.year, day.month, day.day) for day in asked.days if not day.bound)
    return tuple(group for group in (series, issuers, numbers, days) if group)


def _deeds(
    asked: Asked, library: Library, topics: tuple[str, ...], parties: tuple[str, ...]
) -> Iterator[Iterable[Release]]:
    """The newest statements that do what is asked about: by one of those named, on one of the topics."""
    acts: tuple[Act | None, ...] = tuple(
        dict.fromkeys(act for id_ in asked.acts for act in library.vocabulary.asking.act(id_).acts)
    )
    every = product(parties or (None,), topics or (None,), acts or (None,))
    several = (one for one in every if one.count(None) <= 1)
    for party, topic, act in islice(several, DEEDS_MOST):
        yield library.newest_sought(Sought(party=party, topic=topic, act=act), OF_EACH)
