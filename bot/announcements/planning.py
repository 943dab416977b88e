"""Which run of an announcement stands in the ledger: at most one planned run each, the next one."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.announcement import Announcement
from bot.announcements.delivery import Delivery, State, Step, Trigger, mark, post_lane, sequence_of
from bot.announcements.ledger import added
from bot.announcements.rows import delivery_row
from bot.announcements.schedule import next_planned, next_run
from bot.announcements.tables import deliveries

OPEN: tuple[ColumnElement[str], ...] = tuple(literal_column(f"'{state}'") for state in (State.PLANNED, State.SENDING))
"""The open states, spelled out in the statement: SQLite uses a partial index only when it sees its condition.
"""


def scheduled(announcement: Announcement, planned: datetime) -> Delivery:
    """The delivery of an announcement's run at that time."""
    return Delivery(
        id=mark(announcement.id, f"{planned:%Y-%m-%dT%H:%M:%SZ}"),
        source=announcement.id,
        step=Step.POST,
        trigger=Trigger.SCHEDULE,
        place=announcement.place,
        lane=post_lane(announcement.place),
        planned=planned,
        due=planned,
        sequence=sequence_of(announcement.created),
    )


async def plan_anew(connection: AsyncConnection, announcement: Announcement, now: datetime) -> datetime | None:
    """Plans the first run after now that has not been settled before; its time, or None when there is none.

    A clock that was set back must not bring back a run that is posted already, nor one that a person skipped.
    """
    settled = await connection.scalar(
        select(func.max(deliveries.c.planned)).where(
            deliveries.c.source == announcement.id,
            deliveries.c.trigger_kind == Trigger.SCHEDULE.value,
            deliveries.c.state.not_in(OPEN),
        )
    )
    after = now if settled is None else max(now, settled)
    return await _plan(connection, announcement, next_run(announcement.rule, announcement.zone, after))


async def plan_following(
    connection: AsyncConnection, announcement: Announcement, planned: datetime, now: datetime
) -> bool:
    """Plans what comes after the run of `planned`, unless a run is open already.

    False when there is nothing to come.
    """
    open_run = await connection.scalar(
        select(deliveries.c.id).where(
            deliveries.c.source == announcement.id,
            deliveries.c.trigger_kind == Trigger.SCHEDULE.value,
            deliveries.c.state.in_(OPEN),
        )
    )
    if open_run is not None:
        return True
    following = next_planned(announcement.rule, announcement.zone, planned, now)
    return await _plan(connection, announcement, following) is not None


async def unplan(connection: AsyncConnection, source: str) -> None:
    """Takes back the planned run, but not one that may be posted already: that one must be resolved."""
    await connection.execute(
        delete(deliveries).where(
            deliveries.c.source == source,
            deliveries.c.trigger_kind == Trigger.SCHEDULE.value,
            deliveries.c.state == State.PLANNED.value,
            deliveries.c.doubts == 0,
        )
    )


async def add_delivery(connection: AsyncConnection, delivery: Delivery) -> bool:
    """Adds a delivery; False when it was there before, in whatever state."""
    return await added(connection, deliveries, delivery_row(delivery))


async def _plan(connection: AsyncConnection, announcement: Announcement, planned: datetime | None) -> datetime | None:
    while planned is not None:
        if await add_delivery(connection, scheduled(announcement, planned)):
            return planned
        planned = next_run(announcement.rule, announcement.zone, planned)
    return None
