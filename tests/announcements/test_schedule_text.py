"""Schedules as people write them, and as they are told back."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.announcements.refusals import NoSuchDate, Refusal, ScheduleUnreadable
from bot.announcements.schedule import EVERY_DAY, LAST_DAY, WEEKDAYS, Cron, Monthly, Once, Rule, Weekly
from bot.announcements.schedule_text import read_schedule, rule_text
from bot.announcements.schedule_words import Description, Pattern, describe, in_words

NINE = time(9)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("every weekday 09:00", Weekly(WEEKDAYS, NINE)),
        ("Weekdays at 9am", Weekly(WEEKDAYS, NINE)),
        ("평일 09:00", Weekly(WEEKDAYS, NINE)),
        ("평일 오전 9시", Weekly(WEEKDAYS, NINE)),
        ("0 9 * * 1-5", Weekly(WEEKDAYS, NINE)),
        ("0 9 * * MON-FRI", Weekly(WEEKDAYS, NINE)),
        ("every day 09:00", Weekly(EVERY_DAY, NINE)),
        ("매일 09:00", Weekly(EVERY_DAY, NINE)),
        ("0 9 * * *", Weekly(EVERY_DAY, NINE)),
        ("every monday 09:00", Weekly((1,), NINE)),
        ("Mondays 9:00 AM", Weekly((1,), NINE)),
        ("매주 월요일 09:00", Weekly((1,), NINE)),
        ("every mon, wed and fri 21:30", Weekly((1, 3, 5), time(21, 30))),
        ("매주 월수금 오후 9시 30분", Weekly((1, 3, 5), time(21, 30))),
        ("0 9 * * 0", Weekly((7,), NINE)),
        ("1st of the month 08:30", Monthly(1, time(8, 30))),
        ("on the 1st of every month at 08:30", Monthly(1, time(8, 30))),
        ("매월 1일 08:30", Monthly(1, time(8, 30))),
        ("30 8 1 * *", Monthly(1, time(8, 30))),
        ("last day of the month 08:30", Monthly(LAST_DAY, time(8, 30))),
        ("매월 말일 08:30", Monthly(LAST_DAY, time(8, 30))),
        ("2026-12-01 09:00", Once(datetime.fromisoformat("2026-12-01 09:00"))),
        ("2026-12-01T09:00", Once(datetime.fromisoformat("2026-12-01 09:00"))),
        ("2026년 12월 1일 오후 2시", Once(datetime.fromisoformat("2026-12-01 14:00"))),
        ("every hour", Cron("0 * * * *")),
        ("30분마다", Cron("*/30 * * * *")),
        ("15 10 * * 2#1", Cron("15 10 * * 2#1")),
        ("0 9 1 * 1", Cron("0 9 1 * 1")),
        ("every day 12:00 am", Weekly(EVERY_DAY, time(0))),
        ("every day 12:00 pm", Weekly(EVERY_DAY, time(12))),
    ],
)
def test_what_people_write_becomes_a_rule(text: str, rule: Rule) -> None:
    assert read_schedule(text) == rule


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", ScheduleUnreadable(text="")),
        ("now and then", ScheduleUnreadable(text="now and then")),
        ("09:00", ScheduleUnreadable(text="09:00")),
        ("every funday 09:00", ScheduleUnreadable(text="every funday 09:00")),
        ("every 7 minutes", ScheduleUnreadable(text="every 7 minutes")),
        ("every second monday at 9am", ScheduleUnreadable(text="every second monday at 9am")),
        ("every day 25:00", NoSuchDate(text="every day 25:00")),
        ("every day 13:00 pm", NoSuchDate(text="every day 13:00 pm")),
        ("2026-02-30 09:00", NoSuchDate(text="2026-02-30 09:00")),
        ("32nd of the month 09:00", NoSuchDate(text="32nd of the month 09:00")),
        ("매월 0일 09:00", NoSuchDate(text="매월 0일 09:00")),
        ("9" * 5000, ScheduleUnreadable(text="9" * 200)),
    ],
)
def test_what_is_no_schedule_is_refused_with_what_was_written(text: str, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        read_schedule(text)
    assert refused.value == refusal


times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
rules = (
    st.builds(Weekly, st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))), times)
    | st.builds(Monthly, st.integers(0, 31), times)
    | st.builds(
        Once,
        st.datetimes(datetime.fromisoformat("2000-01-01 00:00")).map(lambda at: at.replace(second=0, microsecond=0)),
    )
)


@given(rules)
def test_what_is_kept_in_the_ledger_reads_back_to_the_same_rule(rule: Rule) -> None:
    assert read_schedule(rule_text(rule)) == rule


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        rule = read_schedule(text)
    except Refusal:
        return
    assert read_schedule(rule_text(rule)) == rule


@pytest.mark.parametrize(
    ("rule", "english", "korean"),
    [
        (Weekly(WEEKDAYS, NINE), "every weekday (Monday to Friday) at 09:00", "평일(월~금) 09:00"),
        (Weekly(EVERY_DAY, NINE), "every day at 09:00", "매일 09:00"),
        (Weekly((1,), NINE), "every Monday at 09:00", "매주 월요일 09:00"),
        (
            Weekly((1, 3, 5), NINE),
            "every Monday, Wednesday and Friday at 09:00",
            "매주 월요일, 수요일, 금요일 09:00",
        ),
        (Monthly(1, NINE), "on the 1st of every month at 09:00", "매월 1일 09:00"),
        (
            Monthly(31, NINE),
            "on the 31st of every month that has one, at 09:00",
            "매월 31일 09:00 (그 날이 없는 달은 건너뜀)",
        ),
        (Monthly(LAST_DAY, NINE), "on the last day of every month at 09:00", "매월 말일 09:00"),
        (
            Once(datetime.fromisoformat("2026-12-01 09:00")),
            "once, on 2026-12-01 at 09:00",
            "2026-12-01 09:00에 한 번",
        ),
        (Cron("*/30 * * * *"), "every 30 minutes", "30분마다"),
        (Cron("0 * * * *"), "every hour at minute 0", "매시 0분"),
        (
            Cron("*/7 * * * *"),
            "every seventh minute of every hour (cron `*/7 * * * *`)",
            "cron 식 `*/7 * * * *` (분 시 일 월 요일)",
        ),
        (
            Cron("15 10 * * 2#1"),
            "at 10:15 on the first Tuesday of the month (cron `15 10 * * 2#1`)",
            "cron 식 `15 10 * * 2#1` (분 시 일 월 요일)",
        ),
    ],
)
def test_a_rule_is_told_back_in_plain_words(rule: Rule, english: str, korean: str) -> None:
    assert (in_words(describe(rule), "en"), in_words(describe(rule), "ko")) == (english, korean)


def test_a_description_is_a_value() -> None:
    assert describe(Weekly((1,), NINE)) == Description(Pattern.WEEKLY, at="09:00", days=(1,))
