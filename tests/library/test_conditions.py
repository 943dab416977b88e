"""A condition is entered as one: the words that always set it can be excused by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}


def condition_faults(tmp_path: Path, content: str, **fields: list[str]) -> list[str]:
    """What is said of the conditions of something that the Verelian side explains."""
    statement = {
        "speaker": VERELIA["label"],
        "sides": VERELIA["sides"],
        "act": "information",
        "verb": "explained",
        "gist": {"en": content, "ko": "이에 대해"},
        **fields,
    }
    sentence = f"The Verelian side explained {content}."
    found = faults_of(tmp_path, sentence, speakers=(VERELIA,), statements=(statement,))
    return [fault for fault in found if "onditions" in fault.partition(":")[0]]


@pytest.mark.parametrize(
    "condition",
    [
        "subject to a vote",
        "provided that funds suffice",
        "unless the dam breaks",
        "until the truce is respected",
        "only if the crew agrees",
        "on condition that nets are checked",
    ],
)
def test_a_plain_condition_is_declared_and_nothing_else(tmp_path: Path, condition: str) -> None:
    content = f"that the lock stays open {condition}"
    assert condition_faults(tmp_path, content, conditions=[condition]) == []
    missed = condition_faults(tmp_path, content)
    assert [fault for fault in missed if not fault.endswith("is left out; add it as printed")] == []
    assert missed != []
    found = condition_faults(tmp_path, content, not_conditions=[condition])
    assert [fault for fault in found if "always sets a condition; add it to conditions" in fault] != [], found


@pytest.mark.parametrize("time", ["until June", "until 2033", "until the end of the year", "until late autumn"])
def test_a_span_of_time_is_no_condition(tmp_path: Path, time: str) -> None:
    assert condition_faults(tmp_path, f"that the lock stays open {time}") == []


def test_a_word_that_may_set_a_condition_can_be_excused(tmp_path: Path) -> None:
    content = "a map based on old surveys"
    assert condition_faults(tmp_path, content, not_conditions=["based on old surveys"]) == []
