"""When rules are due: at every change of the clocks, in five zones, for ten years, and for random rules."""

from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.announcements.refusals import CronNeverFires, CronUnreadable, DateInPast
from bot.announcements.schedule import (
    EVERY_DAY,
    LAST_DAY,
    Cron,
    Monthly,
    Once,
    Rule,
    Weekly,
    ensure_fires,
    latest_run,
    next_planned,
    next_run,
    next_runs,
    runs,
)

ZONES = ("America/New_York", "Europe/London", "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca")
"""North, Greenwich, south with changes at midnight, half an hour, and four changes a year around Ramadan."""
FIRST_YEAR, LAST_YEAR = 2020, 2029
SEOUL = ZoneInfo("Asia/Seoul")
MINUTE = timedelta(minutes=1)


@cache
def changes(name: str) -> tuple[datetime, ...]:
    """The minutes at which the zone's clocks are moved in ten years."""
    zone, found = ZoneInfo(name), []
    hour = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    while hour.year <= LAST_YEAR:
        following = hour + timedelta(hours=1)
        if hour.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            minutes = (hour + minute * MINUTE for minute in range(1, 61))
            before = hour.astimezone(zone).utcoffset()
            found.append(next(one for one in minutes if one.astimezone(zone).utcoffset() != before))
        hour = following
    return tuple(found)


def around(change: datetime) -> tuple[datetime, datetime]:
    """From a quarter of a day before to half a day after."""
    return change - timedelta(hours=6), change + timedelta(hours=12)


def between(rule: Rule, zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """The rule's runs later than start, up to end."""
    found = []
    for run in runs(rule, zone, start):
        if run > end:
            break
        found.append(run)
    return found


def minutes(start: datetime, end: datetime) -> list[datetime]:
    """Every minute later than start, up to end."""
    return [start + MINUTE * number for number in range(1, int((end - start) / MINUTE) + 1)]


def by_the_wall(at: time, zone: ZoneInfo, start: datetime, end: datetime) -> list[datetime]:
    """What "every day at" means: the first minute of each date that shows this time or, if it was skipped, a
    later one; found by looking at the clock every minute.
    """
    found: dict[object, datetime] = {}
    for minute in minutes(start - timedelta(hours=6), end):
        local = minute.astimezone(zone)
        shown = local.replace(second=0, microsecond=0, tzinfo=None)
        wanted = datetime.combine(local.date(), at)
        previous = (minute - MINUTE).astimezone(zone).replace(tzinfo=None)
        jumped_over = previous < wanted < shown
        if (shown == wanted or jumped_over) and wanted not in found:
            found[wanted] = minute
        # A change at midnight skips a time of the new date while the clock still shows the old one.
        at_new_date = datetime.combine(shown.date(), at)
        if previous < at_new_date < shown and at_new_date not in found:
            found[at_new_date] = minute
    return sorted({minute for minute in found.values() if start < minute <= end})


@pytest.mark.parametrize("name", ZONES)
def test_the_zones_really_change_their_clocks(name: str) -> None:
    assert len(changes(name)) >= 2 * (LAST_YEAR - FIRST_YEAR + 1)


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize(
    "at",
    [
        time(0, 0),
        time(0, 30),
        time(1, 0),
        time(1, 15),
        time(1, 59),
        time(2, 0),
        time(2, 30),
        time(3, 0),
        time(23, 30),
    ],
)
def test_a_daily_time_is_due_once_a_day_and_at_the_next_valid_minute(name: str, at: time) -> None:
    zone = ZoneInfo(name)
    for change in changes(name):
        start, end = around(change)
        assert between(Weekly(EVERY_DAY, at), zone, start, end) == by_the_wall(at, zone, start, end), change


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize(("cron", "shown"), [("0 * * * *", {0}), ("30 * * * *", {30}), ("*/20 * * * *", {0, 20, 40})])
def test_hourly_and_minute_rules_are_due_at_every_instant_that_shows_their_minute(
    name: str, cron: str, shown: set[int]
) -> None:
    zone = ZoneInfo(name)
    for change in changes(name):
        start, end = around(change)
        expected = [minute for minute in minutes(start, end) if minute.astimezone(zone).minute in shown]
        assert between(Cron(cron), zone, start, end) == expected, change


@pytest.mark.parametrize("name", [name for name in ZONES if name != "Australia/Lord_Howe"])
def test_where_clocks_move_by_whole_hours_an_hourly_rule_is_due_every_real_hour(name: str) -> None:
    for change in changes(name):
        found = between(Cron("15 * * * *"), ZoneInfo(name), *around(change))
        assert {after - before for before, after in pairwise(found)} == {timedelta(hours=1)}


def test_asked_in_the_second_pass_of_a_doubled_hour_the_first_pass_does_not_come_again() -> None:
    zone = ZoneInfo("America/New_York")
    second_pass = datetime(2026, 11, 1, 6, 10, tzinfo=UTC)
    assert next_run(Weekly(EVERY_DAY, time(1, 30)), zone, second_pass) == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "zone", "instant"),
    [
        (
            datetime.fromisoformat("2026-03-08 02:30"),
            "America/New_York",
            datetime(2026, 3, 8, 7, 0, tzinfo=UTC),
        ),
        (
            datetime.fromisoformat("2026-11-01 01:30"),
            "America/New_York",
            datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        ),
        (datetime.fromisoformat("2026-12-01 09:00"), "Asia/Seoul", datetime(2026, 12, 1, 0, 0, tzinfo=UTC)),
    ],
)
def test_a_single_moment_in_a_skipped_or_doubled_hour(wall: datetime, zone: str, instant: datetime) -> None:
    after = datetime(2026, 1, 1, tzinfo=UTC)
    assert next_runs(Once(wall), ZoneInfo(zone), after) == (instant,)


