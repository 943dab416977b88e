"""What is loaded, from when to when: so that a silence can be told from a gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Answer, Outcome
from bot.library.library import Library
from bot.model.question import Question
from bot.model.release import Release
from bot.model.value import IssuerId, TopicId


@dataclass(frozen=True)
class Coverage(Answer):
    """Counts of what is loaded; ``newest`` are the latest releases, ``topics`` say how many releases speak on each."""

    releases: int
    span: tuple[date, date] | None
    issuers: tuple[tuple[IssuerId, int], ...]
    topics: tuple[tuple[TopicId, int], ...]
    silent: tuple[TopicId, ...]
    newest: tuple[Release, ...]


def coverage(question: Question, library: Library) -> Answer:
    """The answer to ``/coverage``."""
    counts = library.counts()
    voiced = {topic for topic, _ in counts.topics}
    return Coverage(
        question,
        Outcome.ANSWERED if counts.releases else Outcome.NOT_STATED,
        releases=counts.releases,
        span=counts.span,
        issuers=counts.issuers,
        topics=counts.topics,
        silent=tuple(t for t in library.vocabulary.topics if t not in voiced),
        newest=tuple(filter(None, map(library.release, counts.newest))),
    )
