"""What is told of something where a question has no verb of saying: by the narrator, or of what will be."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asking.bearing import is_negative
from bot.answers.asking.claimed import SAYING, Sought, bears_out, has_all
from bot.answers.asking.evidence import Found, content_of, numbers_left
from bot.answers.asking.nearby import SHOWN_MOST
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.verdicts import made
from bot.answers.claims import Claim, Verdict
from bot.library.library import Library
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

FUTURE = re.compile(
    r"^(?:so |and |but )?(?:will|would|shall|(?:is|are) .* going to)\b"
    r"|[할될줄갈올] (?:건가|거야|것인|예정|계획)|[할될]까"
)
"""Asks what will be."""
WILL = ("will", "would", "shall")
PRONOUNS = ("they", "he", "she", "we")


def is_of_the_text(asked: Asked) -> bool:
    """Whether a text, and nobody in it, is asked to speak of something: "is tourism mentioned", not "did they …"."""
    somebody = asked.subjects or asked.people or asked.joint or asked.anyone
    return asked.has("mentioned") and not somebody and not any(p.text in PRONOUNS for p in asked.pieces)


def told(asked: Asked, library: Library) -> Claim | None:
    """What the narrator tells of it, where a question has no verb of saying; of what will be, what somebody says."""
    future = FUTURE.search(asked.text.lower()) is not None
    content = tuple(p for p in content_of(asked, library) if p.text not in WILL)
    acts = {Act.BACKGROUND, *((*SAYING, Act.HOPE, Act.PROPOSAL, Act.REQUEST) if future else ())}
    sought = Sought(content, numbers_left(asked), None, frozenset(acts))
    anybody = asked if future else replace(asked, subjects=(), people=(), joint=False)
    for release in releases_of(asked, library):
        tells = tuple(s for s in release.statements if _tells(anybody, library, release, s, sought))
        if content and tells:
            return made(asked, library, Verdict.FOUND, Found(release, tells[:SHOWN_MOST]))
    return None


def _tells(asked: Asked, library: Library, release: Release, statement: Statement, sought: Sought) -> bool:
    """Whether a statement has all that a question has; of the narrator's, whoever is named in it."""
    if statement.act is not Act.BACKGROUND:
        return bears_out(asked, library, release, statement, sought)
    right = is_negative(statement, library.vocabulary) is asked.negated and Act.BACKGROUND in sought.acts
    return right and has_all(asked, library, statement, sought)
