"""People by what they were then: a role in the meeting, or the office or group that the release prints.

Rank words mislead (GENRE 2): a "deputy minister" is no "minister". So words count for an office only where they are a
whole rank of it, from its beginning (in Korean, whose titles end with the rank, at its end), with nothing beside them
but the person's own name and the party's. Words that stand elsewhere in an office, or only come near it, are apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


def with_role(release: Release, typed: str, grammar: Grammar) -> Who:
    """Those who had the role that ``typed`` names ("co-chair"); where nobody chaired alone, co-chairs are chairs."""
    words = {
        Role.HEAD_OF_DELEGATION: grammar.head_of_delegation,
        Role.CO_CHAIR: grammar.co_chair,
        Role.CHAIR: grammar.chair,
    }
    wanted = {key(typed), key(typed).removesuffix("s"), key(typed).removesuffix(PLURAL_KO)}
    roles = {
        role for role, names in words.items() if wanted & {key(name) for name in (*names, role.value.replace("_", " "))}
    }
    if Role.CHAIR in roles and not any(Role.CHAIR in p.roles for p in release.participants):
        roles.add(Role.CO_CHAIR)
    return tuple(p for p in release.participants if roles & set(p.roles))


def in_office(release: Release, typed: str, library: Library) -> Who:
    """Those whose printed office, or printed label, ``typed`` is, as a whole rank."""
    return printed_with(release, typed, library).outright


def printed_with(release: Release, typed: str, library: Library) -> Printed:
    """Those whose printed office or label has to do with the words typed."""
    words, party = _without_party(key(typed).split(), library)
    wanted = [_bare(word) for word in words]
    if not wanted:
        return Printed()
    found: dict[str, list[Participant]] = {"outright": [], "among": [], "inside": [], "near": []}
    for participant in release.participants:
        if party and party not in (participant.party, participant.side):
            continue
        hows = {_how(wanted, printed, participant) for printed in _texts(participant, release)}
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


def _texts(participant: Participant, release: Release) -> Iterator[list[str]]:
    """The words of each office and label of somebody; of "vice and deputy ministers" also of each alone."""
    labels = [s.label for s in release.speakers if s.person and s.person == participant.person]
    office = [participant.office.printed, participant.office.ko] if participant.office else []
    own = [] if participant.person else [participant.printed, participant.ko]
    for text in (*office, *labels, *own):
        if not text:
            continue
        words = [_bare(word) for word in key(text).split()]
        yield [word for i, word in enumerate(words) if i or word not in ARTICLES]
        if "and" in words[1:2]:
            yield [words[0], *words[3:]]
            yield words[2:]
        if "·" in text:
            *before, last = text.split(" ")
            for piece in last.split("·"):
                yield [_bare(word) for word in key(" ".join((*before, piece))).split()]


def _how(words: list[str], printed: list[str], participant: Participant) -> str | None:
    """How some words stand in an office or label: as ``Printed`` has it, or not at all."""
    name = {_bare(word) for word in key(participant.printed).split()} if participant.person else set()
    rank = list(words)
    while rank and rank[-1] in name:
        rank.pop()
    if not rank:
        return None
    if not all(word.isascii() for word in rank):
        return _how_in_korean(rank, printed)
    after = [*printed[len(rank) :], ""][0]
    if printed[: len(rank)] == rank and rank[-1] not in LOWERING and after in {*AFTER_RANK, *name, ""}:
        return "outright"
    others = set(printed) - set(rank)
    if set(rank) <= set(printed):
        return "inside" if LOWERING & (others | {rank[-1]}) else "among"
    return "near" if _noun(rank) in printed and _noun(rank) == _noun(printed) else None


def _how_in_korean(rank: list[str], printed: list[str]) -> str | None:
    if printed[-len(rank) :] == rank:
        return "outright"
    last = printed[-1:] and printed[-1].endswith(rank[-1])
    return "among" if last and all(word in printed[:-1] for word in rank[:-1]) else None


def _noun(words: list[str]) -> str:
    """The noun that a rank turns on: the word before its first "of" or "for", else its last."""
    end = next((i for i, word in enumerate(words) if i and word in AFTER_RANK), len(words))
    return words[end - 1]
