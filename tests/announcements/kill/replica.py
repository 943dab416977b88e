"""One process that posts from a ledger until it is killed: `python -m tests.announcements.kill.replica
ADDRESS CHAT`.
"""

import asyncio
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

import aiohttp

from bot.announcements.announcement import Announcement, Place
from bot.announcements.clock import SystemClock
from bot.announcements.delivery import Delivery
from bot.announcements.ledger import open_ledger
from bot.announcements.posting import Pace
from bot.announcements.publisher import NothingToSay, Post, Refused
from bot.announcements.runner import Runner

LEASE = timedelta(seconds=1)
"""Short, so that a trial does not wait a minute for a dead process's lease."""


@dataclass
class HttpChat:
    """A publisher for the chat of `server`."""

    session: aiohttp.ClientSession
    chat: str

    async def post(self, place: Place, post: Post, mark: str) -> str:
        asked = {"channel": place.channel, "mark": mark, "body": post.body}
        async with self.session.post(f"{self.chat}/posts", json=asked) as answer:
            return str((await answer.json())["id"])

    async def find(self, place: Place, mark: str, since: datetime) -> str | None:
        async with self.session.get(f"{self.chat}/find", params={"channel": place.channel, "mark": mark}) as answer:
            if answer.status == HTTPStatus.FORBIDDEN:
                raise Refused(status=answer.status, needs="Read Message History")
            found: str | None = (await answer.json())["id"]
        return found

    async def open_thread(self, place: Place, message: str, name: str) -> str:
        raise NotImplementedError("the kill test asks for no threads")

    async def publish(self, place: Place, message: str) -> None:
        raise NotImplementedError("the kill test asks for no publishing")

    async def edit(self, place: Place, message: str, post: Post, mark: str) -> None:
        raise NotImplementedError("the kill test makes no edits")


def compose(announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:
    """A post that says which announcement it is."""
    return Post(body=announcement.title if announcement else "")


async def work(address: str, chat: str, window: timedelta) -> None:
    """Posts what is due, for ever."""
    ledger = await open_ledger(address)
    pace = Pace(
        a_second=1_000,
        lease=LEASE,
        send_limit=LEASE,
        nonce_window=window,
        late_after=timedelta(hours=12),
        first_retry=LEASE / 2,
        longest_retry=2 * LEASE,
        longest_sleep=LEASE,
    )
    async with aiohttp.ClientSession() as session:
        runner = Runner(ledger, HttpChat(session, chat), compose, SystemClock(), f"replica {os.getpid()}", pace=pace)
        await runner.run()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], sys.argv[2], timedelta(seconds=float(sys.argv[3]))))
