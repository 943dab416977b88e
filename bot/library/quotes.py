"""Quotes: verbatim in their paragraph, or refused.

The declared normalisation is all there is: runs of white space are one space, and typographic quotation marks
and apostrophes equal straight ones. What is shown is always the source's own spelling.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from bot.model.value import JOIN

_PLAIN_MARKS = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_TYPOGRAPHIC = re.compile("[‘’‚‛“”„‟]")
_WORD = re.compile(r"\w+")
WORDS_KEPT = 16_384
"""Words of which something is kept, marks beside them included: releases speak in the same words again and again."""
NEAR_ENOUGH = 0.6
WORD_MARKS = "'-"


class Span(NamedTuple):
    """Where a piece stands in its paragraph: characters from ``start`` up to ``end``."""

    start: int
    end: int


def squeeze(text: str) -> str:
    """``text`` with every run of white space, no-break spaces too, as one space."""
    if not text.isascii():
        text = text.replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def plain_marks(text: str) -> str:
    """``text`` with straight quotation marks and single spaces; same length as its squeezed form."""
    plain = squeeze(text)
    return plain if plain.isascii() or not _TYPOGRAPHIC.search(plain) else plain.translate(_PLAIN_MARKS)


@lru_cache(maxsize=8192)
def folded_marks(text: str) -> str:
    """``plain_marks`` of a text, without case; same length."""
    return fold(plain_marks(text))


@lru_cache(maxsize=2048)
def words_in(text: str) -> frozenset[str]:
    """The words of a text without case, cut at every mark: a phrase whose first word is not among them is not there."""
    return frozenset(chain.from_iterable(map(_words_of, folded_marks(text).split())))


@lru_cache(maxsize=WORDS_KEPT)
def _words_of(stretch: str) -> tuple[str, ...]:
    """The words in a stretch without spaces."""
    return tuple(_WORD.findall(stretch))


@lru_cache(maxsize=1024)
def _squeezed(paragraph: str) -> str:
    return squeeze(paragraph)


def fold(text: str) -> str:
    """``text`` without case, letter for letter: where that would make two of one ("ß"), the letter stays."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(small if len(small := letter.casefold()) == 1 else letter for letter in text)


@lru_cache(maxsize=8192)
def locate(quote: str, paragraph: str, *, any_case: bool = False) -> tuple[Span, ...] | None:
    """Where the pieces of ``quote`` stand in ``paragraph``, in order; None if one does not, or cuts a word."""
    even = folded_marks if any_case else plain_marks
    haystack = even(paragraph)
    spans: list[Span] = []
    at = 0
    for piece in even(quote).split(JOIN):
        span = _whole_words(piece, haystack, at)
        if span is None:
            return None
        spans.append(span)
        at = span.end
    return _drawn_together(spans, haystack)


def _drawn_together(spans: list[Span], haystack: str) -> tuple[Span, ...]:
    """The same pieces, each as near before the next as it stands: a label may stand in the text more than once."""
    drawn = spans[-1:]
    for span in reversed(spans[:-1]):
        piece, best = haystack[span.start : span.end], span
        while (again := _whole_words(piece, haystack, best.start + 1)) and again.end <= drawn[0].start:
            best = again
        drawn.insert(0, best)
    return tuple(drawn)


def _whole_words(piece: str, haystack: str, at: int) -> Span | None:
    while piece and (start := haystack.find(piece, at)) >= 0:
        end = start + len(piece)
        if not (_joins(haystack, start) or _joins(haystack, end)):
            return Span(start, end)
        at = start + 1
    return None


def _joins(text: str, at: int) -> bool:
    """Whether the characters on both sides of ``at`` belong to one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def as_printed(spans: tuple[Span, ...], paragraph: str) -> str:
    """The quote in the source's own spelling."""
    text = _squeezed(paragraph)
    return JOIN.join(text[span.start : span.end] for span in spans)


def nearest(quote: str, paragraph: str) -> str | None:
    """The words of ``paragraph`` that come nearest to a quote that does not stand there, or None."""
    wanted = plain_marks(quote).replace(JOIN, " ").split()
    words = squeeze(paragraph).split()
    plain = [plain_marks(word) for word in words]
    matcher = SequenceMatcher(None, wanted, plain, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks or sum(block.size for block in blocks) < NEAR_ENOUGH * len(wanted):
        return None
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(words), blocks[-1].b + blocks[-1].size + (len(wanted) - blocks[-1].a - blocks[-1].size))
    return " ".join(words[first:last])
