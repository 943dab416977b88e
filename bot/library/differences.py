"""Differences word by word: what one wording drops and adds against another; where a quote comes nearest to a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bot.library.quotes import Span, plain_marks, squeeze
from bot.model.change import Change

OTHER, SLIGHT, ADDED, SKIPPED = 20, 5, 22, 8
"""What an alignment costs: a word put for another, one that differs in capitals or punctuation only, one added to the
text, one of the text passed over. Passing over is cheap: quotes leave out more than they make up."""
MARGIN = 8
"""Words looked at on both sides of the likeliest place, beside half the quote's length."""
_EDGES = re.compile(r"^\W+|\W+$")
_HEAD, _TAIL = re.compile(r"^\W+"), re.compile(r"\W+$")


@dataclass(frozen=True)
class Closest:
    """The stretch of a text nearest to a quote: where, in characters of the squeezed text, and how they differ.

    ``likeness`` is the part of the quote's words that stand there too, from 0 to 1.
    """

    span: Span
    changes: tuple[Change, ...]
    likeness: float

    @property
    def kept(self) -> tuple[Span, ...]:
        """The stretches of the text that the quote has word for word."""
        found: list[Span] = []
        at = self.span.start
        for change in self.changes:
            if change.same:
                found.append(Span(at, at + len(change.printed)))
            at += len(change.printed) + 1 if change.printed else 0
        return tuple(found)


def bare(word: str) -> str:
    """A word without capitals and without punctuation at its ends."""
    return _EDGES.sub("", word).casefold()


def changes(old: str, new: str) -> tuple[Change, ...]:
    """How the words of ``new`` differ from those of ``old``, in order; white space and kinds of marks do not count."""
    printed, quoted = squeeze(old).split(), squeeze(new).split()
    found: list[Change] = []
    steps = Levenshtein.opcodes([plain_marks(word) for word in printed], [plain_marks(word) for word in quoted])
    for step in steps:
        before = " ".join(printed[step.src_start : step.src_end])
        after = " ".join(quoted[step.dest_start : step.dest_end])
        found.append(Change(before, before if step.tag == "equal" else after))
    return _joined(found)


def likeness(quote: str, paragraph: str) -> float:
    """A cheap first guess at how near ``closest`` will find them, from 0 to 100."""
    return fuzz.partial_ratio([bare(w) for w in squeeze(quote).split()], [bare(w) for w in squeeze(paragraph).split()])


def closest(quote: str, paragraph: str) -> Closest | None:
    """The stretch of ``paragraph`` whose words come nearest to those of ``quote``; None where either has no words."""
    text = squeeze(paragraph)
    printed, quoted = text.split(), squeeze(quote).split()
    if not printed or not quoted:
        return None
    first, last = _window([bare(word) for word in quoted], [bare(word) for word in printed])
    pairs = _aligned([plain_marks(word) for word in quoted], [plain_marks(word) for word in printed[first:last]])
    places = [place for _, place in pairs if place is not None]
    if not places:
        return None
    found = [_change(quoted, printed[first:last], pair) for pair in pairs]
    kept = sum(bare(change.printed) == bare(change.quoted) for change in found if change.printed and change.quoted)
    starts = _starts(printed)
    begin, end = first + min(places), first + max(places)
    found[0], before = _without_edge(found[0], _HEAD)
    found[-1], after = _without_edge(found[-1], _TAIL)
    span = Span(starts[begin] + before, starts[end] + len(printed[end]) - after)
    return Closest(span, _joined(found), kept / len(quoted))


def _without_edge(change: Change, edge: re.Pattern[str]) -> tuple[Change, int]:
    """An outermost word without the marks that only the text has beside it, and how many these are."""
    marks, own = edge.search(plain_marks(change.printed)), edge.search(plain_marks(change.quoted))
    if change.same or not change.quoted or not marks or own or marks[0] == change.printed:
        return change, 0
    word = change.printed[: marks.start()] + change.printed[marks.end() :]
    same = plain_marks(word) == plain_marks(change.quoted)
    return Change(word, word if same else change.quoted), len(marks[0])


def _window(quoted: Sequence[str], printed: Sequence[str]) -> tuple[int, int]:
    """The words of a long text that are worth aligning a shorter quote with."""
    if len(printed) <= len(quoted):
        return 0, len(printed)
    place = fuzz.partial_ratio_alignment(list(quoted), list(printed))
    if place is None:
        return 0, len(printed)
    margin = len(quoted) // 2 + MARGIN
    return max(0, place.dest_start - margin), min(len(printed), place.dest_end + margin)


def _costs(quoted: list[str], printed: list[str]) -> list[list[int]]:
    """What it costs to put each word of ``printed`` for each of ``quoted``."""
    words = [(word, bare(word)) for word in printed]

    def row(own: str) -> list[int]:
        stem = bare(own)
        return [0 if own == word else SLIGHT if stem and stem == other else OTHER for word, other in words]

    return [row(own) for own in quoted]


def _aligned(quoted: list[str], printed: list[str]) -> list[tuple[int | None, int | None]]:
    """The cheapest way to turn a stretch of ``printed`` into ``quoted``: pairs of places, None for a word without.

    The words of ``printed`` before and after the stretch cost nothing (semi-global alignment).
    """
    costs = _costs(quoted, printed)
    rows = [[0] * (len(printed) + 1)]
    for i, own in enumerate(costs):
        above, row = rows[-1], [(i + 1) * ADDED]
        for j, cost in enumerate(own):
            row.append(min(above[j] + cost, above[j + 1] + ADDED, row[j] + SKIPPED))
        rows.append(row)
    i = len(quoted)
    j = min(range(len(printed) + 1), key=lambda place: rows[-1][place])
    pairs: list[tuple[int | None, int | None]] = []
    while i > 0:
        if j > 0 and rows[i][j] == rows[i - 1][j - 1] + costs[i - 1][j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[i][j] == rows[i - 1][j] + ADDED:
            i -= 1
            pairs.append((i, None))
        else:
            j -= 1
            pairs.append((None, j))
    return pairs[::-1]


def _change(quoted: list[str], printed: list[str], pair: tuple[int | None, int | None]) -> Change:
    i, j = pair
    before = printed[j] if j is not None else ""
    after = quoted[i] if i is not None else ""
    same = plain_marks(before) == plain_marks(after)
    return Change(before, before if same else after)


def _starts(words: list[str]) -> list[int]:
    """Where each word begins when single spaces stand between them."""
    starts = [0]
    for word in words[:-1]:
        starts.append(starts[-1] + len(word) + 1)
    return starts


def _joined(found: list[Change]) -> tuple[Change, ...]:
    """Neighbours of one kind as one stretch."""
    joined: list[Change] = []
    for change in found:
        if joined and joined[-1].same == change.same:
            before = joined.pop()
            printed = f"{before.printed} {change.printed}".strip()
            joined.append(Change(printed, f"{before.quoted} {change.quoted}".strip()))
        else:
            joined.append(change)
    return tuple(joined)
