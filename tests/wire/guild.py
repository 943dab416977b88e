"""What the little Discord remembers: an application, a guild, its channels, threads, messages and nonces."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import Any

from tests.wire.clock import Clock

Json = dict[str, Any]

EVERY_PERMISSION = str((1 << 53) - 1)
NONCE_WINDOW_SECONDS = 180.0
"""Discord says "a few minutes"; a test sets its own."""


class ChannelType(IntEnum):
    """The channel types used here (Discord, "Channel Types")."""

    TEXT = 0
    DM = 1
    GROUP = 3
    NEWS = 5
    NEWS_THREAD = 10
    THREAD = 11
    FORUM = 15


class Flag(IntFlag):
    """The message flags used here (Discord, "Message Flags")."""

    CROSSPOSTED = 1 << 0
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    COMPONENTS_V2 = 1 << 15


class Refused(Exception):
    """A request that Discord would refuse: HTTP status, Discord's error code, its sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        """Keep the three."""
        super().__init__(f"{status} {code} {message}")
        self.status, self.code, self.message = status, code, message


@dataclass
class Channel:
    """A channel or thread; `refuses` names what the bot may not do there (send, read)."""

    id: str
    type: ChannelType
    name: str
    parent: str | None = None
    user: str | None = None
    archived: bool = False
    refuses: set[str] = field(default_factory=set)
    messages: dict[str, Json] = field(default_factory=dict)

    @property
    def is_thread(self) -> bool:
        """Tell whether this is a thread, forum posts included."""
        return self.type in (ChannelType.THREAD, ChannelType.NEWS_THREAD)


