"""The names of what the vocabulary knows: topics, parties, people."""

from __future__ import annotations

from bot.library.names import Name, Names
from bot.model.question import Kind
from bot.model.value import Locale
from bot.model.vocabulary import Vocabulary


def vocabulary_names(vocabulary: Vocabulary, kind: Kind, locale: Locale) -> Names:
    """Every name of a kind, labelled in ``locale``. Names of releases are not the vocabulary's."""
    if kind is Kind.TOPIC:
        return _topics(vocabulary, locale)
    names, labels = _parties(vocabulary, locale)
    if kind is Kind.WHO:
        _add_people(vocabulary, locale, names, labels)
    return Names(names, labels)


def _topics(vocabulary: Vocabulary, locale: Locale) -> Names:
    topics = vocabulary.topics.values()
    names = [
        Name(text, topic.id, rank)
        for topic in topics
        for rank, text in enumerate((topic.id, topic.name.en, topic.name.ko, *topic.aliases.all()))
    ]
    return Names(names, {topic.id: topic.name.in_(locale) for topic in topics})


def _parties(vocabulary: Vocabulary, locale: Locale) -> tuple[list[Name], dict[str, str]]:
    names: list[Name] = []
    labels: dict[str, str] = {}
    for party in vocabulary.parties.values():
        short = (party.short.en, party.short.ko) if party.short else ()
        every = (party.id, party.name.en, party.name.ko, *short, *party.aliases.all())
        names.extend(Name(text, party.id, rank) for rank, text in enumerate(every))
        labels[party.id] = party.name.in_(locale)
    return names, labels


def _add_people(vocabulary: Vocabulary, locale: Locale, names: list[Name], labels: dict[str, str]) -> None:
    for person in vocabulary.people.values():
        other = (person.other_script.name,) if person.other_script else ()
        family = (person.family_name,) if person.family_name else ()
        every = (person.id, person.name, *other, *person.aliases.all(), *family)
        names.extend(Name(text, person.id, rank) for rank, text in enumerate(every))
        labels[person.id] = person.name_in(locale)
