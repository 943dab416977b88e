"""How to ask, with examples that work on what is loaded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.answers.answer import Answer, Outcome
from bot.library.library import Library
from bot.model.question import Question
from bot.model.release import Release
from bot.model.value import TopicId


@dataclass(frozen=True)
class Help(Answer):
    """The commands, and a topic and a release to try them on, where there are any."""

    topic: TopicId | None
    release: Release | None


def help_(question: Question, library: Library) -> Answer:
    """The answer to ``/help``."""
    newest = library.newest()
    spoken = Counter(t for s in newest.statements if s.act.is_position for t in s.topics) if newest else Counter()
    topic = next((t for t, _ in spoken.most_common()), None)
    return Help(question, Outcome.ANSWERED, topic, newest)
