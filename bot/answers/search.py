"""Statements that have some words, sorted out by who, what and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Answer, Outcome, Reason, invalid
from bot.answers.sought import asked_sought, statements_sought
from bot.library.library import Library, Match
from bot.model.question import Question, Sought

SHOWN_MOST = 10
"""Statements that a search shows; the rest are counted, and listed by /statements."""


@dataclass(frozen=True)
class Search(Answer):
    """What was found, newest meeting first: all of it, of which a card shows the first ``SHOWN_MOST``."""

    sought: Sought
    found: tuple[Match, ...]
    looked_at: int
    span: tuple[date, date] | None

    @property
    def shown(self) -> tuple[Match, ...]:
        """The first of what was found."""
        return self.found[:SHOWN_MOST]


def search(question: Question, library: Library) -> Answer:
    """The answer to ``/search text [issuer] [party] [person] [topic] [act] [from] [to]``."""
    question, sought = asked_sought(question, library)
    if not sought.words and not sought.phrases:
        return invalid(question, Reason.OPTION_EMPTY, option="words", command="search")
    found = statements_sought(sought, library)
    outcome = Outcome.ANSWERED if found else Outcome.NOT_STATED
    return Search(question, outcome, sought, found, len(library.releases()), library.span())
