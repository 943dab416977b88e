"""The card of statements by what they do."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.deeds import Deeds
from bot.cards.card import Block
from bot.cards.heads import about_blocks, account_of, answer_block, heading, subject_quoted
from bot.cards.language import Phrases
from bot.cards.statement import statement_block
from bot.model.value import Locale


def deeds_card(answer: Deeds, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: what was asked for and how many there are; in a denial what else there is on it."""
    release = answer.about.release
    sentence = {Outcome.ANSWERED: "deeds", Outcome.DENIED: "deeds.none"}.get(answer.outcome, "deeds.not_stated")
    first = phrases.line(sentence, what=_asked_for(answer, phrases), number=len(answer.statements))
    blocks = [answer_block(first), *about_blocks(answer.about, answer.subject, phrases)]
    blocks.extend(statement_block(s, release, phrases) for s in answer.statements)
    if answer.otherwise:
        blocks.append(heading(phrases.say("agreed.otherwise")))
        blocks.extend(statement_block(s, release, phrases) for s in answer.otherwise)
    return (*blocks, *account_of(blocks, release, phrases))


def _asked_for(answer: Deeds, phrases: Phrases) -> str:
    acts = phrases.vocabulary.acts
    many = len(answer.statements) != 1
    act = (acts[answer.act].plural if many else acts[answer.act].name) if answer.act else None
    what = phrases.words(act) if act else phrases.say(f"deeds.any.{'many' if many else 'one'}")
    by = phrases.say("deeds.by", side=phrases.the(answer.side)) if answer.side else ""
    on = phrases.say("deeds.on", topic=subject_quoted(answer.subject, phrases)) if answer.subject else ""
    return f"{on}{by}{what}" if phrases.locale is Locale.KO else f"{what}{by}{on}"
