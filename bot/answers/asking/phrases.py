"""Every phrase by which a question can name or want something: the vocabulary's names and an editor's cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.answers.asking.spelling import Word, is_hangul, words_of
from bot.library.index.terms import in_series
from bot.library.library import Library
from bot.library.words import key
from bot.model.release import Meeting
from bot.model.value import Aliases

START = 2
TALKS_KO, BODY_KO = "협의", "회"
ORDINAL = re.compile(r"^(?:\d+(?:st|nd|rd|th)\s+|제?\s?\d+차\s+)", re.IGNORECASE)
WORDS_MOST = 10
NAMED_BY = 5
"""Releases of a series, the newest, whose names for its meetings are known."""
TYPO_LETTERS_LEAST = 5
NAME_LETTERS_LEAST = 4
TWO_SLIPS_LETTERS_LEAST = 8


class Sort(StrEnum):
    """What a phrase does in a question."""

    CUE = "cue"
    ACT = "act"
    TOPIC = "topic"
    PARTY = "party"
    PERSON = "person"
    MEETING = "meeting"
    ISSUER = "issuer"
    KIND = "kind"
    WEIGHTY = "weighty"
    JOINT = "joint"
    JOINTLY = "jointly"
    ANYONE = "anyone"
    ALONE = "alone"
    GLUE = "glue"
    REST = "rest"


HANGUL_LEAST = 3
"""Syllables of a Korean name in which one letter may be another."""
NAMED = frozenset({Sort.PARTY, Sort.PERSON})
NAMES = frozenset({Sort.TOPIC, Sort.PARTY, Sort.PERSON, Sort.MEETING})
Reading = tuple[Sort, str]


@dataclass(frozen=True)
class Phrase:
    """One phrase: its stems run together, how many words it has, and what it can mean."""

    compact: str
    readings: tuple[Reading, ...]


class PhraseTable:
    """All phrases by their first letters; the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, Reading]]) -> None:
        readings: dict[str, dict[Reading, None]] = {}
        self.stems: set[str] = set()
        spelt: dict[str, str] = {}
        for text, reading in phrases:
            words = words_of(text)
            if words:
                readings.setdefault("".join(word.stem for word in words), {})[reading] = None
                spelt.update((word.text, word.stem) for word in words if word.text.isascii())
        self.stems.update(spelt.values())
        self._by_start: dict[str, list[Phrase]] = {}
        for compact, found in sorted(readings.items(), key=lambda pair: -len(pair[0])):
            self._by_start.setdefault(compact[:START], []).append(Phrase(compact, tuple(found)))
        self.korean_names = tuple(
            compact
            for compact, found in readings.items()
            if is_hangul(compact) and len(compact) >= HANGUL_LEAST and {sort for sort, _ in found} & NAMED
        )
        self._spelt = {text: stem for text, stem in sorted(spelt.items()) if len(text) >= TYPO_LETTERS_LEAST - 1}

    def at(self, words: tuple[Word, ...], place: int, skipped: int = 0) -> Iterator[tuple[Phrase, int, str]]:
        """Phrases that begin ``skipped`` letters into a word: the phrase, the word it ends in, what is left of that."""
        text = words[place].stem[skipped:]
        ends = [len(text)]
        for word in words[place + 1 : place + WORDS_MOST]:
            text += word.stem
            ends.append(len(text))
        for start in {text[:START], text[:1]}:
            for phrase in self._by_start.get(start, ()):
                if text.startswith(phrase.compact):
                    size = len(phrase.compact)
                    last = next(i for i, end in enumerate(ends) if end >= size)
                    if ends[last] == size or words[place + last].is_hangul:
                        yield phrase, place + last, text[size : ends[last]]

    def meant(self, typed: str) -> tuple[str, str] | None:
        """The known word that a misspelt one means, and its stem; None where none or several come near."""
        slips = 2 if len(typed) >= TWO_SLIPS_LETTERS_LEAST else 1
        found = process.extract(typed, self._spelt.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = sorted(
            (distance, -fuzz.ratio(typed, known), self._spelt[known], known)
            for known, distance, _ in found
            if known[0] == typed[0] and abs(len(known) - len(typed)) <= 1
        )
        best = {stem: known for distance, ratio, stem, known in near if (distance, ratio) == near[0][:2]}
        return (next(iter(best.values())), next(iter(best))) if len(best) == 1 else None


@lru_cache(maxsize=2)
def phrase_table(library: Library, edition: int) -> PhraseTable:
    """The phrases of a library in one of its editions: an embargo that ends makes another."""
    del edition
    return PhraseTable(_phrases(library))


def _phrases(library: Library) -> Iterator[tuple[str, Reading]]:
    vocabulary = library.vocabulary
    asking = vocabulary.asking
    for topic in vocabulary.topics.values():
        for text in (topic.id, topic.name.en, topic.name.ko, *topic.aliases.all(), *topic.narrower.all()):
            yield text, (Sort.TOPIC, topic.id)
    for party in vocabulary.parties.values():
        short = (party.short.en, party.short.ko) if party.short else ()
        for text in (party.id, party.name.en, party.name.ko, *short, *party.aliases.all()):
            yield text, (Sort.PARTY, party.id)
    for person in vocabulary.people.values():
        other = (person.other_script.name,) if person.other_script else ()
        family = (person.family_name,) if person.family_name else ()
        for text in (person.name, *other, *family, *person.aliases.all()):
            yield text, (Sort.PERSON, person.id)
    for issuer in vocabulary.issuers.values():
        for text in (issuer.id, issuer.name.en, issuer.name.ko, *issuer.aliases.all()):
            yield text, (Sort.ISSUER, issuer.id)
    names = _names_of_parties(library)
    for meeting in _meetings(library):
        for text in (meeting.name.en, meeting.name.ko, meeting.series, *_without_sides(meeting, library)):
            for name in {text, ORDINAL.sub("", text)}:
                for form in _with_and_without_body(name):
                    yield form, (Sort.MEETING, meeting.series)
        yield from _by_sides(meeting.sides, meeting.series, library)
        yield from _places(meeting, names)
    for nickname in asking.nicknames:
        if nickname.party in vocabulary.parties:
            yield from _each(nickname, (Sort.PARTY, nickname.party))
    for name, words in asking.cues.items():
        yield from _each(words, (Sort.CUE, name))
    for act in asking.acts:
        yield from _each(act, (Sort.ACT, act.id))
    yield from _each(asking.joint, (Sort.JOINT, ""))
    yield from _each(asking.jointly, (Sort.JOINTLY, ""))
    yield from _each(asking.anyone, (Sort.ANYONE, ""))
    yield from _each(asking.one_alone, (Sort.ALONE, ""))
    yield from _each(asking.weighty, (Sort.WEIGHTY, ""))
    for word in asking.meetings.all():
        yield word, (Sort.KIND, word)
    yield from _each(asking.titles, (Sort.REST, ""))
    weighty = set(asking.weighty.all())
    for text in (phrase for group in asking.same for phrase in group if " " in phrase and phrase not in weighty):
        yield text, (Sort.REST, "")
    yield from _each(asking.glue, (Sort.GLUE, ""))
    for particle in asking.particles:
        yield particle, (Sort.GLUE, "")


def _with_and_without_body(name: str) -> tuple[str, ...]:
    """A meeting's name, and in Korean as the body that meets or as its meeting: "영사 협의", "영사협의회"."""
    if name.endswith(TALKS_KO):
        return name, f"{name}{BODY_KO}"
    return (name, name.removesuffix(BODY_KO)) if name.endswith(f"{TALKS_KO}{BODY_KO}") else (name,)


def _meetings(library: Library) -> Iterator[Meeting]:
    """Meetings by which each series is known: those of its newest releases."""
    for series in library.all_series():
        for release in library.newest_saying(((in_series(series),),), NAMED_BY):
            yield from release.meetings


def _without_sides(meeting: Meeting, library: Library) -> Iterator[str]:
    """A meeting's name without those who meet, where more than a kind is left: "Policy Consultation", "정책협의회"."""
    known = [library.vocabulary.parties[side] for side in meeting.sides if side in library.vocabulary.parties]
    sides = {t.casefold() for p in known for s in (p.name, p.short) if s for t in (s.en, s.ko)}
    kinds = {kind.casefold() for kind in library.vocabulary.asking.meetings.all()}
    for name in (meeting.name.en, meeting.name.ko):
        parts = name.replace("-", " ").split()
        rest = [part for part in parts if part.casefold() not in sides]
        left = " ".join(rest)
        if len(rest) < len(parts) and left.casefold() not in kinds and len(left) >= NAME_LETTERS_LEAST:
            yield left


def _places(meeting: Meeting, names: Iterable[str]) -> Iterator[tuple[str, Reading]]:
    """The names of a meeting's places that have a party's name in them, and do not name the party: "Port Sorrel"."""
    for place in (meeting.place, meeting.planned_place):
        for name in (place.name.en, place.name.ko) if place else ():
            own = f" {key(name)} "
            if any(own.strip() != known and (known if is_hangul(known) else f" {known} ") in own for known in names):
                yield name, (Sort.REST, "")


def _names_of_parties(library: Library) -> tuple[str, ...]:
    known = library.vocabulary.parties.values()
    names = (text for party in known for words in (party.name, party.short) if words for text in (words.en, words.ko))
    return tuple(dict.fromkeys(key(name) for name in names))


def _by_sides(sides: tuple[str, ...], series: str, library: Library) -> Iterator[tuple[str, Reading]]:
    """A meeting called by its sides and its kind, either side first: "Korea-ASEAN dialogue"."""
    kind = series.rpartition("-")[2]
    for first in sides:
        for second in sides:
            if first != second:
                for one in _short(first, library):
                    for other in _short(second, library):
                        yield f"{one}-{other} {kind}", (Sort.MEETING, series)


def _short(party: str, library: Library) -> tuple[str, ...]:
    known = library.vocabulary.parties[party]
    short = (known.short.en,) if known.short else (known.name.en,)
    return (*short, *(alias for alias in known.aliases.en if " " not in alias))


def _each(words: Aliases, reading: Reading) -> Iterator[tuple[str, Reading]]:
    for text in words.all():
        yield text, reading


def is_known_tail(tail: str, table: PhraseTable, particles: frozenset[str], *, verbal: bool) -> bool:
    """Whether what is left of a Korean word after a phrase is a particle, an ending, or more known phrases."""
    if not tail or tail in particles:
        return True
    if verbal and is_hangul(tail):
        return True
    rest = (Word(tail, tail),)
    return any(
        len(phrase.compact) > 1
        and is_known_tail(
            left, table, particles, verbal=any(sort in (Sort.ACT, Sort.CUE, Sort.GLUE) for sort, _ in phrase.readings)
        )
        for phrase, _, left in table.at(rest, 0)
    )
