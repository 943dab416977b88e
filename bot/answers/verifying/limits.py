"""Words that make less of what stands beside them: a quote that leaves one off says more than the text."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.library.phrase_book import any_of_words
from bot.library.quotes import plain_marks
from bot.model.speech_acts import Grammar

LIMITS = (
    "only", "solely", "merely", "exclusively", "purely", "nearly", "almost", "close to", "all but", "approximately",
    "roughly", "up to", "at most", "at least", "no more than", "not more than", "no less than", "not less than",
    "mainly", "primarily", "chiefly", "some of", "part of", "parts of", "most of", "a number of", "a few of",
    "several of", "at this stage", "at present", "at the moment", "at this point", "so far", "to date", "temporarily",
    "to some extent", "to a certain extent", "to a degree", "as far as possible", "where possible", "if possible",
    "where appropriate", "as appropriate", "where necessary", "possibly", "potentially", "perhaps", "probably",
    "likely", "reportedly", "allegedly", "apparently", "supposedly", "hardly", "barely", "scarcely", "rarely", "seldom",
    "occasionally", "sometimes", "usually", "normally", "alternately", "by turns", "in turns", "gradually",
    "step by step", "in due course", "eventually", "ultimately", "on a trial basis", "on a voluntary basis",
    "on a case-by-case basis", "in exchange for", "in return for", "with the exception of", "except", "except for",
    "apart from", "other than", "yet to",
)  # fmt: skip


@lru_cache(maxsize=8)
def _pattern(weakened: tuple[str, ...]) -> str:
    return rf"(?<![\w-])({any_of_words({*LIMITS, *weakened})})(?![\w-])"


def _words(grammar: Grammar) -> str:
    return _pattern(tuple(word for hedge in grammar.weakened for word in hedge.en))


def limit_in(text: str, grammar: Grammar) -> str:
    """The first limiting words of a text, or nothing."""
    found = re.search(_words(grammar), plain_marks(text), re.IGNORECASE)
    return found[1] if found else ""


def limit_before(text: str, grammar: Grammar) -> str:
    """The limiting words that a text ends with, or nothing."""
    found = re.search(rf"{_words(grammar)},?\s*$", plain_marks(text), re.IGNORECASE)
    return found[1] if found else ""


def limit_after(text: str, grammar: Grammar) -> str:
    """The limiting words that a text begins with, or nothing; those before a verb of their own limit that verb."""
    found = re.match(rf",?\s*{_words(grammar)}(?!\s+\w+(?:ed|ing)\b)", plain_marks(text).lstrip(), re.IGNORECASE)
    return found[1] if found else ""
