"""A stretch of time, which data have in English, as it is written in the language of a card."""

from __future__ import annotations

import re

from bot.answers.days import period_from
from bot.cards.language import Phrases
from bot.model.value import Locale

YEAR = r"(?P<year>\d{4})"
FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^(?:the )?{form}$", re.IGNORECASE), korean)
    for form, korean in (
        (rf"first half of {YEAR}", "{year}년 상반기"),
        (rf"second half of {YEAR}", "{year}년 하반기"),
        (rf"(?P<quarter>first|second|third|fourth) quarter of {YEAR}", "{year}년 {quarter}분기"),
        (rf"(?:beginning of|early in|early) {YEAR}", "{year}년 초"),
        (rf"(?:end of|late in|late) {YEAR}", "{year}년 말"),
        (rf"spring(?: of)? {YEAR}", "{year}년 봄"),
        (rf"summer(?: of)? {YEAR}", "{year}년 여름"),
        (rf"(?:autumn|fall)(?: of)? {YEAR}", "{year}년 가을"),
        (rf"winter(?: of)? {YEAR}", "{year}년 겨울"),
    )
)
QUARTERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def stretch(means: str, phrases: Phrases) -> str:
    """A half of a year, a month or a day as it is written ("2020년 하반기"); anything else as it stands."""
    if phrases.locale is not Locale.KO:
        return means
    for form, korean in FORMS:
        if found := form.match(means):
            return korean.format(**{name: QUARTERS.get(text.lower(), text) for name, text in found.groupdict().items()})
    period = period_from(means)
    if period is None:
        return means
    month = f" {period.month}월" if period.month else ""
    day = f" {period.day}일" if period.day else ""
    return f"{period.year}년{month}{day}"
