"""A name leads to the one it fits: by a word of it, with an honorific or a title, by a party's people or its city."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answers.called import called, without_honorifics
from bot.model.question import Kind
from tests.shelves import BILATERAL, DATA, FICTION, console, library, vocabulary


def command(line: str, data: Path = DATA) -> str:
    """The slash line that a line amounts to."""
    return str(json.loads(console(data).reply(line, None, as_json=True).text)["command"])


EMALEEN, YOO, KIM = "emaleen-abdul-rahman-teo", "yoo-myung-hee", "kim-gunn"


@pytest.mark.parametrize(
    ("typed", "data", "meant"),
    [
        ("Teo", DATA, EMALEEN),
        ("emaleen", DATA, EMALEEN),
        ("Abdul Rahman", DATA, EMALEEN),
        ("Teo Emaleen", DATA, EMALEEN),
        ("Mr Teo", DATA, EMALEEN),
        ("Dr. Rahman", DATA, EMALEEN),
        ("Permanent Secretary Teo", DATA, EMALEEN),
        ("에멀린 사무차관", DATA, EMALEEN),
        ("Gunn", DATA, KIM),
        ("Deputy Minister Kim", DATA, KIM),
        ("김건 차관보님", DATA, KIM),
        ("차관보 김건", DATA, KIM),
        ("김 차관보", DATA, KIM),
        ("Minister Yoo", DATA, YOO),
        ("Trade Minister Yoo", DATA, YOO),
        ("Ms Yoo", DATA, YOO),
        ("Myung-Hee", DATA, YOO),
        ("장관 유명희", DATA, YOO),
        ("유명희 장관", DATA, YOO),
        ("유명희 통상교섭본부장", DATA, YOO),
        ("유명희씨", DATA, YOO),
        ("유명희 님", DATA, YOO),
        ("명희", DATA, YOO),
        ("유 장관", DATA, YOO),
        ("Orsa", FICTION, "orsa-thule"),
        ("Ms. Halden Roe", FICTION, "halden-roe"),
        ("Foreign Minister Vane", FICTION, "teodor-vane"),
        ("Undersecretary Castellane", FICTION, "joss-castellane"),
        ("Deputy Minister Castellane", FICTION, "mira-castellane"),
        ("Secretary-General Quay", FICTION, "ansel-quay"),
        ("Vice Minister Dant", BILATERAL, "dant-orsola"),
        ("Juno", BILATERAL, "juno-arkwright"),
        ("Envoy Duarte", BILATERAL, "amina-duarte"),
    ],
)
def test_a_person_is_meant_by_any_word_of_the_name_and_with_a_title_that_is_theirs(
    typed: str, data: Path, meant: str
) -> None:
    assert called(typed, library(data), Kind.WHO) == (meant,)
    assert command(f"/person who:{typed}", data) == f"/person who:{meant}"


@pytest.mark.parametrize(
    ("typed", "data"),
    [
        ("President Kim", DATA),
        ("Minister Kim", DATA),
        ("김건 장관", DATA),
        ("김 장관", DATA),
        ("Deputy Minister Yoo", DATA),
        ("Kim Jong-un", DATA),
        ("Teo Chee Hean", DATA),
        ("Ambassador Vane", FICTION),
        ("Deputy Minister Brandt", BILATERAL),
    ],
)
def test_another_title_or_another_name_is_nobody(typed: str, data: Path) -> None:
    assert called(typed, library(data), Kind.WHO) == ()


def test_a_name_of_two_people_is_both() -> None:
    assert called("Castellane", library(FICTION), Kind.WHO) == ("mira-castellane", "joss-castellane")
    assert called("Pell", library(BILATERAL), Kind.WHO) == ("pell-marit",)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Mr. Teo", "teo"),
        ("Her Excellency Teo", "teo"),
        ("H.E. Mr Teo", "teo"),
        ("김건님", "김건"),
        ("Mr", "Mr"),
        ("Msgr Teo", "Msgr Teo"),
    ],
)
def test_an_honorific_is_no_part_of_a_name(typed: str, left: str) -> None:
    assert without_honorifics(typed, vocabulary().grammar) == left


@pytest.mark.parametrize(
    ("typed", "data", "party"),
    [
        ("the Americans", DATA, "usa"),
        ("American", DATA, "usa"),
        ("Washington", DATA, "usa"),
        ("미국 정부", DATA, "usa"),
        ("the Koreans", DATA, "rok"),
        ("Seoul", DATA, "rok"),
        ("seoul", DATA, "rok"),
        ("서울", DATA, "rok"),
        ("우리측", DATA, "rok"),
        ("우리 측", DATA, "rok"),
        ("한국쪽", DATA, "rok"),
        ("한국 쪽", DATA, "rok"),
        ("한국정부", DATA, "rok"),
        ("the Korean delegation", DATA, "rok"),
        ("the ROK government", DATA, "rok"),
        ("North Koreans", DATA, "dprk"),
        ("평양", DATA, "dprk"),
        ("the Indonesians", DATA, "indonesia"),
        ("Filipinos", DATA, "philippines"),
        ("Thais", DATA, "thailand"),
        ("the Chinese side", DATA, "china"),
        ("아세안쪽", DATA, "asean"),
        ("the Verelians", FICTION, "verelia"),
        ("Ketmaris", FICTION, "ketmar"),
        ("Ketmari government", FICTION, "ketmar"),
        ("사른연맹측", FICTION, "sarn"),
        ("사른 쪽", FICTION, "sarn"),
        ("Caldorans", BILATERAL, "caldora"),
        ("할번정부", BILATERAL, "halvern"),
    ],
)
def test_a_party_is_meant_by_its_people_its_city_and_its_side(typed: str, data: Path, party: str) -> None:
    assert called(typed, library(data), Kind.SIDE) == (party,)
    assert command(f"/statements party:{typed}", data) == f"/statements party:{party}"


@pytest.mark.parametrize("typed", ["Koreas", "the Americas", "정부", "side", "the government"])
def test_what_is_no_partys_people_is_no_party(typed: str) -> None:
    assert called(typed, library(), Kind.SIDE) == ()
