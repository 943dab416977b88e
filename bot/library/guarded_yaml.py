"""YAML without its traps.

Every scalar stays the text that was typed: ``no``, ``4.10`` and ``2020-08-27`` are strings, never a boolean, a
number or a date. Duplicate keys, tags, anchors, several documents, deep nesting and large files are refused.
The tree is built from the parser's events with a stack of our own, so no input can exhaust Python's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bot.errors import Fault, FaultsError

FILE_BYTES_MOST = 1_000_000
DEPTH_MOST = 12

INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control, zero-width and direction characters: they make a text read other than it is."""
Place = tuple[str | int, ...]
NAMED_BY = ("id", "label", "printed", "key")
"""Fields by which a file calls its entries, the first that an entry has."""


@dataclass(frozen=True)
class Document:
    """A mapping read from a file."""

    file: str
    tree: dict[str, Any]
    text: str = field(repr=False)
    kept: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """For a list of which only some entries are looked at, their places in the file."""

    @cached_property
    def lines(self) -> dict[Place, int]:
        """The line, from 1, of each place of the mapping; looked for only where there is something to say of one."""
        return lines_of(self.text)

    def fault(self, place: Place, message: str) -> Fault:
        """A fault at ``place``; its line is that of the nearest place that exists."""
        if len(place) > 1 and isinstance(place[1], int) and (kept := self.kept.get(str(place[0]))):
            place = (place[0], kept[place[1]], *place[2:])
        at = place
        while at and at not in self.lines:
            at = at[:-1]
        return Fault(self.file, self.lines.get(at, 0), spell(place), message, self._entry(place))

    def _entry(self, place: Place) -> str:
        """What the file itself calls the entry in which a place lies."""
        listed = self.tree.get(str(place[0])) if place else None
        at = place[1] if len(place) > 1 else None
        if not isinstance(listed, list) or not isinstance(at, int) or at >= len(listed):
            return ""
        named = listed[at] if isinstance(listed[at], dict) else {}
        found = next((named[field] for field in NAMED_BY if isinstance(named.get(field), str)), "")
        return str(found)


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
    text = decode(raw, name)
    builder = _Builder(name)
    try:
        builder.build(text)
    except FaultsError as refusal:
        raise FaultsError((*_repeated(builder, text), *refusal.faults)) from refusal
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "cannot be read"
        if "cannot start any token" in problem:
            problem = "a tab, or a mark that YAML keeps for itself; indent with spaces, put such text in quotes"
        raise FaultsError((Fault(name, mark.line + 1 if mark else 0, "", f"is not YAML: {problem}"),)) from error
    except yaml.YAMLError as error:
        raise FaultsError((Fault(name, 0, "", f"is not YAML: {error}"),)) from error
    if not isinstance(builder.tree, dict):
        raise FaultsError((Fault(name, 1, "", "holds no mapping of names to values"),))
    if faults := _repeated(builder, text):
        raise FaultsError(faults)
    return Document(name, builder.tree, text)


def _repeated(builder: _Builder, text: str) -> tuple[Fault, ...]:
    """A fault for each key that stands twice."""
    lines = lines_of(text) if builder.twice else {}
    return tuple(
        Fault(builder.file, line, spell(place), f"the key stands twice (first on line {lines[place]}); keep one")
        for place, line in builder.twice
    )


def _events(text: str) -> Iterator[yaml.Event]:
    loader = yaml.CSafeLoader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


def _line(event: yaml.Event) -> int:
    return (event.start_mark.line if event.start_mark else 0) + 1


class _Builder:
    """Builds the tree, event by event; refuses what is not plain, and keeps which keys stand twice, and where."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tree: Any = None
        self.twice: list[tuple[Place, int]] = []
        self._open: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str | None] = []
        """For each that is open the key whose value has not ended."""
        self._documents = 0

    def build(self, text: str) -> None:
        """Takes every event of a text. Three of four are scalars, so these come first and straight."""
        open_, keys = self._open, self._keys
        for event in _events(text):
            if not isinstance(event, yaml.ScalarEvent):
                self._take(event)
                continue
            scalar = event.value
            if event.anchor is not None or event.tag is not None:
                self._refuse_marks(event)
            if not scalar.isprintable() and (hidden := INVISIBLE.search(scalar)):
                self._refuse(event, f"has the invisible character U+{ord(hidden[0]):04X}; take it out")
            if not open_:
                self.tree = scalar
            elif isinstance(parent := open_[-1], list):
                parent.append(scalar)
            elif (key := keys[-1]) is not None:
                parent[key] = scalar
                keys[-1] = None
            else:
                keys[-1] = scalar
                if scalar in parent:
                    self.twice.append((self._place(), _line(event)))

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
            self._ended()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event)
            self._collection(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"uses the YAML alias *{event.anchor}; write the value out")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "holds more than one document; keep one release in one file")

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, f"uses the YAML anchor &{event.anchor}; write the value out")
        if event.tag is not None and event.tag != "!":
            self._refuse(event, f"uses the YAML tag {event.tag}; plain text is enough")

    def _collection(self, event: yaml.Event, container: dict[str, Any] | list[Any]) -> None:
        if len(self._open) >= DEPTH_MOST:
            self._refuse(event, f"is nested deeper than {DEPTH_MOST} levels")
        if self._open and self._keys[-1] is None and isinstance(self._open[-1], dict):
            self._refuse(event, "uses a list or mapping as a name")
        self._put(container)
        self._open.append(container)
        self._keys.append(None)

    def _put(self, value: dict[str, Any] | list[Any]) -> None:
        if not self._open:
            self.tree = value
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, list):
            parent.append(value)
        else:
            assert key is not None
            parent[key] = value

    def _ended(self) -> None:
        """A value has ended: the next key may come."""
        if self._keys:
            self._keys[-1] = None

    def _place(self) -> Place:
        """The place of the key that waits."""
        pairs = zip(self._open, self._keys, strict=True)
        steps = (key if isinstance(parent, dict) else len(parent) - 1 for parent, key in pairs)
        return tuple(step for step in steps if step is not None)

    def _refuse(self, event: yaml.Event, message: str) -> None:
        raise FaultsError((Fault(self.file, _line(event), "", message),))


def lines_of(text: str) -> dict[Place, int]:
    """The line of each place of a mapping that was read: of a key that stands twice, the first.

    Where the text goes on in what is no YAML, the places before that.
    """
    lines: dict[Place, int] = {}
    with suppress(yaml.YAMLError):
        _find_lines(text, lines)
    return lines


def _find_lines(text: str, lines: dict[Place, int]) -> None:
    places: list[list[str | int | None]] = []
    """For each collection that is open, the step into it: the key, or the number in a list; None before a key."""
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            places.pop()
            _past(places)
        elif isinstance(event, yaml.NodeEvent):
            if places and places[-1] == [None]:
                places[-1] = [event.value if isinstance(event, yaml.ScalarEvent) else ""]
                lines.setdefault(_steps(places), _line(event))
                continue
            if places and isinstance(places[-1][0], int):
                lines[_steps(places)] = _line(event)
            if isinstance(event, yaml.CollectionStartEvent):
                places.append([None if isinstance(event, yaml.MappingStartEvent) else 0])
            else:
                _past(places)


def _steps(places: list[list[str | int | None]]) -> Place:
    return tuple(step for (step,) in places if step is not None)


def _past(places: list[list[str | int | None]]) -> None:
    """On to the next key, or the next number."""
    if places:
        step = places[-1][0]
        places[-1] = [step + 1 if isinstance(step, int) else None]


def written(tree: object) -> str:
    """Plain values as YAML, in their own order, which `parse` reads back."""
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
