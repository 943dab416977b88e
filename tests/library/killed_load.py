"""Loads a library and kills itself at one moment of it.

    python -m tests.library.killed_load DATA VAR MOMENT

A moment is a call to the system for a file under VAR (see "Audit events" in Python's reference), counted from 1. Where
there are fewer, it ends alive.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from bot.library.shelf import Shelf
from tests.shelves import DATA, now


def kill_at(moment: int, var: str) -> None:
    """Kills this process at the moment."""
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.partition(".")[0] in ("open", "os", "shutil") and any(str(one).startswith(var) for one in arguments):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    data, var, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    kill_at(moment, str(var))
    Shelf(data, DATA, var, now).load()
