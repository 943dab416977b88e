"""What was taken to be so: borne out by the release, or not, and then what it does say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.answer import About, Answer
from bot.model.release import Statement
from bot.model.value import PartyId


class Verdict(StrEnum):
    """How a claim fared; each has its own first line."""

    YES = "yes"
    WHY = "why"
    FOUND = "found"
    """No claim was made: these are the statements that were asked for."""
    NO = "no"
    UNSAID = "unsaid"
    """No to what an open question only takes for granted."""
    NEAREST = "nearest"
    """Nothing was claimed, and no statement has all that was asked for: these come nearest."""
    NO_BINDING = "no_binding"
    NO_REPLY = "no_reply"
    NO_PLACE = "no_place"
    NO_TIME = "no_time"
    """Of what comes next it is not said where, or when."""
    NO_OWN_WORDS = "no_own_words"
    """The party is no more than a member of a bloc, or a person who is not quoted."""


@dataclass(frozen=True)
class Claim(Answer):
    """A verdict with its evidence: the statements that bear a claim out, or those that come nearest."""

    verdict: Verdict
    about: About
    statements: tuple[Statement, ...]
    who: PartyId | None = None
    person: str | None = None
    bloc: PartyId | None = None
