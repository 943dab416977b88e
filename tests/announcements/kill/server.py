"""A chat in a process of its own: stores posts, honours nonces for a window, and says when it is time to
kill.

`POST /reset` starts a trial. `GET /moment` answers at the moment that the trial chose: when the n-th post is
received, stored or answered.
"""

import asyncio
import random
import sys
import time
from dataclasses import dataclass, field

from aiohttp import web

SLOWEST_SECONDS = 0.01
"""Each post takes up to so long before it is stored, and again before it is answered."""


@dataclass
class Trial:
    """What one trial needs to know, and what it has seen."""

    window: float
    kill_at: int
    kill_stage: str
    history: bool
    chance: random.Random
    received: int = 0
    posts: list[dict[str, str]] = field(default_factory=list)
    nonces: dict[str, tuple[float, str]] = field(default_factory=dict)
    moment: asyncio.Event = field(default_factory=asyncio.Event)

    def reached(self, stage: str, number: int) -> None:
        if (stage, number) == (self.kill_stage, self.kill_at):
            self.moment.set()


class Chat:
    """The routes."""

    def __init__(self) -> None:
        self._trial = Trial(0, 0, "", True, random.Random(0))

    async def reset(self, request: web.Request) -> web.Response:
        asked = await request.json()
        chance = random.Random(asked["seed"])
        self._trial = Trial(asked["window"], asked["kill_at"], asked["stage"], asked["history"], chance)
        return web.json_response({})

    async def post(self, request: web.Request) -> web.Response:
        trial, asked = self._trial, await request.json()
        trial.received += 1
        number = trial.received
        trial.reached("received", number)
        await asyncio.sleep(trial.chance.uniform(0, SLOWEST_SECONDS))
        stored_at, message = trial.nonces.get(asked["mark"], (float("-inf"), ""))
        if time.monotonic() - stored_at > trial.window:
            message = str(len(trial.posts) + 1)
            trial.nonces[asked["mark"]] = (time.monotonic(), message)
            trial.posts.append({**asked, "id": message})
        trial.reached("stored", number)
        await asyncio.sleep(trial.chance.uniform(0, SLOWEST_SECONDS))
        trial.reached("answered", number)
        return web.json_response({"id": message})

    async def find(self, request: web.Request) -> web.Response:
        if not self._trial.history:
            return web.json_response({}, status=403)
        wanted = (request.query["channel"], request.query["mark"])
        ids = (one["id"] for one in self._trial.posts if (one["channel"], one["mark"]) == wanted)
        return web.json_response({"id": next(ids, None)})

    async def posts(self, _: web.Request) -> web.Response:
        return web.json_response(self._trial.posts)

    async def moment(self, _: web.Request) -> web.Response:
        await self._trial.moment.wait()
        return web.json_response({})


async def serve() -> None:
    """Serves on a free port of the loopback, prints it, and ends with standard input."""
    chat = Chat()
    app = web.Application()
    app.add_routes(
        [
            web.post("/reset", chat.reset),
            web.post("/posts", chat.post),
            web.get("/find", chat.find),
            web.get("/posts", chat.posts),
            web.get("/moment", chat.moment),
        ]
    )
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
