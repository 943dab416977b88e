"""An opened index: finds documents and reads releases. Every look-up costs what it finds, not what there is."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol, TypeAlias, cast

import tantivy
from pydantic import TypeAdapter
from tantivy import Occur, Query

from bot.library.index.fields import BODY, RELEASE
from bot.library.index.terms import EMBARGOED
from bot.model.release import Paragraph, Participant, Release, Statement
from bot.model.value import ReleaseId

KEPT = 64
"""Releases kept decoded: about as many as are being asked about at one time."""
EMBARGOES_MOST = 1_000_000
WORD_MOST = 100
"""Letters of the longest word that is looked for by its beginning: a pattern may not be much longer."""
VALUES_MOST = 60_000
"""Values of one field that are told apart."""
PARAGRAPHS = TypeAdapter(dict[str, Paragraph])
Hidden: TypeAlias = tuple[ReleaseId, ...]


@dataclass(frozen=True)
class Head:
    """What names a release: its label in every language, and every name that it can be typed by."""

    id: ReleaseId
    label: dict[str, str]
    published: date
    names: tuple[str, ...]
    until: datetime | None


@dataclass(frozen=True)
class Found:
    """How many documents there are, and the first of them."""

    number: int
    hits: tuple[tantivy.DocAddress, ...]


class _Counted(Protocol):
    """What a search gives; tantivy's own description of it leaves the number out."""

    count: int | None
    hits: list[tuple[object, tantivy.DocAddress]]


def _found(result: object) -> Found:
    counted = cast("_Counted", result)
    return Found(counted.count or 0, tuple(address for _, address in counted.hits))


