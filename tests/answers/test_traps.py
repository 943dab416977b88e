"""The traps of the first release, each as a whole answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.shelves import console

RELEASE = "2020-08-27-asean-rok-dialogue"


def asked(line: str) -> dict[str, Any]:
    """The answer to a slash line, as the command line gives it."""
    answer: dict[str, Any] = json.loads(console().reply(line, None, as_json=True).text)
    return answer


def cited(answer: dict[str, Any]) -> list[str]:
    return [citation["paragraph"] for citation in answer["citations"]]


def said(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Each statement shown as (sides, act, paragraph)."""
    return [("+".join(s["sides"]), s["act"], s["paragraph"]) for s in answer["statements"]]


def test_there_are_exactly_two_joint_agreements_and_two_shared_views() -> None:
    answer = asked("/agreed")
    assert answer["text"].splitlines()[0] == "2 joint agreements"
    assert said(answer) == [
        ("rok+asean", "agreement", "3.3"),
        ("rok+asean", "agreement", "6"),
        ("rok+asean", "shared_view", "2"),
        ("rok+asean", "shared_view", "4"),
        ("rok", "endorsement", "4.2"),
    ]
    assert cited(answer) == ["3.3", "6", "2", "4", "4.2"]


def test_the_agreement_on_travel_is_to_explore_and_keeps_both_its_conditions() -> None:
    answer = asked("/agreed topic:travel")
    conditions = ["based on thorough quarantine measures", "as soon as the COVID-19 situation improves"]
    assert [(s["conditions"], s["verb"]) for s in answer["statements"]] == [(conditions, "agreed")]
    assert "agreed to explore ways" in answer["text"]
    assert "an agreement to “explore”; not yet to act" in answer["text"]
    assert all(f"“{condition}”" in answer["text"] for condition in conditions)


def test_what_the_rok_alone_agreed_on_is_no_joint_agreement() -> None:
    answer = asked("/agreed topic:ASEAN centrality")
    assert answer["outcome"] == "denied"
    assert answer["text"].startswith("No. The release records no joint agreement on")
    assert said(answer) == [("rok", "endorsement", "4.2"), ("rok", "support", "4.2")]
    assert "Agreed to by one side alone (not a joint agreement)" in answer["text"]


def test_the_word_agreement_about_earlier_deals_is_no_agreement_of_this_meeting() -> None:
    acts = {s["paragraph"]: s["act"] for s in asked("/positions topic:follow-up")["statements"]}
    assert acts == {"3": "proposal", "6": "agreement"}
    peninsula = asked("/agreed topic:korean-peninsula")
    assert peninsula["outcome"] == "denied"
    assert not any(s["act"] == "agreement" for s in peninsula["statements"])


def test_asean_did_not_back_the_candidate() -> None:
    answer = asked("/compare topic:wto")
    assert said(answer) == [("rok", "request", "5"), ("asean", "appreciation", "5")]
    assert [s["verb"] for s in answer["statements"]] == ["requested", "noted with appreciation"]
    denied = asked("/agreed topic:wto")
    assert (denied["outcome"], cited(denied)) == ("denied", ["5"])


def test_attended_usual_and_mentioned_are_kept_apart() -> None:
    people = {(p["name"], p["presence"]): p for p in asked("/attendance")["participants"]}
    assert [name for name, presence in people if presence == "attended"] == [
        "Kim Gunn",
        "Emaleen Abdul Rahman Teo",
        "high-level officials of the ROK",
        "high-level officials of … ASEAN countries",
    ]
    assert people["Kim Gunn", "attended"] == {
        "name": "Kim Gunn",
        "party": "rok",
        "side": "rok",
        "presence": "attended",
        "roles": ["head_of_delegation", "co_chair"],
        "paragraph": "1",
    }
    teo = people["Emaleen Abdul Rahman Teo", "attended"]
    assert (teo["party"], teo["side"], teo["roles"]) == ("brunei", "asean", ["co_chair"])
    assert ("Deputy Secretary-General of ASEAN", "usual") in people
    mentioned = [name for name, presence in people if presence == "mentioned"]
    assert mentioned[:3] == ["Yoo Myung-Hee", "Democratic People's Republic of Korea", "United States of America"]


