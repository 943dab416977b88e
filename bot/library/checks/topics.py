"""A statement's topics are what its words, or those around it, speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.errors import Fault
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import TopicId

SHOWN_MOST = 3


def check_topics(reading: Reading) -> Iterator[Fault]:
    """Topics of which no word stands where they should, and statements whose words point to others only."""
    topics = reading.vocabulary.topics
    for i, statement in enumerate(reading.release.statements):
        if statement.act is Act.BACKGROUND or not set(statement.topics) <= topics.keys():
            continue
        if reading.paragraph(statement.paragraph) is None:
            continue
        own = _own_words(reading, statement)
        pointed = {topic: word for topic, (word, in_name) in own.items() if not in_name}
        if pointed and not any(_related(reading, topic, declared) for topic in own for declared in statement.topics):
            topic, word = next(iter(pointed.items()))
            yield reading.fault(("statements", i, "topics"), f"{word!r} is {topic}; put the statement under it")
            continue
        around = {*own, *_topics_around(reading, statement, own)}
        for j, topic in enumerate(statement.topics):
            if not reading.vocabulary.topic_and_below(topic) & around:
                yield reading.fault(("statements", i, "topics", j), _nothing_of(statement, topic, pointed))


def _own_words(reading: Reading, statement: Statement) -> dict[TopicId, tuple[str, bool]]:
    """The topics of a statement's own words, in either language, each with a word and whether that is in a name."""
    quote = plain_marks(statement.quote)
    for words in (statement.speaker, statement.verb):
        quote = quote.replace(plain_marks(words), " ", 1) if words else quote
    found: dict[TopicId, tuple[str, bool]] = {}
    for hit in reading.lexicon.topic_words.in_english(quote):
        if hit.topic not in found or found[hit.topic][1]:
            found[hit.topic] = hit.word, hit.in_name
    for hit in reading.lexicon.topic_words.in_korean(statement.gist.ko):
        found.setdefault(hit.topic, (hit.word, True))
    return found


def _topics_around(reading: Reading, statement: Statement, own: Mapping[TopicId, object]) -> Iterator[TopicId]:
    """The topics of a statement's paragraph, of those above it until one has any of its, and of what it answers."""
    below = reading.vocabulary.topic_and_below
    parts = statement.paragraph.split(".")
    for size in range(len(parts), 0, -1):
        text = reading.paragraph(".".join(parts[:size]))
        found = {hit.topic for hit in reading.lexicon.topic_words.in_english(text.text)} if text else set()
        yield from found
        if any(below(topic) & {*own, *found} for topic in statement.topics):
            break
    for answered in reading.release.answered_by(statement):
        yield from _own_words(reading, answered)


def _related(reading: Reading, one: TopicId, other: TopicId) -> bool:
    """Whether one of two topics is the other, or stands below it in the tree."""
    below = reading.vocabulary.topic_and_below
    return one in below(other) or other in below(one)


def _nothing_of(statement: Statement, topic: TopicId, pointed: dict[TopicId, str]) -> str:
    """That nothing speaks of a topic, and what to do about it."""
    others = [f"{other} ({word!r})" for other, word in pointed.items() if other not in statement.topics]
    right = ", ".join(others[:SHOWN_MOST])
    near = f"the right topic: {right}" if right else "the right topic"
    return (
        f"no word of {topic!r} stands in the quote or in ¶{statement.paragraph}; add the word that means it to "
        f"topics.yaml (under aliases or narrower), or name {near}"
    )
