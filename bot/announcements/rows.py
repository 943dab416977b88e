"""Between the ledger's rows and the values of this room."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping

from bot.announcements.announcement import (
    Announcement,
    Content,
    ContentKind,
    Follow,
    FollowKind,
    Missed,
    Place,
    PlaceKind,
    Standing,
)
from bot.announcements.delivery import Carried, Delivery, Reason, State, Step, Trigger, Why
from bot.announcements.schedule_text import read_schedule, rule_text

Row = Mapping[str, Any]


def place_row(place: Place) -> Row:
    """A place as three columns."""
    return {"place_kind": place.kind.value, "channel": place.channel, "guild": place.guild}


def place_of(row: RowMapping) -> Place:
    """A place from its three columns."""
    return Place(kind=PlaceKind(row["place_kind"]), channel=row["channel"], guild=row["guild"])


def choices_row(announcement: Announcement) -> Row:
    """The columns that a person chooses when saving an announcement."""
    return {
        "title": announcement.title,
        "content_kind": announcement.content.kind.value,
        "topic": announcement.content.topic,
        "side": announcement.content.side,
        "rule": rule_text(announcement.rule),
        "zone": announcement.zone.key,
        **place_row(announcement.place),
        "missed": announcement.missed.value,
        "grace_seconds": int(announcement.grace.total_seconds()),
        "locale": announcement.locale,
        "role": announcement.role,
        "thread": int(announcement.thread),
        "publish": int(announcement.publish),
    }


def announcement_row(announcement: Announcement) -> Row:
    """A whole announcement as columns."""
    return {
        "id": announcement.id,
        **choices_row(announcement),
        "owner": announcement.owner,
        "created": announcement.created,
        "standing": announcement.standing.value,
        "refusals": announcement.refusals,
        "version": announcement.version,
        "edited_by": announcement.edited_by,
    }


def announcement_of(row: RowMapping) -> Announcement:
    """A whole announcement from its columns."""
    return Announcement(
        id=row["id"],
        title=row["title"],
        content=Content(kind=ContentKind(row["content_kind"]), topic=row["topic"], side=row["side"]),
        rule=read_schedule(row["rule"]),
        zone=ZoneInfo(row["zone"]),
        place=place_of(row),
        owner=row["owner"],
        created=row["created"],
        missed=Missed(row["missed"]),
        grace=timedelta(seconds=row["grace_seconds"]),
        locale=row["locale"],
        role=row["role"],
        thread=bool(row["thread"]),
        publish=bool(row["publish"]),
        standing=Standing(row["standing"]),
        refusals=row["refusals"],
        version=row["version"],
        edited_by=row["edited_by"],
    )


def delivery_row(delivery: Delivery) -> Row:
    """A delivery as the columns of a row that has yet to be claimed."""
    return {
        "id": delivery.id,
        "source": delivery.source,
        "step": delivery.step.value,
        "trigger_kind": delivery.trigger.value,
        **place_row(delivery.place),
        "lane": delivery.lane,
        "planned": delivery.planned,
        "due": delivery.due,
        "sequence": delivery.sequence,
        "target": delivery.target,
        "body": delivery.text,
        "state": delivery.state.value,
        "message": delivery.message,
    }


def delivery_of(row: RowMapping, carried: tuple[Carried, ...] = ()) -> Delivery:
    """A delivery from its columns and the releases that it carries."""
    values = json.loads(row["reason_values"] or "{}")
    return Delivery(
        id=row["id"],
        source=row["source"],
        step=Step(row["step"]),
        trigger=Trigger(row["trigger_kind"]),
        place=place_of(row),
        lane=row["lane"],
        planned=row["planned"],
        due=row["due"],
        sequence=row["sequence"],
        target=row["target"],
        text=row["body"],
        state=State(row["state"]),
        tries=row["tries"],
        doubts=row["doubts"],
        doubt_since=row["doubt_since"],
        owner=row["owner"],
        lease_until=row["lease_until"],
        message=row["message"],
        settled=row["settled"],
        last_error="" if row["reason"] else values.get("last", ""),
        why=Why(Reason(row["reason"]), values) if row["reason"] else None,
        carried=carried,
    )


def why_row(why: Why) -> Row:
    """A reason as two columns."""
    return {"reason": why.reason.value, "reason_values": json.dumps(dict(why.values), ensure_ascii=False)}


def follow_row(follow: Follow) -> Row:
    """A follow as columns."""
    return {
        "id": follow.id,
        "kind": follow.kind.value,
        "subject": follow.subject,
        **place_row(follow.place),
        "owner": follow.owner,
        "created": follow.created,
        "digest": rule_text(follow.digest) if follow.digest else "",
        "zone": follow.zone.key,
        "locale": follow.locale,
    }


def follow_of(row: RowMapping) -> Follow:
    """A follow from its columns."""
    return Follow(
        id=row["id"],
        kind=FollowKind(row["kind"]),
        subject=row["subject"],
        place=place_of(row),
        owner=row["owner"],
        created=row["created"],
        digest=read_schedule(row["digest"]) if row["digest"] else None,
        zone=ZoneInfo(row["zone"]),
        locale=row["locale"],
    )
