"""Whether somebody holds an office: only what a release prints of them says so."""

from __future__ import annotations

import re

from bot.answers.answer import Answer
from bot.answers.asking.alternatives import has_or
from bot.answers.asking.bearing import has_word
from bot.answers.asking.evidence import content_of, covers
from bot.answers.asking.identities import identified
from bot.answers.asking.moods import Mood
from bot.answers.asking.persons import people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.spelling import is_hangul, without_particles
from bot.answers.offices import in_office
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.model.release import Participant, Release, Statement
from bot.model.value import Words


def is_of_a_post(asked: Asked, library: Library) -> bool:
    """Whether a question takes one person to hold an office, in no other words than that."""
    people = [p for p in asked.pieces if p.is_a(Sort.PERSON)]
    if asked.mood is not Mood.CLAIM or len(people) != 1 or asked.acts:
        return False
    known = library.vocabulary.asking.titles
    named = (p for p in asked.pieces if p.is_a(Sort.TOPIC))
    return any(
        any(title in p.text for title in known.ko) or not {w.text for w in p.words}.isdisjoint(known.en)
        for p in (*_title(asked, library), *named)
    )


def of_a_post(asked: Asked, library: Library) -> Answer:
    """What the release prints of the person, and whether it is that office."""
    if has_or(asked):
        return identified(asked, library)
    [person] = (p.ids(Sort.PERSON)[0] for p in asked.pieces if p.is_a(Sort.PERSON))
    for release in releases_of(asked, library):
        meant = tuple(p for p in release.participants if p.person == person)
        if meant:
            typed = (" ".join(words) for words in _forms(_title(asked, library), library))
            holds = any(p.person == person for title in typed for p in in_office(release, title, library))
            holds = holds or any(_is_in_apposition(asked, library, release, p) for p in meant)
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, meant, holds=holds)
    return identified(asked, library)


def _is_in_apposition(asked: Asked, library: Library, release: Release, person: Participant) -> bool:
    """Whether the words right after a name ("…, the ROK's candidate for …") have all that is claimed, the noun too."""
    after = person.quote.partition(person.printed)[2]
    own = next((s for s in release.statements if s.paragraph == person.paragraph), None)
    if own is None or not after.startswith(","):
        return False
    words = after[1:].partition(",")[0]
    noun = re.split(r"\s(?:for|of|to)\s", words)[0].split()[-1]
    claimed = tuple(p for p in asked.pieces if not p.is_bare_glue and not p.is_a(Sort.PERSON))
    asking = library.vocabulary.asking
    claims_noun = any(has_word(_only(noun, own), word, asking) for p in claimed for word in p.words)
    return claims_noun and all(covers(library, _only(words, own), piece) for piece in claimed)


def _only(words: str, statement: Statement) -> Statement:
    """A statement as if it had some of its words alone."""
    bare = {"quote": words, "gist": Words(en=words, ko=words), "speaker": None, "sides": (), "addressee": ()}
    return statement.model_copy(update=bare)


def _title(asked: Asked, library: Library) -> tuple[Piece, ...]:
    return tuple(p for p in content_of(asked, library) if p.is_a(Sort.REST) and not p.is_a(Sort.PERSON))


def _forms(title: tuple[Piece, ...], library: Library) -> tuple[tuple[str, ...], ...]:
    """The title as typed and, in Korean, without the ending of its last word."""
    words = tuple(p.text for p in title)
    if not words or not is_hangul(words[-1]):
        return (words,)
    return tuple((*words[:-1], form) for form in without_particles(words[-1], library.vocabulary.asking.particles))
