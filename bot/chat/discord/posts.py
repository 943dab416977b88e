"""A post as a message of components: what is said of it, its answers, and the button that carries its mark."""

from __future__ import annotations

from bot.announcements.composing import Posting, Remark
from bot.announcements.publisher import Post
from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.cards.pages import Budget, paginate
from bot.chat import PhrasesOf
from bot.chat.discord.buttons import action_buttons, kept_question, paragraph_buttons
from bot.chat.discord.components import Component, button, container, row, text
from bot.chat.discord.custom_ids import Action, about_id, action_id
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import moment
from bot.chat.discord.view import (
    COMPONENTS_MOST,
    GAP,
    NOTES_MOST,
    PUBLIC,
    ROW_MOST,
    TEXT_MOST,
    Texts,
    arranged,
    page_components,
    text_groups,
)

HEAD_PARTS = 4
"""The components that are not the answers': the head, and the row of the mark's button."""
NAMED_MOST = 5


def post_components(post: Post, mark: str, phrases_of: PhrasesOf) -> list[Component]:
    """The whole message. `mark` stands in the last button, where only programs see it."""
    posting = post.body
    assert isinstance(posting, Posting)
    phrases = phrases_of(posting.locale)
    head = "\n".join(_head(posting, post.role, phrases))
    about = row([button(phrases.say("post.about"), about_id(mark))])
    most = COMPONENTS_MOST - HEAD_PARTS
    if len(posting.cards) == 1:
        answers = page_components(posting.cards[0], 1, phrases, PUBLIC, most)
    else:
        count = max(1, len(posting.cards))
        answers = [_part(card, phrases, most // count, (TEXT_MOST - NOTES_MOST) // count) for card in posting.cards]
    return [*([text(head)] if head else []), *answers, about]


def _head(posting: Posting, role: str, phrases: Phrases) -> list[str]:
    lines = []
    title = f"**{escaped(posting.title)}**" if posting.title else ""
    mention = f"<@&{role}>" if role else ""
    if title or mention:
        lines.append(" ".join(filter(None, (mention, title))))
    lines.extend(remark_text(remark, values, phrases) for remark, values in posting.remarks)
    if posting.planned is not None:
        lines.append(phrases.say("post.late", planned=moment(posting.planned)))
    return lines


def remark_text(remark: Remark, values: tuple[str, ...], phrases: Phrases) -> str:
    """One remark in words."""
    if remark is Remark.PAUSED:
        title, channel = values
        return phrases.say("post.paused", title=escaped(title), place=f"<#{channel}>")
    named = phrases.some_of([f"`{release}`" for release in values], NAMED_MOST)
    return phrases.say(f"post.{remark.value}", releases=named)


def _part(card: Card, phrases: Phrases, components: int, characters: int) -> Component:
    """One of several answers: its first page, and a button for the whole where there is more."""
    shown = Texts()
    room = components - 1 - 2 * (1 + ROW_MOST)
    pages = paginate(card, Budget(characters, room, size=lambda block: len(shown(block)) + len(GAP)))
    page = pages[0]
    rows = [paragraph_buttons(card, page)[:ROW_MOST]]
    whole = action_id(Action.TURN, 1, kept_question(card)) if page.total > 1 else None
    if whole:
        rows.append([button(phrases.say("post.whole"), whole)])
    elif page.total == 1:
        rows.append(action_buttons(card, page, phrases, private=False)[:ROW_MOST])
    parts = arranged(text_groups(page.blocks, shown) or [[]], room)
    return container([*map(text, filter(None, parts)), *(row(buttons) for buttons in rows if buttons)])
