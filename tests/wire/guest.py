"""A bot as a process of its own, sent to the little Discord; what it logs is kept, and it can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

Happened = TypeVar("Happened")

EXIT_SECONDS = 20.0


@dataclass
class Guest:
    """The process. `log` is all it has printed so far, both streams."""

    process: asyncio.subprocess.Process
    log: str = ""
    _spoken: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        """Keep what the process prints, until it ends."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.log += line.decode(errors="replace")
            self._spoken.set()

    async def first_line(self) -> str:
        """Return the first line it prints."""
        await self._spoken.wait()
        return self.log.partition("\n")[0]

    async def logged(self, words: str) -> None:
        """Return once the process has printed these words."""
        while words not in self.log:
            self._spoken.clear()
            await self._spoken.wait()

    async def until(self, happening: Coroutine[Any, Any, Happened]) -> Happened:
        """Return what was waited for; raises AssertionError with the log if the process ends before."""
        waiting, ending = asyncio.create_task(happening), asyncio.create_task(self.process.wait())
        await asyncio.wait({waiting, ending}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if waiting.done():
            return waiting.result()
        waiting.cancel()
        raise AssertionError(f"the bot ended too soon:\n{self.log}")

    async def ended(self) -> int:
        """Return the exit status, once the process has ended by itself; minus the signal that ended it."""
        async with asyncio.timeout(EXIT_SECONDS):
            return await self.process.wait()

    async def leave(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal (SIGKILL for a crash) and return the exit status."""
        with suppress(ProcessLookupError):
            self.process.send_signal(by)
        return await self.ended()


@asynccontextmanager
async def visiting(command: Sequence[str], settings: Mapping[str, str]) -> AsyncIterator[Guest]:
    """Run a bot with these settings; it is killed on the way out if it still runs."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **settings}
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    guest = Guest(process)
    listening = asyncio.create_task(guest.listen())
    try:
        yield guest
    finally:
        if process.returncode is None:
            await guest.leave(signal.SIGKILL)
        await listening
