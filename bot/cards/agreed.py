"""The card of what was agreed."""

from __future__ import annotations

from bot.answers.agreed import Agreed
from bot.answers.answer import Outcome
from bot.cards.card import Block, Line
from bot.cards.heads import about_blocks, account_of, answer_block, heading, subject_quoted
from bot.cards.language import Phrases
from bot.cards.statement import statement_block


def agreed_card(answer: Agreed, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the number of joint agreements first; what is weaker or one-sided apart, and called so."""
    release = answer.about.release
    blocks = [
        answer_block(_first_line(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
    ]
    blocks.extend(statement_block(s, release, phrases) for s in answer.agreements)
    apart = (
        ("agreed.weakened", answer.weakened),
        ("agreed.shared", answer.shared_views),
        ("agreed.one_sided", answer.one_sided),
        ("agreed.refused", answer.refused),
        ("agreed.otherwise", answer.otherwise),
    )
    for name, statements in apart:
        if statements:
            blocks.append(heading(phrases.say(name)))
            blocks.extend(statement_block(s, release, phrases) for s in statements)
    return (*blocks, *account_of(blocks, release, phrases))


def _first_line(answer: Agreed, phrases: Phrases) -> Line:
    topic = subject_quoted(answer.subject, phrases) if answer.subject else ""
    if answer.outcome is Outcome.DENIED:
        return phrases.line("agreed.denied.on", topic=topic) if topic else phrases.line("agreed.denied")
    if not answer.agreements:
        return phrases.line("agreed.view.on", topic=topic)
    form = "one" if len(answer.agreements) == 1 else "many"
    name = f"agreed.on.{form}" if topic else f"agreed.{form}"
    return phrases.line(name, number=len(answer.agreements), topic=topic)
