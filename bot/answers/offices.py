"""People by what they were then: a role in the meeting, or the office or group that the release prints.

Rank words mislead (GENRE 2): a "deputy minister" is no "minister". So words count for an office only where they are a
whole rank of it, from its beginning (in Korean, whose titles end with the rank, at its end), with nothing beside them
but the person's own name and the party's. Words that stand elsewhere in an office, or only come near it, are apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind
from bot.model.release import Participant, Release, Role
from bot.model.speech_acts import Grammar
from bot.model.value import PartyId

ARTICLES = frozenset({"the", "a", "an", "of"})
AFTER_RANK = frozenset({"for", "of", "to", "at", "in", "on", "and", "from"})
"""What may follow a rank in an office: "Deputy Minister for …"."""
LOWERING = frozenset({"vice", "deputy", "assistant", "associate", "under", "former", "acting"})
"""What makes another, lower rank of the one it stands before."""
PLURAL_KO = "들"
OF_KO = "의"
TEXTS_KEPT = 4096
"""Labels of which the words are kept: the same offices stand in release after release."""
Who = tuple[Participant, ...]


@dataclass(frozen=True)
class Printed:
    """Participants by how some words stand in their office or label.

    ``outright``: as a whole rank; ``among``: all words, among others; ``inside``: inside another rank ("minister"
    in "deputy minister"); ``near``: only the same noun.
    """

    outright: Who = ()
    among: Who = ()
    inside: Who = ()
    near: Who = ()


@dataclass(frozen=True)
class AskedRole:
    """The roles that some words name, and the party whose they are to be."""

    roles: frozenset[Role]
    party: PartyId | None = None


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
    return AskedRole(frozenset())


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


def with_role(release: Release, asked: AskedRole) -> Who:
    """Those who had a role; where nobody chaired alone, co-chairs are chairs."""
    roles = asked.roles
    if Role.CHAIR in roles and not any(Role.CHAIR in p.roles for p in release.participants):
        roles |= {Role.CO_CHAIR}
    found = (p for p in release.participants if roles & set(p.roles)) if roles else ()
    return tuple(p for p in found if asked.party in (None, p.party, p.side))


def in_office(release: Release, typed: str, library: Library) -> Who:
    """Those whose printed office, or printed label, ``typed`` is, as a whole rank."""
    return printed_with(release, asked_words(typed, library)).outright


@dataclass(frozen=True)
class AskedWords:
    """Words for an office or a group, made ready for comparing, without the name of a party beside them."""

    words: tuple[str, ...]
    party: PartyId | None = None


def asked_words(typed: str, library: Library) -> AskedWords:
    """What is asked for in ``typed``: the words of a rank or a group, and the party they are to be of."""
    words, party = _without_party(key(typed).split(), library)
    return AskedWords(tuple(_bare(word) for word in words), party)


def printed_with(release: Release, asked: AskedWords) -> Printed:
    """Those whose printed office or label has to do with the words asked for."""
    found: dict[str, list[Participant]] = {"outright": [], "among": [], "inside": [], "near": []}
    for participant in release.participants if asked.words else ():
        if asked.party and asked.party not in (participant.party, participant.side):
            continue
        hows = {_how(asked.words, printed, participant) for printed in _texts(participant, release)}
        how = next((name for name in found if name in hows), None)
        if how:
            found[how].append(participant)
    return Printed(**{name: tuple(who) for name, who in found.items()})


def _without_party(words: list[str], library: Library) -> tuple[list[str], PartyId | None]:
    """The words without the name of a party before or after them, and that party."""
    words = [word for i, word in enumerate(words) if i or word not in ARTICLES]
    names = library.names(Kind.SIDE)
    for cut in range(len(words) - 1, 0, -1):
        for own, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
            if found := names.exact(" ".join(own)):
                return [word for i, word in enumerate(rest) if 0 < i < len(rest) - 1 or word not in ARTICLES], found[0]
    return words, None


def _bare(word: str) -> str:
    """A word without the mark of its plural, and in Korean without the "of" at its end."""
    if word.isascii():
        return word.removesuffix("s")
    return word.removesuffix(OF_KO).removesuffix(PLURAL_KO)


def _texts(participant: Participant, release: Release) -> Iterator[tuple[str, ...]]:
    """The words of each office and label of somebody."""
    labels = [s.label for s in release.speakers if s.person and s.person == participant.person]
    office = [participant.office.printed, participant.office.ko] if participant.office else []
    own = [] if participant.person else [participant.printed, participant.ko]
    return (words for text in (*office, *labels, *own) if text for words in _readings(text))


@lru_cache(maxsize=TEXTS_KEPT)
def _readings(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a label; of "vice and deputy ministers" also those of each alone."""
    words = tuple(_bare(word) for word in key(text).split())
    readings = [tuple(word for i, word in enumerate(words) if i or word not in ARTICLES)]
    if "and" in words[1:2]:
        readings += [(words[0], *words[3:]), words[2:]]
    if "·" in text:
        *before, last = text.split(" ")
        pieces = (" ".join((*before, piece)) for piece in last.split("·"))
        readings += [tuple(_bare(word) for word in key(piece).split()) for piece in pieces]
    return tuple(readings)


def _how(asked: tuple[str, ...], printed: tuple[str, ...], participant: Participant) -> str | None:
    """How some words stand in an office or label: as ``Printed`` has it, or not at all."""
    if not asked[0].isascii():
        return _how_in_korean(asked, printed)
    if not set(asked) & set(printed):
        return None
    name = {_bare(word) for word in key(participant.printed).split()} if participant.person else set()
    rank = asked
    while rank and rank[-1] in name:
        rank = rank[:-1]
    if not rank:
        return None
    after = (*printed[len(rank) :], "")[0]
    if printed[: len(rank)] == rank and rank[-1] not in LOWERING and after in {*AFTER_RANK, *name, ""}:
        return "outright"
    if set(rank) <= set(printed):
        return "inside" if LOWERING & {*(set(printed) - set(rank)), rank[-1]} else "among"
    return "near" if _noun(rank) in printed and _noun(rank) == _noun(printed) else None


def _how_in_korean(rank: tuple[str, ...], printed: tuple[str, ...]) -> str | None:
    if printed[-len(rank) :] == rank:
        return "outright"
    last = printed and printed[-1].endswith(rank[-1])
    return "among" if last and all(word in printed[:-1] for word in rank[:-1]) else None


def _noun(words: tuple[str, ...]) -> str:
    """The noun that a rank turns on: the word before its first "of" or "for", else its last."""
    end = next((i for i, word in enumerate(words) if i and word in AFTER_RANK), len(words))
    return words[end - 1]
