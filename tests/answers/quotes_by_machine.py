"""True and false quotes made by machine from every sentence and every statement of every release."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.library.clauses import find_all, sentence_around
from bot.library.quotes import locate, plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act

SPAN_WORDS_LEAST = 4
SPANS_A_SENTENCE = 6
WORDS_CHANGED_A_SENTENCE = 6
NUMBERS = {"two": "three", "ten": "nine", "four": "five", "second": "third", "first": "second", "both": "three"}


@dataclass(frozen=True)
class Quoted:
    """A message to check, and how it was made."""

    kind: str
    text: str
    said_by: str = ""
    release: str = ""


def sentences(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every sentence of a release as (paragraph, sentence)."""
    for ref, paragraph in reading.outline.paragraphs.items():
        at = 0
        while at < len(paragraph.text):
            start, end = sentence_around(paragraph.text, at)
            yield ref, paragraph.text[start:end]
            at = max(end, at + 1)
            while at < len(paragraph.text) and paragraph.text[at] in " \"'”’)":
                at += 1


def true_quotes(reading: Reading, chance: random.Random) -> Iterator[Quoted]:
    """Words of the text: sentences, stretches of them, statements, alone and in the right mouth."""
    for _, sentence in sentences(reading):
        words = sentence.split()
        yield Quoted("sentence", sentence)
        yield Quoted("sentence, straight marks and wide spaces", plain_marks(sentence).replace(" ", "  "))
        if len(words) >= SPAN_WORDS_LEAST:
            for _ in range(SPANS_A_SENTENCE):
                start = chance.randrange(len(words) - SPAN_WORDS_LEAST + 1)
                end = chance.randrange(start + SPAN_WORDS_LEAST, len(words) + 1)
                yield Quoted("stretch", " ".join(words[start:end]))
                yield Quoted("stretch in marks", f"See 「{' '.join(words[start:end])}」, in the text.")
    for statement in reading.release.statements:
        yield Quoted("statement", statement.quote)
        yield Quoted("statement with its marks", f"Is “{statement.quote}” right?")
        if statement.act is Act.BACKGROUND:
            continue
        for side in statement.sides:
            yield Quoted("statement in the right mouth", statement.quote, said_by=side)
        yield Quoted("statement by its own label", statement.quote, statement.refers_to or statement.speaker or "")
        if content := content_of(reading, statement):
            label = statement.refers_to or statement.speaker
            yield Quoted("content with its speaker and verb", f"{label} {statement.verb} “{content}”.")
            yield Quoted("content, then its speaker and verb", f"“{content},” {label} {statement.verb}.")


def content_of(reading: Reading, statement: Statement) -> str:
    """What follows a statement's verb in one stretch, where it does not leave off a condition or a "not"."""
    paragraph = reading.outline.paragraphs[statement.paragraph].text
    spans = locate(statement.quote, paragraph)
    assert spans is not None
    last = plain_marks(paragraph)[spans[-1].start : spans[-1].end]
    if passive(statement):
        return ""
    found = find_all(statement.verb, last)
    content = last[found[0].end :].strip(" ,") if found else ""
    return content if len(content.split()) >= SPAN_WORDS_LEAST else ""


def passive(statement: Statement) -> bool:
    return re.search(rf"{re.escape(statement.verb)}\s+by\b", statement.quote) is not None


def false_quotes(reading: Reading, chance: random.Random) -> Iterator[Quoted]:
    """Words that the text does not have so."""
    every = [sentence for _, sentence in sentences(reading)]
    bag = sorted({word for sentence in every for word in sentence.split()})
    for sentence in every:
        yield from _word_changed(sentence, bag, chance)
        yield from _word_left_out(sentence, chance)
        yield from _negated(sentence, reading, chance)
        yield from _numbered(sentence)
        yield from _swapped(sentence, reading)
    for statement in reading.release.statements:
        yield from _of_statement(statement, reading)


def _word_changed(sentence: str, bag: list[str], chance: random.Random) -> Iterator[Quoted]:
    words = sentence.split()
    if len(words) == 1:
        return
    for place in chance.sample(range(len(words)), min(len(words), WORDS_CHANGED_A_SENTENCE)):
        other = chance.choice([word for word in bag if plain_marks(word) != plain_marks(words[place])])
        yield Quoted("one word changed", " ".join((*words[:place], other, *words[place + 1 :])))


def _word_left_out(sentence: str, chance: random.Random) -> Iterator[Quoted]:
    words = sentence.split()
    if len(words) > SPAN_WORDS_LEAST:
        place = chance.randrange(1, len(words) - 1)
        yield Quoted("one word left out", " ".join((*words[:place], *words[place + 1 :])))


def _negated(sentence: str, reading: Reading, chance: random.Random) -> Iterator[Quoted]:
    words = sentence.split()
    negations = reading.vocabulary.grammar.negations
    for place, word in enumerate(words):
        if word.strip(",.;").lower() in negations:
            yield Quoted("negation dropped", " ".join((*words[:place], *words[place + 1 :])))
    if len(words) >= SPAN_WORDS_LEAST:
        place = chance.randrange(1, len(words))
        if "not" not in (words[place], words[place - 1]):
            yield Quoted("negation added", " ".join((*words[:place], "not", *words[place:])))


def _numbered(sentence: str) -> Iterator[Quoted]:
    for match in re.finditer(r"\d+", sentence):
        changed = f"{sentence[: match.start()]}{int(match[0]) + 1}{sentence[match.end() :]}"
        yield Quoted("number changed", changed)
    for word, other in NUMBERS.items():
        if re.search(rf"\b{word}\b", sentence):
            yield Quoted("number changed", re.sub(rf"\b{word}\b", other, sentence, count=1))


def _swapped(sentence: str, reading: Reading) -> Iterator[Quoted]:
    labels = [speaker.label for speaker in reading.release.speakers]
    for label in labels:
        for other in labels:
            if label in sentence and other not in label and label not in other:
                yield Quoted("speaker swapped in the words", sentence.replace(label, other, 1))


def _of_statement(statement: Statement, reading: Reading) -> Iterator[Quoted]:
    id_ = reading.release.id
    sides = {side for meeting in reading.release.meetings for side in meeting.sides}
    parties = sorted(set(reading.vocabulary.parties))
    for party in parties if statement.act is Act.BACKGROUND else sorted(set(parties) - set(statement.sides)):
        yield Quoted("another's mouth", statement.quote, party, id_)
    if len(statement.sides) == 1 and len(sides) == 2:
        yield Quoted("one side's words as joint", statement.quote, "both sides", id_)
    for condition in statement.conditions:
        without = re.sub(rf",?\s*{re.escape(condition)}", "", plain_marks(statement.quote), count=1).strip(" ,")
        yield Quoted("condition dropped", without)
        yield Quoted("condition dropped, full stop", f"{without}.")
    content = content_of(reading, statement)
    label = statement.refers_to or statement.speaker
    if not content or statement.act is Act.BACKGROUND:
        return
    yield Quoted("words changed beside a true speaker", f"{label} {statement.verb} “{content} always”")
    for verb in ("agreed", "pledged", "condemned"):
        acts = {use.act for known in reading.vocabulary.verbs if verb in known.forms for use in known.uses}
        if statement.act not in acts:
            yield Quoted("stronger verb", f"{label} {verb} “{content}”", release=id_)
    for speaker in reading.release.speakers:
        if (
            speaker.sides
            and set(speaker.sides) != set(statement.sides)
            and not set(speaker.sides) < set(statement.sides)
        ):
            yield Quoted("another speaker in the message", f"{speaker.label} {statement.verb} “{content}”", release=id_)
