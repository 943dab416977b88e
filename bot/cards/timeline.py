"""The card of a topic from release to release, and of what changed in between."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.shift import Formula, Reworded, Shift
from bot.answers.timeline import Entry, Timeline
from bot.cards.card import Block, Line, Part, code, code_mark, mark, quote, span
from bot.cards.difference import difference_line
from bot.cards.heads import (
    answer_block,
    by_issuers_block,
    heading,
    line_block,
    read_as,
    release_heading,
    subject_of,
    subject_quoted,
)
from bot.cards.language import Phrases
from bot.cards.statement import holder_of, row_block, verb_of
from bot.model.release import Release, Statement


def timeline_card(answer: Timeline, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: what is loaded, then release by release what was said and what changed, then the formulas."""
    blocks = [answer_block(_first_line(answer, phrases)), line_block(*_coverage(answer, phrases))]
    for entry in answer.entries:
        blocks.append(release_heading(entry.release, phrases))
        blocks.extend(_entry(entry, answer, phrases))
    if answer.older:
        blocks.append(line_block(phrases.line("timeline.older", number=answer.older)))
    if answer.formulas:
        blocks.append(heading(phrases.say("timeline.formulas")))
        blocks.extend(line_block(*_formula(formula, answer, phrases)) for formula in answer.formulas)
    blocks.append(by_issuers_block(phrases))
    return tuple(blocks)


def _first_line(answer: Timeline, phrases: Phrases) -> Line:
    topic = subject_of(answer.subject, phrases)
    if answer.together:
        nothing = answer.outcome is Outcome.NOT_STATED
        whole = subject_quoted(answer.subject, phrases) if nothing else topic
        return phrases.line("positions.not_stated.together" if nothing else "timeline.together", topic=whole)
    if answer.outcome is Outcome.NOT_STATED:
        whole = subject_quoted(answer.subject, phrases)
        return phrases.line("positions.not_stated", side=_whose(answer, phrases), topic=whole)
    side = _whose(answer, phrases)
    return phrases.line("timeline.side" if side else "timeline", side=side, topic=topic)


def _whose(answer: Timeline, phrases: Phrases) -> str:
    """The name of the person or the party asked for."""
    if answer.person:
        return phrases.vocabulary.people[answer.person].name_in(phrases.locale)
    return phrases.party(answer.side) if answer.side else ""


def _coverage(answer: Timeline, phrases: Phrases) -> list[Line]:
    """What is shown, what is loaded, and where nothing is."""
    first, last = (phrases.day(day) for day in answer.span)
    lines = [
        *read_as(answer.subject, phrases),
        *([phrases.line("timeline.person", person=_whose(answer, phrases))] if answer.person else []),
        phrases.line("timeline.shown"),
        phrases.line("timeline.loaded" if first != last else "timeline.loaded.one", first=first, last=last),
    ]
    if answer.other:
        lines.append(phrases.line("timeline.other", number=answer.other))
    gaps = ((phrases.day(gap.first), phrases.day(gap.last)) for gap in answer.gaps)
    lines.extend(phrases.line("timeline.gap", first=first, last=last) for first, last in gaps)
    if answer.blocs and answer.side:
        bloc = phrases.parties(answer.blocs)
        lines.append(phrases.line("timeline.bloc", side=phrases.party(answer.side), bloc=bloc))
    return lines


def _entry(entry: Entry, answer: Timeline, phrases: Phrases) -> list[Block]:
    if not entry.statements:
        silent = phrases.line("timeline.absent" if entry.absent else "timeline.silent", side=_whose(answer, phrases))
        return [Block(Part.LINE, (silent,), release=entry.release.id)]
    id_ = entry.release.id
    derived = entry.release.derived
    blocks = [row_block(s, id_, phrases, mark(id_, s.paragraph), derived) for s in entry.statements]
    if entry.shift and entry.since:
        lines = _shift(entry.shift, entry.since, phrases) or [phrases.line("timeline.same")]
        since = phrases.line("timeline.since", day=phrases.day(entry.since.day), id=code(entry.since.id))
        blocks.append(line_block(since, *lines))
    elif entry is _first_said(answer):
        blocks.append(line_block(phrases.line("timeline.first")))
    return blocks


def _first_said(answer: Timeline) -> Entry | None:
    """The oldest release that says anything, where all are shown and none is compared with it."""
    said = [entry for entry in answer.entries if entry.statements]
    return said[-1] if said and not answer.older else None


def _shift(shift: Shift, since: Release, phrases: Phrases) -> list[Line]:
    lines: list[Line] = []
    for pair in shift.reworded:
        lines.extend(_reworded(pair, since, phrases))
    lines.extend(_about("timeline.new", statement, phrases) for statement in shift.new)
    for statement in shift.gone:
        where = code_mark(since.id, statement.paragraph)
        lines.append(
            (*_about("timeline.gone", statement, phrases), span(" "), quote(statement.quote), span(" "), where)
        )
    return lines


def _reworded(pair: Reworded, since: Release, phrases: Phrases) -> list[Line]:
    lines: list[Line] = []
    if not pair.same_verb:
        lines.append(
            phrases.line(
                "timeline.verb",
                holder=holder_of(pair.after, phrases),
                before=_verb(pair.before, phrases),
                after=_verb(pair.after, phrases),
            )
        )
    if not pair.same_words:
        where = code_mark(since.id, pair.before.paragraph)
        wording = difference_line(pair.changes, phrases)
        lines.append(
            phrases.line("timeline.wording", holder=holder_of(pair.after, phrases), wording=wording, mark=where)
        )
    return lines


def _verb(statement: Statement, phrases: Phrases) -> str:
    act = phrases.words(phrases.vocabulary.acts[statement.act].name)
    return phrases.say("timeline.act", verb=verb_of(statement, phrases), act=act)


def _about(sentence: str, statement: Statement, phrases: Phrases) -> Line:
    return phrases.line(sentence, holder=holder_of(statement, phrases), verb=verb_of(statement, phrases))


def _formula(formula: Formula, answer: Timeline, phrases: Phrases) -> list[Line]:
    """The words, where first and last seen, and whether the newest release that speaks has them."""
    days = dict(answer.days)
    first, last = formula.releases[-1], formula.releases[0]
    lines = [
        (quote(formula.words),),
        phrases.line(
            "timeline.formula",
            number=len(formula.releases),
            first=phrases.day(days[first]),
            first_id=code(first),
            last=phrases.day(days[last]),
            last_id=code(last),
        ),
    ]
    newest = next((entry.release.id for entry in answer.entries if entry.statements), None)
    if newest and newest not in formula.releases:
        lines.append(phrases.line("timeline.missing", id=code(newest)))
    return lines
