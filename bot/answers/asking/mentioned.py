"""Whether a release speaks of somebody at all: a party, a person, in whoever's words."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.asking.alternatives import has_or
from bot.answers.asking.claimed import denied
from bot.answers.asking.evidence import Found, content_of, covers
from bot.answers.asking.nearby import SHOWN_MOST
from bot.answers.asking.persons import nobody, people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.verdicts import made
from bot.answers.claims import Verdict
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.model.release import Release, Statement


def names_only(asked: Asked, library: Library) -> bool:
    """Whether only somebody is named of whom nothing else is asked: "is China mentioned?"."""
    content = content_of(asked, library)
    return bool(content) and not asked.subjects and all(p.is_a(Sort.PARTY, Sort.PERSON) for p in content)


def is_mentioned(asked: Asked, library: Library) -> Answer:
    """The statements that name them; where none does, those who are listed under that name."""
    named = content_of(asked, library)
    for release in releases_of(asked, library):
        each = [tuple(s for s in release.statements if covers(library, s, piece)) for piece in named]
        if all(each) or (any(each) and has_or(asked)):
            return made(asked, library, Verdict.FOUND, Found(release, _in_order(release, each)))
    for release in releases_of(asked, library):
        ids = {id_ for p in named for id_ in (*p.ids(Sort.PERSON), *p.ids(Sort.PARTY))}
        listed = tuple(p for p in release.participants if {p.person, p.party, p.side} & ids)
        if listed:
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, listed)
    if len(named) > 1:
        return denied(asked, library, named)
    return nobody(asked, library, named[0].text)


def _in_order(release: Release, each: list[tuple[Statement, ...]]) -> tuple[Statement, ...]:
    """The statements as they stand in the release: as many as are shown, some for each name."""
    share = max(1, SHOWN_MOST // max(1, sum(1 for statements in each if statements)))
    shown = {s.id for statements in each for s in statements[:share]}
    return tuple(s for s in release.statements if s.id in shown)
