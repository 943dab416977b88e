"""The rows that a folder adds to the bilingual table."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.bilingual import Dictionary
from bot.library.guarded_yaml import Document
from bot.model.bilingual import Bilingual, Rendering
from bot.model.value import Value


class RenderingsFile(Value):
    """renderings.yaml: what a folder adds to the rows of bilingual.yaml."""

    rows: tuple[Rendering, ...] = ()


def rendering_faults(file: RenderingsFile, shipped: Bilingual, document: Document) -> Iterator[Fault]:
    """A row of a folder's own makes no partners of words that bilingual.yaml knows and keeps apart."""
    known = Dictionary(shipped.rows) if file.rows else None
    for i, row in enumerate(file.rows):
        apart = next((pair for pair in row.partners() if known and known.is_kept_apart(*pair)), None)
        if apart:
            message = f"{apart[0]!r} and {apart[1]!r} both stand in bilingual.yaml, and not for one another"
            yield document.fault(("rows", i), message)
