"""What look-ups cost as a library grows: every command and completion, start, reload, building, memory.

    python -m benchmarks.lookups [--sizes 100 1000 10000] [--folder DIR]

Milliseconds of processor time of the thread that answers, from the question to the components that are sent, each
question asked once. Each size is measured in a process of its own; libraries and indexes stay in the folder.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.generate import KNOWLEDGE, generate
from benchmarks.questions import KINDS, Questions
from bot.answers.ask import ANSWERS, ask
from bot.app import App
from bot.cards.make import make_card
from bot.chat.discord.view import PRIVATE, page_components
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.model.question import Question
from bot.model.value import Locale
from bot.settings import builtin_data

ASKED, WARM_UP = 300, 20
RELOADS = 10
NOW = datetime(2060, 1, 1, tzinfo=UTC)
Figures = dict[str, float]


def now() -> datetime:
    """After the last of the generated releases."""
    return NOW


def percentile(times: list[float], part: float) -> float:
    """A percentile, by the nearest rank."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def asked(work: Callable[[], object], times: list[float]) -> None:
    """One more time for a piece of work, in milliseconds of this thread."""
    start = time.thread_time()
    work()
    times.append((time.thread_time() - start) * 1e3)


def each(library: Library, data: Path) -> Iterator[tuple[str, list[float]]]:
    """For every command and every kind of completion how long each question took."""
    app, draw = App(library), Questions(data)

    def answer(question: Question) -> object:
        phrases = app.languages[question.locale]
        return page_components(make_card(ask(question, library), phrases), 1, phrases, PRIVATE)

    for command in ANSWERS:
        times: list[float] = []
        for question, _ in zip(draw.of(command), range(ASKED), strict=False):
            asked(lambda question=question: answer(question), times)  # type: ignore[misc]
        yield f"/{command}", times[WARM_UP:]
    for kind in KINDS:
        times = []
        for _ in range(ASKED):
            typed = draw.typed(kind)
            asked(lambda typed=typed, kind=kind: library.suggest(kind, typed, Locale.EN), times)  # type: ignore[misc]
        yield f"{kind.value}…", times[WARM_UP:]


def one(data: Path, var: Path) -> Figures:
    """The figures of one library, whose index is current afterwards."""
    figures: Figures = {}
    start = time.perf_counter()
    Shelf(data, builtin_data(), var, now).load()
    figures["cold build, s"] = time.perf_counter() - start
    shelf = Shelf(data, builtin_data(), var, now)
    start = time.perf_counter()
    library = shelf.load()
    figures["load, current index, ms"] = (time.perf_counter() - start) * 1e3
    gc.collect()
    gc.freeze()  # as the bot does once it has loaded
    for name, times in each(library, data):
        figures[f"{name} p50"] = percentile(times, 0.5)
        figures[f"{name} p99"] = percentile(times, 0.99)
    figures["one changed release live, ms"] = reload(shelf, data)
    first = Questions(data).known[0]["id"]
    command = (sys.executable, "-m", "bot", "--data", str(data), "--var", str(var), "ask", f"/cite code:{first} ¶1")
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command line
    figures["start to first answer, s"] = time.perf_counter() - start
    return figures


def reload(shelf: Shelf, data: Path) -> float:
    """How long it takes until a release that was changed is answered from, at the median."""
    path = next((data / "releases").iterdir())
    text = path.read_text(encoding="utf-8")
    times = []
    for number in range(RELOADS):
        path.write_text(f"{text}# {number}\n", encoding="utf-8")
        start = time.perf_counter()
        shelf.load()
        times.append((time.perf_counter() - start) * 1e3)
    path.write_text(text, encoding="utf-8")
    return percentile(times, 0.5)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="What look-ups cost as a library grows.")
    parser.add_argument("--folder", type=Path, default=Path("var/benchmarks"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        data = given.folder / str(given.one)
        if not (data / KNOWLEDGE).exists():
            generate(data, given.one)
        print(json.dumps(one(data, given.folder / f"var-{given.one}")))
        return
    every: list[Figures] = []
    for size in given.sizes:
        command = (sys.executable, "-m", "benchmarks.lookups", "--folder", str(given.folder), "--one", str(size))
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - this very module
        every.append(json.loads(done.stdout))
    print("| " + " | ".join(("", *(f"{size:,} releases" for size in given.sizes), "growth")) + " |")
    print("|---|" + "---|" * (len(given.sizes) + 1))
    for name in every[0]:
        row = [figures[name] for figures in every]
        print("| " + " | ".join((name, *(f"{value:.2f}" for value in row), f"{row[-1] / row[0]:.2f}")) + " |")


if __name__ == "__main__":
    main()
