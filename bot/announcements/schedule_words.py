"""A schedule in plain words.

PURE: a rule becomes a Description, and a Description becomes words in a language.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from cronsim import CronSim

from bot.announcements.schedule import EVERY_DAY, LAST_DAY, WEEKDAYS, Cron, Monthly, Once, Rule
from bot.announcements.schedule_text import ENGLISH_DAYS, KOREAN_DAYS, ordinal

Locale = Literal["en", "ko"]


class Pattern(StrEnum):
    """What kind of sentence says the rule."""

    ONCE = "once"
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    MONTHLY_WHERE_THERE_IS_ONE = "monthly_where_there_is_one"
    LAST_DAY = "last_day"
    EVERY_MINUTES = "every_minutes"
    HOURLY = "hourly"
    CRON = "cron"


@dataclass(frozen=True, slots=True)
class Description:
    """The sentence's parts: `at` is HH:MM, `days` ISO weekdays, `number` a day of the month or a minute."""

    pattern: Pattern
    at: str = ""
    days: tuple[int, ...] = ()
    number: int = 0
    date: str = ""
    cron: str = ""


ENGLISH = {
    Pattern.ONCE: "once, on {date} at {at}",
    Pattern.DAILY: "every day at {at}",
    Pattern.WEEKDAYS: "every weekday (Monday to Friday) at {at}",
    Pattern.WEEKLY: "every {days} at {at}",
    Pattern.MONTHLY: "on the {ordinal} of every month at {at}",
    Pattern.MONTHLY_WHERE_THERE_IS_ONE: "on the {ordinal} of every month that has one, at {at}",
    Pattern.LAST_DAY: "on the last day of every month at {at}",
    Pattern.EVERY_MINUTES: "every {number} minutes",
    Pattern.HOURLY: "every hour at minute {number}",
    Pattern.CRON: "{explained} (cron {cron})",
}
KOREAN = {
    Pattern.ONCE: "{date} {at}에 한 번",
    Pattern.DAILY: "매일 {at}",
    Pattern.WEEKDAYS: "평일(월~금) {at}",
    Pattern.WEEKLY: "매주 {days} {at}",
    Pattern.MONTHLY: "매월 {number}일 {at}",
    Pattern.MONTHLY_WHERE_THERE_IS_ONE: "매월 {number}일 {at} (그 날이 없는 달은 건너뜀)",
    Pattern.LAST_DAY: "매월 말일 {at}",
    Pattern.EVERY_MINUTES: "{number}분마다",
    Pattern.HOURLY: "매시 {number}분",
    Pattern.CRON: "cron 식 {cron} (분 시 일 월 요일)",
}
_SHORTEST_MONTH = 28
_MINUTES_IN_HOUR = 60


def describe(rule: Rule) -> Description:
    """The rule as the parts of a sentence."""
    if isinstance(rule, Once):
        return Description(Pattern.ONCE, at=f"{rule.at:%H:%M}", date=f"{rule.at:%Y-%m-%d}")
    if isinstance(rule, Cron):
        return _cron(rule.text)
    at = f"{rule.at:%H:%M}"
    if isinstance(rule, Monthly):
        if rule.day == LAST_DAY:
            return Description(Pattern.LAST_DAY, at=at)
        always = rule.day <= _SHORTEST_MONTH
        pattern = Pattern.MONTHLY if always else Pattern.MONTHLY_WHERE_THERE_IS_ONE
        return Description(pattern, at=at, number=rule.day)
    if rule.days == EVERY_DAY:
        return Description(Pattern.DAILY, at=at)
    if rule.days == WEEKDAYS:
        return Description(Pattern.WEEKDAYS, at=at)
    return Description(Pattern.WEEKLY, at=at, days=rule.days)


def in_words(description: Description, locale: Locale) -> str:
    """The sentence in that language, without a full stop; the zone is not part of it."""
    if locale == "ko":
        days = ", ".join(f"{KOREAN_DAYS[day - 1]}요일" for day in description.days)
        return KOREAN[description.pattern].format(**_parts(description), days=days)
    names = [ENGLISH_DAYS[day - 1].title() for day in description.days]
    days = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    explained = _explained(description.cron) if description.cron else ""
    return ENGLISH[description.pattern].format(
        **_parts(description), days=days, ordinal=ordinal(description.number), explained=explained
    )


def _parts(description: Description) -> dict[str, str | int]:
    return {
        "at": description.at,
        "number": description.number,
        "date": description.date,
        "cron": f"`{description.cron}`",
    }


def _cron(text: str) -> Description:
    step = re.fullmatch(r"\*/([1-9]\d*) \* \* \* \*", text)
    if step and _MINUTES_IN_HOUR % int(step[1]) == 0:  # others begin anew each hour, so they are not "every 7 minutes"
        return Description(Pattern.EVERY_MINUTES, number=int(step[1]))
    if minute := re.fullmatch(r"(\d+) \* \* \* \*", text):
        return Description(Pattern.HOURLY, number=int(minute[1]))
    return Description(Pattern.CRON, cron=text)


def _explained(cron: str) -> str:
    words = CronSim(cron, datetime.combine(date(2000, 1, 1), time())).explain()
    return words[:1].lower() + words[1:]
