"""A search as a look-up: words in either language, and filters that must all hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tantivy import Query

from bot.library.index.catalogue import Catalogue
from bot.library.index.terms import by_issuer, of_act, of_person, of_side, on_part, on_topic
from bot.library.said_words import saying_all
from bot.library.words import key
from bot.model.question import Sought
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import ReleaseId

HANGUL = re.compile(r"[\uac00-\ud7a3]")
WORDS_MOST = 500
"""No statement has more words than this, so none has all of more."""


@dataclass(frozen=True)
class Results:
    """How many statements there are, how many of each act, most first; and those asked for.

    ``releases`` says in how many releases they are, where they are few enough to be counted.
    """

    number: int = 0
    releases: int | None = 0
    acts: tuple[tuple[Act, int], ...] = ()
    shown: tuple[tuple[ReleaseId, Statement], ...] = ()


def statements_sought(sought: Sought, look: Catalogue) -> Query | None:
    """Statements that have all that is sought; None where that is nothing in particular."""
    if len(sought.words) > WORDS_MOST:
        return Query.empty_query()
    queries = [
        *(look.said(term) for term in _filed(sought)),
        *(_word(look, word) for word in sought.words),
        *(_phrase(look, phrase.split()) for phrase in sought.phrases),
    ]
    if sought.said:
        queries.append(saying_all(sought.said, look))
    if sought.since or sought.until:
        queries.append(look.between("on", sought.since, sought.until))
    return look.all_of(queries) if queries else None


def _filed(sought: Sought) -> Iterator[str]:
    if sought.topic and sought.topic_words:
        yield on_part(sought.topic, key(sought.topic_words))
    elif sought.topic:
        yield on_topic(sought.topic)
    if sought.issuer:
        yield by_issuer(sought.issuer)
    if sought.party:
        yield of_side(sought.party)
    if sought.person:
        yield of_person(sought.person)
    if sought.act:
        yield of_act(sought.act)


def _word(look: Catalogue, word: str) -> Query:
    """A word stands whole in the quote or a gist; of a Korean one, where particles follow, a gist has the beginning."""
    if HANGUL.search(word):
        return look.begun("gists", [word])
    return look.any_of((look.term("quotes", word), look.term("gists", word)))


def _phrase(look: Catalogue, words: list[str]) -> Query:
    """A phrase stands in one piece of the quote; a Korean one in a gist, which is not the release's own words."""
    if HANGUL.search(" ".join(words)):
        return look.begun("gists", words)
    return look.phrase("quotes", words)
