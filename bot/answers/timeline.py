"""What was said on a topic from release to release, and what changed in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop, asked_id, asked_subject, matches_on, not_held, with_ids
from bot.answers.shift import Formula, Shift, formulas, shift
from bot.library.library import Library
from bot.model.question import Kind, Question, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId, ReleaseId

ENTRIES_MOST = 12
"""Releases that a timeline shows; older ones are counted."""
GAP_LEAST = 400
"""Days without a release that are said to be a gap: more than a year, since most of these meetings are yearly."""


@dataclass(frozen=True)
class Entry:
    """One release of a timeline. Without statements it has no recorded position.

    ``shift`` says what changed since the release before it of the same series and issuer that speaks on the topic.
    """

    release: Release
    statements: tuple[Statement, ...] = ()
    since: Release | None = None
    shift: Shift | None = None


@dataclass(frozen=True)
class Gap:
    """A stretch of time in which nothing is loaded, from the day of one release to that of the next."""

    first: date
    last: date


@dataclass(frozen=True)
class Timeline(Answer):
    """The releases of every series that speaks on a topic, newest first, up to ``ENTRIES_MOST``."""

    subject: Subject
    entries: tuple[Entry, ...]
    older: int
    other: int
    """Releases of series that never speak on the topic."""
    gaps: tuple[Gap, ...]
    span: tuple[date, date]
    formulas: tuple[Formula, ...]
    days: tuple[tuple[ReleaseId, date], ...]
    """The day of every release that has a formula, shown or not."""
    side: PartyId | None = None
    blocs: tuple[PartyId, ...] = ()
    """Blocs of which the side asked for is a member, and whose words are shown for it."""


def timeline(question: Question, library: Library) -> Answer:
    """The answer to ``/timeline topic [side]``."""
    side = asked_id(question, library, "side", Kind.SIDE)
    subject = asked_subject(question, library, question.options["topic"])
    question = with_ids(question, topic=None if subject.narrow else subject.topic, side=side)
    matches = matches_on(subject, library)
    span = library.span()
    if not matches or span is None:
        raise Stop(not_held(question, library, Kind.TOPIC, question.options["topic"]))
    series = {meeting.series for match in matches for meeting in match.release.meetings}
    every = library.releases()
    own = [r for r in every if series & {meeting.series for meeting in r.meetings}]
    on_topic: dict[ReleaseId, list[Statement]] = {}
    for match in matches:
        on_topic.setdefault(match.release.id, []).append(match.statement)
    entries = [Entry(r, _said(r, on_topic.get(r.id, []), library, side)) for r in own]
    shown = tuple(_against(entry, entries[place + 1 :]) for place, entry in enumerate(entries[:ENTRIES_MOST]))
    answered = any(entry.statements for entry in entries)
    found = formulas((e.release.id, e.statements) for e in entries if e.statements)
    blocs = {bloc for r in own if side for bloc in _blocs(r, library, side)}
    return Timeline(
        question,
        Outcome.ANSWERED if answered else Outcome.NOT_STATED,
        subject,
        shown,
        older=len(entries) - len(shown),
        other=len(every) - len(own),
        gaps=_gaps(own),
        span=span,
        formulas=found,
        days=tuple((r.id, r.day) for r in own if any(r.id in formula.releases for formula in found)),
        side=side,
        blocs=tuple(sorted(blocs)),
    )


def _said(release: Release, on_topic: list[Statement], library: Library, side: PartyId | None) -> tuple[Statement, ...]:
    """The statements of a release on the topic: of everybody, or of one side, its bloc, and all sides together."""
    holders = {side, *_blocs(release, library, side)} if side else set()
    return tuple(
        statement
        for statement in on_topic
        if statement.act is not Act.BACKGROUND
        and (side is None or (statement.act.is_position and bool(holders & set(statement.sides))))
    )


def _blocs(release: Release, library: Library, side: PartyId) -> tuple[PartyId, ...]:
    sides = {s for meeting in release.meetings for s in meeting.sides}
    return tuple(bloc for bloc in library.member_blocs(side, release.day) if bloc in sides)


def _against(entry: Entry, older: list[Entry]) -> Entry:
    """An entry set against the next older one of its series and issuer that says anything."""
    series = {meeting.series for meeting in entry.release.meetings}
    before = next(
        (
            one
            for one in older
            if one.statements
            and one.release.issuer == entry.release.issuer
            and series & {meeting.series for meeting in one.release.meetings}
        ),
        None,
    )
    if before is None or not entry.statements:
        return entry
    return replace(entry, since=before.release, shift=shift(before.statements, entry.statements))


def _gaps(releases: list[Release]) -> tuple[Gap, ...]:
    """Stretches between neighbours, newest first, that are long enough to hide a meeting."""
    days = [release.day for release in releases]
    return tuple(Gap(older, newer) for newer, older in pairwise(days) if (newer - older).days >= GAP_LEAST)
