"""Rules of Discord that its OpenAPI file does not state, checked on what a bot sends. Pure.

Sources: Discord's developer documentation, "Application Commands" (naming, limits), "Create Message"
(2,000 characters), "Component Reference" (40 components, 4,000 characters in all, custom_ids).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import discord

from tests.wire.guild import Flag

Json = dict[str, Any]

COMMAND_NAME = 32
DESCRIPTION = 100
OPTIONS = 25
CHOICES = 25
CHOICE_NAME = 100
COMMAND_IN_ALL = 8000
PLAIN_CONTENT = 2000
V2_COMPONENTS = 40
V2_TEXT_IN_ALL = 4000
CUSTOM_ID = 100
PLAIN_ROWS = 5

CHAT_INPUT = 1
SUBCOMMAND, SUBCOMMAND_GROUP, STRING = 1, 2, 3
TEXT_DISPLAY = 10
V2_ONLY = frozenset({9, TEXT_DISPLAY, 11, 12, 13, 14, 17})
AUTOCOMPLETE_RESULT, MODAL = 8, 9
LOCALES = frozenset(locale.value for locale in discord.Locale)


def broken(method: str, path: str, body: Any) -> list[str]:
    """Return what a recorded request breaks, each with its place; [] if it is good or none is about it."""
    if method == "PUT" and path.endswith("/commands"):
        return list(_commands(body))
    if path.endswith("/callback"):
        data = body.get("data") or {}
        if body["type"] == AUTOCOMPLETE_RESULT:
            return list(_choices(data["choices"], "choices"))
        return list(_components(data.get("components") or [])) if body["type"] == MODAL else list(_message(data))
    if method in ("POST", "PATCH") and ("/messages" in path or path.startswith("/webhooks/")):
        return list(_message(body)) if not path.endswith(("/threads", "/crosspost")) else []
    if method == "POST" and path.endswith("/threads"):
        return list(_message(body["message"])) if "message" in body else []
    return []


# --- commands


def _commands(commands: list[Json]) -> Iterator[str]:
    for kind in {command.get("type", CHAT_INPUT) for command in commands}:
        yield from _twice([c for c in commands if c.get("type", CHAT_INPUT) == kind], "commands")
    for command in commands:
        at = f"/{command['name']}"
        strict = command.get("type", CHAT_INPUT) == CHAT_INPUT
        yield from _names(command, at, strict=strict)
        if strict:
            yield from _descriptions(command, at)
        elif command.get("description"):
            yield f"{at}: a menu entry has no description"
        yield from _options(command.get("options") or [], at)
        if (size := _size(command)) > COMMAND_IN_ALL:
            yield f"{at}: {size} characters in all, at most {COMMAND_IN_ALL}"


def _options(options: list[Json], at: str) -> Iterator[str]:
    if len(options) > OPTIONS:
        yield f"{at}: {len(options)} options, at most {OPTIONS}"
    yield from _twice(options, at)
    optional_before = False
    for option in options:
        place = f"{at} {option['name']}"
        if option.get("required") and optional_before:
            yield f"{place}: required after an optional one"
        optional_before |= option["type"] >= STRING and not option.get("required")
        yield from _names(option, place, strict=True)
        yield from _descriptions(option, place)
        if option.get("choices") and option.get("autocomplete"):
            yield f"{place}: choices and autocomplete"
        yield from _choices(option.get("choices") or [], place)
        yield from _options(option.get("options") or [], place)


def _choices(choices: list[Json], at: str) -> Iterator[str]:
    if len(choices) > CHOICES:
        yield f"{at}: {len(choices)} choices, at most {CHOICES}"
    yield from _twice(choices, at)
    for choice in choices:
        for text in (choice["name"], *(choice.get("name_localizations") or {}).values(), choice["value"]):
            if isinstance(text, str) and not 1 <= len(text) <= CHOICE_NAME:
                yield f"{at}: a choice of {len(text)} characters, 1 to {CHOICE_NAME}"


def _twice(named: list[Json], at: str) -> Iterator[str]:
    """Yield names that occur twice, in the default language or in any other."""
    languages = {language for thing in named for language in thing.get("name_localizations") or {}}
    for language in ("", *sorted(languages)):
        shown = Counter((thing.get("name_localizations") or {}).get(language, thing["name"]) for thing in named)
        yield from (f"{at}: {name!r} twice{language and f' in {language}'}" for name, n in shown.items() if n > 1)


def _names(thing: Json, at: str, *, strict: bool) -> Iterator[str]:
    localized = thing.get("name_localizations") or {}
    yield from (f"{at}: no language {language!r}" for language in localized if language not in LOCALES)
    for name in (thing["name"], *localized.values()):
        if not 1 <= len(name) <= COMMAND_NAME:
            yield f"{at}: name {name!r} has {len(name)} characters, 1 to {COMMAND_NAME}"
        if strict and not all(_in_a_name(character) for character in name):
            yield f"{at}: name {name!r} has a character that names may not have"
        if strict and name != name.lower():
            yield f"{at}: name {name!r} is not lower case"


def _in_a_name(character: str) -> bool:
    r"""Tell whether [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}] matches."""
    script = unicodedata.name(character, "").partition(" ")[0]
    return character in "-_'" or unicodedata.category(character)[0] in "LN" or script in ("DEVANAGARI", "THAI")


def _descriptions(thing: Json, at: str) -> Iterator[str]:
    for text in (thing.get("description") or "", *(thing.get("description_localizations") or {}).values()):
        if not 1 <= len(text) <= DESCRIPTION:
            yield f"{at}: a description of {len(text)} characters, 1 to {DESCRIPTION}"


def _size(thing: Json) -> int:
    """Return the characters of names, descriptions and values, each in its longest language."""
    own = 0
    for key in ("name", "description"):
        own += max(map(len, [thing.get(key) or "", *(thing.get(f"{key}_localizations") or {}).values()]))
    own += len(thing["value"]) if isinstance(thing.get("value"), str) else 0
    return own + sum(_size(part) for key in ("options", "choices") for part in thing.get(key) or [])


# --- messages


def _message(body: Json) -> Iterator[str]:
    components, content = body.get("components") or [], body.get("content") or ""
    inside = list(_walk(components))
    if (body.get("flags") or 0) & Flag.COMPONENTS_V2:
        for beside in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(beside):
                yield f"{beside} beside Components V2"
        if len(inside) > V2_COMPONENTS:
            yield f"{len(inside)} components, at most {V2_COMPONENTS}"
        text = sum(len(part["content"]) for part in inside if part["type"] == TEXT_DISPLAY)
        if text > V2_TEXT_IN_ALL:
            yield f"{text} characters in all, at most {V2_TEXT_IN_ALL}"
    else:
        if len(content) > PLAIN_CONTENT:
            yield f"content of {len(content)} characters, at most {PLAIN_CONTENT}"
        if len(components) > PLAIN_ROWS:
            yield f"{len(components)} rows, at most {PLAIN_ROWS}"
        for kind in sorted({part["type"] for part in inside} & V2_ONLY):
            yield f"component type {kind} without the Components V2 flag"
    yield from _components(components)


def _components(components: list[Json]) -> Iterator[str]:
    ids = [part["custom_id"] for part in _walk(components) if part.get("custom_id") is not None]
    yield from (f"custom_id {id!r} twice" for id, n in Counter(ids).items() if n > 1)
    for id in ids:
        if not 1 <= len(id) <= CUSTOM_ID:
            yield f"custom_id of {len(id)} characters, 1 to {CUSTOM_ID}"


def _walk(components: list[Json]) -> Iterator[Json]:
    """Yield every component, nested ones, accessories and labelled ones included."""
    for part in components:
        yield part
        held = [part[key] for key in ("accessory", "component") if part.get(key)]
        yield from _walk([*(part.get("components") or []), *held])
