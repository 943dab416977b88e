"""What a reply costs over a bare discord.py bot: both as processes of their own on one small Discord on loopback."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.wire.guest import Guest, visiting
from tests.wire.interactions import Interaction, Person
from tests.wire.loopback import Loopback

REPLIES = 400
WARM_UP = 30
BURST = 2_000
BURST_SECONDS_MOST = 60
LATE_SECONDS = 3.0
COMMANDS = {"bare": ("-m", "benchmarks.bare_bot"), "readout": ("-m", "bot", "run")}


@dataclass
class Figures:
    """What was measured of one bot: milliseconds, but for the last three."""

    answers: list[float] = field(default_factory=list)
    choices: list[float] = field(default_factory=list)
    cpu_a_reply: float = 0.0
    megabytes: float = 0.0
    burst_late: int = 0
    burst_unanswered: int = 0
    burst_slowest: float = 0.0


def cpu_seconds(pid: int) -> float:
    """User and system time of a process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    """Resident memory of a process (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure(name: str) -> Figures:
    """One bot, alone on its own small Discord."""
    figures = Figures()
    async with Loopback() as discord:
        person = Person(discord.world.add_user("alice"), discord.world.add_channel("desk"))
        with tempfile.TemporaryDirectory() as var:
            settings = {**discord.environment, "READOUT_VAR": var, "READOUT_HEALTH_PORT": "off"}
            async with visiting((sys.executable, *COMMANDS[name]), settings) as bot:
                await bot.until(discord.gateway.joined())
                await one_by_one(discord, person, bot, figures)
                figures.megabytes = megabytes(bot.process.pid)
                await all_at_once(discord, person, figures)
    return figures


async def one_by_one(discord: Loopback, person: Person, bot: Guest, figures: Figures) -> None:
    """Replies and completions in turn, one waiting for the other."""
    before = 0.0
    for i in range(WARM_UP + REPLIES):
        if i == WARM_UP:
            before = cpu_seconds(bot.process.pid)
            figures.answers.clear()
            figures.choices.clear()
        start = time.perf_counter()
        asked = await discord.slash(person, "positions", topic="korean-peninsula", side="asean")
        await discord.acknowledged(asked)
        figures.answers.append((time.perf_counter() - start) * 1e3)
        start = time.perf_counter()
        typed = await discord.type_in(person, "positions", "topic", topic="kor")
        await discord.acknowledged(typed)
        figures.choices.append((time.perf_counter() - start) * 1e3)
    figures.cpu_a_reply = (cpu_seconds(bot.process.pid) - before) / (2 * REPLIES) * 1e3


async def all_at_once(discord: Loopback, person: Person, figures: Figures) -> None:
    """A burst, as fast as it can be sent."""
    waited: list[float] = []

    async def answered(interaction: Interaction, start: float) -> None:
        with suppress(TimeoutError):  # the small Discord gives up waiting: the reply counts as never sent
            await discord.acknowledged(interaction)
            waited.append(time.perf_counter() - start)

    waiting: list[asyncio.Task[None]] = []
    for _ in range(BURST):
        interaction = await discord.slash(person, "positions", topic="korean-peninsula", side="asean")
        waiting.append(asyncio.create_task(answered(interaction, time.perf_counter())))
    _, still = await asyncio.wait(waiting, timeout=BURST_SECONDS_MOST)
    for task in still:
        task.cancel()
    figures.burst_late = sum(seconds > LATE_SECONDS for seconds in waited)
    figures.burst_unanswered = BURST - len(waited)
    figures.burst_slowest = max(waited, default=0.0)


def percentile(values: list[float], per_cent: int) -> float:
    """The value below which ``per_cent`` of all lie."""
    return statistics.quantiles(values, n=100)[per_cent - 1]


def report(bare: Figures, readout: Figures) -> str:
    """A row a figure: bare, Readout, and how many times."""
    rows = [
        ("/positions p50 ms", percentile(bare.answers, 50), percentile(readout.answers, 50)),
        ("/positions p99 ms", percentile(bare.answers, 99), percentile(readout.answers, 99)),
        ("autocomplete p50 ms", percentile(bare.choices, 50), percentile(readout.choices, 50)),
        ("autocomplete p99 ms", percentile(bare.choices, 99), percentile(readout.choices, 99)),
        ("CPU a reply ms", bare.cpu_a_reply, readout.cpu_a_reply),
        ("memory MB", bare.megabytes, readout.megabytes),
        (f"slowest of {BURST} at once s", bare.burst_slowest, readout.burst_slowest),
    ]
    lines = [f"{'':28}{'bare':>10}{'readout':>10}{'times':>8}"]
    lines += [f"{name:28}{a:10.2f}{b:10.2f}{b / a if a else float('nan'):8.2f}" for name, a, b in rows]
    lines.append(f"{'later than 3 s':28}{bare.burst_late:10}{readout.burst_late:10}")
    lines.append(f"{'never answered':28}{bare.burst_unanswered:10}{readout.burst_unanswered:10}")
    return "\n".join(lines)


def main() -> None:
    """Measures both bots, one after the other, and prints the table."""
    bare = asyncio.run(measure("bare"))
    readout = asyncio.run(measure("readout"))
    sys.stdout.write(report(bare, readout) + "\n")


if __name__ == "__main__":
    main()
