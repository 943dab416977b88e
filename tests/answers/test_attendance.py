"""Attending is said only where the text says it; what is printed is shown, whatever it was called in the question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shelves import DATA, console


def asked(who: str, data: Path = DATA) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(data).reply(f"/attendance who:{who}", None, as_json=True).text)
    return answer


def placed(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Everybody shown as (name, presence, paragraph)."""
    return [(p["name"], p["presence"], p["paragraph"]) for p in answer["participants"]]


OFFICIALS = [
    ("high-level officials of the ROK", "attended", "2"),
    ("high-level officials of … ASEAN countries", "attended", "2"),
]
VICE_MINISTERS = [
    ("vice and deputy foreign ministers of the ROK", "usual", "1.1"),
    ("vice and deputy foreign ministers of … ten ASEAN countries", "usual", "1.1"),
]
SECRETARY_GENERAL = ("Deputy Secretary-General of ASEAN", "usual", "1.1")
SECRETARY_GENERAL_USUAL = (
    "No. The release has “Deputy Secretary-General of ASEAN” among those who usually attend, "
    "and does not say so of this meeting."
)
KIM = ("Kim Gunn", "attended", "1")
TEO = ("Emaleen Abdul Rahman Teo", "attended", "1")
YOO = ("Yoo Myung-Hee", "mentioned", "5")
FOREIGN_MINISTERS = ("foreign ministers", "mentioned", "6")


@pytest.mark.parametrize(
    ("who", "outcome", "shown"),
    [
        ("officials", "answered", OFFICIALS),
        ("high-level officials", "answered", OFFICIALS),
        ("high-level officials of the ROK", "answered", OFFICIALS[:1]),
        ("고위 관리", "answered", OFFICIALS),
        ("한국의 고위 관리들", "answered", OFFICIALS[:1]),
        ("senior officials", "ambiguous", OFFICIALS),
        ("vice minister", "denied", VICE_MINISTERS),
        ("vice foreign ministers", "denied", VICE_MINISTERS),
        ("deputy foreign minister", "denied", VICE_MINISTERS),
        ("외교차관", "denied", VICE_MINISTERS),
        ("차관보", "answered", [KIM, *VICE_MINISTERS]),
        ("차관", "ambiguous", [TEO, *VICE_MINISTERS]),
        ("deputy", "ambiguous", [KIM, *VICE_MINISTERS, SECRETARY_GENERAL]),
        ("deputy minister", "answered", [KIM]),
        ("permanent secretary", "answered", [TEO]),
        ("minister", "denied", [YOO, FOREIGN_MINISTERS]),
        ("foreign ministers", "denied", [FOREIGN_MINISTERS]),
        ("외교장관", "denied", [FOREIGN_MINISTERS]),
        ("leaders", "denied", [("leaders of participating countries", "mentioned", "3")]),
        ("co-chairs", "answered", [KIM, TEO]),
        ("chair", "answered", [KIM, TEO]),
        ("의장", "answered", [KIM, TEO]),
        ("head of the ROK delegation", "answered", [KIM]),
        ("ASEAN co-chair", "answered", [TEO]),
        ("Mr. Kim", "answered", [KIM]),
    ],
)
def test_an_office_or_a_group_is_shown_as_printed_and_a_rank_is_never_taken_for_another(
    who: str, outcome: str, shown: list[tuple[str, str, str]]
) -> None:
    answer = asked(who)
    assert (answer["outcome"], placed(answer)) == (outcome, shown)


@pytest.mark.parametrize("who", ["ten ASEAN countries", "10 ASEAN countries", "all ASEAN countries", "아세안 10개국"])
def test_that_every_country_of_a_bloc_attended_is_not_said(who: str) -> None:
    answer = asked(who)
    assert answer["outcome"] == "denied"
    assert placed(answer) == [TEO, OFFICIALS[1], VICE_MINISTERS[1], SECRETARY_GENERAL]
    assert not answer["text"].startswith(("Yes", "네"))
    assert answer["text"].startswith(("No. ", "아니요. "))
    head = "제목" if who == "아세안 10개국" else "title"
    assert f"“ROK and 10 ASEAN Countries Hold ASEAN-ROK Dialogue in Virtual Format” [{head}]" in answer["text"]


@pytest.mark.parametrize(
    ("who", "paragraph", "words"),
    [
        ("women", "3.1", "including women, the elderly, and low-income groups"),
        ("business people", "3.2", "including business people in the region"),
        ("World Trade Organization", "5", "candidate for World Trade Organization (WTO) Director-General"),
    ],
)
def test_words_that_only_the_text_has_are_shown_in_their_sentence(who: str, paragraph: str, words: str) -> None:
    answer = asked(who)
    assert answer["outcome"] == "denied"
    assert [citation["paragraph"] for citation in answer["citations"]] == [paragraph]
    assert answer["text"].startswith(f"No. The release mentions “{who}”, but does not say that “{who}” attended.")
    assert words in answer["text"]


@pytest.mark.parametrize(
    ("who", "line"),
    [
        ("Kim Gunn", "Yes. Kim Gunn attended."),
        ("김건", "네. 참석: 김건(Kim Gunn)"),
        ("co-chair", "Yes. Kim Gunn and Emaleen Abdul Rahman Teo attended."),
        (
            "ASEAN",
            "Yes. Attending for ASEAN: Emaleen Abdul Rahman Teo and “high-level officials of … ASEAN countries”.",
        ),
        ("DPRK", "No. The release only mentions the DPRK, and does not say that the DPRK attended."),
        ("Deputy Secretary-General", SECRETARY_GENERAL_USUAL),
        ("Japan", "The release I have (27 Aug 2020) does not mention Japan."),
        ("일본", "제가 가진 보도자료(2020년 8월 27일)에 일본은 나오지 않습니다."),
        ("Sergei", "The release I have (27 Aug 2020) has nobody called “Sergei”."),
    ],
)
def test_the_first_line_is_the_answer(who: str, line: str) -> None:
    assert asked(who)["text"].splitlines()[0] == line


@pytest.mark.parametrize("who", ["the participants", "everyone", "both sides", "참석자"])
def test_words_for_all_who_were_there_are_answered_with_the_whole_list(who: str) -> None:
    everybody: dict[str, Any] = json.loads(console().reply("/attendance", None, as_json=True).text)
    assert placed(asked(who)) == placed(everybody)
