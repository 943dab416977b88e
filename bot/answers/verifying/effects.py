"""What becomes of the sense when words are changed or left off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a change does, the gravest first; the last few do no harm, and are only told."""

    NEGATION_DROPPED = "negation_dropped"
    NEGATION_ADDED = "negation_added"
    CONDITION_DROPPED = "condition_dropped"
    CONDITION_ADDED = "condition_added"
    LIMIT_DROPPED = "limit_dropped"
    TENTATIVE_DROPPED = "tentative_dropped"
    SPEAKER = "speaker"
    VERB = "verb"
    NUMBER = "number"
    GLUED = "glued"
    """Words of two speakers are put together."""
    LEAP = "leap"
    MARKS = "marks"
    SHORTENED = "shortened"
    """A "…" leaves out more than a member of a list or an aside."""
    GOES_ON = "goes_on"
    """The quote ends inside a list."""
    LEFT_OUT = "left_out"
    """A "…" leaves out what stands for itself."""
    CAPITALS = "capitals"


SHORT = frozenset((Effect.SHORTENED, Effect.GOES_ON))
TOLD = SHORT | {Effect.LEFT_OUT, Effect.CAPITALS}
"""What is told of words that are right."""


@dataclass(frozen=True)
class Harm:
    """One effect: the words of the text, and those of the quote where it has others."""

    effect: Effect
    printed: str = ""
    quoted: str = ""
