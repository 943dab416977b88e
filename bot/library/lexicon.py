"""The vocabulary made ready for finding: verbs of saying and the names of parties in a text."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library.clauses import Found
from bot.library.phrase_book import PhraseBook
from bot.model.speech_acts import Verb
from bot.model.value import PartyId
from bot.model.vocabulary import Vocabulary


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


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The phrase books of a vocabulary; made once, used for every release."""
    verbs = ((form, verb) for verb in vocabulary.verbs for form in verb.forms)
    parties = (
        (name, party.id)
        for party in vocabulary.parties.values()
        for name in (party.name.en, *((party.short.en,) if party.short else ()), *party.aliases.en)
    )
    return Lexicon(vocabulary, PhraseBook(verbs), PhraseBook(parties, in_compounds=True))
