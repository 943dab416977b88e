"""Korean words cut for finding: pairs of letters, and what is left of a word without its particle."""

from __future__ import annotations

from operator import add

from bot.library.words import key

PARTICLES = (
    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "도", "만", "으로", "에서", "에는", "에도",
    "에게", "까지", "부터", "보다", "처럼", "이나", "으로서", "에서는", "에서의", "과의", "와의", "으로의",
)  # fmt: skip
"""What is written onto a noun without a space."""
STEM_LEAST = 2
"""Letters that a word keeps at least."""


def pairs(text: str) -> str:
    """Every two letters that stand together in a word, in order; words in other letters stay whole."""
    return " ".join([pair for word in key(text).split() for pair in pairs_of(word)])


def pairs_of(word: str) -> list[str]:
    """The pairs of one word: 한반도의 -> 한반, 반도, 도의."""
    if word.isascii() or len(word) < STEM_LEAST:
        return [word]
    return list(map(add, word, word[1:]))


def stems(word: str) -> tuple[str, ...]:
    """A word as it stands, and without what may be its particle: 한반도에서 -> 한반도에서, 한반도."""
    bare = (word.removesuffix(particle) for particle in PARTICLES if word.endswith(particle))
    return (word, *(stem for stem in bare if len(stem) >= STEM_LEAST))
