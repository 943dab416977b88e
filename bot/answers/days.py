"""Days as people type them: 2020-08-27, 27 August 2020, Aug. 27th, 2020, 2020년 8월 27일; or a month, or a year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

NUMBERS = re.compile(
    r"^\s*(?P<year>\d{4})(?:\s*[-./년]\s*(?P<month>\d{1,2})"
    r"(?:\s*[-./월]\s*(?P<day>\d{1,2})\s*일?\s*|\s*월?\s*)?|\s*년?\s*)?\.?\s*$"
)
MONTHS = "January February March April May June July August September October November December".lower().split()
SHORT = 3
MONTH = rf"(?P<month>{'|'.join(f'{name}|{name[:SHORT]}' for name in MONTHS)}|sept)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
IN_WORDS = tuple(
    re.compile(rf"^\s*(?:the\s+)?{order}\s*$", re.IGNORECASE)
    for order in (
        rf"(?:{DAY}(?:\s+of)?\s+)?{MONTH}(?:\s+of)?,?\s+(?P<year>\d{{4}})",
        rf"{MONTH}\s+{DAY},?\s+(?P<year>\d{{4}})",
    )
)
DECEMBER = 12
YEAR_LAST = re.compile(r"^\s*(?P<first>\d{1,2})[-./](?P<second>\d{1,2})[-./](?P<year>\d{4})\.?\s*$")
RUN_TOGETHER = re.compile(r"^\s*(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)\s*$")
WITHOUT_YEAR = tuple(
    re.compile(rf"^\s*(?:on\s+)?(?:the\s+)?{form}\s*$", re.IGNORECASE)
    for form in (rf"{DAY}(?:\s+of)?\s+{MONTH}", rf"{MONTH}\s+{DAY}", r"(?P<month>\d{1,2})\s*월\s*(?P<day>\d{1,2})\s*일")
)
LEAP_YEAR = 2000


@dataclass(frozen=True)
class Period:
    """A day, a month without its day, or a year without its month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day."""
        month = self.month or DECEMBER
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def text(self) -> str:
        """As releases are dated (ISO 8601): 2020, 2020-08, 2020-08-27."""
        return self.first.isoformat()[: 4 if self.month is None else 7 if self.day is None else 10]


def period_from(typed: str) -> Period | None:
    """The day, month or year that is typed; None for anything else, and for a day that no calendar has.

    Of 26/08/2020 only one number can be a month; 05/06/2020 can be two days, and is none for certain.
    """
    match = next((found for form in (NUMBERS, RUN_TOGETHER, *IN_WORDS) if (found := form.match(typed))), None)
    if match is None:
        days = dict.fromkeys(_year_last(typed))
        return next(iter(days)) if len(days) == 1 else None
    year, month, day = match["year"], match["month"], match["day"]
    period = Period(int(year), _month(month) if month else None, int(day) if day else None)
    return period if _exists(period) else None


def _year_last(typed: str) -> Iterator[Period]:
    """The days that two numbers before a year can be, the day first or the month."""
    if match := YEAR_LAST.match(typed):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        yield from filter(_exists, (Period(year, second, first), Period(year, first, second)))


@dataclass(frozen=True)
class Dated:
    """A day as far as it was given: the year may be missing."""

    year: int | None
    month: int
    day: int


def days_from(typed: str) -> tuple[Dated, ...]:
    """Every day that can be meant where `period_from` finds none for certain: "26 Aug", 05/06/2020."""
    match = next((found for form in WITHOUT_YEAR if (found := form.match(typed))), None)
    if match is None:
        return tuple(Dated(p.year, p.month or 1, p.day or 1) for p in dict.fromkeys(_year_last(typed)))
    month, day = _month(match["month"]), int(match["day"])
    return (Dated(None, month, day),) if _exists(Period(LEAP_YEAR, month, day)) else ()


def _month(typed: str) -> int:
    if typed.isdecimal():
        return int(typed)
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(typed.lower()[:SHORT]))


def _exists(period: Period) -> bool:
    if not date.min.year <= period.year <= date.max.year or not 1 <= (period.month or 1) <= DECEMBER:
        return False
    return 1 <= (period.day or 1) <= calendar.monthrange(period.year, period.month or DECEMBER)[1]
