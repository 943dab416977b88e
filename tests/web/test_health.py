"""Health says whether the bot lives and whether it answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.errors import SettingError
from bot.web.health import STUCK_SECONDS, Heart, pages, serving
from bot.web.meters import Meters

LOOPBACK = "127.0.0.1"


class Clock:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def served(clock: Clock, *missing: str, meters: Meters | None = None) -> AsyncIterator[str]:
    heart = Heart(clock)
    async with serving(pages(heart, lambda: missing, meters or Meters()), heart, LOOPBACK, 0) as where:
        yield where


async def got(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_a_bot_whose_event_loop_turns_is_well() -> None:
    async with served(Clock()) as where:
        assert await got(f"{where}/healthz") == (200, "ok\n")


async def test_a_bot_whose_heart_has_not_beaten_for_long_is_stuck() -> None:
    clock = Clock()
    async with served(clock) as where:
        assert (await got(f"{where}/healthz"))[0] == 200
        clock.seconds += STUCK_SECONDS + 1
        assert await got(f"{where}/healthz") == (503, "stuck: no beat for 11 s\n")


async def test_a_bot_is_ready_when_nothing_is_missing() -> None:
    async with served(Clock()) as where:
        assert await got(f"{where}/readyz") == (200, "ready\n")
    async with served(Clock(), "Discord's gateway", "the library") as where:
        assert await got(f"{where}/readyz") == (503, "waiting for Discord's gateway and the library\n")


async def test_metrics_are_in_the_text_format_of_prometheus() -> None:
    meters = Meters()
    meters.seen("agreed", "answered", 0.004)
    async with served(Clock(), meters=meters) as where:
        status, text = await got(f"{where}/metrics")
    assert status == 200
    assert 'readout_interactions_total{command="agreed",outcome="answered"} 1.0' in text.splitlines()


async def test_a_port_that_is_taken_is_one_sentence() -> None:
    async with served(Clock()) as where:
        port = int(where.rpartition(":")[2])
        heart = Heart(Clock())
        with pytest.raises(SettingError, match=f"Cannot serve health on {LOOPBACK}:{port} .*READOUT_HEALTH_PORT"):
            async with serving(pages(heart, tuple, Meters()), heart, LOOPBACK, port):
                pass
