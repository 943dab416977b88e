"""Releases written in a test: two sides that meet every year, and what they say there."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.library.library import Library, Shelved
from bot.model.release import Held, Meeting, Paragraph, Release, Speaker, Statement
from bot.model.speech_acts import Act
from bot.model.value import Words
from tests.shelves import FICTION, vocabulary

NOW = datetime(2040, 1, 1, tzinfo=UTC)
SIDES = ("verelia", "sarn")
LABELS = {("verelia",): "the Verelian side", ("sarn",): "the League side", SIDES: "the two sides"}


def said(act: Act, verb: str, words: str, *sides: str, topic: str = "fisheries") -> Statement:
    """A statement in the words of a whole sentence; its place is given by ``release``."""
    return Statement(
        id="x",
        paragraph="1",
        quote=f"{LABELS[sides]} {verb} {words}",
        speaker=LABELS[sides],
        sides=sides,
        act=act,
        verb=verb,
        topics=(topic,),
        gist=Words(en=words, ko="말"),
    )


def release(day: date, *statements: Statement, issuer: str = "verelia-mfa", series: str = "dialogue") -> Shelved:
    """A release of that day with a paragraph a statement."""
    placed = tuple(s.model_copy(update={"id": f"{n}-a", "paragraph": str(n)}) for n, s in enumerate(statements, 1))
    paragraphs = {s.paragraph: Paragraph(ref=s.paragraph, text=f"{s.quote}.") for s in placed}
    held = Held(date=day, paragraph="1", quote="today")
    meeting = Meeting(series=series, name=Words(en="Dialogue", ko="대화"), sides=SIDES, held=held)
    written = Release(
        id=f"{day.isoformat()}-{issuer.partition('-')[0]}-{series}",
        issuer=issuer,
        published=day,
        title="Dialogue",
        meetings=(meeting,),
        speakers=tuple(Speaker(label=label, sides=sides) for sides, label in LABELS.items()),
        statements=placed,
    )
    return Shelved(written, paragraphs, "0" * 64)


def library_of(*shelved: Shelved) -> Library:
    """A library of such releases."""
    return Library(vocabulary(FICTION), shelved, lambda: NOW)
