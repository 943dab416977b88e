"""How a fault is put to an editor: what is wrong and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

LIKELY = 70.0
LISTED_MOST = 3


def near(word: str, known: Iterable[str], most: int = LISTED_MOST) -> tuple[str, ...]:
    """The ``most`` known words nearest in spelling, nearest first."""
    found = process.extract(word, list(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=most)
    return tuple(match for match, score, _ in found if score > 0)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``, did you mean 'x'?`` for the likeliest known word, or nothing."""
    found = process.extractOne(
        word, list(known), scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=LIKELY
    )
    return f", did you mean {found[0]!r}?" if found else ""


def clip(text: str, most: int = 160) -> str:
    """``text`` short enough for one line of a report."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
