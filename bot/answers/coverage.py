"""What is loaded, from when to when: so that a silence can be told from a gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bot.answers.answer import Answer, Outcome
from bot.library.library import Library
from bot.model.question import Question
from bot.model.release import Release
from bot.model.speech_acts import Act
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


NEWEST_SHOWN = 5


def coverage(question: Question, library: Library) -> Answer:
    """The answer to ``/coverage``."""
    every = library.releases()
    issuers = Counter(r.issuer for r in every)
    topics = Counter(
        t for r in every for t in {t for s in r.statements if s.act is not Act.BACKGROUND for t in s.topics}
    )
    return Coverage(
        question,
        Outcome.ANSWERED if every else Outcome.NOT_STATED,
        releases=len(every),
        span=library.span(),
        issuers=tuple(issuers.most_common()),
        topics=tuple(sorted(topics.items(), key=lambda pair: (-pair[1], pair[0]))),
        silent=tuple(t for t in library.vocabulary.topics if t not in topics),
        newest=every[:NEWEST_SHOWN],
    )
