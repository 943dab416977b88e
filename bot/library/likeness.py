"""What a statement may speak of, as a look-up: the statements that speak of all of several things, or of most."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.sought import HANGUL


@dataclass(frozen=True)
class Likeness:
    """One thing that a statement may speak of.

    It does if it says any of ``terms`` of itself, or has a word with any of ``beginnings``; a Korean one stands
    anywhere in a word of its gist.
    """

    terms: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()

    def query(self, look: Catalogue) -> Query:
        """The statements that speak of it."""
        korean = sorted({re.escape(word) for word in self.beginnings if HANGUL.search(word)})
        english = sorted({re.escape(word) for word in self.beginnings if not HANGUL.search(word)})
        found = [look.said_any(self.terms)] if self.terms else []
        if english:
            found += [look.fitting(field, f"({'|'.join(english)}).*") for field in ("quotes", "gists")]
        if korean:
            found.append(look.fitting("gists", f".*({'|'.join(korean)}).*"))
        return look.any_of(found)
