"""The whole sentences in which a release itself speaks of something: a clause may have its other half beside it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.mentions import Mention
from bot.library.clauses import sentence_around
from bot.library.library import Library
from bot.library.quotes import locate, squeeze
from bot.model.release import Release, Statement

SENTENCES_MOST = 4


def sentences_of(statements: Iterable[Statement], release: Release, library: Library) -> tuple[Mention, ...]:
    """The sentences around statements of a release, each once, in reading order; so many, not all."""
    paragraphs = library.paragraphs(release.id)
    found: dict[Mention, None] = {}
    for statement in statements:
        text = squeeze(paragraphs[statement.paragraph].text)
        spans = locate(statement.quote, text)
        if spans:
            start, end = sentence_around(text, spans[0].start)
            found[Mention(release, statement.paragraph, text[start:end])] = None
    return tuple(found)[:SENTENCES_MOST]
