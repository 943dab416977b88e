"""Channels, messages, threads and forum posts."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from tests.wire.guild import ChannelType, Flag, Json, Refused, World
from tests.wire.rest import as_json, body, route

HISTORY_LIMIT = 50


@dataclass
class Channels:
    """The routes beneath /channels, and the one that opens a DM."""

    world: World

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        channel, message = "/channels/{channel}", "/channels/{channel}/messages/{message}"
        return [
            route("POST", "/users/@me/channels", self.open_dm),
            route("GET", channel, self.show_channel),
            route("PATCH", channel, self.edit_channel),
            route("GET", channel + "/messages", self.history),
            route("POST", channel + "/messages", self.post),
            route("GET", message, self.show_message),
            route("PATCH", message, self.edit_message),
            route("DELETE", message, self.delete_message),
            route("POST", message + "/crosspost", self.crosspost),
            route("POST", message + "/threads", self.start_thread),
            route("POST", channel + "/threads", self.start_thread),
            route("GET", channel + "/threads/archived/public", self.archived_threads),
        ]

    async def open_dm(self, request: web.Request) -> web.Response:
        """The DM channel with a user."""
        user = str(body(request)["recipient_id"])
        known = next((c for c in self.world.channels.values() if c.user == user), None)
        return as_json(self.world.shown(known or self.world.add_channel("", ChannelType.DM, user=user)))

    async def show_channel(self, request: web.Request) -> web.Response:
        """One channel or thread."""
        return as_json(self.world.shown(self.world.channel(request.match_info["channel"])))

    async def edit_channel(self, request: web.Request) -> web.Response:
        """Archive or unarchive a thread, or rename."""
        channel, wanted = self.world.channel(request.match_info["channel"], "send"), body(request)
        channel.archived = bool(wanted.get("archived", channel.archived))
        channel.name = str(wanted.get("name", channel.name))
        return as_json(self.world.shown(channel))

    async def post(self, request: web.Request) -> web.Response:
        """Create a message; the nonce rule is World.post's."""
        channel, wanted = self.world.channel(request.match_info["channel"], "send"), body(request)
        channel.archived = False  # a message wakes a thread that is not locked
        return as_json(self.world.post(channel, wanted))

    async def history(self, request: web.Request) -> web.Response:
        """Messages, newest first; `before`, `after`, `limit` as on Discord. Private answers are not in it."""
        channel = self.world.channel(request.match_info["channel"], "history")
        before, after = int(request.query.get("before", 1 << 63)), int(request.query.get("after", 0))
        limit = int(request.query.get("limit", HISTORY_LIMIT))
        seen = [m for m in channel.messages.values() if not m["flags"] & Flag.EPHEMERAL]
        seen = sorted((m for m in seen if after < int(m["id"]) < before), key=lambda m: int(m["id"]))
        page = seen[:limit] if "after" in request.query else seen[-limit:]
        return as_json(page[::-1])

    async def show_message(self, request: web.Request) -> web.Response:
        """One message."""
        self.world.channel(request.match_info["channel"], "history")
        return as_json(self._message(request))

    async def edit_message(self, request: web.Request) -> web.Response:
        """Edit one's own message, not in an archived thread."""
        message = self._message(request)
        if self.world.channel(request.match_info["channel"]).archived:
            raise Refused(400, 50083, "Thread is archived")
        if message["author"]["id"] != self.world.bot["id"]:
            raise Refused(403, 50005, "Cannot edit a message authored by another user")
        return as_json(self.world.edit(message, body(request)))

    async def delete_message(self, request: web.Request) -> web.Response:
        """Delete a message."""
        del self.world.channel(request.match_info["channel"]).messages[self._message(request)["id"]]
        return web.Response(status=204)

    async def crosspost(self, request: web.Request) -> web.Response:
        """Publish a message of an announcement channel."""
        channel, message = self.world.channel(request.match_info["channel"], "send"), self._message(request)
        if channel.type is not ChannelType.NEWS:
            raise Refused(400, 50024, "Cannot execute action on this channel type")
        if message["flags"] & Flag.CROSSPOSTED:
            raise Refused(400, 40033, "This message has already been crossposted")
        message["flags"] |= Flag.CROSSPOSTED
        return as_json(message)

    def _message(self, request: web.Request) -> Json:
        return self.world.message(request.match_info["channel"], request.match_info["message"])

    async def start_thread(self, request: web.Request) -> web.Response:
        """A thread on a message, a bare thread, or a forum post with its first message."""
        parent, wanted = self.world.channel(request.match_info["channel"], "send"), body(request)
        on = self._message(request)["id"] if "message" in request.match_info else None
        if on is not None and on in self.world.channels:
            raise Refused(400, 160004, "A thread has already been created for this message")
        thread = self.world.start_thread(parent, str(wanted["name"]), on)
        shown = self.world.shown(thread)
        if parent.type is ChannelType.FORUM:  # the first message has the thread's id
            first = self.world.post(thread, wanted["message"], id=thread.id)
            shown = self.world.shown(thread) | {"message": first}
        return as_json(shown, status=201)

    async def archived_threads(self, request: web.Request) -> web.Response:
        """Public archived threads of a channel."""
        threads = self.world.threads(archived=True, parent=request.match_info["channel"])
        return as_json({"threads": threads, "members": [], "has_more": False})
