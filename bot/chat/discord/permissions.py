"""Which permissions posting somewhere needs, by Discord's names.

Source: https://discord.com/developers/docs/topics/permissions. History is read to tell a post that arrived from one
that did not. Publishing one's own message needs no more than sending it.
"""

from __future__ import annotations

from collections.abc import Iterable

import discord

from bot.announcements.announcement import Announcement, PlaceKind

KINDS = {
    discord.ChannelType.text: PlaceKind.TEXT,
    discord.ChannelType.news: PlaceKind.NEWS,
    discord.ChannelType.forum: PlaceKind.FORUM,
    discord.ChannelType.public_thread: PlaceKind.THREAD,
    discord.ChannelType.private_thread: PlaceKind.THREAD,
    discord.ChannelType.news_thread: PlaceKind.THREAD,
}
"""Every kind of channel that can be posted in."""
Postable = discord.abc.GuildChannel | discord.Thread


def needed(kind: PlaceKind, *, thread: bool = False, mention: bool = False) -> tuple[str, ...]:
    """The permissions, most important first; `mention` is about a role that not everybody may mention."""
    send = "send_messages_in_threads" if kind is PlaceKind.THREAD else "send_messages"
    wanted = ["view_channel", send, "read_message_history"]
    if thread:
        wanted.append("create_public_threads")
    if mention:
        wanted.append("mention_everyone")
    return tuple(wanted)


def needed_by(announcement: Announcement, guild: discord.Guild | None) -> tuple[str, ...]:
    """The permissions that an announcement needs where it is posted."""
    role = guild.get_role(int(announcement.role)) if guild and announcement.role else None
    mention = role is not None and not role.mentionable
    return needed(announcement.place.kind, thread=announcement.thread, mention=mention)


def missing(channel: Postable, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of the permissions that the bot does not have in a channel."""
    held = channel.permissions_for(channel.guild.me)
    return tuple(name for name in wanted if not getattr(held, name))
