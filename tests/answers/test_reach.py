"""In a large library the index finds the old release that has the answer, and a refusal says how far it looked."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import KNOWLEDGE, generate
from bot.answers.answer import Outcome
from bot.answers.ask import ask
from bot.answers.asking.table import understood
from bot.answers.claims import Claim
from bot.app import App
from bot.cards.make import make_card
from bot.cards.plain import plain_text
from bot.library.library import Library
from bot.library.shelf import load_library
from bot.model.question import Question
from bot.model.value import Locale
from tests.shelves import DATA

RELEASES = 90
OLDEST = 20
AFTER_ALL = datetime(2060, 1, 1, tzinfo=UTC)
Known = tuple[dict[str, Any], ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many")
    generate(made, RELEASES)
    return made


@pytest.fixture(scope="module")
def shelf(folder: Path) -> Library:
    return load_library(folder, DATA, lambda: AFTER_ALL)


@pytest.fixture(scope="module")
def oldest(folder: Path) -> Known:
    every: list[dict[str, Any]] = [json.loads(line) for line in (folder / KNOWLEDGE).read_text("utf-8").splitlines()]
    shown = (one for one in every if one["status"] == "published" and not one["embargo_until"])
    return tuple(sorted(shown, key=lambda one: str(one["held"] or one["published"])))[:OLDEST]


def test_the_old_release_that_says_something_is_among_those_that_are_read(oldest: Known, shelf: Library) -> None:
    missed = [
        said["quote"]
        for one in oldest
        for said in one["statements"]
        if said["act"] != "background"
        and one["id"] not in {release.id for release in understood(_asking(said), shelf).within}
    ]
    assert missed == []


def test_what_only_an_old_release_says_is_found(oldest: Known, shelf: Library) -> None:
    said = next(s for s in oldest[0]["statements"] if s["act"] == "emphasis" and len(s["sides"]) == 1)
    answer = ask(_asking(said), shelf)
    assert isinstance(answer, Claim)
    assert (answer.outcome, answer.about.release.id, answer.read) == (Outcome.ANSWERED, oldest[0]["id"], None)


def _asking(said: dict[str, Any]) -> Question:
    words = said["quote"]
    return Question("ask", {"question": f"Is it true that {words[0].lower()}{words[1:]}?"}, Locale.EN)


@pytest.mark.parametrize(
    ("question", "locale", "told"),
    [
        ("did anyone condemn the moon landing?", Locale.EN, "releases that the index finds nearest to the question"),
        ("누가 달 착륙을 규탄했나요?", Locale.KO, "가장 가까운 것으로 찾은 보도자료"),
    ],
)
def test_a_refusal_says_how_many_releases_it_rests_on(question: str, locale: Locale, told: str, shelf: Library) -> None:
    answer = ask(Question("ask", {"question": question}, locale), shelf)
    read, every = answer.read or (0, 0)
    assert (0 < read < every, every) == (True, shelf.number())
    assert told in plain_text(make_card(answer, App(shelf).languages[locale]))
