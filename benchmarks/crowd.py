"""A crowd: five hundred people who ask everything at once, and go on asking for a minute.

    python -m benchmarks.crowd DATA [--var DIR] [--people 500] [--seconds 60] [--pause 5]

DATA is a generated library, whose index is made first where there is none. The bot is a process of its own on one small
Discord on loopback. Everybody asks in the same moment, and then again so many seconds after each reply, with chance in
it.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.discord_replies import LATE_SECONDS, cpu_seconds, megabytes
from benchmarks.questions import Questions
from bot.answers.ask import ANSWERS
from bot.app import build
from bot.model.question import COMMANDS, Question
from bot.settings import read_settings
from tests.wire.guest import visiting
from tests.wire.interactions import Person
from tests.wire.loopback import Loopback

STARTING_SECONDS = 600
OFTEN = ("positions", "agreed", "attendance", "release", "compare")
"""Asked four times as often as the others."""


@dataclass
class Told:
    """What was seen of the replies."""

    seconds: list[float] = field(default_factory=list)
    """Until each reply, be it that the answer is on its way."""
    whole: list[float] = field(default_factory=list)
    """Until each answer."""
    lost: Counter[str] = field(default_factory=Counter)
    """Questions without a reply within Discord's 3 seconds: it takes none later."""


def options_of(question: Question) -> dict[str, str]:
    """The options as Discord sends them."""
    [command] = [command for command in COMMANDS if command.name == question.command]
    return {
        option.typed: question.options[option.name] for option in command.options if option.name in question.options
    }


@dataclass(frozen=True)
class Crowd:
    """How a crowd asks: until when, and how many seconds from a reply to the next question."""

    discord: Loopback
    draw: Questions
    until: float
    pause: float
    told: Told

    async def ask(self, person: Person) -> None:
        """One person, until the time is over."""
        chance = self.draw.random
        while time.perf_counter() < self.until:
            question = next(self.draw.of(chance.choice((*ANSWERS, *OFTEN * 3))))
            start = time.perf_counter()
            interaction = await self.discord.slash(person, question.command, **options_of(question))
            try:
                await self.discord.acknowledged(interaction)
                self.told.seconds.append((interaction.answered_at or interaction.at) - interaction.at)
                await self.discord.said(interaction)
                self.told.whole.append(time.perf_counter() - start)
            except TimeoutError:
                self.told.lost[question.command] += 1
            await asyncio.sleep(self.pause * (0.5 + chance.random()))


async def crowd(data: Path, var: Path, people: int, seconds: float, pause: float) -> None:
    """Measures and prints."""
    told = Told()
    draw = Questions(data, random.randrange(1 << 30))  # noqa: S311 - other questions each time
    async with Loopback() as discord:
        channel = discord.world.add_channel("desk")
        persons = [Person(discord.world.add_user(f"person{number}"), channel) for number in range(people)]
        settings = {
            **discord.environment,
            "READOUT_VAR": str(var),
            "READOUT_DATA": str(data),
            "READOUT_HEALTH_PORT": "off",
        }
        async with visiting((sys.executable, "-m", "bot", "run"), settings) as bot:
            await asyncio.wait_for(bot.until(discord.gateway.joined()), STARTING_SECONDS)
            before, used = megabytes(bot.process.pid), cpu_seconds(bot.process.pid)
            start = time.perf_counter()
            asking = Crowd(discord, draw, start + seconds, pause, told)
            everybody = asyncio.gather(*map(asking.ask, persons))
            memory = []
            while not everybody.done():
                memory.append(megabytes(bot.process.pid))
                await asyncio.wait((everybody,), timeout=seconds / 6)
            await everybody
            used = cpu_seconds(bot.process.pid) - used
    print(f"{people} people, {len(told.whole)} answers in {seconds:.0f} s, CPU {used:.1f} s")
    for name, times in (("reply", told.seconds), ("answer", told.whole)):
        p50, p99 = (statistics.quantiles(times, n=100)[part] for part in (49, 98))
        late = sum(one > LATE_SECONDS for one in times)
        print(f"seconds to the {name}: p50 {p50:.2f}, p99 {p99:.2f}, slowest {max(times):.2f}; later than 3 s: {late}")
    print(f"lost: {dict(told.lost)}")
    print(f"memory MB: {before:.0f} before, then {', '.join(f'{one:.0f}' for one in memory)}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="A crowd that asks at once.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--var", type=Path)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=5.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        data, var = given.data.resolve(), (given.var or Path(temporary)).resolve()
        build(read_settings(data=str(data), var=str(var)))
        asyncio.run(crowd(data, var, given.people, given.seconds, given.pause))


if __name__ == "__main__":
    main()
