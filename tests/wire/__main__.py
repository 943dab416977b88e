"""Run the little Discord as a process: `python -m tests.wire`; its first line is its settings, as JSON."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal

from tests.wire.control import CONTROL, Control
from tests.wire.guild import NONCE_WINDOW_SECONDS, World
from tests.wire.loopback import LOOPBACK, TOKEN, Loopback


async def serve(token: str, port: int, nonce_window: float) -> None:
    """Serve until SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    for stop in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(stop, stopped.set)
    discord = Loopback(token=token, port=port, world=World(nonce_window=nonce_window))
    discord.add_routes(Control(discord).routes())
    async with discord:
        control = f"http://{LOOPBACK}:{discord.port}{CONTROL}"
        print(json.dumps(discord.environment | {"control": control}), flush=True)
        await stopped.wait()


def main() -> None:
    """Read the command line, and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.wire", description="A small Discord on 127.0.0.1.")
    parser.add_argument("--token", default=TOKEN, help="the only token it lets in")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--nonce-window", type=float, default=NONCE_WINDOW_SECONDS, metavar="SECONDS")
    given = parser.parse_args()
    asyncio.run(serve(given.token, given.port, given.nonce_window))


if __name__ == "__main__":
    main()
