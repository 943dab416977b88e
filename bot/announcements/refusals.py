"""What announcements refuse, as values. The sentences for people are chosen elsewhere, in their language.

Only what ends the program speaks for itself: it is read by whoever started it.
"""

from dataclasses import dataclass, fields
from datetime import datetime

from bot.errors import ReadoutError


@dataclass(unsafe_hash=True)
class Refusal(ReadoutError):  # noqa: N818 - what is refused is no error of the program
    """The root of this room's refusals; its text names the values, for logs."""

    def __str__(self) -> str:
        # The dataclasses below have no Exception.args worth printing.
        named = (f"{part.name}={getattr(self, part.name)!r}" for part in fields(self))
        return f"{type(self).__name__}({', '.join(named)})"


@dataclass(unsafe_hash=True)
class ScheduleUnreadable(Refusal):
    """The wording is no schedule that we know."""

    text: str


@dataclass(unsafe_hash=True)
class CronUnreadable(Refusal):
    """Five fields, one of which cannot be read; `field` is cron's own name for it ("minute", "day-of-week")."""

    text: str
    field: str


@dataclass(unsafe_hash=True)
class CronNeverFires(Refusal):
    """Well formed, yet no date will ever match, such as 31 February."""

    text: str


@dataclass(unsafe_hash=True)
class NoSuchDate(Refusal):
    """A date or time that no calendar or clock has, such as 2026-02-30 or 25:00."""

    text: str


@dataclass(unsafe_hash=True)
class DateInPast(Refusal):
    """`at` is the moment that was asked for, `now` the moment of asking; both UTC."""

    at: datetime
    now: datetime


@dataclass(unsafe_hash=True)
class ZoneAmbiguous(Refusal):
    """An abbreviation that several places use, or that hides summer time; `suggestions` are IANA names."""

    name: str
    suggestions: tuple[str, ...]


@dataclass(unsafe_hash=True)
class ZoneUnknown(Refusal):
    """No such zone; `near` are IANA names that look like it, best first, perhaps none."""

    name: str
    near: tuple[str, ...]


@dataclass(unsafe_hash=True)
class LedgerTooNew(Refusal):
    """The ledger was written by a newer program: this one knows versions up to `known`."""

    found: int
    known: int

    def __str__(self) -> str:
        return (
            f"The ledger was written by a newer Readout: it has version {self.found}, and this one knows up to "
            f"{self.known}. Start the newer one again, or give this one another ledger (READOUT_DATABASE)."
        )


@dataclass(unsafe_hash=True)
class LedgerUnusable(Refusal):
    """The ledger cannot be opened; `why` is the database's own word. Addresses are left out: they hold passwords."""

    why: str

    def __str__(self) -> str:
        return f"The ledger (READOUT_DATABASE, else ledger.sqlite under READOUT_VAR) cannot be opened: {self.why}"


@dataclass(unsafe_hash=True)
class EditedMeanwhile(Refusal):
    """Someone saved this announcement after the asker had opened it; nothing of the asker's was saved."""

    announcement: str
    expected: int
    found: int
    by: str


@dataclass(unsafe_hash=True)
class NoSuchAnnouncement(Refusal):
    """No announcement of that id, or it was deleted."""

    announcement: str


@dataclass(unsafe_hash=True)
class AlreadyThere(Refusal):
    """An announcement of that id is already in the ledger."""

    announcement: str


@dataclass(unsafe_hash=True)
class NothingPlanned(Refusal):
    """There is no planned run to skip: the announcement is paused or done, or its run is being sent now."""

    announcement: str


@dataclass(unsafe_hash=True)
class NoSuchFollow(Refusal):
    """No follow of that id."""

    follow: str


@dataclass(unsafe_hash=True)
class BackupFaults(Refusal):
    """Everything wrong with a backup, as (where, what); nothing of it was taken."""

    faults: tuple[tuple[str, str], ...]
