"""Questions in people's own words get the answer that the release gives, and never more than it says."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.answers.asking.reach import within_reach
from bot.answers.asking.table import understood
from bot.chat import script_of
from bot.model.question import Question
from tests.conversations.conversations import answer_to, questions, shortfalls
from tests.conversations.red_team import false_questions, plain_questions, true_questions
from tests.shelves import BILATERAL, DATA, FICTION, HARBOUR, library

SHELVES: dict[str, Path] = {"first_release": DATA, "fiction": FICTION, "bilateral": BILATERAL, "harbour": HARBOUR}
ASKED = [(name, asked) for name in SHELVES for asked in questions(name)]
REFUSED = {"denied", "not_stated", "ambiguous"}


@pytest.mark.parametrize(("name", "asked"), ASKED, ids=[f"{name}: {asked['q']}" for name, asked in ASKED])
def test_a_question_is_answered_as_the_release_answers_it(name: str, asked: dict[str, Any]) -> None:
    assert list(shortfalls(asked, answer_to(asked["q"], SHELVES[name]))) == []


@pytest.mark.parametrize("data", SHELVES.values(), ids=SHELVES)
def test_no_false_question_made_by_machine_is_answered(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {asked.text: asked.kind for asked in false_questions(data)}
    outcomes = {text: answer_to(text, data)["outcome"] for text in made}
    with capsys.disabled():
        sys.stdout.write(
            f"\nfalse questions on {data.name}: {dict(Counter(made.values()))}, all denied or not stated\n"
        )
    assert {text: outcome for text, outcome in outcomes.items() if outcome not in REFUSED} == {}


@pytest.mark.parametrize("data", SHELVES.values(), ids=SHELVES)
def test_what_only_says_a_statement_again_is_answered_with_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = {asked.text: asked for asked in true_questions(data)}
    refused: dict[str, str] = {}
    for text, asked in made.items():
        answer = answer_to(text, data)
        shown = asked.statement.id in {statement["id"] for statement in answer["statements"]}
        if answer["outcome"] != "answered" or (asked.bound and not shown):
            refused[text] = answer["text"].splitlines()[0]
    with capsys.disabled():
        sys.stdout.write(
            f"\ntrue questions on {data.name}: {dict(Counter(asked.form for asked in made.values()))}, all answered\n"
        )
    assert refused == {}


def test_the_same_questions_with_a_plain_verb_are_answered() -> None:
    outcomes = {text: answer_to(text, DATA)["outcome"] for text in plain_questions(DATA)}
    denied = [text for text, outcome in outcomes.items() if outcome != "answered"]
    assert (len(outcomes), denied) == (50, [])


@pytest.mark.parametrize("asked", questions("fiction"), ids=lambda asked: str(asked["q"]))
def test_the_releases_within_reach_of_a_question_hold_its_answer(asked: dict[str, Any]) -> None:
    shelf = library(FICTION)
    question = Question("ask", {"question": asked["q"]}, script_of(asked["q"]))
    reach = within_reach(understood(question, shelf), shelf, all_most=0) or ()
    cited = {citation["release"] for citation in answer_to(asked["q"], FICTION)["citations"]}
    assert cited <= {release.id for release in reach}
