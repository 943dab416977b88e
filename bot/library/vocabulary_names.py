"""The names of what the vocabulary knows: topics, parties, people, issuers and speech acts."""

from __future__ import annotations

from collections.abc import Callable

from bot.library.name_forms import parts_of, party_form, topic_form
from bot.library.names import Name, Names
from bot.model.question import Kind
from bot.model.value import Locale
from bot.model.vocabulary import Vocabulary

Named = tuple[list[Name], dict[str, str]]


def _ranked(id_: str, every: tuple[str, ...]) -> list[Name]:
    return [Name(text, id_, rank) for rank, text in enumerate(every)]


def _topics(vocabulary: Vocabulary, locale: Locale) -> Named:
    names: list[Name] = []
    for topic in vocabulary.topics.values():
        every = (topic.id, topic.name.en, topic.name.ko, *topic.aliases.all(), *topic.narrower.all())
        names += _ranked(topic.id, every)
    return names, {topic.id: topic.name.in_(locale) for topic in vocabulary.topics.values()}


def _parties(vocabulary: Vocabulary, locale: Locale) -> Named:
    """Its nicknames come last: they are words for other things, too."""
    names: list[Name] = []
    for party in vocabulary.parties.values():
        short = (party.short.en, party.short.ko) if party.short else ()
        nicknames = (text for nick in vocabulary.asking.nicknames if nick.party == party.id for text in nick.all())
        every = (party.id, party.name.en, party.name.ko, *short, *party.aliases.all(), *nicknames)
        names += _ranked(party.id, every)
    return names, {party.id: party.name.in_(locale) for party in vocabulary.parties.values()}


def _people(vocabulary: Vocabulary, locale: Locale) -> Named:
    """The family name comes last."""
    names: list[Name] = []
    for person in vocabulary.people.values():
        other = (person.other_script.name,) if person.other_script else ()
        family = (person.family_name,) if person.family_name else ()
        names += _ranked(person.id, (person.id, person.name, *other, *person.aliases.all(), *family))
    return names, {person.id: person.name_in(locale) for person in vocabulary.people.values()}


def _parties_and_people(vocabulary: Vocabulary, locale: Locale) -> Named:
    names, labels = _parties(vocabulary, locale)
    people, people_labels = _people(vocabulary, locale)
    return names + people, labels | people_labels


def _issuers(vocabulary: Vocabulary, locale: Locale) -> Named:
    names: list[Name] = []
    for issuer in vocabulary.issuers.values():
        names += _ranked(issuer.id, (issuer.id, issuer.name.en, issuer.name.ko, *issuer.aliases.all()))
    return names, {issuer.id: issuer.name.in_(locale) for issuer in vocabulary.issuers.values()}


def _acts(vocabulary: Vocabulary, locale: Locale) -> Named:
    names: list[Name] = []
    for act, words in vocabulary.acts.items():
        spaced = act.value.replace("_", " ")
        every = (act.value, spaced, words.name.en, words.name.ko, words.plural.en, words.plural.ko)
        names += _ranked(act.value, tuple(dict.fromkeys(every)))
    return names, {act.value: words.name.in_(locale) for act, words in vocabulary.acts.items()}


NAMED: dict[Kind, Callable[[Vocabulary, Locale], Named]] = {
    Kind.TOPIC: _topics,
    Kind.SIDE: _parties,
    Kind.WHO: _parties_and_people,
    Kind.PERSON: _people,
    Kind.ISSUER: _issuers,
    Kind.ACT: _acts,
}


def vocabulary_names(vocabulary: Vocabulary, kind: Kind, locale: Locale) -> Names:
    """Every name of a kind, labelled in ``locale``; none of a kind that names nothing in the vocabulary."""
    if kind not in NAMED:
        return Names((), {})
    form = {
        Kind.TOPIC: topic_form,
        Kind.SIDE: party_form(vocabulary.grammar.of_a_party),
        Kind.WHO: party_form(vocabulary.grammar.of_a_party),
    }.get(kind)
    parts = parts_of(vocabulary.people.values()) if kind in (Kind.WHO, Kind.PERSON) else None
    return Names(*NAMED[kind](vocabulary, locale), form, parts)
