"""Names of releases to ids: as ``names.Names`` does it, but by look-ups, so that ten thousand cost no more than one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz
from tantivy import Query

from bot.library.index.catalogue import Catalogue, Found, Head, Hidden
from bot.library.index.fields import RELEASE
from bot.library.names import CHOICES_MOST, NEAREST_MOST, is_enough, is_like
from bot.library.words import key
from bot.model.question import Choice
from bot.model.value import Locale

ALIKE_TRIED = 40
"""Releases that share a word with what was typed, of which the nearest in spelling are taken."""


class ReleaseNames:
    """Names of the releases that may be shown; where several fit equally, the newest first."""

    def __init__(self, catalogue: Catalogue, hidden: Hidden, locale: Locale) -> None:
        self._catalogue, self._hidden, self._locale = catalogue, hidden, locale

    def exact(self, text: str) -> tuple[str, ...]:
        """The ids that ``text`` names outright, by id, title, day or series; a leading article does not count."""
        wanted = key(text)
        return self._named(wanted) or self._named(wanted.removeprefix("the "))

    def of_words(self, _text: str) -> tuple[str, ...]:
        """None: no single word stands for a release."""
        return ()

    def heard(self, _text: str) -> tuple[str, ...]:
        """None: no release is called by how a name sounds."""
        return ()

    def _named(self, name: str) -> tuple[str, ...]:
        query = self._catalogue.term("named", name)
        return tuple(head.id for head in self._heads(self._catalogue.find, query, CHOICES_MOST))

    def _heads(self, search: Callable[..., Found], query: Query | None, most: int) -> tuple[Head, ...]:
        hits = search(query, RELEASE, most, hidden=self._hidden).hits
        return tuple(self._catalogue.head(hit) for hit in hits)

    def beginning(self, text: str, most: int = CHOICES_MOST) -> tuple[str, ...]:
        """Ids with a name, or a word of one, that begins with ``text``."""
        words = key(text).split()
        if not words:
            return ()
        query = self._catalogue.beginning("names", words)
        return tuple(head.id for head in self._heads(self._catalogue.find, query, most))

    def begun(self, text: str) -> tuple[str, ...]:
        """As ``beginning``, for text long enough to mean something when nobody picked from a list."""
        return self.beginning(text) if is_enough(text) else ()

    def _alike(self, text: str) -> tuple[Head, ...]:
        """Releases with some word of ``text``, most words first."""
        words = key(text).split()
        if not words:
            return ()
        query = self._catalogue.any_of(self._catalogue.term("names", word) for word in dict.fromkeys(words))
        return self._heads(self._catalogue.best, query, ALIKE_TRIED)

    def nearest(self, text: str, most: int = NEAREST_MOST) -> tuple[Choice, ...]:
        """The choices nearest in spelling to a name that is not known."""
        return self._likest(key(text), self._alike(text), most)

    def _likest(self, wanted: str, heads: Iterable[Head], most: int) -> tuple[Choice, ...]:
        scored = [(max(fuzz.WRatio(wanted, name) for name in head.names), self._choice(head)) for head in heads]
        return tuple(choice for _, choice in sorted(scored, key=lambda pair: -pair[0])[:most])

    def near(self, text: str, most: int = NEAREST_MOST) -> tuple[Choice, ...]:
        """As ``nearest``, but only what really is near: spelt alike, or with a telling word in common."""
        wanted = key(text)
        alike = (head for head in self._alike(text) if any(is_like(wanted, name) for name in head.names))
        return self._likest(wanted, alike, most)

    def suggest(self, typed: str, most: int = CHOICES_MOST) -> tuple[Choice, ...]:
        """Choices while typing: names that begin so, then, only where there are none, near ones."""
        words = key(typed).split()
        query = self._catalogue.beginning("names", words) if words else None
        heads = self._heads(self._catalogue.find, query, most)
        return tuple(self._choice(head) for head in heads) or self.nearest(typed, most)

    def choice(self, id_: str) -> Choice:
        """The id with its label."""
        heads = self._catalogue.heads((id_,))
        return self._choice(heads[0]) if heads else Choice(id_, id_)

    def _choice(self, head: Head) -> Choice:
        return Choice(head.id, f"{head.published.isoformat()} {head.label[self._locale.value]}")
