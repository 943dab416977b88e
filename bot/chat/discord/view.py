"""One page of a card as a Discord message of Components V2.

Discord's limits: 40 components and 4,000 characters of text in a message, 5 buttons in a row
(https://discord.com/developers/docs/components/reference).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.cards.card import Block, Card, Part
from bot.cards.language import Phrases
from bot.cards.pages import Budget, Page, paginate
from bot.chat.discord.buttons import action_buttons, choice_buttons, long_questions, paragraph_buttons, shortened
from bot.chat.discord.components import Component, Layout, container, row, separator, text
from bot.chat.discord.markdown import block_text, coded, escaped

TEXT_MOST = 4_000
COMPONENTS_MOST = 40
ROW_MOST = 5
NOTES_MOST = 600
"""Characters kept for what is not the card's: the page number, who shared it, the command of a long question."""
COMMAND_MOST = 400
NAME_MOST = 100
GAP = "\n\n"
BLOCKS_MOST = 24
PAGES_KEPT = 64


@dataclass(frozen=True)
class Place:
    """Where an answer is shown: to its asker alone, or to everybody, and then by whose press (a display name)."""

    private: bool = True
    shared_by: str | None = None


PRIVATE, PUBLIC = Place(), Place(private=False)


class Texts:
    """What blocks look like, each written once: finding page breaks asks for the same ones again and again."""

    def __init__(self) -> None:
        self._written: dict[int, tuple[Block, str]] = {}

    def __call__(self, block: Block) -> str:
        """The block as Discord shows it."""
        written = self._written.get(id(block))
        if written is None:
            written = self._written[id(block)] = (block, block_text(block))
        return written[1]


def pages_of(card: Card, shown: Texts | None = None) -> tuple[Page, ...]:
    """The pages of a card, each within what one message may hold."""
    shown = shown or Texts()
    size = TEXT_MOST - NOTES_MOST
    return paginate(card, Budget(size, BLOCKS_MOST, size=lambda block: len(shown(block)) + len(GAP)))


class Drawn:
    """The pages drawn last: the same few answers are shown again and again.

    Kept by the card itself, not by its value: an app that keeps its cards hands out the same one again.
    """

    def __init__(self, most: int = PAGES_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[int, int, Place], tuple[Card, list[Component]]] = OrderedDict()

    def page(self, card: Card, number: int, phrases: Phrases, place: Place) -> Layout:
        """The message that shows one page; a number past the last page shows the last."""
        key = (id(card), number, place)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = (card, page_components(card, number, phrases, place))
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return Layout(kept[1])


def page_components(
    card: Card, number: int, phrases: Phrases, place: Place, most: int = COMPONENTS_MOST
) -> list[Component]:
    """One page of a card as at most ``most`` components; a number past the last page is the last."""
    shown = Texts()
    pages = pages_of(card, shown)
    page = pages[min(number, len(pages)) - 1]
    rows = [
        *_rows(choice_buttons(card)),
        *_rows(paragraph_buttons(card, page)),
        *_rows(action_buttons(card, page, phrases, private=place.private)),
    ]
    groups = text_groups(page.blocks, shown) or [[]]
    groups[-1].extend(_notes(card, page, phrases, place))
    parts = arranged(groups, most - 1 - sum(1 + len(buttons) for buttons in rows))
    texts = [text(part) if part else separator() for part in parts]
    return [container([*texts, *map(row, rows)])]


def sentence_view(sentence: str) -> Layout:
    """A message of one sentence, already escaped."""
    return Layout([text(sentence)])


def blocks_view(blocks: Sequence[Block]) -> Layout:
    """A message of some blocks, without buttons."""
    return Layout([container([text(part) for group in text_groups(blocks, Texts()) for part in group])])


def text_groups(blocks: Sequence[Block], text_of: Texts) -> list[list[str]]:
    """The blocks as texts, in groups that a line is drawn between: the head, what is under each heading, the foot."""
    last = len(blocks)
    body = next((n for n, block in enumerate(blocks) if block.part not in (Part.ANSWER, Part.SMALL)), max(1, last - 1))
    small = next((n for n, block in enumerate(reversed(blocks)) if block.part is not Part.SMALL), last)
    foot = max(body, last - small)
    groups: list[list[str]] = [["\n".join(map(text_of, blocks[:body]))], []]
    for block in blocks[body:foot]:
        if block.part is Part.HEADING:
            groups.append([])
        groups[-1].append(text_of(block))
    groups.append(["\n".join(map(text_of, blocks[foot:]))])
    return [filled for group in groups if (filled := [one for one in group if one])]


def arranged(groups: Sequence[Sequence[str]], most: int) -> list[str]:
    """The texts in order, an empty one where a line is drawn, in at most ``most`` components.

    With room every text is its own, else the texts of a group are one, and the last lines are not drawn.
    """
    whole = [one for group in groups for one in group]
    if len(whole) + len(groups) - 1 > most:
        groups = [[GAP.join(group)] for group in groups]
        whole = [one for group in groups for one in group]
    fitting = iter(fitted(whole, TEXT_MOST))
    lines = most - len(whole)
    parts: list[str] = []
    for number, group in enumerate(groups):
        if 0 < number <= lines:
            parts.append("")
        parts.extend(next(fitting) for _ in group)
    return parts


def _notes(card: Card, page: Page, phrases: Phrases, place: Place) -> list[str]:
    notes: list[str] = []
    if page.total > 1:
        notes.append(phrases.say("chat.page", number=page.number, total=page.total))
    if place.shared_by:
        notes.append(escaped(phrases.say("chat.shared_by", name=place.shared_by[:NAME_MOST])))
    lines = [" · ".join(notes)] if notes else []
    if long_questions(card):
        lines.append(coded(shortened(card.command, COMMAND_MOST)))
    return ["\n".join(f"-# {line}" for line in lines)] if lines else []


def _rows(buttons: Iterable[Component]) -> list[list[Component]]:
    left = iter(buttons)
    return list(iter(lambda: list(islice(left, ROW_MOST)), []))


def fitted(texts: list[str], most: int) -> list[str]:
    """The texts, the longest cut where all together are longer than ``most``: a page of one endless line."""
    over = sum(map(len, texts)) - most
    if over <= 0:
        return texts
    longest = max(range(len(texts)), key=lambda place: len(texts[place]))
    cut = texts[longest][: -over - 1].rstrip("\\")
    return [*texts[:longest], f"{cut}…", *texts[longest + 1 :]]
