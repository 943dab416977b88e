"""Posts of the bot as it is run: killed at chosen moments, several at once, thrown out, cut off."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from bot.announcements.announcement import Announcement, Content, ContentKind, Place, PlaceKind
from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.delivery import State
from bot.announcements.ledger import Ledger, open_ledger
from bot.announcements.planning import OPEN
from bot.announcements.schedule import Once
from bot.announcements.tables import deliveries
from tests.wire.faults import Fault
from tests.wire.guest import Guest, visiting
from tests.wire.guild import Channel, ChannelType
from tests.wire.loopback import Loopback
from tests.wire.tape import PATIENCE_SECONDS

POSTS, CHANNELS = 12, 4
A_MINUTE = timedelta(minutes=1)
OUTAGE = timedelta(minutes=10)
LOOK_AGAIN_SECONDS = 0.05


@dataclass
class House:
    """A small Discord, a ledger, and bots that may be started on both."""

    discord: Loopback
    address: str
    settings: dict[str, str]

    def running(self, *more: str) -> AbstractAsyncContextManager[Guest]:
        return visiting((sys.executable, "-m", "bot", "run", *more), self.settings)

    async def due(self, channels: list[Channel], posts: int = POSTS) -> None:
        """So many posts that are due since a minute."""
        now = datetime.now(UTC).replace(second=0, microsecond=0)
        ledger = await open_ledger(self.address)
        for number in range(posts):
            channel = channels[number % len(channels)]
            kind = {ChannelType.FORUM: PlaceKind.FORUM, ChannelType.NEWS: PlaceKind.NEWS}.get(
                channel.type, PlaceKind.TEXT
            )
            announcement = Announcement(
                id=f"{channel.name} {number} of {posts}",
                title=f"No. {number}",
                content=Content(ContentKind.NEWEST),
                rule=Once(now.replace(tzinfo=None)),
                zone=ZoneInfo("UTC"),
                place=Place(kind, channel.id, self.discord.world.guild_id),
                owner=self.discord.world.owner["id"],
                created=now + number * timedelta(milliseconds=1),
            )
            await AnnouncementBook(ledger).create(announcement, now - A_MINUTE)
        await ledger.close()

    async def settled(self) -> None:
        """Returns once nothing is due or under way."""
        ledger = await open_ledger(self.address)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await _open_deliveries(ledger):  # noqa: ASYNC110 - another process's ledger can only be looked at
                await asyncio.sleep(LOOK_AGAIN_SECONDS)
        await ledger.close()

    async def outage_is_over(self) -> None:
        """As if nobody had been there for ten minutes: claims run out, and nonces are forgotten."""
        ledger = await open_ledger(self.address)
        async with ledger.writing() as connection:
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.state == State.SENDING.value)
                .values(lease_until=datetime.now(UTC) - A_MINUTE, doubt_since=datetime.now(UTC) - OUTAGE)
            )
        await ledger.close()
        self.discord.world.nonce_window = 0.0

    def seen(self) -> Counter[str]:
        """How often each title is seen, over all channels."""
        stored = [message for channel in self.discord.world.channels.values() for message in channel.messages.values()]
        return Counter(message["components"][0]["content"] for message in stored)


async def _open_deliveries(ledger: Ledger) -> int:
    async with ledger.reading() as connection:
        return await connection.scalar(select(func.count()).where(deliveries.c.state.in_(OPEN))) or 0


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    var = tmp_path / "var"
    var.mkdir()
    async with Loopback() as discord:
        settings = {**discord.environment, "READOUT_VAR": str(var), "READOUT_HEALTH_PORT": "off"}
        yield House(discord, f"sqlite:///{var / 'ledger.sqlite'}", settings)


def each_once(posts: int = POSTS) -> Counter[str]:
    return Counter(f"**No. {number}**" for number in range(posts))


def channels(house: House, kind: ChannelType = ChannelType.TEXT) -> list[Channel]:
    return [house.discord.world.add_channel(f"channel-{number}", kind) for number in range(CHANNELS)]


@pytest.mark.parametrize(
    ("kind", "nth", "stored"),
    [
        (ChannelType.TEXT, 1, False),
        (ChannelType.TEXT, 7, True),
        (ChannelType.FORUM, 7, False),
        (ChannelType.FORUM, 1, True),
    ],
    ids=["first received", "seventh stored", "forum, seventh received", "forum, first stored"],
)
async def test_killed_while_posting_it_loses_nothing_and_repeats_nothing(
    house: House, kind: ChannelType, nth: int, stored: bool
) -> None:
    await house.due(channels(house, kind))
    path = "/channels/*/threads" if kind is ChannelType.FORUM else "/channels/*/messages"
    house.discord.faults.plan(Fault("POST", path, act="hang", stored=stored, skip=nth - 1))
    async with house.running() as doomed:
        await doomed.until(house.discord.requests.until(lambda r: r.method == "POST", nth))
        await doomed.leave(signal.SIGKILL)
    house.discord.faults.release()
    await house.outage_is_over()
    async with house.running() as bot:
        await bot.until(house.settled())
        assert await bot.leave() == 0
    assert house.seen() == each_once()


async def test_several_that_only_post_share_the_work_with_one_that_answers(house: House) -> None:
    await house.due(channels(house))
    async with AsyncExitStack() as running:
        bots = [
            await running.enter_async_context(house.running(*more))
            for more in ((), ("--posts-only",), ("--posts-only",))
        ]
        await bots[0].until(house.discord.gateway.joined())
        await bots[1].until(house.settled())
        statuses = [await bot.leave() for bot in bots]
    assert (house.seen(), statuses) == (each_once(), [0, 0, 0])
    assert len(house.discord.requests.matching(lambda r: r.path.endswith("/commands"))) == 1


async def test_reconnecting_twice_posts_nothing_twice(house: House) -> None:
    await house.due(channels(house), posts=4)
    async with house.running() as bot:
        await bot.until(house.discord.gateway.joined())
        for sessions in (2, 3):
            house.discord.gateway.drop()
            await bot.until(house.discord.gateway.joined(sessions))
        await bot.until(house.settled())
        assert await bot.leave() == 0
    assert house.seen() == each_once(4)


async def test_thrown_out_it_fails_and_invited_again_it_posts(house: House) -> None:
    [news, *_] = channels(house)
    house.discord.world.away = True
    await house.due([news], posts=1)
    async with house.running("--posts-only") as bot:
        await bot.until(bot.logged("failed: refused"))
    assert house.seen() == Counter()
    await house.discord.invite()
    await house.due([news], posts=2)
    async with house.running("--posts-only") as bot:
        await bot.until(house.settled())
    assert house.seen() == each_once(2)


async def test_one_channel_that_hangs_delays_no_other(house: House) -> None:
    stuck, *others = channels(house)
    await house.due([stuck, *others], posts=8)
    house.discord.faults.plan(Fault("POST", f"/channels/{stuck.id}/messages", act="hang"))
    async with house.running("--posts-only") as bot:
        await bot.until(house.discord.requests.until(lambda r: r.method == "POST" and r.status == 200, 6))
        assert house.seen() == each_once(8) - Counter({"**No. 0**": 1, "**No. 4**": 1})


async def test_announcements_move_house_as_yaml(house: House, tmp_path: Path) -> None:
    def asked(*more: str, **elsewhere: str) -> AbstractAsyncContextManager[Guest]:
        settings: Mapping[str, str] = house.settings | elsewhere
        return visiting((sys.executable, "-m", "bot", "announce", *more), settings)

    await house.due(channels(house), posts=2)
    backup = tmp_path / "backup.yaml"
    async with asked("export") as exporting:
        assert await exporting.ended() == 0
    backup.write_text(exporting.log, encoding="utf-8")
    new = {"READOUT_VAR": str(tmp_path / "new")}
    async with asked("import", str(backup), **new) as taking:
        assert await taking.ended() == 0
    async with asked("import", str(backup), **new) as again:
        assert await again.ended() == 1
    async with asked("list", **new) as listing:
        assert await listing.ended() == 0
    assert taking.log == "2 announcements taken\n"
    assert again.log == f"{backup}: announcements: 'channel-0 0 of 2' is in the ledger already\n"
    assert [line.split(" | ")[:3] for line in listing.log.splitlines()] == [
        ["channel-0 0 of 2", "done", "newest"],
        ["channel-1 1 of 2", "done", "newest"],
    ]


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("nonsense", "its address is none that I can read"),
        ("mysql://u:secret@127.0.0.1/x", "its address is none that I can read"),
        ("sqlite:////proc/nowhere/ledger.sqlite", "unable to open database file"),
        ("postgresql://u:secret@127.0.0.1:1/x", "connection failed"),
    ],
)
async def test_a_ledger_that_cannot_be_opened_is_one_line_without_a_password(
    house: House, database: str, sentence: str
) -> None:
    house.settings["READOUT_DATABASE"] = database
    async with house.running() as bot:
        assert await bot.ended() == 1
    lines = [line for line in bot.log.splitlines() if " INFO " not in line]
    assert len(lines) == 1, bot.log
    line = lines[0]
    assert line.startswith("The ledger (READOUT_DATABASE, else ledger.sqlite under READOUT_VAR) cannot be opened: ")
    assert (sentence in line, "secret" in line) == (True, False)
