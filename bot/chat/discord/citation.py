"""What **Cite** gives: a page as plain text, each claim with its citation code, ready to paste."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Block, Card, Line, Part, Span, Style
from bot.cards.pages import Budget, Page, paginate

CONTENT_MOST = 2_000
"""Characters of a plain message (https://discord.com/developers/docs/resources/message#create-message)."""
FENCES = 40


def citation_pages(card: Card) -> tuple[Page, ...]:
    """The card in pages that each fit into a plain message."""
    return paginate(card, Budget(CONTENT_MOST - FENCES, blocks=40, size=lambda block: len(_cited(block)) + 2))


def citation_of(card: Card, shown: Sequence[Page], number: int) -> int:
    """The page of the citation that begins with what page ``number`` of the answer begins with."""
    page = shown[min(number, len(shown)) - 1]
    first = next((block for block in page.blocks[1:] if block.part in (Part.STATEMENT, Part.LINE)), None)
    return next((cited.number for cited in citation_pages(card) if first in cited.blocks), 1)


def citation_text(page: Page) -> str:
    """One page as plain text with citation codes in full."""
    return "\n\n".join(text for block in page.blocks if (text := _cited(block)))[: CONTENT_MOST - FENCES]


def _cited(block: Block) -> str:
    lines = [text for line in block.lines if (text := _cited_line(line))]
    if block.part is Part.STATEMENT:
        return "\n".join((f"• {lines[0]}", *(f"  {line}" for line in lines[1:])))
    return "\n".join(lines)


def _cited_line(line: Line) -> str:
    return "".join(_cited_span(span) for span in line).strip()


def _cited_span(span: Span) -> str:
    return f"[{span.ref.code}]" if span.ref and span.style is Style.MARK else span.text
