"""Which topics the words of a text point to: by a name, an alias or a narrower word, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from bot.library.quotes import plain_marks
from bot.library.words import key
from bot.model.value import TopicId
from bot.model.vocabulary import Topic

TEXTS_KEPT = 2048
KOREAN_LEAST = 2
"""Letters of the shortest Korean word that is looked for: a syllable stands in too many words."""
_WORD = re.compile(r"\w+(?:'\w+)?")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.;:!?(]\s*[\"']*)$")
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
        korean: list[tuple[str, TopicId]] = []
        for topic in topics:
            for name in (topic.id.replace("-", " "), topic.name.en, *topic.aliases.en, *topic.narrower.en):
                words = tuple(_singular(word) for word in _WORD.findall(plain_marks(name)))
                there = self._english.setdefault(words[0], []) if words else []
                if all((words, topic.id) != (others, id_) for others, _, id_ in there):
                    there.append((words, name, topic.id))
            names = (topic.name.ko, *topic.aliases.ko, *topic.narrower.ko)
            korean += [(_closed(name), topic.id) for name in names if len(name) >= KOREAN_LEAST]
        for there in self._english.values():
            there.sort(key=lambda each: -len(each[0]))
        korean.sort(key=lambda each: (each[0][0], -len(each[0])))
        self._korean = {letter: tuple(there) for letter, there in groupby(korean, lambda each: each[0][0])}
        self.in_english = lru_cache(TEXTS_KEPT)(self._in_english)
        """The words in an English text, the longest at each place, none inside or across another."""
        self.in_korean = lru_cache(TEXTS_KEPT)(self._in_korean)
        """The same in a Korean text, whose spaces do not count."""

    def _in_english(self, text: str) -> tuple[Word, ...]:
        plain = plain_marks(text)
        printed = list(_WORD.finditer(plain))
        words = tuple(_singular(match[0]) for match in printed)
        found: list[Word] = []
        at = 0
        while at < len(words):
            size = 1
            for wanted, name, topic in self._english.get(words[at], ()):
                if len(wanted) >= size and words[at : at + len(wanted)] == wanted:
                    size = len(wanted)
                    start, end = printed[at].start(), printed[at + size - 1].end()
                    found.append(Word(topic, name, _in_name(plain, name, start, end)))
            at += size
        return tuple(found)

    def _in_korean(self, text: str) -> tuple[Word, ...]:
        closed = _closed(text)
        found: list[Word] = []
        at = 0
        while at < len(closed):
            here = [(word, topic) for word, topic in self._korean.get(closed[at], ()) if closed.startswith(word, at)]
            longest = len(here[0][0]) if here else 1
            found += [Word(topic, word, in_name=False) for word, topic in here if len(word) == longest]
            at += longest
        return tuple(found)


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    bare = key(word)
    return f"{bare[:-3]}y" if bare.endswith("ies") else bare.removesuffix("s")


def _closed(korean: str) -> str:
    return korean.replace(" ", "").replace("·", "").casefold()


def _in_name(text: str, word: str, start: int, end: int) -> bool:
    """Whether a common noun is printed with a capital, but for the first word of a sentence."""
    if not word[1:].islower() or not text[start].isupper():
        return False
    return _SENTENCE_BEGINS.search(text[:start]) is None or _NAME_GOES_ON.match(text, end) is not None
