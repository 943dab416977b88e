"""How two wordings differ: stretches of words that are the same in both or not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """A stretch of words: as the text has it, and as the other wording does. Equal where nothing changed."""

    printed: str
    quoted: str

    @property
    def same(self) -> bool:
        """Whether both have the same words."""
        return self.printed == self.quoted
