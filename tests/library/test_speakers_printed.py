"""The speaker of a statement is the label that its sentence prints, not another of the same side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.library.one_sentence import MINISTER, attended, faults_of
from tests.library.test_honest_sentences import statement

BRISK = {"label": "Minister Brisk", "sides": ["verelia"], "person": "lucan-brisk"}
MARROW = {"label": "Minister Marrow", "sides": ["dravonia"], "person": "sela-marrow"}
VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}
BOTH = {"label": "The two sides", "sides": ["verelia", "dravonia"]}
ALL = {"label": "the participants", "sides": ["verelia", "dravonia"]}
TEXT = (
    "Foreign Minister Lucan Brisk met with Foreign Minister Sela Marrow. "
    "Minister Brisk and Minister Marrow shook hands. "
    "The two sides reviewed ferries. The Verelian side stressed fair tolls. It also urged patience."
)
THERE = (attended("Lucan Brisk", office=MINISTER), attended("Sela Marrow", office=MINISTER))


def faults(tmp_path: Path, *entered: dict[str, Any], speakers: tuple[dict[str, Any], ...]) -> list[str]:
    """The faults of speakers and of statements by them, those of gists apart."""
    quoted = tuple({**each, "quote": TEXT.partition(". ")[0]} for each in THERE)
    found = faults_of(tmp_path, TEXT, participants=quoted, speakers=speakers, statements=entered)
    return [fault for fault in found if ".speaker:" in fault or ".refers_to:" in fault or fault.startswith("speakers")]


def test_another_label_of_the_same_side_is_not_the_speaker(tmp_path: Path) -> None:
    said = statement("The Verelian side stressed fair tolls", "stressed", "emphasis", VERELIA)
    speakers = (BRISK, MARROW, VERELIA, BOTH)
    assert faults(tmp_path, said, speakers=speakers) == []
    found = faults(tmp_path, {**said, "speaker": "Minister Brisk"}, speakers=speakers)
    told = "the subject of 'stressed' is 'The Verelian side', not 'Minister Brisk'; give the label that is printed"
    assert found == [f"statements[0].speaker: {told}"]


def test_nor_is_it_what_a_pronoun_refers_to(tmp_path: Path) -> None:
    said = statement("It also urged patience", "urged", "request", {"label": "It", "sides": ["verelia"]})
    speakers = (BRISK, MARROW, VERELIA, BOTH)
    assert faults(tmp_path, {**said, "refers_to": "The Verelian side"}, speakers=speakers) == []
    found = faults(tmp_path, {**said, "refers_to": "Minister Brisk"}, speakers=speakers)
    assert [fault for fault in found if "give the label that is printed" in fault] != [], found


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ({**BRISK, "sides": []}, "is verelia; give that as sides"),
        ({**VERELIA, "sides": []}, "is verelia; give that as sides"),
        ({"label": "Minister Brisk", "sides": ["verelia"]}, "names lucan-brisk of participants"),
    ],
)
def test_a_label_keeps_its_side_and_its_person(tmp_path: Path, label: dict[str, Any], wanted: str) -> None:
    found = faults(tmp_path, speakers=(label,))
    assert [fault for fault in found if wanted in fault] != [], found


def test_some_of_a_side_are_nobody_in_particular(tmp_path: Path) -> None:
    text = "Some Verelian delegates voiced concern about tolls."
    some = {"label": "Some Verelian delegates", "sides": []}
    said = statement(text.rstrip("."), "voiced concern", "concern", some)
    assert [f for f in faults_of(tmp_path, text, speakers=(some,), statements=(said,)) if "speaker" in f] == []


def test_the_hint_of_presence_tells_where_it_is_from(tmp_path: Path) -> None:
    only_named = {
        **attended("Sela Marrow", office=MINISTER),
        "presence": "mentioned",
        "quote": "a letter of Sela Marrow",
    }
    text = "The Verelian side quoted a letter of Sela Marrow. Minister Marrow urged patience."
    said = statement("Minister Marrow urged patience", "urged", "request", MARROW)
    found = faults_of(tmp_path, text, participants=(only_named,), speakers=(MARROW,), statements=(said,))
    assert [fault for fault in found if "is entered as said by 'Minister Marrow'" in fault] != [], found
    assert [fault for fault in found if "was there; presence" in fault] == []


@pytest.mark.parametrize("label", ["The two Vice Ministers", "Both Presidents", "the two Deputy Ministers"])
def test_two_of_one_rank_are_all_sides(tmp_path: Path, label: str) -> None:
    text = f"{label} welcomed the opening of the ferry line."
    both = {"label": label, "sides": ["verelia", "dravonia"]}
    said = statement(text.rstrip("."), "welcomed", "appreciation", both)
    assert [f for f in faults_of(tmp_path, text, speakers=(both,), statements=(said,)) if "speaker" in f] == []
