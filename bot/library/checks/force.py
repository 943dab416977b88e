"""Korean words that carry force or rank stand only where the English text has a word for them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.library.stronger import stronger_words


def force_faults(reading: Reading, place: Place, korean: str, english: str) -> Iterator[Fault]:
    """Words of ``force`` (speech_acts.yaml) in a Korean text for which an English text has none of theirs."""
    if not korean:
        return
    for word, wanted in stronger_words(reading.lexicon.force, korean, english):
        yield reading.fault(place, f"{word!r} is not in the English text ({', '.join(wanted[:3])}, …)")
