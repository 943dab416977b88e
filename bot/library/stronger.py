"""Korean words of force or rank, and whether an English text has a word for them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.stems import stems_of
from bot.model.speech_acts import Grammar

Forces = tuple[tuple[str, tuple[str, ...]], ...]
"""Korean words, longest first, each with the English words that it can stand for; ^ and $ are its ends."""


def forces_of(grammar: Grammar) -> Forces:
    """The words of force of a grammar."""
    pairs = ((word, row.en) for row in grammar.force for word in row.ko)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def as_printed(word: str) -> str:
    """A Korean word of the grammar as it stands in a text: ^ and $ are the ends of a word."""
    return word.replace("^", " ").replace("$", " ")


def stronger_words(forces: Forces, korean: str, english: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of force in ``korean`` for which ``english`` has none of theirs, each with these."""
    stems = set(stems_of(english))
    rest = f" {korean} "
    for word, wanted in forces:
        printed = as_printed(word)
        if printed not in rest:
            continue
        rest = rest.replace(printed, "  ")
        if not any(set(stems_of(each)) <= stems for each in wanted):
            yield printed.strip(), wanted
