"""Questions that no button can carry: a row each in the ledger, kept for 30 days after each use."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Iterator

import discord

from bot.announcements.choices import READING_SECONDS
from bot.announcements.clock import Clock
from bot.announcements.ledger import LedgerFault
from bot.announcements.settings_book import ParkedQueries
from bot.model.question import COMMANDS, Question
from bot.model.value import Locale

SHOWN_COMMAND = re.compile(r"^-# `(/[^`]+)`$", re.MULTILINE)
"""How an answer shows the command of a question that is too long for its buttons."""
_log = logging.getLogger(__name__)


class LongQuestions:
    """Keeps long questions and reads them again. Answers go out whatever becomes of the ledger."""

    def __init__(self, parked: ParkedQueries, clock: Clock) -> None:
        self._parked = parked
        self._clock = clock

    async def keep(self, question: Question) -> None:
        """Keeps a question; where that fails its buttons will say that they have forgotten it."""
        try:
            async with asyncio.timeout(READING_SECONDS):
                await self._parked.park(written(question), self._clock.now())
        except (LedgerFault, TimeoutError) as error:
            _log.warning("a long question cannot be kept for its buttons: %r", error)

    async def kept(self, key: str, locale: Locale) -> Question | None:
        """The question of a key, in the language of who pressed its button; None for one that is forgotten."""
        try:
            async with asyncio.timeout(READING_SECONDS):
                text = await self._parked.fetch(key, self._clock.now())
        except (LedgerFault, TimeoutError) as error:
            _log.warning("a long question cannot be read: %r", error)
            return None
        return _read(text, locale) if text else None


def written(question: Question) -> str:
    """A question as it is kept; its language is that of whoever presses the button."""
    return json.dumps([question.command, question.options], ensure_ascii=False)


def _read(text: str, locale: Locale) -> Question | None:
    """None for what is no question: announcements that are not saved yet are kept in the same place."""
    match json.loads(text):
        case [str(name), dict() as options] if all(isinstance(value, str) for value in options.values()):
            command = next((c for c in COMMANDS if c.name == name), None)
            known = {option.name for option in command.options} if command else set()
            return Question(name, options, locale) if command and set(options) <= known else None
    return None


def shown_command(message: discord.Message | None) -> str:
    """The command that an answer shows for when its question is kept no longer; "" for none."""
    return next((found[1] for text in _texts(message) if (found := SHOWN_COMMAND.search(text))), "")


def _texts(message: discord.Message | None) -> Iterator[str]:
    """The texts of a message of components."""
    for component in message.components if message else ():
        for inner in getattr(component, "children", [component]):
            if isinstance(inner, discord.TextDisplay):
                yield inner.content
