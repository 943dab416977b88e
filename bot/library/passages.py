"""Passages: the paragraphs in which words stand, or that come nearest to them."""

from __future__ import annotations

from dataclasses import dataclass

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.words import key
from bot.model.release import Paragraph, Release
from bot.model.value import JOIN

NEAR_MOST = 8
PASSAGES_MOST = 50
PASSAGES_TRIED = 200
"""Paragraphs with the words of a quote that are looked through for the quote itself."""
WORDS_MOST = 200
"""Different words of a text that are looked for: no paragraph comes near to a text by more."""
WORN_ON = "(s|d|m|t|ll|re|ve)?"
"""What may stand after an apostrophe at the end of a word, as a key has it: "the ROK" in "the ROK's"."""


@dataclass(frozen=True)
class Passage:
    """A paragraph with the release that it stands in."""

    release: Release
    paragraph: Paragraph


def holding(look: Catalogue, quote: str) -> Query:
    """Paragraphs in which each piece of a quote stands, as far as its words tell: a superset of those that hold it.

    The outermost words of a longer piece are not looked for: they may go on in the text with a mark that belongs to it.
    """
    pieces = [query for piece in quote.split(JOIN) if (query := _piece(look, piece.split()))]
    return look.all_of(pieces)


def _piece(look: Catalogue, words: list[str]) -> Query | None:
    if inner := key(" ".join(words[1:-1])).split():
        return look.phrase("quotes", inner)
    whole = key(" ".join(words)).split()
    return look.begun("quotes", whole, WORN_ON) if whole else None


def naming(look: Catalogue, name: str) -> Query:
    """Paragraphs with the words of a name, the last of them worn down or not."""
    words = key(name).split()
    return look.begun("quotes", words, WORN_ON) if words else Query.empty_query()


def near(look: Catalogue, text: str) -> Query:
    """Paragraphs with any of the words of a text."""
    words = list(dict.fromkeys(key(text).split()))[:WORDS_MOST]
    return look.any_of(look.term("quotes", word) for word in words)
