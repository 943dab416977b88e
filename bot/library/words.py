"""How typed and printed names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN = re.compile("[\\x00-\\x7f\\uac00-\\ud7a3]*")
"""Letters that are even already: ASCII, and whole Korean syllables."""
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
_ASCII_MARKS = {
    mark: None if mark == ord("'") else " " for mark in range(128) if not (chr(mark).isalnum() or chr(mark) == "_")
}


def key(text: str) -> str:
    """``text`` for comparing: compatibility forms evened out, no case, no accents, no punctuation, one space."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_MARKS).split())
    if PLAIN.fullmatch(text):
        return " ".join(_NOT_WORD.sub(" ", text.lower().replace("'", "")).split())
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFC", "".join(c for c in folded if not unicodedata.combining(c)))
    words = _NOT_WORD.sub(" ", bare.replace("'", "").replace("’", "")).split()
    return " ".join(words)


def uses(text: str, words: str) -> bool:
    """Whether a text uses some words, one after another; an English plural is the same word. Both are keys."""
    if not words.isascii():
        return words.replace(" ", "") in text.replace(" ", "")
    return f" {singular(words)} " in f" {singular(text)} "


@lru_cache(maxsize=4096)
def singular(text: str) -> str:
    """A key with each word without the mark of its plural."""
    return " ".join(word.removesuffix("s") for word in text.split())
