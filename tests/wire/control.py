"""The little Discord's remote control: JSON over loopback, for when it runs as a process of its own.

Beneath /control: `settings`, `requests`, `messages`, `said` are read; the rest is posted to, with what the
methods of Loopback, World, Gateway and Faults take.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from tests.wire.faults import Fault
from tests.wire.guild import ChannelType, Json
from tests.wire.interactions import Interaction, Person
from tests.wire.loopback import Loopback
from tests.wire.rest import as_json

CONTROL = "/control"


class Control:
    """The handlers, for one little Discord."""

    def __init__(self, discord: Loopback) -> None:
        """Stand beside it."""
        self.discord = discord

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        reads = {
            "settings": self.settings,
            "requests": self.requests,
            "messages": self.messages,
            "said": self.said,
        }
        acts = {"channel": self.channel, "person": self.person, "slash": self.slash, "press": self.press}
        acts |= {"fault": self.fault, "release": self.release, "gateway": self.gateway, "time": self.time}
        return [
            *(web.get(f"{CONTROL}/{name}", handler) for name, handler in reads.items()),
            *(web.post(f"{CONTROL}/{name}", handler) for name, handler in acts.items()),
        ]

    async def settings(self, request: web.Request) -> web.Response:
        """Return the settings of a bot that is to come here."""
        return as_json(self.discord.environment)

    async def requests(self, request: web.Request) -> web.Response:
        """Return every request so far."""
        return as_json([asdict(entry) for entry in self.discord.requests.entries])

    async def messages(self, request: web.Request) -> web.Response:
        """Return the messages of every channel, oldest first."""
        channels = self.discord.world.channels.values()
        return as_json({channel.id: list(channel.messages.values()) for channel in channels})

    async def said(self, request: web.Request) -> web.Response:
        """Wait for `count` messages in answer to the interaction `token`, and return them."""
        interaction = self.discord.replies.interactions[request.query["token"]]
        return as_json(await self.discord.said(interaction, int(request.query.get("count", 1))))

    async def channel(self, request: web.Request) -> web.Response:
        """Add a channel: `name`, and `type` as Discord numbers it."""
        wanted = await request.json()
        kind = ChannelType(wanted.get("type", ChannelType.TEXT))
        return as_json({"id": self.discord.world.add_channel(wanted["name"], kind).id})

    async def person(self, request: web.Request) -> web.Response:
        """Add a member: `name`."""
        return as_json(self.discord.world.add_user((await request.json())["name"]))

    async def slash(self, request: web.Request) -> web.Response:
        """Have `user` run `line` with `options` in `channel`, else in a DM; returns the token for `said`."""
        wanted = await request.json()
        person = self._who(wanted)
        return self._begun(await self.discord.slash(person, wanted["line"], **wanted.get("options", {})))

    async def press(self, request: web.Request) -> web.Response:
        """Have `user` press `custom_id` on `message` of `channel`."""
        wanted = await request.json()
        person = self._who(wanted)
        message = self.discord.world.message(person.channel.id, wanted["message"])
        return self._begun(await self.discord.press(person, message, wanted["custom_id"]))

    async def fault(self, request: web.Request) -> web.Response:
        """Plan a fault."""
        self.discord.faults.plan(Fault(**await request.json()))
        return as_json(None)

    async def release(self, request: web.Request) -> web.Response:
        """Let hanging requests end and forget the faults that are left."""
        self.discord.faults.release()
        return as_json(None)

    async def gateway(self, request: web.Request) -> web.Response:
        """`do`: reconnect, invalidate, drop, close (with `code`), or joined (waits for `count` clients)."""
        wanted, gateway = await request.json(), self.discord.gateway
        match wanted["do"]:
            case "reconnect":
                await gateway.tell_to_reconnect()
            case "invalidate":
                await gateway.invalidate(resumable=wanted.get("resumable", False))
            case "drop":
                gateway.drop()
            case "close":
                await gateway.close(wanted["code"])
            case "joined":
                await gateway.joined(wanted.get("count", 1))
            case other:
                raise web.HTTPBadRequest(text=f"the gateway cannot {other}")
        return as_json(None)

    async def time(self, request: web.Request) -> web.Response:
        """Move the clock forward by `seconds`, or set `nonce_window` in seconds."""
        wanted, world = await request.json(), self.discord.world
        world.clock.ahead += wanted.get("seconds", 0.0)
        world.nonce_window = wanted.get("nonce_window", world.nonce_window)
        return as_json(None)

    def _who(self, wanted: Json) -> Person:
        world = self.discord.world
        channel = world.channels[wanted["channel"]] if "channel" in wanted else world.dm_with(wanted["user"])
        more: dict[str, Any] = {"locale": wanted.get("locale", "en-US")}
        if "installed" in wanted:
            more["installed"] = tuple(wanted["installed"])
        return Person(world.users[wanted["user"]], channel, **more)

    def _begun(self, interaction: Interaction) -> web.Response:
        return as_json({"id": interaction.id, "token": interaction.token})
