"""The card of one fact of a meeting."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.meeting_facts import Fact, MeetingFact
from bot.cards.card import Block, mark, quote
from bot.cards.heads import about_block, account_block, answer_block, line_block
from bot.cards.language import Phrases
from bot.cards.release import meeting_lines
from bot.cards.statement import statement_block


def meeting_fact_card(answer: MeetingFact, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the fact or the verdict on it, with the lines and the statements that show it."""
    release = answer.about.release
    first = phrases.line(_sentence(answer), claimed=answer.claimed)
    blocks = [answer_block(first), about_block(answer.about, phrases)]
    if answer.fact is Fact.SESSION and answer.outcome is not Outcome.NOT_STATED:
        blocks.append(line_block((quote(release.title), *phrases.line("space"), mark(release.id, "title"))))
    if answer.fact in (Fact.HELD, Fact.PUBLISHED, Fact.PLACE, Fact.PLANNED, Fact.FORMAT):
        blocks.extend(line_block(*meeting_lines(meeting, release, phrases)) for meeting in release.meetings)
        published = phrases.line("release.published", published=phrases.day(release.published))
        blocks.append(line_block((*published, *phrases.line("space"), mark(release.id, "date"))))
    blocks.extend(statement_block(s, release, phrases) for s in answer.shown)
    return (*blocks, account_block(release, phrases))


def _sentence(answer: MeetingFact) -> str:
    name = f"fact.{answer.fact.value}"
    if answer.holds is not None:
        verdict = "yes" if answer.holds else "no"
        return f"{name}.{verdict}" + ("" if answer.claimed or answer.fact is not Fact.PLACE else ".any")
    if answer.outcome is Outcome.NOT_STATED:
        return f"{name}.not_stated"
    if answer.fact is Fact.PLACE and not any(meeting.place for meeting in answer.about.release.meetings):
        return f"{name}.none"
    return name
