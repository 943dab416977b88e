"""Schedules as people write them, in English, Korean or cron. PURE."""

import re
from datetime import date, datetime, time

from bot.announcements.refusals import NoSuchDate, ScheduleUnreadable
from bot.announcements.schedule import EVERY_DAY, LAST_DAY, WEEKDAYS, Cron, Monthly, Once, Rule, Weekly

ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
KOREAN_DAYS = ("월", "화", "수", "목", "금", "토", "일")
LONGEST_TEXT = 200
"""More than any schedule needs; refused unread."""

HOUR, HALF_DAY = 60, 12
LAST_HOUR, LAST_MINUTE, LONGEST_MONTH = 23, 59, 31
CRON_FIELDS = 5
DAY_LETTERS = 3
"""So many letters tell the days of the week apart."""
_WEEKEND = (6, 7)
_HALVES = {"오전": "am", "오후": "pm", "am": "am", "pm": "pm"}
_DAY_GROUPS = {
    "day": EVERY_DAY,
    "daily": EVERY_DAY,
    "매일": EVERY_DAY,
    "날마다": EVERY_DAY,
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS,
    "평일": WEEKDAYS,
    "weekend": _WEEKEND,
    "weekends": _WEEKEND,
    "주말": _WEEKEND,
}
_CLOCK = re.compile(
    r"(?:(?P<half>오전|오후)\s*)?"
    r"(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"|(?P<khour>\d{1,2})시(?:\s*(?P<kminute>\d{1,2})분)?"
    r"|(?P<bare>\d{1,2})(?=\s*[ap]m))"
    r"(?:\s*(?P<ampm>am|pm))?$"
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일")
_MONTHLY = re.compile(
    r"(?:every month )?(?:on )?(?:the )?(?P<en>\d{1,2}(?:st|nd|rd|th)|last day)"
    r"(?: day)?(?: of (?:the|every|each) month)?"
    r"|매(?:월|달)\s*(?:(?P<ko>\d{1,2})일|(?P<last>말일|마지막\s*날))"
)
_CRON_TIME = re.compile(r"[0-9*][0-9*/,-]*")
_CRON_DAY = re.compile(r"[0-9a-z*][0-9a-z*/,#-]*")
_CRON_NUMBER = re.compile(r"\d{1,2}")


def read_schedule(text: str) -> Rule:
    """The rule that the wording means; cron that says no more than a plain rule becomes that rule.

    Raises ScheduleUnreadable, or NoSuchDate for a date, day or time of day that does not exist. Whether the
    rule ever fires is `schedule.ensure_fires`'s question, which knows zone and now.
    """
    said = " ".join(text.split()).casefold()
    if len(text) > LONGEST_TEXT or not said:
        raise ScheduleUnreadable(text=text[:LONGEST_TEXT])
    fields = said.split()
    if (
        len(fields) == CRON_FIELDS
        and all(map(_CRON_TIME.fullmatch, fields[:2]))
        and all(map(_CRON_DAY.fullmatch, fields[2:]))
    ):
        return _plainest(fields)
    return _interval(said) or _calendar(said, text)


def rule_text(rule: Rule) -> str:
    """One wording of the rule, for the ledger and for backups; `read_schedule` reads the same rule back."""
    if isinstance(rule, Once):
        return f"{rule.at:%Y-%m-%d %H:%M}"
    if isinstance(rule, Cron):
        return rule.text
    clock = f"{rule.at:%H:%M}"
    if isinstance(rule, Monthly):
        day = "last day" if rule.day == LAST_DAY else ordinal(rule.day)
        return f"{day} of the month {clock}"
    if rule.days == EVERY_DAY:
        return f"every day {clock}"
    if rule.days == WEEKDAYS:
        return f"every weekday {clock}"
    return f"every {', '.join(ENGLISH_DAYS[day - 1] for day in rule.days)} {clock}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _plainest(fields: list[str]) -> Rule:
    minute, hour, day, month, weekday = fields
    cron = Cron(" ".join(fields).upper())
    if month != "*" or not (_CRON_NUMBER.fullmatch(minute) and _CRON_NUMBER.fullmatch(hour)):
        return cron
    if int(minute) > LAST_MINUTE or int(hour) > LAST_HOUR:
        return cron
    at = time(int(hour), int(minute))
    if weekday == "*" and day == "l":
        return Monthly(LAST_DAY, at)
    if weekday == "*" and _CRON_NUMBER.fullmatch(day) and 1 <= int(day) <= LONGEST_MONTH:
        return Monthly(int(day), at)
    if day == "*" and (days := _cron_weekdays(weekday)):
        return Weekly(days, at)
    return cron


def _cron_weekdays(field: str) -> tuple[int, ...]:
    if field == "*":
        return EVERY_DAY
    days: set[int] = set()
    for number, name in enumerate(ENGLISH_DAYS, start=1):
        field = field.replace(name[:3], str(number))
    for part in field.split(","):
        bounds = re.fullmatch(r"([0-7])(?:-([0-7]))?", part)
        if bounds is None or int(bounds[2] or bounds[1]) < int(bounds[1]):
            return ()
        days.update((day or 7) for day in range(int(bounds[1]), int(bounds[2] or bounds[1]) + 1))
    return tuple(sorted(days))


def _interval(said: str) -> Rule | None:
    if said in ("every hour", "hourly", "매시간", "매시"):
        return Cron("0 * * * *")
    minutes = re.fullmatch(r"every (\d{1,2}) minutes|(\d{1,2})분마다", said)
    if minutes is None:
        return None
    step = int(minutes[1] or minutes[2])
    # Only these keep their distance over the end of an hour.
    return Cron(f"*/{step} * * * *") if 0 < step < HOUR and HOUR % step == 0 else None


def _calendar(said: str, text: str) -> Rule:
    clock = _CLOCK.search(said)
    if clock is None:
        raise ScheduleUnreadable(text=text)
    # "2026-12-01T09:00" leaves its T behind.
    days = re.sub(r"[\s,]*(?:\bat|(?<=\d)t)?[\s,]*$", "", said[: clock.start()])
    if written := _DATE.fullmatch(days):
        return Once(_moment(written, _time(clock, text), text))
    if monthly := _MONTHLY.fullmatch(days):
        return Monthly(_day_of_month(monthly, text), _time(clock, text))
    named = _weekdays(days)
    if not named:
        raise ScheduleUnreadable(text=text)
    return Weekly(named, _time(clock, text))


def _time(clock: re.Match[str], text: str) -> time:
    hour = int(clock["hour"] or clock["khour"] or clock["bare"])
    half = _HALVES.get(clock["half"] or clock["ampm"] or "")
    if half and not 1 <= hour <= HALF_DAY:
        raise NoSuchDate(text=text)
    if half:
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    try:
        return time(hour, int(clock["minute"] or clock["kminute"] or 0))
    except ValueError as error:
        raise NoSuchDate(text=text) from error


def _moment(written: re.Match[str], at: time, text: str) -> datetime:
    year, month, day = (int(part) for part in written.groups() if part is not None)
    try:
        return datetime.combine(date(year, month, day), at)
    except ValueError as error:
        raise NoSuchDate(text=text) from error


def _day_of_month(monthly: re.Match[str], text: str) -> int:
    if monthly["last"] or monthly["en"] == "last day":
        return LAST_DAY
    day = int(re.sub(r"\D", "", monthly["en"] or monthly["ko"]))
    if not 1 <= day <= LONGEST_MONTH:
        raise NoSuchDate(text=text)
    return day


def _weekdays(days: str) -> tuple[int, ...]:
    korean = re.fullmatch(r"매주\s*(.+)", days)
    words = re.split(r"[\s,·]+|(?<=\w)and\b", (korean[1] if korean else days.removeprefix("every ")).strip())
    found: set[int] = set()
    for word in words:
        if word in ("and", "on", ""):
            continue
        meant = _DAY_GROUPS.get(word) or _named_days(word)
        if not meant:
            return ()
        found.update(meant)
    return tuple(sorted(found))


def _named_days(word: str) -> tuple[int, ...]:
    if re.fullmatch(r"[월화수목금토일](?:요일)?", word):
        return (KOREAN_DAYS.index(word[0]) + 1,)
    if re.fullmatch(r"[월화수목금토일]{2,7}", word):
        return tuple(KOREAN_DAYS.index(letter) + 1 for letter in word)
    singular = word.removesuffix("s") if word.endswith("days") else word
    for number, name in enumerate(ENGLISH_DAYS, start=1):
        # "mon", "tue", "tues", "thur": three letters tell every day apart.
        if len(singular) >= DAY_LETTERS and name.startswith(singular):
            return (number,)
    return ()
