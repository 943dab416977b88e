"""The collection: the releases that may be shown, newest meeting first, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tantivy import DocAddress, Query

from bot.library.counts import Counts, count
from bot.library.index.catalogue import Catalogue, Hidden
from bot.library.index.fields import RELEASE
from bot.library.index.terms import met
from bot.model.release import Paragraph, Release
from bot.model.value import ReleaseId
from bot.model.vocabulary import Vocabulary

Clock = Callable[[], datetime]
OTHERS_NAMED = 3
PAGE = 25


@dataclass(frozen=True)
class Others:
    """How many other releases there are, and the newest of them by name."""

    number: int = 0
    newest: tuple[ReleaseId, ...] = ()


NO_OTHERS = Others()


class Collection:
    """Releases by id and in order. Withheld ones are not there at all, embargoed ones not before their time."""

    def __init__(self, vocabulary: Vocabulary, catalogue: Catalogue, now: Clock) -> None:
        self.vocabulary = vocabulary
        self._catalogue = catalogue
        self._now = now
        self._counts: tuple[Hidden, Counts] | None = None

    def _hidden(self) -> Hidden:
        return self._catalogue.hidden(self._now())

    def edition(self) -> int:
        """A number that is another one as soon as more may be shown: how many embargoes have ended."""
        return self._catalogue.ended(self._now())

    def release(self, id_: ReleaseId) -> Release | None:
        """The release with this id."""
        return None if id_ in self._hidden() else self._catalogue.release(id_)

    def paragraphs(self, id_: ReleaseId) -> dict[str, Paragraph]:
        """The paragraphs of a release by label; empty for an unknown one."""
        return {} if id_ in self._hidden() else self._catalogue.paragraphs(id_)

    def source_hash(self, id_: ReleaseId) -> str:
        """SHA-256 of a release's source file, in hex."""
        return "" if id_ in self._hidden() else self._catalogue.source_hash(id_)

    def releases(self) -> Iterator[Release]:
        """Every release, newest meeting first, each read when it is asked for."""
        yield from self._newest_first(None)

    def newest(self) -> Release | None:
        """The release on the newest meeting."""
        return next(map(self._read, self.counts().newest), None)

    def published_near(self, day: date, most: int) -> tuple[ReleaseId, ...]:
        """The releases that came out nearest to a day."""
        heads = map(self._catalogue.head, self._nearest("published", day, most))
        apart = {head.id: abs(head.published - day) for head in heads}
        return tuple(sorted(apart, key=lambda id_: (apart[id_], id_))[:most])

    def met_near(self, day: date, most: int) -> tuple[ReleaseId, ...]:
        """The releases on the meetings nearest to a day."""
        releases = map(self._read, self._ids(self._nearest("day", day, most)))
        apart = {release.id: abs(release.day - day) for release in releases}
        return tuple(sorted(apart, key=lambda id_: (apart[id_], id_))[:most])

    def _nearest(self, field: str, day: date, most: int) -> tuple[DocAddress, ...]:
        look, hidden = self._catalogue, self._hidden()
        before = look.nearest(field, day, most, hidden, later=False)
        return (*before, *look.nearest(field, day, most, hidden, later=True))

    def accounts_of(self, release: Release) -> tuple[Release, ...]:
        """Other releases that report a meeting which ``release`` reports: same series, same day."""
        meetings = [met(m.series, m.held.date) for m in release.meetings if m.held]
        if not meetings:
            return ()
        reports = self._catalogue.any_of(self._catalogue.said(meeting) for meeting in meetings)
        return tuple(other for other in self._newest_first(reports) if other.id != release.id)

    def newest_saying(self, terms: Iterable[Iterable[str]], most: int) -> tuple[Release, ...]:
        """The newest releases that say one term of each of some groups (`bot.library.index.terms`) of themselves."""
        return tuple(map(self._read, self.ids_saying(terms, most)))

    def ids_saying(self, terms: Iterable[Iterable[str]], most: int) -> tuple[ReleaseId, ...]:
        """As ``newest_saying``, the ids alone: nothing is read."""
        query = self._catalogue.all_of(self._catalogue.said_any(group) for group in terms)
        return self._ids(self._catalogue.find(query, RELEASE, most, hidden=self._hidden()).hits)

    def newest_ids(self, most: int) -> tuple[ReleaseId, ...]:
        """The ids of the newest releases."""
        return self._ids(self._catalogue.find(None, RELEASE, most, hidden=self._hidden()).hits)

    def all_series(self) -> tuple[str, ...]:
        """The series of the meetings that releases report, those with most releases first."""
        return tuple(series for series, _ in self._catalogue.numbers("series", None, RELEASE, self._hidden()))

    def _newest_first(self, query: Query | None) -> Iterator[Release]:
        hidden = self._hidden()
        skip = 0
        while hits := self._catalogue.find(query, RELEASE, PAGE, skip=skip, hidden=hidden).hits:
            yield from (self._read(self._catalogue.of(hit)) for hit in hits)
            skip += len(hits)

    def _ids(self, hits: Iterable[DocAddress]) -> tuple[ReleaseId, ...]:
        """The releases of some documents, each once, in their order."""
        return tuple(dict.fromkeys(map(self._catalogue.of, hits)))

    def _read(self, id_: ReleaseId) -> Release:
        release = self._catalogue.release(id_)
        assert release is not None
        return release

    def _first(self, query: Query | None, kind: str = RELEASE) -> Release | None:
        hits = self._catalogue.find(query, kind, 1, hidden=self._hidden()).hits
        return self._read(self._catalogue.of(hits[0])) if hits else None

    def _others(self, query: Query | None, than: ReleaseId) -> Others:
        """The releases that meet ``query``, but for one that may be among them."""
        found = self._catalogue.find(query, RELEASE, OTHERS_NAMED + 1, hidden=self._hidden())
        ids = [self._catalogue.of(hit) for hit in found.hits]
        if than in ids:
            return Others(found.number - 1, tuple(id_ for id_ in ids if id_ != than))
        own = self._catalogue.term("of", than)
        among = self._catalogue.count(own if query is None else self._catalogue.all_of((own, query)), RELEASE, ())
        return Others(found.number - among, tuple(ids[:OTHERS_NAMED]))

    def counts(self) -> Counts:
        """How much there is to be shown now. Counted once for each set of releases that may be shown."""
        hidden = self._hidden()
        if self._counts is None or self._counts[0] != hidden:
            self._counts = (hidden, count(self._catalogue, self.vocabulary, hidden))
        return self._counts[1]

    def number(self) -> int:
        """How many releases there are."""
        return self.counts().releases

    def span(self) -> tuple[date, date] | None:
        """The first and the last day on which a loaded release came out."""
        return self.counts().span
