"""Commands that change something: every refusal is one private sentence, and silence none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.announcements.ledger import LedgerFault
from bot.announcements.refusals import Refusal
from bot.cards.language import Phrases
from bot.chat import Answers
from bot.chat.discord.commands import locale_of
from bot.chat.discord.components import Component, Layout, container, text
from bot.chat.discord.desk import REFUSED, Desk
from bot.chat.discord.newsroom import Newsroom
from bot.chat.discord.refusals import Declined, refusal_text
from bot.chat.discord.replies import Interaction, reply
from bot.chat.discord.view import TEXT_MOST, sentence_view

log = logging.getLogger(__name__)
PATIENCE = 2.3
"""Seconds that the ledger may take: Discord waits 3 for a reply."""
DONE = "done"


class Conversations:
    """The base of the desks that write into the ledger."""

    def __init__(self, desk: Desk, answers: Answers, newsroom: Newsroom | None) -> None:
        self._desk = desk
        self._answers = answers
        self._newsroom = newsroom

    @property
    def newsroom(self) -> Newsroom:
        """The ledger's books. Raises Declined in a bot that was started without them."""
        if self._newsroom is None:
            raise Declined("refuse.no_ledger")
        return self._newsroom

    async def hold(self, interaction: Interaction, name: str, talk: Callable[[], Awaitable[None]]) -> None:
        """Holds one conversation, which replies; what it refuses is told to its person alone."""
        await self._desk.attended(interaction, name, lambda: self._held(interaction, talk))

    async def _held(self, interaction: Interaction, talk: Callable[[], Awaitable[None]]) -> str:
        phrases = self.phrases(interaction)
        try:
            async with asyncio.timeout(PATIENCE):
                await talk()
        except (Declined, Refusal) as refusal:
            await reply(interaction, sentence_view(refusal_text(refusal, phrases)), private=True)
            return REFUSED
        except (LedgerFault, TimeoutError):
            log.exception("the ledger cannot be used")
            await reply(interaction, sentence_view(phrases.say("refuse.ledger_busy")), private=True)
            return REFUSED
        return DONE

    async def say(self, interaction: Interaction, sentence: str, **gaps: str | int) -> None:
        """Replies with one sentence, privately; gaps are ready Markdown."""
        await reply(interaction, sentence_view(self.phrases(interaction).say(sentence, **gaps)), private=True)

    async def tell(self, interaction: Interaction, lines: list[str], rows: tuple[Component, ...] = ()) -> None:
        """Replies with lines in a box, privately, as many as fit."""
        await reply(interaction, box(lines, rows), private=True)

    def phrases(self, interaction: Interaction) -> Phrases:
        """The wording in the person's language."""
        return self._answers.phrases(locale_of(interaction))


def box(lines: list[str], rows: tuple[Component, ...] = ()) -> Layout:
    """Lines in a box with buttons below; lines past the limit of a message are left out."""
    fitting: list[str] = []
    for line in lines:
        if sum(map(len, fitting)) + len(fitting) + len(line) > TEXT_MOST:
            break
        fitting.append(line)
    return Layout([container([text("\n".join(fitting)), *rows])])


def guild_of(interaction: Interaction) -> str:
    """The server's id. Raises Declined outside of servers."""
    if interaction.guild_id is None:
        raise Declined("refuse.server_only")
    return str(interaction.guild_id)
