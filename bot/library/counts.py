"""How much there is: counted once for each set of releases that may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bot.library.index.catalogue import Catalogue, Hidden
from bot.library.index.fields import RELEASE
from bot.library.index.terms import by_issuer, voiced
from bot.model.value import IssuerId, ReleaseId, TopicId
from bot.model.vocabulary import Vocabulary

NEWEST_KEPT = 5


@dataclass(frozen=True)
class Counts:
    """How much there is: releases, the first and last day on which one came out, and by issuer and topic."""

    releases: int
    span: tuple[date, date] | None
    newest: tuple[ReleaseId, ...]
    issuers: tuple[tuple[IssuerId, int], ...]
    """Most releases first."""
    topics: tuple[tuple[TopicId, int], ...]
    """In how many releases somebody speaks on each; most first."""


def count(look: Catalogue, vocabulary: Vocabulary, hidden: Hidden) -> Counts:
    """The counts of all releases but hidden ones."""
    found = look.find(None, RELEASE, NEWEST_KEPT, hidden=hidden)
    edges = [look.edge("published", hidden, last=last) for last in (False, True)]
    days = [date.fromordinal(edge) for edge in edges if edge is not None]

    def by_number(ids: Iterable[str], term: Callable[[str], str]) -> tuple[tuple[str, int], ...]:
        counted = ((id_, look.count(look.said(term(id_)), RELEASE, hidden)) for id_ in ids)
        return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: (-pair[1], pair[0])))

    return Counts(
        found.number,
        (days[0], days[1]) if days else None,
        tuple(map(look.of, found.hits)),
        by_number(vocabulary.issuers, by_issuer),
        by_number(vocabulary.topics, voiced),
    )
