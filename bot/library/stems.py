"""Words by their stem, so that "implementing" and "implemented" are one word (Snowball's English stemmer)."""

from __future__ import annotations

import re
from functools import lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from bot.library.quotes import plain_marks

WORD = "[A-Za-z][A-Za-z.]*(?:'[A-Za-z]+)?"
_WORD = re.compile(WORD)
WORDS_KEPT = 16_384
"""Words of which the stem is kept: releases speak in the same words again and again."""


@lru_cache(maxsize=1)
def _analyzer() -> TextAnalyzer:
    stemmer = TextAnalyzerBuilder(Tokenizer.regex(WORD)).filter(Filter.lowercase()).filter(Filter.stemmer("English"))
    return stemmer.build()


@lru_cache(maxsize=4096)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the English words of ``text``, in order; both parts of a word with a hyphen."""
    return tuple(map(_stem, _WORD.findall(plain_marks(text))))


@lru_cache(maxsize=WORDS_KEPT)
def _stem(word: str) -> str:
    [stem] = _analyzer().analyze(word.rstrip("."))
    return stem
