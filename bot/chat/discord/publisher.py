"""Posts on Discord for the announcements' runner, by REST alone: it needs no gateway.

What could come twice is guarded: a message by its nonce, which Discord checks for "a few minutes"; a forum post, which
knows no nonce, by never being sent again before the forum was searched for its mark. A thread under a message,
publishing and edits may be asked again: Discord answers that it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from typing import Any

import aiohttp
import discord
from discord.http import HTTPClient, Route

from bot.announcements.announcement import Place, PlaceKind
from bot.announcements.publisher import Post, Refused, TryLater, Unclear
from bot.chat.discord.components import Component
from bot.chat.discord.custom_ids import about_id

Json = dict[str, Any]
Draw = Callable[[Post, str], list[Component]]
"""The components of a post with its mark."""
COMPONENTS_V2 = 1 << 15
HISTORY_PAGE = 100
HISTORY_PAGES_MOST = 20
ARCHIVED_LOOKED_AT = 100
THREAD_NAME_MOST = 100
RETRY_AFTER_UNSAID = 60.0
THREAD_EXISTS, ALREADY_PUBLISHED, ARCHIVED = 160004, 40033, 50083


class SentOnce(discord.File):
    """Not a file: it keeps discord.py from sending a request again by itself, as it does after a 500."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), filename="once")

    def reset(self, *, seek: int | bool = True) -> None:
        """Called before each try with its number."""
        if seek:
            raise Unclear(what="not sent again before it was looked for")


