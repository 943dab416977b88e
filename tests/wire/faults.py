"""Faults on demand: what a route does wrong, how often, and whether the request was stored all the same."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Literal

from aiohttp import web

from tests.wire.rest import as_json

ALWAYS = -1


@dataclass
class Fault:
    """One planned failure of `method` on paths like `path` (fnmatch, without /api/v10; GET /gateway to join).

    act      status: answer with `status`, `code`; drop: close the connection; hang: wait until released.
    stored   the request takes effect first (a commit whose answer is lost).
    skip     how many matching requests pass unharmed before the first failure.
    times    how many fail after that; ALWAYS for all.
    """

    method: str
    path: str
    act: Literal["status", "drop", "hang"] = "status"
    status: int = 500
    code: int = 0
    message: str = "500: Internal Server Error"
    headers: dict[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    stored: bool = False
    skip: int = 0
    times: int = 1

    def matches(self, method: str, path: str) -> bool:
        """Tell whether the fault is meant for this request."""
        return self.method in ("*", method) and fnmatchcase(path, self.path)


def rate_limited(method: str, path: str, retry_after: float, *, via: bool = True, times: int = 1) -> Fault:
    """Return a 429; without `via` it looks like the ban of a proxy before Discord, not to be retried.

    `retry_after` in seconds. Source: Discord, "Rate Limits": the body repeats the Retry-After header.
    """
    headers = {"Retry-After": str(retry_after), "X-RateLimit-Scope": "user"} | ({"Via": "1.1 google"} if via else {})
    more = {"retry_after": retry_after, "global": False}
    return Fault(
        method,
        path,
        status=429,
        message="You are being rate limited.",
        headers=headers,
        more=more,
        times=times,
    )


@dataclass
class Faults:
    """The faults still to come."""

    planned: list[Fault] = field(default_factory=list)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def plan(self, fault: Fault) -> None:
        """Add one; the first planned that matches a request is the one that strikes."""
        self.planned.append(fault)

    def take(self, method: str, path: str) -> Fault | None:
        """Return the fault that strikes this request, and count it as used."""
        for fault in self.planned:
            if not fault.matches(method, path):
                continue
            if fault.skip:
                fault.skip -= 1
                return None
            if fault.times != ALWAYS:
                fault.times -= 1
                if not fault.times:
                    self.planned.remove(fault)
            return fault
        return None

    def release(self) -> None:
        """Let every hanging request end (its connection is closed), and forget the faults that are left."""
        self.planned.clear()
        self._released.set()
        self._released = asyncio.Event()

    async def strike(self, fault: Fault, request: web.Request) -> web.StreamResponse:
        """Do what the fault says instead of answering."""
        if fault.act == "status":
            body = {"message": fault.message, "code": fault.code} | fault.more
            return as_json(body, status=fault.status, headers=fault.headers)
        if fault.act == "hang":
            await self._released.wait()
        return hang_up(request)


def hang_up(request: web.Request) -> web.StreamResponse:
    """Close the connection under the request without a byte of answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
