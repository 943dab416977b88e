"""How typed and printed names are compared."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)


def key(text: str) -> str:
    """``text`` for comparing: compatibility forms evened out, no case, no accents, no punctuation, one space."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFC", "".join(c for c in folded if not unicodedata.combining(c)))
    words = _NOT_WORD.sub(" ", bare.replace("'", "").replace("’", "")).split()
    return " ".join(words)
