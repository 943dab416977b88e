"""Korean words of force or rank, and whether an English text has a word for them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import add, itemgetter
from typing import NamedTuple

from bot.library.stems import stems_of
from bot.model.speech_acts import Grammar


class Force(NamedTuple):
    """A Korean word as it stands in a text, the English words that it can stand for, and the stems of each of these."""

    printed: str
    bare: str
    """Without the spaces around it."""
    english: tuple[str, ...]
    stems: tuple[frozenset[str], ...]


Forces = dict[str, tuple[tuple[int, Force], ...]]
"""By their first two letters, with their places among all, of which the longest is the first."""


def forces_of(grammar: Grammar) -> Forces:
    """The words of force of a grammar."""
    pairs = sorted(((word, row.en) for row in grammar.force for word in row.ko), key=lambda pair: -len(pair[0]))
    found: Forces = {}
    for place, (word, english) in enumerate(pairs):
        printed = as_printed(word)
        force = Force(printed, printed.strip(), english, _stems(english))
        found[force.bare[:2]] = (*found.get(force.bare[:2], ()), (place, force))
    return found


@lru_cache
def _stems(english: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Of each word; the words of one row stand behind many Korean ones."""
    return tuple(frozenset(stems_of(word)) for word in english)


def as_printed(word: str) -> str:
    """A Korean word of the grammar as it stands in a text: ^ and $ are the ends of a word."""
    return word.replace("^", " ").replace("$", " ")


def stronger_words(forces: Forces, korean: str, english: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of force in ``korean`` for which ``english`` has none of theirs, each with these."""
    rest = f" {korean} "
    letters = {*rest}.union(map(add, rest, rest[1:]))
    begun = [pair for letter in forces.keys() & letters for pair in forces[letter] if pair[1].bare in rest]
    for _, force in sorted(begun, key=itemgetter(0)):
        if force.printed not in rest:
            continue
        rest = rest.replace(force.printed, "  ")
        known = frozenset(stems_of(english))
        if not any(stems <= known for stems in force.stems):
            yield force.bare, force.english
