"""A hand-written chat and a clock moved by hand."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.announcements.announcement import Announcement, Place
from bot.announcements.delivery import Carried, Delivery
from bot.announcements.publisher import NothingToSay, Post, Refused, Unclear

PATIENCE_SECONDS = 120
"""Only a broken test waits this long."""


class HandClock:
    """Stands still until a test moves it. Setting it back wakes nobody, as with a machine's clock."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._elapsed = timedelta()
        self._sleepers: dict[asyncio.Future[None], timedelta] = {}

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers[waking] = self._elapsed + timedelta(seconds=seconds)
        try:
            await waking
        finally:
            self._sleepers.pop(waking, None)

    async def rest(self, wake: asyncio.Event, seconds: float | None) -> None:
        waiting: set[asyncio.Task[object]] = {asyncio.create_task(wake.wait())}
        if seconds is not None:
            waiting.add(asyncio.create_task(self.sleep(seconds)))
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    @property
    def sleeping(self) -> bool:
        """Whether someone waits for the clock to move."""
        return any(not waking.done() for waking in self._sleepers)

    @property
    def sleepers(self) -> int:
        """How many wait for the clock to move."""
        return sum(not waking.done() for waking in self._sleepers)

    @property
    def longest_wait(self) -> timedelta:
        """How long the last of the sleepers still has to sleep."""
        return max(wake - self._elapsed for wake in self._sleepers.values())

    def move(self, **by: float) -> None:
        """Lets time pass."""
        self._now += timedelta(**by)
        self._elapsed += timedelta(**by)
        for waking, due in list(self._sleepers.items()):
            if due <= self._elapsed and not waking.done():
                waking.set_result(None)

    def set_back(self, **by: float) -> None:
        """Turns the hands back; no time passes."""
        self._now -= timedelta(**by)


@dataclass(frozen=True)
class Seen:
    """A message as members see it."""

    channel: str
    body: object
    mark: str
    id: str


@dataclass(frozen=True)
class StoredThenLost:
    """A fault: the chat stores the message, and the answer never arrives."""


@dataclass
class FakeChat:
    """Stores posts, remembers nonces for a while, and fails as told, once for each fault in a channel's
    queue.
    """

    clock: HandClock
    window: timedelta = timedelta(minutes=3)
    seen: list[Seen] = field(default_factory=list)
    threads: list[tuple[str, str]] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    edits: list[tuple[str, object]] = field(default_factory=list)
    faults: dict[str, deque[Exception | StoredThenLost]] = field(default_factory=lambda: defaultdict(deque))
    history: Exception | None = None
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    asked_history: int = 0
    asked: int = 0
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _nonces: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def will_fail(self, channel: str, *faults: Exception | StoredThenLost) -> None:
        """The next requests to that channel meet these faults, in order."""
        self.faults[channel].extend(faults)

    async def has_seen(self, posts: int) -> None:
        """Returns once so many messages stand."""
        async with asyncio.timeout(PATIENCE_SECONDS), self.news:
            await self.news.wait_for(lambda: len(self.seen) >= posts)

    async def has_been_asked(self, times: int) -> None:
        """Returns once so many posts were asked for, whatever became of them."""
        async with asyncio.timeout(PATIENCE_SECONDS), self.news:
            await self.news.wait_for(lambda: self.asked >= times)

    async def post(self, place: Place, post: Post, mark: str) -> str:
        self.asked += 1
        async with self.news:
            self.news.notify_all()
        if place.channel in self.held:
            await self.held[place.channel].wait()
        fault = self.faults[place.channel].popleft() if self.faults[place.channel] else None
        if isinstance(fault, Exception):
            raise fault
        stored_at, message = self._nonces.get(mark, (None, ""))
        if stored_at is None or self.clock.now() - stored_at > self.window:
            message = f"m{next(self._ids)}"
            self._nonces[mark] = (self.clock.now(), message)
            self.seen.append(Seen(place.channel, post.body, mark, message))
            async with self.news:
                self.news.notify_all()
        if isinstance(fault, StoredThenLost):
            raise Unclear(what="HTTP 500")
        return message

    async def find(self, place: Place, mark: str, since: datetime) -> str | None:
        self.asked_history += 1
        if self.history is not None:
            raise self.history
        return next((one.id for one in self.seen if one.mark == mark and one.channel == place.channel), None)

    async def open_thread(self, place: Place, message: str, name: str) -> str:
        self._step(f"thread:{place.channel}")
        self.threads.append((message, name))
        return f"t-{message}"

    async def publish(self, place: Place, message: str) -> None:
        self._step(f"publish:{place.channel}")
        self.published.append(message)

    async def edit(self, place: Place, message: str, post: Post, mark: str) -> None:
        self._step(f"edit:{place.channel}")
        self.edits.append((message, post.body))

    def _step(self, name: str) -> None:
        if self.faults[name]:
            fault = self.faults[name].popleft()
            raise fault if isinstance(fault, Exception) else Unclear(what="HTTP 500")


FORBIDDEN = Refused(status=403, code=50013, needs="Send Messages")
HISTORY_FORBIDDEN = Refused(status=403, code=50013, needs="Read Message History")
DROPPED = Unclear(what="ServerDisconnectedError")


def plain_card(announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:
    """A composer that says what it was asked for."""
    title = announcement.title if announcement else ",".join(one.release for one in occurrence.carried)
    words = [title, f"{occurrence.planned:%d %H:%M}"]
    if late:
        words.append("posted late")
    if occurrence.text in ("edited", "withdrawn"):
        words.append(occurrence.text)
    if occurrence.step == "notice":
        words.append("paused")
    shown = (
        occurrence.carried
        if occurrence.step != "edit"
        else tuple(Carried(one.release, one.revision) for one in occurrence.carried)
    )
    return Post(body=" · ".join(words), carried=shown)
