"""What a change of words does to what was said: a "not" lost, a condition left off, a verb or a speaker changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.placed import Placed, Spans, has_verb, overlap
from bot.library.clauses import DETERMINERS, find_all, find_each, sentence_around
from bot.library.differences import bare
from bot.library.numbers import numbers_in
from bot.library.quotes import Span, plain_marks, squeeze
from bot.model.change import Change
from bot.model.speech_acts import Grammar

CLAIM_WORDS_LEAST = 4
"""So many words of what is said are a claim, even without the verb that says it."""
NOTHING = re.compile(r"[\s,;:]*(?:and|or|but)?[\s,;:]*", re.IGNORECASE)
NOT_NUMBERS = re.compile(r"\b(?:a|an|once|half|both|single|double|twice)\b", re.IGNORECASE)
BEING = frozenset({"be", "been", "being", "yet"})
CONTRACTED_NOT = re.compile(r"n't\b", re.IGNORECASE)


class Effect(StrEnum):
    """What a change does, the gravest first."""

    NEGATION_DROPPED = "negation_dropped"
    NEGATION_ADDED = "negation_added"
    CONDITION_DROPPED = "condition_dropped"
    CONDITION_ADDED = "condition_added"
    TENTATIVE_DROPPED = "tentative_dropped"
    SPEAKER = "speaker"
    VERB = "verb"
    NUMBER = "number"
    LEAP = "leap"
    MARKS = "marks"


@dataclass(frozen=True)
class Harm:
    """One effect: the words of the text, and those of the quote where it has others."""

    effect: Effect
    printed: str = ""
    quoted: str = ""


def cut_off(text: str, spans: Spans, sayers: tuple[Placed, ...], grammar: Grammar, *, stops: bool) -> Iterator[Harm]:
    """What a verbatim quote leaves off at its edges and leaps over within; ``stops`` where it ends in a full stop."""
    squeezed = squeeze(text)
    first, last = spans[0].start, spans[-1].end
    start, _ = sentence_around(text, first)
    _, end = sentence_around(text, max(last - 1, 0))
    before = squeezed[start:first].split()
    while before and bare(before[-1]) in BEING:
        before.pop()
    if before and bare(before[-1]) in grammar.negations:
        yield Harm(Effect.NEGATION_DROPPED, before[-1])
    lost: dict[str, None] = {}
    for one in sayers:
        if has_verb(one, spans) or _words_of(one, spans, squeezed) >= CLAIM_WORDS_LEAST:
            lost.update(dict.fromkeys(_conditions_beside(one, text, Span(start, end), Span(first, last), stops=stops)))
    yield from (Harm(Effect.CONDITION_DROPPED, condition) for condition in lost)
    for i in range(1, len(spans)):
        gap = Span(spans[i - 1].end, spans[i].start)
        leapt = squeezed[gap.start : gap.end]
        if negation := _of(grammar.negations, leapt):
            yield Harm(Effect.NEGATION_DROPPED, negation)
        leapt_over = dict.fromkeys(c for one in sayers for c in one.statement.conditions if find_all(c, leapt))
        yield from (Harm(Effect.CONDITION_DROPPED, condition) for condition in leapt_over if condition not in lost)
        lost.update(leapt_over)
        if _leaps(sayers, spans[:i], spans[i]):
            yield Harm(Effect.LEAP, leapt.strip())


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


def _leaps(sayers: tuple[Placed, ...], earlier: Spans, piece: Span) -> bool:
    """Whether ``piece`` is what another verb, or another side, says than the pieces before it lead one to think."""
    for one in sayers:
        if not overlap(one.content, (piece,)) or overlap((one.verb,), (*earlier, piece)):
            continue
        if any(has_verb(other, earlier) for other in sayers if other is not one):
            return True
        others = (o for o in sayers if o.statement.sides != one.statement.sides)
        if not overlap(one.spans, earlier) and any(overlap(other.spans, earlier) for other in others):
            return True
    return False


def harms_of(
    changes: tuple[Change, ...], at: int, text: str, sayers: tuple[Placed, ...], grammar: Grammar
) -> Iterator[Harm]:
    """What the changes of an altered quote do; ``at`` is where in the squeezed text their first words stand."""
    altered = [change for change in changes if not change.same]
    if all(_bare(change.printed) == _bare(change.quoted) for change in altered):
        yield Harm(Effect.MARKS)
        return
    place = at
    for change in changes:
        span = Span(place, place + len(change.printed))
        place = span.end + 1 if change.printed else place
        if change.same:
            continue
        yield from _dropped(change.printed, change.quoted, grammar)
        for one in sayers:
            if one.subject and overlap((one.subject,), (span,)):
                yield Harm(Effect.SPEAKER, change.printed, change.quoted)
            if overlap((one.verb,), (span,)) and not _is_little(change, grammar):
                yield Harm(Effect.VERB, change.printed, change.quoted)
            for condition in one.statement.conditions:
                stands = (Span(found.start, found.end) for found in find_all(condition, text))
                if any(overlap((c,), (span,)) for c in stands):
                    yield Harm(Effect.CONDITION_DROPPED, condition)


def _is_little(change: Change, grammar: Grammar) -> bool:
    """Whether a change within a verb is only of "their" and the like, or a "not" that is told of anyhow."""
    words = _bare(f"{change.printed} {change.quoted}")
    return all(word in DETERMINERS or word in grammar.negations for word in words)


def _dropped(printed: str, quoted: str, grammar: Grammar) -> Iterator[Harm]:
    """What goes and what comes when ``printed`` is put as ``quoted``."""
    lost, won = _of(grammar.negations, printed), _of(grammar.negations, quoted)
    if (lost or CONTRACTED_NOT.search(plain_marks(printed))) and not won:
        yield Harm(Effect.NEGATION_DROPPED, lost or printed)
    if (won or CONTRACTED_NOT.search(plain_marks(quoted))) and not lost:
        yield Harm(Effect.NEGATION_ADDED, quoted=won or quoted)
    lost, won = _of(grammar.conditions, printed), _of(grammar.conditions, quoted)
    if lost and not won:
        yield Harm(Effect.CONDITION_DROPPED, printed)
    if won and not lost:
        yield Harm(Effect.CONDITION_ADDED, quoted=quoted)
    lost, won = _of(grammar.tentative, printed), _of(grammar.tentative, quoted)
    if lost and not won:
        yield Harm(Effect.TENTATIVE_DROPPED, lost)
    if _numbers(printed, grammar) != _numbers(quoted, grammar):
        yield Harm(Effect.NUMBER, printed, quoted)


def _of(phrases: tuple[str, ...], text: str) -> str:
    """The first of some phrases that stands in a text, or nothing."""
    return next((phrase for phrase in phrases if find_all(phrase, text)), "")


def _numbers(text: str, grammar: Grammar) -> frozenset[float]:
    """The numbers that a text states; the "two" of "the two sides" is none."""
    plain = plain_marks(text)
    for label in sorted(find_each(grammar.joint_labels, plain), key=lambda found: -found.start):
        plain = f"{plain[: label.start]} {plain[label.end :]}" if label.start < len(plain) else plain
    return numbers_in(NOT_NUMBERS.sub(" ", plain))


def _bare(text: str) -> list[str]:
    return [word for word in map(bare, text.split()) if word]
