"""A card never says more than its statements: walked over every statement, act and language."""

from __future__ import annotations

import pytest

from bot.cards.card import Block, Style
from bot.cards.plain import plain_block
from bot.cards.statement import statement_block, verb_of
from bot.library.lexicon import lexicon_of
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import Locale
from tests.shelves import DATA, FICTION, app, readings, vocabulary

WORDS_OF_AN_ACT = {
    "합의": {Act.AGREEMENT},
    "결정": {Act.AGREEMENT, Act.SHARED_VIEW, Act.COMMITMENT},
    "같이": {Act.SHARED_VIEW, Act.ENDORSEMENT},
    "동의": {Act.ENDORSEMENT, Act.SUPPORT, Act.COMMITMENT},
    "제안": {Act.PROPOSAL},
    "요청": {Act.REQUEST},
    "촉구": {Act.REQUEST},
    "지지": {Act.SUPPORT, Act.SHARED_VIEW},
    "강조": {Act.EMPHASIS},
    "희망": {Act.HOPE},
    "약속": {Act.COMMITMENT},
    "의지": {Act.COMMITMENT},
    "규탄": {Act.CONCERN},
    "우려": {Act.CONCERN, Act.SHARED_VIEW},
}
"""Korean words that claim an act, with the acts that they may stand for."""

EVERY = [
    (reading.release, statement)
    for data in (DATA, FICTION)
    for reading in readings(data)
    for statement in reading.release.statements
]
NAMES = [f"{release.id} {statement.id}" for release, statement in EVERY]
each = pytest.mark.parametrize(("release", "statement"), EVERY, ids=NAMES)
in_each_language = pytest.mark.parametrize("locale", list(Locale))


def block(release: Release, statement: Statement, locale: Locale) -> Block:
    data = DATA if release in [r.release for r in readings(DATA)] else FICTION
    return statement_block(statement, release, app(data).languages[locale])


@in_each_language
@each
def test_a_statement_shows_its_words_its_paragraph_and_all_its_conditions(
    release: Release, statement: Statement, locale: Locale
) -> None:
    shown = block(release, statement, locale)
    text = plain_block(shown)
    assert f"“{statement.quote}”" in text
    assert f"[¶{statement.paragraph}]" in text
    assert statement.gist.in_(locale) in text
    assert all(f"“{condition}”" in text for condition in statement.conditions)
    assert {span.ref.paragraph for line in shown.lines[:1] for span in line if span.ref} == {statement.paragraph}


@each
def test_english_has_the_verb_as_printed_and_no_other_verb_of_saying(release: Release, statement: Statement) -> None:
    shown = block(release, statement, Locale.EN)
    verbs = [span.text for span in shown.lines[0] if span.style is Style.VERB]
    assert verbs == ([] if statement.act is Act.BACKGROUND else [verb_of(statement, app().languages[Locale.EN])])
    claim = "".join(span.text for span in shown.lines[0] if span.style is Style.PLAIN).replace(statement.gist.en, "")
    own = vocabulary(DATA)
    assert [hit.printed for hit in lexicon_of(own).verbs.hits(claim)] == []


@pytest.mark.parametrize("statement", [statement for _, statement in EVERY], ids=NAMES)
def test_korean_has_no_verb_of_another_act(statement: Statement) -> None:
    verb = verb_of(statement, app().languages[Locale.KO])
    if statement.act is not Act.BACKGROUND and set(statement.verb.split()) & set(vocabulary().grammar.negations):
        assert verb.endswith("하지 않음")
        return
    assert [word for word, acts in WORDS_OF_AN_ACT.items() if word in verb and statement.act not in acts] == []


@in_each_language
@each
def test_only_what_is_joint_is_said_to_be(release: Release, statement: Statement, locale: Locale) -> None:
    claim = "".join(span.text for span in block(release, statement, locale).lines[0] if span.style is Style.STRONG)
    assert (("together" in claim) or ("공동" in claim)) == statement.joint


@pytest.mark.parametrize("verb", vocabulary().verbs, ids=lambda verb: verb.forms[0])
def test_no_use_of_a_verb_is_stronger_in_korean(verb: object) -> None:
    stronger = [
        (use.act, use.ko)
        for use in verb.uses  # type: ignore[attr-defined] # parametrised with verbs of the vocabulary
        for word, acts in WORDS_OF_AN_ACT.items()
        if word in use.ko and use.act not in acts
    ]
    assert stronger == []
