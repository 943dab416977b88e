"""Statements that have some words, sorted out by who, what and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Answer, Outcome, Reason, invalid
from bot.answers.sought import asked_sought
from bot.answers.unfound import Unfound, unfound
from bot.library.library import Library
from bot.model.question import Question, Sought
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

SHOWN_MOST = 10
"""Statements that a search shows; the rest are counted, and listed by /statements."""


@dataclass(frozen=True)
class Search(Answer):
    """How much was found, by act, and the newest of it, newest meeting first."""

    sought: Sought
    number: int
    releases: int | None
    """Where it is little enough to be counted."""
    acts: tuple[tuple[Act, int], ...]
    found: tuple[tuple[Release, Statement], ...]
    looked_at: int
    span: tuple[date, date] | None
    unfound: Unfound | None = None


def search(question: Question, library: Library) -> Answer:
    """The answer to ``/search text [issuer] [party] [person] [topic] [act] [from] [to]``."""
    question, sought = asked_sought(question, library)
    if not sought.words and not sought.phrases:
        return invalid(question, Reason.OPTION_EMPTY, option="words", command="search")
    results = library.search(sought, SHOWN_MOST)
    found = tuple((release, said) for id_, said in results.shown if (release := library.release(id_)))
    return Search(
        question,
        Outcome.ANSWERED if results.number else Outcome.NOT_STATED,
        sought,
        results.number,
        results.releases,
        results.acts,
        found,
        library.number(),
        library.span(),
        None if results.number else unfound(sought, library),
    )
