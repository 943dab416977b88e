"""The shelf: every release under data/, checked; all faults at once, or a library."""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import tantivy

from bot.errors import Fault, FaultsError
from bot.library.checking import Progress, Verdict, check_all, release_files, unread
from bot.library.collection import Clock
from bot.library.index.catalogue import Catalogue
from bot.library.index.documents import Entered
from bot.library.index.edition import MANIFEST, VOCABULARY_FILE, Edition, Editions
from bot.library.index.writing import new_index, opened_index, write
from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.library import Library
from bot.library.manifest import (
    Changes,
    Manifest,
    compare,
    file_hash,
    read_manifest,
    release_name,
    survey,
    vocabulary_name,
)
from bot.library.reading import RELEASES
from bot.library.vocabulary import load_vocabulary, vocabulary_files
from bot.model.vocabulary import Vocabulary

log = logging.getLogger(__name__)
INDEX = "index"
NAME_BYTES = 6


@dataclass(frozen=True)
class Held:
    """What a library is made from: an index in some state, what it was made from, and the vocabulary."""

    index: tantivy.Index
    vocabulary: Vocabulary
    manifest: Manifest
    edition: Edition | None = None
    """Where it is on disk; None in memory."""


class Shelf:
    """The releases of one data folder, and the index of them under ``var``, or in memory where none can be written."""

    def __init__(
        self,
        data: Path,
        builtin: Path,
        var: Path | None,
        now: Clock,
        *,
        progress: Progress | None = None,
        wall: Callable[[], int] = time.time_ns,
    ) -> None:
        self._data, self._builtin, self._now = data, builtin, now
        self._progress, self._wall = progress, wall
        name = hashlib.sha256(str(data.resolve()).encode()).hexdigest()
        self._editions = Editions(var / INDEX / name[: 2 * NAME_BYTES]) if var else None
        self._vocabulary: tuple[str, Vocabulary] | None = None
        self._lexicon: Lexicon | None = None
        self._memory: Held | None = None
        self._last: Held | None = None
        """The edition read last, so that its manifest need not be read again."""

    def load(self) -> Library:
        """The library as the files are now, whole or not at all: raises FaultsError with the faults of every file.

        Only what changed since the index was made is read. While another process writes the index, what it had
        before is served.
        """
        if not self._data.is_dir():
            raise FaultsError((Fault(str(self._data), 0, "", "is no folder; name one with --data or READOUT_DATA"),))
        held = self._held()
        changes = self._changes(held)
        if held is None or changes.touched:
            held = self._brought_up_to_date(held, changes)
        return Library(held.vocabulary, Catalogue(held.index), self._now)

    def _held(self, made_from: Manifest | None = None) -> Held | None:
        """What there is now; ``made_from`` is its manifest, where it was written just now."""
        edition = self._editions.current() if self._editions and not self._memory else None
        if edition is None:
            return self._memory
        if self._last and self._last.edition and self._last.edition.folder == edition.folder:
            return self._last
        try:
            manifest = made_from or read_manifest(edition.manifest())
            text = edition.vocabulary()
        except (OSError, ValueError):
            return None
        if self._vocabulary is None or self._vocabulary[0] != text:
            self._vocabulary = (text, Vocabulary.model_validate_json(text))
        self._last = Held(edition.index, self._vocabulary[1], manifest, edition)
        return self._last

    def _changes(self, held: Held | None) -> Changes:
        at = self._wall()
        now = survey(self._data, self._builtin)
        vocabulary = vocabulary_files(self._data, self._builtin)
        paths = {vocabulary_name(stem, path, self._data): path for stem, path in vocabulary.items()}
        changes = compare(
            held.manifest if held else None, now, at, lambda name: file_hash(paths.get(name, self._data / name))
        )
        if held is None or changes.vocabulary or not changes.questions:
            return changes
        asking = load_vocabulary(self._data, self._builtin).asking
        return replace(changes, vocabulary=asking.broad_topics != held.vocabulary.asking.broad_topics)

    def _brought_up_to_date(self, held: Held | None, changes: Changes) -> Held:
        if self._editions and not self._memory:
            try:
                return self._on_disk(self._editions, held, changes)
            except OSError as error:
                log.warning("no index can be kept in %s (%s): it is made in memory", self._editions.folder, error)
        self._memory = self._in_memory(held, changes)
        return self._memory

    def _on_disk(self, editions: Editions, held: Held | None, changes: Changes) -> Held:
        with editions.locked(wait=held is None) as only:
            if not only and held is not None:
                return held
            if (now := self._held()) is not held:
                held, changes = now, self._changes(now)
                if held is not None and not changes.touched:
                    return held
            with editions.draft(secrets.token_hex(NAME_BYTES), self._kept_by(held, changes)) as draft:
                self._write(draft, held, changes)
            new = self._held(changes.manifest)
            if new is None:
                raise OSError("what was written cannot be read back")
            return new

    def _kept_by(self, held: Held | None, changes: Changes) -> Edition | None:
        """The edition that the next one can go on from."""
        return held.edition if held and not changes.vocabulary else None

    def _write(self, draft: Path, held: Held | None, changes: Changes) -> None:
        if held is None or self._kept_by(held, changes) is None:
            vocabulary = load_vocabulary(self._data, self._builtin)
            write(new_index(draft), self._checked(changes, vocabulary, whole=True), (), whole=True)
            (draft / VOCABULARY_FILE).write_text(vocabulary.model_dump_json(by_alias=True), encoding="utf-8")
        else:
            vocabulary = self._spoken(held, changes)
            if changes.changed or changes.gone:
                write(opened_index(draft), self._checked(changes, vocabulary), changes.gone, whole=False)
            else:
                tuple(self._checked(changes, vocabulary))
            if changes.questions:
                (draft / VOCABULARY_FILE).write_text(vocabulary.model_dump_json(by_alias=True), encoding="utf-8")
        (draft / MANIFEST).write_text(changes.manifest.dumped(), encoding="utf-8")

    def _in_memory(self, held: Held | None, changes: Changes) -> Held:
        """The same without a folder to write to."""
        if held is None or held.edition is not None or changes.vocabulary:
            vocabulary = load_vocabulary(self._data, self._builtin)
            index = new_index(None)
            write(index, self._checked(changes, vocabulary, whole=True), (), whole=True)
        else:
            vocabulary, index = self._spoken(held, changes), held.index
            write(index, self._checked(changes, vocabulary), changes.gone, whole=False)
        return Held(index, vocabulary, changes.manifest)

    def _spoken(self, held: Held, changes: Changes) -> Vocabulary:
        """The vocabulary, read again where the words of questions changed: by those no release is checked."""
        return load_vocabulary(self._data, self._builtin) if changes.questions else held.vocabulary

    def _checked(self, changes: Changes, vocabulary: Vocabulary, *, whole: bool = False) -> Iterator[Entered]:
        """The releases to enter; raises FaultsError with every fault of all of them, once all were read."""
        if self._lexicon is None or self._lexicon.vocabulary is not vocabulary:
            self._lexicon = lexicon_of(vocabulary)
        some = (self._data / release_name(stem) for stem in sorted(changes.changed))
        wanted = tuple(release_files(self._data) if whole else some)
        others = unread(self._data, changes.manifest.stats)
        yield from sound(check_all(wanted, self._data, self._lexicon, self._progress), others)


