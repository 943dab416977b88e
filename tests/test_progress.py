"""Whoever waits for a library to be read sees how far it is."""

from __future__ import annotations

import io

from bot.progress import Bar


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """A terminal is one."""
        return True


def shown(stream: io.StringIO, total: int) -> str:
    """All that is shown while so many releases are read."""
    bar = Bar(stream)
    for done in range(1, total + 1):
        bar(done, total)
    return stream.getvalue()


def test_on_a_terminal_a_bar_grows_in_one_line() -> None:
    drawn = shown(Terminal(), 1_000)
    assert drawn.count("\n") == 1
    assert drawn.split("\r")[20] == f"[{'#' * 20}{' ' * 20}] 500 of 1,000 releases read"
    assert drawn.endswith(f"\r[{'#' * 40}] 1,000 of 1,000 releases read\n")


def test_in_a_log_there_is_a_line_for_every_tenth() -> None:
    lines = shown(io.StringIO(), 1_000).splitlines()
    assert lines == [f"{done:,} of 1,000 releases read" for done in range(100, 1_001, 100)]


def test_of_little_work_nothing_is_shown() -> None:
    assert shown(Terminal(), 199) == ""
