"""One page of a card as a Discord message of Components V2.

Discord's limits: 40 components and 4,000 characters of text in a message, 5 buttons in a row
(https://discord.com/developers/docs/components/reference).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from discord import ui

from bot.cards.card import Block, Card, Part
from bot.cards.language import Phrases
from bot.cards.pages import Budget, Page, paginate
from bot.chat.discord.buttons import Button, action_buttons, outgrown, paragraph_buttons
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


def pages_of(card: Card, texts: Texts | None = None) -> tuple[Page, ...]:
    """The pages of a card, each within what one message may hold."""
    text = texts or Texts()
    size = TEXT_MOST - NOTES_MOST
    return paginate(card, Budget(size, BLOCKS_MOST, size=lambda block: len(text(block)) + len(GAP)))


def page_view(card: Card, number: int, phrases: Phrases, place: Place = PRIVATE) -> ui.LayoutView:
    """The message that shows one page; a number past the last page shows the last."""
    text = Texts()
    pages = pages_of(card, text)
    page = pages[min(number, len(pages)) - 1]
    rows = [
        *_rows(paragraph_buttons(card, page)),
        *_rows(action_buttons(card, page, phrases, private=place.private)),
    ]
    groups = _groups(page.blocks, text) or [[]]
    groups[-1].extend(_notes(card, page, phrases, place))
    container: ui.Container[ui.LayoutView] = ui.Container()
    for part in arranged(groups, COMPONENTS_MOST - 1 - sum(1 + len(row) for row in rows)):
        container.add_item(ui.TextDisplay(part) if part else ui.Separator())
    for row in rows:
        container.add_item(ui.ActionRow(*row))
    return view_of(container)


def sentence_view(text: str) -> ui.LayoutView:
    """A message of one sentence, already escaped."""
    return view_of(ui.TextDisplay(text))


def blocks_view(blocks: Sequence[Block]) -> ui.LayoutView:
    """A message of some blocks, without buttons."""
    return view_of(ui.Container(*(ui.TextDisplay(text) for group in _groups(blocks, Texts()) for text in group)))


def view_of(content: ui.Item[ui.LayoutView]) -> ui.LayoutView:
    """A message of one component.

    It counts as finished, so that discord.py keeps nothing of it in memory: its buttons remember for themselves.
    """
    view = ui.LayoutView(timeout=None)
    view.add_item(content)
    view.stop()
    return view


def _groups(blocks: Sequence[Block], text: Texts) -> list[list[str]]:
    """The blocks as texts, in groups that a line is drawn between: the head, what is under each heading, the foot."""
    last = len(blocks)
    body = next((n for n, block in enumerate(blocks) if block.part not in (Part.ANSWER, Part.SMALL)), max(1, last - 1))
    small = next((n for n, block in enumerate(reversed(blocks)) if block.part is not Part.SMALL), last)
    foot = max(body, last - small)
    groups: list[list[str]] = [["\n".join(map(text, blocks[:body]))], []]
    for block in blocks[body:foot]:
        if block.part is Part.HEADING:
            groups.append([])
        groups[-1].append(text(block))
    groups.append(["\n".join(map(text, blocks[foot:]))])
    return [shown for group in groups if (shown := [one for one in group if one])]


def arranged(groups: Sequence[Sequence[str]], most: int) -> list[str]:
    """The texts in order, an empty one where a line is drawn, in at most ``most`` components.

    With room every text is its own, else the texts of a group are one, and the last lines are not drawn.
    """
    whole = [text for group in groups for text in group]
    if len(whole) + len(groups) - 1 > most:
        groups = [[GAP.join(group)] for group in groups]
        whole = [text for group in groups for text in group]
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
    if outgrown(card):
        lines.append(coded(card.command[:COMMAND_MOST]))
    return ["\n".join(f"-# {line}" for line in lines)] if lines else []


def _rows(buttons: Iterable[Button]) -> list[list[Button]]:
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
