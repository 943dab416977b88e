"""The data folders that tests read, and what is in them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot.app import App
from bot.chat.console import Console
from bot.library.checking import checked_release, release_files
from bot.library.lexicon import lexicon_of
from bot.library.library import Library
from bot.library.reading import Reading
from bot.library.shelf import load_library
from bot.library.vocabulary import load_vocabulary
from bot.model.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
FICTION = Path(__file__).parent / "fiction"
BILATERAL = Path(__file__).parent / "bilateral"
HARBOUR = Path(__file__).parent / "harbour"
NOW = datetime(2031, 6, 1, 9, 0, tzinfo=UTC)


def now() -> datetime:
    """The time at which tests ask."""
    return NOW


@cache
def vocabulary(data: Path = DATA) -> Vocabulary:
    """The vocabulary of a data folder."""
    return load_vocabulary(data, DATA)


@cache
def readings(data: Path) -> tuple[Reading, ...]:
    """Every release of a data folder, checked."""
    return tuple(checked_release(path, data, lexicon_of(vocabulary(data))) for path in release_files(data))


def reading(release: str, data: Path = DATA) -> Reading:
    """One release."""
    return next(found for found in readings(data) if found.release.id == release)


@cache
def library(data: Path = DATA) -> Library:
    """The library of a data folder."""
    return load_library(data, DATA, now)


@cache
def app(data: Path = DATA) -> App:
    """The app on a data folder."""
    return App(library(data))


@cache
def console(data: Path = DATA) -> Console:
    """The console on a data folder."""
    return Console(app(data).card, app(data).languages.values())
