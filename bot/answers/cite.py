"""From a citation code to the paragraph that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.answers.answer import About, Answer, NotHeld, Outcome, Reason, invalid
from bot.answers.asked import named_id, with_ids
from bot.answers.days import period_from
from bot.library.library import Library
from bot.model.question import Choice, Kind, Question
from bot.model.release import Paragraph
from bot.model.value import PARAGRAPH_PATTERN, ParagraphRef, ReleaseId

CODE = re.compile(r"^(?P<release>\S.*?)\s*(?:[\s#,/:]|¶|para\.?|paragraph)+\s*(?P<ref>[a-z0-9.]+?)\.?$", re.IGNORECASE)
REF = re.compile(PARAGRAPH_PATTERN)
ALONE = re.compile(r"^(?:¶|para\.?|paragraph)?\s*(?P<ref>[a-z0-9.]+?)\.?$", re.IGNORECASE)
HEADS = ("title", "subtitle", "date")
NEAREST_MOST = 4
"""Paragraphs that are offered for one that is not there."""


@dataclass(frozen=True)
class Citation(Answer):
    """One paragraph, whole, with its release and the SHA-256 (hex) of the source file."""

    about: About
    paragraph: Paragraph
    source_hash: str
    unnamed: bool = False
    """Whether no release was named, so that it is the newest."""


def cite(question: Question, library: Library) -> Answer:
    """The answer to ``/cite code``. A code begins with any name of one release: its id, its day, "latest".

    A paragraph alone is that of the newest release.
    """
    typed = question.options["code"]
    bare = typed.strip().strip("[]()").strip()
    alone = ALONE.match(bare)
    newest = library.newest() if alone and REF.match(alone["ref"].lower()) else None
    code = CODE.match(f"{newest.id} ¶{alone['ref']}" if newest and alone else bare)
    if code is None or not REF.match(code["ref"].lower()):
        return invalid(question, Reason.NOT_A_CODE, typed=typed, example=_example(library))
    if period_from(typed):
        return invalid(question, Reason.NOT_A_CODE, typed=typed, example=_example(library))
    ref = code["ref"].lower()
    asked = partial(_cited, question, ref)
    release = library.release(named_id(question, library, Kind.RELEASE, code["release"], asked))
    assert release is not None
    paragraphs = library.paragraphs(release.id)
    paragraph = paragraphs.get(ref)
    if paragraph is None:
        nearest = tuple(Choice(f"{release.id} ¶{near}", f"¶{near}") for near in _nearest(ref, tuple(paragraphs)))
        looked_at = library.number()
        return NotHeld(
            question, Outcome.NOT_STATED, Kind.CODE, typed, looked_at, library.span(), nearest, within=release.id
        )
    hashed = library.source_hash(release.id)
    return Citation(asked(release.id), Outcome.ANSWERED, About(release), paragraph, hashed, unnamed=newest is not None)


def _nearest(ref: ParagraphRef, paragraphs: tuple[ParagraphRef, ...]) -> tuple[ParagraphRef, ...]:
    """The paragraphs beside one that is not there, else the last of all; none of what stands above the first."""
    own = [one for one in paragraphs if one not in HEADS]
    beside = [one for one in own if one.split(".")[0] == ref.split(".")[0]]
    return tuple(beside[-NEAREST_MOST:] or own[-NEAREST_MOST:])


def _cited(question: Question, ref: str, release: ReleaseId) -> Question:
    """The question by a paragraph's whole code."""
    return with_ids(question, code=f"{release} ¶{ref}")


def _example(library: Library) -> str:
    """A code that works here."""
    newest = library.newest()
    if newest is None:
        return "2031-05-01-north-forum ¶2.1"
    return f"{newest.id} ¶{newest.statements[-1].paragraph if newest.statements else 'title'}"
