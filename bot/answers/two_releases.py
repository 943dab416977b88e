"""Two releases side by side on a topic: two meetings, or two issuers' accounts of one. Never merged."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer, Outcome, Reason, invalid
from bot.answers.asked import Stop, asked_id, asked_release, asked_subject, matches_on, not_held, with_ids
from bot.answers.shift import content
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

LONG_WORD = 4
SHARED_LEAST = 3
SAME_MATTER = 0.6
"""What part of the longer words of the shorter statement must stand in the other to speak of one matter."""


@dataclass(frozen=True)
class Account:
    """One release's statements on the topic; none is a silence."""

    release: Release
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Differently:
    """The same matter with another act in each release: agreed in the one, discussed or proposed in the other."""

    first: Statement
    second: Statement


@dataclass(frozen=True)
class TwoReleases(Answer):
    """Both accounts, the one asked about first. ``same_meeting``: both report one meeting."""

    subject: Subject
    first: Account
    second: Account
    same_meeting: bool
    differently: tuple[Differently, ...]


def two_releases(question: Question, library: Library) -> Answer:
    """The answer to ``/compare topic with [release]``."""
    other = library.release(asked_id(question, library, "other", Kind.RELEASE) or "")
    assert other is not None
    release = asked_release(question, library)
    subject = asked_subject(question, library, question.options["topic"])
    matches = matches_on(subject, library)
    if release is None:
        speaking = [m.release for m in matches if m.release.id != other.id]
        accounts = {r.id for r in library.accounts_of(other)}
        release = next((r for r in speaking if r.id in accounts), next(iter(speaking), None))
    if release is None:
        raise Stop(not_held(question, library, Kind.TOPIC, question.options["topic"]))
    if release.id == other.id:
        return invalid(question, Reason.SAME_RELEASE, typed=other.id)

    def account(of: Release) -> Account:
        on_topic = (m.statement for m in matches if m.release.id == of.id)
        return Account(of, tuple(s for s in on_topic if s.act is not Act.BACKGROUND))

    first, second = account(release), account(other)
    return TwoReleases(
        with_ids(question, topic=None if subject.narrow else subject.topic, other=other.id, release=release.id),
        Outcome.ANSWERED if first.statements or second.statements else Outcome.NOT_STATED,
        subject,
        first,
        second,
        same_meeting=other in library.accounts_of(release),
        differently=_differently(first.statements, second.statements),
    )


def _differently(first: tuple[Statement, ...], second: tuple[Statement, ...]) -> tuple[Differently, ...]:
    """What one release has as reached together, beside the other's words on the same matter, where they do another act.

    The same matter is one whose longer words are mostly shared; each statement stands in one pair.
    """
    alike = sorted(
        (
            (-_shared(a, b), i, j)
            for i, a in enumerate(first)
            for j, b in enumerate(second)
            if a.act is not b.act and (a.act.is_outcome or b.act.is_outcome)
        ),
    )
    pairs: dict[int, int] = {}
    for likeness, i, j in alike:
        if -likeness >= SAME_MATTER and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return tuple(Differently(first[i], second[j]) for i, j in sorted(pairs.items()))


def _shared(one: Statement, other: Statement) -> float:
    """The part of the longer words of the shorter statement that the other has too; 0 for too few of them."""
    ours, theirs = (frozenset(w for w in key(content(s)).split() if len(w) >= LONG_WORD) for s in (one, other))
    both = ours & theirs
    return len(both) / min(len(ours), len(theirs)) if len(both) >= SHARED_LEAST else 0.0
