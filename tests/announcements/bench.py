"""A runner at work on a real ledger, with a hand-moved clock and a hand-written chat."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.delivery import Delivery, Reason, State
from bot.announcements.delivery_queue import DeliveryQueue
from bot.announcements.follow_book import FollowBook
from bot.announcements.ledger import Ledger
from bot.announcements.posting import Pace
from bot.announcements.runner import Runner
from bot.announcements.sending import Compose, Outcome
from bot.announcements.settings_book import SettingsBook
from tests.announcements.chat import PATIENCE_SECONDS, FakeChat, HandClock, plain_card


class Bench:
    """One process: its ledger, its chat, its runner."""

    def __init__(
        self, ledger: Ledger, clock: HandClock, chat: FakeChat | None = None, compose: Compose = plain_card
    ) -> None:
        self.ledger = ledger
        self.clock = clock
        self.chat = chat or FakeChat(clock)
        self.book = AnnouncementBook(ledger)
        self.queue = DeliveryQueue(ledger)
        self.follows = FollowBook(ledger)
        self.settings = SettingsBook(ledger)
        self.outcomes: list[Outcome] = []
        self.compose = compose
        self.runner = self.new_runner("first")

    def new_runner(self, name: str, pace: Pace | None = None) -> Runner:
        """Another runner on the same ledger, chat and clock."""
        parts = (self.ledger, self.chat, self.compose, self.clock)
        return Runner(*parts, name, pace=pace or Pace(), observe=self.outcomes.append)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The runner runs during the block, and has nothing left to do when the block begins."""
        task = asyncio.create_task(self.runner.run())
        await self.quiet()
        yield
        self.runner.stop()
        await asyncio.wait_for(task, PATIENCE_SECONDS)

    async def quiet(self) -> None:
        """Returns once the runner sleeps and nothing is under way."""
        await until(lambda: not self.runner.under_way and not self.ledger.changed.is_set() and self.clock.sleeping)

    async def pass_time(self, **by: float) -> None:
        """Moves the clock and lets the runner do what is due."""
        self.clock.move(**by)
        await self.quiet()

    async def crash_while_sending(self, runs: int = 1) -> tuple[Delivery, ...]:
        """A process claims what is due and dies before it knows an ending."""
        return await self.queue.claim("crashed", self.clock.now(), Pace().lease, runs)

    def bodies(self) -> list[object]:
        """What members see, in order."""
        return [one.body for one in self.chat.seen]

    async def endings(self, announcement: str = "digest") -> list[tuple[State, Reason | None]]:
        """How the announcement's runs ended, newest first."""
        history = await self.book.history(announcement)
        return [(one.state, one.why.reason if one.why else None) for one in history]


async def until(condition: Callable[[], bool]) -> None:
    """Lets everything else go on until the condition holds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not condition():  # noqa: ASYNC110 - no event spans the parts that the condition is about
            await asyncio.sleep(0)
