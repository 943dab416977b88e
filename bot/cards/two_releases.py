"""The card of two releases side by side, each under its own issuer."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.two_releases import Account, Differently, TwoReleases
from bot.cards.card import Block, Line, Part, code_mark, quote
from bot.cards.heads import (
    accounts_block,
    answer_block,
    heading,
    line_block,
    read_as,
    release_heading,
    subject_of,
    subject_quoted,
)
from bot.cards.language import Phrases
from bot.cards.statement import holder_of, statement_block, verb_of
from bot.model.release import Release, Statement


def two_releases_card(answer: TwoReleases, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: what the two have not in the same strength, then the one and the other, each whole."""
    nothing = answer.outcome is Outcome.NOT_STATED
    topic = subject_quoted(answer.subject, phrases) if nothing else subject_of(answer.subject, phrases)
    name = "compare.not_stated" if nothing else "compare.two"
    blocks = [answer_block(phrases.line(name, topic=topic))]
    if lines := read_as(answer.subject, phrases):
        blocks.append(line_block(*lines))
    if answer.same_meeting:
        blocks.append(line_block(phrases.line("compare.accounts")))
    if answer.differently:
        blocks.append(heading(phrases.say("compare.differently")))
        blocks.extend(line_block(*_differently(d, answer, phrases)) for d in answer.differently)
    for account in (answer.first, answer.second):
        blocks.append(release_heading(account.release, phrases))
        blocks.extend(_account(account, phrases))
    blocks.append(accounts_block((answer.first.release, answer.second.release), phrases))
    return tuple(blocks)


def _account(account: Account, phrases: Phrases) -> list[Block]:
    if not account.statements:
        return [Block(Part.LINE, (phrases.line("timeline.silent"),), release=account.release.id)]
    return [statement_block(statement, account.release, phrases) for statement in account.statements]


def _differently(one: Differently, answer: TwoReleases, phrases: Phrases) -> list[Line]:
    return [
        _act(one.first, answer.first.release, phrases),
        _act(one.second, answer.second.release, phrases),
    ]


def _act(statement: Statement, release: Release, phrases: Phrases) -> Line:
    return phrases.line(
        "compare.differently.act",
        issuer=phrases.words(phrases.vocabulary.issuers[release.issuer].name),
        holder=holder_of(statement, phrases),
        verb=verb_of(statement, phrases),
        act=phrases.words(phrases.vocabulary.acts[statement.act].name),
        words=quote(statement.quote),
        mark=code_mark(release.id, statement.paragraph),
    )
