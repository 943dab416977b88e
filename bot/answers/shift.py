"""What changed from one release to the next: the wording, the speech act, and the formulas that come and go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.library.clauses import find_all
from bot.library.differences import changes
from bot.library.quotes import plain_marks
from bot.model.change import Change
from bot.model.release import Statement
from bot.model.value import JOIN, ReleaseId

FORMULA_WORDS_LEAST = 5
FORMULAS_MOST = 8
ALIKE_LEAST = 45.0
"""How alike, of 100, two wordings must be to be set against each other."""


@dataclass(frozen=True)
class Reworded:
    """Two statements of one holder, set against each other, the older first."""

    before: Statement
    after: Statement
    changes: tuple[Change, ...]

    @property
    def same_verb(self) -> bool:
        """Whether both have the same act in the same verb."""
        return (self.before.act, self.before.verb) == (self.after.act, self.after.verb)

    @property
    def same_words(self) -> bool:
        """Whether both quotes are the same."""
        return all(change.same for change in self.changes)


@dataclass(frozen=True)
class Shift:
    """From one release to the next: what was reworded, what has no counterpart before, what has none after."""

    reworded: tuple[Reworded, ...]
    new: tuple[Statement, ...]
    gone: tuple[Statement, ...]


@dataclass(frozen=True)
class Formula:
    """Words in a row that several releases share, verbatim, with the releases that have them, newest first."""

    words: str
    releases: tuple[ReleaseId, ...]


def shift(before: Iterable[Statement], after: Iterable[Statement]) -> Shift:
    """Pairs each statement with the likest older one of the same holder, where any is alike."""
    old, new = list(before), list(after)
    alike = [
        (fuzz.token_sort_ratio(content(a), content(b)), i, j)
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if a.sides == b.sides
    ]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score >= ALIKE_LEAST and j not in pairs and i not in pairs.values():
            pairs[j] = i
    reworded = tuple(Reworded(old[i], new[j], changes(old[i].quote, new[j].quote)) for j, i in sorted(pairs.items()))
    return Shift(
        reworded,
        tuple(s for j, s in enumerate(new) if j not in pairs),
        tuple(s for i, s in enumerate(old) if i not in pairs.values()),
    )


def content(statement: Statement) -> str:
    """A quote from its verb on; all of it where the verb stands nowhere in one piece."""
    found = find_all(statement.verb, statement.quote)
    return plain_marks(statement.quote)[found[0].end :].strip(" ,") if found else plain_marks(statement.quote)


def formulas(said: Iterable[tuple[ReleaseId, Iterable[Statement]]]) -> tuple[Formula, ...]:
    """The longest runs of words that releases share, those of most releases first; ``said`` comes newest first."""
    texts = [(id_, [piece.split() for s in of for piece in content(s).split(JOIN)]) for id_, of in said]
    holders: dict[tuple[str, ...], dict[ReleaseId, None]] = {}
    for id_, pieces in texts:
        for words in pieces:
            for at in range(len(words) - FORMULA_WORDS_LEAST + 1):
                holders.setdefault(tuple(words[at : at + FORMULA_WORDS_LEAST]), {})[id_] = None
    found: dict[str, tuple[ReleaseId, ...]] = {}
    for _, pieces in texts:
        for words in pieces:
            found |= _runs(words, holders)
    kept = [
        Formula(words.strip(" ,.;:"), ids)
        for words, ids in found.items()
        if not any(words != longer and f" {words} " in f" {longer} " and found[longer] == ids for longer in found)
    ]
    kept.sort(key=lambda formula: (-len(formula.releases), -len(formula.words)))
    return tuple(kept[:FORMULAS_MOST])


def _runs(words: list[str], holders: dict[tuple[str, ...], dict[ReleaseId, None]]) -> dict[str, tuple[ReleaseId, ...]]:
    """The runs of a piece whose every stretch stands in the same two or more releases."""
    found: dict[str, tuple[ReleaseId, ...]] = {}
    start = 0
    last = len(words) - FORMULA_WORDS_LEAST
    for at in range(last + 1):
        ids = tuple(holders[tuple(words[at : at + FORMULA_WORDS_LEAST])])
        following = tuple(holders[tuple(words[at + 1 : at + 1 + FORMULA_WORDS_LEAST])]) if at < last else ()
        if ids != following:
            if len(ids) > 1:
                found[" ".join(words[start : at + FORMULA_WORDS_LEAST])] = ids
            start = at + 1
    return found
