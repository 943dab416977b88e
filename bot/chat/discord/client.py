"""The bot as Discord sees it: the same in ``run`` and in ``preview``."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.announcements.announcement import Place, PlaceKind
from bot.chat import Answers, Seen
from bot.chat.discord.announcing import Announcing
from bot.chat.discord.choosing import Choosing
from bot.chat.discord.commands import InBothLanguages, locale_of, message_menu, slash_commands
from bot.chat.discord.completions import Desks, slash_groups
from bot.chat.discord.custom_ids import AboutPost, OnDraft, read_press
from bot.chat.discord.desk import Desk
from bot.chat.discord.following import Following
from bot.chat.discord.long_questions import LongQuestions
from bot.chat.discord.messages import asked_in
from bot.chat.discord.newsroom import Newsroom
from bot.chat.discord.permissions import missing, needed
from bot.chat.discord.posting import Poster
from bot.chat.discord.registration import Registry, payloads, register
from bot.chat.discord.replies import Interaction

REFERENCE_BYTES = 4
FINISHING = 2.5
"""Seconds that replies under way are given when the bot stops: Discord waits 3 for any of them."""
RATE_LIMIT_MOST = 30.0
"""Seconds that discord.py may wait by itself where Discord asks for a pause; for longer ones the runner waits."""
PRESSES = (discord.InteractionType.component, discord.InteractionType.modal_submit)


def unseen(_name: str, _outcome: str, _seconds: float) -> None:
    """For a bot that nobody measures."""


def new_reference() -> str:
    """What names one error, in the log and to the person who met it."""
    return secrets.token_hex(REFERENCE_BYTES)


class Tree(app_commands.CommandTree["Readout"]):
    """The command tree; what it cannot make sense of is answered at the desk."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Everybody may; the language is found out before anything is said in it."""
        await self.client.desk.tune(interaction)
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answers a command that discord.py could not call."""
        await self.client.desk.refuse(interaction, error)


class Readout(discord.Client):
    """Answers in Discord. Without a ``registry`` the commands are registered at every start."""

    def __init__(
        self,
        answers: Answers,
        *,
        seen: Seen = unseen,
        registry: Registry | None = None,
        reference: Callable[[], str] = new_reference,
        seconds: Callable[[], float] = time.monotonic,
        connector: aiohttp.BaseConnector | None = None,
        newsroom: Newsroom | None = None,
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it has no voice to warn about
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            connector=connector,
            guild_ready_timeout=0,
            max_messages=None,
            max_ratelimit_timeout=RATE_LIMIT_MOST,
        )
        choices = newsroom.choices if newsroom else None
        long = LongQuestions(newsroom.parked, newsroom.clock) if newsroom else None
        self.desk = Desk(answers, seen=seen, seconds=seconds, reference=reference, choices=choices, long=long)
        self.announcing = Announcing(self.desk, answers, newsroom)
        desks = Desks(self.announcing, Following(self.desk, answers, newsroom), Choosing(self.desk, answers, newsroom))
        self._answers = answers
        self._newsroom = newsroom
        self._poster: Poster | None = None
        self.tree = Tree(self)
        for command in slash_commands(answers.phrases, self.desk.command, self.desk.choices):
            self.tree.add_command(command)
        self.tree.add_command(message_menu(answers.phrases, self.desk.check))
        for group in slash_groups(answers.phrases, desks, self.desk.choices):
            self.tree.add_command(group)
        self.connected = False
        self._registry = registry
        self._registering: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Registers the commands beside everything else: the bot answers meanwhile."""
        await self.tree.set_translator(InBothLanguages())
        assert self.application_id is not None
        self._registering = asyncio.create_task(register(self.tree, self.application_id, self._registry))
        if self._newsroom:
            self._poster = Poster(self._newsroom, self._answers, self.http, self._needs)
            self._poster.start()

    def _needs(self, place: Place) -> str:
        """What the bot lacks where it was refused, by permission names with commas."""
        channel = self.get_channel(int(place.channel)) if place.kind is not PlaceKind.DM else None
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return ""
        return ",".join(missing(channel, needed(place.kind)))

    async def command_payloads(self) -> list[dict[str, Any]]:
        """The commands exactly as they are sent to Discord."""
        await self.tree.set_translator(InBothLanguages())
        return await payloads(self.tree)

    async def on_ready(self) -> None:
        """Interactions come in now; this is told again after every new session."""
        self.connected = True

    async def on_resumed(self) -> None:
        """Interactions come in again."""
        self.connected = True

    async def on_disconnect(self) -> None:
        """Interactions do not come in; discord.py is connecting again."""
        self.connected = False

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answers every press: discord.py's own views would leave a damaged or forgotten button unanswered."""
        if interaction.type not in PRESSES:
            return
        await self.desk.tune(interaction)
        pressed: Mapping[str, Any] = {**(interaction.data or {})}
        press = read_press(str(pressed.get("custom_id", "")), locale_of(interaction))
        if isinstance(press, OnDraft | AboutPost):
            await self.announcing.pressed(interaction, press)
        else:
            await self.desk.press(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Answers what is put to the bot in words: where it is mentioned, or in a conversation with it alone."""
        assert self.user is not None
        text = asked_in(message, self.user.id)
        if text is not None:
            await self.desk.message(message, text)

    async def close(self) -> None:
        """Lets replies under way finish, then leaves."""
        if self._registering:
            self._registering.cancel()
        if self._poster:
            await self._poster.stop(FINISHING)
        await self.desk.finish(FINISHING)
        await super().close()
