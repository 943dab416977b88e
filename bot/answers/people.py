"""People asked for by what they did or who they are, not by whether they came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.answer import About, Answer
from bot.model.release import Participant
from bot.model.value import PartyId


class PeopleAsked(StrEnum):
    """What is asked of people; each has its own first line."""

    LED = "led"
    CHAIRED = "chaired"
    IDENTITY = "identity"
    MEMBERS = "members"
    GENDER = "gender"
    COUNT = "count"
    ATTENDED = "attended"
    ABSENT = "absent"
    SILENT = "silent"
    OFFICE = "office"


@dataclass(frozen=True)
class People(Answer):
    """Participants with what the release prints of them. ``side`` is the side asked about."""

    about: About
    asked: PeopleAsked
    people: tuple[Participant, ...]
    side: PartyId | None = None
    holds: bool | None = None
    """Whether a person said to have led or chaired did; None where none was named."""
