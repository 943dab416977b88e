"""The vocabulary made ready for finding: verbs of saying and the names of parties in a text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library.clauses import Found
from bot.library.phrase_book import PhraseBook
from bot.model.speech_acts import Verb
from bot.model.value import PartyId
from bot.model.vocabulary import Person, Vocabulary

KOREAN_NAME_LEAST = 2


@dataclass(frozen=True)
class Saying:
    """A verb of saying, and where it stands in its paragraph."""

    verb: Verb
    found: Found


@dataclass(frozen=True)
class Lexicon:
    """A vocabulary with the phrase books made from it."""

    vocabulary: Vocabulary
    verbs: PhraseBook[Verb]
    parties: PhraseBook[PartyId]
    korean_parties: tuple[tuple[str, PartyId], ...]
    """Korean names of parties, longest first."""
    korean_people: tuple[tuple[str, Person], ...]
    """People by their name in Korean, where a source gives it."""


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The phrase books of a vocabulary; made once, used for every release."""
    verbs = ((form, verb) for verb in vocabulary.verbs for form in verb.forms)
    parties = (
        (name, party.id)
        for party in vocabulary.parties.values()
        for name in (party.name.en, *((party.short.en,) if party.short else ()), *party.aliases.en)
    )
    korean = [
        (name, party.id)
        for party in vocabulary.parties.values()
        for name in (party.name.ko, *((party.short.ko,) if party.short else ()), *party.aliases.ko)
        if len(name) >= KOREAN_NAME_LEAST and not name.isascii()
    ]
    return Lexicon(
        vocabulary,
        PhraseBook(verbs),
        PhraseBook(parties, in_compounds=True),
        tuple(sorted(korean, key=lambda pair: -len(pair[0]))),
        tuple((p.other_script.name, p) for p in vocabulary.people.values() if p.other_script),
    )
