"""The rest of an entry in which the schema found a fault: its ids and its quote are looked at in the same run.

An entry of which one field cannot be read is left out of the release, so that no check trips over it. Here it is put
back with stand-ins for just those fields, for the checks that look at one field at a time.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from bot.errors import Fault
from bot.library.checks.quotes import check_quotes
from bot.library.checks.references import check_references
from bot.library.guarded_yaml import Place, spell
from bot.library.reading import Reading
from bot.model.release import Release

CHECKS = (check_references, check_quotes)
STAND_INS: dict[str, Any] = {
    "id": "x",
    "label": "x",
    "act": "background",
    "verb": "x",
    "presence": "mentioned",
    "printed": "x",
    "is": "virtual",
    "gist": {"en": "x", "ko": "x"},
    "paragraph": "title",
    "quote": "xx",
    "sides": [],
}
"""A value for each field that an entry cannot be without."""
TOGETHER = ("paragraph", "quote")
"""Fields that are compared with each other: where one cannot be read, nothing is said of the other."""


def faults_beside(reading: Reading) -> tuple[Fault, ...]:
    """The faults of the fields that can be read, in the entries of which another cannot."""
    try:
        release = Release.model_validate(reading.document.tree)
    except ValidationError as error:
        places = [(found["type"], tuple(found["loc"])) for found in error.errors()]
    else:
        return ()
    tree = _with_stand_ins(reading.document.tree, places)
    try:
        release = Release.model_validate(tree)
    except ValidationError:
        return ()
    whole = replace(reading, release=release, document=replace(reading.document, kept={}))
    faulty = {place[:3] for _, place in places}
    entries = {spell(place[:2]) for place in faulty if len(place) > 1 and isinstance(place[1], int)}
    skipped = {spell(place) for place in faulty} | set(_compared(faulty))
    return tuple(fault for check in CHECKS for fault in check(whole) if _is_new(fault.place, entries, skipped))


def _with_stand_ins(tree: dict[str, Any], places: list[tuple[str, Place]]) -> dict[str, Any]:
    """``tree`` with each field that has a fault left out, or, where it must be there, with a stand-in."""
    mended = copy.deepcopy(tree)
    for kind, place in places:
        parent: Any = mended
        path = place if kind == "extra_forbidden" else place[:3]
        for step in path[:-1]:
            parent = parent.get(step) if isinstance(parent, dict) else parent[step]
        if isinstance(parent, dict):
            name = str(path[-1])
            parent.pop(name, None)
            if kind != "extra_forbidden" and name in STAND_INS:
                parent[name] = STAND_INS[name]
    return mended


def _compared(faulty: set[Place]) -> Iterator[str]:
    for place in faulty:
        if place[-1] in TOGETHER:
            yield from (spell((*place[:-1], name)) for name in TOGETHER)


def _is_new(place: str, entries: set[str], skipped: set[str]) -> bool:
    """Whether a fault is in one of the entries, and not in a field that was left out of it."""
    inside = any(place.startswith((f"{entry}.", f"{entry}[")) for entry in entries)
    return inside and not any(place == name or place.startswith((f"{name}.", f"{name}[")) for name in skipped)
