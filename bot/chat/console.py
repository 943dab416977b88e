"""The console: slash lines and questions in, plain text or JSON out. The same answers as in any other chat."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answers.answer import Invalid, Outcome, Reason, invalid
from bot.answers.options import Typed, cut
from bot.cards.card import Block, Card
from bot.cards.commands import Naming
from bot.cards.language import Phrases
from bot.cards.plain import plain_text
from bot.chat import script_of
from bot.model.question import COMMANDS, Command, Kind, Question
from bot.model.release import Participant, Statement
from bot.model.value import Locale

APOSTROPHES = (("'", "'"),)
"""The marks taken off a text to look for or to verify, where the others mean something."""
QUOTE_MARKS = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"))

Answering = Callable[[Question | Invalid], Card]
"""Makes the card of a question, or of what could not be read as one."""


@dataclass(frozen=True)
class Reply:
    """What the console prints, and whether the request could be read at all."""

    text: str
    valid: bool


class Console:
    """Answers lines of text."""

    def __init__(self, card: Answering, languages: Iterable[Phrases]) -> None:
        self._card = card
        self._lines = SlashLines(languages)

    def reply(self, text: str, locale: Locale | None, *, as_json: bool) -> Reply:
        """The answer to one line; without ``locale`` in the language of its script."""
        card = self._card(self._lines.read(text, locale or script_of(text)))
        valid = card.answer.outcome is not Outcome.INVALID
        if card.file and not as_json:
            return Reply(card.file.text.rstrip("\r\n"), valid)
        return Reply(answer_json(text, card) if as_json else plain_text(card), valid)


class SlashLines:
    """Reads slash lines in every language that commands have names in, in capitals or not."""

    def __init__(self, languages: Iterable[Phrases]) -> None:
        self._commands: dict[str, Command] = {}
        self._options: dict[str, dict[str, str]] = {}
        for naming in (Naming(phrases) for phrases in languages):
            for command in COMMANDS:
                names = {command.name, naming.command(command)}
                self._commands.update(dict.fromkeys(names, command))
                options = self._options.setdefault(command.name, {})
                for option in command.options:
                    options[option.name] = options[naming.option(option)] = option.name
        self._every = frozenset(name for options in self._options.values() for name in options)

    def read(self, text: str, locale: Locale) -> Question | Invalid:
        """The question that a line asks; Invalid with the reason where it asks none."""
        line = " ".join(unicodedata.normalize("NFC", text).split())
        empty = Question("", {}, locale)
        if not line:
            return invalid(empty, Reason.NOTHING_ASKED)
        if not line.startswith("/"):
            return Question("ask", {"question": line}, locale)
        name, _, rest = line[1:].partition(" ")
        command = self._commands.get(name.casefold())
        if command is None:
            return invalid(empty, Reason.NO_SUCH_COMMAND, typed=name)
        return self._options_of(command, rest, locale)

    def _options_of(self, command: Command, rest: str, locale: Locale) -> Question | Invalid:
        """Each option once, each with a value. Words without a name are the value of the command's first option."""
        question = Question(command.name, {}, locale)
        found = cut(rest, command, self._options[command.name], self._every)
        if found.unknown is not None:
            return invalid(question, Reason.NO_SUCH_OPTION, typed=found.unknown, command=command.name)
        typed = found.options
        if found.stray:
            first = command.options[0].name if command.options else ""
            if not first or first in (one.name for one in typed):
                return invalid(question, Reason.STRAY_WORDS, typed=found.stray, command=command.name)
            typed = (Typed(first, first, found.stray), *typed)
        options: dict[str, str] = {}
        for one in typed:
            option = command.option(one.name)
            looked_for = option is not None and option.kind is Kind.TEXT and command.name != "ask"
            marks = APOSTROPHES if looked_for else QUOTE_MARKS
            value = unquoted(one.value, marks)
            if one.name in options:
                return invalid(question, Reason.OPTION_TWICE, option=one.typed, command=command.name)
            if not value:
                return invalid(question, Reason.OPTION_EMPTY, option=one.typed, command=command.name)
            options[one.name] = value
        return Question(command.name, options, locale)


def unquoted(value: str, marks: tuple[tuple[str, str], ...] = QUOTE_MARKS) -> str:
    """A value without the marks around it."""
    inside = value[1:-1]
    for left, right in marks:
        if len(value) > 1 and value[0] == left and value[-1] == right and not {left, right} & set(inside) - {"'", "’"}:
            return inside.strip()
    return value


def answer_json(text: str, card: Card) -> str:
    """The answer as one JSON object on one line (DESIGN, "The command line"): all keys, always."""
    return json.dumps(answer_object(text, card), ensure_ascii=False)


def answer_object(text: str, card: Card) -> dict[str, Any]:
    """The answer as the contract's object."""
    return {
        "question": text,
        "command": card.command,
        "outcome": card.answer.outcome.value,
        "text": plain_text(card),
        "citations": [{"release": ref.release, "paragraph": ref.paragraph} for ref in card.refs()],
        "statements": list(_statements(card.blocks)),
        "participants": list(_participants(card.blocks)),
    }


def _statements(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block.statement:
            yield _statement(block.statement, block.release or "")


def _statement(statement: Statement, release: str) -> dict[str, Any]:
    return {
        "id": statement.id,
        "release": release,
        "paragraph": statement.paragraph,
        "sides": list(statement.sides),
        "joint": statement.joint,
        "act": statement.act.value,
        "verb": statement.verb,
        "topics": list(statement.topics),
        "conditions": list(statement.conditions),
        "quote": statement.quote,
    }


def _participants(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block.participant:
            yield _participant(block.participant)
        yield from map(_participant, block.named)


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "name": participant.printed,
        "party": participant.party,
        "side": participant.side,
        "presence": participant.presence.value,
        "roles": [role.value for role in participant.roles],
        "paragraph": participant.paragraph,
    }
