"""REST beneath /api/v10: who the bot is, its commands, its guild."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.wire.guild import Json, Refused, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

API = "/api/v10"
BODY = web.RequestKey("body", object)
"""Where the recorder leaves the decoded body of a request."""


async def decoded(request: web.Request) -> Any:
    """Return the JSON of a request, which sits in payload_json where files come with it; None for no body."""
    if request.content_type == "multipart/form-data":
        return json.loads(str((await request.post())["payload_json"]))
    raw = await request.read()
    return json.loads(raw) if raw else None


def body(request: web.Request) -> Any:
    """Return the decoded body, as it came: whether it conforms is judged from the recorded requests."""
    return request[BODY]


def as_json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Return an answer of exactly `application/json`: with a charset, discord.py takes it for text."""
    return web.Response(
        body=json.dumps(value).encode(),
        status=status,
        headers={**(headers or {}), "Content-Type": "application/json"},
    )


def route(method: str, path: str, handler: Handler) -> web.RouteDef:
    """Return a route beneath the API's base."""
    return web.route(method, API + path, handler)


@dataclass
class Rest:
    """The routes that any client needs before it can answer anybody."""

    world: World
    gateway_url: Callable[[], str]

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        return [
            route("GET", "/users/@me", self.me),
            route("GET", "/users/{user}", self.user),
            route("GET", "/applications/@me", self.application),
            route("GET", "/oauth2/applications/@me", self.application),
            route("GET", "/gateway", self.gateway),
            route("GET", "/gateway/bot", self.gateway),
            route("GET", "/applications/{app}/commands", self.list_commands),
            route("PUT", "/applications/{app}/commands", self.put_commands),
            route("PUT", "/applications/{app}/guilds/{guild}/commands", self.put_commands),
            route("GET", "/guilds/{guild}", self.guild),
            route("GET", "/guilds/{guild}/channels", self.guild_channels),
            route("GET", "/guilds/{guild}/threads/active", self.active_threads),
            route("GET", "/guilds/{guild}/members/{user}", self.member),
        ]

    async def me(self, request: web.Request) -> web.Response:
        """The login check."""
        return as_json(self.world.bot)

    async def user(self, request: web.Request) -> web.Response:
        """Any user."""
        if request.match_info["user"] not in self.world.users:
            raise Refused(404, 10013, "Unknown User")
        return as_json(self.world.users[request.match_info["user"]])

    async def application(self, request: web.Request) -> web.Response:
        """The application."""
        about: Json = {"id": self.world.application_id, "name": "Readout", "icon": None, "description": ""}
        about |= {
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": self.world.owner,
            "verify_key": "0" * 64,
        }
        about |= dict.fromkeys(("approximate_guild_count", "approximate_user_install_count", "flags"), 1)
        about |= {"approximate_user_authorization_count": 0, "explicit_content_filter": 0, "flags_new": "0"}
        urls = ("interactions_endpoint_url", "role_connections_verification_url")
        about |= dict.fromkeys((*urls, "team", "type")) | {"redirect_uris": [], "eligible_oauth2_scopes": []}
        return as_json(about)

    async def gateway(self, request: web.Request) -> web.Response:
        """Where the gateway is."""
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return as_json({"url": self.gateway_url(), "shards": 1, "session_start_limit": limit})

    async def list_commands(self, request: web.Request) -> web.Response:
        """The registered commands."""
        return as_json(self.world.commands.get("", []))

    async def put_commands(self, request: web.Request) -> web.Response:
        """Replace all commands of a scope: global, or one guild's."""
        scope = request.match_info.get("guild", "")
        fixed = {"application_id": self.world.application_id, "version": "1"}
        empty = {"description": "", "type": 1, "default_member_permissions": None}
        registered = [empty | command | fixed | {"id": self.world.new_id()} for command in body(request)]
        self.world.commands[scope] = registered
        return as_json(registered)

    async def active_threads(self, request: web.Request) -> web.Response:
        """All threads of the guild that are not archived."""
        return as_json({"threads": self.world.threads(archived=False), "members": []})

    async def guild(self, request: web.Request) -> web.Response:
        """The guild."""
        if request.match_info["guild"] != self.world.guild_id:
            raise Refused(404, 10004, "Unknown Guild")
        return as_json(self.world.guild())

    async def guild_channels(self, request: web.Request) -> web.Response:
        """The guild's channels."""
        return as_json(self.world.guild()["channels"])

    async def member(self, request: web.Request) -> web.Response:
        """A member."""
        user = self.world.users.get(request.match_info["user"])
        if user is None:
            raise Refused(404, 10007, "Unknown Member")
        return as_json(self.world.member(user))