def edition_of(data: Path) -> str:
    """A hash of the name, size and time of change of all files under ``data``: another one as soon as anything is."""
    found = hashlib.sha256()
    for folder, folders, names in os.walk(data):
        folders.sort()
        for name in sorted(names):
            try:
                seen = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - for thousands of files paths are slow
            except OSError:  # gone since, or a link that leads nowhere
                continue
            found.update(f"{folder}/{name} {seen.st_size} {seen.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def sound(verdicts: Iterable[Verdict], others: Iterable[Fault]) -> Iterator[Entered]:
    """What goes into the index; raises FaultsError at the end where any file, or anything other, has a fault."""
    faults: list[Fault] = []
    for verdict in verdicts:
        faults.extend(verdict.faults)
        if verdict.entered and not faults:
            yield verdict.entered
    faults.extend(others)
    if faults:
        raise FaultsError(tuple(faults))


@dataclass(frozen=True)
class Checked:
    """What a check looked at and found: files read, statements in the releases without fault, and every fault."""

    files: int
    statements: int
    faults: tuple[Fault, ...]


def check_paths(paths: Iterable[Path], data: Path, builtin: Path, progress: Progress | None = None) -> Checked:
    """Checks data folders and single release files; a file outside a data folder uses the vocabulary of ``data``."""
    files = statements = 0
    faults: list[Fault] = []
    for path in paths:
        root = path if path.is_dir() else path.parent.parent if path.parent.name == RELEASES else data
        releases = tuple(release_files(path)) if path.is_dir() else (path,)
        try:
            vocabulary = load_vocabulary(root, builtin)
        except FaultsError as error:
            faults.extend(error.faults)
            continue
        if path.is_dir() and not (path / RELEASES).is_dir():
            faults.append(Fault(str(path), 0, "", f"has no folder {RELEASES}/, so it is no data folder"))
        for verdict in check_all(releases, root, lexicon_of(vocabulary), progress):
            files += 1
            statements += verdict.entered.statements if verdict.entered else 0
            faults.extend(verdict.faults)
        faults.extend(unread(path, survey(path, builtin)) if path.is_dir() else ())
    return Checked(files, statements, tuple(faults))


def load_library(data: Path, builtin: Path, now: Clock, var: Path | None = None) -> Library:
    """The library under ``data``, whole or not at all; without ``var`` its index is in memory."""
    return Shelf(data, builtin, var, now).load()
