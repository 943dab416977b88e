"""What a series of meetings is, where a release says so: "what is the ASEAN-ROK Dialogue?"."""

from __future__ import annotations

import re

from bot.answers.answer import Answer
from bot.answers.asking.evidence import Found
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import chosen, releases_of
from bot.answers.asking.verdicts import made
from bot.answers.claims import Verdict
from bot.answers.release import release as release_card
from bot.library.library import Library
from bot.model.question import Question
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

WHAT_IS = re.compile(
    r"^(?:so |and |ok )?what(?: exactly)? (?:is|are)\b(?!.*\babout\b)|^(?:explain|describe|define)\b"
    r"|(?:어떤|무슨) (?:협의체|회의|회의체|대화|포럼|모임|기구|자리)|(?:이|가|은|는|란|이란) ?(?:뭐|무엇|뭔)",
    re.IGNORECASE,
)
IS = re.compile(r"^(?:is|are|was|has been|have been)\b", re.IGNORECASE)


def what_is(asked: Asked, library: Library) -> bool:
    """What something is, not what happened there."""
    del library
    return WHAT_IS.search(asked.text) is not None


def described(asked: Asked, library: Library) -> Answer:
    """What a release tells of the series of its meeting; the release at a glance where it tells nothing."""
    for release in releases_of(asked, library):
        if tells := tuple(s for s in release.statements if _describes(s, release)):
            return made(asked, library, Verdict.FOUND, Found(release, tells))
    return release_card(Question("release", chosen(asked, library), asked.locale, in_words=True), library)


def _describes(statement: Statement, release: Release) -> bool:
    """Whether the narrator says of a meeting, by its name or its kind, what it is or has been."""
    if statement.act is not Act.BACKGROUND or not IS.match(statement.verb):
        return False
    names = {name for m in release.meetings for name in (m.name.en, m.name.en.split()[-1])}
    before, found, _ = statement.quote.partition(f" {statement.verb}")
    return bool(found) and any(before.endswith(name) for name in names)
