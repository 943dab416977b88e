"""The bilingual table made ready: the words of a quote that it knows, those of a Korean gist, and whose partners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from bot.library.stems import WORD, stems_of
from bot.model.bilingual import Rendering

TOKEN = re.compile(WORD)
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LEAST = 2
"""Syllables of a Korean word that is looked for in a quote: shorter ones stand inside too many others."""
ENDING = 1
"""Letters by which a form may differ from its word: "rules" is "rule", "importance" is no "import"."""
TURNING = frozenset(("deputy", "vice", "assistant", "non", "anti", "former"))
"""Words that make another thing of what follows: a Deputy Secretary-General is no Secretary-General."""
WIDE_LEAST = 3
"""Letters of a Korean word that may be written with a space inside, or without."""
CONTRACTED = {"\u116e": "\u116f", "\u1175": "\u1167", "\u1169": "\u116a", "\u116c": "\u116b", "\u1173": "\u1165"}
"""Vowels that end a Korean verb, and what they become before 어: 다루 is in 다뤄."""
TEXTS_KEPT = 1024
WORDS_KEPT = 16_384


class Sense(NamedTuple):
    """What an English word of the table is: its partners, and whether a gist must have one of them."""

    partners: tuple[str, ...]
    held: bool
    keys: frozenset[str]
    """The word as the table has it, and the words inside it, but for what a "deputy" or "non-" turns."""


class English(NamedTuple):
    """A word of the table in an English text."""

    start: int
    end: int
    printed: str
    sense: Sense


class Entry(NamedTuple):
    """A Korean word of the table, with its English partners. It is ``held`` where the quote must have one of them."""

    word: str
    partners: frozenset[str]
    held: bool
    shown: tuple[str, ...]
    """The same partners, those first that mean nothing else."""


class Korean(NamedTuple):
    """A word of the table in a Korean text."""

    start: int
    end: int
    entry: Entry


class _Phrase(NamedTuple):
    stems: tuple[str, ...]
    key: str
    capital: bool
    held: bool
    partners: tuple[str, ...]


class Dictionary:
    """Looks words up in both directions. Made once; what it found in a text is kept."""

    def __init__(self, rows: Iterable[Rendering], irregular: Iterable[tuple[str, str]] = ()) -> None:
        rows = tuple(rows)
        self._irregular = dict(irregular)
        self._held_en = frozenset(word for row in rows for word in row.en)
        self._korean_of: dict[str, dict[str, None]] = {}
        english_of: dict[str, dict[str, None]] = {}
        for row in rows:
            for english, korean in row.partners():
                if english in row.en or english not in self._held_en:
                    self._korean_of.setdefault(english, {})[korean] = None
                english_of.setdefault(korean, {})[english] = None
        held_ko = frozenset(word for row in rows for word in row.ko)
        self._entries = {
            word: Entry(word, frozenset(partners), word in held_ko, tuple(sorted(partners, key=self._means_more)))
            for word, partners in english_of.items()
            if len(word) >= LEAST and HANGUL.match(word)
        }
        self._phrases = self._by_first_stem()
        self._begun = self._by_two_syllables()
        self._sense = lru_cache(WORDS_KEPT)(self._sense_of)
        self.english = lru_cache(TEXTS_KEPT)(self._english)
        """The words of the table in an English text, in order; of two that overlap the longer."""
        self.korean = lru_cache(TEXTS_KEPT)(self._korean)
        """The words of the table in a Korean text, in order."""

    def is_kept_apart(self, english: str, korean: str) -> bool:
        """Whether both words are known, and not as partners."""
        known = english in self._korean_of and korean in self._entries
        return known and english not in self._entries[korean].partners

    def _means_more(self, english: str) -> bool:
        return english not in self._held_en

    def _by_first_stem(self) -> dict[str, tuple[_Phrase, ...]]:
        found: dict[str, list[_Phrase]] = {}
        for word, partners in self._korean_of.items():
            if stems := stems_of(word):
                phrase = _Phrase(stems, word, word[0].isupper(), word in self._held_en, tuple(partners))
                found.setdefault(stems[0], []).append(phrase)
        return {stem: tuple(sorted(each, key=lambda p: -len(p.stems))) for stem, each in found.items()}

    def _by_two_syllables(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for word, entry in self._entries.items():
            found.setdefault(word[:LEAST], []).append(entry)
        return {begin: tuple(sorted(each, key=lambda e: -len(e.word))) for begin, each in found.items()}

    def _english(self, text: str) -> tuple[English, ...]:
        tokens = [(match.start(), match.end(), match[0]) for match in TOKEN.finditer(text)]
        stems = [(*stems_of(self._irregular.get(token.casefold(), token)), token)[0] for _, _, token in tokens]
        found: list[English] = []
        at = 0
        while at < len(tokens):
            size, sense, printed = 1, None, ""
            for phrase in self._phrases.get(stems[at], ()):
                size = len(phrase.stems)
                if size == 1 or tuple(stems[at : at + size]) == phrase.stems:
                    printed = text[tokens[at][0] : tokens[at + size - 1][1]]
                    sense = self._sense(printed, tuple(stems[at : at + size]), first=not at)
                    break
            if sense:
                found.append(English(tokens[at][0], tokens[at + size - 1][1], printed, sense))
            at += size if sense else 1
        return tuple(found)

    def _sense_of(self, printed: str, stems: tuple[str, ...], *, first: bool) -> Sense | None:
        """What the words with some stems are, as they are printed; ``first`` where a capital may be a sentence's."""
        fitting = [p for p in self._phrases[stems[0]] if p.stems == stems]
        best = _best(self._irregular.get(printed.casefold(), printed), fitting)
        if not best:
            return None
        turned = printed.replace("-", " ").partition(" ")[0].casefold() in TURNING
        inside = () if turned or len(stems) == 1 else range(len(stems))
        keys = {phrase.key for phrase in best}.union(
            phrase.key
            for place in inside
            for phrase in self._phrases.get(stems[place], ())
            if stems[place : place + len(phrase.stems)] == phrase.stems
        )
        named = printed[0].isupper() and not first
        adverb = printed.endswith("ly") and not any(phrase.key.endswith("ly") for phrase in best)
        held = not adverb and any(phrase.held and phrase.capital >= named for phrase in best)
        partners = tuple(dict.fromkeys(word for phrase in best for word in phrase.partners))
        return Sense(partners, held, frozenset(keys))

    def _korean(self, text: str) -> tuple[Korean, ...]:
        return tuple(self._words_in(text))

    def _words_in(self, text: str) -> Iterator[Korean]:
        at, begins = 0, True  # a word begins after a mark or a space, or right after one that is looked for
        while at < len(text):
            entries = self._begun.get(text[at : at + LEAST], ()) if begins else ()
            entry = next((entry for entry in entries if text.startswith(entry.word, at)), None)
            if entry is None:
                begins = not "\uac00" <= text[at] <= "\ud7a3"
                at += 1
                continue
            yield Korean(at, at + len(entry.word), entry)
            at, begins = at + len(entry.word), entry.held