class Catalogue:
    """Look-ups in one state of the index: what is committed later does not show."""

    def __init__(self, index: tantivy.Index) -> None:
        self.schema = index.schema
        self._searcher = index.searcher()
        self.release = lru_cache(KEPT)(self._release)
        self.paragraphs = lru_cache(KEPT)(self._paragraphs)
        embargoed = self.find(self.said(EMBARGOED), RELEASE, EMBARGOES_MOST).hits
        heads = sorted((head.until, head.id) for head in map(self.head, embargoed) if head.until)
        self._embargoes = heads
        self._until = [until for until, _ in heads]

    def hidden(self, now: datetime) -> Hidden:
        """The releases that may not be shown yet."""
        return tuple(id_ for _, id_ in self._embargoes[self.ended(now) :])

    def ended(self, now: datetime) -> int:
        """How many embargoes have ended."""
        return bisect_right(self._until, now)

    def term(self, field: str, value: str) -> Query:
        """Documents with this very term."""
        return Query.term_query(self.schema, field, value, "basic")

    def said(self, *terms: str) -> Query:
        """Documents that say all of this of themselves."""
        return self.all_of(self.term("said", term) for term in terms)

    def said_any(self, terms: Iterable[str]) -> Query:
        """Documents that say any of this of themselves, however much it is."""
        return Query.term_set_query(self.schema, "said", list(terms))

    def of_any(self, releases: Iterable[ReleaseId]) -> Query:
        """Documents of any of these releases, however many they are."""
        return Query.term_set_query(self.schema, "of", list(releases))

    def frequency(self, field: str, word: str) -> int:
        """In how many documents a word stands."""
        return self._searcher.doc_freq(field, word)

    def phrase(self, field: str, words: list[str]) -> Query:
        """Documents in which these words follow one another."""
        if len(words) == 1:
            return Query.term_query(self.schema, field, words[0])
        return Query.phrase_query(self.schema, field, list(words))

    def beginning(self, field: str, words: list[str]) -> Query:
        """As ``phrase``; the last word may be only begun. Enough for a list of choices: it looks at some such words."""
        return Query.phrase_prefix_query(self.schema, field, list(words))

    def begun(self, field: str, words: list[str], ending: str = ".*") -> Query:
        """As ``phrase``; the last word may go on as ``ending``, a pattern, says. However many words do, all count.

        With a word too long for a pattern it is ``phrase``.
        """
        if max(map(len, words)) > WORD_MOST:
            return self.phrase(field, words)
        patterns = [*words[:-1], f"{words[-1]}{ending}"]
        if len(patterns) == 1:
            return Query.regex_query(self.schema, field, patterns[0])
        return Query.regex_phrase_query(self.schema, field, list(patterns))

    def fitting(self, field: str, pattern: str) -> Query:
        """Documents with a word that a pattern fits from end to end."""
        return Query.regex_query(self.schema, field, pattern)

    def each_alike(self, queries: Iterable[Query]) -> Query:
        """Documents that meet one or more; `best` then has those first that meet most of them."""
        return self.any_of(Query.const_score_query(query, 1.0) for query in queries)

    def finished(self, field: str, ending: str, after: str) -> Query:
        """Documents in which a word that ends so stands before another one."""
        return Query.regex_phrase_query(self.schema, field, [f".*{ending}", re.escape(after)])

    def between(self, field: str, first: date | None, last: date | None) -> Query:
        """Documents with a day in a range, both ends included; None leaves an end open."""
        low, high = (day.toordinal() if day else None for day in (first, last))
        return Query.range_query(self.schema, field, tantivy.FieldType.Unsigned, low, high)

    def all_of(self, queries: Iterable[Query]) -> Query:
        """Documents that meet every one."""
        return self._joined(Occur.Must, queries)

    def any_of(self, queries: Iterable[Query]) -> Query:
        """Documents that meet one or more."""
        return self._joined(Occur.Should, queries)

    def but_not(self, wanted: Query, unwanted: Query) -> Query:
        """Documents that meet the first and not the second."""
        return Query.boolean_query([(Occur.Must, wanted), (Occur.MustNot, unwanted)])

    def _joined(self, occur: Occur, queries: Iterable[Query]) -> Query:
        each = list(queries)
        if not each:
            return Query.empty_query()
        return each[0] if len(each) == 1 else Query.boolean_query([(occur, query) for query in each])

    def _shown(self, query: Query | None, kind: str, hidden: Hidden) -> Query:
        """``query`` among documents of a kind, without those of hidden releases."""
        own = self.term("kind", kind)
        shown = own if query is None else self.all_of((own, query))
        return self.but_not(shown, Query.term_set_query(self.schema, "of", hidden)) if hidden else shown

    def find(
        self, query: Query | None, kind: str, most: int, *, skip: int = 0, hidden: Hidden = (), oldest: bool = False
    ) -> Found:
        """The newest, or the oldest, documents of a kind that meet ``query``, and how many there are."""
        shown = self._shown(query, kind, hidden)
        order = tantivy.Order.Asc if oldest else tantivy.Order.Desc
        return _found(self._searcher.search(shown, most, order_by_field="order", order=order, offset=skip))

    def numbers(self, field: str, query: Query | None, kind: str, hidden: Hidden) -> tuple[tuple[str, int], ...]:
        """For each value of a field how many documents of a kind that meet ``query`` have it, most first."""
        asked = {"by": {"terms": {"field": field, "size": VALUES_MOST}}}
        found = self._searcher.aggregate(self._shown(query, kind, hidden), asked)
        return tuple((str(one["key"]), int(one["doc_count"])) for one in found["by"]["buckets"])

    def best(self, query: Query | None, kind: str, most: int, *, skip: int = 0, hidden: Hidden = ()) -> Found:
        """The documents of a kind that fit ``query`` best; not counted, so that only the likeliest are looked at."""
        return _found(self._searcher.search(self._shown(query, kind, hidden), most, count=False, offset=skip))

    def count(self, query: Query | None, kind: str, hidden: Hidden) -> int:
        """How many documents of a kind meet ``query``."""
        return _found(self._searcher.search(self._shown(query, kind, hidden), 1)).number

    def edge(self, field: str, hidden: Hidden, *, last: bool) -> int | None:
        """The lowest or highest number in a field of the releases."""
        order = tantivy.Order.Desc if last else tantivy.Order.Asc
        query = self._shown(None, RELEASE, hidden)
        hits = self._searcher.search(query, 1, order_by_field=field, order=order).hits
        return int(hits[0][0]) if hits else None

    def nearest(
        self, field: str, day: date, most: int, hidden: Hidden, *, later: bool
    ) -> tuple[tantivy.DocAddress, ...]:
        """The releases whose day in a field comes next from ``day`` on, or next before and on it."""
        asked = self.between(field, day, None) if later else self.between(field, None, day)
        order = tantivy.Order.Asc if later else tantivy.Order.Desc
        shown = self._shown(asked, RELEASE, hidden)
        return _found(self._searcher.search(shown, most, order_by_field=field, order=order)).hits

    def of(self, hit: tantivy.DocAddress) -> ReleaseId:
        """The release that a document belongs to."""
        return str(self._searcher.doc(hit).get_first("of"))

    def head(self, hit: tantivy.DocAddress) -> Head:
        """The head that a document of the kind ``release`` holds."""
        document = self._searcher.doc(hit)
        held = json.loads(str(document.get_first("json")))
        until = datetime.fromisoformat(held["until"]) if held["until"] else None
        published = date.fromordinal(int(document.get_first("published") or 1))
        return Head(str(document.get_first("of")), held["label"], published, tuple(held["names"]), until)

    def statement(self, hit: tantivy.DocAddress) -> tuple[ReleaseId, Statement]:
        """The statement that a document holds, and its release."""
        document = self._searcher.doc(hit)
        return str(document.get_first("of")), Statement.model_validate_json(str(document.get_first("json")))

    def participant(self, hit: tantivy.DocAddress) -> tuple[ReleaseId, Participant]:
        """The participant that a document holds, and the release."""
        document = self._searcher.doc(hit)
        return str(document.get_first("of")), Participant.model_validate_json(str(document.get_first("json")))

    def paragraph(self, hit: tantivy.DocAddress) -> tuple[ReleaseId, Paragraph]:
        """The paragraph that a document holds, and its release."""
        document = self._searcher.doc(hit)
        return str(document.get_first("of")), Paragraph.model_validate_json(str(document.get_first("json")))

    def heads(self, ids: Iterable[ReleaseId]) -> tuple[Head, ...]:
        """The heads of releases that are there, in the order given."""
        found = (self.find(self.term("of", id_), RELEASE, 1).hits for id_ in ids)
        return tuple(self.head(hits[0]) for hits in found if hits)

    def _paragraphs(self, id_: ReleaseId) -> dict[str, Paragraph]:
        """The paragraphs of a release, hidden or not; empty for an unknown one."""
        document = self._body(id_)
        return PARAGRAPHS.validate_json(str(document.get_first("paragraphs"))) if document else {}

    def _body(self, id_: ReleaseId) -> tantivy.Document | None:
        query = self.all_of((self.term("of", id_), self.term("kind", BODY)))
        hits = self._searcher.search(query, 1).hits
        return self._searcher.doc(hits[0][1]) if hits else None

    def source_hash(self, id_: ReleaseId) -> str:
        """SHA-256 of a release's source, in hex; nothing for an unknown release."""
        document = self._body(id_)
        return str(document.get_first("hash")) if document else ""

    def _release(self, id_: ReleaseId) -> Release | None:
        """A release, hidden or not."""
        document = self._body(id_)
        return Release.model_validate_json(str(document.get_first("json"))) if document else None
