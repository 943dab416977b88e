"""The announcements in the ledger: saved, changed and taken back by people, one transaction each time."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Select, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.announcement import Announcement, Standing
from bot.announcements.delivery import (
    Delivery,
    Reason,
    State,
    Step,
    Trigger,
    Why,
    mark,
    post_lane,
    sequence_of,
)
from bot.announcements.ledger import Ledger, added
from bot.announcements.planning import OPEN, add_delivery, plan_anew, unplan
from bot.announcements.refusals import AlreadyThere, EditedMeanwhile, NoSuchAnnouncement, NothingPlanned
from bot.announcements.rows import announcement_of, announcement_row, choices_row, delivery_of, why_row
from bot.announcements.schedule import ensure_fires
from bot.announcements.tables import announcements, deliveries

HISTORY_SHOWN = 20


class AnnouncementBook:
    """What people do to announcements. Every refusal leaves the ledger as it was."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def create(self, announcement: Announcement, now: datetime) -> Announcement:
        """Saves a new announcement and plans its first run.

        Raises AlreadyThere, or DateInPast, CronUnreadable and CronNeverFires for a rule without a run to
        come.
        """
        if announcement.standing is Standing.ACTIVE:
            ensure_fires(announcement.rule, announcement.zone, now)
        try:
            async with self._ledger.writing() as connection:
                await connection.execute(announcements.insert().values(announcement_row(announcement)))
                if announcement.standing is Standing.ACTIVE:
                    await plan_anew(connection, announcement, now)
        except IntegrityError as error:
            raise AlreadyThere(announcement=announcement.id) from error
        return announcement

    async def take(self, backup: Sequence[Announcement], now: datetime) -> None:
        """Takes all of a backup, or nothing; what has no run to come any more is done. Raises AlreadyThere."""
        async with self._ledger.writing() as connection:
            for one in backup:
                if not await added(connection, announcements, announcement_row(one)):
                    raise AlreadyThere(announcement=one.id)
                if one.standing is Standing.ACTIVE and await plan_anew(connection, one, now) is None:
                    await _keep(connection, replace(one, standing=Standing.DONE))

    async def save(self, edited: Announcement, by: str, now: datetime) -> Announcement:
        """Saves what a person changed, if nobody saved since they opened it, and plans the next run anew.

        Only what a person chooses is taken from `edited`; `edited.version` is the version they saw. A
        one-time announcement that is done becomes active again. Raises EditedMeanwhile, NoSuchAnnouncement,
        or what `create` raises for its rule.
        """

        async def change(connection: AsyncConnection, saved: Announcement) -> Announcement:
            merged = replace(
                edited,
                owner=saved.owner,
                created=saved.created,
                standing=saved.standing,
                refusals=saved.refusals,
            )
            if merged.standing in (Standing.ACTIVE, Standing.DONE):
                ensure_fires(merged.rule, merged.zone, now)
                merged = replace(merged, standing=Standing.ACTIVE)
                await self._replan(connection, saved, merged, now)
            return merged

        return await self._change(edited.id, edited.version, by, change)

    async def pause(self, announcement: str, version: int, by: str) -> Announcement:
        """Stops making runs until `resume`; a run that is being sent now is still sent."""

        async def change(connection: AsyncConnection, saved: Announcement) -> Announcement:
            await unplan(connection, saved.id)
            return replace(saved, standing=Standing.PAUSED)

        return await self._change(announcement, version, by, change)

    async def resume(self, announcement: str, version: int, by: str, now: datetime) -> Announcement:
        """Makes runs again, from now on; runs missed while paused stay missed.

        Raises DateInPast when none is left.
        """

        async def change(connection: AsyncConnection, saved: Announcement) -> Announcement:
            ensure_fires(saved.rule, saved.zone, now)
            await unplan(connection, saved.id)
            await plan_anew(connection, saved, now)
            return replace(saved, standing=Standing.ACTIVE, refusals=0)

        return await self._change(announcement, version, by, change)

    async def delete(self, announcement: str, version: int, by: str) -> Announcement:
        """Takes the announcement back. Its history stays for `why`."""

        async def change(connection: AsyncConnection, saved: Announcement) -> Announcement:
            await unplan(connection, saved.id)
            return replace(saved, standing=Standing.DELETED)

        return await self._change(announcement, version, by, change)

    async def skip_next(self, announcement: str, by: str, now: datetime) -> datetime:
        """Skips the planned run and plans the one after; the time of the skipped run.

        Raises NothingPlanned.
        """
        async with self._ledger.writing() as connection:
            saved = await locked(connection, announcement)
            skipped = await connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.source == announcement,
                    deliveries.c.trigger_kind == Trigger.SCHEDULE.value,
                    deliveries.c.state == State.PLANNED.value,
                    deliveries.c.doubts == 0,
                )
                .values(
                    state=State.SKIPPED.value,
                    settled=now,
                    **why_row(Why(Reason.SKIPPED_BY_PERSON, {"by": by})),
                )
                .returning(deliveries.c.planned)
            )
            planned: datetime | None = skipped.scalar()
            if saved is None or planned is None:
                raise NothingPlanned(announcement=announcement)
            if await plan_anew(connection, saved, now) is None:
                await _keep(connection, replace(saved, standing=Standing.DONE))
        return planned

    async def send_now(self, announcement: str, request: str, now: datetime) -> Delivery:
        """Posts once, beside the schedule; asked twice with the same `request`, it still posts once."""
        async with self._ledger.writing() as connection:
            saved = await locked(connection, announcement)
            if saved is None:
                raise NoSuchAnnouncement(announcement=announcement)
            delivery = Delivery(
                id=mark(saved.id, f"now:{request}"),
                source=saved.id,
                step=Step.POST,
                trigger=Trigger.PERSON,
                place=saved.place,
                lane=post_lane(saved.place),
                planned=now,
                due=now,
                sequence=sequence_of(saved.created),
            )
            await add_delivery(connection, delivery)
        return delivery

    async def get(self, announcement: str) -> Announcement:
        """The announcement of that id. Raises NoSuchAnnouncement."""
        found = await self._all(select(announcements).where(announcements.c.id == announcement))
        if not found:
            raise NoSuchAnnouncement(announcement=announcement)
        return found[0]

    async def of_guild(self, guild: str) -> tuple[Announcement, ...]:
        """A server's announcements, oldest first."""
        return await self._all(select(announcements).where(announcements.c.guild == guild))

    async def deleted(self, guild: str) -> tuple[Announcement, ...]:
        """What a server has deleted, oldest first: its runs can still be explained."""
        return await self._all(select(announcements).where(announcements.c.guild == guild), deleted=True)

    async def all(self) -> tuple[Announcement, ...]:
        """Every announcement, oldest first."""
        return await self._all(select(announcements))

    async def next_runs(self, guild: str) -> dict[str, datetime]:
        """When each of a server's announcements is posted next, by id; paused ones are left out."""
        async with self._ledger.reading() as connection:
            rows = await connection.execute(
                select(deliveries.c.source, deliveries.c.planned).where(
                    deliveries.c.guild == guild,
                    deliveries.c.trigger_kind == Trigger.SCHEDULE.value,
                    deliveries.c.state.in_(OPEN),
                )
            )
            return {row.source: row.planned for row in rows}

    async def history(self, announcement: str, limit: int = HISTORY_SHOWN) -> tuple[Delivery, ...]:
        """The newest runs and their later steps, planned ones included, newest first."""
        async with self._ledger.reading() as connection:
            rows = await connection.execute(
                select(deliveries)
                .where(deliveries.c.source == announcement)
                .order_by(deliveries.c.planned.desc(), deliveries.c.due.desc(), deliveries.c.id)
                .limit(limit)
            )
            return tuple(delivery_of(row) for row in rows.mappings())

    async def _all(self, query: Select[tuple[object, ...]], *, deleted: bool = False) -> tuple[Announcement, ...]:
        is_deleted = announcements.c.standing == Standing.DELETED.value
        wanted = query.where(is_deleted if deleted else ~is_deleted)
        async with self._ledger.reading() as connection:
            rows = await connection.execute(wanted.order_by(announcements.c.created, announcements.c.id))
            return tuple(announcement_of(row) for row in rows.mappings())

    async def _replan(
        self, connection: AsyncConnection, saved: Announcement, merged: Announcement, now: datetime
    ) -> None:
        as_before = (saved.rule, saved.zone, saved.place) == (merged.rule, merged.zone, merged.place)
        if as_before and saved.standing is Standing.ACTIVE:
            return
        await unplan(connection, merged.id)
        await plan_anew(connection, merged, now)

    async def _change(
        self,
        announcement: str,
        version: int,
        by: str,
        change: Callable[[AsyncConnection, Announcement], Awaitable[Announcement]],
    ) -> Announcement:
        async with self._ledger.writing() as connection:
            saved = await locked(connection, announcement)
            if saved is None:
                raise NoSuchAnnouncement(announcement=announcement)
            if saved.version != version:
                raise EditedMeanwhile(announcement, expected=version, found=saved.version, by=saved.edited_by)
            changed = replace(await change(connection, saved), version=version + 1, edited_by=by)
            await _keep(connection, changed)
        return changed


async def locked(connection: AsyncConnection, announcement: str) -> Announcement | None:
    """The announcement, kept from others until the transaction ends; None when it is not there any more."""
    rows = await connection.execute(select(announcements).where(announcements.c.id == announcement).with_for_update())
    row = rows.mappings().one_or_none()
    found = announcement_of(row) if row is not None else None
    return None if found is None or found.standing is Standing.DELETED else found


async def _keep(connection: AsyncConnection, changed: Announcement) -> None:
    await connection.execute(
        update(announcements)
        .where(announcements.c.id == changed.id)
        .values(
            **choices_row(changed),
            standing=changed.standing.value,
            refusals=changed.refusals,
            version=changed.version,
            edited_by=changed.edited_by,
        )
    )
