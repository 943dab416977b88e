"""Two wordings in one line, in words that need no key: what became of what, what was left out, what was added."""

from __future__ import annotations

from bot.cards.card import Line, span, strong
from bot.cards.language import Phrases
from bot.model.change import Change


def difference_line(changes: tuple[Change, ...], phrases: Phrases) -> Line:
    """Both wordings, word by word: [this → that], [left out: this], [added: that]."""
    line: Line = ()
    for change in changes:
        part = span(change.printed) if change.same else strong(f"[{_said(change, phrases)}]")
        line = (*line, *((span(" "),) if line else ()), part)
    return line


def _said(change: Change, phrases: Phrases) -> str:
    if change.printed and change.quoted:
        return f"{change.printed} → {change.quoted}"
    name = "difference.left_out" if change.printed else "difference.added"
    return phrases.say(name, words=change.printed or change.quoted)
