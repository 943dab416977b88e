"""What a person does: slash commands, typing in an option, pressing a button, a form, a message's menu."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from tests.wire.guild import EVERY_PERMISSION, Channel, ChannelType, Flag, Json, World
from tests.wire.tape import Watched

REPLY_WITHIN_SECONDS = 3.0
TOKEN_LIVES_SECONDS = 15 * 60.0
UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2


class Kind(IntEnum):
    """Interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


@dataclass
class Interaction(Watched):
    """One interaction, what the bot has answered (and when), and where its messages live."""

    id: str
    token: str
    kind: Kind
    at: float
    channel: Channel
    user: Json
    payload: Json
    answer: Json | None = None
    answered_at: float | None = None
    original: Json | None = None
    followups: list[Json] = field(default_factory=list)

    @property
    def acknowledged(self) -> bool:
        """Tell whether the callback was taken."""
        return self.answer is not None

    @property
    def waiting(self) -> bool:
        """Tell whether the person sees "thinking…": deferred, and nothing said since."""
        return self.original is not None and bool(self.original["flags"] & Flag.LOADING)

    @property
    def said(self) -> list[Json]:
        """The messages that the person sees in answer, oldest first."""
        new = [self.original] if self.original is not None and not self.waiting else []
        return [*new, *self.followups]


@dataclass(frozen=True)
class Person:
    """Who acts, where, in which language; `installed` is where the app is: the guild, the user's account."""

    user: Json
    channel: Channel
    locale: str = "en-US"
    installed: tuple[str, ...] = ("guild",)


def options_on_the_wire(options: Json, focused: str | None = None) -> list[Json]:
    """Return option values as Discord sends them, typed by their Python type."""
    types = {bool: 5, int: 4, float: 10, str: 3}
    sent = [{"name": name, "type": types[type(value)], "value": value} for name, value in options.items()]
    return [option | ({"focused": True} if option["name"] == focused else {}) for option in sent]


def command(world: World, line: str, options: Json, focused: str | None = None) -> Json:
    """Return the data of a slash command; `line` is "announce create" for a subcommand."""
    name, *path = line.split()
    nested = options_on_the_wire(options, focused)
    for depth, step in enumerate(reversed(path)):
        nested = [{"name": step, "type": SUBCOMMAND if depth == 0 else SUBCOMMAND_GROUP, "options": nested}]
    return {"id": command_id(world, name), "name": name, "type": 1, "options": nested}


def command_id(world: World, name: str) -> str:
    """Return the id of a registered command, "1" for one that was never registered."""
    known = [entry["id"] for entries in world.commands.values() for entry in entries if entry["name"] == name]
    return next(iter(known), "1")


def message_command(world: World, name: str, target: Json) -> Json:
    """Return the data of a message's menu entry."""
    resolved = {"messages": {target["id"]: target}}
    return {
        "id": command_id(world, name),
        "name": name,
        "type": 3,
        "target_id": target["id"],
        "resolved": resolved,
    }


def component(custom_id: str, values: list[str] | None = None) -> Json:
    """Return the data of a pressed button, or of a select menu when there are values."""
    if values is None:
        return {"custom_id": custom_id, "component_type": 2}
    return {"custom_id": custom_id, "component_type": 3, "values": values}


def modal(custom_id: str, fields: dict[str, str]) -> Json:
    """Return the data of a form as sent: a label around each text input."""
    inputs = [
        {"type": 4, "id": 2 * n + 2, "custom_id": name, "value": value}
        for n, (name, value) in enumerate(fields.items())
    ]
    labels = [{"type": 18, "id": 2 * n + 1, "component": text} for n, text in enumerate(inputs)]
    return {"custom_id": custom_id, "components": labels, "resolved": {}}


def interaction(world: World, person: Person, kind: Kind, data: Json, message: Json | None = None) -> Interaction:
    """Return the interaction as INTERACTION_CREATE will carry it."""
    channel, user, id = person.channel, person.user, world.new_id()
    in_guild = channel.type not in (ChannelType.DM, ChannelType.GROUP)
    owners = {"1": user["id"]} if "user" in person.installed else {}
    owners |= {"0": world.guild_id if in_guild else "0"} if "guild" in person.installed else {}
    context = 0 if in_guild else 1 if channel.type is ChannelType.DM else 2
    payload: Json = {
        "id": id,
        "application_id": world.application_id,
        "type": int(kind),
        "version": 1,
        "data": data,
    }
    payload |= {
        "token": f"token-{id}",
        "channel_id": channel.id,
        "channel": world.shown(channel),
        "context": context,
    }
    payload |= {"locale": person.locale, "entitlements": [], "authorizing_integration_owners": owners}
    payload |= {"app_permissions": EVERY_PERMISSION, "attachment_size_limit": UPLOAD_LIMIT_BYTES}
    if message is not None:
        payload["message"] = message
    if in_guild:
        member = world.member(user) | {"permissions": EVERY_PERMISSION}
        payload |= {"guild_id": world.guild_id, "guild_locale": "en-US", "member": member}
        payload |= {"guild": {"id": world.guild_id, "locale": "en-US", "features": []}}
    else:
        payload["user"] = user
    return Interaction(id, payload["token"], kind, world.clock.now(), channel, user, payload)


def texts(message: Any) -> list[str]:
    """Return every text of a message, its components' included, in reading order."""
    if isinstance(message, list):
        return [text for part in message for text in texts(part)]
    if not isinstance(message, dict):
        return []
    own = [message["content"]] if message.get("content") else []
    inside = [message.get("components"), message.get("accessory"), message.get("component")]
    return own + [text for part in inside for text in texts(part)]
