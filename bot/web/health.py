"""Whether the bot lives (``/healthz``), whether it answers (``/readyz``), and what it did (``/metrics``)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.errors import SettingError
from bot.web.meters import Meters

BEAT_SECONDS = 1.0
STUCK_SECONDS = 10.0
"""A heart that has not beaten for so long: the event loop does not turn, or hardly."""
TEXT = "text/plain"
METRICS = "text/plain; version=0.0.4; charset=utf-8"


class Heart:
    """Beats while the event loop turns. ``seconds`` is a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._last = seconds()

    def age(self) -> float:
        """Seconds since the last beat."""
        return self._seconds() - self._last

    def beat(self) -> None:
        """One beat."""
        self._last = self._seconds()

    async def keep_beating(self) -> None:
        """Beats until cancelled."""
        while True:
            self.beat()
            await asyncio.sleep(BEAT_SECONDS)


def pages(heart: Heart, waiting_for: Callable[[], tuple[str, ...]], meters: Meters) -> web.Application:
    """The pages; ``waiting_for`` names what the bot still needs before it can answer: nothing, when it is ready."""

    async def healthz(_request: web.Request) -> web.Response:
        age = heart.age()
        stuck = age > STUCK_SECONDS
        return _text(f"stuck: no beat for {age:.0f} s" if stuck else "ok", bad=stuck)

    async def readyz(_request: web.Request) -> web.Response:
        missing = waiting_for()
        return _text(f"waiting for {' and '.join(missing)}" if missing else "ready", bad=bool(missing))

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=meters.text(), headers={"Content-Type": METRICS})

    application = web.Application()
    application.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    return application


def _text(text: str, *, bad: bool) -> web.Response:
    return web.Response(text=f"{text}\n", status=503 if bad else 200, content_type=TEXT)


@asynccontextmanager
async def serving(application: web.Application, heart: Heart, host: str, port: int) -> AsyncIterator[str]:
    """Serves while the block runs and gives the address; raises SettingError where the port cannot be had."""
    runner = web.AppRunner(application, access_log=None, handle_signals=False)
    await runner.setup()
    beating = asyncio.create_task(heart.keep_beating())
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingError(
                f"Cannot serve health on {host}:{port} ({error.strerror}). Set READOUT_HEALTH_PORT to a free port, or "
                "to off."
            ) from error
        bound = runner.addresses[0]
        yield f"http://{bound[0]}:{bound[1]}"
    finally:
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating
        await runner.cleanup()
