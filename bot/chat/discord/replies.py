"""One reply to one interaction, whatever the network does.

A reply is due within 3 seconds; later Discord answers 404 with code 10062. A second reply is refused with 400 and code
40060, so sending again after a dropped connection cannot post twice. (Follow-ups have no such guard: none are used.)
"""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import discord

from bot.cards.card import File
from bot.chat.discord.components import ButtonRows, Layout, attached

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]
TOO_LATE = 10062
ANSWERED_ALREADY = 40060
TRIES = 3
PAUSE = 0.2
"""Seconds before sending again on a new connection: all tries together fit well into the 3 seconds."""


async def reply(interaction: Interaction, view: Layout, *, private: bool, file: File | None = None) -> None:
    """Replies with a message; where it was promised, in its place, and then as private as the promise was."""
    if file:
        view = Layout([*view.to_components(), attached(file.name)])

    def files() -> list[discord.File]:
        return [discord.File(io.BytesIO(file.text.encode("utf-8-sig")), file.name)] if file else []

    if interaction.response.is_done():
        await sent_surely(lambda: interaction.edit_original_response(view=view, attachments=files()))
    else:
        await sent_surely(lambda: interaction.response.send_message(view=view, ephemeral=private, files=files()))


async def promise(interaction: Interaction, *, private: bool) -> None:
    """Promises a reply that cannot be made in time: Discord shows that the bot is thinking, and waits 15 minutes."""
    await sent_surely(lambda: interaction.response.defer(ephemeral=private, thinking=True))


async def reply_text(interaction: Interaction, content: str, view: ButtonRows | None, *, private: bool) -> None:
    """Replies with plain text, which can be copied whole, and perhaps buttons."""
    await sent_surely(
        lambda: interaction.response.send_message(
            content, view=view or discord.utils.MISSING, ephemeral=private, suppress_embeds=True
        )
    )


async def reply_in_place(interaction: Interaction, view: Layout) -> None:
    """Replies to a press by changing the message that carries the button."""
    await sent_surely(lambda: interaction.response.edit_message(view=view))


async def sent_surely(send: Callable[[], Awaitable[object]], pause: float = PAUSE) -> None:
    """Sends, again after a dropped connection; what Discord has already counts as sent. ``pause`` is in seconds."""
    for left in reversed(range(TRIES)):
        try:
            await send()
        except discord.HTTPException as error:
            if error.code != ANSWERED_ALREADY:
                raise
        except (aiohttp.ClientError, OSError) as error:
            if not left:
                raise
            log.info("a reply was cut off (%s): sending it again", type(error).__name__)
            await asyncio.sleep(pause)
            continue
        return


def is_too_late(error: BaseException) -> bool:
    """Whether Discord no longer waits for the reply."""
    return isinstance(error, discord.NotFound) and error.code == TOO_LATE
