"""A question cut into the phrases that are known and the words that are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.answers.asking.phrases import NAMES, Phrase, PhraseTable, Sort, is_known_tail
from bot.answers.asking.spelling import Word, is_hangul

VERBAL = frozenset({Sort.ACT, Sort.CUE, Sort.GLUE, Sort.JOINT, Sort.ANYONE, Sort.ALONE})
ARTICLES = ("the", "this", "that", "these", "those", "a")
CORRECTED_LEAST = 4
SLIPS = 1
"""Letters of Hangul that may be others in a name."""


@dataclass(frozen=True)
class Piece:
    """Words that belong together: what they can mean, and the Korean particle or ending after them."""

    words: tuple[Word, ...]
    readings: tuple[tuple[Sort, str], ...]
    tail: str = ""

    @cached_property
    def text(self) -> str:
        """The words as typed, without case."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def stems(self) -> str:
        """The stems of its words."""
        return " ".join(word.stem for word in self.words)

    @cached_property
    def _ids(self) -> dict[Sort, tuple[str, ...]]:
        found: dict[Sort, tuple[str, ...]] = {}
        for sort, id_ in self.readings:
            found[sort] = (*found.get(sort, ()), id_)
        return found

    def ids(self, sort: Sort) -> tuple[str, ...]:
        """What the piece can mean as a ``sort``."""
        return self._ids.get(sort, ())

    def is_a(self, *sorts: Sort) -> bool:
        """Whether it can be one of these."""
        return not self._ids.keys().isdisjoint(sorts)

    @property
    def is_bare_glue(self) -> bool:
        """Whether it names and wants nothing."""
        return all(kind in (Sort.GLUE, Sort.WEIGHTY, Sort.KIND) for kind, _ in self.readings)


def pieces_of(
    words: tuple[Word, ...], table: PhraseTable, particles: Iterable[str], is_printed: Callable[[str], bool]
) -> tuple[Piece, ...]:
    """The pieces of a question, at each place the longest phrase. ``is_printed`` tells words that releases use."""
    known = frozenset(particles)
    right = tuple(_corrected(word, table, is_printed) for word in words)
    pieces: list[Piece] = []
    place = skipped = 0
    while place < len(right):
        word = right[place]
        if pieces and word.joined and not skipped and word.text in known:
            pieces[-1] = replace(pieces[-1], tail=word.text)
            place += 1
            continue
        found = _longest(right, place, skipped, table, known)
        if found is None:
            text = word.text[skipped:]
            if skipped and pieces and (text in known or pieces[-1].is_a(*VERBAL)):
                pieces[-1] = replace(pieces[-1], tail=text)
            else:
                pieces.append(Piece((Word(text, word.stem[skipped:]),), ((Sort.REST, ""),)))
            place, skipped = place + 1, 0
            continue
        phrase, last, left = found
        own = right[place : last + 1]
        if skipped:
            own = (Word(word.text[skipped:], word.stem[skipped:]), *own[1:])
        if left:
            own = (*own[:-1], Word(own[-1].text[: -len(left)], own[-1].stem[: -len(left)]))
        pieces.append(Piece(own, phrase.readings))
        if left and (left in known or _longest(right, last, len(right[last].stem) - len(left), table, known) is None):
            pieces[-1] = replace(pieces[-1], tail=left)
            place, skipped = last + 1, 0
        elif left:
            place, skipped = last, len(right[last].stem) - len(left)
        else:
            place, skipped = last + 1, 0
    return tuple(_as_a_meeting(pieces, place) for place in range(len(pieces)))


def _as_a_meeting(pieces: list[Piece], place: int) -> Piece:
    """A kind of meeting after an article names a meeting, and is no verb: "the talks"."""
    piece = pieces[place]
    if not piece.is_a(Sort.KIND) or not (_after_an_article(pieces, place) or _is_asked_of(pieces, place)):
        return piece
    kept = (Sort.KIND, Sort.GLUE, Sort.MEETING, Sort.TOPIC)
    return replace(piece, readings=tuple(r for r in piece.readings if r[0] in kept))


def _after_an_article(pieces: list[Piece], place: int) -> bool:
    return bool(place) and pieces[place - 1].text in ARTICLES


def _is_asked_of(pieces: list[Piece], place: int) -> bool:
    """Whether a Korean noun has no verb's ending, and "where" or the like follows: "협의 어디서 열렸어"."""
    after = pieces[place + 1 : place + 2]
    asked = any({"where", "when", "held", "attended"} & set(p.ids(Sort.CUE)) for p in after)
    return asked and is_hangul(pieces[place].text) and pieces[place].tail in ("", "는", "은", "가", "이", "에", "에서")


def _longest(
    words: tuple[Word, ...], place: int, skipped: int, table: PhraseTable, particles: frozenset[str]
) -> tuple[Phrase, int, str] | None:
    fitting: list[tuple[int, Phrase, int, str]] = []
    for phrase, last, left in table.at(words, place, skipped):
        verbal = any(kind in VERBAL for kind, _ in phrase.readings)
        if left and len(phrase.compact) == 1 and (left not in particles or phrase.compact in particles):
            continue
        if not is_known_tail(left, table, particles, verbal=verbal):
            continue
        fitting.append((len(phrase.compact), phrase, last, left))
    if not fitting:
        return None
    most = max(fitting, key=lambda fit: (fit[0], any(kind in NAMES for kind, _ in fit[1].readings)))
    return most[1:]


def _corrected(word: Word, table: PhraseTable, is_printed: Callable[[str], bool]) -> Word:
    """A misspelt English word as the known one that it misses by a letter; words that releases print are left alone."""
    if word.is_hangul:
        return _name_meant(word, table)
    if not word.text.isascii() or not word.text.isalpha() or word.stem in table.stems:
        return word
    meant = table.meant(word.text) if len(word.text) > CORRECTED_LEAST else None
    return replace(word, text=meant[0], stem=meant[1]) if meant and not is_printed(word.text) else word


def _name_meant(word: Word, table: PhraseTable) -> Word:
    """A Korean word that begins with a known name but for one letter ("케스트랄은"), with the name as it is known."""
    if next(table.at((word,), 0), None):
        return word
    for name in table.korean_names:
        typed = word.text[: len(name)]
        apart = OSA.distance(
            unicodedata.normalize("NFD", typed), unicodedata.normalize("NFD", name), score_cutoff=SLIPS
        )
        if len(typed) == len(name) and apart == SLIPS:
            text = name + word.text[len(name) :]
            return replace(word, text=text, stem=text)
    return word
