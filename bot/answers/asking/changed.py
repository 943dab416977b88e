"""What changed on a topic from release to release."""

from __future__ import annotations

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop
from bot.answers.asking.evidence import content_of, is_narrower, topics_of
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.sayings import on_topic
from bot.answers.timeline import timeline
from bot.library.library import Library
from bot.library.numbers import MONTHS
from bot.model.question import Question


def changed(asked: Asked, library: Library) -> Answer:
    """The timeline of the topic, or of the words, that a question names; of one side where one is named."""
    broad = library.vocabulary.asking.broad_topics
    topics = tuple(topic for topic in topics_of(asked, library) if topic not in broad)
    words = (p.text for p in content_of(asked, library) if not p.is_a(Sort.CUE, Sort.PARTY, Sort.PERSON))
    typed = " ".join(word for word in words if word not in map(str.lower, MONTHS))
    side = {"side": asked.subjects[0]} if len(asked.subjects) == 1 and not asked.joint else {}
    of_a_part = all(
        is_narrower(library, topic, p) for p in asked.pieces for topic in set(topics) & {*p.ids(Sort.TOPIC)}
    )
    for topic in filter(None, (typed if of_a_part else "", *topics[:1])):
        question = Question("timeline", {"topic": topic, **side}, asked.locale, in_words=True)
        try:
            answer = timeline(question, library)
        except Stop:
            continue
        if answer.outcome is Outcome.ANSWERED:
            return answer
    return on_topic(asked, library, "positions")
