"""Conditions: each that a sentence sets for a verb is declared there, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import Found, find_each, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import Span, locate, plain_marks
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.library.wording import clip
from bot.model.release import Statement

CUT_SHORT = re.compile(r"\s+(?:is|are|was|were|be|been|has|have|had|will|would|can|could|do|does)\b", re.IGNORECASE)
SPANS = ("until", "till")
UP_TO_A_TIME = re.compile(
    r"\s+(?:the (?:end|start|beginning|middle) of\b|(?:early|mid|late|last|next|this)\b|\d|noon|midnight|spring|summer"
    r"|autumn|winter|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
)
"""After "until": then it is no condition but a span of time."""


def condition_faults(reading: Reading, place: Place, statement: Statement, text: str, at: int) -> Iterator[Fault]:
    """Every condition in the sentence belongs to the verb before it, and must be declared there."""
    plain = plain_marks(text)
    grammar = reading.vocabulary.grammar
    start, end = sentence_around(plain, at)
    places = reading.sayings_in.get(statement.paragraph, {})
    in_sentence = {id_: place for id_, place in places.items() if start <= place < end}
    tail = min((other for other in in_sentence.values() if other > at), default=end)
    head = start if all(other >= at for other in in_sentence.values()) else at
    same_verb = {id_ for id_, other in in_sentence.items() if other == at}
    marks = [mark for mark in find_each(grammar.conditions, plain) if head <= mark.start < tail]
    marks = [mark for mark in marks if not _is_of_time(mark, plain)]
    known = _known_conditions(reading, statement, plain, same_verb) if marks else ()
    for mark in marks:
        if not any(s.start <= mark.start and mark.end <= s.end for s in known):
            shown = clip(plain[mark.start : min(tail, mark.start + 60)], 60)
            yield reading.fault((*place, "conditions"), f"the condition {shown!r} is left out; add it as printed")
    for j, excused in enumerate(statement.not_conditions):
        for always in find_each(grammar.always_conditions, excused):
            if not _is_of_time(always, plain_marks(excused)):
                message = f"{always.printed!r} always sets a condition; add it to conditions"
                yield reading.fault((*place, "not_conditions", j), message)
    for j, condition in enumerate(statement.conditions):
        if not set(stems_of(condition)) - set(stems_of(" ".join(grammar.conditions))) - reading.lexicon.own_stems:
            message = f"{condition!r} says no condition; add the words after it"
            yield reading.fault((*place, "conditions", j), message)
        spans = locate(condition, plain)
        if spans and (cut := CUT_SHORT.match(plain, spans[-1].end)):
            yield reading.fault(
                (*place, "conditions", j), f"the condition goes on ({cut[0].strip()!r} …); give it whole"
            )
        if spans is None:
            message = f"the condition {condition!r} is not in ¶{statement.paragraph} word for word"
            yield reading.fault((*place, "conditions", j), message)


def _is_of_time(mark: Found, plain: str) -> bool:
    """Whether an "until" names a time, and so no condition."""
    return mark.printed.lower() in SPANS and UP_TO_A_TIME.match(plain, mark.end) is not None


def _known_conditions(reading: Reading, statement: Statement, plain: str, same_verb: set[str]) -> tuple[Span, ...]:
    """Where the conditions stand that statements on the same verb declare, and the words that are none."""
    declared = [
        span
        for s in reading.release.statements
        if s.conditions and s.id in same_verb
        for condition in s.conditions
        for span in locate(condition, plain) or ()
    ]
    excused = [
        Span(f.start, f.end)
        for phrases in (reading.vocabulary.grammar.not_conditions, statement.not_conditions)
        for f in find_each(phrases, plain)
    ]
    return (*declared, *excused)
