"""A look-up in the index finds what a walk through every release finds, in the same order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from bot.library.library import Library
from bot.library.quotes import locate
from bot.library.words import key, uses
from bot.model.question import Sought, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN
from tests.shelves import FICTION, library

Found = tuple[Release, Statement]
SEARCHES, SEED = 600, 20310601
HANGUL = ("가", "힣")


def is_korean(text: str) -> bool:
    return any(HANGUL[0] <= letter <= HANGUL[1] for letter in text)


def walk(held: Library) -> Iterator[Found]:
    """Every statement, release by release."""
    yield from ((release, statement) for release in held.releases() for statement in release.statements)


def has_words(statement: Statement, sought: Sought) -> bool:
    pieces = [f" {key(piece)} " for piece in statement.quote.split(JOIN)]
    gists = [f" {key(gist)} " for gist in (statement.gist.en, statement.gist.ko)]

    def has(word: str) -> bool:
        if is_korean(word):
            return any(f" {word}" in gist for gist in gists)
        return any(f" {word} " in text for text in (*pieces, *gists))

    def has_phrase(phrase: str) -> bool:
        if is_korean(phrase):
            return any(f" {phrase}" in gist for gist in gists)
        return any(f" {phrase} " in piece for piece in pieces)

    return all(map(has, sought.words)) and all(map(has_phrase, sought.phrases))


def is_filed(release: Release, statement: Statement, sought: Sought, held: Library) -> bool:
    topics = held.vocabulary.topic_and_below(sought.topic) if sought.topic else frozenset()
    day = release.day_of(statement)
    return (
        sought.issuer in (None, release.issuer)
        and (sought.party is None or sought.party in statement.sides)
        and sought.person in (None, release.person_of(statement))
        and sought.act in (None, statement.act)
        and (not topics or bool(topics & set(statement.topics)))
        and (sought.since or date.min) <= day <= (sought.until or date.max)
    )


def searches(held: Library) -> Iterator[Sought]:
    """Searches by words that stand in a statement, or nearly, and by what it is filed under, or another is."""
    chance = random.Random(SEED)  # noqa: S311 - the same searches each time
    every = list(walk(held))

    def now_and_then(value: str) -> str | None:
        return value if chance.random() < 0.25 else None

    for _ in range(SEARCHES):
        (release, statement), (_, other) = chance.sample(every, 2)
        text = key(chance.choice((statement.quote, statement.gist.en, statement.gist.ko))).split()
        start = chance.randrange(len(text))
        some = text[start : start + chance.randrange(1, 4)]
        if is_korean(some[-1]) and len(some[-1]) > 2:
            some[-1] = some[-1][:-1]
        days = sorted((release.day_of(statement), date(2031, chance.randrange(1, 13), 5)))
        yield Sought(
            words=tuple(dict.fromkeys(some)) if chance.random() < 0.5 else (),
            phrases=(" ".join(some),) if chance.random() < 0.3 else (),
            issuer=now_and_then(release.issuer),
            party=now_and_then(chance.choice((*statement.sides, *other.sides, "sarn"))),
            person=now_and_then(release.person_of(statement) or "joss-castellane"),
            topic=now_and_then(chance.choice((*statement.topics, *other.topics, "transport"))),
            act=Act(act) if (act := now_and_then(statement.act)) else None,
            since=days[0] if chance.random() < 0.2 else None,
            until=days[1] if chance.random() < 0.2 else None,
        )


def test_every_search_finds_what_a_walk_finds() -> None:
    held = library(FICTION)
    sizes = []
    for sought in searches(held):
        wanted = [(r, s) for r, s in walk(held) if is_filed(r, s, sought, held) and has_words(s, sought)]
        results = held.search(sought, 10)
        assert list(held.every(sought)) == wanted, sought
        assert results.shown == tuple((release.id, statement) for release, statement in wanted[:10]), sought
        assert (results.number, results.releases) == (len(wanted), len({release.id for release, _ in wanted})), sought
        assert dict(results.acts) == Counter(statement.act for _, statement in wanted), sought
        sizes.append(len(wanted))
    assert len([size for size in sizes if 0 < size < len(list(walk(held)))]) > SEARCHES / 3


def test_every_topic_is_spoken_of_where_a_walk_finds_it() -> None:
    held = library(FICTION)
    for topic in held.vocabulary.topics.values():
        parts = [Subject(topic.id, part, narrow=True) for part in topic.narrower.all()]
        for subject in (Subject(topic.id), *parts):
            on_topic = held.vocabulary.topic_and_below(topic.id)
            wanted = [
                release.id
                for release in held.releases()
                if any(
                    on_topic & set(s.topics)
                    and (not subject.narrow or uses(key(f"{s.quote} {s.gist.en} {s.gist.ko}"), key(subject.words)))
                    for s in release.statements
                )
            ]
            newest = held.newest_with(subject)
            assert (newest.id if newest else None) == next(iter(wanted), None), subject
            assert held.is_spoken_of(subject) == bool(wanted), subject
            assert held.others_with(subject, "none").number == len(wanted), subject


@pytest.mark.parametrize("words", ["night ferry", "the", "Reopen", "nowhere to be read", "“calm seas”"])
def test_words_are_spoken_of_where_a_walk_finds_them(words: str) -> None:
    held = library(FICTION)
    wanted = [
        release.id
        for release in held.releases()
        if any(f" {key(words)} " in f" {key(piece)} " for s in release.statements for piece in s.quote.split(JOIN))
    ]
    newest = held.newest_with(Subject(words=words))
    assert (newest.id if newest else None) == next(iter(wanted), None)
    assert held.others_with(Subject(words=words), "none").number == len(wanted)


def test_every_stretch_of_a_paragraph_is_found_in_every_paragraph_that_has_it() -> None:
    held = library(FICTION)
    every = [(release.id, p) for release in held.releases() for p in held.paragraphs(release.id).values()]
    chance = random.Random(SEED)  # noqa: S311 - the same stretches each time
    for _, paragraph in every:
        words = paragraph.text.split()
        start = chance.randrange(len(words))
        quote = " ".join(words[start : start + chance.randrange(1, 9)]).strip(".,;:()“”\"'")
        wanted = {(id_, p.ref) for id_, p in every if locate(quote, p.text, any_case=True) is not None}
        found = {(passage.id, passage.paragraph.ref) for passage in held.passages_with(quote)}
        assert found == wanted or len(found) >= 50, quote
