"""The console: slash lines and questions in, plain text or JSON out. The same answers as in any other chat."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answers.answer import Invalid, Outcome, Reason, invalid
from bot.answers.quoted import quoted_phrases
from bot.cards.card import Block, Card
from bot.cards.commands import Naming
from bot.cards.language import Phrases
from bot.cards.plain import plain_text
from bot.chat import script_of
from bot.model.question import COMMANDS, Command, Kind, Question
from bot.model.release import Participant, Statement
from bot.model.value import Locale

APOSTROPHES = (("'", "'"),)
"""The marks taken off a text to look for, where the others mean something."""
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
        return Reply(answer_json(text, card) if as_json else plain_text(card), valid)


class SlashLines:
    """Reads slash lines in every language that commands have names in."""

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

    def read(self, text: str, locale: Locale) -> Question | Invalid:
        """The question that a line asks; Invalid with the reason where it asks none."""
        line = " ".join(text.split())
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
        """Cuts ``rest`` at each `` option:`` of the command."""
        question = Question(command.name, {}, locale)
        names = self._options[command.name]
        starts = list(re.finditer(rf"(?:^|(?<=\s))({'|'.join(map(re.escape, names))}):", rest)) if names else []
        if any(option.kind.is_free for option in command.options):
            quoted = quoted_phrases(rest)
            starts = [s for s in starts if not any(phrase.start < s.start() < phrase.end for phrase in quoted)]
        stray = rest[: starts[0].start()] if starts else rest
        if stray.strip():
            return self._stray(question, command, stray.strip())
        options: dict[str, str] = {}
        ends = [*(start.start() for start in starts[1:]), len(rest)]
        for start, end in zip(starts, ends, strict=False):
            name = names[start[1]]
            option = command.option(name)
            marks = APOSTROPHES if option and option.kind is Kind.TEXT else QUOTE_MARKS
            value = unquoted(rest[start.end() : end].strip(), marks)
            if name in options:
                return invalid(question, Reason.OPTION_TWICE, option=start[1], command=command.name)
            if not value:
                return invalid(question, Reason.OPTION_EMPTY, option=start[1], command=command.name)
            options[name] = value
        return Question(command.name, options, locale)

    def _stray(self, question: Question, command: Command, stray: str) -> Invalid:
        named = re.match(r"^([^\s:]+):", stray)
        if named:
            return invalid(question, Reason.NO_SUCH_OPTION, typed=named[1], command=command.name)
        return invalid(question, Reason.STRAY_WORDS, typed=stray, command=command.name)


def unquoted(value: str, marks: tuple[tuple[str, str], ...] = QUOTE_MARKS) -> str:
    """A value without the marks around it."""
    if len(value) > 1 and any(value[0] == left and value[-1] == right for left, right in marks):
        return value[1:-1].strip()
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


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "name": participant.printed,
        "party": participant.party,
        "side": participant.side,
        "presence": participant.presence.value,
        "roles": [role.value for role in participant.roles],
        "paragraph": participant.paragraph,
    }
