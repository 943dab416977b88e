"""Why a search found nothing, where that can be told: a person whom nobody quotes, days on which nobody met."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library.library import Library
from bot.model.question import Sought
from bot.model.release import Participant, Release
from bot.model.value import PartyId


@dataclass(frozen=True)
class Unfound:
    """``placed``: where the newest release has the person asked for, none of whose statements is recorded by name.

    ``nearest``: the release on the meeting nearest to the days asked for. ``silent``: the party asked for, of which no
    statement is recorded at all.
    """

    placed: tuple[Release, Participant] | None = None
    nearest: Release | None = None
    silent: PartyId | None = None


def unfound(sought: Sought, library: Library) -> Unfound:
    """What can be said of a search that found nothing."""
    placed = None
    if sought.person and not library.search(Sought(person=sought.person), 1).number:
        placed = next(iter(library.appearances(sought.person, 1).newest), None)
    day = sought.since or sought.until
    near = library.met_near(day, 1) if day else ()
    silent = sought.party if sought.party and not library.search(Sought(party=sought.party), 1).number else None
    return Unfound(placed, library.release(near[0]) if near else None, silent)
