"""Whose words are asked for: one party's, those of a person's side, or what was said together."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answers.asked import Stop, asked_release, named_id, unclear
from bot.answers.speakers import Named, named
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question
from bot.model.release import Participant, Release
from bot.model.value import PartyId, PersonId, ReleaseId

TOGETHER = "both"
TOGETHER_WORDS = frozenset(
    {TOGETHER, "joint", "jointly", "together", "everybody", "양측", "쌍방", "양국", "공동", "모두"}
)


@dataclass(frozen=True)
class AskedSide:
    """One of three: a party; a person with where each release places them; or all sides together."""

    party: PartyId | None = None
    person: PersonId | None = None
    placed: dict[ReleaseId, Participant] = field(default_factory=dict)
    together: bool = False

    @property
    def id(self) -> str:
        """What stands for it in a question."""
        return self.party or self.person or TOGETHER

    def in_(self, release: Release) -> PartyId | None:
        """The party whose words are meant in a release: a person's is the side on which it places them."""
        placed = self.placed.get(release.id)
        return placed.side if self.person and placed else self.party


def asked_side(question: Question, library: Library) -> AskedSide | None:
    """The side that a question asks for; None where it asks for none. Raises Stop for an unknown or unclear name."""
    typed = question.options.get("side")
    if typed is None:
        return None
    if key(typed) in TOGETHER_WORDS:
        return AskedSide(together=True)
    if exact := library.names(Kind.SIDE).exact(typed):
        return AskedSide(party=exact[0]) if len(exact) == 1 else _by_name(question, library, typed)
    release = asked_release(question, library) or next(iter(library.releases()), None)
    meant = named(typed, release, library) if release else Named(typed)
    if len(meant.people) > 1:
        raise Stop(unclear(question, library, Kind.WHO, typed, tuple(sorted(meant.people))))
    if meant.people:
        return _of_person(next(iter(meant.people)), library)
    sides = {side for meeting in release.meetings for side in meeting.sides} if release else set()
    if len(meant.parties) > 1 and meant.parties <= sides:
        return AskedSide(together=True)
    return AskedSide(party=min(meant.parties)) if len(meant.parties) == 1 else _by_name(question, library, typed)


def _by_name(question: Question, library: Library, typed: str) -> AskedSide:
    people = library.resolve(Kind.WHO, typed).choices
    if people and not library.resolve(Kind.SIDE, typed).choices:
        raise Stop(unclear(question, library, Kind.WHO, typed, tuple(choice.id for choice in people)))
    return AskedSide(party=named_id(question, library, Kind.SIDE, typed))


def _of_person(person: PersonId, library: Library) -> AskedSide:
    """A person, with their entry in each release: the one that gives a side, where there are several."""
    placed: dict[ReleaseId, Participant] = {}
    for release, participant in library.appearances(person):
        if participant.side or release.id not in placed:
            placed[release.id] = participant
    return AskedSide(person=person, placed=placed)
