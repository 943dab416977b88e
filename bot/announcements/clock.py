"""The time, as an argument."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits; tests and the simulated Discord have clocks that a hand moves."""

    def now(self) -> datetime:
        """The time, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Returns once that many seconds have passed."""
        ...

    async def rest(self, wake: asyncio.Event, seconds: float | None) -> None:
        """Returns once `wake` is set or that many seconds have passed; None waits for `wake` alone."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Returns once that many seconds have passed."""
        await asyncio.sleep(seconds)

    async def rest(self, wake: asyncio.Event, seconds: float | None) -> None:
        """Returns once `wake` is set or that many seconds have passed; None waits for `wake` alone."""
        try:
            async with asyncio.timeout(seconds):
                await wake.wait()
        except TimeoutError:
            return
