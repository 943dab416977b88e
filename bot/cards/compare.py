"""The card that sets one side against the other."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.compare import Comparison
from bot.cards.card import Block
from bot.cards.heads import about_blocks, account_of, answer_block, heading, subject_of, subject_quoted
from bot.cards.language import Phrases
from bot.cards.positions import closing_blocks, joint_blocks
from bot.cards.statement import statement_block
from bot.cards.unsaid import told_blocks


def compare_card(answer: Comparison, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a comparison: a heading a side, a silence included."""
    release = answer.about.release
    topic = subject_of(answer.subject, phrases)
    if answer.outcome is Outcome.NOT_STATED:
        topic = subject_quoted(answer.subject, phrases)
        blocks = [
            answer_block(phrases.line("compare.not_stated", topic=topic)),
            *about_blocks(answer.about, answer.subject, phrases),
            *told_blocks(answer.told, phrases),
        ]
        return (*blocks, *account_of(blocks, release, phrases))
    blocks = [
        answer_block(phrases.line("compare", topic=topic)),
        *about_blocks(answer.about, answer.subject, phrases),
    ]
    for words in answer.sides:
        if words.statements:
            blocks.append(heading(phrases.say("compare.side", side=phrases.together(words.sides))))
            blocks.extend(statement_block(s, release, phrases) for s in words.statements)
    blocks.extend(statement_block(s, release, phrases) for s in answer.some)
    blocks.extend(joint_blocks(answer.joint, release, phrases))
    blocks.extend(closing_blocks(answer.sides, answer.subject, release, phrases))
    return tuple(blocks)
