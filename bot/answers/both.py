"""Two answers to one text that asks two questions."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer


@dataclass(frozen=True)
class Both(Answer):
    """The two questions as ``typed``, and the answer to each. The outcome is the better of theirs."""

    typed: tuple[str, str]
    parts: tuple[Answer, Answer]
