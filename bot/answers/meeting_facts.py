"""When, where and how a meeting was held, and what is taken to be so of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.answer import About, Answer
from bot.model.release import Statement


class Fact(StrEnum):
    """What is asked of a meeting."""

    HELD = "held"
    PUBLISHED = "published"
    PLACE = "place"
    PLANNED = "planned"
    FORMAT = "format"
    FREQUENCY = "frequency"
    LEVEL = "level"
    SESSION = "session"


@dataclass(frozen=True)
class MeetingFact(Answer):
    """One fact of a meeting. ``holds`` says whether what was ``claimed`` of it is so; None where nothing was.

    ``shown`` are the statements that say it, where it is no field of a release.
    """

    about: About
    fact: Fact
    claimed: str = ""
    holds: bool | None = None
    shown: tuple[Statement, ...] = ()
