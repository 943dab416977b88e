"""The manifest: which files the index was made from, so that only those that changed are read again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import from_json, to_json

from bot.library.reading import RELEASES, SOURCES
from bot.library.vocabulary import vocabulary_files

RACY_NS = 2_000_000_000
"""A file written this shortly before it was looked at may have been written again within one tick of its clock."""
VOCABULARY = "vocabulary"
QUESTIONS = "questions"
"""The vocabulary's file of the words of questions."""
SUFFIX = ".yaml"


Stat = tuple[int, int]
"""The size of a file and when it was written, in nanoseconds; no class of its own, since there are thousands."""


@dataclass(frozen=True)
class Manifest:
    """The stat and the SHA-256 of every file by its name under the data folder, and when they were looked at, in ns."""

    seen: int
    stats: Mapping[str, Stat]
    hashes: Mapping[str, str]

    def dumped(self) -> str:
        """As text, column by column."""
        hashes = tuple(map(self.hashes.__getitem__, self.stats))
        return to_json((self.seen, tuple(self.stats), *zip(*self.stats.values(), strict=True), hashes)).decode()


def read_manifest(text: str) -> Manifest:
    """The manifest that ``dumped`` wrote; raises ValueError for any other text."""
    try:
        seen, names, sizes, written, hashes = from_json(text)
        stats = zip(sizes, written, strict=True)
        return Manifest(int(seen), dict(zip(names, stats, strict=True)), dict(zip(names, hashes, strict=True)))
    except TypeError as error:
        raise ValueError(str(error)) from error


def survey(data: Path, builtin: Path) -> dict[str, Stat]:
    """The stat of every file that the library is made from, by name."""
    found: dict[str, Stat] = {}
    for folder in (RELEASES, SOURCES):
        if (data / folder).is_dir():
            _survey_folder(data / folder, folder, found)
    for stem, path in vocabulary_files(data, builtin).items():
        found[vocabulary_name(stem, path, data)] = _stat(path)
    return found


def _survey_folder(folder: Path, name: str, found: dict[str, Stat]) -> None:
    """The stat of every file in a folder; by descriptor, since for thousands of files paths are slow."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        for file in os.listdir(descriptor):  # noqa: PTH208 - a path cannot list a descriptor
            if file[0] != ".":
                found[f"{name}/{file}"] = _stat(file, descriptor)
    finally:
        os.close(descriptor)


def vocabulary_name(stem: str, path: Path, data: Path) -> str:
    """The name of a vocabulary file, which tells whether it is the folder's own."""
    return f"{VOCABULARY}/{stem}" if path.is_relative_to(data) else f"{VOCABULARY}/builtin/{stem}"


def _stat(file: Path | str, folder: int | None = None) -> Stat:
    try:
        stat = os.stat(file, dir_fd=folder)
    except OSError:
        return -1, 0
    return stat.st_size, stat.st_mtime_ns


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
    questions: bool
    """Whether the words of questions changed, by which nothing is checked."""
    touched: bool
    """Whether the manifest must be written anew, even where no file's content differs."""


def compare(old: Manifest | None, now: Mapping[str, Stat], at: int, hash_of: Callable[[str], str]) -> Changes:
    """What changed since ``old``, by stat first and by hash where the stat differs or cannot be trusted.

    ``at`` is when ``now`` was looked at, in nanoseconds; ``hash_of`` gives the SHA-256 of a file by its name.
    """
    before = old or Manifest(0, {}, {})
    young = before.seen - RACY_NS
    stats, hashes = before.stats, before.hashes
    read = {name: hash_of(name) for name, stat in now.items() if stats.get(name) != stat or stat[1] >= young}
    missing = stats.keys() - now.keys()
    differ = missing.union(name for name, found in read.items() if not found or hashes.get(name) != found)
    touched = bool(missing) or any(stats.get(name) != now[name] or hashes[name] != read[name] for name in read)
    known = {name: found for name, found in hashes.items() if name in now} if missing else hashes
    releases = {stem for name in differ if (stem := _release(name))}
    changed = frozenset(stem for stem in releases if release_name(stem) in now)
    gone = frozenset(stem for stem in releases - changed if release_name(stem) in stats)
    words = {name for name in differ if name.startswith(VOCABULARY)}
    questions = {name for name in words if name.endswith(f"/{QUESTIONS}")}
    manifest = Manifest(at, now, {**known, **read})
    return Changes(manifest, changed, gone, bool(words - questions), bool(questions), touched)


def release_name(stem: str) -> str:
    """The name of a release's file."""
    return f"{RELEASES}/{stem}{SUFFIX}"


def _release(name: str) -> str | None:
    """The release that a file belongs to: a release and its source have one stem."""
    return None if name.startswith(VOCABULARY) else name.partition("/")[2].rpartition(".")[0]
