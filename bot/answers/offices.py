"""People by what they were then: a role in the meeting, or the office or group that the release prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.library.library import Library
from bot.library.ranks import ARTICLES, PLURAL_KO, Standing, Words, bare, labels_of, own_name, standing
from bot.library.words import key
from bot.model.question import Kind
from bot.model.release import Participant, Release, Role
from bot.model.speech_acts import Grammar
from bot.model.value import PartyId

Who = tuple[Participant, ...]


@dataclass(frozen=True)
class AskedRole:
    """The roles that some words name, and the party whose they are to be."""

    roles: frozenset[Role] = frozenset()
    party: PartyId | None = None


@dataclass(frozen=True)
class AskedOffice:
    """An office or a group asked for: words ready for comparing, without the name of a party beside them."""

    words: Words
    party: PartyId | None = None
    """The party that they are to be of."""
    role: AskedRole = AskedRole()
    """What else the words may mean."""


def asked_office(typed: str, library: Library) -> AskedOffice:
    """What is asked for in ``typed``."""
    words, party = _without_party(key(typed).split(), library)
    return AskedOffice(tuple(map(bare, words)), party, asked_role(typed, library))


def asked_role(typed: str, library: Library) -> AskedRole:
    """The role that ``typed`` names: "co-chair", "head of the ROK delegation"."""
    words = [word for word in key(typed).split() if word != "the"]
    names = library.names(Kind.SIDE)
    if roles := _roles(" ".join(words), library.vocabulary.grammar):
        return AskedRole(roles)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            party = names.exact(" ".join(words[start:end]))
            if party and (roles := _roles(" ".join((*words[:start], *words[end:])), library.vocabulary.grammar)):
                return AskedRole(roles, party[0])
    return AskedRole()


def _roles(typed: str, grammar: Grammar) -> frozenset[Role]:
    words = {
        Role.HEAD_OF_DELEGATION: grammar.head_of_delegation,
        Role.CO_CHAIR: grammar.co_chair,
        Role.CHAIR: grammar.chair,
    }
    wanted = {typed, typed.removesuffix("s"), typed.removesuffix(PLURAL_KO)}
    return frozenset(
        role for role, names in words.items() if wanted & {key(name) for name in (*names, role.value.replace("_", " "))}
    )


def newest_printing(
    asked: AskedOffice, how: Standing, library: Library, only: Release | None
) -> tuple[Release, Who] | None:
    """The newest release, or the one ``only`` to be looked at, that prints what is asked for so, and those meant."""
    releases: Iterable[Release] = (only,) if only else _printing(asked, how, library)
    return next(((release, who) for release in releases if (who := printed_so(release, asked, how))), None)


def _printing(asked: AskedOffice, how: Standing, library: Library) -> Iterator[Release]:
    roles, of = _counting_as(asked.role.roles), asked.role.party
    return library.printing(how, asked.words, asked.party, roles, of)


def printed_so(release: Release, asked: AskedOffice, how: Standing) -> Who:
    """Those in a release who had a role asked for; else those in whose office or label the words stand so, at best."""
    if in_role := with_role(release, asked.role):
        return in_role if how is Standing.OUTRIGHT else ()
    of_party = (p for p in release.participants if not asked.party or asked.party in (p.party, p.side))
    return tuple(p for p in of_party if _best(asked.words, p, release) is how) if asked.words else ()


def _best(words: Words, participant: Participant, release: Release) -> Standing | None:
    name = frozenset(own_name(participant))
    ways = {standing(words, printed, name) for printed in labels_of(participant, release)}
    return next((how for how in Standing if how in ways), None)


def with_role(release: Release, asked: AskedRole) -> Who:
    """Those who had a role; where nobody chaired alone, co-chairs are chairs."""
    roles = asked.roles
    if not any(Role.CHAIR in p.roles for p in release.participants):
        roles = _counting_as(roles)
    return tuple(p for p in release.participants if roles & set(p.roles) and asked.party in (None, p.party, p.side))


def _counting_as(roles: frozenset[Role]) -> frozenset[Role]:
    """Some roles, and those that may count as one of them."""
    return roles | {Role.CO_CHAIR} if Role.CHAIR in roles else roles


def in_office(release: Release, typed: str, library: Library) -> Who:
    """Those whose printed office, or printed label, ``typed`` is, as a whole rank."""
    words, party = _without_party(key(typed).split(), library)
    return printed_so(release, AskedOffice(tuple(map(bare, words)), party), Standing.OUTRIGHT)


def _without_party(words: list[str], library: Library) -> tuple[list[str], PartyId | None]:
    """The words without the name of a party before or after them, and that party."""
    words = [word for i, word in enumerate(words) if i or word not in ARTICLES]
    names = library.names(Kind.SIDE)
    for cut in range(len(words) - 1, 0, -1):
        for own, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
            if found := names.exact(" ".join(own)):
                return [word for i, word in enumerate(rest) if 0 < i < len(rest) - 1 or word not in ARTICLES], found[0]
    return words, None
