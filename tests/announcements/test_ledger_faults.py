"""A full disk, a locked database, and who may claim what: nothing is lost, and nothing goes out twice."""

import asyncio
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.announcements.delivery import Reason, State, Why
from bot.announcements.delivery_queue import DeliveryQueue, Ending
from bot.announcements.ledger import Ledger, open_ledger
from tests.announcements.bench import Bench, until
from tests.announcements.builders import MONDAY_8AM, an_announcement, channel, monday
from tests.announcements.chat import HandClock

A_MINUTE = timedelta(minutes=1)
SENT = Ending(State.DONE, Why(Reason.ON_TIME), "m1")


@pytest.fixture
def bench(ledger: Ledger) -> Bench:
    """Monday, 08:00 UTC."""
    return Bench(ledger, HandClock(MONDAY_8AM))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger file, for faults that only files have."""
    return tmp_path / "ledger.sqlite"


async def fill(bench: Bench, many: int, channels: int) -> None:
    """So many announcements for nine o'clock."""
    for number in range(many):
        place = channel(f"c{number % channels}")
        made = MONDAY_8AM + timedelta(seconds=number)
        await bench.book.create(
            an_announcement("2026-11-02 09:00", id=f"a{number}", place=place, created=made), MONDAY_8AM
        )


async def test_what_one_process_claims_no_other_gets(bench: Bench, address: str) -> None:
    await fill(bench, many=6, channels=6)
    other_process = await open_ledger(address)
    first = await bench.queue.claim("first", monday(9), A_MINUTE, 4)
    second = await DeliveryQueue(other_process).claim("second", monday(9), A_MINUTE, 4)
    await other_process.close()
    assert (len(first), len(second)) == (4, 2)
    assert {one.id for one in first}.isdisjoint(one.id for one in second)


async def test_of_each_channel_only_the_first_is_claimed(bench: Bench) -> None:
    await fill(bench, many=6, channels=2)
    claimed = await bench.queue.claim("first", monday(9), A_MINUTE, 10)
    assert [one.source for one in claimed] == ["a0", "a1"]
    assert await bench.queue.claim("second", monday(9), A_MINUTE, 10) == ()
    await bench.queue.settle(claimed[0], SENT, monday(9))
    assert [one.source for one in await bench.queue.claim("second", monday(9), A_MINUTE, 10)] == ["a2"]


async def test_a_lease_that_ended_may_be_claimed_and_tells_that_a_try_is_in_doubt(bench: Bench) -> None:
    await fill(bench, many=1, channels=1)
    await bench.queue.claim("crashed", monday(9), A_MINUTE, 1)
    assert await bench.queue.next_due() == monday(9, 1)
    assert await bench.queue.claim("next", monday(9) + timedelta(seconds=59), A_MINUTE, 1) == ()
    (again,) = await bench.queue.claim("next", monday(9, 1), A_MINUTE, 1)
    assert (again.tries, again.doubts, again.doubt_since) == (2, 2, monday(9))


async def test_who_lost_the_lease_can_still_say_that_the_post_stands_but_not_that_it_failed(
    bench: Bench,
) -> None:
    await fill(bench, many=1, channels=1)
    (slow,) = await bench.queue.claim("slow", monday(9), A_MINUTE, 1)
    await bench.queue.claim("next", monday(9, 2), A_MINUTE, 1)
    failed = Ending(State.FAILED, Why(Reason.REFUSED))
    assert not (await bench.queue.settle(slow, failed, monday(9, 2))).kept
    assert (await bench.queue.settle(slow, SENT, monday(9, 2))).kept
    assert not (await bench.queue.settle(slow, SENT, monday(9, 3))).kept


@contextmanager
def full_disk(ledger_file: Path) -> Iterator[None]:
    """No file may grow beyond the ledger's write-ahead log: each write to it fails, for real."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = ledger_file.with_name(f"{ledger_file.name}-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_before_a_claim_sends_nothing_and_catches_up_later(file: Path) -> None:
    bench = Bench(await open_ledger(f"sqlite:///{file}"), HandClock(MONDAY_8AM))
    await fill(bench, many=1, channels=1)
    async with bench.running():
        with full_disk(file):
            await bench.pass_time(hours=1)
            assert bench.bodies() == []
        await bench.pass_time(seconds=2)
    assert bench.bodies() == ["Morning digest · 02 09:00"]
    await bench.ledger.close()


async def test_a_disk_that_fills_up_after_the_post_left_makes_it_neither_lost_nor_double(file: Path) -> None:
    bench = Bench(await open_ledger(f"sqlite:///{file}"), HandClock(MONDAY_8AM))
    await fill(bench, many=1, channels=1)
    bench.chat.held["c0"] = asyncio.Event()
    async with bench.running():
        bench.clock.move(hours=1)
        await bench.chat.has_been_asked(1)
        with full_disk(file):
            bench.chat.held["c0"].set()
            await until(lambda: bench.clock.sleepers == 2)
        await bench.pass_time(seconds=2)
    assert bench.bodies() == ["Morning digest · 02 09:00"]
    assert await bench.endings("a0") == [(State.DONE, Reason.ON_TIME)]
    await bench.ledger.close()


async def test_a_ledger_locked_by_another_process_is_written_when_it_is_free(file: Path) -> None:
    bench = Bench(await open_ledger(f"sqlite:///{file}", busy_seconds=0.01), HandClock(MONDAY_8AM))
    intruder = await open_ledger(f"sqlite:///{file}")
    await fill(bench, many=1, channels=1)
    bench.chat.held["c0"] = asyncio.Event()
    async with bench.running():
        bench.clock.move(hours=1)
        await bench.chat.has_been_asked(1)
        async with intruder.writing():
            bench.chat.held["c0"].set()
            await until(lambda: bench.clock.sleepers == 2)
        await bench.pass_time(seconds=2)
    assert bench.bodies() == ["Morning digest · 02 09:00"]
    assert await bench.endings("a0") == [(State.DONE, Reason.ON_TIME)]
    await intruder.close()
    await bench.ledger.close()
