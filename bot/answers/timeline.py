"""What was said on a topic from release to release, and what changed in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop, asked_subject, not_held, with_ids
from bot.answers.deeds import is_stranger
from bot.answers.shift import Formula, Shift, formulas, shift
from bot.answers.sides import AskedSide, asked_side, side_apart
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.model.question import Kind, Question, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId, PersonId, ReleaseId

ENTRIES_MOST = 12
"""Releases that a timeline shows; older ones are counted."""
GAP_LEAST = 400
"""Days without a release that are said to be a gap: more than a year, since most of these meetings are yearly."""


@dataclass(frozen=True)
class Entry:
    """One release of a timeline. Without statements it has no recorded position.

    ``absent``: there was none to record, for the release does not place the side asked for at its meeting.
    ``shift`` says what changed since the release before it of the same series and issuer that speaks on the topic.
    """

    release: Release
    statements: tuple[Statement, ...] = ()
    since: Release | None = None
    shift: Shift | None = None
    absent: bool = False


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
    """Between the releases shown, and before them."""
    span: tuple[date, date]
    formulas: tuple[Formula, ...]
    days: tuple[tuple[ReleaseId, date], ...]
    """The days of the releases in which a formula is seen first or last."""
    side: PartyId | None = None
    person: PersonId | None = None
    """The person asked for: shown are the words of the side on which each release places them."""
    together: bool = False
    """Whether only what was said together was asked for."""
    blocs: tuple[PartyId, ...] = ()
    """Blocs of which the side asked for is a member, and whose words are shown for it."""


def timeline(question: Question, library: Library) -> Answer:
    """The answer to ``/timeline topic [side]``."""
    question = side_apart(question, library)
    asked = asked_side(question, library)
    typed = question.options["topic"]
    subject = asked_subject(question, library, typed)
    question = with_ids(question, topic=None if subject.narrow else subject.topic, side=asked.id if asked else None)
    span = library.span()
    series = library.series_on(subject)
    if not series or span is None:
        raise Stop(not_held(question, library, Kind.TOPIC, typed))
    number, newest = library.releases_of(series, ENTRIES_MOST + 1)
    looked_for = _LookedFor(library, subject, asked)
    entries = tuple(map(looked_for.entry, newest[:ENTRIES_MOST]))
    said = any(entry.statements for entry in entries) or library.newest_with(subject, looked_for.wanted) is not None
    found = looked_for.formulas(entries, whole=number <= ENTRIES_MOST)
    ends = dict.fromkeys(id_ for formula in found for id_ in (formula.releases[0], formula.releases[-1]))
    days = ((id_, release.day) for id_ in ends if (release := library.release(id_)))
    blocs = {bloc for release in newest if asked and asked.party for bloc in _blocs(release, library, asked.party)}
    return Timeline(
        question,
        Outcome.ANSWERED if said else Outcome.NOT_STATED,
        subject,
        entries,
        older=number - len(entries),
        other=library.number() - number,
        gaps=_gaps(newest),
        span=span,
        formulas=found,
        days=tuple(days),
        side=asked.party if asked else None,
        person=asked.person if asked else None,
        together=asked.together if asked else False,
        blocs=tuple(sorted(blocs)),
    )


class _LookedFor:
    """What a timeline follows: what is said on a subject, by everybody, or by one side, its bloc and all together."""

    def __init__(self, library: Library, subject: Subject, asked: AskedSide | None) -> None:
        self.library, self.subject, self.asked = library, subject, asked
        self.wanted = replace(asked.wanted, spoken=True) if asked else Wanted(spoken=True)

    def entry(self, release: Release) -> Entry:
        """A release, set against the next older one of its series and issuer that says anything."""
        statements = self.statements(release)
        if not statements and self.asked and (side := self.asked.in_(release)):
            return Entry(release, absent=is_stranger(self.library, release, side))
        before = self.library.before(release, self.subject, self.wanted) if statements else None
        if before is None:
            return Entry(release, statements)
        return Entry(release, statements, before, shift(self.statements(before), statements))

    def statements(self, release: Release) -> tuple[Statement, ...]:
        """What a release has of it."""
        on_topic = self.library.statements_on(self.subject, release)
        said = (statement for statement in on_topic if statement.act is not Act.BACKGROUND)
        if self.asked is None:
            return tuple(said)
        if self.asked.together:
            return tuple(statement for statement in said if statement.joint)
        side = self.asked.in_(release)
        holders = {side, *_blocs(release, self.library, side)} if side else set()
        return tuple(statement for statement in said if statement.act.is_position and holders & set(statement.sides))

    def formulas(self, entries: tuple[Entry, ...], *, whole: bool) -> tuple[Formula, ...]:
        """The formulas of the releases shown; where these are not the ``whole``, looked for in all others too."""
        found = formulas((e.release.id, e.statements) for e in entries if e.statements)
        return found if whole else tuple(map(self._in_all, found))

    def _in_all(self, formula: Formula) -> Formula:
        return Formula(formula.words, self.library.seen(formula.words, self.subject, self.wanted) or formula.releases)


def _blocs(release: Release, library: Library, side: PartyId) -> tuple[PartyId, ...]:
    sides = {s for meeting in release.meetings for s in meeting.sides}
    return tuple(bloc for bloc in library.member_blocs(side, release.day) if bloc in sides)


def _gaps(releases: tuple[Release, ...]) -> tuple[Gap, ...]:
    """Stretches between neighbours, newest first, that are long enough to hide a meeting."""
    days = [release.day for release in releases]
    return tuple(Gap(older, newer) for newer, older in pairwise(days) if (newer - older).days >= GAP_LEAST)
