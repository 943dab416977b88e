"""Statements in a list, a page at a time, each with its citation code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from bot.answers.answer import Answer, Outcome, Reason, invalid
from bot.answers.sought import asked_sought
from bot.answers.unfound import Unfound, unfound
from bot.library.library import Library
from bot.model.question import FORMS, Question, Sought
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import ReleaseId

ROWS_A_PAGE = 25
PAGE_DIGITS_MOST = 9
DOWNLOADED_MOST = 5_000
"""Statements in one file: some megabytes, well below what Discord takes."""


@dataclass(frozen=True)
class StatementList(Answer):
    """How much was found, by act, and the page asked for, newest meeting first; pages count from 1."""

    sought: Sought
    number: int
    releases: int | None
    """Where it is little enough to be counted."""
    acts: tuple[tuple[Act, int], ...]
    page: int
    rows: tuple[tuple[ReleaseId, Statement], ...]
    looked_at: int
    span: tuple[date, date] | None
    download: str = ""
    """The form in which all of it is wanted (one of FORMS), or nothing: then ``every`` has it."""
    every: tuple[tuple[Release, Statement], ...] = ()
    unfound: Unfound | None = None

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.number // ROWS_A_PAGE))

    @property
    def first(self) -> int:
        """The number of the first row on the page, counted from 1."""
        return (self.page - 1) * ROWS_A_PAGE + 1


def statements(question: Question, library: Library) -> Answer:
    """The answer to ``/statements [text] [issuer] [party] [person] [topic] [act] [from] [to] [page] [download]``."""
    question, sought = asked_sought(question, library)
    typed = question.options.get("number", "1").strip()
    page = int(typed) if typed.isdecimal() and typed.isascii() and len(typed) <= PAGE_DIGITS_MOST else 0
    results = library.search(sought, ROWS_A_PAGE, skip=max(0, page - 1) * ROWS_A_PAGE)
    answer = StatementList(
        question,
        Outcome.ANSWERED if results.number else Outcome.NOT_STATED,
        sought,
        results.number,
        results.releases,
        results.acts,
        page,
        results.shown,
        library.number(),
        library.span(),
        unfound=None if results.number else unfound(sought, library),
    )
    if not 1 <= page <= answer.pages:
        return invalid(question, Reason.NOT_A_PAGE, typed=typed, pages=str(answer.pages))
    form = question.options.get("download", "").strip().casefold()
    if not form:
        return answer
    if form not in FORMS:
        return invalid(question, Reason.NOT_A_FORM, typed=form, forms=", ".join(FORMS))
    return replace(answer, download=form, every=tuple(islice(library.every(sought), DOWNLOADED_MOST)))
