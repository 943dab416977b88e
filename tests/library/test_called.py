"""What meetings and places are called, who issued the release, and what a date is worked out from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.checks.called import place_name_faults
from bot.model.value import Words
from tests.library.one_sentence import faults_of
from tests.shelves import FICTION, readings

TEXT = (
    "The Verelian side and the Dravonian side met on September 20 in Norhaven of Dravonia at the "
    "Vice-Ministerial Harbour Dialogue, before the Commemorative Harbour Summit."
)


def faults(tmp_path: Path, **meeting: object) -> list[str]:
    """The faults of a meeting."""
    return [fault for fault in faults_of(tmp_path, TEXT, meeting=meeting) if fault.startswith("meetings")]


def test_a_name_of_words_that_stand_together(tmp_path: Path) -> None:
    assert faults(tmp_path, name={"en": "Vice-Ministerial Harbour Dialogue", "ko": "차관급 항만 대화"}) == []


@pytest.mark.parametrize(
    "name", ["Vice-Ministerial Summit", "Vice-Ministerial Harbour Summit", "Commemorative Dialogue"]
)
def test_a_name_of_words_that_stand_apart(tmp_path: Path, name: str) -> None:
    found = faults(tmp_path, name={"en": name, "ko": "차관급 정상 대화"})
    assert [fault for fault in found if "stand apart" in fault] != [], found


@pytest.mark.parametrize("korean", ["장관급 항만 대화", "항만 대화"])
def test_a_level_is_kept_in_korean(tmp_path: Path, korean: str) -> None:
    found = faults(tmp_path, name={"en": "Vice-Ministerial Harbour Dialogue", "ko": korean})
    assert [fault for fault in found if "keep the level" in fault] != [], found


def test_a_place_is_the_quotes_own_word(tmp_path: Path) -> None:
    place = {"paragraph": "1", "quote": "in Norhaven"}
    right = {**place, "name": {"en": "Norhaven", "ko": "노르하벤"}}
    assert faults(tmp_path, place=right) == []
    found = faults(tmp_path, place={**place, "name": {"en": "Dravonia", "ko": "드라보니아"}})
    assert [fault for fault in found if "is not in the quote" in fault] != [], found


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("Norhaven", "노르하벤"),
        ("Fellmere", "펠미어"),
        ("Longbury", "롱베리"),
        ("Geneva", "제네바"),
        ("Vienna", "비엔나"),
    ],
)
def test_a_place_sounds_alike_in_korean(english: str, korean: str) -> None:
    assert list(place_name_faults(readings(FICTION)[0], ("name",), Words(en=english, ko=korean))) == []


@pytest.mark.parametrize(("english", "korean"), [("Norhaven", "부산"), ("Norhaven", "펠미어"), ("Fellmere", "롱베리")])
def test_another_place_does_not(english: str, korean: str) -> None:
    assert list(place_name_faults(readings(FICTION)[0], ("name",), Words(en=english, ko=korean))) != []


def test_the_issuer_is_a_side_or_was_there(tmp_path: Path) -> None:
    found = faults(tmp_path, sides=["dravonia", "sarn"])
    assert [fault for fault in found if "issued it and is no side" in fault] != [], found


def test_what_is_worked_out_is_not_printed(tmp_path: Path) -> None:
    held = {"date": "2031-09-20", "paragraph": "1", "quote": "on September 20"}
    right = {"en": "the year is taken from the date of publication", "ko": "연도는 발표일을 기준으로 산정"}
    assert faults(tmp_path, held={**held, "derived": right}) == []
    for wrong in ({**right, "en": "the year is printed in the text"}, {**right, "ko": "연도는 원문에 나와 있음"}):
        found = faults(tmp_path, held={**held, "derived": wrong})
        assert [fault for fault in found if "worked out from" in fault] != [], found