class DiscordPublisher:
    """A `Publisher`. `needs` names what the bot lacks at a place, as far as anyone here can know."""

    def __init__(self, http: HTTPClient, draw: Draw, needs: Callable[[Place], str]) -> None:
        self._http = http
        self._draw = draw
        self._needs = needs
        self._dms: dict[str, str] = {}

    async def post(self, place: Place, post: Post, mark: str) -> str:
        """Posts; the message's id. A forum's post has the id of its first message."""
        with self._understood(place):
            channel = await self._channel(place)
            message = self._message(post, mark)
            if place.kind is PlaceKind.FORUM:
                name = (post.thread_name or mark)[:THREAD_NAME_MOST]
                route = Route("POST", "/channels/{channel_id}/threads", channel_id=channel)
                return str(
                    (await self._http.request(route, json={"name": name, "message": message}, files=[SentOnce()]))["id"]
                )
            body = {**message, "nonce": mark, "enforce_nonce": True}
            sent = await self._http.request(
                Route("POST", "/channels/{channel_id}/messages", channel_id=channel), json=body
            )
            return str(sent["id"])

    async def find(self, place: Place, mark: str, since: datetime) -> str | None:
        """The message that carries the mark, of those sent since."""
        after = discord.utils.time_snowflake(since)
        with self._understood(place):
            if place.kind is PlaceKind.FORUM:
                return await self._find_in_forum(place, mark, after)
            channel = await self._channel(place)
            for _ in range(HISTORY_PAGES_MOST):
                page = await self._history(channel, after)
                for message in page:
                    if _carries(message, mark):
                        return str(message["id"])
                if len(page) < HISTORY_PAGE:
                    return None
                after = max(int(message["id"]) for message in page)
        raise Unclear(what="too much was said since to look through")

    async def open_thread(self, place: Place, message: str, name: str) -> str:
        """Opens a thread under the message; a thread has its message's id."""
        route = Route(
            "POST", "/channels/{channel_id}/messages/{message_id}/threads", channel_id=place.channel, message_id=message
        )
        with self._understood(place, settled=THREAD_EXISTS):
            await self._http.request(route, json={"name": name[:THREAD_NAME_MOST]})
        return message

    async def publish(self, place: Place, message: str) -> None:
        """Publishes the message to the servers that follow the channel."""
        route = Route(
            "POST",
            "/channels/{channel_id}/messages/{message_id}/crosspost",
            channel_id=place.channel,
            message_id=message,
        )
        with self._understood(place, settled=ALREADY_PUBLISHED):
            await self._http.request(route)

    async def edit(self, place: Place, message: str, post: Post, mark: str) -> None:
        """Puts the post in the message's place; an archived thread is opened for it."""
        with self._understood(place):
            channel = message if place.kind is PlaceKind.FORUM else await self._channel(place)
            route = Route(
                "PATCH", "/channels/{channel_id}/messages/{message_id}", channel_id=channel, message_id=message
            )
            body = self._message(post, mark)
            try:
                await self._http.request(route, json=body)
            except discord.HTTPException as error:
                if error.code != ARCHIVED:
                    raise
                opening = Route("PATCH", "/channels/{channel_id}", channel_id=channel)
                await self._http.request(opening, json={"archived": False})
                await self._http.request(route, json=body)

    def _message(self, post: Post, mark: str) -> Json:
        """The body: the only mention ever allowed is the announcement's role."""
        return {
            "flags": COMPONENTS_V2,
            "components": self._draw(post, mark),
            "allowed_mentions": {"parse": [], "roles": [post.role] if post.role else []},
        }

    async def _channel(self, place: Place) -> str:
        if place.kind is not PlaceKind.DM:
            return place.channel
        if place.channel not in self._dms:
            opened = await self._http.request(
                Route("POST", "/users/@me/channels"), json={"recipient_id": place.channel}
            )
            self._dms[place.channel] = str(opened["id"])
        return self._dms[place.channel]

    async def _history(self, channel: str, after: int) -> list[Json]:
        route = Route("GET", "/channels/{channel_id}/messages", channel_id=channel)
        page: list[Json] = await self._http.request(route, params={"after": str(after), "limit": HISTORY_PAGE})
        return page

    async def _find_in_forum(self, place: Place, mark: str, after: int) -> str | None:
        """Looks at the first message of each post that is young enough: the active ones, then those archived last."""
        active = await self._http.request(Route("GET", "/guilds/{guild_id}/threads/active", guild_id=place.guild))
        route = Route("GET", "/channels/{channel_id}/threads/archived/public", channel_id=place.channel)
        archived = await self._http.request(route, params={"limit": ARCHIVED_LOOKED_AT})
        for thread in (*active["threads"], *archived["threads"]):
            if str(thread.get("parent_id")) != place.channel or int(thread["id"]) <= after:
                continue
            first = Route(
                "GET", "/channels/{channel_id}/messages/{message_id}", channel_id=thread["id"], message_id=thread["id"]
            )
            try:
                message = await self._http.request(first)
            except discord.NotFound:
                continue  # someone deleted the post's first message
            if _carries(message, mark):
                return str(thread["id"])
        return None

    @contextmanager
    def _understood(self, place: Place, settled: int | None = None) -> Iterator[None]:
        """Turns what went wrong into one of the runner's three; the code ``settled`` means that it is done already."""
        try:
            yield
        except discord.RateLimited as error:
            raise TryLater(after=error.retry_after) from error
        except discord.HTTPException as error:
            if settled is None or error.code != settled:
                raise self._meaning(error, place) from error
        except (aiohttp.ClientError, OSError) as error:
            self._dms.pop(place.channel, None)
            raise Unclear(what=type(error).__name__) from error

    def _meaning(self, error: discord.HTTPException, place: Place) -> Refused | TryLater | Unclear:
        if error.status == HTTPStatus.TOO_MANY_REQUESTS:
            said = error.response.headers.get("Retry-After", "")
            return TryLater(after=float(said) if said.replace(".", "", 1).isdecimal() else RETRY_AFTER_UNSAID)
        if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Unclear(what=f"HTTP {error.status}")
        needs = self._needs(place) if error.status == HTTPStatus.FORBIDDEN else ""
        return Refused(status=error.status, code=error.code, needs=needs)


def _carries(message: Json, mark: str) -> bool:
    """Whether a button of the message has the mark."""
    wanted = about_id(mark)
    inside = list(message.get("components") or [])
    for part in inside:  # grows while it is read
        inside.extend(part.get("components") or [])
    return any(part.get("custom_id") == wanted for part in inside)
