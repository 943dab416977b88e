"""Which name was probably meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

LIKELY = 0.6
"""From here on a name is offered: three letters of five are the same and in their places."""
SURELY = 0.75
"""One slip in four letters."""
BEGINNING_LEAST = 3
HANGUL_BEGINNING_LEAST = 2


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name that ``typed`` most probably means: not typed to its end, or with slips; None where none is near."""
    best = max(names, key=lambda name: _likeness(typed, name), default=None)
    return best if best is not None and _likeness(typed, best) >= LIKELY else None


def is_slip(typed: str, names: Iterable[str]) -> bool:
    """Whether ``typed`` is a whole name but for a slip."""
    return any(OSA.normalized_similarity(typed.casefold(), name.casefold()) >= SURELY for name in names)


def _likeness(typed: str, name: str) -> float:
    typed, name = typed.casefold(), name.casefold()
    beginning = BEGINNING_LEAST if typed.isascii() else HANGUL_BEGINNING_LEAST
    begun = len(typed) >= beginning and name.startswith(typed)
    return 1.0 if begun else OSA.normalized_similarity(typed, name)
