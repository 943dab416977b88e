"""What the bot needs to announce, made by `app` and handed over whole."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.choices import Choices
from bot.announcements.clock import Clock
from bot.announcements.composing import Catalogue, Composer
from bot.announcements.delivery import Notice
from bot.announcements.delivery_queue import DeliveryQueue
from bot.announcements.follow_book import FollowBook
from bot.announcements.follows import ReleaseFacts
from bot.announcements.ledger import open_ledger
from bot.announcements.posting import Pace
from bot.announcements.publisher import Publisher
from bot.announcements.runner import Runner
from bot.announcements.sending import Outcome
from bot.announcements.settings_book import ParkedQueries, SettingsBook
from bot.chat import Ask
from bot.errors import FaultsError

log = logging.getLogger(__name__)
WATCH_SECONDS = 10.0
"""How often the data folder is looked at: 10,000 files take 50 ms of a thread."""


@dataclass(frozen=True)
class Reloaded:
    """What a reload found: the number of releases and of changes, or the faults for which nothing was changed."""

    releases: int = 0
    new: int = 0
    edited: int = 0
    withdrawn: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Newsroom:
    """The ledger's books, the composer, and what makes a runner for a publisher."""

    announcements: AnnouncementBook
    follows: FollowBook
    choices: Choices
    parked: ParkedQueries
    deliveries: DeliveryQueue
    compose: Composer
    clock: Clock
    new_id: Callable[[], str]
    runner: Callable[[Publisher, Callable[[Outcome], None]], Runner]
    series: Callable[[], tuple[str, ...]]
    told: Callable[[], Awaitable[object]]
    reload: Callable[[], Awaitable[Reloaded]]


@dataclass(frozen=True)
class Holdings:
    """What the newsroom asks of the library: answers, look-ups, what each release is about, and to load it again.

    `load` raises FaultsError and then leaves the library as it was.
    """

    ask: Ask
    catalogue: Catalogue
    facts: Callable[[], Mapping[str, ReleaseFacts]]
    load: Callable[[], None]


@asynccontextmanager
async def open_newsroom(
    address: str,
    holdings: Holdings,
    clock: Clock,
    *,
    name: str,
    new_id: Callable[[], str],
    pace: Pace | None = None,
    looks: bool = True,
) -> AsyncIterator[Newsroom]:
    """The newsroom on the ledger at that address, open while the block runs. `name` is this process's among all.

    It opens once it has looked for what has changed in the library, unless somebody else `looks` for it.
    """
    ledger = await open_ledger(address)
    compose = Composer(holdings.ask, holdings.catalogue)
    follows = FollowBook(ledger)

    async def told() -> Counter[Notice]:
        """Tells the follows what has changed in the library since anyone looked."""
        facts = await asyncio.to_thread(holdings.facts)
        return Counter(one.kind for one in await follows.library_changed(facts, clock.now()))

    async def reload() -> Reloaded:
        try:
            await asyncio.to_thread(holdings.load)
        except FaultsError as error:
            return Reloaded(faults=tuple(map(str, error.faults)))
        found = await told()
        return Reloaded(len(holdings.facts()), found[Notice.NEW], found[Notice.EDITED], found[Notice.WITHDRAWN])

    try:
        if looks:
            await told()
        yield Newsroom(
            announcements=AnnouncementBook(ledger),
            follows=follows,
            choices=Choices(SettingsBook(ledger)),
            parked=ParkedQueries(ledger),
            deliveries=DeliveryQueue(ledger),
            compose=compose,
            clock=clock,
            new_id=new_id,
            runner=lambda publisher, seen: Runner(ledger, publisher, compose, clock, name, pace=pace, observe=seen),
            series=lambda: tuple(sorted({facts.series for facts in holdings.facts().values()})),
            told=told,
            reload=reload,
        )
    finally:
        await ledger.close()


@asynccontextmanager
async def watching(
    newsroom: Newsroom, files: Callable[[], object], embargoes: Callable[[], object], every: float = WATCH_SECONDS
) -> AsyncIterator[None]:
    """Keeps up with the data while the block runs: what changed in its files is loaded once it stays as it is.

    It begins by telling what has changed since anyone looked, and nobody waits for that.

    `files` and `embargoes` give another value when a file has changed, and when an embargo has ended.
    """
    loaded = await asyncio.to_thread(files)
    task = asyncio.create_task(_watch(newsroom, files, embargoes, every, loaded))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _watch(
    newsroom: Newsroom, files: Callable[[], object], embargoes: Callable[[], object], every: float, loaded: object
) -> None:
    before = loaded
    shown = embargoes()
    try:
        await newsroom.told()
    except Exception:
        log.exception("what has changed cannot be told just now")
    while True:
        await asyncio.sleep(every)
        try:
            found = await asyncio.to_thread(files)
            if found not in (loaded, before):
                before = found  # perhaps still being written
            elif found != loaded:
                loaded = found
                log.info("the data has changed: %s", await newsroom.reload())
            elif embargoes() != shown:
                await newsroom.told()
            shown = embargoes()
        except Exception:
            log.exception("the data cannot be read just now")
