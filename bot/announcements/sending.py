"""Performs one claimed delivery: looks, decides, composes, asks the publisher, writes down the ending."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from bot.announcements.announcement import Announcement, Unsure
from bot.announcements.clock import Clock
from bot.announcements.delivery import Delivery, Reason, State, Step, Why
from bot.announcements.delivery_queue import DeliveryQueue, Ending
from bot.announcements.later_steps import follow_ups
from bot.announcements.posting import Found, Leave, LookAgain, Pace, Sighting, decide, retry_delay
from bot.announcements.publisher import NothingToSay, Post, Publisher, Refused, TryLater, Unclear
from bot.announcements.settings_book import SettingsBook

SIGHT_MARGIN = timedelta(minutes=10)
"""History is searched from so long before the first doubtful try: the chat's clock is not ours."""

_log = logging.getLogger(__name__)
_Answer = TypeVar("_Answer")


class Compose(Protocol):
    """Makes the post of a delivery: an ordinary answer card. PURE given the library."""

    def __call__(self, announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:  # noqa: FBT001 - what the runner calls with
        """The post for this occurrence; `late` asks for the note that says so.

        `announcement` is None for follows, whose releases are in `occurrence.carried`. For an EDIT step
        `occurrence.text` says what happened ("edited", "withdrawn") and `occurrence.carried` is what the
        earlier post shows. For a NOTICE step the post tells the owner why the announcement was paused.
        `Post.carried` names the releases that the post shows, in the revision shown: a newer one in the
        library marks it corrected.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a delivery, for logs, metrics and the server's log channel."""

    delivery: Delivery
    ending: Ending
    paused: bool


class LeaseOver(Exception):  # noqa: N818 - it ends a claim in order
    """There is no time left to send under this claim; another one will."""


class Sender:
    """Performs deliveries that its runner has claimed."""

    def __init__(
        self,
        queue: DeliveryQueue,
        settings: SettingsBook,
        publisher: Publisher,
        compose: Compose,
        *,
        clock: Clock,
        pace: Pace,
    ) -> None:
        self._queue = queue
        self._settings = settings
        self._publisher = publisher
        self._compose = compose
        self._clock = clock
        self._pace = pace

    async def send(self, delivery: Delivery) -> Outcome | None:
        """Performs it and writes the ending down.

        None when it will be tried again, or when another process was faster.
        """
        try:
            ending = await self._perform(delivery)
        except Refused as refused:
            values = {"status": str(refused.status), "code": str(refused.code), "needs": refused.needs}
            ending = Ending(State.FAILED, Why(Reason.REFUSED, values))
        except TryLater as later:
            await self._put_back(delivery, timedelta(seconds=later.after), "rate limited", certain=True)
            return None
        except Unclear as unclear:
            delay = retry_delay(delivery.tries, self._pace)
            await self._put_back(delivery, delay, unclear.what, certain=False)
            return None
        except LeaseOver:
            return None
        return await self._settle(delivery, ending)

    async def _perform(self, delivery: Delivery) -> Ending:
        announcement = await self._queue.announcement_of(delivery)
        locale = await self._settings.locale_at(delivery.place)
        if not locale and announcement is None:
            locale = await self._queue.follower_locale(delivery)
        delivery = replace(delivery, locale=locale)
        if delivery.step in (Step.POST, Step.NOTICE):
            return await self._post(delivery, announcement)
        if self._clock.now() - delivery.planned > self._pace.step_patience and delivery.tries > 1:
            return Ending(State.FAILED, Why(Reason.GAVE_UP, {"tries": str(delivery.tries)}))
        if delivery.step is Step.THREAD:
            opening = self._publisher.open_thread(delivery.place, delivery.message, delivery.text)
            return _done(await self._asked(delivery, opening))
        if delivery.step is Step.PUBLISH:
            await self._asked(delivery, self._publisher.publish(delivery.place, delivery.message))
            return _done(delivery.message)
        return await self._edit(delivery, announcement)

    async def _post(self, delivery: Delivery, announcement: Announcement | None) -> Ending:
        seen = await self._sighting(delivery)
        choice = await self._choice(delivery, seen)
        decision = decide(delivery, announcement, seen, choice, now=self._clock.now(), pace=self._pace)
        if isinstance(decision, LookAgain):
            raise Unclear(what=decision.why)
        if isinstance(decision, Leave) and decision.state is not State.DONE:
            return Ending(decision.state, decision.why)
        post = self._composed(delivery, announcement, late=not isinstance(decision, Leave) and decision.late)
        message = decision.message if isinstance(decision, Leave) else ""
        if isinstance(decision, Leave):
            post = post if isinstance(post, Post) else Post(body=None)
        elif isinstance(post, Ending):
            return post
        else:
            message = await self._asked(delivery, self._publisher.post(delivery.place, post, delivery.id))
        later = follow_ups(announcement, delivery, message, post.thread_name, self._clock.now())
        return Ending(State.DONE, decision.why, message, post.carried, later)

    async def _edit(self, delivery: Delivery, announcement: Announcement | None) -> Ending:
        original = await self._queue.get(delivery.target)
        if original is None:
            return Ending(State.SKIPPED, Why(Reason.GONE))
        late = original.why is not None and original.why.reason is Reason.LATE
        shown = self._composed(
            replace(delivery, carried=original.carried, planned=original.planned), announcement, late=late
        )
        if isinstance(shown, Ending):
            return shown
        await self._asked(delivery, self._publisher.edit(delivery.place, delivery.message, shown, delivery.target))
        return Ending(State.DONE, Why(Reason.ON_TIME), delivery.message, shown.carried or delivery.carried)

    async def _sighting(self, delivery: Delivery) -> Sighting | Found:
        """Asks the channel's history, if an earlier try of this delivery may have arrived."""
        if delivery.doubts <= 1 or delivery.doubt_since is None:
            return Sighting.NOT_SENT
        since = min(delivery.doubt_since, delivery.planned) - SIGHT_MARGIN
        try:
            message = await self._asked(delivery, self._publisher.find(delivery.place, delivery.id, since))
        except Refused:
            return Sighting.FORBIDDEN
        except (TryLater, Unclear):
            return Sighting.BLIND
        return Sighting.ABSENT if message is None else Found(message)

    async def _choice(self, delivery: Delivery, seen: Sighting | Found) -> Unsure:
        if seen is not Sighting.FORBIDDEN:
            return Unsure.AT_MOST_ONCE
        return (await self._settings.of_guild(delivery.place.guild)).unsure

    def _composed(self, delivery: Delivery, announcement: Announcement | None, *, late: bool) -> Post | Ending:
        try:
            post = self._compose(announcement, delivery, late)
        except Exception as error:  # noqa: BLE001 - whatever the composer trips over must not stop the other channels
            _log.exception("delivery %s cannot be composed", delivery.id)
            return Ending(State.FAILED, Why(Reason.COULD_NOT_COMPOSE, {"error": type(error).__name__}))
        if isinstance(post, NothingToSay):
            return Ending(State.SKIPPED, Why(Reason.NOTHING_TO_SAY, {"why": post.why}))
        return post

    async def _asked(self, delivery: Delivery, asking: Awaitable[_Answer]) -> _Answer:
        """The publisher's answer within the lease: nothing may be on its way when another claim begins."""
        left = min(self._pace.send_limit, _lease_of(delivery) - self._clock.now())
        if left <= timedelta(0):
            _drop(asking)
            raise LeaseOver
        try:
            async with asyncio.timeout(left.total_seconds()):
                return await asking
        except (Refused, TryLater, Unclear):
            raise
        except Exception as error:  # a publisher's surprise is a try without a known end
            _log.warning("delivery %s: %r", delivery.id, error)
            raise Unclear(what=type(error).__name__) from error

    async def _put_back(self, delivery: Delivery, delay: timedelta, last: str, *, certain: bool) -> None:
        due = self._clock.now() + delay
        await self._insist(lambda: self._queue.put_back(delivery, due, last, certain=certain))

    async def _settle(self, delivery: Delivery, ending: Ending) -> Outcome | None:
        settled = await self._insist(lambda: self._queue.settle(delivery, ending, self._clock.now()))
        return Outcome(delivery, ending, settled.paused) if settled.kept else None

    async def _insist(self, write: Callable[[], Awaitable[_Answer]]) -> _Answer:
        """Writes to the ledger, again and again while that fails: the post stands already."""
        while True:
            try:
                return await write()
            except SQLAlchemyError as error:
                _log.warning("the ledger cannot be written; trying again: %r", error)
                await self._clock.sleep(self._pace.ledger_retry.total_seconds())


def _done(message: str) -> Ending:
    return Ending(State.DONE, Why(Reason.ON_TIME), message)


def _lease_of(delivery: Delivery) -> datetime:
    assert delivery.lease_until is not None, "only claimed deliveries are sent"
    return delivery.lease_until


def _drop(asking: Awaitable[object]) -> None:
    if asyncio.iscoroutine(asking):
        asking.close()
