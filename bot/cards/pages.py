"""Cards in pages: one budget for every chat, nothing cut inside a line, so nothing inside a quote.

Every page can be read alone: it repeats the answer line, the heading that its statements stand under, and whose
account it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.cards.card import Block, Card, Part, Ref, refs_of
from bot.cards.language import Phrases
from bot.cards.plain import plain_block


@dataclass(frozen=True)
class Budget:
    """What one page may hold: ``characters`` as ``size`` counts them, and ``blocks``."""

    characters: int
    blocks: int
    size: Callable[[Block], int] = lambda block: len(plain_block(block))


@dataclass(frozen=True)
class Page:
    """One page of a card; ``number`` counts from 1."""

    blocks: tuple[Block, ...]
    number: int
    total: int

    def refs(self) -> tuple[Ref, ...]:
        """The paragraphs that this page shows."""
        return refs_of(self.blocks)

    def label(self, phrases: Phrases) -> str:
        """The page's place: ``2 of 3``."""
        return phrases.say("page", number=self.number, total=self.total)


def paginate(card: Card, budget: Budget) -> tuple[Page, ...]:
    """The pages of a card, at least one."""
    head, middle, foot = _parts(card.blocks)
    kept = sum(budget.size(block) for block in (*head, *foot))
    room = replace(budget, characters=budget.characters - kept, blocks=budget.blocks - len(head) - len(foot))
    filled = _fill(middle, room)
    total = len(filled)
    return tuple(Page((*head, *blocks, *foot), number, total) for number, blocks in enumerate(filled, 1))


def _parts(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """What stands on every page above, what is spread, and what stands on every page below."""
    head = tuple(block for block in blocks[:1] if block.part is Part.ANSWER)
    foot = tuple(block for block in blocks[-1:] if block.part is Part.SMALL)
    return head, blocks[len(head) : len(blocks) - len(foot)], foot


def _fill(blocks: tuple[Block, ...], room: Budget) -> list[tuple[Block, ...]]:
    pages: list[list[Block]] = [[]]
    heading: Block | None = None
    for block in (piece for whole in blocks for piece in _divide(whole, room)):
        if block.part is Part.HEADING:
            heading = block
            continue
        opening = [heading] if heading and heading not in pages[-1] else []
        if pages[-1] and not _fits([*pages[-1], *opening, block], room):
            pages.append([heading] if heading else [])
            opening = []
        pages[-1].extend([*opening, block])
    return [tuple(page) for page in pages]


def _fits(blocks: list[Block], room: Budget) -> bool:
    return len(blocks) <= room.blocks and sum(room.size(block) for block in blocks) <= room.characters


def _divide(block: Block, room: Budget) -> tuple[Block, ...]:
    """A block that no page could hold, cut between its lines."""
    if room.size(block) <= room.characters:
        return (block,)
    return tuple(replace(block, lines=(line,)) for line in block.lines)
