"""Names to ids: what a person types, with case, accents, word order and small slips forgiven."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.library.name_forms import Form
from bot.library.sounds import as_heard, sound_of
from bot.library.words import key
from bot.model.question import Choice

CHOICES_MOST = 25
NEAREST_MOST = 3
TYPO_LEAST = 80.0
BEGINNING_LEAST = 3
HANGUL_WEIGHT = 2
TYPO_LETTERS_LEAST = 6
"""Shorter words are too near to others: CVID is not Covid."""
NEAR_TRIED = 40
LIKE_LEAST = 75.0
TELLING_LEAST = 4
COMMON = frozenset(
    word
    for line in (
        "republic people peoples democratic united states state nations nation association union kingdom federation",
        "country countries side government minister ministers ministry foreign affairs deputy general international",
        "north east south west northern eastern southern western situation issue issues policy cooperation meeting",
    )
    for word in line.split()
)
"""Words that so many names have that one in common is no likeness."""
DIGIT = re.compile(r"\d")


def is_enough(text: str) -> bool:
    """Whether ``text`` is long enough to mean something as the beginning of a name."""
    return _weight(key(text)) >= BEGINNING_LEAST


@dataclass(frozen=True)
class Name:
    """One name of one thing. ``rank`` orders names of equal fit: labels before aliases."""

    text: str
    id: str
    rank: int = 0


class Names:
    """All names of one kind of thing. Look-ups cost what they find, not how many names there are."""

    def __init__(
        self,
        names: Iterable[Name],
        labels: dict[str, str],
        form: Form | None = None,
        parts: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """``form`` tells names that vary; ``parts`` are words that stand for a whole name, each with its ids."""
        self._labels = labels
        self._form, self._parts = form, parts or {}
        self._heard = tuple((as_heard(word), ids) for word, ids in self._parts.items() if word.isascii())
        self._exact: dict[str, list[str]] = {}
        self._formed: dict[str, list[str]] = {}
        words: set[tuple[str, int, int, str]] = set()
        for name in names:
            whole = key(name.text)
            if not whole:
                continue
            ids = self._exact.setdefault(whole, [])
            if name.id not in ids:
                ids.append(name.id)
            formed = self._formed.setdefault(form(whole), []) if form else [name.id]
            if name.id not in formed:
                formed.append(name.id)
            split = whole.split()
            for place in range(len(split)):
                words.add((" ".join(split[place:]), min(place, 1), name.rank, name.id))
        self._words = sorted(words)

    def exact(self, text: str) -> tuple[str, ...]:
        """The ids that ``text`` names outright, by id, label or alias; a leading article does not count."""
        wanted = key(text)
        found = self._exact.get(wanted) or self._exact.get(wanted.removeprefix("the "))
        if found is None and self._form and wanted:
            found = self._formed.get(self._form(wanted))
        return tuple(found or ())

    def of_words(self, text: str) -> tuple[str, ...]:
        """The ids that have every word of ``text`` in their name, where single words stand for names."""
        words = key(text).split()
        found = [self._parts.get(word, frozenset()) for word in words]
        return tuple(sorted(frozenset.intersection(*found))) if found else ()

    def heard(self, text: str) -> tuple[str, ...]:
        """The ids that have in their name, for every word of ``text``, one in Latin letters that may sound so."""
        found = [self._sounding(word) for word in key(text).split()]
        return tuple(sorted(frozenset.intersection(*found))) if found else ()

    def _sounding(self, word: str) -> frozenset[str]:
        sound = sound_of(word)
        heard = (ids for name, ids in self._heard if sound.fullmatch(name)) if sound else ()
        return self._parts.get(word, frozenset()).union(*heard)

    def beginning(self, text: str, most: int = CHOICES_MOST) -> tuple[str, ...]:
        """Ids with a name, or a word of one, that begins with ``text``; whole-name beginnings first."""
        wanted = key(text)
        at = bisect.bisect_left(self._words, (wanted,))
        found: list[tuple[int, int, str, str]] = []
        while at < len(self._words) and self._words[at][0].startswith(wanted):
            rest, place, rank, id_ = self._words[at]
            found.append((place, rank, rest, id_))
            at += 1
        return tuple(dict.fromkeys(id_ for *_, id_ in sorted(found)))[:most]

    def begun(self, text: str) -> tuple[str, ...]:
        """As ``beginning``, for text long enough to mean something when nobody picked from a list."""
        return self.beginning(text) if is_enough(text) else ()

    def misspelt(self, text: str) -> tuple[str, ...]:
        """Ids with a name that ``text`` misses by a letter or two; the best only."""
        wanted = key(text)
        if len(wanted) < TYPO_LETTERS_LEAST or DIGIT.search(wanted):
            return ()
        likely = process.extract(wanted, self._exact.keys(), scorer=fuzz.ratio, score_cutoff=TYPO_LEAST, limit=None)
        found = [(name, score) for name, score, _ in likely if _is_slip(wanted, name)]
        best = max((score for _, score in found), default=0.0)
        return tuple(dict.fromkeys(id_ for name, score in found if score == best for id_ in self._exact[name]))

    def nearest(self, text: str, most: int = NEAREST_MOST) -> tuple[Choice, ...]:
        """The choices nearest in spelling to a name that is not known."""
        found = process.extract(key(text), self._exact.keys(), scorer=fuzz.WRatio, limit=most * 4)
        ids = dict.fromkeys(id_ for name, _, _ in found for id_ in self._exact[name])
        return tuple(self.choice(id_) for id_ in list(ids)[:most])

    def near(self, text: str, most: int = NEAREST_MOST) -> tuple[Choice, ...]:
        """As ``nearest``, but only what really is near: spelt alike, or with a telling word in common."""
        wanted = key(text)
        found = process.extract(wanted, self._exact.keys(), scorer=fuzz.WRatio, limit=NEAR_TRIED)
        ids = dict.fromkeys(id_ for name, _, _ in found if is_like(wanted, name) for id_ in self._exact[name])
        return tuple(self.choice(id_) for id_ in list(ids)[:most])

    def suggest(self, typed: str, most: int = CHOICES_MOST) -> tuple[Choice, ...]:
        """Choices while typing: names that begin so, then, only where there are none, near misses."""
        wanted = key(typed)
        if not wanted:
            ids: tuple[str, ...] = tuple(self._labels)
        else:
            ids = self.beginning(typed) or self.misspelt(typed) or tuple(c.id for c in self.nearest(typed, most))
        return tuple(self.choice(id_) for id_ in ids[:most])

    def choice(self, id_: str) -> Choice:
        """The id with its label."""
        return Choice(id_, self._labels.get(id_, id_))


def is_like(typed: str, name: str) -> bool:
    """Whether a name is near to what was typed: as a whole, or by a word of it that not every name has."""
    if fuzz.ratio(typed, name) >= LIKE_LEAST:
        return True
    telling = [word for word in typed.split() if word not in COMMON and _weight(word) >= TELLING_LEAST]
    return any(_is_word_like(word, own) for word in telling for own in name.split())


def _is_word_like(typed: str, own: str) -> bool:
    return own.startswith(typed) or (_weight(typed) >= TYPO_LETTERS_LEAST and OSA.distance(typed, own) <= 1)


def _weight(word: str) -> int:
    return sum(1 if letter.isascii() else HANGUL_WEIGHT for letter in word)


def _is_slip(typed: str, name: str) -> bool:
    """Whether each word misses its own by one letter at most: "Northern" is no slip for "Southern"."""
    words, own = typed.split(), name.split()
    if len(words) != len(own):
        return OSA.distance(typed.replace(" ", ""), name.replace(" ", "")) <= 1
    return all(OSA.distance(a, b) <= 1 for a, b in zip(words, own, strict=True))
