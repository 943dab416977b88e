"""The words of an English gist stand in the order of its quote, joined by the words that join them there.

A circumstance or a condition may stand elsewhere ("even amid …, they need"), and "X of Y" may be "Y's X". Without this
rule every word could be kept, and another thing said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import lt

from rapidfuzz.distance import LCSseq

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.checks.gist_kept import SPELT_OUT
from bot.library.checks.gist_variants import variants
from bot.library.lexicon import Lexicon
from bot.library.quotes import WORDS_KEPT
from bot.library.reading import Reading
from bot.library.stems import stem_of, stems_of

TOKEN = re.compile(r"[A-Za-z][A-Za-z.]*(?:'[A-Za-z]+)?|\d[\d,.]*\d|\d|[,;:\u2026]")
BREAKS = frozenset(",;:\u2026")
NOTHING: frozenset[str] = frozenset()
OF = frozenset(("of", "for", "in", "on", "by"))
IN_OR_ON = frozenset(("in", "on"))
COOPERATING = frozenset(stems_of("cooperation collaboration exchanges work consultation partnership"))
"""Before these a field stands with "in" or with "on"."""
AND = "and"
TO = "to"
TIMES = frozenset(stems_of("last next this further immediately promptly early soon"))
"""Openers of a time, and adverbs, which stand anywhere without commas."""
ALIKE = {"about": "on", "regard": "on", "concern": "on", "due": "becaus"}
"""Links of one meaning."""


@dataclass(frozen=True)
class Clause:
    """The words of a text that say something, and before each of them what joins it to the one before."""

    words: tuple[str, ...]
    joined_by: tuple[frozenset[str], ...]
    """One more than there are words: the last stands at the end."""
    little: tuple[frozenset[str], ...]
    """All little words and marks there."""


def order_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Words of a gist that stand in another order than in the quote, or are joined by other words."""
    content = SPELT_OUT.sub(lambda found: found[0] if found[1].strip() in gist.own else found[2], gist.content)
    quote = _clause(reading.lexicon, content)
    faults = list(_faults_of(reading, gist, quote, gist.own))
    if faults and not any(not any(_faults_of(reading, gist, quote, text)) for text in variants(reading, gist)):
        yield from faults


def _faults_of(reading: Reading, gist: Gist, quote: Clause, text: str) -> Iterator[Fault]:
    """The faults of a gist in one of its forms."""
    own = _clause(reading.lexicon, text)
    places: list[int | None] = []
    moved: tuple[int, ...] | None = None
    for places in _alignments(quote, own):
        moved = next((run for run in _moved(places) if not _may_move(reading, quote, own, run, places)), None)
        if moved is None:
            break
    if moved:
        shown = _printed(reading, gist.own, tuple(own.words[at] for at in moved))
        message = f"{shown!r} stands in another order than in the quote; keep the order of its words"
        yield reading.fault(gist.place, message)
        return
    for at, place in enumerate(places):
        if place is None or own.joined_by[at] <= quote.joined_by[place]:
            continue
        before = places[at - 1] if at else None
        if at and (before is None or before + 1 != place):
            continue
        new = own.joined_by[at] - quote.joined_by[place] - _also_allowed(quote, own.joined_by[at], place)
        if new:
            link, word = (_printed(reading, gist.own, (stem,)).split()[0] for stem in (min(new), own.words[at]))
            message = f"{link!r} before {word!r}: the quote joins it otherwise"
            yield reading.fault(gist.place, message)


def _also_allowed(quote: Clause, own: frozenset[str], place: int) -> frozenset[str]:
    """Links that a gist may have though the quote has none there.

    "and" for a comma; in a list the link of its first part once more ("in A and in B"); "to" where no link is lost.
    """
    joined = quote.joined_by[place]
    allowed = {AND} if BREAKS & quote.little[place] else set()
    if place and quote.words[place - 1] in COOPERATING and joined <= IN_OR_ON:
        allowed |= IN_OR_ON
    if AND in joined:
        allowed = allowed.union(*quote.joined_by[:place])
    return frozenset(allowed if joined - own - {AND} else {*allowed, TO})


def _printed(reading: Reading, text: str, words: tuple[str, ...]) -> str:
    """The words of a text as printed that have some stems; where another phrase stands for them, the stems."""
    even = reading.lexicon.same.evened
    tokens = ((token, _stem(token)) for token in TOKEN.findall(text))
    shown = (token for token, one in tokens if {one, *even((one,))} & {*words})
    return " ".join(dict.fromkeys(shown)) or " ".join(words)


