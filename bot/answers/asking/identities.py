"""Who somebody is, by what a release prints of them."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.asking.evidence import covers, with_words
from bot.answers.asking.naming import who_is_named
from bot.answers.asking.persons import Who, nobody, people_shown, those_meant, who_came
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.verdicts import made
from bot.answers.claims import Verdict
from bot.answers.offices import in_office
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.model.release import Participant, Release, Statement
from bot.model.value import Words


def identified(asked: Asked, library: Library) -> Answer:
    """Who somebody is, by what the release prints of them."""
    who, _ = who_is_named(asked, library)
    if words := _of_something(asked, library):
        return _by_words(asked, library, words, who)
    for release in releases_of(asked, library):
        meant = _described(asked, library, release) or those_meant(asked, library, release, who)
        if meant and asked.has("named") and not any(p.person for p in meant):
            return who_came(asked, library)
        if meant:
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, meant)
    return nobody(asked, library, who or asked.text)


def _of_something(asked: Asked, library: Library) -> tuple[Piece, ...]:
    """The words that say what somebody is, and whose: "Drovia's candidate for the council"; none beside a name."""
    if any(p.is_a(Sort.PERSON) for p in asked.pieces):
        return ()
    named = tuple(p for p in asked.pieces if not p.is_bare_glue and p.is_a(Sort.REST, Sort.TOPIC, Sort.PARTY))
    said = tuple(p for p in named if not p.is_a(Sort.CUE) or p.is_a(Sort.TOPIC))
    del library
    return said if any(p.is_a(Sort.REST, Sort.TOPIC) and not p.is_a(Sort.PARTY) for p in said) else ()


def _by_words(asked: Asked, library: Library, words: tuple[Piece, ...], who: str) -> Answer:
    """Those who are entered by all of some words or in that office; else the statements that have them.

    Whoever only is of the party that is named is none of them.
    """
    for release in releases_of(asked, library):
        if meant := _officers(release, library, words, who) or _described(asked, library, release):
            if asked.has("named") and not any(p.person for p in meant):
                return who_came(asked, library)
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, meant)
    if said := with_words(library, words, releases_of(asked, library)):
        return made(asked, library, Verdict.FOUND, said[0])
    return nobody(asked, library, who or asked.text)


def _officers(release: Release, library: Library, words: tuple[Piece, ...], who: str) -> Who:
    """Those whose printed office some words are, of the party that is named."""
    parties = {id_ for p in words if not p.is_a(Sort.TOPIC) for id_ in p.ids(Sort.PARTY)}
    for typed in (" ".join(p.text for p in words), who):
        found = in_office(release, typed, library)
        if meant := tuple(p for p in found if not parties or {p.party, p.side} & parties):
            return meant
    return ()


def _described(asked: Asked, library: Library, release: Release) -> Who:
    """Those whose entry has every word of a question that is not a name alone: "Korea's candidate for the WTO"."""
    pieces = tuple(p for p in asked.pieces if not p.is_bare_glue and p.is_a(Sort.REST, Sort.TOPIC, Sort.PARTY))
    if not any(p.is_a(Sort.REST, Sort.TOPIC) for p in pieces) or any(p.is_a(Sort.PERSON) for p in asked.pieces):
        return ()
    first = next(iter(release.statements), None)
    parties = {id_ for p in pieces if not p.is_a(Sort.TOPIC) for id_ in p.ids(Sort.PARTY)}
    named = (p for p in release.participants if p.person and first and (not parties or {p.party, p.side} & parties))
    return tuple(p for p in named if first and all(_has(p, piece, first, library) for piece in pieces))


def _has(participant: Participant, piece: Piece, statement: Statement, library: Library) -> bool:
    """Whether the words by which somebody is entered have those of a piece, or the party is theirs."""
    if {participant.party, participant.side} & set(piece.ids(Sort.PARTY)):
        return True
    printed = Words(en=participant.quote, ko="-")
    words = {"quote": participant.quote, "gist": printed, "speaker": None, "sides": (), "addressee": ()}
    return covers(library, statement.model_copy(update=words), piece, loosely=True)
