"""People by what they were then: a role in the meeting, or the office that the release prints.

Rank words mislead (GENRE 2): "minister" is not "deputy minister". So the words typed must begin the office or the label
as printed (in Korean, whose titles end with the rank, end it), with nothing beside them but the person's own name and
the party's.
"""

from __future__ import annotations

from bot.library.index.documents import offices
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind
from bot.model.release import Participant, Release, Role
from bot.model.speech_acts import Grammar
from bot.model.value import PartyId

ARTICLES = frozenset({"the", "a", "an", "of"})


def with_role(release: Release, typed: str, grammar: Grammar) -> tuple[Participant, ...]:
    """Those who had the role that ``typed`` names ("co-chair", "head of delegation")."""
    roles = _roles(typed, grammar)
    return tuple(p for p in release.participants if roles & set(p.roles))


def _roles(typed: str, grammar: Grammar) -> frozenset[Role]:
    words = {
        Role.HEAD_OF_DELEGATION: grammar.head_of_delegation,
        Role.CO_CHAIR: grammar.co_chair,
        Role.CHAIR: grammar.chair,
    }
    wanted = {key(typed), key(typed).removesuffix("s")}
    return frozenset(
        role for role, names in words.items() if wanted & {key(name) for name in (*names, role.value.replace("_", " "))}
    )


def newest_in_office(typed: str, library: Library) -> Release | None:
    """The newest release with somebody whom ``with_role`` or ``in_office`` finds."""
    words, party = _without_party(key(typed).split(), library)
    return library.newest_in_office(_roles(typed, library.vocabulary.grammar), words, party)


def in_office(release: Release, typed: str, library: Library) -> tuple[Participant, ...]:
    """Those whose printed office, or printed label, ``typed`` begins."""
    words, party = _without_party(key(typed).split(), library)
    return tuple(p for p in release.participants if words and _fits(p, words, party, release))


def _without_party(words: list[str], library: Library) -> tuple[list[str], PartyId | None]:
    """The words without the name of a party before or after them, and that party."""
    words = [word for i, word in enumerate(words) if i or word not in ARTICLES]
    names = library.names(Kind.SIDE)
    for cut in range(len(words) - 1, 0, -1):
        for own, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
            if found := names.exact(" ".join(own)):
                return [word for i, word in enumerate(rest) if 0 < i < len(rest) - 1 or word not in ARTICLES], found[0]
    return words, None


def _fits(participant: Participant, words: list[str], party: PartyId | None, release: Release) -> bool:
    if party and party not in (participant.party, participant.side):
        return False
    name = set(key(participant.printed).split()) if participant.person else set()
    return any(_begins(words, text.split(), name) for text in offices(participant, release))


def _begins(words: list[str], printed: list[str], name: set[str]) -> bool:
    """Whether ``words`` begin ``printed`` (or end it, in Korean), all but words of the person's name."""
    rank = list(words)
    while rank and rank[-1] in name:
        rank.pop()
    if not rank:
        return False
    if all(word.isascii() for word in rank):
        return printed[: len(rank)] == rank
    return printed[-len(rank) :] == rank
