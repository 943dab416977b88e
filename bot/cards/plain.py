"""A card as plain text: what a console prints and what **Cite** copies."""

from __future__ import annotations

from bot.cards.card import Block, Card, Line, Part


def plain_text(card: Card) -> str:
    """The whole card, a block a paragraph."""
    parts = [plain_block(block) for block in card.blocks]
    return "\n\n".join(part for part in parts if part)


def plain_line(line: Line) -> str:
    """One line without its styles."""
    return "".join(span.text for span in line).strip()


def plain_block(block: Block) -> str:
    """One block; a statement is an entry of a list."""
    lines = [text for line in block.lines if (text := plain_line(line))]
    if block.part is Part.STATEMENT:
        return "\n".join((f"• {lines[0]}", *(f"  {line}" for line in lines[1:])))
    return "\n".join(lines)
