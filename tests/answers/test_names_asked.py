"""What was typed is never taken for something else: another release, a wider topic, the wrong party."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.answers.asked import asked_subject
from bot.model.question import Question, Subject
from tests.shelves import console, library


def asked(line: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console().reply(line, None, as_json=True).text)
    return answer


@pytest.mark.parametrize("command", ["release", "agreed", "attendance"])
@pytest.mark.parametrize(
    "release",
    [
        "2019-08-27-asean-rok-dialogue",
        "2020-08-28-asean-rok-dialogue",
        "25th ASEAN-ROK Dialogue",
        "2021 ASEAN-ROK Dialogue",
    ],
)
def test_a_release_that_is_not_held_is_not_answered_from_another(command: str, release: str) -> None:
    answer = asked(f"/{command} release:{release}")
    assert (answer["outcome"], answer["statements"], answer["participants"]) == ("not_stated", [], [])


@pytest.mark.parametrize(
    "topic", ["vaccine", "백신", "education", "visas", "US-China rivalry", "CVID", "plan of action"]
)
def test_a_word_that_the_release_does_not_use_is_not_answered_with_its_topic(topic: str) -> None:
    for command in ("agreed", "positions", "compare"):
        answer = asked(f"/{command} topic:{topic}")
        assert (answer["outcome"], answer["statements"]) == ("not_stated", [])


@pytest.mark.parametrize(
    ("topic", "statements"),
    [("health cooperation", ["2-b"]), ("essential personnel", ["3.2-b"]), ("특별정상회의", ["3-b"])],
)
def test_the_agreement_of_a_wider_topic_is_none_on_a_part_of_it(topic: str, statements: list[str]) -> None:
    answer = asked(f"/agreed topic:{topic}")
    assert (answer["outcome"], [s["id"] for s in answer["statements"]]) == ("denied", statements)
    assert f"“{topic}”" in answer["text"].splitlines()[0]


@pytest.mark.parametrize("topic", ["New Northern Policy", "New Southern Policies and more"])
def test_another_name_is_no_slip(topic: str) -> None:
    assert asked(f"/positions topic:{topic}")["outcome"] == "not_stated"


@pytest.mark.parametrize("side", ["Koreas", "North", "Aseam"])
def test_a_party_is_never_guessed(side: str) -> None:
    answer = asked(f"/positions topic:korean-peninsula side:{side}")
    assert answer["outcome"] in ("ambiguous", "not_stated")
    assert answer["statements"] == []


@pytest.mark.parametrize("topic", ["korean peninsulla", "new southern polcy"])
def test_a_slip_of_one_letter_in_a_topic_is_forgiven(topic: str) -> None:
    assert asked(f"/positions topic:{topic}")["outcome"] == "answered"


@pytest.mark.parametrize("topic", sorted(set(library().vocabulary.topics) - {"indo-pacific"}))
def test_a_topic_named_by_its_id_is_the_whole_topic(topic: str) -> None:
    subject = asked_subject(Question("positions", {"topic": topic}), library(), topic)
    assert subject == Subject(topic=topic)


def test_a_topic_on_which_nothing_is_filed_is_looked_for_in_the_text() -> None:
    assert asked_subject(Question("positions"), library(), "indo-pacific") == Subject(words="indo-pacific")
