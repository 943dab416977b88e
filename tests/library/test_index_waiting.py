"""Two processes that want to make one index: the second waits, and says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import pytest

from bot.library.index.edition import Editions

SECONDS_MOST = 60


class Heard(logging.Handler):
    """Every line of the log, as it is written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Queue[str] = Queue()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.put(record.getMessage())


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What the index writes to the log."""
    handler, log = Heard(), logging.getLogger("bot.library.index.edition")
    log.addHandler(handler)
    yield handler
    log.removeHandler(handler)


def turn(editions: Editions, *, wait: bool) -> bool:
    with editions.locked(wait=wait) as only:
        return only


def test_who_must_wait_says_so_and_then_writes(tmp_path: Path, heard: Heard) -> None:
    with ThreadPoolExecutor(1) as second:
        with Editions(tmp_path).locked(wait=True):
            waiting = second.submit(turn, Editions(tmp_path), wait=True)
            line = heard.lines.get(timeout=SECONDS_MOST)
        assert waiting.result(timeout=SECONDS_MOST)
    assert line == f"another process is making the index in {tmp_path}: waiting until it is done"


def test_who_need_not_wait_goes_on_without_a_word(tmp_path: Path, heard: Heard) -> None:
    with Editions(tmp_path).locked(wait=True):
        assert not turn(Editions(tmp_path), wait=False)
    assert heard.lines.empty()
