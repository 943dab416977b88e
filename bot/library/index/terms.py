"""What a document can say of itself, and what a look-up asks for: the same words on both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.model.release import Role, Statement
from bot.model.speech_acts import Act
from bot.model.value import IssuerId, PartyId, PersonId, TopicId

ANY_PARTICIPANT = "participants"
EMBARGOED = "embargoed"
IN_OFFICE = "office"
POSITION, ALONE, SPOKEN, JOINT = "position", "alone", "spoken", "joint"


@dataclass(frozen=True)
class Wanted:
    """What a statement must be: of this act; a position, of one side alone, or of this side; spoken; joint and spoken.

    Everything but background is spoken. A side's positions are those of the blocs that it was a member of, too, where a
    bloc was a side of the meeting; those of a person's ``side`` are those of the side on which the release has them.
    """

    act: Act | None = None
    position: bool = False
    alone: bool = False
    side: PartyId | PersonId | None = None
    spoken: bool = False
    joint: bool = False

    def term(self) -> str | None:
        """The term of such a statement; the narrowest that was asked for. None where any will do."""
        if self.act:
            return of_act(self.act)
        if self.side:
            return _side(self.side)
        if self.joint:
            return JOINT
        if self.alone:
            return ALONE
        if self.position:
            return POSITION
        return SPOKEN if self.spoken else None


def traits(statement: Statement, holders: Iterable[PartyId | PersonId]) -> tuple[str, ...]:
    """Every term by which ``Wanted`` can ask for a statement."""
    found = [of_act(statement.act)]
    if statement.act is not Act.BACKGROUND:
        found.append(SPOKEN)
        if statement.joint:
            found.append(JOINT)
    if statement.act.is_position:
        found.append(POSITION)
        if len(statement.sides) == 1:
            found.append(ALONE)
        found.extend(map(_side, holders))
    return tuple(found)


def of_act(act: Act) -> str:
    """A statement of an act."""
    return f"act:{act.value}"


def _side(holder: PartyId | PersonId) -> str:
    return f"side:{holder}"


def on_topic(topic: TopicId) -> str:
    """A statement on a topic or on one below it."""
    return f"topic:{topic}"


def on_part(topic: TopicId, words: str) -> str:
    """A statement on a topic, or on one below it, that uses the words for a part of it; ``words`` are a key."""
    return f"part:{topic} {words}"


def both(topic: str, trait: str) -> str:
    """A release with one statement that is on a topic and has a trait."""
    return f"{topic} {trait}"


def voiced(topic: TopicId) -> str:
    """A release in which somebody speaks on this very topic: more than background."""
    return f"voiced:{topic}"


def placed(who: PersonId | PartyId) -> str:
    """A participant who is this person, of this party, or on this side."""
    return f"who:{who}"


def in_bloc(party: PartyId) -> str:
    """A release with a side that is a bloc of which this party was a member on the day."""
    return f"member:{party}"


def with_role(role: Role) -> str:
    """A participant with a role."""
    return f"role:{role.value}"


def met(series: str, day: date) -> str:
    """A meeting: two releases with the same one are two accounts of it."""
    return f"met:{series} {day}"


def in_series(series: str) -> str:
    """A meeting of a series."""
    return f"series:{series}"


def dated(year: int | None, month: int | None, day: int | None) -> str:
    """A release that came out, or reports a meeting held, on a date known only so far: any year's 26 August."""
    return f"dated:{year or ''}-{month or ''}-{day or ''}"


def numbered(ordinal: int) -> str:
    """A release whose title has an ordinal."""
    return f"numbered:{ordinal}"


def by_issuer(issuer: IssuerId) -> str:
    """A release of an issuer."""
    return f"issuer:{issuer}"


def of_person(person: PersonId) -> str:
    """A statement by a person."""
    return f"by:{person}"


def of_side(party: PartyId) -> str:
    """A statement of a side by its own name, alone or with others, whatever the act."""
    return f"of:{party}"


def in_the_office(printed: str) -> str:
    """A participant whose office is printed so."""
    return f"office:{printed}"


def has_word(word: str, lowering: Iterable[str]) -> str:
    """A participant with a word in an office or a label, which has just these words that lower a rank."""
    return f"rank:{'+'.join(sorted(lowering))} {word}"


def turns_on(noun: str) -> str:
    """A participant with an office or a label that turns on this noun: "minister" in "Minister of Trade"."""
    return f"noun:{noun}"
