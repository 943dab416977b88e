"""Discord's rate limits, for tests that want them kept: so many messages a channel, so many requests in all.

Source: Discord, "Rate Limits": 50 requests a second for a bot, answers to interactions apart. A route's own
limit comes in the headers of its answers; Discord has been seen to send 5 messages in 5 seconds a channel.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from tests.wire.faults import Fault, rate_limited

MESSAGES = re.compile(r"/channels/(?P<channel>\d+)/messages")


@dataclass
class Window:
    """The times of the latest requests, at most `allowed` of them in `seconds`."""

    allowed: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Return the seconds until another request is allowed; 0 for at once."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return 0.0 if len(self.times) < self.allowed else self.times[0] + self.seconds - now


@dataclass
class Limits:
    """Both limits; `refused` counts the requests that came too early."""

    messages: int = 5
    messages_seconds: float = 5.0
    requests: int = 50
    requests_seconds: float = 1.0
    refused: int = 0
    _channels: dict[str, Window] = field(default_factory=dict)
    _all: Window | None = None

    def too_early(self, method: str, path: str, now: float) -> Fault | None:
        """Return the 429 for a request that came too early, or count it."""
        self._all = self._all or Window(self.requests, self.requests_seconds)
        window = self.window(method, path)
        waits = (self._all.wait(now), window.wait(now) if window is not None else 0.0)
        if max(waits) > 0:
            self.refused += 1
            fault = rate_limited(method, path, max(waits))
            fault.more["global"] = waits[0] > 0
            return fault
        self._all.times.append(now)
        if window is not None:
            window.times.append(now)
        return None

    def window(self, method: str, path: str) -> Window | None:
        """Return the window of the channel that this request posts to, if it posts."""
        found = MESSAGES.fullmatch(path)
        if method != "POST" or found is None:
            return None
        new = Window(self.messages, self.messages_seconds)
        return self._channels.setdefault(found["channel"], new)

    def headers(self, method: str, path: str, now: float) -> dict[str, str]:
        """Return what the answer says of the limit, so that a client can keep it without being refused."""
        window = self.window(method, path)
        if window is None:
            return {}
        reset = window.times[0] + window.seconds - now if window.times else 0.0
        said = {
            "Limit": window.allowed,
            "Remaining": window.allowed - len(window.times),
            "Bucket": "messages",
        }
        said |= {"Reset-After": f"{reset:.3f}", "Reset": f"{now + reset:.3f}"}
        return {f"X-RateLimit-{name}": str(value) for name, value in said.items()}
