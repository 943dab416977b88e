"""What every answer is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.library.collection import NO_OTHERS, Others
from bot.model.question import Choice, Kind, Question
from bot.model.release import Release
from bot.model.value import PersonId, ReleaseId


class Outcome(StrEnum):
    """How a question fared (DESIGN, "The command line")."""

    ANSWERED = "answered"
    DENIED = "denied"
    NOT_STATED = "not_stated"
    AMBIGUOUS = "ambiguous"
    INVALID = "invalid"


@dataclass(frozen=True)
class Answer:
    """The base of all answers. ``question`` carries ids where the asker typed names.

    ``read`` says how many releases were read of how many, where a refusal rests on fewer than all; ``taken`` which
    name, as typed, was taken for which of several people of that name.
    """

    question: Question
    outcome: Outcome
    read: tuple[int, int] | None = field(default=None, kw_only=True)
    taken: tuple[str, PersonId] | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class NotHeld(Answer):
    """The releases hold nothing of what was asked; ``nearest`` is what they do know.

    ``known`` is the id of what was asked for, where it is known and only not in the releases; ``within`` the one
    release that was to be looked at, and ``others`` those that do speak of it.
    """

    kind: Kind
    typed: str
    looked_at: int
    span: tuple[date, date] | None
    nearest: tuple[Choice, ...] = ()
    known: str = ""
    within: ReleaseId | None = None
    others: Others = NO_OTHERS


@dataclass(frozen=True)
class Unclear(Answer):
    """More than one thing is called so: the asker must choose. ``questions`` are what each choice would ask.

    Nothing is ``typed`` where the question itself offered the choices.
    """

    kind: Kind
    typed: str
    choices: tuple[Choice, ...]
    questions: tuple[Question, ...]


class Reason(StrEnum):
    """Why a question could not be read at all."""

    NO_SUCH_COMMAND = "no_such_command"
    NO_SUCH_OPTION = "no_such_option"
    OPTION_TWICE = "option_twice"
    OPTION_EMPTY = "option_empty"
    OPTION_MISSING = "option_missing"
    OPTION_TOO_LONG = "option_too_long"
    STRAY_WORDS = "stray_words"
    NOT_A_CODE = "not_a_code"
    NOT_A_DAY = "not_a_day"
    NOT_A_PAGE = "not_a_page"
    NOT_A_FORM = "not_a_form"
    NO_FILTER = "no_filter"
    SAME_RELEASE = "same_release"
    NO_OTHER_RELEASE = "no_other_release"
    NOTHING_ASKED = "nothing_asked"
    FAILED = "failed"


@dataclass(frozen=True)
class Invalid(Answer):
    """Not a question that can be asked; ``values`` fill the sentence that says what to do."""

    reason: Reason
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class About:
    """The release that an answer is from, and which others there are beside it."""

    release: Release
    others: Others = NO_OTHERS
    """Other releases that speak on what was asked."""
    accounts: tuple[Release, ...] = ()
    """Other releases on the same meeting, by other issuers or of another day."""


def invalid(question: Question, reason: Reason, **values: str) -> Invalid:
    """An answer to what is no question."""
    return Invalid(question, Outcome.INVALID, reason, values)
