"""Loading: every release under data/, checked; all faults at once, or a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import Fault, FaultsError
from bot.library.checks import faults_of
from bot.library.faulty import faults_beside
from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.library import Clock, Library, Shelved
from bot.library.reading import RELEASES, Reading, read_release
from bot.library.vocabulary import load_vocabulary

SUFFIX = ".yaml"


def release_files(data: Path) -> Iterator[Path]:
    """The release files under ``data``, by name."""
    folder = data / RELEASES
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)


def _unread(data: Path) -> Iterator[Fault]:
    """What lies among the releases and would be passed over in silence."""
    folder = data / RELEASES
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix != SUFFIX and not path.name.startswith("."):
            yield Fault(str(path), 0, "", f"is not read: releases are files named <id>{SUFFIX}")


def checked_release(path: Path, data: Path, lexicon: Lexicon) -> Reading:
    """A release that passed every check; raises FaultsError with all its faults."""
    reading = read_release(path, data, lexicon)
    faults = {*faults_of(reading), *(faults_beside(reading) if reading.pruned else ())}
    if faults:
        raise FaultsError(tuple(sorted(faults)))
    return reading


@dataclass(frozen=True)
class Checked:
    """What a check looked at and found: files read, statements in the releases without fault, and every fault."""

    files: int
    statements: int
    faults: tuple[Fault, ...]


def check_paths(paths: Iterable[Path], data: Path, builtin: Path) -> Checked:
    """Checks data folders and single release files; a file outside a data folder uses the vocabulary of ``data``."""
    files = statements = 0
    faults: list[Fault] = []
    for path in paths:
        root = path if path.is_dir() else path.parent.parent if path.parent.name == RELEASES else data
        releases = tuple(release_files(path)) if path.is_dir() else (path,)
        try:
            lexicon = lexicon_of(load_vocabulary(root, builtin))
        except FaultsError as error:
            faults.extend(error.faults)
            continue
        if path.is_dir() and not (path / RELEASES).is_dir():
            faults.append(Fault(str(path), 0, "", f"has no folder {RELEASES}/, so it is no data folder"))
        for release in releases:
            files += 1
            try:
                statements += len(checked_release(release, root, lexicon).release.statements)
            except FaultsError as error:
                faults.extend(error.faults)
        faults.extend(_unread(path) if path.is_dir() else ())
    return Checked(files, statements, tuple(faults))


def load_library(data: Path, builtin: Path, now: Clock) -> Library:
    """The library under ``data``, whole or not at all: raises FaultsError with the faults of every file."""
    if not data.is_dir():
        raise FaultsError((Fault(str(data), 0, "", "is no folder; name one with --data or READOUT_DATA"),))
    lexicon = lexicon_of(load_vocabulary(data, builtin))
    faults: list[Fault] = []
    readings: dict[str, Reading] = {}
    for path in release_files(data):
        try:
            reading = checked_release(path, data, lexicon)
        except FaultsError as error:
            faults.extend(error.faults)
            continue
        readings[reading.release.id] = reading
    faults.extend(_unread(data))
    if faults:
        raise FaultsError(tuple(faults))
    shelved = (Shelved(r.release, r.outline.paragraphs, r.source_hash) for r in readings.values())
    return Library(lexicon.vocabulary, shelved, now)
