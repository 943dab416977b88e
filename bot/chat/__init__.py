"""Where people meet the answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.model.question import Choice, Kind, Question
from bot.model.value import Locale

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")

Ask = Callable[[Question], Card]
"""Answers a question with a card in the question's language; never raises."""
Suggest = Callable[[Kind, str, Locale], tuple[Choice, ...]]
"""Choices for an option while it is typed, best first."""
PhrasesOf = Callable[[Locale], Phrases]
"""The wording of one language, of the library that answers now."""
Seen = Callable[[str, str, float], None]
"""Told of every interaction once it has its reply: what it was, how it fared, and the seconds it took."""


@dataclass(frozen=True)
class Answers:
    """What every chat is handed: it does not know what is behind them."""

    ask: Ask
    suggest: Suggest
    phrases: PhrasesOf


def script_of(text: str) -> Locale:
    """The language whose script a question is written in."""
    return Locale.KO if HANGUL.search(text) else Locale.EN
