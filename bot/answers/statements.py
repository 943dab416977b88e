"""Statements by what they do: what a side proposed, requested, promised."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import asked_id, asked_release, asked_topic, with_ids
from bot.library.library import Library
from bot.model.question import Kind, Question, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId

OTHERWISE_MOST = 6


@dataclass(frozen=True)
class Statements(Answer):
    """Statements that do what was asked; where there are none, ``otherwise`` what else there is on it."""

    about: About
    act: Act | None
    side: PartyId | None
    subject: Subject | None
    statements: tuple[Statement, ...]
    otherwise: tuple[Statement, ...] = ()


def statements(question: Question, library: Library) -> Answer:
    """The answer to ``/statements [act] [side] [topic] [release]``."""
    act = asked_id(question, library, "act", Kind.ACT)
    side = asked_id(question, library, "side", Kind.SIDE)
    question = with_ids(question, act=act, side=side)
    if "topic" in question.options:
        found = asked_topic(question, library, lambda match: _is_wanted(match.statement, act, side))
        return _sorted(library, found.question, found.about, found.statements, found.subject)
    release = asked_release(question, library)
    every = (release,) if release else library.releases()
    chosen = next((r for r in every if any(_is_wanted(s, act, side) for s in r.statements)), next(iter(every), None))
    if chosen is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    about = About(chosen, (), library.accounts_of(chosen))
    question = with_ids(question, release=release.id if release else None)
    return _sorted(library, question, about, chosen.statements, None)


def _is_wanted(statement: Statement, act: str | None, side: PartyId | None) -> bool:
    fits = statement.act.value == act if act else statement.act is not Act.BACKGROUND
    return fits and (side is None or side in statement.sides)


def _sorted(
    library: Library, question: Question, about: About, among: tuple[Statement, ...], subject: Subject | None
) -> Statements:
    typed, side = question.options.get("act"), question.options.get("side")
    act = Act(typed) if typed else None
    found = tuple(s for s in among if _is_wanted(s, typed, side))
    if found:
        return Statements(question, Outcome.ANSWERED, about, act, side, subject, found)
    said = tuple(s for s in among if s.act is not Act.BACKGROUND and (subject is not None or side in s.sides))
    stranger = side is not None and is_stranger(library, about.release, side)
    otherwise = () if stranger else said[:OTHERWISE_MOST]
    outcome = Outcome.DENIED if otherwise else Outcome.NOT_STATED
    return Statements(question, outcome, about, act, side, subject, (), otherwise)


def is_stranger(library: Library, release: Release, side: PartyId) -> bool:
    """Whether a release places a party nowhere: neither at the table, nor through a bloc, nor as one it speaks of."""
    sides = {s for meeting in release.meetings for s in meeting.sides}
    placed = {p.party for p in release.participants} | {p.side for p in release.participants}
    speaking = {s for statement in release.statements for s in statement.sides}
    blocs = set(library.member_blocs(side, release.day))
    return side not in sides | placed | speaking and not blocs & sides
