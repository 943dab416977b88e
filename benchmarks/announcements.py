"""What announcements cost: 10,000 schedules while nothing is due, and 1,000 posts due in the same minute.

Run with `python benchmarks/announcements.py [ADDRESS]`; without an address, on a new SQLite file.
"""

import asyncio
import sys
import tempfile
import time
import tracemalloc
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.announcements.announcement import Announcement, Content, ContentKind, Place, PlaceKind
from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.clock import SystemClock
from bot.announcements.delivery import Delivery
from bot.announcements.ledger import Ledger, open_ledger
from bot.announcements.publisher import NothingToSay, Post
from bot.announcements.runner import Runner
from bot.announcements.schedule import EVERY_DAY, Once, Rule, Weekly

IDLE_SCHEDULES = (100, 10_000)
DUE_AT_ONCE = 1_000
CHANNELS = 40
IDLE_SECONDS = 10
ANSWER_SECONDS = 0.05


class Chat:
    """Answers each post after the time that Discord usually takes."""

    def __init__(self, expected: int) -> None:
        self.posts: list[tuple[str, str]] = []
        self.complete = asyncio.Event()
        self._expected = expected

    async def post(self, place: Place, post: Post, mark: str) -> str:
        await asyncio.sleep(ANSWER_SECONDS)
        self.posts.append((place.channel, str(post.body)))
        if len(self.posts) == self._expected:
            self.complete.set()
        return str(len(self.posts))

    async def find(self, place: Place, mark: str, since: datetime) -> str | None:
        return None

    async def open_thread(self, place: Place, message: str, name: str) -> str:
        return message

    async def publish(self, place: Place, message: str) -> None:
        return None

    async def edit(self, place: Place, message: str, post: Post, mark: str) -> None:
        return None


def compose(announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:
    """The cheapest post there is: this measures the runner."""
    return Post(body=announcement.title if announcement else "")


def announcement(number: int, rule: Rule, created: datetime) -> Announcement:
    """One of many."""
    return Announcement(
        id=f"announcement-{number:05}",
        title=str(number),
        content=Content(ContentKind.DIGEST),
        rule=rule,
        zone=ZoneInfo("Asia/Seoul"),
        place=Place(PlaceKind.TEXT, f"channel-{number % CHANNELS}", "ministry"),
        owner="han",
        created=created + timedelta(seconds=number),
    )


async def idle(ledger: Ledger) -> None:
    """CPU and memory of a runner with nothing due, beside 100 and beside 10,000 schedules."""
    book, made = AnnouncementBook(ledger), 0
    for many in IDLE_SCHEDULES:
        now = datetime.now(UTC)
        rule = Weekly(EVERY_DAY, (now + timedelta(hours=8)).time().replace(second=0, microsecond=0))
        while made < many:
            await book.create(announcement(made, rule, now), now)
            made += 1
        runner = Runner(ledger, Chat(0), compose, SystemClock(), "idle")
        tracemalloc.start()
        cpu = time.process_time()
        task = asyncio.create_task(runner.run())
        await asyncio.sleep(IDLE_SECONDS)
        cpu = time.process_time() - cpu
        kept, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        runner.stop()
        await task
        print(f"idle beside {many:6} schedules: {cpu * 1000:.1f} ms of CPU in {IDLE_SECONDS} s, {kept // 1024} KiB")


async def burst(ledger: Ledger) -> None:
    """Time until 1,000 posts of one minute are out, and whether each channel got them in order."""
    book, now = AnnouncementBook(ledger), datetime.now(UTC)
    due = now.replace(second=0, microsecond=0)
    at = due.astimezone(ZoneInfo("Asia/Seoul")).replace(tzinfo=None)
    for number in range(DUE_AT_ONCE):
        made = announcement(100_000 + number, Once(at), due - timedelta(days=1))
        await book.create(made, due - timedelta(minutes=1))
    chat = Chat(DUE_AT_ONCE)
    runner = Runner(ledger, chat, compose, SystemClock(), "burst")
    wall, cpu = time.perf_counter(), time.process_time()
    task = asyncio.create_task(runner.run())
    await chat.complete.wait()
    runner.stop()
    await task
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    channels: dict[str, list[int]] = {}
    for channel, body in chat.posts:
        channels.setdefault(channel, []).append(int(body))
    ordered = sum(order == sorted(order) for order in channels.values())
    print(
        f"{DUE_AT_ONCE} due at once: out in {wall:.1f} s ({cpu:.1f} s of CPU),"
        f" {ordered} of {CHANNELS} channels in order"
    )


async def main() -> None:
    """Both figures, on one ledger."""
    with tempfile.TemporaryDirectory() as home:
        address = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(home) / 'ledger.sqlite'}"
        ledger = await open_ledger(address)
        await idle(ledger)
        await burst(ledger)
        await ledger.close()


if __name__ == "__main__":
    asyncio.run(main())
