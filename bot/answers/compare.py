"""One side against the other on a topic."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import About, Answer, Outcome
from bot.answers.asked import asked_topic
from bot.answers.positions import SideWords, own_words, paragraphs_of, speakers_on
from bot.answers.two_releases import two_releases
from bot.library.library import Library, Match
from bot.model.question import Question, Subject
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import ParagraphRef


@dataclass(frozen=True)
class Comparison(Answer):
    """Each side's own words on a topic, a silence too; then what was said together."""

    subject: Subject
    about: About
    sides: tuple[SideWords, ...]
    joint: tuple[Statement, ...]
    some: tuple[Statement, ...]
    named_in: tuple[ParagraphRef, ...] = ()


def compare(question: Question, library: Library) -> Answer:
    """The answer to ``/compare topic [with] [release]``."""
    if "other" in question.options:
        return two_releases(question, library)

    def wanted(match: Match) -> bool:
        return match.statement.act.is_position and len(match.statement.sides) == 1

    found = asked_topic(question, library, wanted)
    parties = speakers_on(found.about.release, found.statements)
    sides = tuple(SideWords(side, own_words(side, found.statements)) for side in parties)
    joint = tuple(s for s in found.statements if s.joint)
    some = tuple(s for s in found.statements if not s.sides and s.act is not Act.BACKGROUND)
    said = any(words.statements for words in sides) or joint or some
    outcome = Outcome.ANSWERED if said else Outcome.NOT_STATED
    named_in = () if said else paragraphs_of(found.statements)
    return Comparison(found.question, outcome, found.subject, found.about, sides, joint, some, named_in)
