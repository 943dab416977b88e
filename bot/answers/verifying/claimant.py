"""Whom a message means as a speaker: by name, by office, by a word for a whole side; or nobody whom the release knows.

Somebody whom the release does not know is still said to have spoken, and wrongly. Only what stands for the text itself
("the release"), and a pronoun, claims no speaker.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.offices import asked_role, in_office, with_role
from bot.answers.speakers import AND, TOGETHER_WORDS, Named, exactly_named, named
from bot.answers.verifying.nobody import ENDINGS_KO, POSSESSIVE
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind
from bot.model.release import Participant, Release

WHOLE_SIDE = frozenset(
    word
    for line in (
        "side sides delegation delegations delegate delegates government governments official officials team leaders",
        "representative representatives negotiator negotiators diplomat diplomats country countries state states",
        "nation nations member members authorities people participants",
        "측 대표단 정부 대표 대표들 관리 관리들 당국 당국자 당국자들 국가 국가들 회원국 회원국들 외교관 외교관들",
    )
    for word in line.split()
)
"""Words that, after the name of a party, are that party."""
MINISTRY = frozenset({"ministry", "foreign", "외교부"})
OFFICE = re.compile(
    r"\b(?:minister|secretary|president|premier|chancellor|ambassador|spokes(?:man|woman|person)|envoy|co-chair|chair"
    r"|chairman|director|commissioner|representative)\b|(?:장관|차관|차관보|대통령|총리|대변인|대사|국장|의장|총장|본부장"
    r"|수석|실장|특사|외상|외무상|주석|위원장|심의관|외교관|대표|측|정부|대표단|당국자)$",
    re.IGNORECASE,
)
"""A word for somebody who holds an office, or for a whole side."""
HONORIFICS = re.compile(r"^(?:mr|mrs|ms|dr|h\.?e|amb)\.?\s+", re.IGNORECASE)
NAME_WORDS_LEAST = 2
COUNTRY_WORDS_MOST = 3


def claimant(typed: str, release: Release, library: Library) -> Named:
    """Whom ``typed`` means; of nobody known where the release knows nobody of that name or office."""
    found = described(typed, release, library)
    return found if found.known else named(typed, release, library)


def described(typed: str, release: Release, library: Library) -> Named:
    """As ``claimant``, but nothing is guessed from the beginning of a name."""
    parts = [part for part in AND.split(typed) if part.strip()]
    each = [_described(part, release, library) for part in parts]
    if len(each) > 1 and all(one.known for one in each) and not exactly_named(typed, release, library).known:
        parties, people = (
            frozenset().union(*found) for found in zip(*((n.parties, n.people) for n in each), strict=True)
        )
        return Named(typed, frozenset() if people else parties, people)
    return _described(typed, release, library)


def _described(typed: str, release: Release, library: Library) -> Named:
    plain = _of_country(ENDINGS_KO.sub("", POSSESSIVE.sub("", HONORIFICS.sub("", typed.strip()))), library)
    if key(plain) in TOGETHER_WORDS:
        return named(plain, release, library)
    for name in (typed, plain, f"{plain}'s side"):
        if (exact := exactly_named(name, release, library)).known:
            return replace(exact, typed=typed)
    words = [word for i, word in enumerate(plain.split()) if i or word.lower() not in ("the", "a", "an")]
    for end in range(len(words) - 1, 0, -1):
        kind = {key(word) for word in words[end:]}
        if kind <= WHOLE_SIDE | MINISTRY and (side := exactly_named(" ".join(words[:end]), release, library)).parties:
            issuer = library.vocabulary.issuers[release.issuer].party
            return Named(typed, side.parties, reports=kind <= MINISTRY and issuer in side.parties)
    if officials := in_office(release, plain, library) or with_role(release, asked_role(plain, library)):
        return _of(typed, officials)
    name, of, party = plain.partition(" of ")
    if of and library.names(Kind.SIDE).exact(party) and (who := _described(name, release, library)).people:
        return who
    return _with_title(typed, words, release, library)


def _of_country(typed: str, library: Library) -> str:
    """Words that begin with an adjective made of a country's name, with the name: "South Korean" is "South Korea"."""
    words = typed.split()
    start = int(words[:1] in (["the"], ["The"]))
    for end in range(min(start + COUNTRY_WORDS_MOST, len(words)), start, -1):
        stem = " ".join(words[start:end])
        if stem.endswith("an") and library.names(Kind.SIDE).exact(stem[:-1]) and end < len(words):
            return " ".join((*words[:start], stem[:-1], *words[end:]))
    return typed


def _of(typed: str, officials: tuple[Participant, ...]) -> Named:
    people = frozenset(p.person for p in officials if p.person)
    return Named(typed, frozenset(p.side for p in officials if p.side and not people), people)


def _with_title(typed: str, words: list[str], release: Release, library: Library) -> Named:
    """A whole name with any title: before it in English, after it in Korean."""
    for cut in range(1, len(words)):
        whole, title = (words[cut:], words[:cut]) if words[0].isascii() else (words[:-cut], words[-cut:])
        who = exactly_named(" ".join(whole), release, library)
        if who.people and (len(whole) >= NAME_WORDS_LEAST or not whole[0].isascii()) and _is_title(title, library):
            return who
    return Named(typed)


def _is_title(words: list[str], library: Library) -> bool:
    """Whether some words beside a name are no other person's."""
    return not any(id_ in library.vocabulary.people for word in words for id_ in library.names(Kind.WHO).exact(word))
