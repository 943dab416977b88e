"""Many phrases found in one text at once: the cost grows with the text, not with the number of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from bot.library.quotes import fold, plain_marks, words_in

Value = TypeVar("Value")
WORDS_BETWEEN_MOST = 3
TEXTS_KEPT = 512
"""Texts of which what was found is kept: one release asks for the same again and again."""
_BY_PLACE = itemgetter(0, 1)
_JOINING = ("-", "_")
_FIRST_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8192)
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Finds ``phrase`` as whole words; ``*`` in it stands for up to three words."""
    between = rf"(?:[\w'-]+,?\s+){{0,{WORDS_BETWEEN_MOST}}}?"
    parts = [re.escape(part.strip()).replace(r"\ ", r"\s+") for part in plain_marks(phrase).split("*")]
    body = parts[0] + "".join(rf"\s+{between}{part}" for part in parts[1:])
    return re.compile(rf"(?<![\w-]){body}(?![\w-])", re.IGNORECASE)


def is_word(text: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` is cut out of no word; a hyphen belongs to one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in _JOINING or after in _JOINING)


def any_of_words(words: Iterable[str]) -> str:
    """A pattern for whole words that shares what they begin with: its cost hardly grows with their number."""
    branches: dict[str, set[str]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    ends = "" in branches
    parts = [re.escape(first) + any_of_words(rest) for first, rest in sorted(branches.items()) if first]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"


def _places(phrase: str, first: str, last: str, searched: str, folded: str) -> Iterator[tuple[int, int]]:
    """Where a phrase begins and ends, each time that it stands there."""
    pattern = phrase_pattern(phrase) if "*" in phrase else None
    wanted = first if pattern else last
    start = folded.find(wanted)
    while start >= 0:
        if pattern is None:
            if is_word(folded, start, end := start + len(wanted)):
                yield start, end
        elif found := pattern.match(searched, start):
            yield start, found.end()
        start = folded.find(wanted, start + 1)


class Hit(NamedTuple, Generic[Value]):
    """A phrase found: where it stands, as printed, and what it was filed under."""

    start: int
    end: int
    printed: str
    phrase: str
    value: Value

    @property
    def gap(self) -> int:
        """How many words stand where the phrase has its ``*``."""
        return len(self.printed.split()) - self.words

    @property
    def words(self) -> int:
        """How many words the phrase has."""
        return len(self.phrase.replace("*", " ").split())

    def rank(self) -> tuple[int, int, int]:
        """What makes one of several phrases at a place the better one: the lower, the better."""
        return -self.words, self.gap, -self.end


class PhraseBook(Generic[Value]):
    """Phrases by their first word. With ``in_compounds`` also as parts of words with hyphens ("X-led")."""

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, in_compounds: bool = False) -> None:
        self._by_word: dict[str, list[tuple[int, str, str, Value]]] = {}
        self._in_compounds = in_compounds
        self._hits = lru_cache(TEXTS_KEPT)(self._found)
        self.apart = lru_cache(TEXTS_KEPT)(self._apart)
        """The phrases in a text, longest first, none inside or across another."""
        for order, (given, value) in enumerate(phrases):
            phrase = given.replace("-", " ") if in_compounds else given
            first = _FIRST_WORD.match(plain_marks(phrase))
            if first:
                last = fold(plain_marks(phrase.rpartition("*")[2]))
                self._by_word.setdefault(fold(first[0]), []).append((order, last, phrase, value))

    def hits(self, text: str, after: int = 0) -> Iterator[Hit[Value]]:
        """Every phrase that stands in ``text`` (with plain marks) from ``after`` on, in order of place."""
        found = self._hits(text)
        return (hit for hit in found if hit.start >= after) if after else iter(found)

    def _found(self, text: str) -> tuple[Hit[Value], ...]:
        words = words_in(text)
        if self._by_word.keys().isdisjoint(words):
            return ()
        searched = text.replace("-", " ") if self._in_compounds else text
        folded = fold(searched)
        hits = [
            (start, order, Hit(start, end, text[start:end], phrase, value))
            for word in self._by_word.keys() & words
            for order, last, phrase, value in self._by_word[word]
            if last in folded
            for start, end in _places(phrase, word, last, searched, folded)
        ]
        return tuple(hit for _, _, hit in sorted(hits, key=_BY_PLACE))

    def best(self, text: str) -> Iterator[Hit[Value]]:
        """At each place of ``text`` where phrases stand the one of most words, then the one with the fewest between."""
        for _, there in groupby(self.hits(text), key=itemgetter(0)):
            yield min(there, key=Hit.rank)

    def first(self, text: str, after: int = 0, end: int | None = None) -> Hit[Value] | None:
        """The best phrase at the first place of ``text`` where one stands, from ``after`` on and up to ``end``."""
        hits = self.hits(text, after)
        if end is not None:
            hits = (hit for hit in hits if hit.end <= end)
        best = next(hits, None)
        for hit in hits:
            if best is None or hit.start > best.start:
                break
            best = min(best, hit, key=Hit.rank)
        return best

    def _apart(self, text: str) -> tuple[Hit[Value], ...]:
        hits = self._hits(text)
        if len(hits) <= 1:
            return hits
        kept: list[Hit[Value]] = []
        for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
            if all(hit.end <= other.start or hit.start >= other.end for other in kept):
                kept.append(hit)
        return tuple(kept)
