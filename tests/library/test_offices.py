"""A rank in Korean is the rank that is printed, and an office is printed whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.one_sentence import attended, faults_of

MET = "{office} Sela Marrow met Foreign Minister Lucan Brisk."


def office_faults(tmp_path: Path, printed: str, ko: str, whole: str | None = None) -> list[str]:
    """What is said of an office given as ``printed`` where the text has ``whole``."""
    people = (attended("Sela Marrow", office={"printed": printed, "ko": ko}), attended("Lucan Brisk"))
    found = faults_of(tmp_path, MET.format(office=whole or printed), participants=people)
    return [fault.split(": ", maxsplit=1)[1] for fault in found if ".office" in fault]


@pytest.mark.parametrize(
    ("printed", "ko"),
    [
        ("Prime Minister", "총리"),
        ("Deputy Prime Minister", "부총리"),
        ("Defence Minister", "국방장관"),
        ("Secretary of State", "국무장관"),
        ("State Secretary for Ports", "항만차관"),
        ("Permanent Secretary", "사무차관"),
        ("Parliamentary Secretary", "정무차관"),
        ("Ambassador to Verelia", "주베렐리아 대사"),
        ("Vice President", "부통령"),
        ("Secretary-General", "사무총장"),
        ("Special Envoy", "특사"),
        ("Deputy Director", "부과장"),
        ("Deputy Mayor", "부시장"),
        ("First Vice Minister", "제1차관"),
        ("Second Vice Minister", "제2차관"),
    ],
)
def test_a_rank_of_the_same_height_is_accepted(tmp_path: Path, printed: str, ko: str) -> None:
    assert office_faults(tmp_path, printed, ko) == []


@pytest.mark.parametrize(
    ("printed", "ko"),
    [
        ("Prime Minister", "외교장관"),
        ("Prime Minister", "대통령"),
        ("Defence Minister", "외교장관"),
        ("Trade Minister", "재무장관"),
        ("State Secretary", "장관"),
        ("State Secretary", "국무장관"),
        ("Permanent Secretary", "장관"),
        ("Parliamentary Secretary", "장관"),
        ("President", "총리"),
        ("Ambassador", "특사"),
        ("Director", "장관"),
        ("Deputy Director", "과장"),
        ("Deputy Minister", "외교부장관"),
        ("First Vice Minister", "제2차관"),
    ],
)
def test_another_rank_is_refused(tmp_path: Path, printed: str, ko: str) -> None:
    assert office_faults(tmp_path, printed, ko) != []


def test_an_office_cut_short_is_refused(tmp_path: Path) -> None:
    found = office_faults(tmp_path, "Ambassador", "대사", whole="Ambassador to Verelia")
    assert found == ["the office printed is 'Ambassador to Verelia', not only 'Ambassador'"]


def test_the_office_of_another_who_is_named_beside_is_refused(tmp_path: Path) -> None:
    sentence = "Minister for Home Affairs Sela Marrow and Minister for Foreign Affairs Lucan Brisk met for two hours."
    of_his = {"printed": "Minister for Foreign Affairs", "ko": "외교장관"}
    of_hers = {"printed": "Minister for Home Affairs", "ko": "내무장관"}
    people = (attended("Sela Marrow", office=of_his), attended("Lucan Brisk", office=of_hers))
    found = [fault for fault in faults_of(tmp_path, sentence, participants=people) if ".office.printed" in fault]
    assert [fault.split(": ")[0] for fault in found] == [
        "participants[0].office.printed",
        "participants[1].office.printed",
    ]
