"""Of "X and Y stressed A and B, respectively" each part of the object is said by one part of the subject."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.library.clauses import Found, sentence_around
from bot.library.quotes import plain_marks
from bot.model.release import Statement

RESPECTIVELY = re.compile(r",?\s*\brespectively\b", re.IGNORECASE)
JOINS = re.compile(r",\s*and\s+|,\s+|\s+and\s+|\s*&\s*", re.IGNORECASE)


class SharedOut(NamedTuple):
    """A subject of several in its parts, and where what they say begins and ends."""

    subjects: tuple[str, ...]
    start: int
    end: int


def shared_out(text: str, subject: Found, verb: Found, others: tuple[int, ...]) -> SharedOut | None:
    """What a verb shares out between the parts of its subject; ``others`` are the places of the verbs beside it."""
    plain = plain_marks(text)
    _, end = sentence_around(text, verb.start)
    word = RESPECTIVELY.search(plain, verb.end, end)
    parts = tuple(part.strip() for part in JOINS.split(subject.printed) if part.strip())
    if word is None or len(parts) < 2 or any(verb.start < other < word.start() for other in others):  # noqa: PLR2004
        return None
    return SharedOut(parts, verb.end, word.start())


def is_shared_out(statement: Statement) -> bool:
    """Whether a joint statement does not say which of several said which part of it."""
    return statement.joint and RESPECTIVELY.search(statement.quote) is not None