@pytest.mark.parametrize(
    ("who", "outcome", "paragraphs"),
    [
        ("Kim Gunn", "answered", ["1"]),
        ("김건", "answered", ["1"]),
        ("brunei", "answered", ["1"]),
        ("Deputy Secretary-General", "denied", ["1.1"]),
        ("trade minister", "denied", ["5"]),
        ("DPRK", "denied", ["4.1"]),
        ("미국", "denied", ["4.1"]),
        ("Viet Nam", "not_stated", []),
        ("Japan", "not_stated", []),
    ],
)
def test_each_is_placed_where_the_release_places_them(who: str, outcome: str, paragraphs: list[str]) -> None:
    answer = asked(f"/attendance who:{who}")
    assert (answer["outcome"], cited(answer)) == (outcome, paragraphs)
    assert answer["text"].startswith(("No.", "아니요.")) == (outcome == "denied")


def test_only_brunei_of_the_ten_is_named() -> None:
    assert "Members of ASEAN shown here by name as having attended: Brunei." in asked("/attendance")["text"]


def test_a_bloc_speaks_and_its_member_does_not() -> None:
    answer = asked("/positions topic:korean-peninsula side:Viet Nam")
    assert answer["outcome"] == "answered"
    assert {tuple(s["sides"]) for s in answer["statements"]} == {("asean",)}
    assert "the words of ASEAN as a whole, not of Viet Nam" in answer["text"]


def test_the_meeting_was_online_on_the_26th_and_its_place_is_not_stated() -> None:
    text = asked("/release")["text"]
    assert "When: held 26 Aug 2020 [¶1]" in text
    assert "the year is taken from the date of publication" in text
    assert "Published: 27 Aug 2020" in text
    assert "Format: virtual [¶1.1]" in text
    assert "Place: not stated" in text
    assert "planned, not held there" in text


@pytest.mark.parametrize(
    ("line", "derived"),
    [
        ("/positions topic:follow-up", "“last year” = 2019"),
        ("/positions topic:aoip", "“last year” = 2019"),
        ("/agreed topic:follow-up", "“the second half of this year” = second half of 2020"),
    ],
)
def test_dates_that_are_worked_out_are_said_to_be(line: str, derived: str) -> None:
    text = asked(line)["text"]
    assert f"{derived}, for" in text
    assert "worked out from the dates, not printed" in text


def test_only_the_rok_speaks_of_the_dprk_returning_to_dialogue_and_nobody_requests_it() -> None:
    answer = asked("/positions topic:korean-peninsula")
    returning = [s for s in answer["statements"] if "return to dialogue" in s["quote"]]
    assert [(s["sides"], s["act"], s["verb"]) for s in returning] == [(["rok"], "emphasis", "stressed")]
    assert not any(s["act"] == "request" for s in answer["statements"])


def test_a_reply_is_not_consent() -> None:
    answer = asked("/positions topic:korean-peninsula side:asean")
    assert said(answer) == [("asean", "emphasis", "4.1"), ("asean", "support", "4.1")]
    assert all(s["quote"].startswith("In response, ASEAN countries") for s in answer["statements"])


def test_every_answer_from_a_release_says_who_reports_it() -> None:
    lines = (
        "/agreed",
        "/positions topic:wto",
        "/attendance",
        "/compare topic:aoip",
        "/release",
        f"/cite code:{RELEASE} ¶5",
    )
    for line in lines:
        assert "as reported by the ROK Ministry of Foreign Affairs, 27 Aug 2020" in asked(line)["text"]


def test_silence_is_not_opposition_and_discussed_is_no_position() -> None:
    silent = asked("/positions topic:aoip side:asean")
    assert (silent["outcome"], silent["statements"], cited(silent)) == ("not_stated", [], ["4.2"])
    assert "Silence is not opposition" in silent["text"]
    discussed = asked("/positions topic:nts")
    assert said(discussed) == [("rok+asean", "discussion", "3.1")] * 2
    assert "discussed; no joint position recorded" in discussed["text"]
    assert asked("/positions topic:nts side:asean")["outcome"] == "not_stated"


def test_page_furniture_is_no_part_of_the_release_and_no_address_is_shown() -> None:
    for line in ("/release", "/coverage", "/agreed", "/attendance", f"/cite code:{RELEASE} ¶1"):
        text = asked(line)["text"]
        assert not [word for word in ("15506", "바로가기", "hit", "http", "Ministry News") if word in text.split()]
    assert asked(f"/cite code:{RELEASE} ¶7")["outcome"] == "not_stated"
