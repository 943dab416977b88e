"""Sends what is due: sleeps to the earliest open delivery, sends several at once, writes down each ending.

Any number of runners, in any number of processes, may share a ledger; none leads. Each post goes out once
because

- a claim is on the disk before its post leaves, and says that a try may have arrived;
- every try of a delivery carries the same nonce, which the chat remembers for a while;
- after a try without a known end, the channel's history is asked for the delivery's mark before anything is
  sent.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.announcements.clock import Clock
from bot.announcements.delivery import Delivery
from bot.announcements.delivery_queue import DeliveryQueue
from bot.announcements.ledger import Ledger
from bot.announcements.posting import Pace
from bot.announcements.publisher import Publisher
from bot.announcements.sending import Compose, Outcome, Sender
from bot.announcements.settings_book import SettingsBook

_log = logging.getLogger(__name__)

_SECOND = timedelta(seconds=1)
_BREATH = timedelta(milliseconds=100)
"""The pause when another replica has just taken what is due."""


class Runner:
    """One process's share in the ledger. `run` once; `stop` lets what is under way come to its end."""

    def __init__(
        self,
        ledger: Ledger,
        publisher: Publisher,
        compose: Compose,
        clock: Clock,
        name: str,
        *,
        pace: Pace | None = None,
        observe: Callable[[Outcome], None] = lambda _: None,
    ) -> None:
        self._ledger = ledger
        self._queue = DeliveryQueue(ledger)
        self._clock = clock
        self._name = name
        self._pace = pace or Pace()
        self._sender = Sender(self._queue, SettingsBook(ledger), publisher, compose, clock=clock, pace=self._pace)
        self._observe = observe
        self._under_way: set[asyncio.Task[None]] = set()
        self._starts: deque[datetime] = deque()
        self._stopping = False
        self._started = False

    async def run(self) -> None:
        """Sends what is due until `stop`.

        A second call returns at once: reconnecting must not double the work.
        """
        if self._started:
            return
        self._started = True
        while not self._stopping:
            self._ledger.changed.clear()
            await self._rest(await self._start_due())
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def stop(self) -> None:
        """Claims nothing more; `run` returns once what is under way has ended."""
        self._stopping = True
        self._ledger.changed.set()

    @property
    def under_way(self) -> int:
        """How many deliveries this runner is sending now."""
        return len(self._under_way)

    async def _start_due(self) -> datetime | None:
        """Starts as much as there is room for; when to look again, None for "when something ends"."""
        now = self._clock.now()
        if len(self._under_way) >= self._pace.at_once:
            return None
        allowed = self._pace.a_second - self._started_within(now)
        if allowed <= 0:
            return self._starts[0] + _SECOND
        room = min(self._pace.at_once - len(self._under_way), allowed)
        try:
            claimed = await self._queue.claim(self._name, now, self._pace.lease, room)
            for delivery in claimed:
                self._starts.append(now)
                task = asyncio.create_task(self._perform(delivery), name=f"delivery {delivery.id}")
                self._under_way.add(task)
                task.add_done_callback(self._ended)
            if len(claimed) == room:
                return None
            due = await self._queue.next_due()
        except Exception:  # noqa: BLE001 - a loop that ends is a post missed: whatever it was, look again
            _log.exception("the ledger cannot be read; nothing is sent until it can")
            return self._clock.now() + self._pace.ledger_retry
        latest = self._clock.now() + self._pace.longest_sleep
        return latest if due is None else min(due, latest)

    def _started_within(self, now: datetime) -> int:
        """How many were started in the last second. What a clock that was set back calls the future counts no more."""
        while self._starts and not timedelta(0) <= now - self._starts[0] < _SECOND:
            self._starts.popleft()
        return len(self._starts)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._ledger.changed.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            # The delivery stays claimed; when its lease ends it is resolved like after a crash.
            _log.error("%s failed", task.get_name(), exc_info=error)

    async def _rest(self, until: datetime | None) -> None:
        """Sleeps until that time or until something changes; for ever when there is no time."""
        seconds = None if until is None else max(until - self._clock.now(), _BREATH).total_seconds()
        await self._clock.rest(self._ledger.changed, seconds)

    async def _perform(self, delivery: Delivery) -> None:
        outcome = await self._sender.send(delivery)
        if outcome is not None:
            self._observe(outcome)
