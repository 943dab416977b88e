"""Cards are kept while the library stays as it is; it is loaded again whole, or not at all."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.announcements.clock import SystemClock
from bot.app import App, build, holdings
from bot.cards.plain import plain_text
from bot.chat.discord.newsroom import open_newsroom, watching
from bot.errors import FaultsError
from bot.library.shelf import edition_of, load_library
from bot.model.question import Question
from bot.settings import Settings
from tests.shelves import DATA

RELEASE = "releases/2020-08-27-asean-rok-dialogue.yaml"
LOOKS_SECONDS = 0.01
PATIENCE_SECONDS = 30


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_a_changed_library_answers_after_a_reload_through_what_was_handed_out_before(data: Path) -> None:
    app = build(Settings(data, data.parent / "var"))
    answers = app.answers()
    before = plain_text(answers.ask(Question("coverage")))
    (data / RELEASE).unlink()
    assert plain_text(answers.ask(Question("coverage"))) == before
    app.reload()
    assert plain_text(answers.ask(Question("coverage"))).startswith("No release is loaded")


def test_a_broken_file_is_named_and_the_old_library_goes_on_answering(data: Path) -> None:
    app = build(Settings(data, data.parent / "var"))
    before = app.library
    broken = data / RELEASE
    broken.write_text(broken.read_text(encoding="utf-8").replace("act: agreement", "act: treaty"), encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        app.reload()
    assert {Path(fault.file).name for fault in raised.value.faults} == {broken.name}
    assert app.library is before
    assert plain_text(app.card(Question("agreed"))).startswith("2 joint agreements")


class Loads:
    """Counts how often a library was loaded again, or could not be."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._loop = asyncio.get_running_loop()
        self._ended: asyncio.Queue[bool] = asyncio.Queue()

    def __call__(self) -> None:
        """As the newsroom calls it, in a thread of its own."""
        done = False
        try:
            self._app.reload()
            done = True
        finally:
            self._loop.call_soon_threadsafe(self._ended.put_nowait, done)

    async def next(self) -> bool:
        """Whether the next load, which may be over already, took the new library."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self._ended.get()


@asynccontextmanager
async def watched(app: App, data: Path) -> AsyncIterator[Loads]:
    loads, ledger = Loads(app), f"sqlite:///{data.parent / 'ledger.sqlite'}"
    held = replace(holdings(app), load=loads)
    async with (
        open_newsroom(ledger, held, SystemClock(), name="watching", new_id=lambda: "1") as newsroom,
        watching(newsroom, lambda: edition_of(data), lambda: app.library.edition(), every=LOOKS_SECONDS),  # noqa: PLW0108 - it changes
    ):
        yield loads


async def test_files_that_change_are_loaded_by_themselves_and_a_broken_one_changes_nothing(data: Path) -> None:
    app = build(Settings(data, data.parent / "var"))
    release = data / RELEASE
    right = release.read_text(encoding="utf-8")
    async with watched(app, data) as loads:
        release.write_text(right.replace("act: agreement", "act: treaty"), encoding="utf-8")
        broken_was_taken = await loads.next()
        meanwhile = plain_text(app.card(Question("agreed"))).splitlines()[0]
        release.unlink()
        taken = await loads.next()
    assert (broken_was_taken, meanwhile) == (False, "2 joint agreements")
    assert (taken, plain_text(app.card(Question("coverage"))).splitlines()[0]) == (True, "No release is loaded.")


def test_a_card_is_made_once_for_the_same_question() -> None:
    app = build(Settings(DATA, DATA.parent / "var"))
    assert app.card(Question("agreed")) is app.card(Question("agreed"))
    assert app.card(Question("agreed")) is not app.card(Question("agreed", {"topic": "aoip"}))


def test_the_end_of_an_embargo_is_not_hidden_by_a_card_that_was_kept(data: Path) -> None:
    release = data / RELEASE
    text = release.read_text(encoding="utf-8")
    release.write_text(
        text.replace("\nmeetings:", "\nembargo_until: 2031-01-01T00:00:00Z\n\nmeetings:", 1), encoding="utf-8"
    )
    time = datetime(2030, 12, 31, tzinfo=UTC)
    app = App(load_library(data, DATA, lambda: time))
    before = plain_text(app.card(Question("coverage")))
    time = datetime(2031, 1, 1, tzinfo=UTC)
    assert before.startswith("No release is loaded")
    assert plain_text(app.card(Question("coverage"))).startswith("1 release is loaded")
