"""Korean words of force or rank, and whether an English text has a word for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from bot.library.phrase_book import any_of_words
from bot.library.stems import stems_of
from bot.model.speech_acts import Grammar


class Force(NamedTuple):
    """A Korean word as it stands in a text, the English words that it can stand for, and the stems of each of these."""

    printed: str
    bare: str
    """Without the spaces around it."""
    english: tuple[str, ...]
    stems: tuple[frozenset[str], ...]


class Forces:
    """The words of force of a grammar, all looked for at once."""

    def __init__(self, grammar: Grammar) -> None:
        pairs = sorted(((word, row.en) for row in grammar.force for word in row.ko), key=lambda pair: -len(pair[0]))
        every = [
            (place, Force(printed, printed.strip(), english, _stems(english)))
            for place, (word, english) in enumerate(pairs)
            for printed in (as_printed(word),)
        ]
        bare = {force.bare for _, force in every}
        self._begun = {word: tuple(pair for pair in every if word.startswith(pair[1].bare)) for word in bare}
        """For each word those that stand where it stands, with their places among all: the longest is the first."""
        self._anywhere = re.compile(f"(?=({any_of_words(bare) or '(?!)'}))")

    def standing_in(self, korean: str) -> Iterator[Force]:
        """The words of which the letters stand in a text, the longest first."""
        found = {pair for word in set(self._anywhere.findall(korean)) for pair in self._begun[word]}
        return (force for _, force in sorted(found, key=itemgetter(0)))


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
    for force in forces.standing_in(rest):
        if force.printed not in rest:
            continue
        rest = rest.replace(force.printed, "  ")
        known = frozenset(stems_of(english))
        if not any(stems <= known for stems in force.stems):
            yield force.bare, force.english
