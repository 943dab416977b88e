"""Statements by what they do: what a side proposed, requested, promised. Questions in words lead here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import asked_id, asked_release, asked_topic, with_ids
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question, Sought, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId

OTHERWISE_MOST = 6


@dataclass(frozen=True)
class Deeds(Answer):
    """Statements that do what was asked; where there are none, ``otherwise`` what else there is on it."""

    about: About
    act: Act | None
    side: PartyId | None
    subject: Subject | None
    statements: tuple[Statement, ...]
    otherwise: tuple[Statement, ...] = ()


def deeds(asked: Question, library: Library, options: dict[str, str]) -> Answer:
    """What a party did by speaking in one release: ``act``, ``party``, ``topic`` and ``release``, each or none.

    The command that it amounts to is ``/statements`` with the same act, party and topic, in all releases.
    """
    question = Question("statements", options, asked.locale, in_words=True)
    act = asked_id(question, library, "act", Kind.ACT)
    party = asked_id(question, library, "party", Kind.SIDE)
    question = with_ids(question, act=act, party=party)
    wanted = Sought(party=party, act=Act(act) if act else None)
    if "topic" in question.options:
        found = asked_topic(question, library, Wanted(act=wanted.act, spoken=True))
        asked = replace(asked, amounts_to=found.question)
        better = _newest(found.question, library, _on(found.subject, wanted)) if act or party else None
        about = found.about
        if better is not None and better.id != about.release.id:
            about = About(better, library.others_with(found.subject, better.id), library.accounts_of(better))
        return _sorted(asked, library, about, library.statements_on(found.subject, about.release), found.subject)
    release = asked_release(question, library)
    chosen = release or _newest(question, library, wanted) or library.newest()
    if chosen is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    about = About(chosen, accounts=library.accounts_of(chosen))
    question = with_ids(question, release=release.id if release else None)
    return _sorted(replace(asked, amounts_to=question), library, about, chosen.statements, None)


def _newest(question: Question, library: Library, wanted: Sought) -> Release | None:
    """The newest release with a statement that is as wanted, where none is asked for by name."""
    if "release" in question.options:
        return None
    if wanted == Sought():
        return library.newest_with(None, Wanted(spoken=True))
    return next(iter(library.newest_sought(wanted, 1)), None)


def _on(subject: Subject, wanted: Sought) -> Sought:
    """What is wanted, on a subject: a topic, a part of it, or words."""
    if subject.topic is None:
        return replace(wanted, phrases=(key(subject.words),))
    return replace(wanted, topic=subject.topic, topic_words=subject.words if subject.narrow else "")


def _is_wanted(statement: Statement, act: str | None, side: PartyId | None) -> bool:
    fits = statement.act.value == act if act else statement.act is not Act.BACKGROUND
    return fits and (side is None or side in statement.sides)


def _sorted(
    question: Question, library: Library, about: About, among: tuple[Statement, ...], subject: Subject | None
) -> Deeds:
    wanted = question.amounts_to.options if question.amounts_to else {}
    typed, side = wanted.get("act"), wanted.get("party")
    act = Act(typed) if typed else None
    found = tuple(s for s in among if _is_wanted(s, typed, side))
    if found:
        return Deeds(question, Outcome.ANSWERED, about, act, side, subject, found)
    said = tuple(s for s in among if s.act is not Act.BACKGROUND and (subject is not None or side in s.sides))
    stranger = side is not None and is_stranger(library, about.release, side)
    otherwise = () if stranger else said[:OTHERWISE_MOST]
    outcome = Outcome.DENIED if otherwise else Outcome.NOT_STATED
    return Deeds(question, outcome, about, act, side, subject, (), otherwise)


def is_stranger(library: Library, release: Release, side: PartyId) -> bool:
    """Whether a release places a party nowhere: neither at the table, nor through a bloc, nor as one it speaks of."""
    sides = {s for meeting in release.meetings for s in meeting.sides}
    placed = {p.party for p in release.participants} | {p.side for p in release.participants}
    speaking = {s for statement in release.statements for s in statement.sides}
    blocs = set(library.member_blocs(side, release.day))
    return side not in sides | placed | speaking and not blocs & sides
