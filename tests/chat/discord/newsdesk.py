"""Readout with a ledger in a simulated Discord, whose clock a test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.announcements.posting import Pace
from bot.app import App, holdings
from bot.chat.discord.client import Readout
from bot.chat.discord.newsroom import Newsroom, open_newsroom
from bot.chat.preview import SimulatedClock
from tests.chat.discord.scene import Scene, scene_of
from tests.shelves import app as real_app

REFERENCE = "0badf00d"
PACE = Pace(longest_sleep=timedelta(days=400))
"""A simulated hour need not be interrupted twelve times to look whether anything is due."""


@dataclass
class NewsDesk:
    """The scene, and the newsroom behind it."""

    scene: Scene
    newsroom: Newsroom
    han: simcord.MemberActor
    """May manage the server."""
    news: simcord.ChannelHandle

    @property
    def guild(self) -> simcord.GuildHandle:
        """The server."""
        assert self.news.guild is not None
        return self.news.guild

    def locked(self) -> simcord.ChannelHandle:
        """A channel in which the bot may not write."""
        assert self.scene.bot.user is not None
        denied: dict[Any, discord.PermissionOverwrite] = {
            self.scene.bot.user: discord.PermissionOverwrite(send_messages=False)
        }
        return self.guild.create_text_channel("locked", overwrites=denied)

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

    def new_id() -> str:
        return f"a{next(numbers)}"

    async with open_newsroom(address, holdings(app), clock, name="simulated", new_id=new_id, pace=PACE) as newsroom:
        bot = Readout(app.answers(), reference=lambda: REFERENCE, newsroom=newsroom)
        env = simcord.Env(bot, check_errors=False)
        clock.enter(env)
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
