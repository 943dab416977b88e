"""A topic typed in words that the release prints, or in others for the same, is found; what it does not say is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answers.asked import asked_subject
from bot.answers.wordings import slots_of
from bot.model.question import Question, Subject
from tests.shelves import BILATERAL, DATA, FICTION, console, library


def asked(line: str, data: Path = DATA) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(data).reply(line, None, as_json=True).text)
    return answer


def shown(answer: dict[str, Any]) -> list[str]:
    return [statement["id"] for statement in answer["statements"]]


PENINSULA = ["4.1-a", "4.1-b", "4.1-c", "4.1-d", "4-c"]


@pytest.mark.parametrize(
    ("topic", "statements"),
    [
        ("nukes", PENINSULA),
        ("nuke", PENINSULA),
        ("NK nukes", PENINSULA),
        ("DPRK nukes", ["4.1-c"]),
        ("business travel", ["3.2-b"]),
        ("biz travel", ["3.2-b"]),
        ("travel of business people", ["3.2-b"]),
        ("기업인 이동", ["3.2-b"]),
        ("기업인의 이동", ["3.2-b"]),
        ("indo-pacific", ["4.2-b"]),
        ("indo pacific", ["4.2-b"]),
        ("Indo Pacific Strategy", []),
        ("indo pacific outlook", ["4.2-b", "4.2-c"]),
        ("US", ["4.1-a"]),
        ("the Americans", ["4.1-a"]),
        ("USA", ["4.1-a"]),
        ("미국", ["4.1-a"]),
        ("dialogue with North Korea", ["4.1-b", "4.1-c"]),
        ("smart cities", ["3.2-d"]),
        ("low income group", ["3.1-c"]),
    ],
)
def test_a_topic_is_found_by_its_words(topic: str, statements: list[str]) -> None:
    assert shown(asked(f"/positions topic:{topic}")) == statements


@pytest.mark.parametrize(
    ("topic", "data", "statements"),
    [
        ("opening of the night ferry", FICTION, []),
        ("night ferries", FICTION, ["4-a", "p6-a", "3.2-a"]),
        ("trawlers", FICTION, ["2-a", "2-b", "2.1-b", "2.1.1-a", "4.1-b"]),
        ("access of consuls", BILATERAL, []),
    ],
)
def test_in_other_releases_too(topic: str, data: Path, statements: list[str]) -> None:
    assert shown(asked(f"/statements topic:{topic}", data)) == statements


@pytest.mark.parametrize("topic", ["great power rivalry", "major powers", "rivalry of great powers", "강대국 경쟁"])
@pytest.mark.parametrize("command", ["positions", "compare"])
def test_where_only_the_release_itself_speaks_its_whole_sentence_is_shown(command: str, topic: str) -> None:
    answer = asked(f"/{command} topic:{topic}")
    assert (answer["outcome"], shown(answer)) == ("not_stated", [])
    assert [citation["paragraph"] for citation in answer["citations"]] == ["4"]
    assert "the participants shared the view that cooperation between the ROK and ASEAN countries" in answer["text"]


@pytest.mark.parametrize("topic", ["South China Sea", "남중국해", "bitcoin", "US trade", "Indonesia", "power plants"])
def test_what_the_release_does_not_say_is_not_found_by_some_of_its_words(topic: str) -> None:
    answer = asked(f"/positions topic:{topic}")
    assert (answer["outcome"], answer["statements"], answer["citations"]) == ("not_stated", [], [])


@pytest.mark.parametrize(
    ("topic", "statements"), [("terror", ["3.1-b"]), ("missil", []), ("China", []), ("최신 백신", [])]
)
def test_the_beginning_of_a_word_for_a_part_is_that_part_and_never_the_whole_topic(
    topic: str, statements: list[str]
) -> None:
    assert shown(asked(f"/positions topic:{topic}")) == statements


@pytest.mark.parametrize(
    ("topic", "choices"),
    [
        ("security", ["Non-traditional security", "Situation on the Korean Peninsula"]),
        ("안보", ["비전통안보", "한반도 정세"]),
    ],
)
def test_a_word_of_several_topics_is_asked_back_with_those_that_lead_somewhere(topic: str, choices: list[str]) -> None:
    answer = asked(f"/positions topic:{topic}")
    assert answer["outcome"] == "ambiguous"
    assert [choice for choice in choices if choice not in answer["text"]] == []
    assert "Women, peace and security" not in answer["text"]


def test_what_was_looked_for_in_other_words_is_said_to_be() -> None:
    assert (
        "“biz travel” is no topic here. It was looked for in these words" in asked("/agreed topic:biz travel")["text"]
    )


def test_the_same_words_are_found_by_every_command() -> None:
    for command in ("agreed", "positions", "compare", "timeline", "statements"):
        assert shown(asked(f"/{command} topic:미국")) == ["4.1-a"], command
    assert shown(asked("/search text:implement topic:US")) == ["4.1-a"]
    assert shown(asked("/search text:dialogue topic:US")) == []


def test_a_plural_in_a_narrower_word_is_that_word() -> None:
    assert asked_subject(Question("positions"), library(), "low-income group") == Subject(
        "vulnerable-groups", "low-income groups", narrow=True
    )


def test_the_ways_of_putting_a_party_leave_out_common_words() -> None:
    [names] = slots_of("the US", library())
    assert {"united states", "미국"} <= set(names)
    assert "us" not in names


def test_a_timeline_of_what_no_release_speaks_of_says_so_in_the_words_typed() -> None:
    assert "“남중국해”" in asked("/timeline topic:남중국해")["text"].splitlines()[0]
