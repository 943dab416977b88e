"""What a search looks for: words, and filters that must all hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.index.fields import KO
from bot.library.index.terms import Wanted, by_issuer, in_series, of_person, on_topic
from bot.library.korean import STEM_LEAST, pairs_of, stems
from bot.library.words import key
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import IssuerId, PartyId, PersonId, ReleaseId, TopicId

WORDS_MOST = 50


@dataclass(frozen=True)
class Results:
    """How many statements there are, and those asked for, each with the id of its release."""

    number: int
    shown: tuple[tuple[ReleaseId, Statement], ...]


@dataclass(frozen=True)
class Sought:
    """Words in either language, and filters: whose release, whose words, on what, which act, held from when to when.

    ``side`` finds the positions of a party and of the blocs that it was a member of; a topic holds those below it.
    """

    text: str = ""
    topic: TopicId | None = None
    side: PartyId | None = None
    act: Act | None = None
    issuer: IssuerId | None = None
    person: PersonId | None = None
    series: str | None = None
    release: ReleaseId | None = None
    since: date | None = None
    until: date | None = None

    def query(self, look: Catalogue) -> Query | None:
        """The look-up; None where nothing is asked for."""
        queries = [*self._filters(look), *([_any_word(look, self.text)] if self.text else [])]
        return look.all_of(queries) if queries else None

    def _filters(self, look: Catalogue) -> Iterator[Query]:
        said = (
            on_topic(self.topic) if self.topic else None,
            Wanted(side=self.side).term(),
            Wanted(act=self.act).term(),
            by_issuer(self.issuer) if self.issuer else None,
            of_person(self.person) if self.person else None,
            in_series(self.series) if self.series else None,
        )
        yield from (look.said(term) for term in said if term)
        if self.release:
            yield look.term("of", self.release)
        if self.since or self.until:
            yield look.between("day", self.since, self.until)


def _any_word(look: Catalogue, text: str) -> Query:
    """Statements with some of the words: English ones in any form, Korean ones with any particle."""
    words = key(text).split()[:WORDS_MOST]
    korean = (stem for word in words if not word.isascii() for stem in stems(word))
    return look.any_of((*map(look.stemmed, filter(str.isascii, words)), *(_korean(look, stem) for stem in korean)))


def _korean(look: Catalogue, word: str) -> Query:
    return look.phrase(KO, pairs_of(word)) if len(word) >= STEM_LEAST else look.beginning(KO, [word])
