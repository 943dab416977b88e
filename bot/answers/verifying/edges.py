"""What a verbatim quote leaves off at its edges: a "not", a limit or a condition; or the rest of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.verifying.effects import Effect, Harm
from bot.answers.verifying.limits import limit_after, limit_before
from bot.answers.verifying.placed import Placed, Spans, has_verb
from bot.library.clauses import find_all, sentence_around
from bot.library.differences import bare
from bot.library.quotes import Span, squeeze
from bot.model.speech_acts import Grammar

CLAIM_WORDS_LEAST = 4
"""So many words of what is said are a claim, even without the verb that says it."""
AND = re.compile(r"\b(?:and|with)\b|,")
NOTHING = re.compile(r"[\s,;:]*(?:and|or|but)?[\s,;:]*", re.IGNORECASE)
BEING = frozenset({"be", "been", "being", "yet"})
LISTS_ON = re.compile(
    r"\s*(?:of|on|in|among|with|between)?(?:\s+(?!(?:to|that|which|who|by|for|and|or|as)\b)[\w'’-]+){0,5},?\s+"
    r"(?:and|or|as well as)\s+(?!(?:that|for|to|with|is|are|was|were|has|have|had|will|would)\b)\w",
    re.IGNORECASE,
)
"""After a quote that ends inside a list: the rest of its last member, and the next."""


def cut_off(text: str, spans: Spans, sayers: tuple[Placed, ...], grammar: Grammar, *, stops: bool) -> Iterator[Harm]:
    """What a verbatim quote leaves off before and after it; ``stops`` where it ends in a full stop."""
    squeezed = squeeze(text)
    first, last = spans[0].start, spans[-1].end
    start, _ = sentence_around(text, first)
    _, end = sentence_around(text, max(last - 1, 0))
    before = squeezed[start:first].split()
    while before and bare(before[-1]) in BEING:
        before.pop()
    if before and bare(before[-1]) in grammar.negations:
        yield Harm(Effect.NEGATION_DROPPED, before[-1])
    for one in sayers:
        inside = one.subject and one.subject.start < first < one.subject.end and has_verb(one, spans)
        if one.subject and inside and AND.search(squeezed[one.subject.start : first]):
            subject, part = squeezed[slice(*one.subject)], squeezed[first : one.subject.end]
            yield Harm(Effect.SPEAKER, subject, part)
    claimed = [one for one in sayers if has_verb(one, spans) or _words_of(one, spans, squeezed) >= CLAIM_WORDS_LEAST]
    sentence, quoted = Span(start, end), Span(first, last)
    lost = dict.fromkeys(c for one in claimed for c in _conditions_beside(one, text, sentence, quoted, stops=stops))
    yield from (Harm(Effect.CONDITION_DROPPED, condition) for condition in lost)
    if not lost:
        limits = limit_before(squeezed[start:first], grammar), limit_after(squeezed[last:end], grammar)
        yield from (Harm(Effect.LIMIT_DROPPED, limit) for limit in limits if limit)
    rest = max((_rest(one, last, squeezed) for one in claimed), key=len, default="")
    if LISTS_ON.match(rest):
        yield Harm(Effect.GOES_ON, rest.strip())


def _rest(one: Placed, last: int, squeezed: str) -> str:
    """What a statement goes on with right after the words quoted."""
    return next((squeezed[last : s.end] for s in one.spans if s.start < last < s.end), "")


def _conditions_beside(one: Placed, text: str, sentence: Span, quoted: Span, *, stops: bool) -> Iterator[str]:
    """The conditions of a statement that stand right after or right before what is quoted, one after another."""
    squeezed = squeeze(text)
    places = sorted((found, condition) for condition in one.statement.conditions for found in find_all(condition, text))
    at = quoted.end
    for found, condition in places:
        if at <= found.start < sentence.end and (stops or NOTHING.fullmatch(squeezed[at : found.start])):
            at = found.end
            yield condition
    at = quoted.start
    for found, condition in reversed(places):
        if sentence.start <= found.start < at and found.end <= at and NOTHING.fullmatch(squeezed[found.end : at]):
            at = found.start
            yield condition


def _words_of(one: Placed, spans: Spans, squeezed: str) -> int:
    """How many words of what a statement says are among those quoted."""
    pieces = ((max(a.start, b.start), min(a.end, b.end)) for a in one.content for b in spans)
    return sum(len(squeezed[start:end].split()) for start, end in pieces if start < end)
