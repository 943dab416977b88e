"""A process that only posts: it logs in by REST, joins no gateway, and shares the ledger with any number of others."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord

from bot.chat import Answers
from bot.chat.discord.client import FINISHING, RATE_LIMIT_MOST
from bot.chat.discord.connection import CONNECTIONS_MOST, FIRST_PAUSE, LONGEST_PAUSE, NO_ACCESS, REFUSED, pause_until
from bot.chat.discord.newsroom import Newsroom
from bot.chat.discord.posting import Poster
from bot.errors import SettingError

log = logging.getLogger(__name__)


async def post_only(token: str, newsroom: Newsroom, answers: Answers, stop: asyncio.Event) -> None:
    """Posts until ``stop``. Raises SettingError where the token does not let the bot in."""
    pause = FIRST_PAUSE
    while not stop.is_set():
        client = discord.Client(
            intents=discord.Intents.none(),
            connector=aiohttp.TCPConnector(limit=CONNECTIONS_MOST),
            max_ratelimit_timeout=RATE_LIMIT_MOST,
        )
        async with client:
            try:
                await client.login(token)
            except discord.LoginFailure as error:
                raise SettingError(REFUSED) from error
            except discord.Forbidden as error:
                raise SettingError(NO_ACCESS) from error
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                log.warning("Discord cannot be reached (%s); again in %.0f s", type(error).__name__, pause)
                await pause_until(stop, pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            poster = Poster(newsroom, answers, client.http)
            poster.start()
            log.info("posting only")
            await stop.wait()
            await poster.stop(FINISHING)
