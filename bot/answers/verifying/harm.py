"""What a change of words does to what was said: a "not" lost, a condition left off, a verb or a speaker changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.verifying.effects import Effect, Harm
from bot.answers.verifying.limits import limit_in
from bot.answers.verifying.placed import Placed, overlap
from bot.library.clauses import DETERMINERS, find_all, find_each
from bot.library.differences import bare
from bot.library.numbers import numbers_in
from bot.library.quotes import Span, plain_marks
from bot.model.change import Change
from bot.model.speech_acts import Grammar

NOT_NUMBERS = re.compile(r"\b(?:a|an|once|half|both|single|double|twice)\b|\b[A-Za-z]+-\d+\b", re.IGNORECASE)
"""Words that are numbers elsewhere, and names with a number in them: "COVID-19"."""
CONTRACTED_NOT = re.compile(r"n't\b", re.IGNORECASE)


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
    if lost and not won and lost not in quoted.lower():
        yield Harm(Effect.TENTATIVE_DROPPED, lost)
    lost, won = limit_in(printed, grammar), limit_in(quoted, grammar)
    if lost and not won:
        yield Harm(Effect.LIMIT_DROPPED, lost)
    if _numbers(quoted, grammar) - _numbers(printed, grammar):
        yield Harm(Effect.NUMBER, printed, quoted)


def _of(phrases: tuple[str, ...], text: str) -> str:
    """The first of some phrases that stands in a text, or nothing."""
    return next((phrase for phrase in phrases if find_all(phrase, text)), "")


def _numbers(text: str, grammar: Grammar) -> frozenset[float]:
    """The numbers that a text states; the "two" of "the two sides" is none."""
    plain = plain_marks(text)
    short = (label.removeprefix("the ") for label in grammar.joint_labels)
    labels = (*grammar.joint_labels, *(label for label in short if " " in label))
    for label in sorted(find_each(labels, plain), key=lambda found: -found.start):
        plain = f"{plain[: label.start]} {plain[label.end :]}" if label.start < len(plain) else plain
    return numbers_in(NOT_NUMBERS.sub(" ", plain))


def _bare(text: str) -> list[str]:
    return [word for word in map(bare, text.split()) if word]
