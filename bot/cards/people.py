"""The card of people asked for by what they did or who they are."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.people import People, PeopleAsked
from bot.cards.attendance import person_block
from bot.cards.card import Block
from bot.cards.heads import about_block, account_of, answer_block, heading, line_block
from bot.cards.language import Phrases
from bot.model.release import Presence


def people_card(answer: People, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: what was asked, then everybody shown under what the release says of their presence."""
    release = answer.about.release
    side = phrases.the(answer.side) if answer.side else ""
    blocks = [answer_block(phrases.line(_sentence(answer), side=side)), about_block(answer.about, phrases)]
    for presence in Presence:
        people = [p for p in answer.people if p.presence is presence]
        if people:
            blocks.append(heading(phrases.say(f"attendance.heading.{presence.value}")))
            blocks.extend(person_block(p, release, phrases) for p in people)
    if answer.asked is PeopleAsked.MEMBERS:
        named = phrases.parties(
            dict.fromkeys(p.party for p in answer.people if p.party and p.presence is Presence.ATTENDED)
        )
        form = "some" if named else "none"
        blocks.append(line_block(phrases.line(f"attendance.members.{form}", bloc=side, members=named)))
    return (*blocks, *account_of(blocks, release, phrases))


def _sentence(answer: People) -> str:
    nobody_came = not any(p.presence is Presence.ATTENDED for p in answer.people)
    if answer.holds is False and answer.asked is PeopleAsked.ATTENDED and nobody_came:
        return "people.attended.none"
    if answer.holds is not None:
        return f"people.{answer.asked.value}.{'yes' if answer.holds else 'no'}"
    if answer.outcome is Outcome.NOT_STATED:
        return f"people.{answer.asked.value}.not_stated" + (".of" if answer.side else "")
    return f"people.{answer.asked.value}" + (".of" if answer.side else "")
