"""Names and verbs of a vocabulary that say another thing in Korean than in English, as far as the files show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rapidfuzz.distance import OSA

from bot.errors import Fault
from bot.library.clauses import find_each
from bot.library.guarded_yaml import Document, Place
from bot.library.stronger import Forces, stronger_words
from bot.library.words import key
from bot.model.speech_acts import Verb
from bot.model.value import Words
from bot.model.vocabulary import Issuer, Party, Person, Vocabulary

MISSPELT_LEAST = 3
"""Syllables of a name of which another with one syllable changed is a slip."""


def party_faults(vocabulary: Vocabulary, parties: tuple[Party, ...], document: Document) -> Iterator[Fault]:
    """Parties whose Korean name is another's, and blocs that have more or fewer members than they say."""
    countries, names = vocabulary.grammar.countries, _Names(vocabulary, document)
    for i, party in enumerate(parties):
        yield from names.faults(("parties", i, "name"), party.name, party.aliases.en)
        english = {
            key(name) for name in (party.name.en, *((party.short.en,) if party.short else ()), *party.aliases.en)
        }
        own = [row for row in countries if english & {key(name) for name in row.en}]
        for place, korean in _korean_names(party):
            other = next((row for row in countries if row not in own and korean in row.ko), None)
            if other:
                message = f"{korean!r} is {other.en[0]}, not {party.name.en}"
                yield document.fault(("parties", i, *place), message)
        yield from _count_faults(vocabulary, ("parties", i, "members"), party, document)


def _korean_names(party: Party) -> Iterator[tuple[Place, str]]:
    yield ("name", "ko"), party.name.ko
    if party.short:
        yield ("short", "ko"), party.short.ko
    for j, alias in enumerate(party.aliases.ko):
        yield ("aliases", "ko", j), alias


def _count_faults(vocabulary: Vocabulary, place: Place, bloc: Party, document: Document) -> Iterator[Fault]:
    """A bloc has as many members on each day as it says: one too many is no member, or was none yet."""
    days = [count.since or date.min for count in bloc.members]
    for j, count in enumerate(bloc.members):
        day = days[j] if count.since else min((other for other in days if other > date.min), default=date.max)
        day = day if count.since else day - timedelta(days=1)
        named = [
            party.id
            for party in vocabulary.parties.values()
            if any(m.party == bloc.id and m.holds_on(day) for m in party.member_of)
        ]
        if len(named) != count.number:
            message = (
                f"{bloc.id!r} had {count.number} members on {day}, but {len(named)} name it under member_of "
                f"({', '.join(named)}); one is none, or was none yet (since)"
            )
            yield document.fault((*place, j), message)


def issuer_faults(vocabulary: Vocabulary, issuers: tuple[Issuer, ...], document: Document) -> Iterator[Fault]:
    """Issuers whose Korean name is another office than their aliases."""
    names = _Names(vocabulary, document)
    for i, issuer in enumerate(issuers):
        place: Place = ("issuers", i, "name")
        party = vocabulary.parties.get(issuer.party)
        lent = (*issuer.aliases.en, *((party.name.en,) if party else ()))
        yield from names.faults(place, issuer.name, lent)
        last = {alias.split()[-1] for alias in issuer.aliases.ko}
        if last and issuer.name.ko.split()[-1] not in last:
            message = f"{issuer.name.ko!r} is another office than its alias {issuer.aliases.ko[0]!r}"
            yield document.fault((*place, "ko"), message)


def topic_faults(vocabulary: Vocabulary, document: Document) -> Iterator[Fault]:
    """Topics whose Korean name has a word of force that their English words have not."""
    names = _Names(vocabulary, document)
    for i, topic in enumerate(vocabulary.topics.values()):
        lent = (*topic.aliases.en, *topic.narrower.en)
        yield from names.faults(("topics", i, "name"), topic.name, lent)


class _Names:
    """The names of one file, and what their Korean has more or otherwise than their English."""

    def __init__(self, vocabulary: Vocabulary, document: Document) -> None:
        self._forces = Forces(vocabulary.grammar)
        self._compass = vocabulary.grammar.compass
        self._document = document

    def faults(self, place: Place, name: Words, lent: tuple[str, ...]) -> Iterator[Fault]:
        """The faults of one name, to which other English words of the same thing may lend theirs."""
        for word, wanted in stronger_words(self._forces, name.ko, " ".join((name.en, *lent))):
            message = f"{word!r} is not in {name.en!r} ({', '.join(wanted[:3])}, …)"
            yield self._document.fault((*place, "ko"), message)
        for row in self._compass:
            found = find_each(row.en, name.en)
            if found and not any(word in name.ko for word in row.ko):
                message = f"{found[0].printed!r} is {' or '.join(row.ko)} in Korean, not {name.ko!r}"
                yield self._document.fault((*place, "ko"), message)


def person_faults(people: tuple[Person, ...], document: Document) -> Iterator[Fault]:
    """People whose Korean name is spelt otherwise among their aliases."""
    for i, person in enumerate(people):
        if person.other_script is None:
            continue
        for j, alias in enumerate(person.aliases.ko):
            if wrong := misspelt(person.other_script.name, alias):
                message = f"{wrong!r} and {person.other_script.name!r}: one of them is misspelt"
                yield document.fault(("people", i, "aliases", "ko", j), message)


def misspelt(name: str, text: str) -> str | None:
    """A word of a Korean text that is a name with one syllable changed; None where the name itself stands there."""
    for part in name.split():
        if len(part) < MISSPELT_LEAST or part[0] not in text or part in text:
            continue
        for word in text.split():
            begun = word[: len(part)]
            if len(begun) == len(part) and OSA.distance(part, begun) == 1 and begun[0] == part[0]:
                return begun
    return None


def verb_faults(
    verbs: tuple[Verb, ...], shipped: tuple[Verb, ...], equal: tuple[tuple[str, ...], ...], document: Document
) -> Iterator[Fault]:
    """Verbs that the program knows and a folder puts into other Korean words: they may not become stronger."""
    known: dict[tuple[str, str], set[str]] = {}
    for verb in shipped:
        for form in verb.forms:
            for use in verb.uses:
                rows = (row for row in equal if use.ko in row)
                known.setdefault((form, use.act), set()).update((use.ko, *(ko for row in rows for ko in row)))
    for i, verb in enumerate(verbs):
        for j, use in enumerate(verb.uses):
            for form in verb.forms:
                own = known.get((form, use.act))
                if own and use.ko not in own:
                    message = f"{form!r} as {use.act.value} is {' or '.join(sorted(own))} in Korean, not {use.ko!r}"
                    yield document.fault(("verbs", i, "uses", j, "ko"), message)
                    break
