"""Whose something is: "reaffirmed Verelia's readiness" is, by Verelia, what "reaffirmed its readiness" is."""

from __future__ import annotations

import re

from bot.library.reading import Reading
from bot.model.release import Statement

OWNER = re.compile(r"\s*((?:the\s+)?(?:[\w-]+\s+){0,4}?[\w-]+(?:'s|s'))\s+(?=[a-z])")


def without_owner(reading: Reading, statement: Statement, following: str) -> str:
    """What follows a verb, without a possessive that names the one who speaks, or the state of a person who does."""
    found = OWNER.match(following)
    if found is None:
        return following
    placed = reading.release.entry_of(reading.release.person_of(statement) or "")
    own = {*statement.sides, *((placed.party,) if placed and placed.party else ())}
    named = reading.parties_in(found[1])
    return following[found.end() :] if named and named <= own else following
