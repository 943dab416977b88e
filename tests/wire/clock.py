"""The server's time, which a test may move, and the ids that are made of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

DISCORD_EPOCH_SECONDS = 1_420_070_400
SNOWFLAKE_TIME_SHIFT = 22


@dataclass
class Clock:
    """Unix time, which a test may move forward."""

    wall: Callable[[], float] = time.time
    ahead: float = 0.0

    def now(self) -> float:
        """Return seconds since 1970."""
        return self.wall() + self.ahead

    def iso(self) -> str:
        """Return the time as Discord writes it."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat()

    def snowflake(self, number: int) -> str:
        """Return an id made now (Discord, "Snowflakes"); `number` tells those of one millisecond apart."""
        milliseconds = int((self.now() - DISCORD_EPOCH_SECONDS) * 1000)
        return str((milliseconds << SNOWFLAKE_TIME_SHIFT) + number % (1 << SNOWFLAKE_TIME_SHIFT))
