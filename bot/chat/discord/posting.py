"""One process's share in posting: a publisher and a runner on one connection, and a word where a post failed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

import aiohttp
import discord
from discord.http import HTTPClient, Route

from bot.announcements.announcement import Place, PlaceKind
from bot.announcements.delivery import Delivery, State
from bot.announcements.publisher import Post
from bot.announcements.sending import Outcome
from bot.chat import Answers
from bot.chat.discord import announcement_words as words
from bot.chat.discord.components import Component, Layout, text
from bot.chat.discord.moments import channel_link
from bot.chat.discord.newsroom import Newsroom
from bot.chat.discord.posts import post_components
from bot.chat.discord.publisher import COMPONENTS_V2, DiscordPublisher
from bot.model.value import Locale

log = logging.getLogger(__name__)
NOTHING_KNOWN: Callable[[Place], str] = lambda _: ""  # noqa: E731 - a value to hand over


class Poster:
    """Posts what is due until it is stopped. `needs` names what the bot lacks at a place, as far as it knows."""

    def __init__(
        self, newsroom: Newsroom, answers: Answers, http: HTTPClient, needs: Callable[[Place], str] = NOTHING_KNOWN
    ) -> None:
        self._newsroom = newsroom
        self._answers = answers
        self._http = http
        self._runner = newsroom.runner(DiscordPublisher(http, self._draw, needs), self._ended)
        self._posting: asyncio.Task[None] | None = None
        self._reports: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Starts posting, beside everything else."""
        self._posting = asyncio.create_task(self._runner.run(), name="posting")

    async def stop(self, within: float) -> None:
        """Claims nothing more, and waits for what is under way, at most ``within`` seconds."""
        self._runner.stop()
        if self._posting:
            _, late = await asyncio.wait({self._posting, *self._reports}, timeout=within)
            for task in late:
                task.cancel()

    def _draw(self, post: Post, mark: str) -> list[Component]:
        return post_components(post, mark, self._answers.phrases)

    def _ended(self, outcome: Outcome) -> None:
        delivery, ending = outcome.delivery, outcome.ending
        log.info("delivery %s %s: %s", delivery.id, ending.state.value, ending.why.reason.value)
        if (ending.state is State.FAILED or outcome.paused) and delivery.place.kind is not PlaceKind.DM:
            report = asyncio.create_task(self._report(delivery))
            self._reports.add(report)
            report.add_done_callback(self._reports.discard)

    async def _report(self, delivery: Delivery) -> None:
        """Says in the server's log channel what failed. It is only a word: sent once, and not again."""
        settings = await self._newsroom.choices.of_guild(delivery.place.guild)
        settled = await self._newsroom.deliveries.get(delivery.id)
        if not settings.log_channel or settled is None:
            return
        phrases = self._answers.phrases(Locale(settings.locale) if settings.locale else Locale.EN)
        saved = await self._newsroom.deliveries.announcement_of(delivery)
        title = words.title_of(saved, phrases) if saved else phrases.say("group.follow.name")
        place, why = channel_link(delivery.place.channel), words.reason_words(settled, phrases)
        said = Layout([text(phrases.say("log.failed", title=title, place=place, why=why))])
        body = {"flags": COMPONENTS_V2, "components": said.to_components(), "allowed_mentions": {"parse": []}}
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=settings.log_channel)
        try:
            await self._http.request(route, json=body)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("the log channel %s cannot be written to: %s", settings.log_channel, error)
