"""The card of one paragraph, whole, ready to quote."""

from __future__ import annotations

import re

from bot.answers.cite import Citation
from bot.cards.card import Block, Line, Part, Ref, Span, Style, quote
from bot.cards.heads import account_block, answer_block, line_block
from bot.cards.language import Phrases

PIECE_MOST = 900
"""Characters of a paragraph that stay in one block; a longer one is cut between sentences."""


def cite_card(answer: Citation, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the code, the paragraph, where it is from, the hash of its source."""
    release = answer.about.release
    where = Ref(release.id, answer.paragraph.ref)
    issuer = phrases.words(phrases.vocabulary.issuers[release.issuer].name)
    published = phrases.day(release.published)
    source: Line = phrases.line("cite.where", title=release.title, issuer=issuer, published=published)
    return (
        answer_block((Span(where.code, Style.CODE, where),)),
        *([line_block(phrases.line("cite.newest"))] if answer.unnamed else []),
        *(Block(Part.LINE, ((quote(piece),),), release=release.id) for piece in pieces(answer.paragraph.text)),
        Block(Part.LINE, (source,), release=release.id),
        Block(Part.SMALL, (phrases.line("cite.hash", hash=answer.source_hash),), release=release.id),
        account_block(release, phrases),
    )


def pieces(text: str, most: int = PIECE_MOST) -> tuple[str, ...]:
    """``text`` in pieces of whole sentences, each at most ``most`` characters where sentences allow it."""
    found: list[str] = []
    for sentence in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", text):
        if found and len(found[-1]) + len(sentence) < most:
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return tuple(found)
