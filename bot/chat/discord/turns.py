"""Whose turn it is: of a crowd the first are answered before the last, and all hear within Discord's 3 seconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

AT_ONCE_MOST = 16
"""Short answers under way at one time: of a crowd the first are sent before the last are made."""
ASIDE_MOST = 1
"""Long answers made at one time, in a thread: more would only keep each other, and the rest, waiting."""
PATIENCE = 0.5
"""Seconds that somebody waits for their turn before they are told that the answer is on its way."""


class Turns:
    """The turns of those who ask. Who has waited ``patience`` seconds is promised an answer.

    No answer is begun while promises are being sent: they are quick, and what is not promised in time is lost. That
    too is waited for ``patience`` seconds at most.
    """

    def __init__(self, at_once: int = AT_ONCE_MOST, aside: int = ASIDE_MOST, patience: float = PATIENCE) -> None:
        self._at_once = asyncio.Semaphore(at_once)
        self._aside = asyncio.Semaphore(aside)
        self._patience = patience
        self._promising = 0
        self._promised = asyncio.Event()
        self._promised.set()

    @asynccontextmanager
    async def one(self, promise: Callable[[], Awaitable[None]] | None = None, *, long: bool) -> AsyncIterator[None]:
        """Runs the block when it is its turn; without ``promise`` there is nobody who has to be told."""
        turns = self._aside if long else self._at_once
        if promise is None:
            await turns.acquire()
        else:
            await self._acquired(turns, promise)
        try:
            yield
        finally:
            turns.release()

    async def _acquired(self, turns: asyncio.Semaphore, promise: Callable[[], Awaitable[None]]) -> None:
        try:
            async with asyncio.timeout(self._patience):
                await turns.acquire()
        except TimeoutError:
            await self._promise(promise)
            await turns.acquire()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                await self._promised.wait()

    async def _promise(self, promise: Callable[[], Awaitable[None]]) -> None:
        self._promising += 1
        self._promised.clear()
        try:
            await promise()
        finally:
            self._promising -= 1
            if not self._promising:
                self._promised.set()
