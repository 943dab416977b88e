"""Statements that have words of some meaning: for each thing meant any of the ways in which it can be put."""

from __future__ import annotations

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.words import key
from bot.model.question import Slots
from bot.model.release import Statement
from bot.model.value import JOIN


def saying_all(slots: Slots, look: Catalogue) -> Query:
    """Statements that have one wording of each slot: an English one in a piece of the quote, a Korean one in the gist.

    Of a Korean one a word of the gist has the beginning, since particles follow. Wordings are keys.
    """
    if not slots:
        return Query.empty_query()
    return look.all_of(look.any_of(_saying(wording, look) for wording in slot) for slot in slots)


def _saying(wording: str, look: Catalogue) -> Query:
    words = wording.split()
    return look.phrase("quotes", words) if wording.isascii() else look.begun("gists", words)


def says_all(statement: Statement, slots: Slots) -> bool:
    """Whether a statement has one wording of each slot."""
    pieces = [f" {key(piece)} " for piece in statement.quote.split(JOIN)]
    gist = f" {key(statement.gist.ko)}"
    return bool(slots) and all(any(_stands(wording, pieces, gist) for wording in slot) for slot in slots)


def _stands(wording: str, pieces: list[str], gist: str) -> bool:
    if wording.isascii():
        return any(f" {wording} " in piece for piece in pieces)
    return f" {wording}" in gist
