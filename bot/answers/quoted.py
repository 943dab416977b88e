"""The quoted phrases of a message: what stands between quotation marks, else its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.library.clauses import sentence_around
from bot.library.quotes import squeeze
from bot.model.value import JOIN

MARKS = {"“": "”", '"': '"', "„": "“", "「": "」", "『": "』", "«": "»", "‘": "’"}
"""Opening marks with those that close them. A straight ' is always an apostrophe here."""
ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:…|\.{3,})\s*[\])]|…+|\.{3,}|\.(?: \.){2,})\s*")
TRAILING = re.compile(r"[\s.,;:!?]+$")
STOPS = ".!?"
SENTENCE_WORDS_LEAST = 4


@dataclass(frozen=True)
class Phrase:
    """Words to look for, with where they stand in the message (``end`` past the closing mark)."""

    words: str
    start: int
    end: int
    marked: bool = False
    """Whether it stood between quotation marks."""

    @property
    def trimmed(self) -> str:
        """The words without the punctuation at their end, which may belong to the message around them."""
        return TRAILING.sub("", self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether the words claim to end where they end."""
        return self.words.rstrip()[-1:] in STOPS


def phrase(words: str, start: int, end: int, *, marked: bool = False) -> Phrase:
    """Words with their ellipses as the library joins the pieces of a quote, and none at the ends."""
    joined = ELLIPSIS.sub(JOIN, squeeze(words))
    return Phrase(joined.strip().strip("…").strip(), start, end, marked)


def quoted_phrases(text: str) -> tuple[Phrase, ...]:
    """What stands between marks, outermost marks only, in order; marks that never close mark nothing."""
    found: list[Phrase] = []
    at = 0
    while at < len(text):
        end = _closing(text, at) if text[at] in MARKS else None
        if end is not None and re.search(r"\w", text[at + 1 : end]):
            found.append(phrase(text[at + 1 : end], at, end + 1, marked=True))
            at = end
        at += 1
    return tuple(found)


def _closing(text: str, at: int) -> int | None:
    """Where the mark that opens at ``at`` closes; marks of the same kind in between go in pairs."""
    opening, closing = text[at], MARKS[text[at]]
    depth = 0
    for place in range(at + 1, len(text)):
        if text[place] == closing and not _is_apostrophe(text, place):
            if depth == 0:
                return place
            depth -= 1
        elif text[place] == opening:
            depth += 1
    return None


def _is_apostrophe(text: str, place: int) -> bool:
    """Whether a ’ stands inside a word."""
    return text[place] == "’" and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()


def sentences(text: str) -> tuple[Phrase, ...]:
    """The sentences of a text as phrases; a few words that only look like one go with the next, at the end the last."""
    ends = list(_sentence_ends(text))
    found: list[Phrase] = []
    start = 0
    for end in ends:
        rest = text[end:].split()
        if len(text[start:end].split()) >= SENTENCE_WORDS_LEAST and not 0 < len(rest) < SENTENCE_WORDS_LEAST:
            found.append(phrase(text[start:end], start, end))
            start = end
    if text[start:].strip():
        found.append(phrase(text[start:], start, len(text)))
    return tuple(found)


def _sentence_ends(text: str) -> Iterator[int]:
    at = 0
    while at < len(text):
        _, end = sentence_around(text, at)
        while end < len(text) and text[end] in " '\"”’)]":
            end += 1
        at = max(end, at + 1)
        yield at
