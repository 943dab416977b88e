"""What a person sets up: an announcement, a follow, a server's and a person's choices. PURE values."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.announcements.schedule import Rule

DEFAULT_GRACE = timedelta(hours=6)
"""How late a missed post is still worth posting, unless the announcement says otherwise."""
DEFAULT_ZONE = ZoneInfo("UTC")
REFUSALS_BEFORE_PAUSE = 3
"""So many runs in a row refused with 403 or 404 pause an announcement."""


class PlaceKind(StrEnum):
    """Where Discord puts a post; forums open a thread for it and know no nonce."""

    TEXT = "text"
    NEWS = "news"
    FORUM = "forum"
    THREAD = "thread"
    DM = "dm"


@dataclass(frozen=True, slots=True)
class Place:
    """One channel of one server; for a DM, `channel` is the person's id and `guild` is empty."""

    kind: PlaceKind
    channel: str
    guild: str = ""


class ContentKind(StrEnum):
    """Which ordinary answer the post is."""

    DIGEST = "digest"
    AGREED = "agreed"
    POSITIONS = "positions"
    ON_THIS_DAY = "on_this_day"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Content:
    """What is asked of the library at each run; `topic` and `side` are ids, empty where they do not apply."""

    kind: ContentKind
    topic: str = ""
    side: str = ""


class Missed(StrEnum):
    """What becomes of a run that could not be sent in time."""

    POST_LATE = "post_late"
    SKIP = "skip"


class Standing(StrEnum):
    """Whether an announcement makes new runs."""

    ACTIVE = "active"
    PAUSED = "paused"
    PAUSED_REFUSED = "paused_refused"
    DONE = "done"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One scheduled post as its owner saved it. `version` grows by one with every save."""

    id: str
    title: str
    content: Content
    rule: Rule
    zone: ZoneInfo
    place: Place
    owner: str
    created: datetime
    missed: Missed = Missed.POST_LATE
    grace: timedelta = DEFAULT_GRACE
    locale: str = ""
    role: str = ""
    thread: bool = False
    publish: bool = False
    standing: Standing = Standing.ACTIVE
    refusals: int = 0
    version: int = 1
    edited_by: str = ""


class FollowKind(StrEnum):
    """What a follow watches."""

    TOPIC = "topic"
    PARTY = "party"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Follow:
    """A place that wants to hear of matching releases: each as it arrives, or when `digest` is due."""

    id: str
    kind: FollowKind
    subject: str
    place: Place
    owner: str
    created: datetime
    digest: Rule | None = None
    zone: ZoneInfo = field(default=DEFAULT_ZONE)
    locale: str = ""


class Unsure(StrEnum):
    """A server's choice for a post of which nobody can tell any more whether it arrived."""

    AT_MOST_ONCE = "at_most_once"
    AT_LEAST_ONCE = "at_least_once"


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """A server's choices; empty text means the program's default."""

    guild: str
    locale: str = ""
    zone: ZoneInfo = field(default=DEFAULT_ZONE)
    visible_to: str = ""
    log_channel: str = ""
    unsure: Unsure = Unsure.AT_MOST_ONCE


@dataclass(frozen=True, slots=True)
class PersonalSettings:
    """A person's choices, the same in every server."""

    user: str
    locale: str = ""
