"""What is worked out of words of time, and words of time that are not worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.force import force_faults
from bot.library.checks.meeting import NUMBERS, PLAIN_STEMS, months_named
from bot.library.clauses import find_all
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.model.release import Derived
from bot.model.speech_acts import Act

TIME_WORDS = re.compile(
    r"\b(year|month|week|day|half|quarter|today|yesterday|tomorrow|spring|summer|autumn|winter|season|decade|"
    r"morning|evening|date|term|session|time|january|february|march|april|may|june|july|august|september|october|"
    r"november|december)s?\b",
    re.IGNORECASE,
)
PARTS_OF_TIME = re.compile(
    r"\b(?:first|second|third|fourth|half|quarter|spring|summer|autumn|winter|fall|end)\b", re.IGNORECASE
)
RELATIVE_YEARS = {"last year": -1, "this year": 0, "next year": 1, "the year before last": -2}
YEAR_DIGITS = 4


def check_derived(reading: Reading) -> Iterator[Fault]:
    """Phrases of time that mean another time than is worked out, and those of a year that are not worked out."""
    for i, derived in enumerate(reading.release.derived):
        yield from _derived_faults(reading, ("derived", i), derived)
    yield from _not_derived(reading)


def _not_derived(reading: Reading) -> Iterator[Fault]:
    """Words of a year in what somebody says that are not worked out: "last year" of which year?"""
    known = {
        (derived.paragraph, words)
        for derived in reading.release.derived
        for words in RELATIVE_YEARS
        if find_all(words, derived.quote)
    }
    for statement in reading.release.statements:
        for words in RELATIVE_YEARS if statement.act is not Act.BACKGROUND else ():
            if find_all(words, statement.quote) and (statement.paragraph, words) not in known:
                known.add((statement.paragraph, words))
                message = f"¶{statement.paragraph} has {words!r}; say which year that is"
                yield reading.fault(("derived",), message)


def _derived_faults(reading: Reading, place: Place, derived: Derived) -> Iterator[Fault]:
    """Only words of time are worked out, and "last year" is the year before."""
    if not TIME_WORDS.search(derived.quote):
        yield reading.fault((*place, "quote"), f"{derived.quote!r} speaks of no time; only dates are worked out")
    year = reading.release.day.year
    yield from force_faults(reading, (*place, "of", "ko"), derived.of.ko, derived.of.en)
    named = reading.parties_in(derived.of.en)
    for name, party in reading.lexicon.korean_parties_in(derived.of.ko):
        if party not in named:
            message = f"{name!r} is {party}, which {derived.of.en!r} does not name"
            yield reading.fault((*place, "of", "ko"), message)
    paragraph = reading.paragraph(derived.paragraph)
    around = f"{reading.release.title} {paragraph.text if paragraph else ''}"
    if outside := set(stems_of(derived.of.en)) - set(stems_of(around)) - reading.lexicon.own_stems - PLAIN_STEMS:
        words = ", ".join(word for word in derived.of.en.split() if outside & set(stems_of(word)))
        yield reading.fault(
            (*place, "of", "en"), f"{words!r} is not in ¶{derived.paragraph}; say what it is by its words"
        )
    months = months_named(derived.quote)
    printed_years = {int(n) for n in NUMBERS.findall(derived.means) if len(n) == YEAR_DIGITS}
    if (
        months
        and min(months) >= reading.release.published.month
        and printed_years - {year, reading.release.published.year}
    ):
        yield reading.fault(
            (*place, "means"), f"{derived.quote!r} after {reading.release.published} is in the same year"
        )
    lost = [word for word in PARTS_OF_TIME.findall(derived.quote) if word.lower() not in derived.means.lower()]
    if lost:
        yield reading.fault((*place, "means"), f"{derived.quote!r} has {lost[0]!r}, which {derived.means!r} has not")
    years = {int(n) for n in NUMBERS.findall(derived.means) if len(n) == YEAR_DIGITS}
    for words, shift in RELATIVE_YEARS.items():
        if find_all(words, derived.quote) and years and year + shift not in years:
            yield reading.fault((*place, "means"), f"{words!r} is {year + shift} here, not {derived.means}")
