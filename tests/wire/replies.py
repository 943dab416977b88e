"""What the bot says to a person: the callback of an interaction, follow-ups, and edits of what was said."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiohttp import web

from tests.wire.guild import Flag, Json, Refused, World
from tests.wire.interactions import REPLY_WITHIN_SECONDS, TOKEN_LIVES_SECONDS, Interaction
from tests.wire.rest import as_json, body, route

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE = 4, 5, 6, 7
"""The interaction callback types that concern a message (Discord, "Interaction Callback Type")."""


@dataclass
class Replies:
    """The routes beneath /interactions and /webhooks: they carry an interaction's token, not the bot's."""

    world: World
    interactions: dict[str, Interaction] = field(default_factory=dict)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        hook = "/webhooks/{app}/{token}"
        return [
            route("POST", "/interactions/{id}/{token}/callback", self.callback),
            route("POST", hook, self.follow_up),
            route("GET", hook + "/messages/{message}", self.said),
            route("PATCH", hook + "/messages/{message}", self.said),
            route("DELETE", hook + "/messages/{message}", self.said),
        ]

    async def callback(self, request: web.Request) -> web.Response:
        """The first answer: once, within three seconds."""
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.id != request.match_info["id"]:
            raise Refused(404, 10062, "Unknown interaction")
        if self.world.clock.now() - interaction.at > REPLY_WITHIN_SECONDS:
            raise Refused(404, 10062, "Unknown interaction")
        if interaction.acknowledged:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        answer = body(request)
        interaction.answer, interaction.answered_at = answer, self.world.clock.now()
        kind, data = answer["type"], answer.get("data") or {}
        about: Json = {"id": interaction.id, "type": int(interaction.kind)}
        message: Json | None = None
        if kind in (MESSAGE, DEFERRED):
            content = data | {"flags": (data.get("flags") or 0) | (Flag.LOADING if kind == DEFERRED else 0)}
            message = interaction.original = self.world.post(interaction.channel, content)
            ephemeral = bool(message["flags"] & Flag.EPHEMERAL)
            about |= {"response_message_id": message["id"], "response_message_loading": kind == DEFERRED}
            about |= {"response_message_ephemeral": ephemeral}
        elif kind in (UPDATE, DEFERRED_UPDATE):
            pressed: Json = interaction.payload["message"]
            stored: Json = interaction.channel.messages.get(pressed["id"], pressed)
            message = self.world.edit(stored, data) if kind == UPDATE else stored
            about |= {"response_message_id": pressed["id"]}
        await interaction.touch()
        if request.query.get("with_response") not in ("1", "true"):
            return web.Response(status=204)
        resource = {"resource": {"type": kind, "message": message}} if kind in (MESSAGE, UPDATE) else {}
        return as_json({"interaction": about, **resource})

    async def follow_up(self, request: web.Request) -> web.Response:
        """Another message to the person; the first one after a deferral takes the place of "thinking…"."""
        interaction, content = self._answered(request), body(request)
        if interaction.waiting and interaction.original is not None:
            message = self._fill(interaction.original, content)
        else:
            message = self.world.post(interaction.channel, content)
            interaction.followups.append(message)
        await interaction.touch()
        return as_json(message)

    async def said(self, request: web.Request) -> web.Response:
        """Get, edit or delete the original answer or a follow-up."""
        interaction, wanted = self._answered(request), request.match_info["message"]
        mine = [interaction.original, *interaction.followups]
        if wanted == "@original":
            pressed = interaction.payload.get("message")
            message = interaction.original or (interaction.channel.messages.get(pressed["id"]) if pressed else None)
        else:
            message = next((m for m in mine if m is not None and m["id"] == wanted), None)
        if message is None or message["id"] not in interaction.channel.messages:
            raise Refused(404, 10008, "Unknown Message")
        if request.method == "DELETE":
            del interaction.channel.messages[message["id"]]
            return web.Response(status=204)
        if request.method == "PATCH":
            self._fill(message, body(request))
            await interaction.touch()
        return as_json(message)

    def _answered(self, request: web.Request) -> Interaction:
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or self.world.clock.now() - interaction.at > TOKEN_LIVES_SECONDS:
            raise Refused(401, 50027, "Invalid Webhook Token")
        if not interaction.acknowledged:
            raise Refused(404, 10015, "Unknown Webhook")
        return interaction

    def _fill(self, message: Json, content: Json) -> Json:
        message["flags"] &= ~Flag.LOADING
        return self.world.edit(message, content)