def _best(printed: str, phrases: list[_Phrase]) -> list[_Phrase]:
    """Of phrases with the same stems the ones most like the words as printed: "imports" is no importance."""
    fitting = [p for p in phrases if not p.key.isupper() or printed.isupper()]
    unlike = [_letters_unlike(p.key.casefold(), printed.casefold()) for p in fitting]
    return [p for p, letters in zip(fitting, unlike, strict=True) if letters <= min(unlike) + ENDING]


def _letters_unlike(one: str, other: str) -> int:
    """Letters of the longer of two words from where they part."""
    alike = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    return max(len(one), len(other)) - (min(len(one), len(other)) if alike is None else alike)


@lru_cache(maxsize=8192)
def _spellings(word: str) -> tuple[str, ...]:
    """A Korean word in letters, so that 다루 is found in 다룰; and as it is contracted (다뤄)."""
    letters = normalize("NFD", word.replace(" ", "") if len(word) >= WIDE_LEAST else word)
    contracted = CONTRACTED.get(letters[-1])
    return (letters, letters[:-1] + contracted) if contracted else (letters,)


class KoreanText:
    """A Korean text in which words are looked for, whatever ending they have."""

    def __init__(self, text: str) -> None:
        self._letters = normalize("NFD", text)
        self._closed = self._letters.replace(" ", "")

    def has(self, word: str) -> bool:
        """Whether a word stands in it; from three letters on with a space inside or without."""
        within = self._closed if len(word) >= WIDE_LEAST else self._letters
        return any(spelling in within for spelling in _spellings(word))
