"""One thing to do in Discord exactly once, and what became of it. PURE values."""

from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b

from bot.announcements.announcement import Place

MARK_BYTES = 12
"""96 bits are 20 letters: inside the 25 characters of a Discord nonce and the 100 of a custom_id."""


class Step(StrEnum):
    """What is done.

    Everything but POST is safe to repeat: Discord answers "already" or does the same again.
    """

    POST = "post"
    THREAD = "thread"
    PUBLISH = "publish"
    EDIT = "edit"
    NOTICE = "notice"


class Trigger(StrEnum):
    """Who asked for it."""

    SCHEDULE = "schedule"
    PERSON = "person"
    RELEASE = "release"
    RUNNER = "runner"


class State(StrEnum):
    """How far a delivery has come; PLANNED and SENDING are open, the others final."""

    PLANNED = "planned"
    SENDING = "sending"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a delivery ended as it did, for `why`; the values it needs travel beside it in Why."""

    ON_TIME = "on_time"
    LATE = "late"
    FOUND = "found"
    SENT_AGAIN_UNSURE = "sent_again_unsure"
    KEPT_BACK_UNSURE = "kept_back_unsure"
    MISSED = "missed"
    OVERTAKEN = "overtaken"
    SKIPPED_BY_PERSON = "skipped_by_person"
    NOTHING_TO_SAY = "nothing_to_say"
    WITHDRAWN = "withdrawn"
    GONE = "gone"
    REFUSED = "refused"
    GAVE_UP = "gave_up"
    COULD_NOT_COMPOSE = "could_not_compose"


@dataclass(frozen=True, slots=True)
class Why:
    """A reason with its values: what was refused (status, code, needs), by whom skipped, how many tries."""

    reason: Reason
    values: Mapping[str, str] = field(default_factory=dict)


class Notice(StrEnum):
    """What happened to a release."""

    NEW = "new"
    EDITED = "edited"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Carried:
    """A release that a post shows, in that revision, and the follow that wanted it, if one did."""

    release: str
    revision: str
    follow: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the ledger. `id` is also the nonce and the mark in the post.

    `source` is the announcement's id, or the place's name for follows. Of one lane, only the first open
    delivery (by `planned`, then `sequence`) is ever sent. `doubts` counts the tries that nobody knows the end
    of, this one included, and `doubt_since` is when the first of them began. `locale` is
    the language of its place, known while it is sent; it is not kept.
    """

    id: str
    source: str
    step: Step
    trigger: Trigger
    place: Place
    lane: str
    planned: datetime
    due: datetime
    sequence: int
    target: str = ""
    text: str = ""
    state: State = State.PLANNED
    tries: int = 0
    doubts: int = 0
    doubt_since: datetime | None = None
    owner: str = ""
    lease_until: datetime | None = None
    message: str = ""
    settled: datetime | None = None
    last_error: str = ""
    why: Why | None = None
    carried: tuple[Carried, ...] = ()
    locale: str = ""


def mark(source: str, occurrence: str, step: Step = Step.POST) -> str:
    """The id of what this source does for this occurrence: the same for every process, at any time."""
    digest = blake2b(f"{source}\n{occurrence}\n{step}".encode(), digest_size=MARK_BYTES).digest()
    return b32encode(digest).decode().rstrip("=").lower()


def post_lane(place: Place) -> str:
    """Posts of one channel go out in order, one at a time."""
    return f"post:{place.channel}"


def sequence_of(created: datetime) -> int:
    """Orders deliveries planned for the same moment: what was set up first goes first."""
    return round(created.timestamp() * 1_000_000)