def _clause(lexicon: Lexicon, text: str) -> Clause:
    own, links = lexicon.own_stems, lexicon.links
    words: list[str] = []
    little: list[frozenset[str]] = []
    here: list[str] = []
    stems = tuple(chain.from_iterable(map(_stems_in, text.split())))
    for stem in lexicon.same.evened(stems):
        if stem in own or stem in links or stem in BREAKS:
            here.append(stem)
        else:
            words.append(stem)
            little.append(frozenset(here) if here else NOTHING)
            here.clear()
    little.append(frozenset(here))
    return Clause(tuple(words), tuple(each & links if each else NOTHING for each in little), tuple(little))


@lru_cache(maxsize=WORDS_KEPT)
def _stems_in(stretch: str) -> tuple[str, ...]:
    """The stems and marks in a stretch without spaces."""
    return tuple(map(_stem, TOKEN.findall(stretch)))


def _stem(token: str) -> str:
    found = stem_of(token) if token[0].isalpha() else token
    return ALIKE.get(found, found)


def _alignments(quote: Clause, own: Clause) -> Iterator[list[int | None]]:
    """For each word of a gist its place in the quote, as long as the order is the same; else None.

    A word that the quote has twice can stand for either: aligned from the front, and from the back.
    """
    where = {word: place for place, word in enumerate(quote.words)}
    if len(where) == len(quote.words):
        found = [where.get(word) for word in own.words]
        there = [place for place in found if place is not None]
        if all(map(lt, there, there[1:])):  # then there is no other way to align them
            yield found
            return
    places: list[int | None] = [None] * len(own.words)
    for code in LCSseq.opcodes(quote.words, own.words):
        if code.tag == "equal":
            for ahead in range(code.dest_end - code.dest_start):
                places[code.dest_start + ahead] = code.src_start + ahead
    yield places
    if None in places and len(set(quote.words)) < len(quote.words):
        turned: list[int | None] = [None] * len(own.words)
        for code in LCSseq.opcodes(quote.words[::-1], own.words[::-1]):
            if code.tag == "equal":
                for ahead in range(code.dest_end - code.dest_start):
                    at, place = code.dest_start + ahead, code.src_start + ahead
                    turned[len(own.words) - 1 - at] = len(quote.words) - 1 - place
        yield turned


def _moved(places: list[int | None]) -> Iterator[tuple[int, ...]]:
    """Runs of words that stand elsewhere in the quote."""
    for moved, run in groupby(range(len(places)), key=lambda at: places[at] is None):
        if moved:
            yield tuple(run)


def _may_move(reading: Reading, quote: Clause, own: Clause, run: tuple[int, ...], places: list[int | None]) -> bool:
    words = tuple(own.words[at] for at in run)
    if not set(words) & set(quote.words):
        return True  # none of them is the quote's: that is for others to say
    size, first, after = len(words), run[0], run[-1] + 1
    movable = reading.lexicon.movable
    for start in range(len(quote.words) - size + 1):
        if quote.words[start : start + size] != words:
            continue
        end = start + size
        opener = ({*quote.little[start], words[0]} & movable) & {*own.little[first], words[0]}
        set_off = _is_set_off(own, first, after) or (not first and end == len(quote.words))
        apart = set_off and _is_set_off(quote, start, end)
        opened = bool(opener) and (set_off or bool(opener & TIMES))
        joined_otherwise = own.joined_by[first] - quote.joined_by[start] - {AND, TO}
        if ((opened or apart) and not joined_otherwise) or _is_turned(quote, own, run, start, places):
            return True
    return False


def _is_set_off(clause: Clause, first: int, after: int) -> bool:
    """Whether a run of words stands between marks, or at an end."""
    begins = not first or bool(BREAKS & clause.little[first])
    return begins and (after == len(clause.words) or bool(BREAKS & clause.little[after]))


def _is_turned(quote: Clause, own: Clause, run: tuple[int, ...], start: int, places: list[int | None]) -> bool:
    """Whether "X of Y" became "Y X" or "Y's X", or "X and Y" became "Y and X"."""
    after, before = run[-1] + 1, run[0] - 1
    end = start + len(run)
    if after < len(places) and places[after] == start - 1 and start:
        return _turns(quote.joined_by[start], own.joined_by[after])
    if before >= 0 and places[before] == end:
        return _turns(quote.joined_by[end], own.joined_by[run[0]])
    return False


def _turns(printed: frozenset[str], own: frozenset[str]) -> bool:
    """Whether two words that some links join may change places."""
    return (bool(printed & OF) and not own) or printed == own == {AND}
