"""Days as people type them: 2020-08-27, 27 August 2020, Aug. 27th, 2020, 2020년 8월 27일; or a month, or a year."""

from __future__ import annotations

import calendar
import re
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
    """The day, month or year that is typed; None for anything else, and for a day that no calendar has."""
    match = next((found for form in (NUMBERS, *IN_WORDS) if (found := form.match(typed))), None)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    period = Period(int(year), _month(month) if month else None, int(day) if day else None)
    return period if _exists(period) else None


def _month(typed: str) -> int:
    if typed.isdecimal():
        return int(typed)
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(typed.lower()[:SHORT]))


def _exists(period: Period) -> bool:
    if not date.min.year <= period.year <= date.max.year or not 1 <= (period.month or 1) <= DECEMBER:
        return False
    return 1 <= (period.day or 1) <= calendar.monthrange(period.year, period.month or DECEMBER)[1]
