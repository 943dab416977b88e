"""The open deliveries in the ledger: claimed with a lease by one statement, settled in one transaction."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, RowMapping, and_, func, literal, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.announcement import REFUSALS_BEFORE_PAUSE, Announcement, Standing
from bot.announcements.announcement_book import locked
from bot.announcements.delivery import (
    Carried,
    Delivery,
    Notice,
    State,
    Step,
    Trigger,
    Why,
)
from bot.announcements.later_steps import edit_of, notice_to_owner
from bot.announcements.ledger import Ledger, insert_or_leave
from bot.announcements.planning import OPEN, add_delivery, plan_following, unplan
from bot.announcements.rows import announcement_of, delivery_of, why_row
from bot.announcements.tables import Instant, announcements, carried, deliveries, follows, releases

UNREACHABLE = frozenset({"403", "404"})
"""HTTP answers that will not change by themselves: no right, or no such channel."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a delivery ended: its final state, why, the message's id, and the releases that the post shows."""

    state: State
    why: Why
    message: str = ""
    carried: tuple[Carried, ...] = ()
    follow_ups: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """`kept`: no other process had settled it before. `paused`: this ending paused the announcement."""

    kept: bool
    paused: bool = False


class DeliveryQueue:
    """What runners do to deliveries. Any number of them may share a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def claim(self, owner: str, now: datetime, lease: timedelta, limit: int) -> tuple[Delivery, ...]:
        """Takes at most `limit` due deliveries for `owner` until now + lease, the longest due first.

        Taken are the planned ones that are due and those whose lease ended unsettled, of each lane only the
        first.
        """
        first = (
            select(deliveries.c.id)
            .where(_claimable(now), ~_has_elder())
            .order_by(deliveries.c.due, deliveries.c.planned, deliveries.c.sequence, deliveries.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("first")
        )
        statement = (
            update(deliveries)
            .where(deliveries.c.id.in_(select(first.c.id)))
            .values(
                state=State.SENDING.value,
                owner=owner,
                lease_until=now + lease,
                tries=deliveries.c.tries + 1,
                # Until the ending is known, this try may have reached Discord.
                doubts=deliveries.c.doubts + 1,
                doubt_since=func.coalesce(deliveries.c.doubt_since, literal(now, Instant())),
            )
            .returning(deliveries)
        )
        async with self._ledger.writing(quiet=True) as connection:
            rows = (await connection.execute(statement)).mappings().all()
        if not rows:
            return ()
        async with self._ledger.reading() as connection:
            claimed = [await _whole(connection, row) for row in rows]
        return tuple(sorted(claimed, key=lambda delivery: (delivery.planned, delivery.sequence, delivery.id)))

    async def next_due(self) -> datetime | None:
        """When there is next something to claim: a planned delivery, or a lease that ends.

        None when all is settled.
        """
        is_open = deliveries.c.state.in_(OPEN)
        planned = select(deliveries.c.due).where(is_open, deliveries.c.state == State.PLANNED.value, ~_has_elder())
        leased = select(deliveries.c.lease_until).where(is_open, deliveries.c.state == State.SENDING.value)
        async with self._ledger.reading() as connection:
            moments = (
                await connection.scalar(planned.order_by(deliveries.c.due).limit(1)),
                await connection.scalar(leased.order_by(deliveries.c.lease_until).limit(1)),
            )
        return min((moment for moment in moments if moment is not None), default=None)

    async def announcement_of(self, delivery: Delivery) -> Announcement | None:
        """The announcement that the delivery belongs to, whatever its standing; None for follows."""
        async with self._ledger.reading() as connection:
            rows = await connection.execute(select(announcements).where(announcements.c.id == delivery.source))
            row = rows.mappings().one_or_none()
        return None if row is None else announcement_of(row)

    async def follower_locale(self, delivery: Delivery) -> str:
        """The language of the first who set up a follow that the delivery, or the post it edits, is for."""
        post = delivery.target or delivery.id
        first = (
            select(follows.c.locale)
            .join(carried, carried.c.follow == follows.c.id)
            .where(carried.c.delivery == post)
            .order_by(follows.c.created, follows.c.id)
            .limit(1)
        )
        async with self._ledger.reading() as connection:
            return await connection.scalar(first) or ""

    async def get(self, delivery: str) -> Delivery | None:
        """The delivery of that id with the releases it carries."""
        async with self._ledger.reading() as connection:
            rows = await connection.execute(select(deliveries).where(deliveries.c.id == delivery))
            row = rows.mappings().one_or_none()
            return None if row is None else await _whole(connection, row)

    async def put_back(self, delivery: Delivery, due: datetime, last: str, *, certain: bool) -> None:
        """Plans another try at `due`; `last` is what went wrong, for the log.

        `certain` means that this try did nothing; tries before it may still be in doubt.
        """
        doubts = delivery.doubts - 1 if certain else delivery.doubts
        async with self._ledger.writing() as connection:
            await connection.execute(
                update(deliveries)
                .where(_held(delivery))
                .values(
                    state=State.PLANNED.value,
                    owner="",
                    lease_until=None,
                    due=due,
                    doubts=doubts,
                    doubt_since=delivery.doubt_since if doubts else None,
                    reason_values=json.dumps({"last": last}, ensure_ascii=False),
                )
            )

    async def settle(self, delivery: Delivery, ending: Ending, now: datetime) -> Settled:
        """Writes down the ending, what follows from it, and the announcement's next run: all or nothing.

        A message that is known to be posted is written down whoever holds the delivery now; another ending
        only while it is still held by the same claim.
        """
        async with self._ledger.writing() as connection:
            announcement = await locked(connection, delivery.source)
            known = ending.state is State.DONE
            kept = await connection.execute(
                update(deliveries)
                .where(
                    and_(deliveries.c.id == delivery.id, deliveries.c.state != State.DONE.value)
                    if known
                    else _held(delivery)
                )
                .values(
                    state=ending.state.value,
                    settled=now,
                    owner="",
                    lease_until=None,
                    message=ending.message or deliveries.c.message,
                    **why_row(ending.why),
                )
            )
            if kept.rowcount == 0:
                return Settled(kept=False)
            await _write_carried(connection, delivery, ending, now)
            for follow_up in ending.follow_ups:
                await add_delivery(connection, follow_up)
            if announcement is None or delivery.step is not Step.POST:
                return Settled(kept=True)
            return Settled(kept=True, paused=await _carry_on(connection, announcement, delivery, ending, now))


async def write_carried(connection: AsyncConnection, delivery: str, shown: tuple[Carried, ...]) -> None:
    """Notes which releases a delivery shows; one that is noted already gets the newer revision."""
    for one in shown:
        statement = insert_or_leave(connection, carried).values(
            delivery=delivery, release=one.release, follow=one.follow, revision=one.revision
        )
        await connection.execute(
            statement.on_conflict_do_update(
                index_elements=["delivery", "release", "follow"], set_={"revision": one.revision}
            )
        )


def _claimable(now: datetime) -> ColumnElement[bool]:
    # The first line is what the partial index is about; SQLite uses it only when it is said so.
    return and_(
        deliveries.c.state.in_(OPEN),
        deliveries.c.due <= now,
        or_(
            deliveries.c.state == State.PLANNED.value,
            and_(deliveries.c.state == State.SENDING.value, deliveries.c.lease_until <= now),
        ),
    )


def _has_elder() -> ColumnElement[bool]:
    """Whether an open delivery stands before this one in its lane."""
    elder = deliveries.alias("elder")
    place = tuple_(elder.c.planned, elder.c.sequence, elder.c.id)
    own = tuple_(deliveries.c.planned, deliveries.c.sequence, deliveries.c.id)
    return (
        select(elder.c.id)
        .where(elder.c.lane == deliveries.c.lane, elder.c.state.in_(OPEN), place < own)
        .correlate(deliveries)
        .exists()
    )


def _held(delivery: Delivery) -> ColumnElement[bool]:
    """Whether the delivery is still held by the claim that returned it."""
    return and_(
        deliveries.c.id == delivery.id,
        deliveries.c.state == State.SENDING.value,
        deliveries.c.owner == delivery.owner,
        deliveries.c.lease_until == delivery.lease_until,
    )


async def _whole(connection: AsyncConnection, row: RowMapping) -> Delivery:
    shown = await connection.execute(
        select(carried).where(carried.c.delivery == row["id"]).order_by(carried.c.release, carried.c.follow)
    )
    return delivery_of(row, tuple(Carried(one.release, one.revision, one.follow) for one in shown))


async def _write_carried(connection: AsyncConnection, delivery: Delivery, ending: Ending, now: datetime) -> None:
    if ending.state is not State.DONE:
        return
    if delivery.step is Step.EDIT:
        for one in ending.carried:
            await connection.execute(
                update(carried)
                .where(carried.c.delivery == delivery.target, carried.c.release == one.release)
                .values(revision=one.revision)
            )
        return
    await write_carried(connection, delivery.id, ending.carried)
    for one in {shown.release: shown for shown in ending.carried}.values():
        known = (await connection.execute(select(releases).where(releases.c.id == one.release))).one_or_none()
        if known is None or (known.revision == one.revision and not known.withdrawn):
            continue
        # The release changed between composing and posting: this post needs its mark as well.
        notice = Notice.WITHDRAWN if known.withdrawn else Notice.EDITED
        newer = Carried(one.release, known.revision)
        await add_delivery(connection, edit_of(delivery, ending.message, newer, notice, now))


async def _carry_on(
    connection: AsyncConnection, announcement: Announcement, delivery: Delivery, ending: Ending, now: datetime
) -> bool:
    """Counts refusals, pauses, and plans the next run; whether this paused the announcement."""
    refused = ending.state is State.FAILED and ending.why.values.get("status") in UNREACHABLE
    refusals = announcement.refusals + 1 if refused else announcement.refusals
    if ending.state is State.DONE:
        refusals = 0
    standing = announcement.standing
    if standing is Standing.ACTIVE and refusals >= REFUSALS_BEFORE_PAUSE:
        standing = Standing.PAUSED_REFUSED
        await unplan(connection, announcement.id)
        await add_delivery(connection, notice_to_owner(announcement, delivery, now))
    elif (
        standing is Standing.ACTIVE
        and delivery.trigger is Trigger.SCHEDULE
        and not await plan_following(connection, announcement, delivery.planned, now)
    ):
        standing = Standing.DONE
    if (standing, refusals) != (announcement.standing, announcement.refusals):
        await connection.execute(
            update(announcements)
            .where(announcements.c.id == announcement.id)
            .values(standing=standing.value, refusals=refusals)
        )
    return standing is Standing.PAUSED_REFUSED and standing is not announcement.standing
