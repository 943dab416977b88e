"""The parties and people of a Korean gist: those of its quote, none left out and none changed round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.checks.gist_english import party_left_out
from bot.library.clauses import find_all, find_each
from bot.library.reading import Reading
from bot.model.value import PartyId, PersonId

PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) \w+|\bby\b")
DOES = re.compile(r"(?:\s?측)?(?:이|가|은|는)\s")
UNDERGOES = re.compile(r"(?:\s?측)?(?:에|에게|을|를|에 대해|로부터|에서)\s")
LEVEL = re.compile(r"(차관|장관|국장|실무|정상)급")
THINGS = re.compile(
    r"(?:'s?)?[ -](?!(?:to|and|or|that|is|are|was|were|has|have|had|will|would|should|in|on|at|by|for|with)\b)[a-z]"
)
FROM = re.compile(r"\b(?:from|of|in)\s(?:the\s)?$", re.IGNORECASE)
ABBREVIATED = 2
"""Syllables of a name that compounds shorten to one."""
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'-]+")
WITH = re.compile(r"\b(?:with|bilateral|between|two|both|alliance|allied|relations?|mutual|joint)\b", re.IGNORECASE)
"""Words by which who speaks is one of those in a compound: "the alliance with …" is 한미동맹 where Korea speaks."""


def party_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Names that the quote has not, parties that it has and the gist has not, and parties that have changed places."""
    yield from _name_faults(reading, gist)
    yield from _letter_faults(reading, gist)
    yield from _swap_faults(reading, gist)
    yield from _origin_faults(reading, gist)
    yield from _level_faults(reading, gist)
    if not gist.is_background:
        yield from party_left_out(reading, gist, _InKorean(reading, gist))


class _InKorean:
    """The parties that a Korean gist names, in part too ("연맹"), or by one syllable ("북핵", "한미").

    Of the sides that speak none need be named, or all: 한국이 for 한국과 아세안이 leaves one out.
    """

    def __init__(self, reading: Reading, gist: Gist) -> None:
        self._reading = reading
        self._text = f"{gist.own} {gist.added}"
        self._joint = gist.statement.sides if len(gist.statement.sides) > 1 else ()
        self._alone = gist.statement.sides if len(gist.statement.sides) == 1 else ()

    def __contains__(self, party: object) -> bool:
        if party in self._alone or self._names(party):
            return True
        return party in self._joint and not any(map(self._names, self._joint))

    def _names(self, party: object) -> bool:
        names = (name for name, known in self._reading.lexicon.korean_parties if known == party)
        return any(self._has(name.split()[0]) for name in names) or party in self._by_letter

    @cached_property
    def _by_letter(self) -> frozenset[PartyId]:
        """The parties of which a compound has a syllable (남북미)."""
        letters = self._reading.vocabulary.bilingual.letters
        runs = self._reading.lexicon.letters.finditer(self._text)
        first = (letters[letter][0] for run in runs for letter in run[1] if letter in letters)
        return frozenset().union(*map(self._reading.parties_in, first))

    def _has(self, name: str) -> bool:
        if len(name) <= ABBREVIATED:
            return name in self._text or re.search(rf"(?<![가-힣])[대방주재친반]?{name[0]}", self._text) is not None
        pairs = (name[at : at + 2] for at in range(len(name) - 1))
        return any(pair in self._text for pair in pairs)


def _name_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    text = f"{gist.own} {gist.added}"
    for words, known in ((gist.own, gist.around if gist.is_background else gist.content), (gist.added, gist.around)):
        for word in LATIN.findall(words):
            if word.casefold() not in known.casefold():
                yield reading.fault(gist.place, f"{word!r} does not stand in the quote; put it in [ ] if it is meant")
    for name, party in reading.lexicon.korean_parties_in(gist.own):
        if party not in gist.parties:
            yield reading.fault(gist.place, f"{name!r} is {party}, which the words after the verb do not name")
    for name, person in reading.lexicon.korean_people:
        if name in text and person.id not in _people_in(reading, gist.around):
            yield reading.fault(gist.place, f"{name!r} is {person.name}, whom the paragraph does not name")


def _letter_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Compounds of states by their first syllables, of which the quote does not name each: 남북, 한미일."""
    run = reading.lexicon.letters
    rest = gist.own
    if not run.search(rest):
        return
    for name, _ in reading.lexicon.korean_parties_in(rest):
        rest = rest.replace(name, " ")
    english = gist.statement.quote if WITH.search(gist.content) else gist.content
    for match in run.finditer(rest):
        for letter in dict.fromkeys(match[1]):
            words = reading.vocabulary.bilingual.letters.get(letter, ())
            if words and not find_each(words, english):
                message = f"{match[1]!r} names {words[0]}, which the words after the verb do not"
                yield reading.fault(gist.place, message)


def _origin_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Things said to be from a party ("X산") that in the quote have not its name before them, nor are from or of it."""
    if "산 " not in gist.own:
        return
    english = gist.statement.quote if gist.is_background else gist.content
    hits = reading.lexicon.parties.apart(english)
    for name, party in reading.lexicon.korean_parties_in(gist.own):
        named = [hit for hit in hits if hit.value == party] if f"{name}산 " in gist.own else []
        if named and not any(THINGS.match(english, hit.end) or FROM.search(english[: hit.start]) for hit in named):
            message = f"'{name}산': in the quote nothing is from {named[0].printed!r}; keep whose things they are"
            yield reading.fault(gist.place, message)


def _level_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """A level of a meeting ("장관급") that is another than the quote's ("vice-ministerial")."""
    if not (shown := LEVEL.findall(gist.own)):
        return
    rest = gist.statement.quote if gist.is_background else f"{gist.content} {gist.derived}"
    levels: set[str] = set()
    for row in reading.vocabulary.grammar.meeting_levels:
        for found in sorted(find_each(row.en, rest), reverse=True):
            if rest[found.start : found.end].strip():
                levels.update(row.ko)
                rest = f"{rest[: found.start]}{' ' * (found.end - found.start)}{rest[found.end :]}"
    for level in shown:
        if levels and level not in levels:
            yield reading.fault(gist.place, f"'{level}급' is another level than the quote's; keep it")


def _swap_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Who does it in English ("that X pays Y") is not the one to whom it is done in Korean."""
    clause = re.sub(r"^that ", "", gist.after.strip())
    hits = sorted(reading.lexicon.parties.apart(clause), key=lambda hit: hit.start)
    if gist.is_background or not hits or hits[0].start > len("the ") or PASSIVE.search(clause):
        return
    doer, after = hits[0].value, clause[hits[0].end :]
    others = {hit.value for hit in hits} - {doer}
    if not re.match(r" \w", after):
        return
    marked: list[tuple[PartyId, str]] = [
        (party, gist.own.split(name, 1)[1]) for name, party in reading.lexicon.korean_parties_in(gist.own)
    ]
    undergoes = any(party == doer and UNDERGOES.match(rest) for party, rest in marked)
    for party, rest in marked:
        if undergoes and party in others and DOES.match(rest):
            yield reading.fault(gist.place, f"in Korean {party} does it to {doer}; in the quote {doer} does it")


def _people_in(reading: Reading, text: str) -> set[PersonId]:
    people = {p.person for p in reading.release.participants if p.person and find_all(p.printed, text)}
    return people | {s.person for s in reading.release.speakers if s.person and find_all(s.label, text)}
