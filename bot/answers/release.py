"""The card of one release: when, how, who chaired, on what, and how many statements of each kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import asked_release, with_ids
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Participant, Role
from bot.model.speech_acts import Act
from bot.model.value import TopicId


@dataclass(frozen=True)
class ReleaseCard(Answer):
    """One release at a glance. ``topics`` most spoken of first; ``counts`` by act, in the order of acts."""

    about: About
    chairs: tuple[Participant, ...]
    topics: tuple[tuple[TopicId, int], ...]
    counts: tuple[tuple[Act, int], ...]


def release(question: Question, library: Library) -> Answer:
    """The answer to ``/release [release]``."""
    chosen = asked_release(question, library)
    shown = chosen or library.newest()
    if shown is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    acts = Counter(s.act for s in shown.statements)
    topics = Counter(t for s in shown.statements if s.act is not Act.BACKGROUND for t in s.topics)
    chairs = tuple(p for p in shown.participants if {Role.CO_CHAIR, Role.CHAIR} & set(p.roles))
    return ReleaseCard(
        with_ids(question, release=shown.id if chosen else None),
        Outcome.ANSWERED,
        About(shown, library.others(shown.id), library.accounts_of(shown)),
        chairs=chairs,
        topics=tuple(topics.most_common()),
        counts=tuple((act, acts[act]) for act in Act if acts[act]),
    )
