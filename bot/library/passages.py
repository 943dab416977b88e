"""Passages: the paragraphs in which words stand, or that come nearest to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log

from bot.library.quotes import locate
from bot.library.words import key
from bot.model.release import Paragraph, Release
from bot.model.value import JOIN, ReleaseId

NEAR_MOST = 8


@dataclass(frozen=True)
class Passage:
    """A paragraph with the release that it stands in."""

    release: Release
    paragraph: Paragraph


class Passages:
    """Every paragraph of some releases by the words in it; the order given is the order found."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._all = tuple(passages)
        self._by_word: dict[str, list[int]] = {}
        for number, passage in enumerate(self._all):
            for word in dict.fromkeys(key(passage.paragraph.text).split()):
                self._by_word.setdefault(word, []).append(number)

    def holding(self, quote: str) -> tuple[Passage, ...]:
        """The passages in which ``quote`` stands verbatim (its pieces in order), in the order given."""
        return tuple(
            self._all[number]
            for number in self._with_words(_whole_words(quote))
            if locate(quote, self._all[number].paragraph.text) is not None
        )

    def near(self, words: str, releases: Collection[ReleaseId], most: int = NEAR_MOST) -> tuple[Passage, ...]:
        """The passages of some releases that share most with ``words``, rare words counting more; best first."""
        scores: dict[int, float] = {}
        for word in dict.fromkeys(key(words).split()):
            numbers = self._by_word.get(word, ())
            weight = log(1 + len(self._all) / len(numbers)) if numbers else 0.0
            for number in numbers:
                scores[number] = scores.get(number, 0.0) + weight
        wanted = (number for number in scores if self._all[number].release.id in releases)
        best = sorted(wanted, key=lambda number: (-scores[number], number))
        return tuple(self._all[number] for number in best[:most])

    def _with_words(self, words: list[str]) -> list[int]:
        """The numbers of the passages that have all of some words."""
        if not words:
            return list(range(len(self._all)))
        found = sorted((self._by_word.get(word, []) for word in words), key=len)
        common = set(found[0]).intersection(*found[1:])
        return sorted(common)


def _whole_words(quote: str) -> list[str]:
    """The words of a quote that stand whole in any text that has it: all but the outermost of each piece.

    The outermost may go on in the text with a mark that belongs to the word ("the ROK" in "the ROK's").
    """
    return [word for piece in quote.split(JOIN) for word in key(" ".join(piece.split()[1:-1])).split()]
