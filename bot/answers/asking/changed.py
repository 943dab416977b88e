"""What changed on a topic from release to release."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.asking.evidence import topics_of
from bot.answers.asking.reading import Asked
from bot.answers.timeline import timeline
from bot.library.library import Library
from bot.model.question import Question


def changed(asked: Asked, library: Library) -> Answer:
    """The timeline of the topic that a question names, of one side where one is named."""
    options = {"topic": topics_of(asked, library)[0]}
    if len(asked.subjects) == 1 and not asked.joint:
        options["side"] = asked.subjects[0]
    return timeline(Question("timeline", options, asked.locale, in_words=True), library)
