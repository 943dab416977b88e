"""Names with the titles before them: of two people with one surname the title tells which is meant."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.spelling import is_hangul
from bot.answers.offices import in_office
from bot.library.library import Library

ENTRIES_LOOKED_AT = 12
"""Of each person, the newest: in one of them the title must stand."""
TITLE_MOST = 5
"""Pieces of a title before a name."""


def with_titles(pieces: tuple[Piece, ...], library: Library) -> tuple[Piece, ...]:
    """The pieces of a question with each person's title as one with the name.

    A surname of several people is narrowed to the one who has that title in a release.
    """
    done: list[Piece] = []
    titles = set(library.vocabulary.asking.titles.all())
    for piece in pieces:
        if piece.text in titles and is_hangul(piece.text) and done and done[-1].is_a(Sort.PERSON):
            done[-1] = replace(done[-1], words=(*done[-1].words, *piece.words), tail=piece.tail)
            continue
        if piece.is_a(Sort.PERSON):
            _take_title(done, piece, library)
        else:
            done.append(piece)
    return tuple(done)


def _take_title(done: list[Piece], piece: Piece, library: Library) -> None:
    """Adds a person to the pieces, and to the person the words before that are a title in some release."""
    people = piece.ids(Sort.PERSON)
    titles = set(library.vocabulary.asking.titles.all())
    for count in range(min(TITLE_MOST, len(done)), 0, -1):
        before = done[-count:]
        if before[-1].text not in titles:
            break
        typed = " ".join(p.text for p in (*before, piece))
        known = (library.appearances(id_, ENTRIES_LOOKED_AT).newest for id_ in people)
        releases = dict.fromkeys(release for entries in known for release, _ in entries)
        found = (p.person for r in releases for p in in_office(r, typed, library))
        meant = tuple(dict.fromkeys(person for person in found if person in people))
        if meant or all(p.text in titles for p in before):
            del done[-count:]
            readings = tuple((Sort.PERSON, id_) for id_ in (meant or people))
            done.append(Piece((*(w for p in before for w in p.words), *piece.words), readings, piece.tail))
            return
    done.append(piece)
