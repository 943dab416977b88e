"""The manifest: which files the index was made from, so that only those that changed are read again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.library.reading import RELEASES, SOURCES
from bot.library.vocabulary import vocabulary_files

RACY_NS = 2_000_000_000
"""A file written this shortly before it was looked at may have been written again within one tick of its clock."""
VOCABULARY = "vocabulary"
SUFFIX = ".yaml"


@dataclass(frozen=True)
class Stat:
    """The size of a file and when it was written, in nanoseconds."""

    size: int
    written: int


@dataclass(frozen=True)
class Manifest:
    """Every file by its name under the data folder: its stat and its SHA-256; and when they were looked at."""

    seen: int
    files: Mapping[str, tuple[Stat, str]]

    def dumped(self) -> str:
        """As text, a line a file."""
        lines = (f"{name}\t{stat.size}\t{stat.written}\t{hash_}" for name, (stat, hash_) in self.files.items())
        return "\n".join((str(self.seen), *lines))


def read_manifest(text: str) -> Manifest:
    """The manifest that ``dumped`` wrote; raises ValueError for any other text."""
    seen, *lines = text.split("\n")
    files: dict[str, tuple[Stat, str]] = {}
    for line in lines:
        name, size, written, hash_ = line.split("\t")
        files[name] = (Stat(int(size), int(written)), hash_)
    return Manifest(int(seen), files)


def survey(data: Path, builtin: Path) -> dict[str, Stat]:
    """The stat of every file that the library is made from, by name."""
    found: dict[str, Stat] = {}
    for folder in (RELEASES, SOURCES):
        found.update((f"{folder}/{entry.name}", _stat(entry)) for entry in _entries(data / folder))
    for stem, path in vocabulary_files(data, builtin).items():
        found[vocabulary_name(stem, path, data)] = _stat(path)
    return found


def vocabulary_name(stem: str, path: Path, data: Path) -> str:
    """The name of a vocabulary file, which tells whether it is the folder's own."""
    return f"{VOCABULARY}/{stem}" if path.is_relative_to(data) else f"{VOCABULARY}/builtin/{stem}"


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except FileNotFoundError:
        return


def _stat(file: os.DirEntry[str] | Path) -> Stat:
    try:
        stat = file.stat()
    except OSError:
        return Stat(-1, 0)
    return Stat(stat.st_size, stat.st_mtime_ns)


def file_hash(path: Path) -> str:
    """SHA-256 of a file in hex; of one that cannot be read, nothing."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@dataclass(frozen=True)
class Changes:
    """What differs from a manifest: releases to read, releases gone, and whether all are to be read again."""

    manifest: Manifest
    changed: frozenset[str]
    gone: frozenset[str]
    vocabulary: bool
    touched: bool
    """Whether the manifest must be written anew, even where no file's content differs."""


def compare(old: Manifest | None, now: Mapping[str, Stat], at: int, paths: Mapping[str, Path]) -> Changes:
    """What changed since ``old``, by stat first and by hash where the stat differs or cannot be trusted.

    ``at`` is when ``now`` was looked at, in nanoseconds; ``paths`` finds a file by its name.
    """
    before = old.files if old else {}
    young = old.seen - RACY_NS if old else 0
    files: dict[str, tuple[Stat, str]] = {}
    differ: set[str] = set(before.keys() - now.keys())
    touched = bool(differ)
    for name, stat in now.items():
        known = before.get(name)
        if known is not None and known[0] == stat and stat.written < young:
            files[name] = known
            continue
        hash_ = file_hash(paths[name])
        files[name] = (stat, hash_)
        if known is None or known[1] != hash_ or not hash_:
            differ.add(name)
        touched = touched or known is None or known != files[name]
    changed = _releases(differ)
    present = _releases(name for name in now if name.startswith(RELEASES) and name.endswith(SUFFIX))
    held = _releases(name for name in before if name.startswith(RELEASES) and name.endswith(SUFFIX))
    return Changes(
        Manifest(at, files),
        frozenset(changed & present),
        frozenset(held - present),
        any(name.startswith(VOCABULARY) for name in differ),
        touched,
    )


def _releases(names: Iterable[str]) -> frozenset[str]:
    """The releases that files belong to: a release and its source have one stem."""
    return frozenset(name.partition("/")[2].rpartition(".")[0] for name in names if not name.startswith(VOCABULARY))
