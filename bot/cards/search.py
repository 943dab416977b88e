"""The cards of statements found: a few in full, or a list with citation codes."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Outcome
from bot.answers.search import Search
from bot.answers.statements import StatementList
from bot.cards.attendance import person_block
from bot.cards.card import Block, File, Line, code, code_mark
from bot.cards.commands import Naming, slash_line
from bot.cards.heads import answer_block, by_issuers_block, line_block, release_heading
from bot.cards.language import Phrases
from bot.cards.rows import rows_as_csv, rows_as_json
from bot.cards.statement import row_block, statement_block
from bot.model.question import COMMANDS, Question, Sought
from bot.model.release import Participant, Release
from bot.model.value import ReleaseId


def search_card(answer: Search, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: how many, by which acts, and the newest in full under their releases."""
    if answer.outcome is Outcome.NOT_STATED:
        return _nothing(answer, phrases)
    blocks = [answer_block(_number(answer, phrases)), line_block(*_asked(answer, phrases))]
    shown: ReleaseId = ""
    for release, statement in answer.found:
        if release.id != shown:
            blocks.append(release_heading(release, phrases))
            shown = release.id
        blocks.append(statement_block(statement, release, phrases))
    if answer.number > len(answer.found):
        line = slash_line(Question("statements", answer.question.options))
        blocks.append(line_block(phrases.line("search.more", shown=len(answer.found), line=code(line))))
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
    if answer.download:
        form = "all" if len(answer.every) == answer.number else "newest"
        lines = [*_asked(answer, phrases), phrases.line(f"statements.file.{form}", number=len(answer.every))]
        return (answer_block(_number(answer, phrases)), line_block(*lines), by_issuers_block(phrases))
    rows = [row_block(said, id_, phrases, code_mark(id_, said.paragraph)) for id_, said in answer.rows]
    return (
        answer_block(_number(answer, phrases)),
        *((line_block(*lines),) if lines else ()),
        *rows,
        by_issuers_block(phrases),
    )


def statements_file(answer: StatementList) -> File | None:
    """Everything found, in a file, where that was asked for."""
    if not answer.every:
        return None
    rows = rows_as_csv(answer.every) if answer.download == "csv" else rows_as_json(answer.every)
    return File(f"statements.{answer.download}", rows)


def _number(answer: Search | StatementList, phrases: Phrases) -> Line:
    if answer.releases is None:
        return phrases.line("search.very_many", number=answer.number)
    releases = phrases.count("releases", answer.releases)
    form = "one" if answer.number == 1 else "many"
    return phrases.line(f"search.{form}", number=answer.number, releases=releases)


def _asked(answer: Search | StatementList, phrases: Phrases) -> list[Line]:
    """What was looked for, and what was found by act."""
    lines: list[Line] = []
    if asked := sought_in_words(answer.sought, phrases):
        lines.append(phrases.line("search.sought", asked=asked))
    acts = phrases.vocabulary.acts
    named = [(acts[act].name if n == 1 else acts[act].plural, n) for act, n in answer.acts]
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
    elif sought.topic_words:
        parts.append(f"“{sought.topic_words}”")
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
    why = answer.unfound
    if why and why.silent:
        party = phrases.the(why.silent)
        return (answer_block(phrases.line("search.silent", party=party, looked=looked)),)
    if why is None or why.placed is None:
        nothing = phrases.line("search.none", looked=looked, asked=asked)
        return (answer_block(nothing), *_nearest(why.nearest if why else None, phrases))
    release, participant = why.placed
    person = phrases.vocabulary.people[answer.sought.person or ""].name_in(phrases.locale)
    return (
        answer_block(phrases.line("search.nobody", person=person, looked=looked)),
        release_heading(release, phrases),
        person_block(participant, release, phrases),
        *_of_their_side(participant, phrases),
        by_issuers_block(phrases),
    )


def _nearest(near: Release | None, phrases: Phrases) -> tuple[Block, ...]:
    """Which days are meant by those asked for, and when the nearest meeting was."""
    if near is None:
        return ()
    met, published = phrases.day(near.day), phrases.day(near.published)
    return (line_block(phrases.line("search.days", met=met, published=published, id=code(near.id))),)


def _of_their_side(participant: Participant, phrases: Phrases) -> tuple[Block, ...]:
    """How to list what is recorded of the side on which somebody sat."""
    if participant.side is None:
        return ()
    command = next(c for c in COMMANDS if c.name == "statements")
    line = code(Naming(phrases).line(command, {"party": participant.side}))
    return (line_block(phrases.line("search.side", side=phrases.the(participant.side), line=line)),)
