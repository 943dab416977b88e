"""Statements by their words and by what is filed about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.library.words import key
from bot.model.question import Sought
from bot.model.release import Release, Statement
from bot.model.value import JOIN, TopicId
from bot.model.vocabulary import Vocabulary

HANGUL = re.compile(r"[\uac00-\ud7a3]")
Found = tuple[Release, Statement]


class Statements:
    """Statements with the words that they are found by: the quote's, and the gist's in both languages."""

    def __init__(self, statements: Iterable[Found], vocabulary: Vocabulary) -> None:
        self._all = tuple(statements)
        self._vocabulary = vocabulary

    def found(self, sought: Sought) -> Iterator[Found]:
        """Every statement that has all that is sought, in the order given."""
        topics = self._vocabulary.topic_and_below(sought.topic) if sought.topic else None
        return (one for one in self._all if _is_filed(*one, sought, topics) and _has_words(one[1], sought))


def _is_filed(release: Release, statement: Statement, sought: Sought, topics: frozenset[TopicId] | None) -> bool:
    day = release.day_of(statement)
    return (
        sought.issuer in (None, release.issuer)
        and (sought.party is None or sought.party in statement.sides)
        and sought.act in (None, statement.act)
        and (sought.since is None or day >= sought.since)
        and (sought.until is None or day <= sought.until)
        and (topics is None or bool(topics & set(statement.topics)))
        and (sought.person is None or release.person_of(statement) == sought.person)
    )


def _has_words(statement: Statement, sought: Sought) -> bool:
    if not sought.words and not sought.phrases:
        return True
    pieces, gists, words = _keys(statement.quote, statement.gist.en, statement.gist.ko)
    return all(_has_word(word, words, gists) for word in sought.words) and all(
        _has_phrase(phrase, pieces, gists) for phrase in sought.phrases
    )


def _has_word(word: str, words: frozenset[str], gists: tuple[str, ...]) -> bool:
    """A word stands whole; in Korean, where particles follow, its beginning is enough."""
    return word in words or (bool(HANGUL.search(word)) and any(f" {word}" in f" {gist}" for gist in gists))


def _has_phrase(phrase: str, pieces: tuple[str, ...], gists: tuple[str, ...]) -> bool:
    """A phrase stands in one piece of the quote; a Korean one in the gist, which is not the release's own words."""
    end = "" if HANGUL.search(phrase) else " "
    places = gists if HANGUL.search(phrase) else pieces
    return any(f" {phrase}{end}" in f" {place} " for place in places)


@lru_cache(maxsize=65536)
def _keys(quote: str, en: str, ko: str) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """The pieces of a quote, the gists, and all words of both, made ready for comparing."""
    pieces = tuple(key(piece) for piece in quote.split(JOIN))
    gists = (key(en), key(ko))
    return pieces, gists, frozenset(word for text in (*pieces, *gists) for word in text.split())
