"""What each side said on a topic, in its own strength."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answers.answer import About, Answer, Outcome
from bot.answers.asked import OnTopic, asked_topic, with_ids
from bot.answers.mentions import Mention, mentions, names_of
from bot.answers.narrated import sentences_of
from bot.answers.sides import asked_side, side_apart
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.model.question import Question, Subject
from bot.model.release import Participant, Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import ParagraphRef, PartyId, PersonId


@dataclass(frozen=True)
class SideWords:
    """What a side, or members that join their names, say on a topic; nothing is a silence, and said to be one."""

    sides: tuple[PartyId, ...]
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Positions(Answer):
    """Positions by holder.

    With ``side`` (the party asked for, or ``bloc`` where a bloc speaks for it) only that side's own words and what was
    said together; where a ``person`` was asked for, ``side`` is the one on which the release has them (``placed``).
    ``some`` are words of participants not said which; ``named_in`` the paragraphs that name the topic, ``mentioned_in``
    those that mention a side of which nothing is recorded.
    """

    subject: Subject
    about: About
    own: tuple[SideWords, ...]
    joint: tuple[Statement, ...] = ()
    some: tuple[Statement, ...] = ()
    side: PartyId | None = None
    bloc: PartyId | None = None
    named_in: tuple[ParagraphRef, ...] = ()
    discussed_in: tuple[ParagraphRef, ...] = ()
    """Where the side only discussed it, with others: no position of anybody's."""
    mentioned_in: tuple[ParagraphRef, ...] = ()
    stranger: bool = False
    """Whether the release places the side asked for nowhere."""
    person: PersonId | None = None
    placed: Participant | None = None
    together: bool = False
    answering: tuple[Statement, ...] = ()
    """What was put to the side asked for on the topic, where only what it says next is known of it, in other words."""
    told: tuple[Mention, ...] = ()
    """Where no side speaks on it: the sentences in which the release itself does."""


def positions(question: Question, library: Library) -> Answer:
    """The answer to ``/positions topic [side] [release]``."""
    question = side_apart(question, library)
    asked = asked_side(question, library)
    question = with_ids(question, side=asked.id if asked else None)
    wanted = asked.wanted if asked else Wanted(position=True)
    found = asked_topic(question, library, wanted, placing=asked.person if asked else None)
    if asked is None:
        return _of_all(found, library)
    if asked.together:
        return _together(found)
    side = asked.in_(found.about.release)
    placed = asked.placed_in(found.about.release)
    if side is None:
        return _unplaced(found, library, asked.person, placed)
    return replace(_of_side(found, library, side), person=asked.person, placed=placed)


def _together(found: OnTopic) -> Positions:
    """What the sides said together: a discussion too, which is no position."""
    joint = tuple(s for s in found.statements if found.about.release.is_together(s))
    outcome = Outcome.ANSWERED if joint else Outcome.NOT_STATED
    named_in = () if joint else paragraphs_of(found.statements)
    return Positions(found.question, outcome, found.subject, found.about, (), joint, named_in=named_in, together=True)


def _unplaced(found: OnTopic, library: Library, person: PersonId | None, placed: Participant | None) -> Positions:
    """Of a person whom the release puts on no side nothing is recorded."""
    names = names_of(person, library) if person else ()
    mentioned = tuple(m.paragraph for m in mentions(names, library, found.about.release))
    answer = Positions(found.question, Outcome.NOT_STATED, found.subject, found.about, ())
    return replace(answer, person=person, placed=placed, mentioned_in=mentioned)


def _of_all(found: OnTopic, library: Library) -> Positions:
    on_topic = found.statements
    release = found.about.release
    answer = Positions(
        found.question,
        Outcome.ANSWERED,
        found.subject,
        found.about,
        own=words_by_side(release, on_topic),
        joint=tuple(s for s in on_topic if release.is_together(s)),
        some=tuple(s for s in on_topic if not s.sides and s.act is not Act.BACKGROUND),
    )
    if any(words.statements for words in answer.own) or answer.joint or answer.some:
        return answer
    return replace(answer, outcome=Outcome.NOT_STATED, told=sentences_of(on_topic, found.about.release, library))


