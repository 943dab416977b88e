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
"""Paragraphs with the words of a quote that are looked through for the quote itself."""
WORDS_MOST = 200
"""Words of a text that are looked for: the longest quote in a release has fewer."""


@dataclass(frozen=True)
class Passage:
    """A paragraph with the release that it stands in."""

    release: Release
    paragraph: Paragraph


def holding(look: Catalogue, quote: str) -> Query:
    """Paragraphs in which each piece of a quote stands, as far as its words tell: a superset of those that hold it.

    The last word of a piece may go on in the text with a mark that belongs to it ("the ROK" in "the ROK's").
    """
    pieces = [key(piece).split()[:WORDS_MOST] for piece in quote.split(JOIN)]
    return look.all_of(look.beginning("quotes", words) for words in pieces if words)


def near(look: Catalogue, text: str) -> Query:
    """Paragraphs with any of the words of a text."""
    words = list(dict.fromkeys(key(text).split()))[:WORDS_MOST]
    return look.any_of(look.term("quotes", word) for word in words)
