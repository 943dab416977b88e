"""How far a long piece of work has come, on a terminal or in a log."""

from __future__ import annotations

from typing import TextIO

SHOWN_FROM = 200
"""Less is done before anybody wonders."""
WIDTH = 40
STEPS_IN_A_LOG = 10


class Bar:
    """Told how many releases are read, of how many: draws a bar on a terminal; elsewhere a line for every tenth."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._steps = WIDTH if stream.isatty() else STEPS_IN_A_LOG

    def __call__(self, done: int, total: int) -> None:
        """Shows what is new to see."""
        step = done * self._steps // total
        if total < SHOWN_FROM or step == (done - 1) * self._steps // total:
            return
        if self._steps == WIDTH:
            end = "\n" if done == total else ""
            self._stream.write(f"\r[{'#' * step:<{WIDTH}}] {done:,} of {total:,} releases read{end}")
        else:
            self._stream.write(f"{done:,} of {total:,} releases read\n")
        self._stream.flush()
