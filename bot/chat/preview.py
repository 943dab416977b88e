"""The bot in a simulated Discord in the browser: the same client as on Discord, and no token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import simcord

from bot.cards.card import Block, Part, code, strong
from bot.cards.language import Phrases
from bot.chat.discord.client import Readout
from bot.chat.discord.groups import MANAGERS
from bot.chat.discord.view import blocks_view
from bot.errors import SettingError
from bot.model.value import Locale

SPOKEN = {Locale.EN: "en-US", Locale.KO: "ko"}
NAME = "Readout"
TIMEZONE = "Asia/Seoul"
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""When every simulation begins."""


class SimulatedClock:
    """The clock of a simulation, once there is one; before that it stands still.

    It declares the runner's rest, which the simulation could not tell from work.
    """

    def __init__(self) -> None:
        self._env: simcord.Env | None = None

    def enter(self, env: simcord.Env) -> None:
        """Shows the time of a simulation from now on."""
        self._env = env

    def now(self) -> datetime:
        """The simulation's time."""
        return self._env.now() if self._env else BEGINNING

    async def sleep(self, seconds: float) -> None:
        """Returns once that many simulated seconds have passed."""
        await asyncio.sleep(seconds)

    async def rest(self, wake: asyncio.Event, seconds: float | None) -> None:
        """Returns once `wake` is set or that many simulated seconds have passed."""
        assert self._env is not None, "nobody rests before the simulation"
        await self._env.external_wait(_until(wake, seconds), reason="the next post that is due")


async def _until(wake: asyncio.Event, seconds: float | None) -> None:
    try:
        async with asyncio.timeout(seconds):
            await wake.wait()
    except TimeoutError:
        return


@dataclass(frozen=True)
class Scene:
    """A simulated server with the bot in it: a channel, and the member who looks at it."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    member: simcord.MemberActor


async def show(bot: Readout, phrases: Phrases, clock: SimulatedClock, *, port: int | None, stop: asyncio.Event) -> None:
    """Shows the bot until ``stop``, or until the page ends it, and prints the page's address.

    The address is on this machine only. Raises SettingError where the page cannot be served.
    """
    async with AsyncExitStack() as shown:
        scene = await shown.enter_async_context(simulated(bot, phrases, clock))
        page = scene.env.preview(
            scene.channel,
            viewers=[scene.member],
            layout="channel",
            locale=SPOKEN[phrases.locale],
            timezone=TIMEZONE,
            port=port or None,
        )
        try:
            preview = await shown.enter_async_context(page)
        except simcord.SetupError as error:
            raise SettingError(f"{error}. Another port is chosen with --port; without it, any free one.") from error
        print(preview.url, flush=True)
        await _first(stop.wait(), preview.wait_closed())


@asynccontextmanager
async def simulated(bot: Readout, phrases: Phrases, clock: SimulatedClock) -> AsyncIterator[Scene]:
    """A server, a channel, a member who speaks the language of ``phrases``, and the bot's first message."""
    env = simcord.Env(bot, check_errors=False)
    clock.enter(env)
    env.backend.bot_user.name = NAME
    speak(env, SPOKEN[phrases.locale])
    hear_its_name(env)
    await env.start()
    try:
        guild = env.create_guild(phrases.say("preview.server"))
        channel = guild.create_text_channel("releases", topic=phrases.say("preview.topic"))
        manager = guild.create_role("Managers", permissions=MANAGERS)
        newcomer = env.create_user("newcomer", global_name=phrases.say("preview.member"))
        member = guild.add_member(newcomer, roles=[manager])
        await env.settle()
        place = bot.get_partial_messageable(channel.id)
        await place.send(view=blocks_view(welcome(phrases)))
        await env.settle()
        yield Scene(env, channel, member)
    finally:
        await env.shutdown()


def welcome(phrases: Phrases) -> tuple[Block, ...]:
    """What a newcomer is told to try."""
    steps = (
        phrases.line("preview.welcome.ask", slash=code("/"), command=code("/positions"), typed=code("kor")),
        phrases.line("preview.welcome.words", typed=code(phrases.say("preview.welcome.question", name=NAME))),
        phrases.line("preview.welcome.source", button=strong("¶4.1")),
        phrases.line("preview.welcome.share", button=strong(phrases.say("chat.share"))),
        phrases.line("preview.welcome.more", command=code("/help")),
    )
    return (
        Block(Part.ANSWER, (phrases.line("preview.welcome"),)),
        Block(Part.LINE, steps),
        Block(Part.SMALL, (phrases.line("preview.welcome.simulated"),)),
    )


def speak(env: simcord.Env, locale: str) -> None:
    """Lets everybody's Discord be set to ``locale``; the simulation itself knows only en-US."""
    emit = env.backend.emit

    def emit_in_locale(event: str, payload: Mapping[str, Any]) -> None:
        emit(event, {**payload, "locale": locale} if event == "INTERACTION_CREATE" else payload)

    env.backend.emit = emit_in_locale  # type: ignore[method-assign] # the one way to give interactions a locale


def hear_its_name(env: simcord.Env) -> None:
    """Makes the bot's name with an @ before it a mention: the simulation's page has no picker for one."""
    emit = env.backend.emit

    def emit_with_mentions(event: str, payload: Mapping[str, Any]) -> None:
        if event == "MESSAGE_CREATE":
            content = str(payload.get("content", "")).replace(f"@{NAME}", f"<@{env.backend.bot_user.id}>")
            payload = {**payload, "content": content}
        emit(event, payload)

    env.backend.emit = emit_with_mentions  # type: ignore[method-assign] # the one way to change what is told


async def _first(*works: Coroutine[Any, Any, object]) -> None:
    """Waits for whichever ends first."""
    tasks = [asyncio.create_task(work) for work in works]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
