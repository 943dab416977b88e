"""The card of what each side said on a topic."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.positions import Positions, SideWords
from bot.cards.card import Block, Line, Part, mark, span
from bot.cards.heads import about_blocks, account_block, answer_block, heading, line_block, subject_of
from bot.cards.language import Phrases
from bot.cards.statement import statement_block
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import ParagraphRef


def positions_card(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a positions answer."""
    release = answer.about.release
    if answer.outcome is Outcome.NOT_STATED:
        return _not_stated(answer, phrases)
    blocks = [
        answer_block(_first_line(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
    ]
    for words in answer.own:
        blocks.extend(statement_block(s, release, phrases) for s in words.statements)
    if answer.some:
        blocks.append(heading(phrases.say("positions.some")))
        blocks.extend(statement_block(s, release, phrases) for s in answer.some)
    blocks.extend(joint_blocks(answer.joint, release, phrases))
    blocks.extend(closing_blocks(answer.own, release, phrases))
    return tuple(blocks)


def _first_line(answer: Positions, phrases: Phrases) -> Line:
    topic = subject_of(answer.subject, phrases)
    if answer.side is None:
        return phrases.line("positions.all", topic=topic)
    side = phrases.party(answer.side)
    by_itself = any(words.side == answer.side and words.statements for words in answer.own)
    if answer.bloc and not by_itself:
        return phrases.line("positions.bloc", side=side, topic=topic, bloc=phrases.party(answer.bloc))
    own = any(words.statements for words in answer.own)
    return phrases.line("positions.side" if own else "positions.side.joint_only", side=side, topic=topic)


def joint_blocks(joint: tuple[Statement, ...], release: Release, phrases: Phrases) -> list[Block]:
    """What was said together, positions first; where all of it was discussion, that is said."""
    if not joint:
        return []
    positions = [s for s in joint if s.act.is_position]
    discussed = [s for s in joint if not s.act.is_position]
    blocks = [heading(phrases.say("positions.together"))]
    if not positions:
        refs = tuple(dict.fromkeys(s.paragraph for s in discussed))
        blocks.append(line_block(phrases.line("positions.only_discussed", marks=marks(release, refs))))
    blocks.extend(statement_block(s, release, phrases) for s in (*positions, *discussed))
    return blocks


def marks(release: Release, refs: tuple[ParagraphRef, ...]) -> Line:
    """Several citation marks in a row."""
    line: Line = ()
    for ref in refs:
        line = (*line, *((span(" "),) if line else ()), mark(release.id, ref))
    return line


def closing_blocks(own: tuple[SideWords, ...], release: Release, phrases: Phrases) -> list[Block]:
    """Who recorded nothing, that a bloc's words are not a member's, and whose account it is."""
    blocks: list[Block] = []
    silent = [
        phrases.line("positions.silent", side=phrases.party(words.side))
        for words in own
        if not any(s.act is not Act.DISCUSSION for s in words.statements)
    ]
    if silent:
        blocks.append(line_block(*silent))
    memberships = {m.party for party in phrases.vocabulary.parties.values() for m in party.member_of}
    speaking = {side for s in release.statements for side in s.sides}
    members = {p.id for p in phrases.vocabulary.parties.values() if p.member_of}
    quoted = [words.side for words in own if words.statements and words.side in memberships and not speaking & members]
    blocks.extend(
        Block(Part.SMALL, (phrases.line("bloc", bloc=phrases.party(bloc)),), release=release.id) for bloc in quoted
    )
    blocks.append(account_block(release, phrases))
    return blocks


def _not_stated(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    release = answer.about.release
    topic = subject_of(answer.subject, phrases)
    if answer.side:
        first = phrases.line("positions.not_stated", side=phrases.party(answer.side), topic=topic)
    else:
        first = phrases.line("positions.not_stated.all", topic=topic)
    if answer.named_in:
        where = phrases.line("positions.named_in", marks=marks(release, answer.named_in))
    else:
        where = phrases.line("positions.stranger", side=phrases.party(answer.side or ""))
    return (
        answer_block(first),
        *about_blocks(answer.about, answer.subject, phrases),
        line_block(where),
        account_block(release, phrases),
    )
