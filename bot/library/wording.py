"""How a fault is put to an editor: what is wrong and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

LIKELY = 0.5
BEGINNING_LEAST = 3
BEGINNING_LIKENESS = 0.9


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``, did you mean 'x'?`` for the likeliest known word, or nothing."""
    best = max(known, key=lambda name: likeness(word, name), default="")
    return f", did you mean {best!r}?" if best and likeness(word, best) >= LIKELY else ""


def likeness(typed: str, name: str) -> float:
    """How likely ``typed`` means ``name``, from 0 to 1: slips of letters, or a name not typed to its end."""
    typed, name = typed.casefold(), name.casefold()
    slip = OSA.normalized_similarity(typed, name)
    begun = len(typed) >= BEGINNING_LEAST and (name.startswith(typed) or f"-{typed}" in name)
    return max(slip, BEGINNING_LIKENESS if begun else 0.0)


def clip(text: str, most: int = 160) -> str:
    """``text`` short enough for one line of a report."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
