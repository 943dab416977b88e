"""Where statements stand in their paragraph, and which of them some words of it belong to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.speakers import label_of
from bot.library.clauses import find_all
from bot.library.quotes import Span, locate, squeeze
from bot.model.release import Paragraph, Release, Statement
from bot.model.speech_acts import Act

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Placed:
    """A statement, its spans in the squeezed paragraph, its verb's and its subject's."""

    statement: Statement
    spans: Spans
    verb: Span
    subject: Span | None

    @property
    def content(self) -> Spans:
        """What is said: from the verb on."""
        if self.subject is not None and self.subject.start > self.verb.start:
            return self.spans
        return tuple(Span(max(s.start, self.verb.start), s.end) for s in self.spans if s.end > self.verb.start)


def overlap(some: Spans, others: Spans) -> int:
    """How many characters are in both."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def placed(release: Release, paragraph: Paragraph) -> tuple[Placed, ...]:
    """The statements of a paragraph with their places, in reading order."""
    found: list[Placed] = []
    for statement in release.statements:
        if statement.paragraph != paragraph.ref:
            continue
        spans = locate(statement.quote, paragraph.text)
        if spans is None:
            continue
        verb = _inside(statement.verb, paragraph.text, spans) or Span(spans[0].start, spans[0].start)
        if statement.act is Act.BACKGROUND:
            verb = Span(spans[0].start, spans[0].start)
        subject = _inside(statement.speaker, paragraph.text, spans) if statement.speaker else None
        found.append(Placed(statement, spans, verb, subject))
    return tuple(found)


def _inside(words: str, text: str, spans: Spans) -> Span | None:
    """The first place of some words within spans."""
    places = (Span(found.start, found.end) for found in find_all(words, text))
    return next((p for p in places if any(s.start <= p.start and p.end <= s.end for s in spans)), None)


def sayers(statements: tuple[Placed, ...], spans: Spans) -> tuple[Placed, ...]:
    """The statements to which the words in ``spans`` belong: by what they say, else by their subject."""
    saying = tuple(p for p in statements if overlap(p.content, spans))
    spoken = tuple(p for p in saying if p.statement.act is not Act.BACKGROUND)
    return spoken or saying or tuple(p for p in statements if overlap(p.spans, spans))[:1]


def names_speaker(one: Placed, release: Release, spans: Spans) -> bool:
    """Whether the words in ``spans`` themselves hold the speaker's label."""
    if one.subject is None or label_of(one.statement, release) is None:
        return False
    return overlap((one.subject,), spans) == one.subject.end - one.subject.start


def has_verb(one: Placed, spans: Spans) -> bool:
    """Whether the words in ``spans`` hold the whole verb of a statement."""
    return one.verb.end > one.verb.start and overlap((one.verb,), spans) == one.verb.end - one.verb.start


def occurrences(quote: str, text: str, *, any_case: bool = False) -> tuple[Spans, ...]:
    """Every place of a quote in a paragraph; of one in pieces the first."""
    found: list[Spans] = []
    at = 0
    rest = squeeze(text)
    while (spans := locate(quote, rest[at:], any_case=any_case)) is not None:
        moved = tuple(Span(s.start + at, s.end + at) for s in spans)
        if at and rest[at - 1 : at].isalnum() and moved[0].start == at:
            at += 1
            continue
        found.append(moved)
        if len(moved) > 1:
            break
        at = moved[0].end
    return tuple(found)
