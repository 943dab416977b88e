"""Two wordings in one line: what the one has and the other not stands in brackets."""

from __future__ import annotations

from bot.cards.card import Line, span, strong
from bot.model.change import Change


def difference_line(changes: tuple[Change, ...]) -> Line:
    """Both wordings, word by word: what was dropped as [-so-], what was added as [+so+]."""
    line: Line = ()
    for change in changes:
        if change.same:
            parts: Line = (span(change.printed),)
        else:
            signed = (("-", change.printed), ("+", change.quoted))
            parts = tuple(strong(f"[{sign}{words}{sign}]") for sign, words in signed if words)
        for part in parts:
            line = (*line, *((span(" "),) if line else ()), part)
    return line
