"""The buttons of an answer: its paragraphs, share, cite, and the pages before and after."""

from __future__ import annotations

from dataclasses import replace

from bot.announcements.settings_book import key_of
from bot.answers.answer import Outcome, Unclear
from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.cards.pages import Page
from bot.chat.discord.components import ButtonStyle, Component, button
from bot.chat.discord.custom_ids import Action, action_id, fits, long_id, paragraph_id
from bot.chat.discord.long_questions import written
from bot.model.question import COMMANDS, Question

CHOICES_MOST = 10
LABEL_MOST = 80
PARAGRAPHS_MOST = 15
"""Paragraphs of a page that have a button; its other marks are still there to read and to cite."""


def paragraph_buttons(card: Card, page: Page) -> list[Component]:
    """A button for each paragraph that the page shows; none on a paragraph itself."""
    if card.answer.question.command == "cite":
        return []
    refs = page.refs()[:PARAGRAPHS_MOST]
    several = len({ref.release for ref in refs}) > 1
    labels = {ref: f"{ref.label} · {ref.release}" if several else ref.label for ref in refs}
    return [button(labels[ref], paragraph_id(ref)) for ref in refs]


def choice_buttons(card: Card) -> list[Component]:
    """What may have been meant, a button each."""
    if not isinstance(card.answer, Unclear):
        return []
    asked = zip(card.answer.choices, card.answer.questions, strict=True)
    return [
        _button(Action.TURN, 1, question, shortened(choice.label, LABEL_MOST), ButtonStyle.MAIN)
        for choice, question in asked
    ][:CHOICES_MOST]


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters; one that is cut ends in "…"."""
    return text if len(text) <= most else text[: most - 1] + "…"


def action_buttons(card: Card, page: Page, phrases: Phrases, *, private: bool) -> list[Component]:
    """What can be done with an answer; nothing with what was no question. What is public cannot be shared again."""
    if card.answer.outcome is Outcome.INVALID:
        return []
    kept = kept_question(card)
    buttons: list[Component] = []
    if private:
        share = phrases.say("chat.share")
        buttons.append(_button(Action.SHARE, page.number, kept, share, ButtonStyle.MAIN))
    if card.refs():
        buttons.append(_button(Action.CITE, page.number, kept, phrases.say("chat.cite")))
    buttons.extend(turn_buttons(Action.TURN, page, kept, phrases))
    return buttons


def turn_buttons(action: Action, page: Page, kept: Question, phrases: Phrases) -> list[Component]:
    """Back and next, where there is such a page of the answer or of its citation."""
    buttons: list[Component] = []
    if page.number > 1:
        buttons.append(_button(action, page.number - 1, kept, phrases.say("chat.back")))
    if page.number < page.total:
        buttons.append(_button(action, page.number + 1, kept, phrases.say("chat.next")))
    return buttons


def long_questions(card: Card) -> tuple[Question, ...]:
    """The questions of a card's buttons that do not fit in them."""
    if card.answer.outcome is Outcome.INVALID:
        return ()
    chosen = card.answer.questions[:CHOICES_MOST] if isinstance(card.answer, Unclear) else ()
    return tuple(question for question in (kept_question(card), *chosen) if not fits(question))


def kept_question(card: Card) -> Question:
    """What the buttons remember: the question, bound to the release that it was answered from.

    A newer release must not change what an older answer's buttons show.
    """
    question = card.answer.question
    releases = {block.release for block in card.blocks if block.release}
    command = next((c for c in COMMANDS if c.name == question.command), None)
    if command and command.option("release") and len(releases) == 1:
        return replace(question, options={**question.options, "release": releases.pop()})
    return question


def _button(
    action: Action, page: int, question: Question, label: str, style: ButtonStyle = ButtonStyle.PLAIN
) -> Component:
    return button(label, answer_id(action, page, question), style)


def answer_id(action: Action, page: int, question: Question) -> str:
    """The custom_id of a button on the answer to a question, which is kept in the ledger where it does not fit."""
    return action_id(action, page, question) or long_id(action, page, key_of(written(question)))
