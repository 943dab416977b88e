"""What the server was sent, in order, and a way to wait for more of it without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Entry = TypeVar("Entry")

PATIENCE_SECONDS = 30.0
"""How long a test waits for something that should happen; reached only when it is broken."""


@dataclass
class Request:
    """One REST request as it came in; `status` is None while unanswered, or when the answer was withheld."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any
    at: float
    status: int | None = None


@dataclass(frozen=True)
class Frame:
    """One gateway message of a client: the op code, its data, and the number of the connection it came on."""

    op: int
    d: Any
    connection: int


@dataclass
class Watched:
    """Something that changes, and can be waited on."""

    _changed: asyncio.Condition = field(default_factory=asyncio.Condition, kw_only=True, repr=False)

    async def touch(self) -> None:
        """Wake those who wait: something has changed."""
        async with self._changed:
            self._changed.notify_all()

    async def when(self, ready: Callable[[], bool]) -> None:
        """Return once `ready()`; raises TimeoutError, with what is there instead, after PATIENCE_SECONDS."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS), self._changed:
                await self._changed.wait_for(ready)
        except TimeoutError:
            raise TimeoutError(f"it never came; there is only {self!r:.2000}") from None


@dataclass
class Tape(Watched, Generic[Entry]):
    """A list that can be waited on."""

    entries: list[Entry] = field(default_factory=list)

    async def add(self, entry: Entry) -> None:
        """Append, and wake those who wait."""
        self.entries.append(entry)
        await self.touch()

    def matching(self, wanted: Callable[[Entry], bool]) -> list[Entry]:
        """Return the entries so far that are wanted."""
        return [entry for entry in self.entries if wanted(entry)]

    async def until(self, wanted: Callable[[Entry], bool], count: int = 1) -> list[Entry]:
        """Return the wanted entries once there are `count` of them; raises TimeoutError as `when` does."""
        await self.when(lambda: len(self.matching(wanted)) >= count)
        return self.matching(wanted)
