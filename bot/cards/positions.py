"""The card of what each side said on a topic."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.positions import Positions, SideWords
from bot.cards.card import Block, Line, Part
from bot.cards.heads import about_blocks, account_block, answer_block, heading, line_block, subject_of, subject_quoted
from bot.cards.language import Phrases
from bot.cards.statement import replies_to, statement_block
from bot.cards.unsaid import in_words, marks, of_member, of_person, unsaid_blocks
from bot.model.question import Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act


def positions_card(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a positions answer."""
    release = answer.about.release
    if answer.outcome is Outcome.NOT_STATED:
        return unsaid_blocks(answer, phrases)
    blocks = [
        answer_block(_first_line(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
        *of_person(answer, phrases),
        *of_member(answer, phrases),
    ]
    blocks.extend(statement_block(s, release, phrases) for s in answer.answering)
    for words in answer.own:
        blocks.extend(statement_block(s, release, phrases) for s in words.statements)
    if answer.some:
        blocks.append(heading(phrases.say("positions.some")))
        blocks.extend(statement_block(s, release, phrases) for s in answer.some)
    blocks.extend(joint_blocks(answer.joint, release, phrases, headed=not answer.together))
    blocks.extend(closing_blocks(answer.own, answer.subject, release, phrases))
    return tuple(blocks)


def _first_line(answer: Positions, phrases: Phrases) -> Line:
    topic = subject_of(answer.subject, phrases)
    if answer.together:
        return phrases.line("positions.together.on", topic=topic)
    if answer.side is None:
        return phrases.line("positions.all", topic=topic)
    side = phrases.party(answer.side)
    if answer.answering:
        return phrases.line("positions.side.answering", side=side, topic=topic)
    by_itself = any(words.sides == (answer.side,) and words.statements for words in answer.own)
    if answer.bloc and not by_itself:
        bloc = phrases.party(answer.bloc)
        return phrases.line("positions.bloc", side=side, who=phrases.the(answer.side), topic=topic, bloc=bloc)
    own = any(words.statements for words in answer.own)
    return phrases.line("positions.side" if own else "positions.side.joint_only", side=side, topic=topic)


def joint_blocks(
    joint: tuple[Statement, ...], release: Release, phrases: Phrases, *, headed: bool = True
) -> list[Block]:
    """What was said together, positions first, under a heading; where all of it was discussion, that is said."""
    if not joint:
        return []
    positions = [s for s in joint if s.act.is_position]
    discussed = [s for s in joint if not s.act.is_position]
    blocks = [heading(phrases.say("positions.together"))] if positions and headed else []
    if not positions:
        refs = tuple(dict.fromkeys(s.paragraph for s in discussed))
        blocks.append(line_block(phrases.line("positions.only_discussed", marks=marks(release, refs))))
    blocks.extend(statement_block(s, release, phrases) for s in (*positions, *discussed))
    return blocks


def closing_blocks(own: tuple[SideWords, ...], subject: Subject, release: Release, phrases: Phrases) -> list[Block]:
    """Who recorded nothing, that a bloc's words are not a member's, and whose account it is."""
    blocks: list[Block] = []
    topic = subject_quoted(subject, phrases)
    shown = (s for words in own for s in words.statements)
    replying = {side for s in shown for reply in replies_to(s, release) for side in reply.sides}
    silent = [
        phrases.line(f"positions.silent{_how(words, subject)}", side=phrases.together(words.sides), topic=topic)
        for words in own
        if not any(s.act is not Act.DISCUSSION for s in words.statements) and replying.isdisjoint(words.sides)
    ]
    if silent:
        blocks.append(line_block(*silent))
    memberships = {m.party for party in phrases.vocabulary.parties.values() for m in party.member_of}
    speaking = {side for s in release.statements for side in s.sides}
    members = {p.id for p in phrases.vocabulary.parties.values() if p.member_of}
    holders = [side for words in own if words.statements for side in words.sides]
    quoted = [side for side in holders if side in memberships and not speaking & members]
    blocks.extend(
        Block(Part.SMALL, (phrases.line("bloc", bloc=phrases.party(bloc)),), release=release.id) for bloc in quoted
    )
    blocks.append(account_block(release, phrases))
    return blocks


def _how(words: SideWords, subject: Subject) -> str:
    """The ending of the sentence on a side without a position: one that only discussed it was not silent."""
    return ".discussed" if words.statements else in_words(subject)
