"""Gists in Korean and English that say another thing in right words, and honest ones that were refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.library.one_sentence import faults_of
from tests.library.test_honest_sentences import BOTH, DRAVONIA, VERELIA, statement


def faults(tmp_path: Path, quote: str, entered: dict[str, Any], **gist: str) -> list[str]:
    """The faults of a gist, in the language that is given."""
    speakers = tuple(each for each in (BOTH, VERELIA, DRAVONIA) if str(each["label"]) in quote)
    found = faults_of(
        tmp_path, f"{quote}.", speakers=speakers, statements=({**entered, "gist": {**entered["gist"], **gist}},)
    )
    return [fault for fault in found if any(f".gist.{language}" in fault for language in gist)]


def hoped(words: str) -> tuple[str, dict[str, Any]]:
    """What two sides look forward to."""
    quote = f"The two sides looked forward {words}"
    return quote, statement(quote, "looked forward", "hope", BOTH)


VISIT = hoped("to the visit of the President of Dravonia to Verelia")


@pytest.mark.parametrize("korean", ["드라보니아 대통령의 베렐리아 방문을", "드라보니아 대통령이 베렐리아를 방문하기를"])
def test_whose_president_comes(tmp_path: Path, korean: str) -> None:
    assert faults(tmp_path, *VISIT, ko=korean) == []


def test_not_the_presidents_of_the_other(tmp_path: Path) -> None:
    found = faults(tmp_path, *VISIT, ko="베렐리아 대통령의 드라보니아 방문을")
    assert [fault for fault in found if "keep whose it is" in fault] != [], found


def asked(words: str) -> tuple[str, dict[str, Any]]:
    """What one side asks for."""
    quote = f"The Dravonian side asked {words}"
    return quote, statement(quote, "asked", "request", DRAVONIA, addressee=["verelia"])


GOODS = asked("Verelia to lift its restrictions on imports of Dravonian fish")


def test_whose_goods_they_are(tmp_path: Path) -> None:
    assert faults(tmp_path, *GOODS, ko="베렐리아가 드라보니아산 수산물 수입에 대한 제한을 해제할 것을") == []
    found = faults(tmp_path, *GOODS, ko="드라보니아가 베렐리아산 수산물 수입에 대한 제한을 해제할 것을")
    assert [fault for fault in found if "whose" in fault] != [], found


HOLD = "The two sides agreed to hold a workshop of experts as early as possible"
HELD = statement(HOLD, "agreed", "agreement", BOTH)


@pytest.mark.parametrize("korean", ["가능한 한 빨리 전문가 워크숍을 개최하기로", "조속히 전문가 워크숍을 열기로"])
def test_early_in_other_words(tmp_path: Path, korean: str) -> None:
    assert faults(tmp_path, HOLD, HELD, ko=korean) == []


@pytest.mark.parametrize(
    "korean",
    [
        "전문가 워크숍을 개최하기로",
        "가능한 한 빨리 매년 전문가 워크숍을 개최하기로",
        "조속히 대폭 전문가 워크숍을 개최하기로",
    ],
)
def test_early_lost_or_more_added(tmp_path: Path, korean: str) -> None:
    assert faults(tmp_path, HOLD, HELD, ko=korean) != []


def test_a_level_is_the_quotes(tmp_path: Path) -> None:
    quote = "The two sides agreed to hold vice-ministerial consultations"
    entered = statement(quote, "agreed", "agreement", BOTH)
    assert faults(tmp_path, quote, entered, ko="차관급 협의를 개최하기로") == []
    assert [f for f in faults(tmp_path, quote, entered, ko="장관급 협의를 개최하기로") if "level" in f] != []


FURTHER = "The two sides agreed to further develop cooperation on energy immediately if funds are secured"
DEVELOP = statement(FURTHER, "agreed", "agreement", BOTH, conditions=["if funds are secured"])


@pytest.mark.parametrize(
    "english",
    [
        "to develop cooperation on energy further immediately if funds are secured",
        "to further develop cooperation in energy immediately if funds are secured",
        "to further develop immediately cooperation on energy provided that funds are secured",
    ],
)
def test_a_circumstance_may_stand_elsewhere(tmp_path: Path, english: str) -> None:
    assert faults(tmp_path, FURTHER, DEVELOP, en=english) == []


def test_aid_is_not_made_political_in_two_ways(tmp_path: Path) -> None:
    quote = "The two sides stressed that humanitarian aid must not be politicized"
    entered = statement(quote, "stressed", "emphasis", BOTH)
    for korean in ("인도적 지원이 정치화되어서는 안 된다고", "인도적 지원을 정치화하지 말아야 한다고"):
        assert faults(tmp_path, quote, entered, ko=korean) == []


def test_as_soon_as_is_not_at_once(tmp_path: Path) -> None:
    quote = "The two sides agreed to open an office as soon as funds are secured"
    entered = statement(quote, "agreed", "agreement", BOTH, conditions=["as soon as funds are secured"])
    assert faults(tmp_path, quote, entered, ko="재원이 확보되는 즉시 사무소를 개설하기로") == []
    assert faults(tmp_path, quote, entered, ko="즉각 재원이 확보되는 대로 사무소를 개설하기로") != []


def told(sentence: str, verb: str) -> dict[str, Any]:
    """What the narrator tells."""
    return {"act": "background", "verb": verb, "gist": {"en": sentence, "ko": "이에 대해"}}


def test_where_a_background_meeting_will_be(tmp_path: Path) -> None:
    quote = "The next round will be held in Verelia"
    entered = told("the next round will be held in Verelia", "will be held")
    assert faults(tmp_path, quote, entered, en="the next round will be held in Verelia") == []
    assert faults(tmp_path, quote, entered, en="the next round will be held in Dravonia") != []


def test_on_the_margins_is_not_at(tmp_path: Path) -> None:
    quote = "The two ministers plan to meet on the margins of the Harbour Conference"
    entered = told("the two ministers plan to meet on the margins of the Harbour Conference", "plan to meet")
    assert faults(tmp_path, quote, entered, en="the two ministers plan to meet at the Harbour Conference") != []


def test_a_place_keeps_its_name(tmp_path: Path) -> None:
    quote = "The two sides agreed to chart the Ketmar Strait"
    entered = statement(quote, "agreed", "agreement", BOTH, topics=["ketmar-strait"])
    assert faults(tmp_path, quote, entered, ko="케트마르해협의 해도를 작성하기로") == []
    found = faults(tmp_path, quote, entered, ko="토렌 해협의 해도를 작성하기로")
    assert [fault for fault in found if "'케트마르' in Korean" in fault] != [], found
