"""What a question in words is quoted by: in the asker's own spelling, not as it was made even for comparing."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

from bot.answers.answer import Answer
from bot.library.words import key
from bot.model.question import Subject

QUOTED = ("typed", "who")
"""Fields of answers that hold words of the question, where they hold any text."""


def as_typed(answer: Answer, question: str) -> Answer:
    """The same answer, with each of its words that stand in the question as they stand there."""
    changed: dict[str, Any] = {}
    for field in fields(answer):
        value = getattr(answer, field.name)
        if field.name in QUOTED and isinstance(value, str):
            changed[field.name] = spelt(value, question)
        elif isinstance(value, tuple) and value and all(isinstance(part, Answer) for part in value):
            changed[field.name] = tuple(as_typed(part, question) for part in value)
        elif isinstance(value, Subject) and value.words:
            changed[field.name] = replace(value, words=spelt(value.words, question))
    return replace(answer, **changed)


def spelt(words: str, text: str) -> str:
    """Words as a text spells them; as they are where it does not have them."""
    each = key(words).split()
    if not each:
        return words
    between = r"[^\w]+".join(map(_spelling, each))
    found = re.search(rf"(?<!\w){between}(?!\w)", text, re.IGNORECASE)
    return found[0] if found else words


def _spelling(word: str) -> str:
    """A word with the apostrophe that a key has lost."""
    return "['’]?".join(map(re.escape, word))