def _of_side(found: OnTopic, library: Library, side: PartyId) -> Positions:
    on_topic = found.statements
    release = found.about.release
    own = _sorted(s for s in on_topic if side in s.sides and not release.is_together(s))
    blocs = _holders(library, release, side) - {side}
    bloc = next((b for b in sorted(blocs) if any(b in s.sides for s in on_topic)), next(iter(sorted(blocs)), None))
    bloc_words = _own_words((bloc,), on_topic) if bloc else ()
    holders = {side, bloc}
    together = tuple(s for s in on_topic if release.is_together(s) and holders & set(s.sides))
    joint = tuple(s for s in together if s.act.is_position)
    holding = (SideWords((side,), own), *((SideWords((bloc,), bloc_words),) if bloc else ()))
    words = tuple(part for part in holding if part.statements) or holding[-1:]
    replies = _sorted(s for s in release.statements if s.sides == (side,) and {*s.reply_to} & {o.id for o in on_topic})
    answered = {id_ for reply in replies for id_ in reply.reply_to}
    alone = not together and not any(part.statements for part in words)
    answering = tuple(s for s in on_topic if s.id in answered) if alone else ()
    if answering:
        words = (SideWords((side,), replies),)
    said = any(part.statements for part in words) or joint
    return Positions(
        found.question,
        Outcome.ANSWERED if said else Outcome.NOT_STATED,
        found.subject,
        found.about,
        own=words,
        joint=joint,
        side=side,
        bloc=None if answering else bloc,
        answering=answering,
        named_in=() if said else paragraphs_of(on_topic),
        discussed_in=() if said else paragraphs_of(together),
        stranger=not said and _is_stranger(release, side, bloc),
        mentioned_in=() if said else _mentioned_in(release, side, library),
    )


def _mentioned_in(release: Release, side: PartyId, library: Library) -> tuple[ParagraphRef, ...]:
    """The paragraphs that name a party which is no side of the meeting."""
    if any(side in meeting.sides for meeting in release.meetings):
        return ()
    return tuple(found.paragraph for found in mentions(names_of(side, library), library, release))


def _is_stranger(release: Release, side: PartyId, bloc: PartyId | None) -> bool:
    """Whether a release places a party nowhere, neither at the table nor as one it speaks of."""
    sides = {s for meeting in release.meetings for s in meeting.sides}
    placed = {p.party for p in release.participants} | {p.side for p in release.participants}
    return bloc is None and side not in sides | placed


def words_by_side(release: Release, on_topic: tuple[Statement, ...]) -> tuple[SideWords, ...]:
    """Of the sides of the meetings with a word on a topic, then of members of a bloc that speak by their own names."""
    meetings = {release.meeting_of(statement).key for statement in on_topic}
    sides = ((side,) for meeting in release.meetings if meeting.key in meetings for side in meeting.sides)
    members = (s.sides for s in on_topic if s.sides and not release.is_together(s))
    return tuple(SideWords(speaking, _own_words(speaking, on_topic)) for speaking in dict.fromkeys((*sides, *members)))


def _own_words(sides: tuple[PartyId, ...], statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """What a side said alone, or what some said by their joined names."""
    return _sorted(s for s in statements if s.sides == sides)


def _sorted(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Positions before what was only discussed."""
    return tuple(sorted(statements, key=lambda s: not s.act.is_position))


def paragraphs_of(statements: tuple[Statement, ...]) -> tuple[ParagraphRef, ...]:
    """The paragraphs of statements, in order, each once."""
    return tuple(dict.fromkeys(s.paragraph for s in statements))


def _holders(library: Library, release: Release, side: PartyId | None) -> set[PartyId]:
    """A party, and the blocs among the sides of a release that it was a member of on the day."""
    if side is None:
        return set()
    sides = {s for meeting in release.meetings for s in meeting.sides}
    return {side, *(set(library.member_blocs(side, release.day)) & sides)}
