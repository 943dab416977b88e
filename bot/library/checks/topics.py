"""A statement's topics are what its words, or those around it, speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from bot.errors import Fault
from bot.library.clauses import sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import TopicId

ON_A_TOPIC = re.compile(r"(?:On|Regarding|Concerning|As for|As to|With regard to|In the (?:field|area) of)\b[^.;]*$")
"""What a sentence opens with that says what it is on."""
OF_EVERY_KIND = re.compile(
    r"\b(?:areas|fields|sectors|domains|spheres), including\b[^.;]*?(?=, (?:to|that|which|and that)\b|;|$)"
)
"""Areas that are only listed: "cooperation in all areas, including security and economic affairs"."""
SHOWN_MOST = 3
ALWAYS_BROAD = ("general-cooperation", "follow-up", "meta")
"""Topics that much is said on in passing."""


def check_topics(reading: Reading) -> Iterator[Fault]:
    """Topics of which no word stands where it should, and words of topics that a statement is not under."""
    topics = reading.vocabulary.topics
    broad = {*reading.vocabulary.asking.broad_topics, *ALWAYS_BROAD}
    for i, statement in enumerate(reading.release.statements):
        if not set(statement.topics) <= topics.keys():
            continue
        if reading.paragraph(statement.paragraph) is None:
            continue
        place: Place = ("statements", i)
        if not statement.topics and statement.act is not Act.BACKGROUND:
            yield reading.fault((*place, "topics"), "say what it is about: one topic at least")
        own = _own_words(reading, statement)
        excused = {each.topic for each in statement.not_topics}
        pointed = {topic: word for topic, (word, in_name) in own.items() if not in_name and topic not in excused}
        related = any(_related(reading, topic, declared) for topic in own for declared in statement.topics)
        if pointed and not related and statement.act is not Act.BACKGROUND:
            topic, word = next(iter(pointed.items()))
            yield reading.fault((*place, "topics"), f"{word!r} is {topic}; put the statement under it")
            continue
        if statement.act is Act.BACKGROUND:
            yield from _of_background(reading, place, statement, broad)
            continue
        around = {*own, *_topics_around(reading, statement, own)}
        borne = {topic for topic in statement.topics if reading.vocabulary.topic_and_below(topic) & {*own}}
        for j, topic in enumerate(statement.topics):
            if not reading.vocabulary.topic_and_below(topic) & around:
                yield reading.fault((*place, "topics", j), _nothing_of(statement, topic, pointed))
            elif (
                topic not in {*borne, *broad}
                and borne - broad
                and not (len(borne - broad) == 1 and _is_lent(reading, statement, topic))
            ):
                others = ", ".join(f"{other} ({own[other][0]!r})" for other in sorted(borne & {*own} - broad))
                message = (
                    f"no word of {topic!r} stands in the quote, whose own words are of {others or 'other topics'}, "
                    "nor in what is said before it in this paragraph: leave the topic out"
                )
                yield reading.fault((*place, "topics", j), message)
        yield from _left_out(reading, place, statement, broad)


def _of_background(reading: Reading, place: Place, statement: Statement, broad: set[TopicId]) -> Iterator[Fault]:
    """Topics of what nobody says of which no word stands in its paragraph or in those above it."""
    own = _own_words(reading, statement)
    around = {*own, *_topics_around(reading, statement, own)}
    for j, topic in enumerate(statement.topics):
        if topic not in broad and not reading.vocabulary.topic_and_below(topic) & around:
            yield reading.fault((*place, "topics", j), _nothing_of(statement, topic, {}))


def _is_lent(reading: Reading, statement: Statement, topic: TopicId) -> bool:
    """Whether what is said before it, or what its sentence opens with, is on a topic: a clause may go on with it."""
    below = reading.vocabulary.topic_and_below(topic)
    paragraph, spans = reading.paragraph(statement.paragraph), reading.spans(statement)
    if paragraph and spans:
        start, _ = sentence_around(paragraph.text, spans[0].start)
        opening = ON_A_TOPIC.match(plain_marks(paragraph.text)[start : spans[0].start])
        if opening and below & {hit.topic for hit in reading.lexicon.topic_words.in_english(opening[0])}:
            return True
    number = statement.paragraph.split(".")[0]
    before = takewhile(lambda other: other is not statement, reading.release.statements)
    said = (other for other in before if other.paragraph.split(".")[0] == number and other.act is not Act.BACKGROUND)
    lending = (other for other in (*said, *reading.release.answered_by(statement)) if below & {*other.topics})
    return any(below & {*_own_words(reading, other)} for other in lending)


def _left_out(reading: Reading, place: Place, statement: Statement, broad: set[TopicId]) -> Iterator[Fault]:
    """Topics of which the quote prints a word, and that the statement is neither under nor said not to be on."""
    excused = {each.topic for each in statement.not_topics}
    printed = {
        hit.topic: hit.word
        for hit in reversed(reading.lexicon.topic_words.in_english(OF_EVERY_KIND.sub(" ", _without_saying(statement))))
        if not hit.in_name
    }
    for j, each in enumerate(statement.not_topics):
        if each.topic not in printed or each.topic in statement.topics:
            yield reading.fault((*place, "not_topics", j), f"the quote has no word of {each.topic!r}; leave it out")
    for topic, word in printed.items():
        below = reading.vocabulary.topic_and_below(topic)
        if topic not in {*broad, *excused} and not below & {*statement.topics}:
            message = f"{word!r} is {topic}; add it, or say under not_topics why the statement is not on it"
            yield reading.fault((*place, "topics"), message)


def _without_saying(statement: Statement) -> str:
    """The quote without its speaker and its verb."""
    quote = plain_marks(statement.quote)
    for words in (statement.speaker, statement.verb):
        quote = quote.replace(plain_marks(words), " ", 1) if words else quote
    return quote


def _own_words(reading: Reading, statement: Statement) -> dict[TopicId, tuple[str, bool]]:
    """The topics of a statement's own words, in either language, each with a word and whether that is in a name."""
    quote = _without_saying(statement)
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
        f"no word of {topic!r} stands in the quote or in ¶{statement.paragraph}; leave it out, or name {near}. Only "
        "where the text has a word that means this topic everywhere, add that to topics.yaml (aliases or narrower)"
    )
