"""The outline: the raw text of a release, cut into labelled paragraphs.

Layouts differ by year and by issuer (GENRE 1): numbered or not, a dozen bullet glyphs, dashes under bullets,
notes, page furniture above the title. Labels: ``4`` a numbered paragraph, ``4.1`` its first bullet, ``4.1.1`` a
dash under it, ``4.n1`` the first note under paragraph 4, ``p1`` the first paragraph without a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from bot.library.quotes import plain_marks, squeeze
from bot.model.release import Paragraph

NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
BULLET = re.compile(r"^[oоㅇ○◦°˚º•●▪■□◇◆·∙‧‣▶►❍]\s+(?=\S)")
DASH = re.compile(r"^[-–—‐−]\s+(?=\S)")
NOTE = re.compile(r"^(※|\*{1,3}|†|‡|[Nn][Oo][Tt][Ee]s?\s*:)\s*(?=\S)")
DATE_LABEL = re.compile(r"^date\s*:?\s*(\d{4}-\d{2}-\d{2})?(\s+[\d:]+)?$", re.IGNORECASE)
DATE_VALUE = re.compile(r"^(\d{4}-\d{2}-\d{2})(\s+[\d:]+)?$")
HIT_LABEL = re.compile(r"^hits?\s*:?\s*(\d*)$", re.IGNORECASE)
ENDS_SENTENCE = re.compile(r"[.!?:;]['\"’”)\]]*$")
NUMBERS_SKIPPED_MOST = 3


@dataclass(frozen=True)
class Outline:
    """The labelled paragraphs of one source, in reading order, title, subtitle and date first."""

    paragraphs: dict[str, Paragraph]
    printed_date: str | None = None
    title_found: bool = True

    def units(self) -> tuple[Paragraph, ...]:
        """The paragraphs that can hold statements."""
        return self._units

    @cached_property
    def _units(self) -> tuple[Paragraph, ...]:
        return tuple(p for p in self.paragraphs.values() if p.ref not in ("title", "subtitle", "date"))


@dataclass
class _Labels:
    """Counts paragraphs, bullets, dashes and notes, and names the next of each."""

    top: str = ""
    unnumbered: int = 0
    bullets: int = 0
    dashes: int = 0
    under_bullet: bool = False
    notes: dict[str, int] = field(default_factory=dict)

    def numbered(self, number: str) -> str:
        self.top, self.bullets, self.dashes, self.under_bullet = number, 0, 0, False
        return number

    def plain(self) -> str:
        self.unnumbered += 1
        return self.numbered(f"p{self.unnumbered}")

    def bullet(self) -> str:
        if not self.top:
            return self.plain()
        self.bullets, self.dashes, self.under_bullet = self.bullets + 1, 0, True
        return f"{self.top}.{self.bullets}"

    def dash(self) -> str:
        if not self.under_bullet:
            label = self.bullet()
            self.under_bullet = False
            return label
        self.dashes += 1
        return f"{self.top}.{self.bullets}.{self.dashes}"

    def note(self) -> str:
        self.notes[self.top] = self.notes.get(self.top, 0) + 1
        number = f"n{self.notes[self.top]}"
        return f"{self.top}.{number}" if self.top else number


def outline(source: str, title: str) -> Outline:
    """The paragraphs of ``source``. ``title`` tells where the page's furniture ends."""
    lines = [squeeze(line) for line in source.splitlines()]
    start, subtitle, printed_date = _header(lines, squeeze(title))
    found: dict[str, Paragraph] = {"title": Paragraph(ref="title", text=squeeze(title))}
    if subtitle:
        found["subtitle"] = Paragraph(ref="subtitle", text=" ".join(subtitle))
    if printed_date:
        found["date"] = Paragraph(ref="date", text=printed_date)
    for ref, text in _body(lines[start:]):
        found[ref] = Paragraph(ref=ref, text=text, note=".n" in ref or ref.startswith("n"))
    head = lines[:start] if start else lines
    whole = " ".join(line for line in head if line)
    return Outline(found, printed_date, plain_marks(squeeze(title)) in plain_marks(whole))


def _header(lines: list[str], title: str) -> tuple[int, list[str], str | None]:
    """Where the body starts, the subtitle, and the date printed above the body.

    The header runs to the first numbered paragraph or, without numbers, past the last line of the page's own:
    the title, ``Date``, ``hit`` and their values.
    """
    first_number = next((i for i, line in enumerate(lines) if line.startswith(("1. ", "1) "))), None)
    end = len(lines) if first_number is None else first_number
    titles = [i for i, line in enumerate(lines[:end]) if plain_marks(line) == plain_marks(title)]
    start = titles[-1] + 1 if titles else 0
    subtitle: list[str] = []
    date: str | None = None
    i = 0
    while i < end:
        line = lines[i]
        if label := DATE_LABEL.match(line):
            following = DATE_VALUE.match(_next_line(lines, i, end))
            date = date or label[1] or (following[1] if following else None)
            i = max(i, _index_of_next(lines, i, end)) if not label[1] and following else i
            start = max(start, i + 1)
        elif hit := HIT_LABEL.match(line):
            if not hit[1] and _next_line(lines, i, end).isdigit():
                i = _index_of_next(lines, i, end)
            start = max(start, i + 1)
        elif first_number is not None and i >= start and DASH.match(line):
            subtitle.append(line)
        i += 1
    if first_number is not None:
        start = first_number
    else:
        start, subtitle = _leading_dashes(lines, start)
    return start, [DASH.sub("", line) for line in subtitle], date


def _leading_dashes(lines: list[str], start: int) -> tuple[int, list[str]]:
    """In an unnumbered text the dashes straight after the header are its subtitle."""
    dashes: list[str] = []
    while start < len(lines) and (not lines[start] or DASH.match(lines[start])):
        if lines[start]:
            dashes.append(lines[start])
        start += 1
    return start, dashes


def _index_of_next(lines: list[str], i: int, end: int) -> int:
    return next((j for j in range(i + 1, end) if lines[j]), i)


def _next_line(lines: list[str], i: int, end: int) -> str:
    j = _index_of_next(lines, i, end)
    return lines[j] if j != i else ""


def _body(lines: list[str]) -> list[tuple[str, str]]:
    labels = _Labels()
    parts: list[tuple[str, str]] = []
    last_number = 0
    blank = True
    for line in lines:
        if not line:
            blank = True
            continue
        ref = ""
        text = line
        if (number := NUMBERED.match(line)) and 0 < int(number[1]) - last_number <= NUMBERS_SKIPPED_MOST:
            last_number = int(number[1])
            ref, text = labels.numbered(number[1]), line[number.end() :]
        elif mark := NOTE.match(line):
            ref, text = labels.note(), line[mark.end() :]
        elif mark := BULLET.match(line):
            ref, text = labels.bullet(), line[mark.end() :]
        elif mark := DASH.match(line):
            ref, text = labels.dash(), line[mark.end() :]
        elif not parts or (blank and not _continues(parts[-1][1], line)):
            ref = labels.plain()
        if ref:
            parts.append((ref, text))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
        blank = False
    return parts


def _continues(before: str, line: str) -> bool:
    """Whether ``line`` goes on with a sentence that a page break cut."""
    return not ENDS_SENTENCE.search(before) and line[0].islower()
