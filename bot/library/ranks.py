"""The words of printed offices and labels, ready for comparing with words for an office or a group.

Rank words mislead (GENRE 2): a "deputy minister" is no "minister". So words count for an office only where they are a
whole rank of it, from its beginning (in Korean, whose titles end with the rank, at its end), with nothing beside them
but the person's own name. Words that stand elsewhere in an office, or only come near it, are apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from bot.library.words import key
from bot.model.release import Participant, Release

ARTICLES = frozenset({"the", "a", "an", "of"})
AFTER_RANK = frozenset({"for", "of", "to", "at", "in", "on", "and", "from"})
"""What may follow a rank in an office: "Deputy Minister for …"."""
LOWERING = frozenset({"vice", "deputy", "assistant", "associate", "under", "former", "acting"})
"""What makes another, lower rank of the one it stands before."""
PLURAL_KO = "들"
OF_KO = "의"
TEXTS_KEPT = 4096
"""Labels of which the words are kept: the same offices stand in release after release."""
Words = tuple[str, ...]


class Standing(StrEnum):
    """How some words stand in an office or label, the best first."""

    OUTRIGHT = "outright"
    """As a whole rank."""
    AMONG = "among"
    """All words, among others."""
    INSIDE = "inside"
    """Inside another rank: "minister" in "deputy minister"."""
    NEAR = "near"
    """Only the same noun."""


def bare(word: str) -> str:
    """A word without the mark of its plural, and in Korean without the "of" at its end."""
    if word.isascii():
        return word.removesuffix("s")
    return word.removesuffix(OF_KO).removesuffix(PLURAL_KO)


def bare_words(text: str) -> Words:
    """The bare words of a text."""
    return tuple(bare(word) for word in key(text).split())


def labels_of(participant: Participant, release: Release) -> Iterator[Words]:
    """The words of each office and label of somebody; of a group of its name."""
    labels = [s.label for s in release.speakers if s.person and s.person == participant.person]
    office = [participant.office.printed, participant.office.ko] if participant.office else []
    own = [] if participant.person else [participant.printed, participant.ko]
    return (words for text in (*office, *labels, *own) if text for words in readings(text) if words)


def own_name(participant: Participant) -> Words:
    """The words of a person's name as printed; none of a group's."""
    return bare_words(participant.printed) if participant.person else ()


@lru_cache(maxsize=TEXTS_KEPT)
def readings(text: str) -> tuple[Words, ...]:
    """The words of a label; of "vice and deputy ministers" also those of each alone."""
    words = bare_words(text)
    found = [tuple(word for i, word in enumerate(words) if i or word not in ARTICLES)]
    if "and" in words[1:2]:
        found += [(words[0], *words[3:]), words[2:]]
    if "·" in text:
        *before, last = text.split(" ")
        pieces = (" ".join((*before, piece)) for piece in last.split("·"))
        found += [bare_words(piece) for piece in pieces]
    return tuple(found)


def standing(asked: Words, printed: Words, name: frozenset[str]) -> Standing | None:
    """How some words stand in an office or label of somebody with a name; None where they do not."""
    if not asked[0].isascii():
        return _standing_in_korean(asked, printed)
    if not set(asked) & set(printed):
        return None
    rank = asked
    while rank and rank[-1] in name:
        rank = rank[:-1]
    if not rank:
        return None
    after = (*printed[len(rank) :], "")[0]
    if printed[: len(rank)] == rank and rank[-1] not in LOWERING and after in {*AFTER_RANK, *name, ""}:
        return Standing.OUTRIGHT
    if set(rank) <= set(printed):
        lowered = LOWERING & {*(set(printed) - set(rank)), rank[-1]}
        return Standing.INSIDE if lowered else Standing.AMONG
    return Standing.NEAR if noun(rank) in printed and noun(rank) == noun(printed) else None


def _standing_in_korean(rank: Words, printed: Words) -> Standing | None:
    if printed[-len(rank) :] == rank:
        return Standing.OUTRIGHT
    last = printed and printed[-1].endswith(rank[-1])
    return Standing.AMONG if last and all(word in printed[:-1] for word in rank[:-1]) else None


def noun(words: Words) -> str:
    """The noun that a rank turns on: the word before its first "of" or "for", else its last."""
    end = next((i for i, word in enumerate(words) if i and word in AFTER_RANK), len(words))
    return words[end - 1]
