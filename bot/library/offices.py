"""Look-ups by the words of a printed office or label: one for each way in which words can stand there (`ranks`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.index.fields import FIRST, LAST
from bot.library.index.terms import has_word, turns_on
from bot.library.ranks import AFTER_RANK, LOWERING, Standing, Words, noun


def standing_so(how: Standing, words: Words, look: Catalogue) -> Query | None:
    """Participants in whose office or label words stand so, or nearly so: a superset. None where there are none."""
    if not words:
        return None
    if not words[0].isascii():
        return _korean(how, words, look)
    if how is Standing.OUTRIGHT:
        return look.any_of(_whole(rank, name, look) for rank, name in _cuts(words) if rank[-1] not in LOWERING)
    if how is Standing.NEAR:
        return look.any_of(_named(name, look, look.said(turns_on(noun(rank)))) for rank, name in _cuts(words))
    if how is Standing.AMONG:
        own = LOWERING & {*words}
        return look.all_of(_either(look.said(has_word(word, own)), word, look) for word in words)
    return look.all_of(_either(look.term("office", word), word, look) for word in words)


def _korean(how: Standing, words: Words, look: Catalogue) -> Query | None:
    if how is Standing.OUTRIGHT:
        return look.phrase("office", [*words, LAST])
    if how is Standing.AMONG:
        return look.all_of(
            (look.finished("office", words[-1], LAST), *(look.term("office", word) for word in words[:-1]))
        )
    return None


def _either(others: Query, word: str, look: Catalogue) -> Query:
    """Those, or those whose name has a word."""
    return look.any_of((others, look.term("person", word)))


def _cuts(words: Words) -> Iterator[tuple[Words, Words]]:
    """The words as a rank alone, and as a rank with the name of its holder behind it."""
    return ((words[:cut], words[cut:]) for cut in range(len(words), 0, -1))


def _whole(rank: Words, name: Words, look: Catalogue) -> Query:
    """Those with a whole rank: it stands first, and what follows begins something else."""
    ranks = look.any_of(look.phrase("office", [FIRST, *rank, after]) for after in (LAST, *sorted(AFTER_RANK)))
    return look.but_not(_named(name, look, ranks), look.term("person", rank[-1]))


def _named(name: Iterable[str], look: Catalogue, others: Query) -> Query:
    """Those of others whose name has some words."""
    return look.all_of((others, *(look.term("person", word) for word in name)))
