"""Passages: the paragraphs in which words stand, or that come nearest to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.words import key
from bot.model.release import Paragraph, Release
from bot.model.value import JOIN, ReleaseId

NEAR_MOST = 8
PASSAGES_MOST = 50
PASSAGES_TRIED = 200
"""Paragraphs with the words of a quote that are looked through for the quote itself."""
RAREST_MOST = 24
"""Different words of a text that are looked for, the rarest: what stands everywhere tells little."""
BARE_LEAST = 2
"""Letters that a Korean word has more than of before its last is taken for a particle."""
WORN_ON = "(s|d|m|t|ll|re|ve)?"
"""What may stand after an apostrophe at the end of a word, as a key has it: "the ROK" in "the ROK's"."""


@dataclass(frozen=True)
class Passage:
    """A paragraph with the release that it stands in, which is read when it is asked for."""

    id: ReleaseId
    paragraph: Paragraph
    read: Callable[[ReleaseId], Release] = field(repr=False, compare=False)

    @property
    def release(self) -> Release:
        """The release."""
        return self.read(self.id)


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
    words = dict.fromkeys(key(text).split())
    found = sorted((number, word) for word in words if (number := look.frequency("quotes", word)))
    return look.any_of(look.term("quotes", word) for _, word in found[:RAREST_MOST])


def near_gists(look: Catalogue, text: str) -> Query:
    """Statements with any of the words of a text in a gist; of a Korean word, which has particles, without its end."""
    words = dict.fromkeys(key(text).split())
    found = [look.term("gists", word) for word in words if look.frequency("gists", word)]
    bare = (word[:-1] for word in words if len(word) > BARE_LEAST)
    found += [look.term("gists", word) for word in bare if look.frequency("gists", word)]
    return look.any_of(found[:RAREST_MOST])
