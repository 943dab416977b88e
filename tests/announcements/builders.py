"""Announcements, places and follows with everything filled in that a test does not care about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.announcements.announcement import (
    Announcement,
    Content,
    ContentKind,
    Follow,
    FollowKind,
    Place,
    PlaceKind,
)
from bot.announcements.schedule_text import read_schedule

MONDAY_8AM = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
NEWS = Place(PlaceKind.TEXT, channel="news", guild="ministry")


def an_announcement(when: str = "every day 09:00", **chosen: Any) -> Announcement:
    """A daily digest in #news, set up on Monday at 08:00 UTC."""
    plain = Announcement(
        id="digest",
        title="Morning digest",
        content=Content(ContentKind.DIGEST),
        rule=read_schedule(when),
        zone=ZoneInfo("UTC"),
        place=NEWS,
        owner="han",
        created=MONDAY_8AM,
    )
    return replace(plain, **chosen)


def a_follow(**chosen: Any) -> Follow:
    """A follow of the topic "tourism" that tells #news of each release."""
    plain = Follow(
        id="follow-tourism",
        kind=FollowKind.TOPIC,
        subject="tourism",
        place=NEWS,
        owner="han",
        created=MONDAY_8AM,
    )
    return replace(plain, **chosen)


def channel(name: str, kind: PlaceKind = PlaceKind.TEXT) -> Place:
    """A channel of the same server."""
    return Place(kind, channel=name, guild="ministry")


def monday(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """That time on Monday 2 November 2026, UTC."""
    return MONDAY_8AM.replace(hour=hour, minute=minute, second=second)


def days_later(moment: datetime, days: int = 1) -> datetime:
    """The same time some days on."""
    return moment + timedelta(days=days)
