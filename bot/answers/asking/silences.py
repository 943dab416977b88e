"""What releases do not say of people: whether somebody is a man or a woman, how many came, what one unquoted said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.answers.answer import Answer
from bot.answers.asking.bearing import is_by
from bot.answers.asking.persons import nobody, people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.spelling import is_hangul
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.model.release import Release
from bot.model.value import PartyId


def gender(asked: Asked, library: Library) -> Answer:
    """Whether somebody is a man or a woman: releases print titles, and none is read as saying so."""
    return _silent(asked, library, PeopleAsked.GENDER)


def counted(asked: Asked, library: Library) -> Answer:
    """How many people came: releases give no number of them."""
    return _silent(asked, library, PeopleAsked.COUNT)


def unquoted(asked: Asked, library: Library) -> Answer:
    """A person who is named, and not quoted."""
    return _silent(asked, library, PeopleAsked.SILENT)


def spoken_of(asked: Asked, library: Library) -> Asked:
    """The question with somebody whom no release quotes as the one to whom it was done: "유명희 후보 지지했어?".

    Only where the name stands right before a Korean verb and has no particle that makes it the subject.
    """
    if not is_hangul(asked.text) or not is_unquoted(asked, library):
        return asked
    pairs = pairwise(asked.pieces)
    bare = (p for p, verb in pairs if p.is_a(Sort.PERSON) and not p.tail and verb.is_a(Sort.ACT))
    if next(bare, None) is None:
        return asked
    return replace(asked, people=(), subjects=(), anyone=True)


def is_unquoted(asked: Asked, library: Library) -> bool:
    """Whether a question is about the words of a person whom no release quotes."""
    releases = releases_of(asked, library)
    return bool(asked.people) and not any(is_by(s, r, (), asked.people) for r in releases for s in r.statements)


def is_one_silent(asked: Asked, library: Library) -> bool:
    """Whether of several parties one speaks in no release, itself or through its bloc: it has no part in a deed."""
    releases = releases_of(asked, library)

    def speaks(release: Release, side: PartyId) -> bool:
        voices = {side, *library.member_blocs(side, release.day)}
        return any(voices & {*s.sides} for s in release.statements)

    return len(asked.subjects) > 1 and any(not any(speaks(r, side) for r in releases) for side in asked.subjects)


def _silent(asked: Asked, library: Library, what: PeopleAsked) -> Answer:
    releases = releases_of(asked, library)
    if not releases:
        return nobody(asked, library, asked.text)
    people = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)}
    release = next((r for r in releases if any(p.person in people for p in r.participants)), releases[0])
    meant = tuple(p for p in release.participants if p.person in people)
    return people_shown(asked, library, release, what, meant)
