"""The cards of statements found: a few in full, or a list with citation codes."""

from __future__ import annotations

from collections import Counter
from datetime import date

from bot.answers.answer import Outcome
from bot.answers.search import Search
from bot.answers.statements import StatementList
from bot.cards.card import Block, Line, code, code_mark
from bot.cards.commands import slash_line
from bot.cards.heads import answer_block, by_issuers_block, line_block, release_heading
from bot.cards.language import Phrases
from bot.cards.statement import row_block, statement_block
from bot.model.question import Question, Sought
from bot.model.value import ReleaseId


def search_card(answer: Search, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: how many, by which acts, and the newest in full under their releases."""
    if answer.outcome is Outcome.NOT_STATED:
        return _nothing(answer, phrases)
    blocks = [answer_block(_number(answer, phrases)), line_block(*_asked(answer, phrases))]
    shown: ReleaseId = ""
    for match in answer.shown:
        if match.release.id != shown:
            blocks.append(release_heading(match.release, phrases))
            shown = match.release.id
        blocks.append(statement_block(match.statement, match.release, phrases))
    if len(answer.found) > len(answer.shown):
        line = slash_line(Question("statements", answer.question.options))
        blocks.append(line_block(phrases.line("search.more", shown=len(answer.shown), line=code(line))))
    blocks.append(by_issuers_block(phrases))
    return tuple(blocks)


def statements_card(answer: StatementList, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: how many, which page, and a row a statement."""
    if answer.outcome is Outcome.NOT_STATED:
        return _nothing(answer, phrases)
    lines = _asked(answer, phrases)
    if answer.pages > 1:
        last = answer.first + len(answer.rows) - 1
        page = phrases.line("statements.page", page=answer.page, pages=answer.pages, first=answer.first, last=last)
        lines = [*lines, page]
    rows = [
        row_block(m.statement, m.release, phrases, code_mark(m.release.id, m.statement.paragraph)) for m in answer.rows
    ]
    return (
        answer_block(_number(answer, phrases)),
        *((line_block(*lines),) if lines else ()),
        *rows,
        by_issuers_block(phrases),
    )


def _number(answer: Search | StatementList, phrases: Phrases) -> Line:
    releases = len({match.release.id for match in answer.found})
    form = "one" if len(answer.found) == 1 else "many"
    return phrases.line(f"search.{form}", number=len(answer.found), releases=releases)


def _asked(answer: Search | StatementList, phrases: Phrases) -> list[Line]:
    """What was looked for, and what was found by act."""
    lines: list[Line] = []
    if asked := sought_in_words(answer.sought, phrases):
        lines.append(phrases.line("search.sought", asked=asked))
    acts = phrases.vocabulary.acts
    counts = Counter(match.statement.act for match in answer.found)
    named = [(acts[act].name if n == 1 else acts[act].plural, n) for act, n in counts.most_common()]
    counted = ", ".join(phrases.say("count", name=phrases.words(name), number=n) for name, n in named)
    lines.append(phrases.line("search.acts", counts=counted))
    return lines


def sought_in_words(sought: Sought, phrases: Phrases) -> str:
    """What is looked for, as the search understood it."""
    vocabulary = phrases.vocabulary
    parts = [f"“{phrase}”" for phrase in sought.phrases] + list(sought.words)
    if sought.issuer:
        parts.append(phrases.words(vocabulary.issuers[sought.issuer].name))
    if sought.party:
        parts.append(phrases.party(sought.party))
    if sought.person:
        parts.append(vocabulary.people[sought.person].name_in(phrases.locale))
    if sought.topic:
        narrow = f": “{sought.topic_words}”" if sought.topic_words else ""
        parts.append(f"{phrases.topic(sought.topic)}{narrow}")
    if sought.act:
        parts.append(phrases.words(vocabulary.acts[sought.act].name))
    parts += _days(sought.since, sought.until, phrases)
    return " · ".join(parts)


def _days(since: date | None, until: date | None, phrases: Phrases) -> list[str]:
    days = (("search.since", since), ("search.until", until))
    return [phrases.say(name, day=phrases.day(day)) for name, day in days if day]


def _nothing(answer: Search | StatementList, phrases: Phrases) -> tuple[Block, ...]:
    if answer.span is None:
        return (answer_block(phrases.line("not_held.empty")),)
    first, last = (phrases.day(day) for day in answer.span)
    form = "one" if answer.looked_at == 1 else "many"
    looked = phrases.say(f"looked.{form}", number=answer.looked_at, first=first, last=last)
    asked = sought_in_words(answer.sought, phrases)
    return (answer_block(phrases.line("search.none", looked=looked, asked=asked)),)
