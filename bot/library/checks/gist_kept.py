"""What a gist keeps of its quote, in either language: words of limit and plan, modal verbs, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.clauses import find_each
from bot.library.numbers import lost_numbers
from bot.library.phrase_book import Hit
from bot.library.quotes import words_in
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.library.stronger import as_printed
from bot.model.speech_acts import Kept

COUNTED_MOST = 2
"""Times that a gist shows a word of limit that the quote has more than once."""
FACT = re.compile(r"\b(is|are|was|were) (?:to |being )?(?:\w+ly )?([A-Za-z]+)", re.IGNORECASE)
PLANNED = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) (?:expected|scheduled|planned|due|set) to)\b")
PAST = re.compile(r"[았었였했됐졌렸났웠렀갔왔]다(?:고|는|며)?(?: (?:데|점|것|사실)(?:을|에|에 대해)?)?$")
"""The end of a Korean clause that says that something has happened."""
OCCASION = re.compile(r"(?:계|시|위|분)기로")
"""It looks like the "…기로" of a plan, and is an occasion or a time."""
FINITE = re.compile(r"\b(would|will|should|could|can|may|might|must|shall|ought|is|are|was|were|has|have|had)\b")
LETTERS = re.compile(r"[A-Za-z]+")
SPELT_OUT = re.compile(r"((?:[A-Z][\w'-]*(?: (?:of|for|and|on|the))* )+)\(([A-Z][A-Za-z-]+)\)")
"""A name before its abbreviation: either may go where the other stays."""
PARTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
WHOLES = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
FRACTION = re.compile(rf"\b({'|'.join(PARTS)})[ -]({'|'.join(WHOLES)})s?\b", re.IGNORECASE)
FRACTION_KO = re.compile(r"(\d+)분의 ?(\d+)")
AUXILIARIES_OF_FACT = frozenset(("is", "are", "was", "were", "has", "have", "had"))


def kept_in_english(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Limits, modal verbs and numbers of the quote that an English gist lacks; modal verbs that it adds."""
    own = stems_of(gist.own)
    limits = [hit.printed for hit in limits_in(reading, gist.said) if not _stands_in(stems_of(hit.printed), own)]
    said, kept = _modals(reading, gist.said), _modals(reading, gist.own)
    modals = tuple(Counter(said) - Counter(kept)) if said else ()
    for lost in dict.fromkeys((*limits, *modals)):
        yield _lost(reading, gist, lost)
    for added in Counter(kept) - Counter(_modals(reading, gist.statement.quote)) if kept else ():
        yield reading.fault(gist.place, f"the gist has a {added!r} more than the quote")
    yield from _made_facts(reading, gist)
    if not gist.is_background:
        yield from _lost_words(reading, gist, frozenset(stems_of(" ".join((*limits, *modals)))))
        for number in lost_numbers(gist.after, f"{gist.own} {gist.added}", korean=False):
            yield _lost(reading, gist, number)


def kept_in_korean(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Limits and numbers of the quote that a Korean gist has no word for; a plan that it tells as done."""
    text = f" {gist.own} {gist.added} "
    hits = limits_in(reading, gist.said)
    if not gist.is_background:
        hits = chain(hits, _narrowing_in(reading, gist.said))
    seen: dict[tuple[str, ...], int] = {}
    for hit in hits:
        seen[hit.value.ko] = seen.get(hit.value.ko, 0) + 1
        if hit.value.ko and _times_in(text, hit.value.ko) < min(seen[hit.value.ko], COUNTED_MOST):
            yield _lost(reading, gist, hit.printed)
    if gist.is_background:
        plan = PLANNED.search(gist.said)
        planned = OCCASION.sub(" ", text)
        if plan and not any(word in planned for word in reading.vocabulary.grammar.planned_ko):
            yield reading.fault(gist.place, f"the gist tells as done what is planned ({plan[0]!r})")
        return
    first = FINITE.search(gist.said)
    unable = "못" in gist.own
    if first and not unable and first[0] not in AUXILIARIES_OF_FACT and PAST.search(gist.own.rstrip(" .")):
        yield reading.fault(gist.place, f"the gist tells as done what the quote says with {first[0]!r}")
    for number in lost_numbers(gist.after, text, korean=True):
        yield _lost(reading, gist, number)
    printed = {(PARTS[part[0].lower()], WHOLES[part[1].lower()]) for part in FRACTION.findall(gist.after)}
    for whole, part in FRACTION_KO.findall(text):
        if printed and (int(part), int(whole)) not in printed:
            yield reading.fault(gist.place, f"'{whole}분의 {part}' is another part than the quote's; keep it")


def _times_in(text: str, words: tuple[str, ...]) -> int:
    """How often some Korean words stand in a text, each stretch of it counted once."""
    return len(_any_of(words).findall(text))


@lru_cache(maxsize=1024)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of some Korean words of the grammar, the longest first."""
    printed = sorted((as_printed(word) for word in words), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, printed)))


