"""YAML without its traps.

Every scalar stays the text that was typed: ``no``, ``4.10`` and ``2020-08-27`` are strings, never a boolean, a
number or a date. Duplicate keys, tags, anchors, several documents, deep nesting and large files are refused.
The tree is built from the parser's events with a stack of our own, so no input can exhaust Python's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.errors import Fault, FaultsError

FILE_BYTES_MOST = 1_000_000
DEPTH_MOST = 12

INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control, zero-width and direction characters: they make a text read other than it is."""
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A mapping read from a file, with the line (from 1) of each of its places."""

    file: str
    tree: dict[str, Any]
    lines: dict[Place, int] = field(repr=False)
    kept: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """For a list of which only some entries are looked at, their places in the file."""

    def fault(self, place: Place, message: str) -> Fault:
        """A fault at ``place``; its line is that of the nearest place that exists."""
        if len(place) > 1 and isinstance(place[1], int) and (kept := self.kept.get(str(place[0]))):
            place = (place[0], kept[place[1]], *place[2:])
        at = place
        while at and at not in self.lines:
            at = at[:-1]
        return Fault(self.file, self.lines.get(at, 0), spell(place), message)


def spell(place: Place) -> str:
    """A place as a person reads it: ``statements[3].topics[0]``."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_file(path: Path, root: Path, *, most: int = FILE_BYTES_MOST) -> bytes:
    """The bytes of a file that really lies inside ``root`` and is not too large.

    Raises FaultsError for a symbolic link that leads out, a file over ``most`` bytes, or one that cannot be read.
    """
    name = str(path)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve(strict=True)):
            raise FaultsError((Fault(name, 0, "", "the file is a link that leads out of the data folder; copy it in"),))
        if not path.is_file():
            raise FaultsError((Fault(name, 0, "", "is no ordinary file"),))
        size = path.stat().st_size
        if size > most:
            message = f"the file has {size:,} bytes; at most {most:,} are read, so split or shorten it"
            raise FaultsError((Fault(name, 0, "", message),))
        return path.read_bytes()
    except OSError as error:
        raise FaultsError((Fault(name, 0, "", f"cannot be read: {error.strerror}"),)) from error


def decode(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8; raises FaultsError with the line of the first byte that is not."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FaultsError((Fault(name, line, "", "is not UTF-8 text; save it as UTF-8"),)) from error


def parse(raw: bytes, name: str) -> Document:
    """The mapping that a YAML file holds; raises FaultsError with every fault that the reading shows."""
    builder = _Builder(name)
    try:
        for event in yaml.parse(decode(raw, name), Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "cannot be read"
        if "cannot start any token" in problem:
            problem = "a tab, or a mark that YAML keeps for itself; indent with spaces, put such text in quotes"
        raise FaultsError((Fault(name, mark.line + 1 if mark else 0, "", f"is not YAML: {problem}"),)) from error
    except yaml.YAMLError as error:
        raise FaultsError((Fault(name, 0, "", f"is not YAML: {error}"),)) from error
    if not builder.faults and not isinstance(builder.tree, dict):
        builder.faults.append(Fault(name, 1, "", "holds no mapping of names to values"))
    if builder.faults:
        raise FaultsError(tuple(builder.faults))
    assert isinstance(builder.tree, dict)
    return Document(name, builder.tree, builder.lines)


@dataclass
class _Open:
    """A mapping or list under construction; ``key`` is the mapping's name that waits for its value."""

    place: Place
    value: dict[str, Any] | list[Any]
    key: str | None = None


class _Builder:
    """Builds the tree, event by event, and keeps what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tree: Any = None
        self.lines: dict[Place, int] = {}
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = (event.start_mark.line if event.start_mark else 0) + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(line, "holds more than one document; keep one release in one file")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(line, f"uses the YAML alias *{event.anchor}; write the value out")
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse(line, f"uses the YAML anchor &{event.anchor}; write the value out")
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._refuse(line, f"uses the YAML tag {tag}; plain text is enough")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(str(event.value), line)
            return
        if len(self._open) >= DEPTH_MOST:
            self._refuse(line, f"is nested deeper than {DEPTH_MOST} levels")
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self._open and isinstance(self._open[-1].value, dict) and self._open[-1].key is None:
            self._refuse(line, "uses a list or mapping as a name")
        place = self._put(container, line)
        self._open.append(_Open(place, container))

    def _scalar(self, text: str, line: int) -> None:
        if hidden := INVISIBLE.search(text):
            self._refuse(line, f"has the invisible character U+{ord(hidden[0]):04X}; take it out")
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            parent.key = text
            place = (*parent.place, text)
            if text in parent.value:
                message = f"the key stands twice (first on line {self.lines[place]}); keep one"
                self.faults.append(Fault(self.file, line, spell(place), message))
            self.lines[place] = line
            return
        self._put(text, line)

    def _put(self, value: str | dict[str, Any] | list[Any], line: int) -> Place:
        if not self._open:
            self.tree = value
            return ()
        parent = self._open[-1]
        if isinstance(parent.value, dict):
            assert parent.key is not None
            place: Place = (*parent.place, parent.key)
            parent.value[parent.key] = value
            parent.key = None
        else:
            place = (*parent.place, len(parent.value))
            parent.value.append(value)
            self.lines[place] = line
        return place

    def _refuse(self, line: int, message: str) -> None:
        raise FaultsError((*self.faults, Fault(self.file, line, "", message)))


def written(tree: object) -> str:
    """Plain values as YAML, in their own order, which `parse` reads back."""
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
