"""Words that make a verb less than a deed: "could agree", "have yet to agree", "tentatively agreed"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.library.phrase_book import any_of_words
from bot.library.quotes import plain_marks
from bot.model.speech_acts import Grammar

BETWEEN = r"(?:\s+(?:also|further|then|again|all|both|be|have|been|\w+ly))*\s*"
NEAR_CHARACTERS = 60


class Hedged(NamedTuple):
    """A hedge as printed beside a verb. ``unreal``: with it nothing has happened; else it happened in part."""

    printed: str
    unreal: bool


class Hedges:
    """The hedges of a grammar, ready for finding."""

    def __init__(self, grammar: Grammar) -> None:
        unreal = {word for hedge in grammar.unreal for word in hedge.en}
        weakened = {word for hedge in grammar.weakened for word in hedge.en}
        self._unreal = unreal
        self._before = re.compile(rf"(?<![\w-])({any_of_words(unreal | weakened)}){BETWEEN}$", re.IGNORECASE)
        self._after = re.compile(rf"[\s,]*(?:also\s+|to\s+)?({any_of_words(weakened)})(?!\w)", re.IGNORECASE)

    def beside(self, text: str, start: int, end: int) -> Hedged | None:
        """The hedge right before a verb that stands from ``start`` to ``end`` in ``text``, or right after it."""
        plain = plain_marks(text)
        before, after = plain[max(0, start - NEAR_CHARACTERS) : start], plain[end : end + NEAR_CHARACTERS]
        found = self._before.search(before) or self._after.match(after)
        if found is None:
            return None
        printed = found[1].lower()
        return Hedged(printed, printed in self._unreal)
