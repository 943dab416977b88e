"""Whose words are asked for: a party's, those of a person's side, or what the sides said together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shelves import BILATERAL, DATA, FICTION, HARBOUR, console


def asked(line: str, data: Path = DATA) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(data).reply(line, None, as_json=True).text)
    return answer


def said(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [("+".join(s["sides"]), s["act"]) for s in answer["statements"]]


@pytest.mark.parametrize("side", ["Kim Gunn", "김건", "Deputy Minister Kim", "kim-gunn"])
def test_a_person_leads_to_the_side_on_which_the_release_places_them_and_it_is_said(side: str) -> None:
    answer = asked(f"/positions topic:wto side:{side}")
    assert (answer["outcome"], said(answer)) == ("answered", [("rok", "request")])
    assert answer["command"] == "/positions topic:wto side:kim-gunn"
    assert answer["citations"][0]["paragraph"] == "1"


def test_the_words_of_a_side_are_not_said_to_be_those_of_a_person_on_it() -> None:
    answer = asked("/positions topic:wto side:Emaleen Abdul Rahman Teo")
    assert said(answer) == [("asean", "appreciation")]
    assert "None of it is said by Emaleen Abdul Rahman Teo by name." in answer["text"]


def test_of_somebody_who_is_only_mentioned_nothing_is_recorded() -> None:
    answer = asked("/positions topic:wto side:Yoo Myung-Hee")
    assert (answer["outcome"], said(answer)) == ("not_stated", [])
    assert "The release only mentions Yoo Myung-Hee [¶5]" in answer["text"]


@pytest.mark.parametrize(
    "side", ["both", "양측", "the two sides", "both sides", "ROK and ASEAN", "한국과 아세안", "joint"]
)
def test_what_was_said_together_can_be_asked_for(side: str) -> None:
    answer = asked(f"/positions topic:travel side:{side}")
    assert (answer["outcome"], said(answer)) == ("answered", [("rok+asean", "agreement")])
    assert answer["command"] == "/positions topic:travel side:both"


def test_a_discussion_is_shown_as_no_position_and_one_sides_words_are_not_joint() -> None:
    assert "discussed; no joint position recorded" in asked("/positions topic:korean-peninsula side:both")["text"]
    wto = asked("/positions topic:wto side:both")
    assert (wto["outcome"], said(wto)) == ("not_stated", [])
    assert wto["text"].startswith("Nothing said together on “WTO Director-General” is recorded.")


def test_a_timeline_too_takes_a_person_or_both_sides() -> None:
    person = asked("/timeline topic:wto side:Kim Gunn")
    assert said(person) == [("rok", "request")]
    assert "the side on which each release places Kim Gunn" in person["text"]
    assert said(asked("/timeline topic:travel side:both")) == [("rok+asean", "agreement")]


def test_the_beginning_of_a_word_of_a_name_is_asked_back() -> None:
    assert asked("/positions topic:wto side:Emal")["outcome"] == "ambiguous"


@pytest.mark.parametrize(
    ("side", "line"),
    [
        ("DPRK", "The release speaks of it in [¶4] [¶4.1]; nothing there is said by the DPRK."),
        ("Japan", "The release does not mention Japan."),
        ("Brunei", "that Brunei is a member is known from the list of parties, not from the release"),
    ],
)
def test_a_party_without_words_of_its_own_is_told_from_one_that_is_not_there(side: str, line: str) -> None:
    assert line in asked(f"/positions topic:korean-peninsula side:{side}")["text"]


def test_a_release_asked_for_that_is_silent_is_told_from_a_gap() -> None:
    answer = asked("/agreed topic:candidacies release:2032-01-02-ketmar-call", FICTION)
    assert answer["outcome"] == "not_stated"
    assert answer["text"].startswith("Not in 2032-01-02-ketmar-call, where I looked for “candidacies”.")
    assert "other release" in answer["text"]


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("/positions topic:wto side:Aseam", "Nearest: Association of Southeast Asian Nations"),
        ("/positions topic:bitcoin", "/coverage lists the topics that there are."),
        ("/positions topic:climate finance", "Nearest: Climate and environment"),
    ],
)
def test_only_a_name_that_is_near_is_called_near(line: str, nearest: str) -> None:
    assert asked(line)["text"].splitlines()[-1] == nearest


@pytest.mark.parametrize("line", ["/attendance who:Sergei", "/person who:Sergei", "/positions topic:wto side:Atlantis"])
def test_where_no_name_is_near_none_is_offered(line: str) -> None:
    assert len(asked(line)["text"].splitlines()) == 1


def test_a_search_by_party_says_that_a_person_is_none() -> None:
    text = asked("/search text:support party:Kim Gunn")["text"]
    assert text == "Kim Gunn is a person, not a party. What a person said is looked for with person:…"


def test_a_party_that_was_no_side_said_nothing_together_with_one() -> None:
    assert asked("/positions topic:travel side:ASEAN and Japan")["text"].startswith("I know no party called")


def test_a_release_with_no_other_on_the_topic_has_nothing_to_be_compared_with() -> None:
    answer = asked("/compare topic:wto with:latest")
    assert answer["outcome"] == "invalid"
    assert answer["text"].startswith("Only 2020-08-27-asean-rok-dialogue speaks on “wto”")


@pytest.mark.parametrize("member", ["sorrel", "tamsin"])
def test_what_members_of_a_bloc_say_by_their_joined_names_is_their_own_word_and_not_both_sides(member: str) -> None:
    answer = asked(f"/positions topic:outer-shoals side:{member}", HARBOUR)
    assert ("sorrel+tamsin", "commitment") in said(answer)
    assert "not quoted by name" not in answer["text"]
    assert "\nTogether\n" not in answer["text"]


@pytest.mark.parametrize("command", ["positions", "compare"])
def test_members_that_join_their_names_stand_apart_from_what_the_sides_say_together(command: str) -> None:
    answer = asked(f"/{command} topic:outer-shoals release:2033-06-14-velmar-league-dialogue", HARBOUR)
    assert ("sorrel+tamsin", "commitment") in said(answer)
    assert "\nTogether\n" not in answer["text"]


@pytest.mark.parametrize(
    ("line", "data", "meant"),
    [
        ("/positions wto asean", DATA, "/positions topic:wto side:asean"),
        ("/입장 한반도 정세 한국", DATA, "/positions topic:한반도 정세 side:rok"),
        ("/positions detainees kestral", BILATERAL, "/positions topic:detainees side:kestral"),
        ("/timeline fisheries velmar", HARBOUR, "/timeline topic:fisheries side:velmar"),
    ],
)
def test_a_side_may_stand_after_the_topic_without_its_name(line: str, data: Path, meant: str) -> None:
    answer, whole = asked(line, data), asked(meant, data)
    assert (answer["outcome"], answer["command"], said(answer)) == ("answered", whole["command"], said(whole))


def test_a_word_near_what_was_typed_is_not_said_to_be_the_one_that_is_printed() -> None:
    answer = asked("/positions topic:denuclearization side:rok")
    assert answer["outcome"] == "not_stated"
    assert "“denuclearization”, or words near it, in [¶4.1]" in answer["text"]


@pytest.mark.parametrize(
    ("line", "data", "shown"),
    [
        ("/positions topic:four-party talks side:ketmar", FICTION, [("verelia", "request"), ("ketmar", "information")]),
        ("/positions topic:vessel-tracking side:velmar", HARBOUR, [("league", "request"), ("velmar", "information")]),
        (
            "/입장 주제:ocean conference 당사자:kestral",
            BILATERAL,
            [("merania", "request"), ("kestral", "appreciation")],
        ),
    ],
)
def test_what_a_side_says_when_the_topic_is_put_to_it_is_shown_after_that(
    line: str, data: Path, shown: list[tuple[str, str]]
) -> None:
    answer = asked(line, data)
    assert (answer["outcome"], said(answer)) == ("answered", shown)
