"""Whose words are asked for: one party's, those of a person's side, or what was said together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.asked import Stop, asked_release, each, named_id, unclear, with_ids
from bot.answers.speakers import TOGETHER_WORDS, Named, named
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question
from bot.model.release import Participant, Release
from bot.model.value import PartyId, PersonId

TOGETHER = "both"


@dataclass(frozen=True)
class AskedSide:
    """One of three: a party; a person, for the side on which a release has them; or all sides together."""

    party: PartyId | None = None
    person: PersonId | None = None
    together: bool = False

    @property
    def id(self) -> str:
        """What stands for it in a question."""
        return self.party or self.person or TOGETHER

    @property
    def wanted(self) -> Wanted:
        """The statements that are meant."""
        return Wanted(joint=True) if self.together else Wanted(position=True, side=self.party or self.person)

    def placed_in(self, release: Release) -> Participant | None:
        """Where a release has the person asked for."""
        return release.entry_of(self.person) if self.person else None

    def in_(self, release: Release) -> PartyId | None:
        """The party whose words are meant in a release: a person's is the side on which it places them."""
        placed = self.placed_in(release)
        return placed.side if placed else self.party


def asked_side(question: Question, library: Library) -> AskedSide | None:
    """The side that a question asks for; None where it asks for none. Raises Stop for an unknown or unclear name."""
    typed = question.options.get("side")
    if typed is None:
        return None
    if key(typed) in TOGETHER_WORDS:
        return AskedSide(together=True)
    if exact := library.names(Kind.SIDE).exact(typed):
        return AskedSide(party=exact[0]) if len(exact) == 1 else _by_name(question, library, typed)
    release = asked_release(question, library) or library.newest()
    meant = named(typed, release, library) if release else Named(typed)
    if len(meant.people) > 1:
        raise Stop(unclear(question, library, Kind.WHO, typed, each(question, "side", sorted(meant.people))))
    if meant.people:
        return AskedSide(person=next(iter(meant.people)))
    sides = {side for meeting in release.meetings for side in meeting.sides} if release else set()
    if len(meant.parties) > 1 and meant.parties <= sides:
        return AskedSide(together=True)
    return AskedSide(party=min(meant.parties)) if len(meant.parties) == 1 else _by_name(question, library, typed)


def side_apart(question: Question, library: Library) -> Question:
    """The question with a side of its own where its topic ends with one: "fisheries velmar", if that is no topic."""
    typed = question.options.get("topic", "")
    topics, words = library.names(Kind.TOPIC), typed.split()
    if "side" in question.options or topics.exact(typed):
        return question
    for at in range(1, len(words)):
        topic, side = " ".join(words[:at]), " ".join(words[at:])
        if library.names(Kind.SIDE).exact(side) and topics.exact(topic):
            return with_ids(question, topic=topic, side=side)
    return question


def _by_name(question: Question, library: Library, typed: str) -> AskedSide:
    people = library.resolve(Kind.WHO, typed).choices
    if people and not library.resolve(Kind.SIDE, typed).choices:
        raise Stop(
            unclear(question, library, Kind.WHO, typed, each(question, "side", (choice.id for choice in people)))
        )
    return AskedSide(party=named_id(question, library, Kind.SIDE, typed, lambda id_: with_ids(question, side=id_)))
