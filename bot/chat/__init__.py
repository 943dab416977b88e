"""Where people meet the answers."""

from __future__ import annotations

from collections.abc import Callable

from bot.cards.card import Card
from bot.model.question import Choice, Kind, Question
from bot.model.value import Locale

Ask = Callable[[Question], Card]
"""Answers a question with a card in the question's language."""
Suggest = Callable[[Kind, str, Locale], tuple[Choice, ...]]
"""Choices for an option while it is typed."""
