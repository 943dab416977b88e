"""When, where and how the meeting was held: only as far as the text says so."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from bot.errors import Fault
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.model.release import Held, Meeting

NUMBERS = re.compile(r"\d+")


def check_meetings(reading: Reading) -> Iterator[Fault]:
    """The title and dates as printed; a place only where the text says held, not planned."""
    release, found = reading.release, reading.outline
    if not found.title_found:
        yield reading.fault(("title",), "the title does not stand in the text as printed")
    if found.printed_date and found.printed_date != release.published.isoformat():
        yield reading.fault(("published",), f"{release.published} is not the date printed, {found.printed_date}")
    for i, meeting in enumerate(release.meetings):
        if meeting.held:
            yield from _held_faults(reading, ("meetings", i, "held"), meeting.held)
        yield from _place_faults(reading, ("meetings", i, "place"), meeting)


def _held_faults(reading: Reading, place: Place, held: Held) -> Iterator[Fault]:
    if held.date > reading.release.published:
        yield reading.fault((*place, "date"), f"{held.date} is after the release came out")
    if held.until and held.until < held.date:
        yield reading.fault((*place, "until"), f"{held.until} is before {held.date}")
    if held.derived:
        printed_numbers = {int(n) for n in NUMBERS.findall(held.quote)}
        if printed_numbers and held.date.day not in printed_numbers and not _spells(held.date, held.quote):
            yield reading.fault((*place, "date"), f"the day {held.date.day} is not in the quote {held.quote!r}")
        months = _months_named(held.quote)
        if months and held.date.month not in months:
            yield reading.fault((*place, "date"), f"{held.quote!r} names another month than {held.date}")
    elif not _spells(held.date, held.quote):
        message = f"{held.quote!r} does not print all of {held.date}; say in `derived` what is worked out"
        yield reading.fault((*place, "derived"), message)


def _months_named(text: str) -> set[int]:
    words = {word.strip(".,").lower() for word in text.split()}
    return {m for m in range(1, 13) if {calendar.month_name[m].lower(), calendar.month_abbr[m].lower()} & words}


def _spells(day: date, text: str) -> bool:
    numbers = {int(n) for n in NUMBERS.findall(text)}
    return {day.year, day.day} <= numbers and (day.month in _months_named(text) or day.month in numbers)


def _place_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    if meeting.place is None:
        return
    if meeting.format and meeting.format.is_ in ("virtual", "phone"):
        yield reading.fault(place, f"a {meeting.format.is_} meeting has no place; was it only planned there?")
    spans = reading.spans(meeting.place)
    paragraph = reading.paragraph(meeting.place.paragraph)
    if spans and paragraph and re.search(r"\bplanned\b|\bscheduled\b|\bwas to\b", meeting.place.quote, re.IGNORECASE):
        yield reading.fault(place, "the quote speaks of a plan; give it as planned_place")
