"""The words of a question, evened out so that what is asked and what is printed can be compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.library.words import key

STEM_LEAST = 3
SLIP_LETTERS_LEAST = 6
BARE_LEAST = 2
"""Syllables of a Korean word that are left without its particle; one is too little to know."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_POSSESSIVE = re.compile(r"(?<=\w)['’`]s\b", re.IGNORECASE)
_IS = re.compile(r"\b(what|who|when|where|how)['’`]s\b", re.IGNORECASE)
_SHORT = {"ll": " will", "re": " are", "ve": " have"}
_SHORTENED = re.compile(r"(?<=[a-z])['’`](ll|re|ve)\b", re.IGNORECASE)
_LONE_JAMO = re.compile(r"[\u1100-\u11ff\u3131-\u318e]+")
"""Letters of Hangul that make no syllable: laughter, tears."""
_BORDER = re.compile(r"(?<=[a-z])(?=[\uac00-\ud7a3])|(?<=\d)(?=[\uac00-\ud7a3])|(?<=[\uac00-\ud7a3])(?=[a-z\d])")
_ENDINGS = (("ies", "y", 5), ("ied", "y", 5), ("ing", "", 6), ("ed", "", 5), ("es", "", 5), ("s", "", 4))
NO_FORMS = frozenset({"released", "presented", "whos", "pleased", "issued"})
"""Verbs whose stem is another word (a release, those present), and "who is" in one word."""
JOINER = "\x00"


@dataclass(frozen=True)
class Word:
    """One word of a question: as typed (without case), its stem, and whether it hangs on the word before it."""

    text: str
    stem: str
    joined: bool = False

    @property
    def is_hangul(self) -> bool:
        """Whether it is written in Hangul."""
        return is_hangul(self.text)


def is_hangul(text: str) -> bool:
    """Whether a text has Hangul in it."""
    return _HANGUL.search(text) is not None


def readable(text: str) -> str:
    """The text without control, direction and zero-width characters, compatibility forms and "what's" evened out."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in unicodedata.normalize("NFKC", text))
    text = " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn")).split())
    text = _SHORTENED.sub(lambda match: _SHORT[match[1].lower()], text)
    return " ".join(_IS.sub(r"\1 is", _LONE_JAMO.sub(" ", text)).split())


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text; a Korean particle after Latin letters or digits is a word of its own."""
    found: list[Word] = []
    for token in key(_POSSESSIVE.sub(" s ", text)).replace("_", " ").split():
        for place, part in enumerate(_BORDER.sub(JOINER, token).split(JOINER)):
            found.append(Word(part, stem(part), joined=place > 0))
    return tuple(found)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of an English word, rough but the same for all its forms; other words as they are."""
    if not word.isascii() or not word.isalpha() or word in NO_FORMS:
        return word
    bare = re.sub(r"is(e|ed|es|ing|ation)$", r"iz\1", word) if len(word) > SLIP_LETTERS_LEAST else word
    bare = re.sub(r"tre(s|d)?$", r"ter\1", bare)
    for ending, instead, least in _ENDINGS:
        if bare.endswith(ending) and len(bare) >= least and not bare.endswith(("ss", "us", "is")):
            bare = bare[: -len(ending)] + instead
            break
    while len(bare) > STEM_LEAST and bare.endswith("e"):
        bare = bare[:-1]
    if len(bare) > STEM_LEAST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return "note" if bare == "not" and word != "not" else bare


@lru_cache(maxsize=65536)
def without_particles(word: str, particles: tuple[str, ...]) -> tuple[str, ...]:
    """A Korean word as typed and with each ending taken off that may be a particle, the longest form first."""
    endings = (p for p in particles if word.endswith(p) and len(word) - len(p) >= BARE_LEAST)
    forms = {word, *(word[: -len(ending)] for ending in endings)}
    return tuple(sorted(forms, key=len, reverse=True))


def is_slip(typed: str, meant: str) -> bool:
    """Whether a word misses another by one letter, in words long enough for that to be chance no more."""
    return min(len(typed), len(meant)) >= SLIP_LETTERS_LEAST and OSA.distance(typed, meant, score_cutoff=1) <= 1
