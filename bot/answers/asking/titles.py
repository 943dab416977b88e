"""Titles: with a name, of two people with one surname, they tell which is meant; alone, they name who holds them."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul
from bot.answers.asking.subjects import OBJECT_OF, OF, SUBJECT_PARTICLES
from bot.answers.called import is_titled, same_titles
from bot.answers.offices import in_office
from bot.library.library import Library
from bot.model.release import Presence, Role
from bot.model.value import PersonId

ENTRIES_LOOKED_AT = 12
"""Of each person, the newest: in one of them the title must stand."""
HOLDERS_MOST = 4
"""People between whom a title leaves the choice; of more, it names none."""
SPEAKING = ("said", "says", "mentioned")
DEEDS = ("led", "ed", "ran", "leading", "이끌었", "이끈", "했", "한")
"""Ends of words that say what somebody did, not who they are."""
QUALIFIERS_MOST = 2
"""Pieces before a title that are a part of it: "trade" of "trade minister"."""
ROLES = {"led": Role.HEAD_OF_DELEGATION, "chaired": Role.CO_CHAIR}
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
            titled = _by_title(done[-1].ids(Sort.PERSON), piece.text, library)
            words = (*done[-1].words, *piece.words)
            done[-1] = replace(done[-1], words=words, tail=piece.tail, readings=titled or done[-1].readings)
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
        called = _by_title(people, " ".join(p.text for p in before), library) if _may_be_titles(before) else ()
        if before[-1].text not in titles and not called:
            continue
        typed = " ".join(p.text for p in (*before, piece))
        known = (library.appearances(id_, ENTRIES_LOOKED_AT).newest for id_ in people)
        releases = dict.fromkeys(release for entries in known for release, _ in entries)
        found = (p.person for r in releases for p in in_office(r, typed, library))
        meant = tuple(dict.fromkeys(person for person in found if person in people))
        if meant or called or all(p.text in titles for p in before):
            del done[-count:]
            readings = tuple((Sort.PERSON, id_) for id_ in meant) or called
            readings = readings or tuple((Sort.PERSON, id_) for id_ in people)
            done.append(Piece((*(w for p in before for w in p.words), *piece.words), readings, piece.tail))
            return
    done.append(piece)


def _may_be_titles(pieces: list[Piece]) -> bool:
    """Whether none of some pieces only joins, names somebody or asks."""
    return not any(p.is_a(Sort.GLUE, Sort.PARTY, Sort.PERSON, Sort.CUE, Sort.ACT) for p in pieces)


def _by_title(people: tuple[PersonId, ...], title: str, library: Library) -> tuple[tuple[Sort, str], ...]:
    """Those of several people of one name whose title it is, in either language; none where it is nobody's."""
    for titles in same_titles(title, library.vocabulary.grammar) if len(people) > 1 else ():
        if found := tuple((Sort.PERSON, id_) for id_ in people if is_titled(id_, titles, library)):
            return found
    return ()


def with_holder(asked: Asked, library: Library) -> Asked:
    """The question with a title that stands alone as its subject read as whoever has it: "the deputy minister"."""
    place = _title_alone(asked, library)
    if place is None:
        return asked
    first, end = place
    for start in range(max(0, first - QUALIFIERS_MOST), first + 1):
        holders = _holders(asked, asked.pieces[start:end], library)
        if 0 < len(holders) <= HOLDERS_MOST:
            return _held(asked, start, end, holders, library)
    return asked


def _held(asked: Asked, start: int, end: int, holders: tuple[PersonId, ...], library: Library) -> Asked:
    """The question with some pieces, a title, as the people who have it."""
    run = asked.pieces[start:end]
    words = tuple(word for piece in run for word in piece.words)
    person = Piece(words, tuple((Sort.PERSON, id_) for id_ in holders), run[-1].tail)
    parties = {library.vocabulary.people[id_].party for id_ in holders}
    subjects = tuple(party for party in parties if party) if len(parties) == 1 else ()
    pieces = (*asked.pieces[:start], person, *asked.pieces[end:])
    return replace(asked, pieces=pieces, people=holders, subjects=subjects)


def _title_alone(asked: Asked, library: Library) -> tuple[int, int] | None:
    """Where a title stands, alone, as the subject of a verb of saying: from which piece to before which."""
    if asked.subjects or asked.people or asked.joint or not (asked.acts or asked.has(*SPEAKING)):
        return None
    titles = set(library.vocabulary.asking.titles.all())
    first = next((i for i, p in enumerate(asked.pieces) if _is_title(p, titles)), None)
    if first is None:
        return None
    end = next((i for i, p in enumerate(asked.pieces) if i > first and not _is_title(p, titles)), len(asked.pieces))
    after = asked.pieces[end:]
    verb = next((p for p in after if p.is_a(Sort.ACT) or set(p.ids(Sort.CUE)) & set(SPEAKING)), None)
    if is_hangul(asked.text):
        named = first > 0 and asked.pieces[first - 1].is_a(Sort.REST)  # a name that no list has
        is_subject = asked.pieces[end - 1].tail in SUBJECT_PARTICLES and not named
    else:
        before = asked.pieces[first - 1].text if first else ""
        is_subject = before not in OBJECT_OF and before != OF and not (after and after[0].text in (OF, "for"))
    return (first, end) if verb and is_subject else None


def _is_title(piece: Piece, titles: set[str]) -> bool:
    if piece.is_a(Sort.PERSON, Sort.PARTY):
        return False
    role = not set(piece.ids(Sort.CUE)).isdisjoint(ROLES) and not piece.text.endswith(DEEDS)
    return all(word.text in titles for word in piece.words) or (role and not piece.is_a(Sort.ACT))


def _holders(asked: Asked, run: tuple[Piece, ...], library: Library) -> tuple[PersonId, ...]:
    """Those who attended with a title or in a role, or are mentioned with it, of the newest release that has one."""
    typed = " ".join(piece.text for piece in run)
    for release in asked.within:
        of_office = in_office(release, typed, library)
        roles = {ROLES[cue] for piece in run for cue in piece.ids(Sort.CUE) if cue in ROLES}
        of_role = (p for p in release.participants if roles & set(p.roles))
        meant = [p for p in (*of_office, *of_role) if p.person and p.presence is not Presence.USUAL]
        there = [p for p in meant if p.presence is Presence.ATTENDED]
        if holders := tuple(dict.fromkeys(p.person for p in there or meant if p.person)):
            return holders
    return ()