def test_the_next_three_runs_of_a_weekday_rule_pass_over_the_weekend() -> None:
    friday = datetime(2026, 11, 6, 3, 0, tzinfo=UTC)
    assert next_runs(Weekly((1, 2, 3, 4, 5), time(9)), SEOUL, friday) == (
        datetime(2026, 11, 9, 0, 0, tzinfo=UTC),
        datetime(2026, 11, 10, 0, 0, tzinfo=UTC),
        datetime(2026, 11, 11, 0, 0, tzinfo=UTC),
    )


def test_the_31st_passes_over_shorter_months_and_the_last_day_does_not() -> None:
    start = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
    assert [run.month for run in next_runs(Monthly(31, time(9)), SEOUL, start)] == [3, 5, 7]
    assert [run.day for run in next_runs(Monthly(LAST_DAY, time(9)), SEOUL, start)] == [28, 31, 30]


@pytest.mark.parametrize("text", ["0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6 *", "* * 31 2 *"])
def test_a_cron_that_never_fires_is_refused(text: str) -> None:
    with pytest.raises(CronNeverFires) as refused:
        ensure_fires(Cron(text), SEOUL, datetime(2026, 11, 1, tzinfo=UTC))
    assert refused.value == CronNeverFires(text=text)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("61 9 * * *", "minute"),
        ("0 25 * * *", "hour"),
        ("0 9 32 * *", "day-of-month"),
        ("0 9 * 13 *", "month"),
        ("0 9 * * 8", "day-of-week"),
        ("0 9 * *", "fields"),
    ],
)
def test_an_unreadable_cron_is_refused_with_the_field_at_fault(text: str, field: str) -> None:
    with pytest.raises(CronUnreadable) as refused:
        ensure_fires(Cron(text), SEOUL, datetime(2026, 11, 1, tzinfo=UTC))
    assert refused.value == CronUnreadable(text=text, field=field)


def test_a_date_in_the_past_is_refused() -> None:
    now = datetime(2026, 12, 1, 0, 0, tzinfo=UTC)
    with pytest.raises(DateInPast) as refused:
        ensure_fires(Once(datetime.fromisoformat("2026-12-01 09:00")), SEOUL, now)
    assert refused.value == DateInPast(at=now, now=now)


def test_29_february_is_rare_but_fires() -> None:
    after = datetime(2026, 1, 1, tzinfo=UTC)
    assert next_run(Cron("0 9 29 2 *"), SEOUL, after) == datetime(2028, 2, 29, 0, 0, tzinfo=UTC)


def test_after_an_outage_only_the_latest_missed_run_is_planned() -> None:
    rule, planned = Cron("*/5 * * * *"), datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    now = planned + timedelta(days=40, minutes=7)
    assert next_planned(rule, SEOUL, planned, now) == planned + timedelta(days=40, minutes=5)


def test_without_an_outage_the_next_run_is_planned() -> None:
    planned = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)
    assert next_planned(Weekly(EVERY_DAY, time(9)), SEOUL, planned, planned) == planned + timedelta(days=1)


times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
fields = st.integers(0, 59).map(str) | st.just("*") | st.integers(2, 30).map(lambda step: f"*/{step}")
hours = st.integers(0, 23).map(str) | st.just("*") | st.just("9-17")
rules = (
    st.builds(Weekly, st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))), times)
    | st.builds(Monthly, st.integers(0, 31), times)
    | st.builds(lambda minute, hour: Cron(f"{minute} {hour} * * *"), fields, hours)
)
zones = st.sampled_from((*ZONES, "Asia/Seoul", "UTC", "Pacific/Apia", "Asia/Kathmandu")).map(ZoneInfo)
moments = st.datetimes(
    datetime.fromisoformat("2020-01-01 00:00"),
    datetime.fromisoformat("2035-01-01 00:00"),
    timezones=st.just(UTC),
)


@settings(deadline=None)
@given(rule=rules, zone=zones, after=moments)
def test_runs_rise_lie_after_the_question_and_do_not_depend_on_where_it_is_asked(
    rule: Rule, zone: ZoneInfo, after: datetime
) -> None:
    first, second, third = next_runs(rule, zone, after)
    assert after < first < second < third
    assert next_runs(rule, zone, first, count=2) == (second, third)
    assert next_run(rule, zone, first - timedelta(seconds=1)) == first


@settings(deadline=None)
@given(rule=rules, zone=zones, after=moments, outage=st.timedeltas(timedelta(0), timedelta(days=40)))
def test_the_latest_run_is_the_last_of_all_runs(rule: Rule, zone: ZoneInfo, after: datetime, outage: timedelta) -> None:
    until = after + min(outage, timedelta(days=2) if isinstance(rule, Cron) else outage)
    found = between(rule, zone, after, until)
    assert latest_run(rule, zone, after, until) == (found[-1] if found else None)
