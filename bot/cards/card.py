"""What a card is made of, before any chat decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.answer import Answer
from bot.model.release import Participant, Statement
from bot.model.value import ParagraphRef, ReleaseId


class Style(StrEnum):
    """How a stretch of text stands out; meaning never hangs on it."""

    PLAIN = "plain"
    STRONG = "strong"
    VERB = "verb"
    QUOTE = "quote"
    MARK = "mark"
    CODE = "code"


HEADS = ("title", "subtitle", "date")
"""What stands above the first paragraph: citable under its own name."""


@dataclass(frozen=True)
class Ref:
    """A paragraph of a release."""

    release: ReleaseId
    paragraph: ParagraphRef

    @property
    def code(self) -> str:
        """The citation code."""
        return f"{self.release} ¶{self.paragraph}"

    @property
    def label(self) -> str:
        """What the paragraph is called where its release is plain: "¶4.1", or "title"."""
        return self.paragraph if self.paragraph in HEADS else f"¶{self.paragraph}"


@dataclass(frozen=True)
class Span:
    """A stretch of text in one style; a mark carries the paragraph that it cites."""

    text: str
    style: Style = Style.PLAIN
    ref: Ref | None = None


Line = tuple[Span, ...]


class Part(StrEnum):
    """What a block is to its card."""

    TITLE = "title"
    ANSWER = "answer"
    HEADING = "heading"
    STATEMENT = "statement"
    LINE = "line"
    SMALL = "small"


@dataclass(frozen=True)
class Block:
    """Lines that stay together on one page, with the evidence that they show."""

    part: Part
    lines: tuple[Line, ...]
    statement: Statement | None = None
    participant: Participant | None = None
    release: ReleaseId | None = None
    named: tuple[Participant, ...] = ()
    """Participants whom the lines name beside other things."""


@dataclass(frozen=True)
class File:
    """What comes with a card to be kept: a file's name, and the text in it."""

    name: str
    text: str


@dataclass(frozen=True)
class Card:
    """An answer in words. ``command`` is the slash line that it amounts to."""

    answer: Answer
    command: str
    blocks: tuple[Block, ...]
    file: File | None = None

    def refs(self) -> tuple[Ref, ...]:
        """Every paragraph that the card shows, in the order of first appearance."""
        return refs_of(self.blocks)


def refs_of(blocks: tuple[Block, ...]) -> tuple[Ref, ...]:
    """Every paragraph that some blocks show, in the order of first appearance."""
    spans = (span for block in blocks for line in block.lines for span in line)
    return tuple(dict.fromkeys(span.ref for span in spans if span.ref))


def span(text: str) -> Span:
    """Plain text."""
    return Span(text)


def strong(text: str) -> Span:
    """Text that stands out: names and headings."""
    return Span(text, Style.STRONG)


def verb(text: str) -> Span:
    """The verb of saying."""
    return Span(text, Style.VERB)


def quote(text: str) -> Span:
    """Words of the release, verbatim."""
    return Span(f"“{text}”", Style.QUOTE)


def code(text: str) -> Span:
    """Something to type or to copy."""
    return Span(text, Style.CODE)


def code_mark(release: ReleaseId, paragraph: ParagraphRef) -> Span:
    """The citation mark of a paragraph with its release, for answers from several."""
    ref = Ref(release, paragraph)
    return Span(f"[{ref.code}]", Style.MARK, ref)


def mark(release: ReleaseId, paragraph: ParagraphRef) -> Span:
    """The citation mark of a paragraph: with ``code_mark`` the only place where one is made."""
    ref = Ref(release, paragraph)
    return Span(f"[{ref.label}]", Style.MARK, ref)
