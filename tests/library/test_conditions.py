"""A condition is entered as one: the words that always set it can be excused by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}


def condition_faults(tmp_path: Path, content: str, **fields: object) -> list[str]:
    """What is said of the conditions of something that the Verelian side explains."""
    statement = {
        "speaker": VERELIA["label"],
        "sides": VERELIA["sides"],
        "act": "information",
        "verb": "explained",
        "gist": {"en": content, "ko": "이에 대해"},
        **fields,
    }
    sentence = f"The Verelian side {statement['verb']} {content}."
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


@pytest.mark.parametrize(
    "content",
    [
        "that access was granted only once",
        "that access was granted only once, in a hall",
        "that access was granted only once in 2032",
        "that access is granted once a year",
        "that access was denied more than once",
        "that the once busy port is quiet",
        "that the lock will open as soon as possible",
    ],
)
def test_once_as_one_time_is_no_condition(tmp_path: Path, content: str) -> None:
    assert condition_faults(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "condition", "more"),
    [
        ("that the lock opens based on thorough safety checks", "based on thorough", "safety"),
        ("that the lock opens as soon as the old gate closes", "as soon as the old", "gate"),
        ("that the lock opens as soon as the old gate closes", "as soon as the old gate", "closes"),
        ("that the lock opens once the gate in the harbour closes", "once the gate", "in"),
        ("that the lock opens subject to the consent of Ketmar and Tamber", "subject to the consent", "of"),
        ("that the lock opens subject to the consent of Ketmar and Tamber", "subject to the consent of Ketmar", "and"),
    ],
)
def test_a_condition_runs_to_its_end(tmp_path: Path, content: str, condition: str, more: str) -> None:
    assert condition_faults(tmp_path, content, conditions=[condition]) == [
        f"statements[0].conditions[0]: the condition goes on ({more!r} …); give it whole"
    ]


@pytest.mark.parametrize(
    "condition", ["based on a survey of the dam", "subject to a vote", "as soon as the ice permits"]
)
def test_a_condition_ends_where_another_begins_or_a_phrase_is_joined(tmp_path: Path, condition: str) -> None:
    content = f"that the lock opens {condition} unless the dam breaks"
    assert condition_faults(tmp_path, content, conditions=[condition, "unless the dam breaks"]) == []


def test_on_what_a_deed_is_based_cannot_be_excused(tmp_path: Path) -> None:
    fields: dict[str, object] = {"act": "proposal", "verb": "proposed"}
    bare, thing = "to reopen the locks based on thorough checks", "to draw a map based on old surveys"
    [fault] = condition_faults(tmp_path, bare, not_conditions=["based on thorough checks"], **fields)
    assert "says here on what terms it is to be done; add it to conditions" in fault
    assert condition_faults(tmp_path, thing, not_conditions=["based on old surveys"], **fields) == []
