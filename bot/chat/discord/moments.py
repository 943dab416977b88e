"""Moments and places as Discord shows them: in each reader's own time zone and language, as links.

Source: https://discord.com/developers/docs/reference#message-formatting
"""

from __future__ import annotations

from datetime import datetime


def moment(at: datetime) -> str:
    """A date and a time, in the reader's zone."""
    return f"<t:{int(at.timestamp())}:f>"


def relative(at: datetime) -> str:
    """How far away it is, counting by itself."""
    return f"<t:{int(at.timestamp())}:R>"


def channel_link(channel: str) -> str:
    """A link to a channel."""
    return f"<#{channel}>"


def person_link(person: str) -> str:
    """A person's name; it notifies nobody where mentions are not allowed."""
    return f"<@{person}>"


def message_link(guild: str, channel: str, message: str) -> str:
    """The address of a message; ``guild`` is empty for a direct message."""
    return f"https://discord.com/channels/{guild or '@me'}/{channel}/{message}"
