"""The names of what only the vocabulary knows: issuers, people and speech acts."""

from __future__ import annotations

from collections.abc import Callable

from bot.library.names import Name, Names
from bot.model.question import Kind
from bot.model.value import Locale
from bot.model.vocabulary import Vocabulary

Named = tuple[list[Name], dict[str, str]]


def _ranked(id_: str, every: tuple[str, ...]) -> list[Name]:
    return [Name(text, id_, rank) for rank, text in enumerate(every)]


def person_names(vocabulary: Vocabulary, locale: Locale) -> Named:
    """Every name of every person, the family name last, with the labels to show."""
    names: list[Name] = []
    for person in vocabulary.people.values():
        other = (person.other_script.name,) if person.other_script else ()
        family = (person.family_name,) if person.family_name else ()
        names += _ranked(person.id, (person.id, person.name, *other, *person.aliases.all(), *family))
    return names, {person.id: person.name_in(locale) for person in vocabulary.people.values()}


def issuer_names(vocabulary: Vocabulary, locale: Locale) -> Named:
    """Every name of every issuer, with the labels to show."""
    names: list[Name] = []
    for issuer in vocabulary.issuers.values():
        names += _ranked(issuer.id, (issuer.id, issuer.name.en, issuer.name.ko, *issuer.aliases.all()))
    return names, {issuer.id: issuer.name.in_(locale) for issuer in vocabulary.issuers.values()}


def act_names(vocabulary: Vocabulary, locale: Locale) -> Named:
    """Every name of every speech act, with the labels to show."""
    names: list[Name] = []
    for act, words in vocabulary.acts.items():
        spaced = act.value.replace("_", " ")
        every = (act.value, spaced, words.name.en, words.name.ko, words.plural.en, words.plural.ko)
        names += _ranked(act.value, tuple(dict.fromkeys(every)))
    return names, {act.value: words.name.in_(locale) for act, words in vocabulary.acts.items()}


VOCABULARY_NAMES: dict[Kind, Callable[[Vocabulary, Locale], Names]] = {
    Kind.ISSUER: lambda vocabulary, locale: Names(*issuer_names(vocabulary, locale)),
    Kind.PERSON: lambda vocabulary, locale: Names(*person_names(vocabulary, locale)),
    Kind.ACT: lambda vocabulary, locale: Names(*act_names(vocabulary, locale)),
}
