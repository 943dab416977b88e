"""One trial: 200 posts due over 40 channels, a SIGKILL at some moment, a restart, and what members saw."""

import asyncio
import random
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
from sqlalchemy import func, select

from bot.announcements.announcement import Announcement, Content, ContentKind, Place, PlaceKind
from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.delivery import State
from bot.announcements.ledger import open_ledger
from bot.announcements.planning import OPEN
from bot.announcements.schedule import Once, Rule, Weekly
from bot.announcements.tables import deliveries
from tests.announcements.cluster import Cluster

POSTS = 200
CHANNELS = 40
LONG_WINDOW = 240.0
SHORT_WINDOW = 0.3
STAGES = ("received", "stored", "answered")
PATIENCE_SECONDS = 240.0
"""Only a broken trial waits this long; a busy machine is given time."""


@dataclass(frozen=True)
class Corner:
    """One corner of the grid. `forgotten`: the outage is longer than the chat remembers a nonce.

    Then the channel's history must tell what is posted. In the other corners reading it is forbidden, and the
    nonce alone protects.
    """

    database: str
    replicas: int
    forgotten: bool

    @property
    def window(self) -> float:
        """How long the chat remembers a nonce, in seconds; the lease alone outlasts the short one."""
        return SHORT_WINDOW if self.forgotten else LONG_WINDOW

    def __str__(self) -> str:
        outage = "longer" if self.forgotten else "shorter"
        return f"{self.database}, {self.replicas} replica(s), outage {outage} than the window"


CORNERS = tuple(
    Corner(database, replicas, forgotten)
    for database in ("sqlite", "postgresql")
    for replicas in (1, 3)
    for forgotten in (False, True)
)


@dataclass(frozen=True)
class Result:
    """What members saw, and what the ledger believes."""

    lost: int
    twice: int
    out_of_order: int
    written_down: int

    def __str__(self) -> str:
        return (
            f"{POSTS} posts, {self.lost} lost, {self.twice} seen twice, {self.out_of_order} channels out of order, "
            f"{self.written_down} written down"
        )


PERFECT = Result(lost=0, twice=0, out_of_order=0, written_down=POSTS)


class Ledgers:
    """Filled ledgers: filled once, then copied for each trial."""

    def __init__(self, cluster: Cluster, home: Path) -> None:
        self._cluster = cluster
        self._home = home
        self._count = 0
        self._templates: dict[str, str] = {}

    async def new(self, database: str) -> str:
        """The address of a ledger with 200 posts due."""
        if database not in self._templates:
            self._templates[database] = await self._filled(database)
        template = self._templates[database]
        if database == "postgresql":
            return self._cluster.new_database(template.rpartition("/")[2])
        self._count += 1
        copy = self._home / f"ledger-{self._count}.sqlite"
        shutil.copy(template.removeprefix("sqlite:///"), copy)
        return f"sqlite:///{copy}"

    async def _filled(self, database: str) -> str:
        sqlite = f"sqlite:///{self._home / 'template.sqlite'}"
        address = self._cluster.new_database() if database == "postgresql" else sqlite
        due = datetime.now(UTC).replace(second=0, microsecond=0)
        ledger = await open_ledger(address)
        for number in range(POSTS):
            await AnnouncementBook(ledger).create(_announcement(number, due), due - timedelta(minutes=1))
        await ledger.close()
        return address


@asynccontextmanager
async def chat_server() -> AsyncIterator[str]:
    """The chat in its own process; its address."""
    server = await _start("server")
    assert server.stdout is not None
    assert server.stdin is not None
    port = int(await server.stdout.readline())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stdin.close()
        await server.wait()


async def trial(corner: Corner, seed: int, address: str, chat: str) -> Result:
    """Kills at the seed's moment, restarts after the outage, waits until all is settled, and counts."""
    chance = random.Random(seed)
    setting = {
        "seed": seed,
        "window": corner.window,
        "kill_at": chance.randint(1, POSTS),
        "stage": chance.choice(STAGES),
        "history": corner.forgotten,
    }
    async with aiohttp.ClientSession() as session:
        await session.post(f"{chat}/reset", json=setting)
        replicas = [await _start("replica", address, chat, str(corner.window)) for _ in range(corner.replicas)]
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await session.get(f"{chat}/moment")
                # Between the answer and the ledger's next commit lie a few milliseconds: reach into them too.
                await asyncio.sleep(chance.uniform(0, 0.005))
                doomed = replicas if seed % 2 == 0 else replicas[:1]
                for replica in doomed:
                    replica.kill()
                for replica in doomed:
                    await replica.wait()
                await asyncio.sleep(corner.window + 0.1 if corner.forgotten else 0)
                replicas += [await _start("replica", address, chat, str(corner.window)) for _ in doomed]
                written_down = await _settled(address)
        finally:
            for replica in replicas:
                if replica.returncode is None:
                    replica.kill()
                    await replica.wait()
        async with session.get(f"{chat}/posts") as answer:
            return _counted(await answer.json(), written_down)


def _counted(seen: list[dict[str, str]], written_down: int) -> Result:
    marks = [one["mark"] for one in seen]
    channels: dict[str, list[int]] = {}
    for one in seen:
        channels.setdefault(one["channel"], []).append(int(one["body"]))
    return Result(
        lost=POSTS - len(set(marks)),
        twice=len(marks) - len(set(marks)),
        out_of_order=sum(order != sorted(order) for order in channels.values()),
        written_down=written_down,
    )


async def _settled(address: str) -> int:
    """Waits until no delivery is due or in flight; how many are written down as posted."""
    ledger = await open_ledger(address)
    due = select(func.count()).where(deliveries.c.state.in_(OPEN), deliveries.c.planned <= datetime.now(UTC))
    posted = select(func.count()).where(deliveries.c.state == State.DONE.value, deliveries.c.message != "")
    try:
        while True:
            async with ledger.reading() as connection:
                if await connection.scalar(due) == 0:
                    return await connection.scalar(posted) or 0
            await asyncio.sleep(0.1)
    finally:
        await ledger.close()


async def _start(module: str, *arguments: str) -> Process:
    name = f"tests.announcements.kill.{module}"
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", name, *arguments, stdin=PIPE, stdout=PIPE if module == "server" else DEVNULL
    )


def _announcement(number: int, due: datetime) -> Announcement:
    # Every second one comes again tomorrow: settling it plans the next run in the same transaction.
    rule: Rule = Once(due.replace(tzinfo=None)) if number % 2 else Weekly((1, 2, 3, 4, 5, 6, 7), due.time())
    return Announcement(
        id=f"announcement-{number}",
        title=str(number),
        content=Content(ContentKind.DIGEST),
        rule=rule,
        zone=ZoneInfo("UTC"),
        place=Place(PlaceKind.TEXT, f"channel-{number % CHANNELS}", "ministry"),
        owner="han",
        created=due - timedelta(days=1) + timedelta(seconds=number),
    )
