"""Questions in people's own words get the answer that the release gives, and never more than it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conversations.conversations import answer_to, questions, shortfalls
from tests.shelves import DATA

SHELVES: dict[str, Path] = {"first_release": DATA}
ASKED = [(name, asked) for name in SHELVES for asked in questions(name)]


@pytest.mark.parametrize(("name", "asked"), ASKED, ids=[f"{name}: {asked['q']}" for name, asked in ASKED])
def test_a_question_is_answered_as_the_release_answers_it(name: str, asked: dict[str, Any]) -> None:
    assert list(shortfalls(asked, answer_to(asked["q"], SHELVES[name]))) == []
