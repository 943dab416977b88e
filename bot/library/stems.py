"""Words by their stem, so that "implementing" and "implemented" are one word (Snowball's English stemmer)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from bot.library.quotes import WORDS_KEPT, plain_marks

WORD = "[A-Za-z][A-Za-z.]*(?:'[A-Za-z]+)?"
_WORD = re.compile(WORD)


@lru_cache(maxsize=1)
def _analyzer() -> TextAnalyzer:
    stemmer = TextAnalyzerBuilder(Tokenizer.regex(WORD)).filter(Filter.lowercase()).filter(Filter.stemmer("English"))
    return stemmer.build()


@lru_cache(maxsize=4096)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the English words of ``text``, in order; both parts of a word with a hyphen."""
    return tuple(chain.from_iterable(map(_stems_in, plain_marks(text).split())))


@lru_cache(maxsize=WORDS_KEPT)
def _stems_in(stretch: str) -> tuple[str, ...]:
    """The stems in a stretch without spaces."""
    return tuple(map(stem_of, _WORD.findall(stretch)))


@lru_cache(maxsize=WORDS_KEPT)
def stem_of(word: str) -> str:
    """The stem of one English word, as ``stems_of`` finds words."""
    [stem] = _analyzer().analyze(word.rstrip("."))
    return stem
