"""What stands in [ ] in a Korean gist is what a word of the quote points back to, and names nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.gist import IN_BRACKETS, Gist
from bot.library.checks.gist_words import added_faults
from bot.library.clauses import find_each
from bot.library.quotes import plain_marks
from bot.library.reading import Reading

BY = re.compile(r"에 의해|에 의하여|에 의한")
DOER = re.compile(r"(?:이|가|께서)$")
PERSONAL = (
    "it",
    "they",
    "he",
    "she",
    "who",
    "which",
    "that",
    "both",
    "the two",
    "its",
    "their",
    "his",
    "her",
    "them",
    "him",
)
"""Words of the quote that somebody in [ ] can stand for as the one who does it."""


def bracket_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Words in [ ] that name another party or thing than the paragraph, add a doer, or point back to nothing."""
    korean = plain_marks(gist.statement.gist.ko)
    if "[" not in korean:
        return
    quote = plain_marks(gist.statement.quote)
    around = reading.parties_in(gist.around)
    for name, party in reading.lexicon.korean_parties_in(gist.added):
        if party not in around and party not in gist.statement.sides:
            yield reading.fault(gist.place, f"{name!r} in [ ] is {party}, which the paragraph does not name")
    yield from added_faults(reading, gist.place, gist.added, gist.around, "the paragraph")
    pointing = find_each(reading.vocabulary.grammar.pointing, quote)
    for words in IN_BRACKETS.findall(korean):
        if BY.search(words):
            yield reading.fault(gist.place, f"[{words}] says by whom it is done, which the quote does not")
        elif DOER.search(words) and not find_each(PERSONAL, quote):
            yield reading.fault(gist.place, f"[{words}] says who does it; no word of the quote points back to somebody")
        elif not pointing and not _in_quote(reading, words, quote):
            yield reading.fault(
                gist.place, f'[{words}] explains nothing; no "this", "its" or "them" of the quote points back'
            )


def _in_quote(reading: Reading, words: str, quote: str) -> bool:
    """Whether words in [ ] are the quote's own, or what its "the" has been named by before."""
    named = {party for _, party in reading.lexicon.korean_parties_in(words)}
    return named <= reading.parties_in(quote) and (bool(named) or " the " in f" {quote.casefold()}")
