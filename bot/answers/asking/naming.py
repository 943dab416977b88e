"""The words of a question that say who is asked about."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import is_of_a_number, session_of
from bot.answers.asking.spelling import is_hangul, without_particles, words_of
from bot.answers.offices import AskedRole, asked_office, newest_printing
from bot.library.library import Library
from bot.library.ranks import Standing
from bot.model.value import PartyId, PersonId

POSSESSIVES = ("s", "of")
JOINING = ("나", "이나", "랑", "이랑", "하고", "과", "와", "및")
"""Korean particles between two who are named."""
AND_OR = ("and", "or")
NAME_PARTICLES: tuple[tuple[str, bool | None], ...] = (
    *((particle, None) for particle in ("까지도", "마저도", "조차도", "에서는", "에서도", "에서")),
    *((particle, None) for particle in ("까지", "마저", "조차", "하고", "측은", "측이", "측도", "도", "만", "의")),
    *(("이나", True), ("이랑", True), ("은", True), ("이", True), ("과", True)),
    *(("나", False), ("랑", False), ("는", False), ("가", False), ("와", False)),
)
"""Particles on a name, the longest first, and whether the name before them ends with a consonant."""
NAME_LEAST = 2
FIRST_SYLLABLE = ord("가")
FINALS = 28


def who_is_named(asked: Asked, library: Library) -> tuple[str, PartyId | None]:
    """The words of a question that say who: a person or a party, or the words of an office."""
    pieces = [p for p in asked.pieces if not p.is_bare_glue and not p.is_a(Sort.ISSUER, Sort.MEETING)]
    pieces = [p for p in pieces if "usually" not in p.ids(Sort.CUE)]
    pieces = [p for p in pieces if not p.is_a(Sort.KIND) or p.is_a(Sort.PARTY, Sort.PERSON)]
    own = [p for p in pieces if p.is_a(Sort.PARTY, Sort.PERSON, Sort.REST, Sort.TOPIC) or p.is_a(Sort.ACT)]
    own = [p for p in own if p.is_a(Sort.PERSON, Sort.PARTY) or not _is_a_meetings_place(p, asked)]
    own = [p for p in own if not (session_of(asked, library) and is_of_a_number(p))]
    if not own:
        return "", None
    if person := _the_person(asked, own):
        return person, None
    own = _before_the_verb(asked, own)
    if len(own) == 1 and own[0].is_a(Sort.PERSON, Sort.PARTY):
        ids = own[0].ids(Sort.PERSON) or own[0].ids(Sort.PARTY)
        if len(ids) == 1:
            return ids[0], ids[0] if own[0].is_a(Sort.PARTY) else None
    start = asked.pieces.index(own[0])
    end = max(i for i, p in enumerate(asked.pieces) if p is own[-1])
    between = [p for p in asked.pieces[start : end + 1] if not p.is_a(Sort.CUE) or p.is_a(Sort.TOPIC, Sort.PARTY)]
    people = [p for p in own if p.is_a(Sort.PERSON)]
    if len(people) == 1 and len(people[0].ids(Sort.PERSON)) == 1 and len(own) == 1:
        return people[0].ids(Sort.PERSON)[0], None
    return _all_named(between, library), None


def known_and_unknown(asked: Asked) -> tuple[Piece, Piece] | None:
    """Two who are named side by side, of whom one is a party and the other in no list: "Canada or Korea"."""
    own = [p for p in asked.pieces if p.is_a(Sort.PARTY, Sort.REST, Sort.PERSON) and not p.is_a(Sort.CUE, Sort.KIND)]
    if [p.is_a(Sort.PARTY) for p in own] not in ([True, False], [False, True]) or any(p.is_a(Sort.PERSON) for p in own):
        return None
    first, second = own
    place = next(i for i, p in enumerate(asked.pieces) if p is first)
    between = [p for p in asked.pieces[place + 1 :] if p is second or p.text in AND_OR]
    if is_hangul(first.text):
        particle = first.tail or first.text[len(without_its_particle(first.text)) :]
        return (first, second) if particle in JOINING and asked.pieces[place + 1] is second else None
    return (first, second) if len(between) > 1 and asked.pieces[place + 2 : place + 3] == (second,) else None


def _all_named(pieces: list[Piece], library: Library) -> str:
    """The words of some pieces as one name; with a comma where a Korean particle joins two."""
    said = ""
    for place, piece in enumerate(pieces):
        known = _as_known(piece, library)
        joins = place + 1 < len(pieces) and (piece.tail or piece.text[len(known) :]) in JOINING
        said += f"{known}, " if joins else f"{known} "
    return said.strip()


def _is_a_meetings_place(piece: Piece, asked: Asked) -> bool:
    """Whether the words of a piece stand in the name of a place where one of the meetings was."""
    places = [m.place.name for r in asked.within for m in r.meetings if m.place]
    words = {w.text for place in places for w in words_of(place.en)}
    korean = {"".join(place.ko.split()) for place in places}
    return words >= {w.text for w in piece.words} or "".join(w.text for w in piece.words) in korean


def _the_person(asked: Asked, own: list[Piece]) -> PersonId | None:
    """The one person who is named, if no word stands beside the name that may belong to it: "Kim Jong-un"."""
    people = [p for p in own if p.is_a(Sort.PERSON)]
    if len(people) != 1 or len(people[0].ids(Sort.PERSON)) != 1:
        return None
    place = next(i for i, p in enumerate(asked.pieces) if p is people[0])
    beside = (*asked.pieces[max(place - 1, 0) : place], *asked.pieces[place + 1 : place + 2])
    if any(p.is_a(Sort.REST, Sort.PARTY) or p.text in POSSESSIVES for p in beside) or people[0].tail == "의":
        return None
    return people[0].ids(Sort.PERSON)[0]


def _before_the_verb(asked: Asked, own: list[Piece]) -> list[Piece]:
    """Those of some pieces that stand before "attend" or "at" in an English claim; all, where none does."""
    if asked.mood is not Mood.CLAIM or any(is_hangul(p.text) for p in asked.pieces):
        return own
    verbs = (i for i, p in enumerate(asked.pieces) if i and ("attended" in p.ids(Sort.CUE) or p.text == "at"))
    before = asked.pieces[: next(verbs, len(asked.pieces))]
    return [p for p in own if p in before] or own


def _as_known(piece: Piece, library: Library) -> str:
    """A word as typed, or without the Korean particle on it where an office is printed so or it must be one."""
    if not piece.is_a(Sort.REST) or not is_hangul(piece.text) or piece.tail:
        return piece.text
    forms = without_particles(piece.text, library.vocabulary.asking.particles)
    return next((form for form in forms if _is_printed(form, library)), without_its_particle(piece.text))


def without_its_particle(word: str) -> str:
    """A Korean name without the particle on it: after a vowel another stands than after a consonant, as in 통가."""
    for particle, closed in NAME_PARTICLES:
        name = word.removesuffix(particle)
        fits = closed is None or (name[-1:] and _is_closed(name[-1]) is closed)
        if name != word and len(name) >= NAME_LEAST and fits:
            return name
    return word


def _is_closed(syllable: str) -> bool:
    """Whether a syllable of Hangul ends with a consonant."""
    return (ord(syllable) - FIRST_SYLLABLE) % FINALS != 0


def _is_printed(office: str, library: Library) -> bool:
    """Whether a release prints an office or a label so."""
    return (
        newest_printing(replace(asked_office(office, library), role=AskedRole()), Standing.OUTRIGHT, library, None)
        is not None
    )
