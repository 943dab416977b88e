"""Editions: one whole, sealed state of the index on disk each.

An edition is made in a folder of its own and only then named in ``current``, so that a reader meets a whole one or
none. Its seal lists every file with size and checksum, and the format it was made in: a damaged, half-written or older
one is as good as none. A later edition shares with the one before, by hard links, the files that did not change.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import tantivy

from bot.library.index.fields import register

log = logging.getLogger(__name__)
FORMAT = 1
"""Goes up when what is written changes in a way that the code's own hash does not show."""
SEAL, CURRENT, LOCK = "seal.json", "current", "lock"
MANIFEST, VOCABULARY_FILE = "manifest.json", "vocabulary.json"
WRITTEN_OVER = ("meta.json", ".managed.json", SEAL, MANIFEST, VOCABULARY_FILE)
"""Files that a later edition writes anew; all others never change once written."""
LOCKS = (".tantivy-writer.lock", ".tantivy-meta.lock")
CHUNK = 1 << 17
"""Read into one place again and again, which stays near the processor: a whole index is read at a start."""
TRIES = 5
"""A writer may replace an edition while it is being opened; so often in a row it never does."""


@cache
def format_mark() -> str:
    """The format, and a hash of the code that reads and checks: what other code made is made again."""
    rooms = Path(__file__).parents[2]
    digest = hashlib.sha256(version("tantivy").encode())
    for path in sorted(path for room in ("library", "model") for path in (rooms / room).rglob("*.py")):
        digest.update(path.read_bytes())
    return f"{FORMAT}-{digest.hexdigest()[:16]}"


@dataclass(frozen=True)
class Edition:
    """A sealed edition that was opened; texts of its manifest and its vocabulary."""

    folder: Path
    index: tantivy.Index

    def manifest(self) -> str:
        """The manifest, as text."""
        return (self.folder / MANIFEST).read_text(encoding="utf-8")

    def vocabulary(self) -> str:
        """The vocabulary that it was made with, as JSON."""
        return (self.folder / VOCABULARY_FILE).read_text(encoding="utf-8")


class Editions:
    """The editions in one folder, of which one is current."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sound: set[tuple[str, int, int]] = set()
        self._opened: Edition | None = None

    def current(self) -> Edition | None:
        """The current edition; None where there is none that is whole and of this format."""
        for _ in range(TRIES):
            name = self._current_name()
            if name is None:
                return None
            try:
                if not self._is_whole(self.folder / name):
                    if name != self._current_name():
                        continue
                    return None
                if self._opened is None or self._opened.folder != self.folder / name:
                    index = tantivy.Index.open(str(self.folder / name))
                    register(index)
                    self._opened = Edition(self.folder / name, index)
                return self._opened
            except (OSError, ValueError):
                if name == self._current_name():
                    return None
        return None

    def _current_name(self) -> str | None:
        try:
            name = (self.folder / CURRENT).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return None
        return name if name.isalnum() else None

    def _is_whole(self, edition: Path) -> bool:
        mark, _, body = (edition / SEAL).read_text(encoding="utf-8").partition("\n")
        if mark != f"{format_mark()} {zlib.crc32(body.encode())}":
            return False
        listed: dict[str, list[int]] = json.loads(body)
        return all(self._is_sound(edition / name, size, checksum) for name, (size, checksum) in listed.items())

    def _is_sound(self, path: Path, size: int, checksum: int) -> bool:
        """Whether a file is as it was sealed. One that never changes is read once only."""
        known = (path.name, size, checksum)
        if path.stat().st_size != size:
            return False
        if known in self._sound:
            return True
        if _checksum(path) != checksum:
            return False
        if path.name not in WRITTEN_OVER:
            self._sound.add(known)
        return True

    @contextmanager
    def locked(self, *, wait: bool) -> Iterator[bool]:
        """Whether this is the one writer; with ``wait`` it is, once another is done, and a line of the log says so.

        Raises OSError where nobody can write.
        """
        import fcntl  # noqa: PLC0415 - only a writer needs it, and not every system has it

        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            only = True
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                only = wait
                if wait:
                    log.warning("another process is making the index in %s: waiting until it is done", self.folder)
                    fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield only
        finally:
            os.close(descriptor)

    @contextmanager
    def draft(self, name: str, before: Edition | None) -> Iterator[Path]:
        """A folder to make the next edition in, with all that ``before`` has; at the end it is the current one.

        Where making it fails, nothing changes. Only for the writer.
        """
        draft = self.folder / name
        self._clear(self._current_name())
        draft.mkdir()
        try:
            for path in sorted(before.folder.iterdir()) if before else ():
                _share(path, draft / path.name)
            yield draft
            self._publish(draft, before)
        finally:
            self._clear(self._current_name())

    def _publish(self, draft: Path, before: Edition | None) -> None:
        """Seals a draft and makes it the current edition."""
        listed: dict[str, tuple[int, int]] = {}
        for path in sorted(draft.iterdir()):
            if path.name in (SEAL, *LOCKS):
                continue
            shared = before and path.name not in WRITTEN_OVER and (before.folder / path.name).exists()
            known = self._known(path.name) if shared else None
            listed[path.name] = known or (path.stat().st_size, _checksum(path))
            if path.name not in WRITTEN_OVER:
                self._sound.add((path.name, *listed[path.name]))
        body = json.dumps(listed)
        (draft / SEAL).write_text(f"{format_mark()} {zlib.crc32(body.encode())}\n{body}", encoding="utf-8")
        pointer = self.folder / f"{CURRENT}.next"
        pointer.write_text(draft.name, encoding="utf-8")
        pointer.replace(self.folder / CURRENT)

    def _known(self, name: str) -> tuple[int, int] | None:
        """Size and checksum of a file that was found sound."""
        return next(((size, checksum) for known, size, checksum in self._sound if known == name), None)

    def _clear(self, current: str | None) -> None:
        """Takes away every edition and draft but one."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name != current:
                shutil.rmtree(path, ignore_errors=True)


def _share(path: Path, copy: Path) -> None:
    """The same file in another edition: linked where it never changes, else copied."""
    if path.name in (SEAL, MANIFEST, *LOCKS):
        return
    if path.name not in WRITTEN_OVER:
        try:
            copy.hardlink_to(path)
        except OSError:
            shutil.copyfile(path, copy)
        return
    shutil.copyfile(path, copy)


def _checksum(path: Path) -> int:
    checksum, chunk = 0, memoryview(bytearray(CHUNK))
    with path.open("rb", buffering=0) as file:
        while size := file.readinto(chunk):
            checksum = zlib.crc32(chunk[:size], checksum)
    return checksum
