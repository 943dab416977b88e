"""Which releases a question can be about: by id, issuer, meeting, place, format, ranks, sides and day."""

from __future__ import annotations

from bot.answers.asking.dates import is_of, session_in
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul, words_of
from bot.library.library import Library
from bot.library.numbers import ordinals_in
from bot.library.words import key
from bot.model.release import Presence, Release

SEVERAL = 2
TWO = ("두", "양", "양국", "양측")
COUNTERS = ("제", "차", "회")
"""What stands beside the number of a session in Korean."""
MINISTERS = ("foreign ministers", "vice ministers", "ministers", "leaders", "presidents", "외교장관", "장관", "차관")
"""Ranks by which two people are named together, the longest first: "the two foreign ministers"."""


def releases_of(asked: Asked, library: Library, *, by_day: bool = True) -> tuple[Release, ...]:
    """The releases that a question can be about, newest first; those of a meeting of all who are named come first."""
    every = asked.within
    if asked.release_ids:
        return tuple(r for r in every if r.id in asked.release_ids)
    issuers = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.ISSUER)}
    series = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.MEETING)}
    if issuers:
        every = tuple(r for r in every if r.issuer in issuers)
    if series:
        every = tuple(r for r in every if series & {m.series for m in r.meetings})
    if not series and (kinds := asked.kinds()):
        every = tuple(r for r in every if _is_of_kind(r, kinds)) or every
    if asked.has("phone"):
        every = tuple(r for r in every if any(m.format and m.format.is_ == "phone" for m in r.meetings)) or every
    every = tuple(r for r in every if _is_held_where(r, asked)) or every
    if rank := _rank(asked):
        every = tuple(r for r in every if _met(r, rank)) or every
    if len(asked.subjects) >= SEVERAL:
        every = tuple(r for r in every if _is_of_all(r, set(asked.subjects), library)) or every
    number = session_of(asked, library)
    if number is not None:
        every = tuple(r for r in every if number in ordinals_in(r.title)) or every
    for day in asked.days if by_day else ():
        if not day.bound and any(is_of(r, day) for r in asked.within):
            every = tuple(r for r in every if is_of(r, day))
    named = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.PARTY)[:1]}
    return tuple(sorted(every, key=lambda r: len(named) >= SEVERAL and not _is_of_all(r, named, library)))


def chosen(asked: Asked, library: Library) -> dict[str, str]:
    """The release as an option of a command, where a question names one and there are others."""
    releases = releases_of(asked, library)
    return {"release": releases[0].id} if releases and len(releases) < len(asked.within) else {}


def session_of(asked: Asked, library: Library) -> int | None:
    """The number of the session that a question is about."""
    return session_in(asked.without_days, (*library.vocabulary.asking.meetings.en, "session", "round", "edition"))


def is_of_a_number(piece: Piece) -> bool:
    """Whether a piece is a session's number or a part of it: "ninth", "9", "차"."""
    return all(ordinals_in(w.text) or w.text.isdigit() or w.text in COUNTERS for w in piece.words)


def _is_of_kind(release: Release, kinds: frozenset[str]) -> bool:
    names = " ".join(f"{m.series.replace('-', ' ')} {m.name.en} {m.name.ko}".lower() for m in release.meetings)
    return any((kind in names) if is_hangul(kind) else (kind in names.split()) for kind in kinds)


def _is_held_where(release: Release, asked: Asked) -> bool:
    """Whether a question names the place of a meeting, as one: "in Port Sorrel", "포트 소렐에서"."""
    text = f" {key(asked.text)} "
    for meeting in release.meetings:
        if place := meeting.place:
            english = any(f" {link} {key(place.name.en)} " in text for link in ("in", "at", "to"))
            if english or f"{''.join(place.name.ko.split())}에서" in "".join(text.split()):
                return True
    return False


def _rank(asked: Asked) -> str | None:
    """The rank of those who met, where two are named by it."""
    text = " ".join(word.text for piece in asked.pieces for word in piece.words)
    return next((rank for rank in MINISTERS if f"two {rank}" in text or f"between the {rank}" in text), None) or next(
        (rank for rank in MINISTERS if is_hangul(rank) and any(f"{two} {rank}" in text for two in TWO)), None
    )


def _met(release: Release, rank: str) -> bool:
    """Whether two people of a rank met."""
    stems = {word.stem for word in words_of(rank)}
    offices = (p.office for p in release.participants if p.office and p.person and p.presence is Presence.ATTENDED)
    if is_hangul(rank):
        return sum((office.ko or "").endswith(rank) for office in offices) >= SEVERAL
    return sum(stems <= {word.stem for word in words_of(office.printed)} for office in offices) >= SEVERAL


def _is_of_all(release: Release, parties: set[str], library: Library) -> bool:
    """Whether a meeting had all of some parties as its sides, or as members of a side."""
    for meeting in release.meetings:
        sides = set(meeting.sides)
        if all(p in sides or sides & set(library.member_blocs(p, release.day)) for p in parties):
            return True
    return False
