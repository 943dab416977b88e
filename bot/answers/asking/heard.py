"""Names that are printed in Latin letters, and asked about in Hangul as they sound: "에말린 테오는"."""

from __future__ import annotations

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.spelling import Word, is_hangul, without_particles
from bot.library.library import Library
from bot.model.question import Kind, Subject

WORDS_MOST = 5
"""Words of one name."""
HEARD_MOST = 4
"""People between whom a short name with a title leaves the choice; of more, it names none."""


def with_heard(pieces: tuple[Piece, ...], library: Library) -> tuple[Piece, ...]:
    """The pieces of a question, with the Korean words that nothing explains read as the name that they sound like."""
    if not any(_may_be_heard(piece) for piece in pieces):
        return pieces
    done: list[Piece] = []
    place = 0
    while place < len(pieces):
        found = _heard_at(pieces, place, library)
        done.append(found[0] if found else pieces[place])
        place += found[1] if found else 1
    return tuple(done)


def _may_be_heard(piece: Piece) -> bool:
    return piece.readings == ((Sort.REST, ""),) and is_hangul(piece.text)


def _heard_at(pieces: tuple[Piece, ...], place: int, library: Library) -> tuple[Piece, int] | None:
    """The person whose name begins at a piece, and of how many pieces it is; the longest name."""
    run = 0
    for piece in pieces[place : place + WORDS_MOST]:
        if not (_may_be_heard(piece) or (piece.is_a(Sort.PERSON) and is_hangul(piece.text))):
            break
        run += 1
        if piece.tail:
            break
    titles = library.vocabulary.asking.titles.ko
    for size in range(run, 0, -1):
        own = pieces[place : place + size]
        after = pieces[place + size : place + size + 1]
        if not any(map(_may_be_heard, own)) or any(piece.text in titles for piece in own):
            continue
        titled = any(piece.text in titles for piece in after)
        if found := _person(own, library, titled=titled):
            return found, size
    return None


def _person(own: tuple[Piece, ...], library: Library, *, titled: bool) -> Piece | None:
    """Some pieces as one person, or as those between whom the sound leaves the choice."""
    words = tuple(word for piece in own for word in piece.words)
    last = words[-1].text
    particles = () if own[-1].tail else library.vocabulary.asking.particles
    for form in without_particles(last, particles):
        typed = " ".join((*(word.text for word in words[:-1]), form))
        people = library.names(Kind.PERSON).heard(typed)
        most = HEARD_MOST if titled else 1
        if 0 < len(people) <= most and (titled or not library.is_spoken_of(Subject(words=form))):
            readings = tuple((Sort.PERSON, id_) for id_ in people)
            return Piece((*words[:-1], Word(form, form)), readings, own[-1].tail or last[len(form) :])
    return None