def _lost_words(reading: Reading, gist: Gist, named: frozenset[str]) -> Iterator[Fault]:
    """Words after the verb that an English gist lacks: without them it says more, or of more; ``named`` are told."""
    lexicon = reading.lexicon
    own = {*lexicon.same.evened(stems_of(gist.own)), *stems_of(gist.own), *stems_of(gist.added)}
    text = gist.after
    if "(" in text:
        text = SPELT_OUT.sub(lambda found: found[2] if found[2] in gist.own else found[1], text)
    said = stems_of(lexicon.without_parties(text))
    evened = {*lexicon.same.evened(said)} - own
    if evened <= lexicon.may_go and lexicon.may_go.issuperset(set(said) - own):
        return
    lost = {stem for stem in said if stem not in own and {*lexicon.same.evened((stem,))} & evened} or evened
    lost -= lexicon.may_go | named
    if lost:
        words = [word for word in LETTERS.findall(text) if not lost.isdisjoint(stems_of(word))]
        words = words or [
            found.printed
            for row in reading.vocabulary.grammar.same
            for found in find_each(row, text)
            if not lost.isdisjoint(lexicon.same.evened(stems_of(found.printed)))
        ]
        shown = ", ".join(repr(word) for word in dict.fromkeys(words or sorted(lost)))
        yield reading.fault(gist.place, f"the gist loses {shown} of the quote; it keeps every such word")


def limits_in(reading: Reading, text: str) -> Iterator[Hit[Kept]]:
    """The words of limit in a text; with a capital they are names, but for the first."""
    return (hit for hit in reading.lexicon.kept.apart(text) if hit.start == 0 or not hit.printed[0].isupper())


def _narrowing_in(reading: Reading, text: str) -> Iterator[Hit[Kept]]:
    """The words of which and how many in a text; with a capital only those that have one ("the Strait of …")."""
    hits = reading.lexicon.narrowing.apart(text)
    return (hit for hit in hits if hit.printed[0].isupper() <= hit.phrase[0].isupper())


def _lost(reading: Reading, gist: Gist, phrase: str) -> Fault:
    return reading.fault(gist.place, f"the gist loses the {phrase!r} of the quote")


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _modals(reading: Reading, text: str) -> list[str]:
    """Every modal verb that stands in a text; "May" is a month."""
    modals = reading.vocabulary.grammar.modals
    if "n't" not in text and not any(modal in text for modal in modals):
        return []
    spelt = text.replace("cannot", "can not").replace("won't", "will not").replace("n't", "")
    return [word for word in LETTERS.findall(spelt) if word in modals]


def _made_facts(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """A "to leave" of the quote that the gist tells as "was to leave" or "is left"."""
    if AUXILIARIES_OF_FACT.isdisjoint(words_in(gist.own)):
        return
    quote = gist.statement.quote
    for match in FACT.finditer(gist.own):
        stem = stems_of(match[2])
        for planned in re.finditer(r"\bto ([a-z]+)", quote):
            told = re.search(rf"\b(?:be|been|being|is|are|was|were)\s+(?:\w+\s+)?{planned[1][:4]}", quote)
            if stems_of(planned[1]) == stem and not told:
                yield reading.fault(gist.place, f"the gist makes a fact of {planned[0]!r}")
