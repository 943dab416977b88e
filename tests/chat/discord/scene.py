"""Readout in a simulated Discord, and what a person sees there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord.actors import _dispatch_actor_interaction
from simcord.backend import serializers
from simcord.components import walk_components

from bot.chat.discord.client import Readout

RELEASE = "2020-08-27-asean-rok-dialogue"
TEXT, BUTTON, SEPARATOR = 10, 2, 14
COMMAND, COMPONENT, AUTOCOMPLETE, FORM = 2, 3, 4, 5
EPHEMERAL, V2 = 1 << 6, 1 << 15
Json = dict[str, Any]
Shown = simcord.ResponseMessage | discord.Message


@dataclass
class Scene:
    """A server with Readout, a channel, and two members: Alice, and Bob whose Discord is in Korean."""

    env: simcord.Env
    bot: Readout
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    spoken: dict[int, str]
    more: Json

    async def raw(
        self, who: simcord.MemberActor, kind: int, data: Json, message: Shown | None = None
    ) -> simcord.InteractionResult:
        """An interaction that Discord's own client would not send: too long, forged, expired."""
        extra: Json = {}
        if message is not None:
            stored = self.env.backend.get_message(self.channel.id, message.id)
            extra["message"] = dict(serializers.message_payload(self.env.backend, stored))
        return await _dispatch_actor_interaction(
            who, kind, self.channel, data, extra=extra, source_message_id=message.id if message else None
        )

    async def command(self, who: simcord.MemberActor, name: str, **options: str) -> simcord.InteractionResult:
        """A command as it may arrive, whatever Discord's client would allow."""
        sent = [{"type": 3, "name": option, "value": value} for option, value in options.items()]
        return await self.raw(who, COMMAND, {"id": "1", "name": name, "type": 1, "options": sent})

    async def press(self, who: simcord.MemberActor, custom_id: str, message: Shown) -> simcord.InteractionResult:
        """A press of a button that the message may not have."""
        return await self.raw(who, COMPONENT, {"custom_id": custom_id, "component_type": BUTTON}, message)

    def last_sent(self) -> Json:
        """The body of the last request."""
        body = self.env.http_requests[-1].json
        assert isinstance(body, dict)
        return body


async def scene_of(env: simcord.Env, bot: Readout) -> Scene:
    """The scene in a simulation that has not started."""
    spoken: dict[int, str] = {}
    more: Json = {}
    emit = env.backend.emit

    def emit_as_spoken(event: str, payload: Mapping[str, Any]) -> None:
        if event == "INTERACTION_CREATE":
            who = int((payload.get("member") or payload)["user"]["id"])
            payload = {**payload, "locale": spoken.get(who, "en-US"), **more}
        emit(event, payload)

    env.backend.emit = emit_as_spoken  # type: ignore[method-assign] # the one way to give interactions a locale
    await env.start()
    guild = env.create_guild("Desk")
    channel = guild.create_text_channel("releases")
    alice = guild.add_member(env.create_user("alice", global_name="Alice *Kim* <@1>"))
    bob = guild.add_member(env.create_user("bob", global_name="Bob"))
    spoken[bob.id] = "ko"
    return Scene(env, bot, channel, alice, bob, spoken, more)


def parts(message: Shown) -> list[Json]:
    """The components of a message, nested ones included."""
    roots = (
        message.components
        if isinstance(message, simcord.ResponseMessage)
        else [component.to_dict() for component in message.components]
    )
    return [dict(part) for part in walk_components(roots)]


def text(message: Shown | None) -> str:
    """What is written in a message."""
    assert message is not None
    return "\n".join(part["content"] for part in parts(message) if part["type"] == TEXT) or message.content


def buttons(message: Shown | None) -> dict[str, str]:
    """The buttons of a message: labels and custom_ids."""
    assert message is not None
    return {part["label"]: part["custom_id"] for part in parts(message) if part["type"] == BUTTON}


def only(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The one message that answers an interaction."""
    assert result.acknowledged
    assert result.followups == []
    assert result.response is not None
    return result.response


def sent_messages(env: simcord.Env) -> Iterator[Json]:
    """The data of every reply that was sent."""
    for request in env.http_requests:
        if request.path.endswith("/callback") and isinstance(request.json, dict):
            yield request.json.get("data") or {}
