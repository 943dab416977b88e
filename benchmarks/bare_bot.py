"""The floor: a discord.py bot that answers "pong" and completes one choice, and nothing else."""

from __future__ import annotations

import asyncio
import os

import aiohttp
import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

CONNECTIONS_MOST = 100


class Bare(discord.Client):
    """One command under the name that Readout has too."""

    def __init__(self) -> None:
        connector = aiohttp.TCPConnector(limit=CONNECTIONS_MOST)
        super().__init__(intents=discord.Intents(guilds=True), connector=connector, guild_ready_timeout=0.0)
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        """Registers the command."""
        await self.tree.sync()


async def main() -> None:
    """Stays on the small Discord until it is ended."""
    Route.BASE = os.environ["READOUT_DISCORD_API"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["READOUT_DISCORD_GATEWAY"])
    bot = Bare()

    @bot.tree.command(name="positions", description="pong")
    async def positions(interaction: discord.Interaction, topic: str, side: str | None = None) -> None:
        await interaction.response.send_message(f"pong {topic[:0]}{(side or '')[:0]}", ephemeral=True)

    @positions.autocomplete("topic")
    async def topics(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed or "ping", value="ping")]

    await bot.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
