"""The words of a Korean gist are those of its quote: none of the bilingual table is lost, and none is added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.bilingual import KoreanText
from bot.library.checks.gist import Gist
from bot.library.checks.gist_kept import SPELT_OUT
from bot.library.guarded_yaml import Place
from bot.library.quotes import plain_marks
from bot.library.reading import Reading

SHOWN = 3
"""Words that a message names at most."""


def word_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Words of the quote that a Korean gist has no word for, and words of the gist that stand for none of the quote."""
    if not gist.is_background:
        yield from _lost_faults(reading, gist)
    english = plain_marks(gist.statement.quote) if gist.is_background else gist.content
    english = f"{english} {gist.derived}" if gist.derived else english
    yield from added_faults(reading, gist.place, gist.own, english, "the quote")


def _lost_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    lexicon = reading.lexicon
    text = f"{gist.own} {gist.added}"
    korean = KoreanText(text)
    said = SPELT_OUT.sub(lambda found: found[2] if found[2] in text else found[1], gist.after)
    taken = [
        (hit.start, hit.end) for book in (lexicon.parties, lexicon.kept, lexicon.narrowing) for hit in book.apart(said)
    ]
    named: set[str] = set()
    for word in lexicon.dictionary.english(said):
        if not word.sense.held or word.printed in named:
            continue
        if any(start <= word.start and word.end <= end for start, end in taken):
            continue  # the party or the word of limit is looked for by itself
        if not any(map(korean.has, word.sense.partners)):
            named.add(word.printed)
            known = ", ".join(word.sense.partners[:SHOWN])
            message = f"the gist loses the {word.printed!r} of the quote; say it (such as {known})"
            yield reading.fault(gist.place, message)


def added_faults(reading: Reading, place: Place, korean: str, english: str, where: str) -> Iterator[Fault]:
    """Words of the table in a Korean text that stand for no word of an English one."""
    lexicon = reading.lexicon
    rest = korean
    for name, _ in lexicon.korean_parties_in(korean):
        rest = rest.replace(name, " " * len(name))
    known = frozenset().union(*(word.sense.keys for word in lexicon.dictionary.english(english)))
    for entry in dict.fromkeys(word.entry for word in lexicon.dictionary.korean(rest)):
        if entry.held and known.isdisjoint(entry.partners):
            shown = ", ".join(entry.shown[:SHOWN])
            message = (
                f"{entry.word!r} stands for no word of {where} ({shown}, …); leave it out, or put it in [ ]; "
                "a right word that the table lacks goes into renderings.yaml"
            )
            yield reading.fault(place, message)
