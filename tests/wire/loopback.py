"""The little Discord as one thing: `async with Loopback() as discord:`, then send a bot to its addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.wire import interactions
from tests.wire.channels import Channels
from tests.wire.faults import Faults
from tests.wire.gateway import Gateway
from tests.wire.guild import Channel, ChannelType, Json, Refused, World
from tests.wire.interactions import Interaction, Kind, Person
from tests.wire.limits import Limits
from tests.wire.replies import Replies
from tests.wire.rest import API, BODY, Rest, as_json, decoded
from tests.wire.tape import Request, Tape

TOKEN = "a-token-of-no-bot"
LOOPBACK = "127.0.0.1"
TOKENS_OF_THEIR_OWN = ("/interactions/", "/webhooks/")


@dataclass
class Loopback:
    """REST and gateway on one port of 127.0.0.1, ephemeral unless given."""

    token: str = TOKEN
    port: int = 0
    world: World = field(default_factory=World)
    faults: Faults = field(default_factory=Faults)
    limits: Limits | None = None
    requests: Tape[Request] = field(default_factory=Tape)

    def __post_init__(self) -> None:
        """Build the parts; nothing listens yet."""
        self.gateway = Gateway(self.world, self.token, lambda: self.gateway_url)
        self.replies = Replies(self.world)
        parts = (Rest(self.world, lambda: self.gateway_url), self.replies, Channels(self.world))
        self._app = web.Application(middlewares=[self._serve])
        self.add_routes([route for part in parts for route in part.routes()])
        self.add_routes([web.get("/gateway", self.gateway.connect)])
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=1.0)

    def add_routes(self, routes: list[web.RouteDef]) -> None:
        """Serve more, before it listens."""
        self._app.add_routes(routes)

    async def __aenter__(self) -> Self:
        """Listen."""
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Hang up on everybody and stop listening."""
        self.faults.release()
        self.gateway.drop()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The base of every REST path, version included: what READOUT_DISCORD_API is set to."""
        return f"http://{LOOPBACK}:{self.port}{API}"

    @property
    def gateway_url(self) -> str:
        """What READOUT_DISCORD_GATEWAY is set to."""
        return f"ws://{LOOPBACK}:{self.port}/gateway"

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a bot that is to come here."""
        addresses = {"READOUT_DISCORD_API": self.api_url, "READOUT_DISCORD_GATEWAY": self.gateway_url}
        return addresses | {"DISCORD_TOKEN": self.token}

    # --- what happens to the guild

    async def open_channel(self, name: str, type: ChannelType = ChannelType.TEXT) -> Channel:
        """Add a channel, and tell the bot."""
        channel = self.world.add_channel(name, type)
        await self.gateway.dispatch("CHANNEL_CREATE", self.world.shown(channel))
        return channel

    async def refuse(self, channel: Channel, *purposes: str) -> None:
        """Take rights away in a channel (send, read, history; none gives all back), and tell the bot."""
        channel.refuses = set(purposes)
        await self.gateway.dispatch("CHANNEL_UPDATE", self.world.shown(channel))

    async def delete_channel(self, channel: Channel) -> None:
        """Delete a channel, and tell the bot."""
        del self.world.channels[channel.id]
        await self.gateway.dispatch("CHANNEL_DELETE", self.world.shown(channel))

    async def kick(self) -> None:
        """Throw the bot out of the guild."""
        self.world.away = True
        await self.gateway.dispatch("GUILD_DELETE", {"id": self.world.guild_id})

    async def invite(self) -> None:
        """Let the bot in again."""
        self.world.away = False
        await self.gateway.dispatch("GUILD_CREATE", self.world.guild())

    # --- what people do

    async def slash(self, person: Person, line: str, **options: str | int | float | bool) -> Interaction:
        """Run a slash command; "announce create" names a subcommand."""
        return await self._happen(person, Kind.COMMAND, interactions.command(self.world, line, options))

    async def type_in(self, person: Person, line: str, option: str, **options: str | int | float | bool) -> Interaction:
        """Type in an option that autocompletes; its text so far is among the options."""
        data = interactions.command(self.world, line, options, focused=option)
        return await self._happen(person, Kind.AUTOCOMPLETE, data)

    async def press(
        self, person: Person, message: Json, custom_id: str, values: list[str] | None = None
    ) -> Interaction:
        """Press a button of a message (or choose in a select menu)."""
        return await self._happen(person, Kind.COMPONENT, interactions.component(custom_id, values), message)

    async def submit(self, person: Person, custom_id: str, **fields: str) -> Interaction:
        """Send a form."""
        return await self._happen(person, Kind.MODAL, interactions.modal(custom_id, fields))

    async def use_menu(self, person: Person, name: str, message: Json) -> Interaction:
        """Choose an entry of a message's menu."""
        return await self._happen(person, Kind.COMMAND, interactions.message_command(self.world, name, message))

    async def write(self, person: Person, content: str) -> Json:
        """Post a message, and tell the bot; its text comes along only where the bot is mentioned, or in a DM.

        Source: Discord, "Gateway", "Message Content Intent".
        """
        mentions = [self.world.bot] if f"<@{self.world.bot['id']}>" in content else []
        message = self.world.post(person.channel, {"content": content}, person.user, mentions=mentions)
        told = message | {"content": content if mentions or person.channel.user else ""}
        if person.channel.user is None:
            told |= {"guild_id": self.world.guild_id, "member": self.world.member(person.user)}
        await self.gateway.dispatch("MESSAGE_CREATE", told)
        return message

    async def _happen(self, person: Person, kind: Kind, data: Json, message: Json | None = None) -> Interaction:
        happened = interactions.interaction(self.world, person, kind, data, message)
        self.replies.interactions[happened.token] = happened
        await self.gateway.dispatch("INTERACTION_CREATE", happened.payload)
        return happened

    async def acknowledged(self, interaction: Interaction) -> Json:
        """Return the bot's first answer, once it has come."""
        await interaction.when(lambda: interaction.acknowledged)
        assert interaction.answer is not None
        return interaction.answer

    async def said(self, interaction: Interaction, count: int = 1) -> list[Json]:
        """Return what the person sees in answer, once there are `count` messages; a deferral is none."""
        await interaction.when(lambda: len(interaction.said) >= count)
        return interaction.said

    # --- serving

    @web.middleware
    async def _serve(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Record the request, then let it fail as planned, or serve it."""
        if not request.path.startswith(API):
            fault = self.faults.take(request.method, request.path)
            return await (handler(request) if fault is None else self.faults.strike(fault, request))
        request[BODY] = await decoded(request)
        path = request.path.removeprefix(API)
        headers, query = dict(request.headers), dict(request.query)
        now = self.world.clock.now()
        entry = Request(request.method, path, query, headers, request[BODY], now)
        await self.requests.add(entry)
        limits = None if path.startswith(TOKENS_OF_THEIR_OWN) else self.limits
        fault = limits.too_early(request.method, path, now) if limits is not None else None
        fault = fault or self.faults.take(request.method, path)
        response: web.StreamResponse | None = None
        if fault is None or fault.stored:
            response = await self._effect(path, request, handler)
        if fault is not None:
            response = await self.faults.strike(fault, request)
        assert response is not None
        if limits is not None:
            response.headers.update(limits.headers(request.method, path, now))
        entry.status = None if fault is not None and fault.act != "status" else response.status
        await self.requests.touch()
        return response

    async def _effect(self, path: str, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Serve the request, with Discord's form of a refusal."""
        mine = request.headers.get("Authorization") == f"Bot {self.token}"
        try:
            if not mine and not path.startswith(TOKENS_OF_THEIR_OWN):
                raise Refused(401, 0, "401: Unauthorized")
            return await handler(request)
        except Refused as refusal:
            return as_json({"message": refusal.message, "code": refusal.code}, status=refusal.status)
        except web.HTTPNotFound:
            return as_json({"message": "404: Not Found", "code": 0}, status=404)
