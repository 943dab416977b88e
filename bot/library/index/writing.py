"""Writing an index: the documents of releases put in, those of others taken out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

from bot.library.index.documents import Entered
from bot.library.index.fields import make_schema, register

WHOLE_BYTES = 64_000_000
"""Memory for building a whole index; what does not fit goes to disk and is merged there."""
PART_BYTES = 15_000_000
"""The least that tantivy takes: enough for the releases that change in a day."""


def new_index(folder: Path | None) -> tantivy.Index:
    """An empty index in a folder, or in memory."""
    index = tantivy.Index(make_schema(), path=str(folder) if folder else None)
    register(index)
    return index


def opened_index(folder: Path) -> tantivy.Index:
    """The index in a folder, for writing to it."""
    index = tantivy.Index.open(str(folder))
    register(index)
    return index


def write(index: tantivy.Index, releases: Iterable[Entered], gone: Iterable[str], *, whole: bool) -> None:
    """Puts releases in and takes those ``gone`` out, in one step; ``whole`` where there is nothing yet."""
    writer = index.writer(WHOLE_BYTES if whole else PART_BYTES, 1)
    try:
        for id_ in gone:
            writer.delete_documents_by_term("of", id_)
        for release in releases:
            if not whole:
                writer.delete_documents_by_term("of", release.release)
            for document in release.documents:
                writer.add_json(document)
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()
    index.reload()