@dataclass
class World:
    """The state behind REST and gateway. All ids are strings. `away`: the guild has thrown the bot out."""

    clock: Clock = field(default_factory=Clock)
    nonce_window: float = NONCE_WINDOW_SECONDS
    channels: dict[str, Channel] = field(default_factory=dict)
    users: dict[str, Json] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    closed_dms: set[str] = field(default_factory=set)
    away: bool = False
    _nonces: dict[tuple[str, str, str], tuple[float, str]] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        """Found the application, its bot user and the guild."""
        self.application_id = self.new_id()
        self.bot = self.add_user("readout", bot=True)
        self.guild_id = self.new_id()
        self.owner = self.add_user("owner")

    def new_id(self) -> str:
        """Return a snowflake: later ones are greater, and it carries the time."""
        return self.clock.snowflake(next(self._numbers))

    def add_user(self, name: str, *, bot: bool = False) -> Json:
        """Return a new user, a member of the guild from now on."""
        user: Json = {
            "id": self.new_id(),
            "username": name,
            "global_name": name.title(),
            "discriminator": "0",
        }
        user |= {
            "avatar": None,
            "bot": bot,
            "public_flags": 0,
            "flags": 0,
            "mfa_enabled": False,
            "primary_guild": None,
            "locale": "en-US",
        }
        self.users[user["id"]] = user
        return user

    def add_channel(self, name: str, type: ChannelType = ChannelType.TEXT, **more: Any) -> Channel:
        """Return a new channel of the guild, or a thread, or a DM."""
        channel = Channel(self.new_id(), type, name, **more)
        self.channels[channel.id] = channel
        return channel

    def dm_with(self, user: str) -> Channel:
        """Return the bot's DM channel with a user."""
        if user in self.closed_dms:
            raise Refused(403, 50007, "Cannot send messages to this user")
        known = next((channel for channel in self.channels.values() if channel.user == user), None)
        return known or self.add_channel("", ChannelType.DM, user=user)

    def channel(self, channel_id: str, purpose: str = "") -> Channel:
        """Return a channel in which the bot may do `purpose`."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        if "read" in channel.refuses or (self.away and channel.user is None):
            raise Refused(403, 50001, "Missing Access")
        if purpose in channel.refuses:
            raise Refused(403, 50013, "Missing Permissions")
        if purpose and channel.user in self.closed_dms:
            raise Refused(403, 50007, "Cannot send messages to this user")
        return channel

    def message(self, channel_id: str, message_id: str) -> Json:
        """Return a stored message."""
        message = self.channel(channel_id).messages.get(message_id)
        if message is None:
            raise Refused(404, 10008, "Unknown Message")
        return message

    def post(self, channel: Channel, body: Json, author: Json | None = None, **more: Any) -> Json:
        """Store a message and return it; with enforce_nonce and a remembered nonce, return the one there is.

        Source: Discord, "Create Message": the nonce is checked for uniqueness in the past few minutes.
        """
        author = author or self.bot
        nonce = body.get("nonce")
        key = (channel.id, author["id"], str(nonce))
        if nonce is not None and body.get("enforce_nonce"):
            at, message_id = self._nonces.get(key, (float("-inf"), ""))
            if self.clock.now() - at < self.nonce_window and message_id in channel.messages:
                return channel.messages[message_id] | {"nonce": nonce}
        message: Json = {"id": self.new_id(), "channel_id": channel.id, "author": author, "type": 0}
        message |= {"content": body.get("content") or "", "embeds": body.get("embeds") or []}
        message |= {"components": numbered(body.get("components") or []), "flags": body.get("flags") or 0}
        message |= {
            "timestamp": self.clock.iso(),
            "edited_timestamp": None,
            "attachments": [],
            "pinned": False,
        }
        message |= {"mentions": [], "mention_roles": [], "mention_everyone": False, "tts": False} | more
        channel.messages[message["id"]] = message
        if nonce is None:
            return message
        self._nonces[key] = (self.clock.now(), message["id"])
        return message | {"nonce": nonce}  # history does not return nonces

    def edit(self, message: Json, body: Json) -> Json:
        """Change a stored message; the Components V2 flag stays once set."""
        for key in ("content", "embeds", "components"):
            if key in body:
                message[key] = body[key] or ("" if key == "content" else [])
        numbered(message["components"])
        message["flags"] |= (body.get("flags") or 0) & Flag.COMPONENTS_V2
        message["edited_timestamp"] = self.clock.iso()
        return message

    def start_thread(self, parent: Channel, name: str, id: str | None = None) -> Channel:
        """Return a new thread; one on a message has the message's id."""
        kind = ChannelType.NEWS_THREAD if parent.type is ChannelType.NEWS else ChannelType.THREAD
        thread = Channel(id or self.new_id(), kind, name, parent=parent.id)
        self.channels[thread.id] = thread
        return thread

    def threads(self, *, archived: bool, parent: str | None = None) -> list[Json]:
        """Return the guild's threads, newest first."""
        wanted = [c for c in self.channels.values() if c.is_thread and c.archived is archived]
        wanted = [c for c in wanted if parent in (None, c.parent)]
        return [self.shown(c) for c in sorted(wanted, key=lambda c: int(c.id), reverse=True)]

    def shown(self, channel: Channel) -> Json:
        """Return a channel as Discord sends it."""
        shown: Json = {"id": channel.id, "type": int(channel.type), "flags": 0, "last_message_id": None}
        if channel.type in (ChannelType.DM, ChannelType.GROUP):
            recipients = [self.users[channel.user]] if channel.user is not None else [self.owner]
            return shown | {
                "recipients": recipients,
                "name": channel.name,
                "icon": None,
                "owner_id": self.owner["id"],
            }
        shown |= {"guild_id": self.guild_id, "name": channel.name, "parent_id": channel.parent}
        if not channel.is_thread:
            refused = 1 << 11 if "send" in channel.refuses else 0
            overwrites = [{"id": self.bot["id"], "type": 1, "allow": "0", "deny": str(refused)}] if refused else []
            return shown | {"position": 0, "permission_overwrites": overwrites, "nsfw": False}
        counts = {"message_count": len(channel.messages), "member_count": 1, "total_message_sent": 1}
        state = {"archived": channel.archived, "locked": False, "auto_archive_duration": 1440}
        metadata = state | {"archive_timestamp": self.clock.iso()}
        return shown | counts | {"owner_id": self.bot["id"], "thread_metadata": metadata}

    def member(self, user: Json) -> Json:
        """Return a guild member as Discord sends it."""
        joined = {"joined_at": "2024-01-01T00:00:00+00:00", "premium_since": None}
        return {
            "user": user,
            "nick": None,
            "avatar": None,
            "roles": [],
            "deaf": False,
            "mute": False,
            "flags": 0,
        } | joined

    def guild(self) -> Json:
        """Return the guild as GUILD_CREATE carries it."""
        everyone = {
            "id": self.guild_id,
            "name": "@everyone",
            "color": 0,
            "hoist": False,
            "position": 0,
            "flags": 0,
        }
        everyone |= {"permissions": EVERY_PERMISSION, "managed": False, "mentionable": False}
        open_channels = [c for c in self.channels.values() if c.type in (0, 5, 15)]
        guild: Json = {
            "id": self.guild_id,
            "name": "Ministry desk",
            "owner_id": self.owner["id"],
            "roles": [everyone],
        }
        guild |= {"channels": [self.shown(channel) for channel in open_channels]}
        guild |= {"threads": self.threads(archived=False), "members": [self.member(self.bot)]}
        empty = (
            "emojis",
            "stickers",
            "features",
            "voice_states",
            "presences",
            "stage_instances",
            "soundboard_sounds",
        )
        guild |= {key: [] for key in (*empty, "guild_scheduled_events")}
        guild |= {
            "member_count": len(self.users),
            "large": False,
            "unavailable": False,
            "preferred_locale": "en-US",
        }
        levels = (
            "verification_level",
            "default_message_notifications",
            "explicit_content_filter",
            "mfa_level",
        )
        return guild | dict.fromkeys((*levels, "nsfw_level", "premium_tier", "system_channel_flags", "afk_timeout"), 0)


def numbered(components: list[Json]) -> list[Json]:
    """Return the components with an id each, as Discord stores them; ids that a bot gave are kept."""
    inside = list(components)
    for part in inside:  # grows while it is read
        inside.extend(part.get("components") or [])
        inside.extend(part[key] for key in ("accessory", "component") if part.get(key))
    taken = {part["id"] for part in inside if part.get("id")}
    free = (id for id in itertools.count(1) if id not in taken)
    for part in inside:
        part["id"] = part.get("id") or next(free)
    return components
