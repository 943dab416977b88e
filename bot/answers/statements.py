"""Statements in a list, a page at a time, each with its citation code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Answer, Outcome, Reason, invalid
from bot.answers.sought import asked_sought, statements_sought
from bot.library.library import Library, Match
from bot.model.question import Question, Sought

ROWS_A_PAGE = 25


@dataclass(frozen=True)
class StatementList(Answer):
    """All that was found, newest meeting first, and the page asked for; pages count from 1."""

    sought: Sought
    found: tuple[Match, ...]
    page: int
    looked_at: int
    span: tuple[date, date] | None

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-len(self.found) // ROWS_A_PAGE))

    @property
    def first(self) -> int:
        """The number of the first row on the page, counted from 1."""
        return (self.page - 1) * ROWS_A_PAGE + 1

    @property
    def rows(self) -> tuple[Match, ...]:
        """The statements of the page."""
        return self.found[self.first - 1 : self.first - 1 + ROWS_A_PAGE]


def statements(question: Question, library: Library) -> Answer:
    """The answer to ``/statements [text] [issuer] [party] [person] [topic] [act] [from] [to] [page]``."""
    question, sought = asked_sought(question, library)
    found = statements_sought(sought, library)
    outcome = Outcome.ANSWERED if found else Outcome.NOT_STATED
    answer = StatementList(question, outcome, sought, found, 1, len(library.releases()), library.span())
    typed = question.options.get("number", "1").strip()
    if not (typed.isdecimal() and typed.isascii() and 1 <= int(typed[:9]) <= answer.pages):
        return invalid(question, Reason.NOT_A_PAGE, typed=typed, pages=str(answer.pages))
    return StatementList(question, outcome, sought, found, int(typed), answer.looked_at, answer.span)
