"""What to do with a claimed post. PURE: the row, what its channel's history shows, and the time; no I/O."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.announcements.announcement import DEFAULT_GRACE, Announcement, Missed, PlaceKind, Standing, Unsure
from bot.announcements.delivery import Delivery, Reason, State, Trigger, Why
from bot.announcements.schedule import latest_run

_MOST_DOUBLINGS = 16
"""More would overflow nothing yet, but say nothing either: the longest delay is reached long before."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The runner's limits.

    `nonce_window` must not exceed what the chat remembers: Discord says "a few minutes". `a_second` stays below the 50
    requests a second that Discord allows a bot.
    """

    at_once: int = 10
    a_second: int = 40
    lease: timedelta = timedelta(seconds=60)
    send_limit: timedelta = timedelta(seconds=45)
    nonce_window: timedelta = timedelta(minutes=2)
    late_after: timedelta = timedelta(minutes=5)
    first_retry: timedelta = timedelta(seconds=2)
    longest_retry: timedelta = timedelta(minutes=5)
    step_patience: timedelta = timedelta(hours=24)
    longest_sleep: timedelta = timedelta(minutes=5)
    ledger_retry: timedelta = timedelta(seconds=2)


class Sighting(StrEnum):
    """What is known of earlier tries.

    NOT_SENT is certain without looking; BLIND: the history could not be asked.
    """

    NOT_SENT = "not_sent"
    ABSENT = "absent"
    FORBIDDEN = "forbidden"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Found:
    """An earlier try arrived: its message's id."""

    message: str


@dataclass(frozen=True, slots=True)
class Send:
    """Post now. `late` makes the composer say so."""

    late: bool
    why: Why


@dataclass(frozen=True, slots=True)
class Leave:
    """Do not post; the run ends like this."""

    state: State
    why: Why
    message: str = ""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Nothing can be decided yet; look into the history again later."""

    why: str = field(default="history unavailable")


Decision = Send | Leave | LookAgain


def decide(
    delivery: Delivery,
    announcement: Announcement | None,
    seen: Sighting | Found,
    choice: Unsure,
    *,
    now: datetime,
    pace: Pace,
) -> Decision:
    """Whether a claimed post goes out now. `announcement` is None for the posts of follows."""
    if isinstance(seen, Found):
        return Leave(State.DONE, Why(Reason.FOUND, {"tries": str(delivery.tries)}), seen.message)
    if _taken_back(delivery, announcement):
        return Leave(State.SKIPPED, Why(Reason.GONE))
    if seen in (Sighting.FORBIDDEN, Sighting.BLIND) and not _nonce_protects(delivery, now, pace):
        return _without_sight(delivery, announcement, seen, choice, now=now, pace=pace)
    return _by_time(delivery, announcement, now, pace)


def retry_delay(tries: int, pace: Pace) -> timedelta:
    """How long to wait after that many tries: twice as long each time, up to a limit."""
    doubled: int = 2 ** min(tries - 1, _MOST_DOUBLINGS)
    return min(pace.first_retry * doubled, pace.longest_retry)


def _taken_back(delivery: Delivery, announcement: Announcement | None) -> bool:
    if announcement is None or delivery.trigger is Trigger.RUNNER:
        return False
    if delivery.trigger is Trigger.PERSON:
        return announcement.standing is Standing.DELETED
    return announcement.standing is not Standing.ACTIVE


def _nonce_protects(delivery: Delivery, now: datetime, pace: Pace) -> bool:
    """Whether the chat would still recognise a repetition of the first doubtful try."""
    if delivery.place.kind is PlaceKind.FORUM or delivery.doubt_since is None:
        return False
    # A negative age means that the clock was set back since: nobody knows how old the try is.
    return timedelta(0) <= now - delivery.doubt_since < pace.nonce_window


def _without_sight(
    delivery: Delivery,
    announcement: Announcement | None,
    seen: Sighting,
    choice: Unsure,
    *,
    now: datetime,
    pace: Pace,
) -> Decision:
    tries = {"tries": str(delivery.tries)}
    if seen is Sighting.BLIND:
        if now - delivery.planned <= _patience(announcement, pace):
            return LookAgain()
        return Leave(State.FAILED, Why(Reason.GAVE_UP, tries))
    if choice is Unsure.AT_MOST_ONCE:
        return Leave(State.FAILED, Why(Reason.KEPT_BACK_UNSURE, tries))
    timely = _by_time(delivery, announcement, now, pace)
    return Send(timely.late, Why(Reason.SENT_AGAIN_UNSURE, tries)) if isinstance(timely, Send) else timely


def _by_time(delivery: Delivery, announcement: Announcement | None, now: datetime, pace: Pace) -> Decision:
    lateness = now - delivery.planned
    if lateness <= pace.late_after:
        return Send(late=False, why=Why(Reason.ON_TIME))
    values = {"seconds": str(int(lateness.total_seconds())), "tries": str(delivery.tries)}
    if announcement is not None and delivery.trigger is Trigger.SCHEDULE:
        later = latest_run(announcement.rule, announcement.zone, delivery.planned, now)
        if later is not None:
            return Leave(State.SKIPPED, Why(Reason.OVERTAKEN, values | {"by": later.isoformat()}))
    if lateness > _patience(announcement, pace):
        return Leave(State.SKIPPED, Why(Reason.MISSED, values))
    return Send(late=True, why=Why(Reason.LATE, values))


def _patience(announcement: Announcement | None, pace: Pace) -> timedelta:
    if announcement is None:
        return DEFAULT_GRACE
    return pace.late_after if announcement.missed is Missed.SKIP else max(announcement.grace, pace.late_after)
