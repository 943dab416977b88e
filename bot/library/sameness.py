"""Words of which one may stand for another: "keep up" for "continue"."""

from __future__ import annotations

from collections.abc import Iterable

from bot.library.stems import stems_of

Stems = tuple[str, ...]


class Sameness:
    """Rows of words and phrases, each with one meaning as far as a gist goes."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self._first: dict[Stems, Stems] = {}
        for row in rows:
            first, *others = (stems_of(phrase) for phrase in row)
            self._first.update((phrase, first) for phrase in others if phrase != first)
        self._longest = max(map(len, self._first), default=0)
        self._openings = frozenset(phrase[0] for phrase in self._first)

    def evened(self, stems: Stems) -> Stems:
        """The stems of a text with the first phrase of its row in the place of every other."""
        if self._openings.isdisjoint(stems):
            return stems
        found: list[str] = []
        done = 0
        for at, stem in enumerate(stems):
            if at < done or stem not in self._openings:
                continue
            sizes = (size for size in range(self._longest, 0, -1) if stems[at : at + size] in self._first)
            if size := next(sizes, 0):
                found += (*stems[done:at], *self._first[stems[at : at + size]])
                done = at + size
        return (*found, *stems[done:])
