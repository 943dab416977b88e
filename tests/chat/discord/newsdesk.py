"""Readout with a ledger in a simulated Discord, whose clock a test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import discord
import simcord

from bot.announcements.posting import Pace
from bot.app import App, holdings
from bot.chat.discord.client import Readout
from bot.chat.discord.newsroom import Newsroom, open_newsroom
from tests.chat.discord.scene import Scene, scene_of
from tests.shelves import app as real_app

REFERENCE = "0badf00d"
PACE = Pace(longest_sleep=timedelta(days=400))
"""A simulated hour need not be interrupted twelve times to look whether anything is due."""


class SimulatedClock:
    """The simulation's clock; it declares the runner's wait, which the simulation could not tell from work."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> datetime:
        assert self.env is not None
        return self.env.now()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def rest(self, wake: asyncio.Event, seconds: float | None) -> None:
        assert self.env is not None
        await self.env.external_wait(_until(wake, seconds), reason="the next due delivery")


async def _until(wake: asyncio.Event, seconds: float | None) -> None:
    try:
        async with asyncio.timeout(seconds):
            await wake.wait()
    except TimeoutError:
        return


@dataclass
class NewsDesk:
    """The scene, and the newsroom behind it."""

    scene: Scene
    newsroom: Newsroom
    han: simcord.MemberActor
    """May manage the server."""
    news: simcord.ChannelHandle

    async def pass_time(self, **by: float) -> None:
        """Lets simulated time pass, and what is due be posted."""
        seconds = by.get("hours", 0) * 3600 + by.get("minutes", 0) * 60 + by.get("days", 0) * 86_400
        await self.scene.env.advance_time(seconds)
        await self.scene.env.settle()


@asynccontextmanager
async def news_desk(folder: Path, app: App | None = None) -> AsyncIterator[NewsDesk]:
    """A server with a bot that announces from a new ledger in `folder`."""
    clock, numbers = SimulatedClock(), count(1)
    address = f"sqlite:///{folder / 'ledger.sqlite'}"
    app = app or real_app()
    # The ledger is opened before the simulation whose clock it asks, so at first it asks one that is not used.
    clock.env = simcord.Env(Readout(app.answers()), check_errors=False)

    def new_id() -> str:
        return f"a{next(numbers)}"

    async with open_newsroom(address, holdings(app), clock, name="simulated", new_id=new_id, pace=PACE) as newsroom:
        bot = Readout(app.answers(), reference=lambda: REFERENCE, newsroom=newsroom)
        env = clock.env = simcord.Env(bot, check_errors=False)
        scene = await scene_of(env, bot)
        guild = scene.channel.guild
        assert guild is not None
        manager = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
        han = guild.add_member(env.create_user("han", global_name="Han"), roles=[manager])
        await env.settle()
        try:
            yield NewsDesk(scene, newsroom, han, guild.create_text_channel("news"))
        finally:
            await env.shutdown()
