"""The console keeps the contract of the command line."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bot.model.value import Locale
from tests.shelves import console

KEYS = ["question", "command", "outcome", "text", "citations", "statements", "participants"]
STATEMENT_KEYS = ["id", "release", "paragraph", "sides", "joint", "act", "verb", "topics", "conditions", "quote"]


def asked(line: str, locale: Locale | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console().reply(line, locale, as_json=True).text)
    return answer


@pytest.mark.parametrize("line", ["/agreed", "/attendance", "/nothing", "", "/positions topic:wto", "/help"])
def test_every_answer_has_all_keys_in_order(line: str) -> None:
    answer = asked(line)
    assert list(answer) == KEYS
    assert answer["question"] == line
    assert all(list(statement) == STATEMENT_KEYS for statement in answer["statements"])


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/positions topic:DPRK side:Republic of Korea", "/positions topic:korean-peninsula side:rok"),
        ("/positions side:아세안 topic:'한반도'", "/positions topic:korean-peninsula side:asean"),
        ("/입장 주제:북핵 당사자:아세안", "/positions topic:korean-peninsula side:asean"),
        ("/attendance who:emaleen", "/attendance who:emaleen-abdul-rahman-teo"),
        ("/attendance emaleen", "/attendance who:emaleen-abdul-rahman-teo"),
        ("/positions DPRK side:Republic of Korea", "/positions topic:korean-peninsula side:rok"),
        ("/agreed release:latest", "/agreed release:2020-08-27-asean-rok-dialogue"),
        ("/cite code:2020-08-27-asean-rok-dialogue 4.1", "/cite code:2020-08-27-asean-rok-dialogue ¶4.1"),
    ],
)
def test_ids_labels_and_aliases_amount_to_the_same_command(line: str, command: str) -> None:
    assert asked(line)["command"] == command


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Nothing was asked. Try /help."),
        ("/posit topic:wto", "There is no command /posit. Did you mean /positions?"),
        ("/agreed colour:red", "/agreed has no option “colour”. It takes: topic:… release:…"),
        ("/positions", "/positions needs topic. Write /positions topic:…"),
        ("/positions topic:", "The option “topic” is empty. Write topic:… or leave it out."),
        ("/positions topic:wto topic:nsp", "The option “topic” stands twice. Give it once."),
        ("/positions the wto topic:nsp", "“the wto” belongs to no option. Write /positions topic:… side:… release:…"),
        ("/cite code:nonsense", "“nonsense” is no citation code. A code looks like 2020-08-27-asean-rok-dialogue ¶6."),
    ],
)
def test_what_cannot_be_asked_gets_one_sentence_that_says_what_to_do(line: str, sentence: str) -> None:
    answer = asked(line)
    assert (answer["outcome"], answer["text"]) == ("invalid", sentence)
    assert (answer["citations"], answer["statements"], answer["participants"]) == ([], [], [])


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("who attended?", "/attendance"),
        ("what was agreed", "/agreed"),
        ("누가 참석했어", "/attendance"),
        ("what did the ROK propose", "/statements party:rok act:proposal"),
        ("why did ASEAN back Yoo?", "/statements party:asean act:support"),
    ],
)
def test_text_without_a_slash_is_a_question_and_shows_the_command_it_amounts_to(words: str, command: str) -> None:
    answer, asked_for = asked(words), asked(f"/ask question:{words}")
    assert answer["command"] == command
    assert {**asked_for, "question": words} == answer
    assert command.split(maxsplit=1)[0] in answer["text"] or "/참석자" in answer["text"]


def test_the_answer_is_in_the_script_of_the_question_unless_a_language_is_chosen() -> None:
    assert asked("/agreed topic:여행")["text"].startswith("“인적 이동·관광”에 관한 공동 합의 1건")
    assert asked("/agreed topic:여행", Locale.EN)["text"].startswith("1 joint agreement on “Travel and tourism”")
    assert asked("/agreed", Locale.KO)["text"].startswith("공동 합의 2건")


@pytest.mark.parametrize("typed", ["South China Sea", "bitcoin", "🙂", "(((", "a:b", "\u202egnirts", "%s {x}"])
def test_a_topic_that_no_release_speaks_of_is_not_stated_and_the_nearest_are_named(typed: str) -> None:
    answer = asked(f"/positions topic:{typed}")
    assert answer["outcome"] == "not_stated"
    assert answer["text"].startswith("Not in the releases I have. I looked at 1 release (27 Aug 2020) for")
    assert answer["citations"] == []


@pytest.mark.parametrize("side", ["japan", "Atlantis"])
def test_a_side_that_says_nothing_is_not_stated(side: str) -> None:
    answer = asked(f"/positions topic:korean-peninsula side:{side}")
    assert (answer["outcome"], answer["statements"]) == ("not_stated", [])


def test_a_name_that_can_mean_several_is_asked_back() -> None:
    answer = asked("/positions topic:korean")
    assert answer["outcome"] == "ambiguous"
    assert "korean-peninsula" in answer["text"]


def test_every_paragraph_in_the_text_is_cited_and_no_other() -> None:
    for line in ("/agreed", "/release", "/attendance", "/positions topic:covid", "/compare topic:wto"):
        answer = asked(line)
        marks = set(re.findall(r"\[¶?(title|[\w.]+)\]", answer["text"]))
        assert {citation["paragraph"] for citation in answer["citations"]} == marks


@pytest.mark.parametrize("marks", ['"{}"', "“{}”", "'{}'"])
def test_marks_around_a_whole_question_are_no_part_of_it(marks: str) -> None:
    asked = "what did ASEAN say about the korean peninsula"
    plain = json.loads(console().reply(f"/ask question:{asked}", None, as_json=True).text)
    marked = json.loads(console().reply(f"/ask question:{marks.format(asked)}", None, as_json=True).text)
    assert plain["outcome"] == "answered"
    assert marked["text"] == plain["text"]


def test_a_quote_within_a_question_keeps_its_marks() -> None:
    line = '/ask question:who said "the Korean Peninsula peace process"'
    assert json.loads(console().reply(line, None, as_json=True).text)["outcome"] == "answered"
