"""Whole answers read as they did when they were last read by a person."""

from __future__ import annotations

import pytest

from tests.golden.answers import ANSWERS, path_of, text_of


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_reads_as_kept(name: str) -> None:
    assert text_of(name) == path_of(name).read_text(encoding="utf-8")
