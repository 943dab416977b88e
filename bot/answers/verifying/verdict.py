"""How a quote stands to the text: the verdict on it, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.verifying.effects import Harm
from bot.model.change import Change
from bot.model.release import Release, Statement
from bot.model.value import ParagraphRef, ReleaseId


class Verdict(StrEnum):
    """How a phrase stands to the text, from best to worst."""

    EXACT = "exact"
    CAPITALS = "capitals"
    SHORTENED = "shortened"
    WEAKER_VERB = "weaker_verb"
    OTHER_VERB = "other_verb"
    WRONG_SPEAKER = "wrong_speaker"
    CUT = "cut"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


BORNE_OUT = (Verdict.EXACT, Verdict.CAPITALS, Verdict.SHORTENED, Verdict.WEAKER_VERB)


@dataclass(frozen=True)
class Judged:
    """A phrase with its verdict and the evidence.

    ``printed`` are the text's own words at ``paragraph``; ``changes`` how they differ; ``said`` the statements that
    they belong to (none: nobody is recorded as saying them); ``speaker`` and ``verb`` those that the message claims.
    """

    phrase: str
    verdict: Verdict
    release: Release | None = None
    paragraph: ParagraphRef = ""
    printed: str = ""
    changes: tuple[Change, ...] = ()
    harms: tuple[Harm, ...] = ()
    said: tuple[Statement, ...] = ()
    speaker: str = ""
    verb: str = ""
    theirs: bool = True
    """Whether the speaker asked about did say all of it."""
    together: bool = False
    """Whether a speaker asked about said it only together with others."""
    elsewhere: tuple[ReleaseId, ...] = ()
    """Other releases in which the very words stand."""


@dataclass(frozen=True)
class Message:
    """What is to be checked: the text, who is said to have said it, and the one release to look at, if so asked."""

    text: str
    said_by: str = ""
    release: Release | None = None
