"""Whether words that are passed round as a quote stand in a release so, and in whose mouth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.answers.answer import Answer, NotHeld, Outcome
from bot.answers.asked import asked_release, with_ids
from bot.answers.quoted import MARKS, Phrase, phrase, quoted_phrases, sentences
from bot.answers.verifying.attribution import BLANK
from bot.answers.verifying.judged import judged
from bot.answers.verifying.verdict import BORNE_OUT, Judged, Message, Verdict
from bot.library.differences import closest
from bot.library.library import Library
from bot.library.quotes import NEAR_ENOUGH, squeeze
from bot.model.question import Kind, Question

PHRASES_MOST = 12
"""Quotes of one message that are checked; the rest are counted."""


@dataclass(frozen=True)
class Verification(Answer):
    """Every quoted phrase with its verdict; ``unchecked`` says how many more there were."""

    checked: tuple[Judged, ...]
    unchecked: int
    looked_at: int
    span: tuple[date, date]


def verify(question: Question, library: Library) -> Answer:
    """The answer to ``/verify quote [said_by] [release]``."""
    release = asked_release(question, library)
    span = library.span()
    if span is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    text = squeeze(question.options["quote"])
    message = Message(text, question.options.get("said_by", ""), release)
    phrases = _phrases(text, library)
    checked = tuple(
        judged(one, replace(message, text=_around(one, phrases, text)), library) for one in phrases[:PHRASES_MOST]
    )
    return Verification(
        with_ids(question, release=release.id if release else None),
        _outcome(checked),
        checked,
        unchecked=max(0, len(phrases) - PHRASES_MOST),
        looked_at=1 if release else library.number(),
        span=(release.published, release.published) if release else span,
    )


def _outcome(checked: tuple[Judged, ...]) -> Outcome:
    """One quote that is not as the release has it makes the answer a no; one that is not there, not stated."""
    if any(one.verdict not in (*BORNE_OUT, Verdict.NOT_FOUND) for one in checked):
        return Outcome.DENIED
    return Outcome.ANSWERED if all(one.verdict in BORNE_OUT for one in checked) else Outcome.NOT_STATED


def _around(one: Phrase, phrases: tuple[Phrase, ...], text: str) -> str:
    """The message with every other quote blanked: their words are not the message's own."""
    for other in phrases:
        if other != one:
            text = text[: other.start] + BLANK * (other.end - other.start) + text[other.end :]
    return text


def _phrases(text: str, library: Library) -> tuple[Phrase, ...]:
    """What a message quotes: the phrases between its marks, or, where the marks are the release's own, the whole."""
    whole = phrase(text, 0, len(text))
    inner = quoted_phrases(text)
    if library.passages_with(whole.words, most=1) or library.passages_with(whole.trimmed, most=1):
        return (whole,)
    if inner and not _has_own_marks(text, library):
        return inner
    split = sentences(text)
    return split if len(split) > 1 else (whole,)


def _has_own_marks(text: str, library: Library) -> bool:
    """Whether the passage that a whole text comes near to has as many quotation marks as the text."""
    for passage in library.passages_near(text, most=1):
        near = closest(text, passage.paragraph.text)
        if near and near.likeness >= NEAR_ENOUGH:
            printed = squeeze(passage.paragraph.text)[near.span.start : near.span.end]
            return _marks(printed) >= _marks(text)
    return False


def _marks(text: str) -> int:
    """How many quotation marks a text has; a ’ may be an apostrophe, so of ‘…’ only the opening counts."""
    return sum(text.count(mark) for mark in {*MARKS, *MARKS.values()} - {"’"})
