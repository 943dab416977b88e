"""The follows in the ledger, and what it remembers of the library: a release is told once over restarts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcements.announcement import Follow
from bot.announcements.delivery import Delivery, Notice, Reason, State, Why
from bot.announcements.delivery_queue import write_carried
from bot.announcements.follows import ReleaseFacts, ReleaseNotice, Remembered, notices, plan
from bot.announcements.ledger import Ledger, added
from bot.announcements.planning import add_delivery
from bot.announcements.refusals import NoSuchFollow
from bot.announcements.rows import delivery_of, follow_of, follow_row, why_row
from bot.announcements.tables import carried, deliveries, follows, releases

_LOOKED = ""
"""Under this id, which no release has, stands that a library was looked at, be it an empty one."""


class FollowBook:
    """Who follows what, and the deliveries that a change of the library asks for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def add(self, follow: Follow) -> bool:
        """Keeps a follow; False when one of that id is there already."""
        async with self._ledger.writing() as connection:
            return await added(connection, follows, follow_row(follow))

    async def remove(self, follow: str, now: datetime) -> None:
        """Forgets a follow, and skips its planned posts that nobody else wants. Raises NoSuchFollow."""
        async with self._ledger.writing() as connection:
            gone = await connection.execute(delete(follows).where(follows.c.id == follow))
            if gone.rowcount == 0:
                raise NoSuchFollow(follow=follow)
            planned = await connection.scalars(
                select(carried.c.delivery)
                .join(deliveries, deliveries.c.id == carried.c.delivery)
                .where(carried.c.follow == follow, deliveries.c.state == State.PLANNED.value)
            )
            for one in planned.all():
                await connection.execute(delete(carried).where(carried.c.delivery == one, carried.c.follow == follow))
                await _skip_empty(connection, one, Why(Reason.GONE), now)

    async def all(self) -> tuple[Follow, ...]:
        """Every follow, oldest first."""
        async with self._ledger.reading() as connection:
            rows = await connection.execute(select(follows).order_by(follows.c.created, follows.c.id))
            return tuple(follow_of(row) for row in rows.mappings())

    async def of_channel(self, channel: str) -> tuple[Follow, ...]:
        """The follows of one channel, or of one person's direct messages."""
        return tuple(follow for follow in await self.all() if follow.place.channel == channel)

    async def library_changed(self, current: Mapping[str, ReleaseFacts], now: datetime) -> tuple[ReleaseNotice, ...]:
        """Compares the library with what the ledger remembers and records what follows, all or nothing.

        The notices found. The first library that a new ledger meets is remembered without a word: nobody who
        starts to follow wants the archive.
        """
        async with self._ledger.writing() as connection:
            remembered = await _remembered(connection)
            quiet = not remembered
            remembered.pop(_LOOKED, None)
            if quiet:
                await added(connection, releases, {"id": _LOOKED})
            found = notices(remembered, current, now)
            followers = [follow_of(row) for row in (await connection.execute(select(follows))).mappings()]
            for notice in found:
                if not await _remember(connection, notice) or quiet:
                    continue
                earlier = await _carrying(connection, notice.release)
                await _record(connection, followers, notice, earlier)
        return () if quiet else found


async def _remembered(connection: AsyncConnection) -> dict[str, Remembered]:
    rows = await connection.execute(select(releases).with_for_update())
    return {row.id: Remembered(row.revision, bool(row.withdrawn)) for row in rows}


async def _remember(connection: AsyncConnection, notice: ReleaseNotice) -> bool:
    """Notes the release's new state; False when another process has noted the same new release before."""
    state = {"revision": notice.facts.revision, "withdrawn": int(notice.kind is Notice.WITHDRAWN)}
    if notice.kind is Notice.NEW:
        return await added(connection, releases, {"id": notice.release, **state})
    await connection.execute(update(releases).where(releases.c.id == notice.release).values(**state))
    return True


async def _carrying(connection: AsyncConnection, release: str) -> tuple[Delivery, ...]:
    rows = await connection.execute(
        select(deliveries).where(deliveries.c.id.in_(select(carried.c.delivery).where(carried.c.release == release)))
    )
    return tuple(delivery_of(row) for row in rows.mappings())


async def _record(
    connection: AsyncConnection,
    followers: Sequence[Follow],
    notice: ReleaseNotice,
    earlier: Sequence[Delivery],
) -> None:
    wanted = plan(followers, notice, earlier)
    for post in wanted.posts:
        if not await add_delivery(connection, post) and not await _still_planned(connection, post):
            if post.text == "digest":
                # The clock was set back, and that digest is out: the release goes into the one after.
                here = [follow for follow in followers if follow.place == post.place]
                await _record(connection, here, replace(notice, at=post.planned), earlier)
            continue
        await write_carried(connection, post.id, post.carried)
    for edit in wanted.edits:
        await add_delivery(connection, edit)
        await write_carried(connection, edit.id, edit.carried)
    for dropped in wanted.dropped:
        await connection.execute(
            delete(carried).where(carried.c.delivery == dropped, carried.c.release == notice.release)
        )
        await _skip_empty(connection, dropped, Why(Reason.WITHDRAWN, {"release": notice.release}), notice.at)


async def _still_planned(connection: AsyncConnection, post: Delivery) -> bool:
    """Whether nobody has claimed it; nobody can until the transaction ends."""
    state = await connection.scalar(select(deliveries.c.state).where(deliveries.c.id == post.id).with_for_update())
    return state == State.PLANNED.value


async def _skip_empty(connection: AsyncConnection, delivery: str, why: Why, now: datetime) -> None:
    left = await connection.scalar(select(carried.c.release).where(carried.c.delivery == delivery).limit(1))
    if left is None:
        await connection.execute(
            update(deliveries)
            .where(deliveries.c.id == delivery, deliveries.c.state == State.PLANNED.value)
            .values(state=State.SKIPPED.value, settled=now, **why_row(why))
        )
