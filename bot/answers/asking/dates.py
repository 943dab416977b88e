"""Days, months, years and release ids in a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.answers.asking.spelling import Word
from bot.library.numbers import MONTHS, ORDINALS, ordinals_in
from bot.model.release import Release

_KIND = "(?:meeting|dialogue|talk|summit|call|forum|session|consultation|release|readout)"
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|sept"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-./](?P<number>\d{{1,2}})[-./](?P<day>\d{{1,2}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?(?:\s+{_YEAR})?\b",
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?",
        rf"\b(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?{_YEAR}\b",
        rf"(?:{_YEAR}년\s*)?(?P<number>\d{{1,2}})월(?:\s*(?P<day>\d{{1,2}})일)?",
        rf"{_YEAR}년",
        r"(?<!\d)(?P<day>\d{1,2})일(?!부터)",
        (
            r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?!\s+(?:[\w-]+\s+){0,3}?(?:session|dialogue|round|edition|meeting|time|consultation|talks|summit)\b)"
        ),
        r"\b(?:on|or)\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b",
        rf"(?:in|of|during|from|for)\s+(?P<month>{_MONTH})\b",
        rf"\bthe\s+(?P<month>(?!may\b){_MONTH})(?=\s+(?:phone\s+|telephone\s+)?{_KIND}s?\b)",
        rf"\bor\s+(?P<month>(?!may\b){_MONTH})\b",
        rf"\b{_YEAR}\b",
    )
)
BOUND = re.compile(r"\b(?:by|from|until|till|before|after|since|through)\s*$", re.IGNORECASE)
RELEASE_ID = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+\b", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A date as far as it was given, with the words that gave it."""

    typed: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    bound: bool = False
    """Whether it is a term in what was asked ("by 2033"), never the day of a release."""

    def fits(self, day: date) -> bool:
        """Whether ``day`` can be meant."""
        return self.year in (None, day.year) and self.month in (None, day.month) and self.day in (None, day.day)

    @property
    def words(self) -> tuple[Word, ...]:
        """The date as words to be found in a text."""
        month = (MONTHS[self.month - 1],) if self.month else ()
        return tuple(Word(part, part) for part in (*(str(n) for n in (self.year, self.day) if n), *month))


def days_in(text: str) -> tuple[tuple[Day, ...], str]:
    """The dates in a text, and the text without them."""
    found: list[Day] = []
    for form in FORMS:
        while match := form.search(text):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _month(parts.get("month"))
            year, day = (int(parts[name]) if parts.get(name) else None for name in ("year", "day"))
            bound = BOUND.search(text[: match.start()]) is not None or match[0].lower().startswith("from ")
            found.append(Day(match[0].strip(), year, month, day, bound))
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return tuple(found), text


def _month(name: str | None) -> int | None:
    return next((i for i, month in enumerate(MONTHS, 1) if name and month[:3] == name[:3].lower()), None)


def is_of(release: Release, day: Day) -> bool:
    """Whether a release came out, or its meeting was held, on a day."""
    return any(day.fits(known) for known in (release.published, *release.held_days))


def session_in(text: str, kinds: Iterable[str]) -> int | None:
    """The number of the session that a question is about: "the ninth Verelia-Sarn dialogue", "제9차 회의"."""
    named = "|".join(re.escape(kind) for kind in kinds)
    ordinal = rf"\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS[2:])}"
    english = rf"\b({ordinal})\s+(?!half|part|time|place|day|point|quarter)(?:[\w-]+\s+){{0,3}}?(?:{named})\b"
    found = re.search(english, text, re.IGNORECASE) or re.search(r"제?\s?(\d+차)", text)
    return next(iter(ordinals_in(found[1])), None) if found else None
