"""What was given for an announcement, read into one; and the same as text, to be kept until it is saved. PURE."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.announcements.announcement import (
    DEFAULT_GRACE,
    Announcement,
    Content,
    ContentKind,
    GuildSettings,
    Missed,
    Place,
    PlaceKind,
)
from bot.announcements.backup import exported, imported
from bot.announcements.schedule import ensure_fires
from bot.announcements.schedule_text import read_schedule
from bot.announcements.zones import read_zone
from bot.chat.discord.refusals import Declined

GRACE_MOST = 168
"""Hours: a week."""
TITLED_MOST = 90
NO_LANGUAGE = "none"


@dataclass(frozen=True)
class Draft:
    """An announcement as it would be saved, by whom, and over which saved version: 0 for a new one."""

    announcement: Announcement
    by: str
    over: int = 0


def drafted(
    given: Mapping[str, str], base: Announcement | None, settings: GuildSettings, new: Announcement
) -> Announcement:
    """The announcement that was meant. What is not given stays as in `base`, or as in `new` where there is none.

    Raises Declined and the refusals of schedules and zones.
    """
    before = base or replace(new, zone=settings.zone)
    kind = ContentKind(given["what"]) if "what" in given else before.content.kind
    topic = given.get("topic", before.content.topic)
    side = given.get("side", before.content.side)
    if kind is ContentKind.POSITIONS and not topic:
        raise Declined("refuse.topic_needed")
    hours = int(given["grace"]) if "grace" in given else None
    if hours is not None and not 0 <= hours <= GRACE_MOST:
        raise Declined("refuse.grace")
    place = before.place
    if "where" in given:
        place = Place(PlaceKind(given["where_kind"]), given["where"], settings.guild)
    meant = replace(
        before,
        title=" ".join(given.get("title", before.title).split())[:TITLED_MOST],
        content=Content(
            kind,
            topic if kind in (ContentKind.POSITIONS, ContentKind.AGREED) else "",
            side if kind is ContentKind.POSITIONS else "",
        ),
        rule=read_schedule(given["when"]) if given.get("when") else before.rule,
        zone=read_zone(given["zone"]) if given.get("zone") else before.zone,
        place=place,
        missed=Missed(given["if_missed"]) if "if_missed" in given else before.missed,
        grace=before.grace if hours is None else timedelta(hours=hours),
        locale=given["language"].replace(NO_LANGUAGE, "") if "language" in given else before.locale,
        role=given.get("role", before.role),
        thread=bool(given["thread"]) if "thread" in given else before.thread,
        publish=bool(given["publish"]) if "publish" in given else before.publish,
    )
    _check(meant, settings)
    return meant


def _check(meant: Announcement, settings: GuildSettings) -> None:
    where = f"<#{meant.place.channel}>"
    if meant.role == settings.guild:  # the role of everyone has its server's id
        raise Declined("refuse.everyone")
    if meant.thread and meant.place.kind not in (PlaceKind.TEXT, PlaceKind.NEWS):
        raise Declined("refuse.thread_here", place=where)
    if meant.publish and meant.place.kind is not PlaceKind.NEWS:
        raise Declined("refuse.publish_here", place=where)


def ensure_runs(announcement: Announcement, now: datetime) -> None:
    """Raises DateInPast, CronUnreadable or CronNeverFires where no run would come."""
    ensure_fires(announcement.rule, announcement.zone, now)


def written(draft: Draft) -> str:
    """The draft as text."""
    [plain] = exported([draft.announcement])
    return json.dumps({"draft": plain, "by": draft.by, "over": draft.over}, ensure_ascii=False)


def read_draft(text: str) -> Draft | None:
    """The draft that `written` wrote; None for another text."""
    kept = json.loads(text)
    if "draft" not in kept:
        return None
    [announcement] = imported([kept["draft"]])
    over = int(kept["over"])
    return Draft(replace(announcement, version=over or 1), str(kept["by"]), over)


def written_form(given: Mapping[str, str], by: str) -> str:
    """What was given so far, while a form is filled in."""
    return json.dumps({"given": dict(given), "by": by}, ensure_ascii=False)


def read_form(text: str) -> tuple[dict[str, str], str] | None:
    """What was given, and by whom; None for another text."""
    kept = json.loads(text)
    return (kept["given"], str(kept["by"])) if "given" in kept else None


__all__ = ["DEFAULT_GRACE", "Draft", "drafted", "ensure_runs", "read_draft", "read_form", "written", "written_form"]
