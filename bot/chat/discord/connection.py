"""Keeping the bot on Discord until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat.discord.client import Readout
from bot.errors import SettingError

log = logging.getLogger(__name__)
CONNECTIONS_MOST = 100
"""Connections to Discord at once. Without a limit a burst opens thousands, and nearly all replies come too late."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
BAD_TOKEN = 4004
REFUSED = (
    "Discord does not accept the token in DISCORD_TOKEN. Copy it again from "
    "https://discord.com/developers/applications (your application, Bot, Reset Token)."
)
NO_ACCESS = (
    "Discord knows the token in DISCORD_TOKEN but gives it no access. Check in "
    "https://discord.com/developers/applications that the application is yours and has a bot."
)

MakeClient = Callable[[aiohttp.BaseConnector], Readout]


def point_at(api: str | None, gateway: str | None) -> None:
    """Sends everything to another API base or gateway: a proxy, a test server. Before the first connection."""
    if api:
        Route.BASE = api.rstrip("/")
    if gateway:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


class Connection:
    """The bot on Discord."""

    def __init__(self, make: MakeClient, token: str) -> None:
        self._make = make
        self._token = token
        self._bot: Readout | None = None

    @property
    def connected(self) -> bool:
        """Whether Discord's gateway hands over interactions now."""
        return self._bot is not None and self._bot.connected

    async def keep(self, stop: asyncio.Event) -> None:
        """Stays connected until ``stop``; raises SettingError where the token does not let the bot in."""
        pause = FIRST_PAUSE
        while not stop.is_set():
            try:
                await self._stay(stop)
            except (discord.DiscordServerError, aiohttp.ClientError, OSError) as error:
                log.warning("Discord cannot be reached (%s); again in %.0f s", type(error).__name__, pause)
                await pause_until(stop, pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _stay(self, stop: asyncio.Event) -> None:
        """One client from login to leaving; a failed login leaves a client that cannot be used again."""
        bot = self._bot = self._make(aiohttp.TCPConnector(limit=CONNECTIONS_MOST))
        async with bot:
            staying = asyncio.create_task(bot.start(self._token))
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({staying, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            await bot.close()
            if stop.is_set():
                staying.cancel()
            try:
                await staying
            except asyncio.CancelledError:
                return
            except discord.LoginFailure as error:
                raise SettingError(REFUSED) from error
            except discord.Forbidden as error:
                raise SettingError(NO_ACCESS) from error
            except discord.ConnectionClosed as error:
                raise SettingError(REFUSED if error.code == BAD_TOKEN else NO_ACCESS) from error
            except discord.PrivilegedIntentsRequired as error:
                raise SettingError(NO_ACCESS) from error
            except (RuntimeError, OSError, aiohttp.ClientError, discord.DiscordException):
                if not stop.is_set():
                    raise


async def pause_until(stop: asyncio.Event, seconds: float) -> None:
    """Returns after so many seconds, or at once when ``stop`` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
