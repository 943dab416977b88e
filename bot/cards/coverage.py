"""The card of what is loaded."""

from __future__ import annotations

from bot.answers.coverage import Coverage
from bot.cards.card import Block, Line, code
from bot.cards.heads import answer_block, heading, line_block
from bot.cards.language import Phrases


def coverage_card(answer: Coverage, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: how much, from when to when, from whom, on what, and on what nothing."""
    if answer.span is None:
        return (answer_block(phrases.line("coverage.none")),)
    first, last = (phrases.day(day) for day in answer.span)
    form = "one" if answer.releases == 1 else "many"
    blocks = [answer_block(phrases.line(f"coverage.{form}", number=answer.releases, first=first, last=last))]

    def counted(pairs: tuple[tuple[str, int], ...]) -> str:
        return phrases.some_of([phrases.say("count", name=name, number=number) for name, number in pairs])

    issuers = tuple((phrases.words(phrases.vocabulary.issuers[i].name), n) for i, n in answer.issuers)
    topics = tuple((phrases.topic(t), n) for t, n in answer.topics)
    lines: list[Line] = [phrases.line("coverage.issuers", issuers=counted(issuers))]
    if topics:
        lines.append(phrases.line("coverage.topics", topics=counted(topics)))
    if answer.silent:
        silent = phrases.some_of([phrases.topic(t) for t in answer.silent])
        lines.append(phrases.line("coverage.silent", topics=silent))
    blocks.append(line_block(*lines))
    blocks.append(heading(phrases.say("coverage.newest")))
    newest = [phrases.line("coverage.release", id=code(r.id), title=r.title) for r in answer.newest]
    blocks.append(line_block(*newest))
    return tuple(blocks)
