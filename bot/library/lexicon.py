"""The vocabulary made ready for finding: verbs of saying and the names of parties in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.library.bilingual import Dictionary
from bot.library.clauses import Found
from bot.library.hedges import Hedges
from bot.library.phrase_book import PhraseBook
from bot.library.quotes import plain_marks
from bot.library.sameness import Sameness
from bot.library.stems import stems_of
from bot.library.stronger import Forces
from bot.library.topic_words import TopicWords
from bot.model.bilingual import Rendering
from bot.model.speech_acts import Kept, Verb
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
    topic_words: TopicWords
    korean_parties: tuple[tuple[str, PartyId], ...]
    """Korean names of parties, longest first."""
    korean_people: tuple[tuple[str, Person], ...]
    """People by their name in Korean, where a source gives it."""
    people: frozenset[str]
    """Whole names of people in English, without case."""
    people_called: dict[str, tuple[Person, ...]]
    """People by the name that they are called by in English: the family name, or the last word of the name."""
    hedges: Hedges
    own_stems: frozenset[str]
    """Stems of the words that a gist may add: they say nothing more."""
    links: frozenset[str]
    """Stems of the words that join others."""
    movable: frozenset[str]
    """Stems of the words that open a part which may stand elsewhere."""
    may_go: frozenset[str]
    """Stems of the words that an English gist may leave out."""
    same: Sameness
    """Words of which one may stand for another."""
    kept: PhraseBook[Kept]
    """Words of limit that a gist keeps."""
    narrowing: PhraseBook[Kept]
    """Words that say how many, which or of what kind; a Korean gist keeps those."""
    force: Forces
    """Korean words of force, each with the English words that it can stand for."""
    dictionary: Dictionary
    """The bilingual table, by which a Korean gist is held to its quote."""
    negating: re.Pattern[str]
    """The English words that a Korean negation can stand for."""
    not_negated: re.Pattern[str]
    """Korean words that look negated and are not."""
    letters: re.Pattern[str]
    """Compounds of states, each by one syllable (남북, 한·미·일), in a Korean text."""

    def without_parties(self, text: str) -> str:
        """``text`` without the names of parties in it."""
        plain = plain_marks(text)
        for hit in sorted(self.parties.apart(plain), reverse=True):
            after = plain[hit.end :].removeprefix("'s")
            plain = f"{plain[: hit.start]} {after}"
        return plain

    def korean_parties_in(self, text: str) -> Iterator[tuple[str, PartyId]]:
        """Parties named in a Korean text, longest names first, each stretch of text read once."""
        rest = text
        for name, party in self.korean_parties:
            if name in rest:
                rest = rest.replace(name, " ")
                yield name, party


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
        TopicWords(vocabulary.topics.values()),
        tuple(sorted(korean, key=lambda pair: -len(pair[0]))),
        tuple((p.other_script.name, p) for p in vocabulary.people.values() if p.other_script),
        frozenset(
            name.casefold() for p in vocabulary.people.values() for name in (p.name, *p.aliases.en) if " " in name
        ),
        _called(vocabulary.people.values()),
        Hedges(vocabulary.grammar),
        frozenset(stems_of(" ".join(vocabulary.grammar.own_words))),
        frozenset(stems_of(" ".join(vocabulary.grammar.links))),
        frozenset(stem for phrase in vocabulary.grammar.movable for stem in stems_of(phrase)[:1]),
        frozenset(stems_of(" ".join(vocabulary.grammar.may_go))),
        Sameness(vocabulary.grammar.same),
        PhraseBook((phrase, row) for row in vocabulary.grammar.kept for phrase in row.en),
        PhraseBook((phrase, row) for row in vocabulary.grammar.narrowing for phrase in row.en),
        Forces(vocabulary.grammar),
        dictionary_of(vocabulary.bilingual.rows, tuple(vocabulary.bilingual.irregular.items())),
        _any_of(vocabulary.bilingual.negating, words=True),
        _any_of(vocabulary.bilingual.not_negated_ko, words=False),
        _letters(tuple(vocabulary.bilingual.letters)),
    )


def _called(people: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """People by their family name; where none is given, by the last word of their name."""
    found: dict[str, tuple[Person, ...]] = {}
    for person in people:
        name = person.family_name or person.name.split()[-1]
        found[name] = (*found.get(name, ()), person)
    return found


@lru_cache(maxsize=4)
def dictionary_of(rows: tuple[Rendering, ...], irregular: tuple[tuple[str, str], ...]) -> Dictionary:
    """The table of some rows; most folders have the same."""
    return Dictionary(rows, irregular)


def _letters(syllables: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for two or more of some syllables that make one word with a noun or an ending behind them."""
    one = "".join(map(re.escape, syllables))
    behind = (
        "[간의이가은는과와을를에 ,]|관계|정상|양국|양측|동맹|협력|대화|회담|합의|공조|안보|경제|외교|국방|교류|무역|$"
    )
    return re.compile(rf"(?<![\uac00-\ud7a3])([{one}](?:[·ㆍ‧-]?[{one}])+)(?={behind})")


def _any_of(phrases: tuple[str, ...], *, words: bool) -> re.Pattern[str]:
    """A pattern for any of some phrases; ``*`` in them is any ending or beginning of a word."""
    each = "|".join(re.escape(phrase).replace(r"\*", "\\w*") for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{each})(?!\w)" if words else each, re.IGNORECASE)
