"""Which topics the words of a text point to: by a name, an alias or a narrower word, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from bot.library.phrase_book import any_of_words
from bot.library.quotes import WORDS_KEPT, plain_marks
from bot.library.words import key
from bot.model.value import TopicId
from bot.model.vocabulary import Topic

TEXTS_KEPT = 2048
KOREAN_LEAST = 2
"""Letters of the shortest Korean word that is looked for: a syllable stands in too many words."""
_WORD = re.compile(r"\w+(?:'\w+)?")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.;:!?(]\s*[\"']*)$")
_NAME = re.compile(r"[A-Z][a-z]+(?:[ -](?:(?:of|the|and|on|for) )*[A-Z][a-z]+)*")
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")


class Word(NamedTuple):
    """A word of a topic that stands in a text, as the vocabulary has it; an English plural is the same word."""

    topic: TopicId
    word: str
    in_name: bool
    """Whether it stands inside a name ("Port Sable"): that is no word of the topic by itself."""


class TopicWords:
    """The words of all topics. A look-up costs what the text is long, not how many words there are."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._english: dict[str, list[tuple[tuple[str, ...], str, TopicId]]] = {}
        self._names: set[str] = set()
        """Aliases that are written with capitals throughout: names, which a text prints so too."""
        korean: list[tuple[str, TopicId]] = []
        for topic in topics:
            for name in (topic.id.replace("-", " "), topic.name.en, *topic.aliases.en, *topic.narrower.en):
                words = tuple(_singular(word) for word in _WORD.findall(plain_marks(name)))
                there = self._english.setdefault(words[0], []) if words else []
                if all((words, topic.id) != (others, id_) for others, _, id_ in there):
                    there.append((words, name, topic.id))
            self._names.update(name for name in (*topic.aliases.en, *topic.narrower.en) if _NAME.fullmatch(name))
            names = (topic.name.ko, *topic.aliases.ko, *topic.narrower.ko)
            korean += [(_closed(name), topic.id) for name in names if len(name) >= KOREAN_LEAST]
        for there in self._english.values():
            there.sort(key=lambda each: -len(each[0]))
        self._korean: dict[str, list[TopicId]] = {}
        for word, id_ in korean:
            self._korean.setdefault(word, []).append(id_)
        self._any_korean = re.compile(any_of_words(self._korean) or "(?!)")
        self.in_english = lru_cache(TEXTS_KEPT)(self._in_english)
        """The words in an English text, the longest at each place, none inside or across another."""
        self.in_korean = lru_cache(TEXTS_KEPT)(self._in_korean)
        """The same in a Korean text, whose spaces do not count."""

    def _in_english(self, text: str) -> tuple[Word, ...]:
        plain = plain_marks(text)
        printed = tuple(chain.from_iterable(map(_words_in, plain.split())))
        words = tuple(word for word, _ in printed)
        if self._english.keys().isdisjoint(words):
            return ()
        places: list[re.Match[str]] = []
        found: list[Word] = []
        at = 0
        while at < len(words):
            size = 1
            for wanted, name, topic in self._english.get(words[at], ()):
                if len(wanted) >= size and words[at : at + len(wanted)] == wanted:
                    if name in self._names and not printed[at][1]:
                        continue
                    size = len(wanted)
                    in_name = False
                    if printed[at][1] and name[1:].islower():
                        places = places or list(_WORD.finditer(plain))
                        in_name = _in_name(plain, places[at].start(), places[at + size - 1].end())
                    found.append(Word(topic, name, in_name))
            at += size
        return tuple(found)

    def _in_korean(self, text: str) -> tuple[Word, ...]:
        words = self._any_korean.findall(_closed(text))
        return tuple(Word(topic, word, in_name=False) for word in words for topic in self._korean[word])


@lru_cache(maxsize=WORDS_KEPT)
def _words_in(stretch: str) -> tuple[tuple[str, bool], ...]:
    """The words in a stretch without spaces, in the singular, and whether each has a capital."""
    return tuple((_singular(word), word[0].isupper()) for word in _WORD.findall(stretch))


def _singular(word: str) -> str:
    bare = key(word)
    return f"{bare[:-3]}y" if bare.endswith("ies") else bare.removesuffix("s")


def _closed(korean: str) -> str:
    return korean.replace(" ", "").replace("·", "").casefold()


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a common noun that is printed with a capital is part of a name, and not the first word of a sentence."""
    return _SENTENCE_BEGINS.search(text[:start]) is None or _NAME_GOES_ON.match(text, end) is not None
