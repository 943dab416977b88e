"""The options of a slash line: cut at each known name, with a name found that the command does not have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.answers.near import is_slip
from bot.answers.quoted import quoted_phrases
from bot.model.question import Command, Kind

NAME = re.compile(r"(?<!\S)([^\W\d][\w-]*)[:：](?!//)")
"""A word with a colon right behind it; a time (09:00) and an address (https://…) are none."""


@dataclass(frozen=True)
class Typed:
    """One option as typed: its name, what that name means, and the value behind it."""

    typed: str
    name: str
    value: str


@dataclass(frozen=True)
class Cut:
    """The options of a line; ``stray`` stands before the first, ``unknown`` is a name the command does not have."""

    options: tuple[Typed, ...]
    stray: str = ""
    unknown: str | None = None


def cut(rest: str, command: Command, names: Mapping[str, str], every: Collection[str]) -> Cut:
    """Cuts what follows a command at each option.

    ``names`` are the command's own, in every language, in lower case; ``every`` those of all commands.
    """
    words = [word for word in NAME.finditer(rest) if not _is_quoted(word, rest, command)]
    known = [word for word in words if word[1].casefold() in names]
    stray = rest[: known[0].start()].strip() if known else rest.strip()
    options: list[Typed] = []
    ends = [*(word.start() for word in known[1:]), len(rest)]
    for word, end in zip(known, ends, strict=False):
        name = names[word[1].casefold()]
        inside = (other for other in words if word.end() <= other.start() < end)
        unknown = next(_unknown(inside, rest, _kind(command, name), names, every), None)
        if unknown is not None:
            return Cut(tuple(options), stray, unknown)
        options.append(Typed(word[1], name, rest[word.end() : end].strip()))
    before = words[: words.index(known[0])] if known else words
    unknown = _unknown_before(before, rest, command, names, every)
    return Cut(tuple(options), stray, unknown)


def _unknown_before(
    words: list[re.Match[str]], rest: str, command: Command, names: Collection[str], every: Collection[str]
) -> str | None:
    """The name of an option among the words before the first known one, which belong to the only option or to none."""
    if len(command.options) == 1:
        return next(_unknown(iter(words), rest, command.options[0].kind, names, every), None)
    return words[0][1] if words and not rest[: words[0].start()].strip() else None


def _is_quoted(word: re.Match[str], rest: str, command: Command) -> bool:
    """Whether a word stands inside quotation marks, where some option takes any text."""
    if not any(option.kind.is_free for option in command.options):
        return False
    return any(phrase.start < word.start() < phrase.end for phrase in quoted_phrases(rest))


def _unknown(
    words: Iterator[re.Match[str]], rest: str, kind: Kind, names: Collection[str], every: Collection[str]
) -> Iterator[str]:
    """The words inside a value that are names of options, not a part of it.

    No id, name, date or number has a word that runs into a colon. A text or a citation may: there only the name of an
    option of some command counts, or a slip of one.
    """
    for word in words:
        glued = rest[word.end() : word.end() + 1].strip() != ""
        is_name = word[1].casefold() in every or is_slip(word[1], names)
        if (glued and is_name) if kind in (Kind.TEXT, Kind.CODE) else (glued or is_name):
            yield word[1]


def _kind(command: Command, name: str) -> Kind:
    option = command.option(name)
    assert option is not None
    return option.kind
