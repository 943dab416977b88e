"""The card of a verdict on what was taken to be so."""

from __future__ import annotations

from bot.answers.claims import Claim, Verdict
from bot.cards.card import Block
from bot.cards.heads import about_block, account_block, answer_block
from bot.cards.language import Phrases
from bot.cards.statement import statement_block


def claim_card(answer: Claim, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the verdict in one line, then the statements that it rests on."""
    release = answer.about.release
    conditions = answer.verdict is Verdict.YES and any(s.conditions for s in answer.statements)
    sentence = f"claim.{answer.verdict.value}" + (".conditions" if conditions else "")
    gaps = {
        "who": phrases.party(answer.who) if answer.who else "",
        "bloc": phrases.party(answer.bloc) if answer.bloc else "",
        "person": phrases.vocabulary.people[answer.person].name_in(phrases.locale) if answer.person else "",
    }
    blocks = [answer_block(phrases.line(sentence, **gaps)), about_block(answer.about, phrases)]
    blocks.extend(statement_block(s, release, phrases) for s in answer.statements)
    return (*blocks, account_block(release, phrases))
