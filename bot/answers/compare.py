"""One side against the other on a topic."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import About, Answer, Outcome
from bot.answers.asked import asked_topic
from bot.answers.mentions import Mention
from bot.answers.narrated import sentences_of
from bot.answers.positions import SideWords, words_by_side
from bot.answers.two_releases import two_releases
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.model.question import Question, Subject
from bot.model.release import Statement
from bot.model.speech_acts import Act


@dataclass(frozen=True)
class Comparison(Answer):
    """Each side's own words on a topic, a silence too; then what was said together."""

    subject: Subject
    about: About
    sides: tuple[SideWords, ...]
    joint: tuple[Statement, ...]
    some: tuple[Statement, ...]
    told: tuple[Mention, ...] = ()
    """Where no side speaks on it: the sentences in which the release itself does."""


def compare(question: Question, library: Library) -> Answer:
    """The answer to ``/compare topic [with] [release]``."""
    if "other" in question.options:
        return two_releases(question, library)
    found = asked_topic(question, library, Wanted(position=True, alone=True))
    release = found.about.release
    sides = words_by_side(release, found.statements)
    joint = tuple(s for s in found.statements if release.is_together(s))
    some = tuple(s for s in found.statements if not s.sides and s.act is not Act.BACKGROUND)
    said = any(words.statements for words in sides) or joint or some
    outcome = Outcome.ANSWERED if said else Outcome.NOT_STATED
    told = () if said else sentences_of(found.statements, release, library)
    return Comparison(found.question, outcome, found.subject, found.about, sides, joint, some, told)
