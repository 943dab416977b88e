"""When a rule is due. PURE: rule values in, instants out, no clock.

Two kinds of rule, told apart as Debian's cron does and cronsim with it:

- A fixed-time rule names its hour and its minute. It is due once in an hour that the clocks repeat, and at
  the first minute that exists when its own was skipped.
- An hourly or minute rule has a star in its hour or minute field. It follows elapsed time: it is due at
  every instant whose local reading matches, so a repeated hour counts twice and a skipped one not at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from bot.announcements.refusals import CronNeverFires, CronUnreadable, DateInPast

LAST_DAY = 0
"""The day number that stands for the last day of a month."""
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
WEEKDAYS = (1, 2, 3, 4, 5)
RUNS_SHOWN = 3
"""How many coming runs a person is shown before saving."""

_A_SECOND = timedelta(seconds=1)
_A_MINUTE = timedelta(minutes=1)
_A_DAY = timedelta(days=1)
_LOOK_BACK = tuple(timedelta(hours=hours) for hours in (1, 24, 24 * 8, 24 * 32, 24 * 366))
_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Once:
    """One moment, as a clock on the wall of the rule's zone shows it (no zone of its own)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Weekly:
    """On these days of the week (ISO: 1 is Monday), at one time of day."""

    days: tuple[int, ...]
    at: time


@dataclass(frozen=True, slots=True)
class Monthly:
    """On this day of the month, LAST_DAY for the last; months without it are passed over."""

    day: int
    at: time


@dataclass(frozen=True, slots=True)
class Cron:
    """Five cron fields that none of the other rules can say."""

    text: str


Rule = Once | Weekly | Monthly | Cron


def runs(rule: Rule, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """Every moment strictly after `after` at which the rule is due, in UTC, ascending; mostly without end."""
    if isinstance(rule, Once):
        at = _first_that_exists(rule.at, zone)
        return iter((at,) if at > after else ())
    text = cron_fields(rule)
    minute, hour, *_ = text.split()
    follows_elapsed_time = minute.startswith("*") or hour.startswith("*")
    return (_elapsed_runs if follows_elapsed_time else _fixed_runs)(text, zone, after)


def next_runs(rule: Rule, zone: ZoneInfo, after: datetime, count: int = RUNS_SHOWN) -> tuple[datetime, ...]:
    """The next `count` runs in UTC, fewer when the rule ends before."""
    return tuple(islice(runs(rule, zone, after), count))


def next_run(rule: Rule, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The first run strictly after `after`, in UTC, or None when there is none."""
    return next(runs(rule, zone, after), None)


def latest_run(rule: Rule, zone: ZoneInfo, after: datetime, until: datetime) -> datetime | None:
    """The last run later than `after` and not later than `until`, in UTC, or None.

    Looks back in growing steps, so that a rule of every minute costs the same after a week's outage as after
    an hour's.
    """
    for span in (*_LOOK_BACK, until - after):
        start = max(after, until - span)
        last = None
        for run in runs(rule, zone, start):
            if run > until:
                break
            last = run
        if last is not None or start == after:
            return last
    return None


def next_planned(rule: Rule, zone: ZoneInfo, planned: datetime, now: datetime) -> datetime | None:
    """What to plan once the run of `planned` is settled.

    Of several runs that are past already only the latest, else the next; None when there is none.
    """
    return latest_run(rule, zone, planned, now) or next_run(rule, zone, planned)


def cron_fields(rule: Weekly | Monthly | Cron) -> str:
    """The rule as five cron fields."""
    if isinstance(rule, Cron):
        return rule.text
    clock = f"{rule.at.minute} {rule.at.hour}"
    if isinstance(rule, Weekly):
        return f"{clock} * * {'*' if rule.days == EVERY_DAY else ','.join(str(day) for day in rule.days)}"
    return f"{clock} {'L' if rule.day == LAST_DAY else rule.day} * *"


def ensure_fires(rule: Rule, zone: ZoneInfo, now: datetime) -> None:
    """Refuses a rule that has no run after `now`: DateInPast, CronUnreadable or CronNeverFires."""
    if next_run(rule, zone, now) is not None:
        return
    if isinstance(rule, Once):
        raise DateInPast(at=_first_that_exists(rule.at, zone), now=now)
    raise CronNeverFires(text=cron_fields(rule))


def _fixed_runs(text: str, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    last = after
    for local in _simulation(text, after.astimezone(zone)):
        at = local.astimezone(UTC)
        # In the second pass of a repeated hour cronsim offers the first pass again; several skipped times
        # meet in the first minute after the gap.
        if at > last:
            last = at
            yield at


def _elapsed_runs(text: str, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    # One stretch of constant offset after another, in naive local time: given the zone itself, cronsim 2.8
    # jumps an hour at a time and loses runs where the clocks move by half an hour (Lord Howe Island).
    last, offset = after, _offset(zone, after)
    while True:
        for local in _simulation(text, (last + offset).replace(tzinfo=None)):
            at = local.replace(tzinfo=UTC) - offset
            change = _offset_change(zone, offset, last, at)
            if change is not None:
                last, offset = change - _A_SECOND, _offset(zone, change)
                break
            last = at
            yield at
        else:
            return


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _offset_change(zone: ZoneInfo, offset: timedelta, after: datetime, until: datetime) -> datetime | None:
    """The first second later than `after`, up to `until`, at which the zone leaves this offset, or None."""
    cursor = after
    while cursor < until:
        step = min(cursor + _A_DAY, until)
        if _offset(zone, step) != offset:
            while step - cursor > _A_SECOND:
                middle = cursor + (step - cursor) / 2
                if _offset(zone, middle) == offset:
                    cursor = middle
                else:
                    step = middle
            return step.replace(microsecond=0)
        cursor = step
    return None


def _simulation(text: str, start: datetime) -> CronSim:
    if len(text.split()) != _FIELDS:
        raise CronUnreadable(text=text, field="fields")
    try:
        return CronSim(text, start)
    except CronSimError as error:
        field = str(error).removeprefix("Bad ")
        if field == "day-of-month" and _readable(text):
            raise CronNeverFires(text=text) from error
        raise CronUnreadable(text=text, field=field) from error


def _readable(text: str) -> bool:
    # cronsim gives the same message for "day 32" and for "31 February"; in a long month only the first one
    # fails.
    minute, hour, day, _, weekday = text.split()
    try:
        CronSim(f"{minute} {hour} {day} 1 {weekday}", datetime(2000, 1, 1, tzinfo=UTC))
    except CronSimError:
        return False
    return True


def _first_that_exists(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first of two readings in a repeated hour; the first minute after the gap for a skipped one."""
    at = wall.replace(tzinfo=zone, fold=0)
    while at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall:
        wall += _A_MINUTE
        at = wall.replace(tzinfo=zone, fold=0)
    return at.astimezone(UTC)
