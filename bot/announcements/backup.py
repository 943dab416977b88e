"""Announcements as plain values for a backup file, and back.

PURE: writing and reading YAML happens elsewhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.announcements.announcement import (
    Announcement,
    Content,
    ContentKind,
    Missed,
    Place,
    PlaceKind,
    Standing,
)
from bot.announcements.refusals import BackupFaults, Refusal
from bot.announcements.schedule_text import read_schedule, rule_text
from bot.announcements.zones import read_zone

Plain = dict[str, str | int | bool]
_A_MINUTE = timedelta(minutes=1)


def exported(announcements: Iterable[Announcement]) -> list[Plain]:
    """Each announcement as text, numbers and truth values only, in the order given."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "content": one.content.kind.value,
            "topic": one.content.topic,
            "side": one.content.side,
            "when": rule_text(one.rule),
            "zone": one.zone.key,
            "place": one.place.kind.value,
            "channel": one.place.channel,
            "guild": one.place.guild,
            "owner": one.owner,
            "created": one.created.isoformat(),
            "missed": one.missed.value,
            "grace_minutes": one.grace // _A_MINUTE,
            "locale": one.locale,
            "role": one.role,
            "thread": one.thread,
            "publish": one.publish,
            "standing": one.standing.value,
        }
        for one in announcements
    ]


def imported(plain: Sequence[object]) -> tuple[Announcement, ...]:
    """The announcements of a backup. Raises BackupFaults with every fault of every entry, and its place."""
    faults: list[tuple[str, str]] = []
    read: list[Announcement] = []
    for number, entry in enumerate(plain):
        values, wrong = _values(entry)
        faults.extend((f"announcements[{number}]{key and '.'}{key}", what) for key, what in wrong)
        if not wrong:
            read.append(_announcement(values))
    for name, count in Counter(one.id for one in read).items():
        if count > 1:
            faults.append(("announcements", f"id {name!r} stands there {count} times"))
    if faults:
        raise BackupFaults(faults=tuple(faults))
    return tuple(read)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text, not {value!r}")
    return value


def _filled(value: object) -> str:
    if not _text(value):
        raise ValueError("must not be empty")
    return _text(value)


def _truth(value: object) -> bool:
    # The project's YAML is read as text alone, so that no word turns into something else by itself.
    read = {"true": True, "false": False}.get(value) if isinstance(value, str) else value
    if not isinstance(read, bool):
        raise ValueError(f"expected true or false, not {value!r}")
    return read


def _minutes(value: object) -> timedelta:
    read = int(value) if isinstance(value, str) and value.isdecimal() else value
    if not isinstance(read, int) or isinstance(read, bool) or read < 0:
        raise ValueError(f"expected a number of minutes, not {value!r}")
    return timedelta(minutes=read)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(f"expected a moment with its offset, not {value!r}")
    return moment


_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "id": _filled,
    "title": _text,
    "content": ContentKind,
    "topic": _text,
    "side": _text,
    "when": lambda value: read_schedule(_text(value)),
    "zone": lambda value: read_zone(_text(value)),
    "place": PlaceKind,
    "channel": _filled,
    "guild": _text,
    "owner": _filled,
    "created": _moment,
    "missed": Missed,
    "grace_minutes": _minutes,
    "locale": _text,
    "role": _text,
    "thread": _truth,
    "publish": _truth,
    "standing": Standing,
}
"""Every key of an entry, all of them required: a backup is written by `exported`, not by hand."""


def _values(entry: object) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    if not isinstance(entry, dict):
        return {}, [("", "expected keys and values")]
    wrong = [(str(key), "unknown key") for key in entry if key not in _KEYS]
    values: dict[str, Any] = {}
    for key, read in _KEYS.items():
        if key not in entry:
            wrong.append((key, "missing"))
            continue
        try:
            values[key] = read(entry[key])
        except (ValueError, Refusal) as error:
            wrong.append((key, str(error)))
    return values, wrong


def _announcement(values: Mapping[str, Any]) -> Announcement:
    return Announcement(
        id=values["id"],
        title=values["title"],
        content=Content(values["content"], values["topic"], values["side"]),
        rule=values["when"],
        zone=values["zone"],
        place=Place(values["place"], values["channel"], values["guild"]),
        owner=values["owner"],
        created=values["created"],
        missed=values["missed"],
        grace=values["grace_minutes"],
        locale=values["locale"],
        role=values["role"],
        thread=values["thread"],
        publish=values["publish"],
        standing=values["standing"],
    )
