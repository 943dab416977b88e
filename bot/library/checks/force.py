"""Korean words that carry force or rank stand only where the English text has a word for them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.library.stems import stems_of


def force_faults(reading: Reading, place: Place, korean: str, english: str) -> Iterator[Fault]:
    """Words of ``force`` (speech_acts.yaml) in a Korean text for which an English text has none of theirs."""
    stems = set(stems_of(english))
    rest = f" {korean}"
    for word, wanted in reading.lexicon.force:
        printed = word.replace("^", " ")
        if printed not in rest:
            continue
        rest = rest.replace(printed, "  ")
        if not any(set(stems_of(each)) <= stems for each in wanted):
            yield reading.fault(place, f"{printed.strip()!r} is not in the English text ({', '.join(wanted[:3])}, …)")
