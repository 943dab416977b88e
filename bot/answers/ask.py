"""The one door to all answers."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.agreed import agreed
from bot.answers.answer import Answer, Reason, invalid
from bot.answers.as_typed import as_typed
from bot.answers.asked import Stop
from bot.answers.asking.twofold import ask_each
from bot.answers.attendance import attendance
from bot.answers.cite import cite
from bot.answers.compare import compare
from bot.answers.coverage import coverage
from bot.answers.help import help_
from bot.answers.person import person
from bot.answers.positions import positions
from bot.answers.release import release
from bot.answers.search import search
from bot.answers.statements import statements
from bot.answers.timeline import timeline
from bot.answers.verify import verify
from bot.library.library import Library
from bot.model.question import COMMANDS, Question

TYPED_MOST = 200
"""Characters of one option that are read; Discord allows more, no name is longer."""
TEXT_MOST = 4000
"""Characters of a text to check or to look for: those of a long Discord message."""

ANSWERS: dict[str, Callable[[Question, Library], Answer]] = {
    "ask": ask_each,
    "release": release,
    "attendance": attendance,
    "agreed": agreed,
    "positions": positions,
    "compare": compare,
    "timeline": timeline,
    "verify": verify,
    "search": search,
    "statements": statements,
    "person": person,
    "cite": cite,
    "coverage": coverage,
    "help": help_,
}


def ask(question: Question, library: Library) -> Answer:
    """The answer to a question; every question gets one."""
    command = next((c for c in COMMANDS if c.name == question.command), None)
    if command is None:
        return invalid(question, Reason.NO_SUCH_COMMAND, typed=question.command)
    for name, typed in question.options.items():
        option = command.option(name)
        if option is None:
            return invalid(question, Reason.NO_SUCH_OPTION, typed=name, command=command.name)
        if not typed.strip():
            return invalid(question, Reason.OPTION_EMPTY, option=name, command=command.name)
        most = TEXT_MOST if option.kind.is_free else TYPED_MOST
        if len(typed) > most:
            return invalid(question, Reason.OPTION_TOO_LONG, option=name, most=str(most))
    for option in command.options:
        if option.required and option.name not in question.options:
            return invalid(question, Reason.OPTION_MISSING, option=option.name, command=command.name)
    try:
        answer = ANSWERS[command.name](question, library)
    except Stop as stop:
        answer = stop.answer
    return as_typed(answer, question.options["question"]) if command.name == "ask" else answer
