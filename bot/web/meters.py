"""What is counted about the bot, in Prometheus' text format."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest

LATE_SECONDS = 3.0
"""Discord waits no longer for a reply."""
FAILED = ("failed", "late")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, LATE_SECONDS, 10.0)


class Meters:
    """Counters of one running bot."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._interactions = Counter(
            "readout_interactions",
            "Interactions that got their reply, by what was asked and how it fared.",
            ("command", "outcome"),
            registry=self._registry,
        )
        self._reply = Histogram(
            "readout_reply_seconds",
            "Seconds from the arrival of an interaction to Discord's receipt of the reply.",
            ("command",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._late = Counter("readout_late_replies", "Replies later than 3 seconds.", registry=self._registry)
        self._errors = Counter("readout_errors", "Interactions that met an error.", registry=self._registry)

    def seen(self, command: str, outcome: str, seconds: float) -> None:
        """Counts one interaction."""
        self._interactions.labels(command, outcome).inc()
        self._reply.labels(command).observe(seconds)
        if seconds > LATE_SECONDS or outcome == "late":
            self._late.inc()
        if outcome in FAILED:
            self._errors.inc()

    def text(self) -> bytes:
        """All counters, in Prometheus' text format."""
        return generate_latest(self._registry)
