"""A topic typed in words that are no topic's name: how a release may put each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.library.library import Library
from bot.library.name_forms import HANGUL
from bot.library.words import key, singular
from bot.model.asking import Asking
from bot.model.question import Kind, Slots
from bot.model.value import PartyId
from bot.model.vocabulary import Vocabulary

WORDS_MOST = 8
"""No topic has more words than this."""
KOREAN_LEAST = 2
PARTICLES = tuple("의을를은는이가과와")
PRONOUN = "us"
ARTICLES = frozenset(("the", "a", "an", "and", "or"))


def slots_of(typed: str, library: Library) -> Slots:
    """For each thing that some words name the ways of putting it: a party's names, words of one meaning, a plural."""
    vocabulary = library.vocabulary
    words = [vocabulary.asking.shorthand.get(word, word) for word in key(typed).split()]
    words = " ".join(words).split()
    if len(words) > WORDS_MOST:
        return ()
    empty = ARTICLES | set(map(key, vocabulary.grammar.links))
    slots: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        runs = (words[at:end] for end in range(len(words), at, -1))
        found = ((len(run), _same(" ".join(run), library)) for run in runs)
        size, same = next(((size, same) for size, same in found if same), (1, ()))
        if same or words[at] not in empty:
            slots.append(tuple(sorted(same or _forms(words[at]))))
        at += size
    return tuple(slots)


def _same(words: str, library: Library) -> set[str]:
    """Every way to put a party, or words that are known to have others of their meaning; none for any other."""
    vocabulary = library.vocabulary
    if parties := library.names(Kind.SIDE).exact(words):
        return {name for party in parties for name in _names_of(party, vocabulary)}
    rows = _rows(vocabulary.asking)
    return {form for row in rows.get(singular(words), ()) for phrase in row for form in _forms(phrase)}


def _names_of(party: PartyId, vocabulary: Vocabulary) -> Iterator[str]:
    """The names of a party; not those that are a common word but for their capitals ("US")."""
    known = vocabulary.parties[party]
    short = (known.short.en, known.short.ko) if known.short else ()
    common = {PRONOUN, *vocabulary.asking.glue.en, *vocabulary.grammar.own_words}
    names = map(key, (known.name.en, known.name.ko, *short, *known.aliases.all()))
    yield from (name for name in names if name not in common)


@lru_cache(maxsize=4)
def _rows(asking: Asking) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of words of one meaning, or nearly one, by each of their words."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in (*asking.same, *asking.near):
        keys = tuple(map(key, row))
        for phrase in dict.fromkeys(map(singular, keys)):
            found[phrase] = (*found.get(phrase, ()), keys)
    return found


def _forms(phrase: str) -> Iterable[str]:
    """A word or phrase in one and in many; in Korean with and without the particle on it."""
    if HANGUL.search(phrase):
        bare = phrase[:-1] if phrase.endswith(PARTICLES) and len(phrase) > KOREAN_LEAST else phrase
        return {phrase, bare} if len(phrase) >= KOREAN_LEAST else set()
    one = f"{phrase[:-3]}y" if phrase.endswith("ies") else phrase.removesuffix("s")
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    return {phrase, one, many} if one else {phrase}
