"""A surname that several have: where words or deeds are asked about, the only one of them who is quoted is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asking.bearing import is_by
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.subjects import POSSESSIVE
from bot.library.library import Library
from bot.model.value import PersonId

ENGLISH_POSSESSIVE = "s"
SPEAKING = ("said", "says", "mentioned", "conditions", "reply", "reason")
OWNED_WITHIN = 3
"""Pieces after a possessive among which the deed is that somebody is said to have."""


def with_the_quoted(asked: Asked, library: Library) -> tuple[Piece, ...]:
    """The pieces of a question, with a bare surname as the one person of that name whose words releases have.

    A surname with a title, one whose words are not asked about, and one of several who are quoted, stay as they are.
    """
    return tuple(_narrowed(asked, place, library) for place in range(len(asked.pieces)))


def the_taken(asked: Asked, narrowed: tuple[Piece, ...]) -> tuple[str, PersonId] | None:
    """The name as typed, and who was taken for it, where the pieces have fewer people than a question's own."""
    pairs = zip(asked.pieces, narrowed, strict=True)
    new = next((new for old, new in pairs if old.readings != new.readings), None)
    if new is None:
        return None
    found = re.search(re.escape(new.text), asked.text, re.IGNORECASE)
    return (found[0] if found else new.text), new.ids(Sort.PERSON)[0]


def _narrowed(asked: Asked, place: int, library: Library) -> Piece:
    piece = asked.pieces[place]
    people = piece.ids(Sort.PERSON)
    if len(people) <= 1 or not _is_bare(piece, library) or not _is_of_words(asked, place):
        return piece
    said = (person for r in asked.within for s in r.statements for person in people if is_by(s, r, (), (person,)))
    quoted = tuple(dict.fromkeys(said))
    return replace(piece, readings=((Sort.PERSON, quoted[0]),)) if len(quoted) == 1 else piece


def _is_bare(piece: Piece, library: Library) -> bool:
    """Whether a name has no title with it: a title that is not theirs would be somebody else's."""
    titles = library.vocabulary.asking.titles.all()
    return not any(word.text in titles for word in piece.words)


def _is_of_words(asked: Asked, place: int) -> bool:
    """Whether what the one who is named said or did is asked: as the subject, or by a noun ("Sand's invitation")."""
    piece = asked.pieces[place]
    after = asked.pieces[place + 1 : place + 1 + OWNED_WITHIN]
    if set(piece.ids(Sort.PERSON)) & set(asked.people):
        return bool(asked.acts) or asked.has(*SPEAKING)
    owns = piece.tail == POSSESSIVE or any(p.text == ENGLISH_POSSESSIVE for p in after[:1])
    return owns and any(p.is_a(Sort.ACT, Sort.CUE, Sort.TOPIC) for p in after)
