"""No option is swallowed: what looks like the name of an option is one, or is said not to be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.shelves import console


def asked(line: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console().reply(line, None, as_json=True).text)
    return answer


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/compare topic:wto side:rok", "/compare has no option “side”. It takes: topic:… with:… release:…"),
        (
            "/compare topic:wto tpic:rok",
            "/compare has no option “tpic”. Did you mean topic:…? It takes: topic:… with:… release:…",
        ),
        (
            "/compare tpic:wto",
            "/compare has no option “tpic”. Did you mean topic:…? It takes: topic:… with:… release:…",
        ),
        ("/agreed topic:wto side: rok", "/agreed has no option “side”. It takes: topic:… release:…"),
        ("/agreed topic:wto colour：red", "/agreed has no option “colour”. It takes: topic:… release:…"),
        (
            "/verify quote:“a true word” who:ASEAN",
            "/verify has no option “who”. Did you mean said_by:…? It takes: quote:… said_by:… release:…",
        ),
        ("/cite latest ¶5 side:rok", "/cite has no option “side”. It takes: code:…"),
        ("/비교 주제:wto 측:한국", "/비교에는 “측” 항목이 없습니다. 쓸 수 있는 항목: 주제:… 비교자료:… 자료:…"),
        ("/coverage topic:wto", "/coverage has no option “topic”: it takes none."),
        ("/coverage please", "/coverage takes no words after it: leave out “please”."),
    ],
)
def test_an_unknown_option_is_named_with_the_one_that_was_meant(line: str, sentence: str) -> None:
    answer = asked(line)
    assert (answer["outcome"], answer["text"]) == ("invalid", sentence)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/verify quote:he said: yes", "/verify quote:he said: yes"),
        ("/verify quote:he said:yes", "/verify quote:he said:yes"),
        ("/verify quote:they met at 09:00 side by side", "/verify quote:they met at 09:00 side by side"),
        ("/verify quote:“the topic:wto” it says", "/verify quote:“the topic:wto” it says"),
        ("/search text:see https://example.org/topic:wto", "/search text:see https://example.org/topic:wto"),
        ("/search text:summit topic:travel", "/search text:summit topic:travel"),
        ("/positions topic:a:b", "/positions topic:a:b"),
        (
            "/cite code:2020-08-27-asean-rok-dialogue para:4.1",
            "/cite code:2020-08-27-asean-rok-dialogue ¶4.1",
        ),
    ],
)
def test_a_colon_inside_a_value_is_a_part_of_it(line: str, command: str) -> None:
    answer = asked(line)
    assert (answer["outcome"] != "invalid", answer["command"]) == (True, command)


@pytest.mark.parametrize("line", ["/POSITIONS Topic:wto SIDE:ROK", "/positions TOPIC:wto side:rok"])
def test_names_of_commands_and_options_are_read_in_any_case(line: str) -> None:
    assert asked(line)["command"] == "/positions topic:wto side:rok"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/foo", "There is no command /foo. /help lists them all."),
        ("/xyzzy topic:wto", "There is no command /xyzzy. /help lists them all."),
        ("/timelin topic:wto", "There is no command /timelin. Did you mean /timeline?"),
        ("/attend who:rok", "There is no command /attend. Did you mean /attendance?"),
        ("/참석 누구:한국", "/참석 명령은 없습니다. /참석자를 찾으셨나요?"),
        ("/가나다 누구:한국", "/가나다 명령은 없습니다. 모든 명령은 /도움말에 나옵니다."),
    ],
)
def test_only_a_command_that_is_near_is_offered(line: str, sentence: str) -> None:
    assert asked(line)["text"] == sentence


@pytest.mark.parametrize(
    "code",
    [
        "2020-08-27-asean-rok-dialogue ¶5",
        "2020-08-27 ¶5",
        "latest ¶5",
        "최신 ¶5",
        "27 August 2020 ¶5",
        "2020년 8월 27일 ¶5",
        "August 26, 2020 para 5",
        "ASEAN-ROK Dialogue 5",
    ],
)
def test_a_paragraph_is_cited_by_any_name_of_its_release_with_or_without_the_option(code: str) -> None:
    for line in (f"/cite {code}", f"/cite code:{code}"):
        assert asked(line)["command"] == "/cite code:2020-08-27-asean-rok-dialogue ¶5"


@pytest.mark.parametrize("code", ["27 August 2020", "2020-08-27", "2020", "August 2020"])
def test_a_release_without_a_paragraph_is_no_citation(code: str) -> None:
    assert asked(f"/cite {code}")["outcome"] == "invalid"


@pytest.mark.parametrize("code", ["5", "¶5", "[¶5]", "para 5", "paragraph 5"])
def test_a_paragraph_without_a_release_is_that_of_the_newest_and_it_is_said(code: str) -> None:
    answer = asked(f"/cite {code}")
    assert answer["command"] == "/cite code:2020-08-27-asean-rok-dialogue ¶5"
    assert "No release was named: this is the newest that I have." in answer["text"]


@pytest.mark.parametrize(
    ("code", "nearest"),
    [("4.7", "¶4; ¶4.1; ¶4.2"), ("latest ¶3.9", "¶3; ¶3.1; ¶3.2; ¶3.3"), ("9", "¶4.1; ¶4.2; ¶5; ¶6")],
)
def test_beside_a_paragraph_that_is_not_there_those_that_are_get_named(code: str, nearest: str) -> None:
    answer = asked(f"/cite {code}")
    assert answer["text"].splitlines()[0].startswith("2020-08-27-asean-rok-dialogue has no such paragraph")
    assert answer["text"].splitlines()[-1] == f"Nearest: {nearest}"


@pytest.mark.parametrize(
    "day",
    [
        "26 Aug",
        "Aug 26",
        "August 26th",
        "the 27th of August",
        "8월 26일",
        "26/08/2020",
        "08/26/2020",
        "27.8.2020",
        "20200827",
    ],
)
def test_a_release_is_named_by_a_day_without_its_year_and_in_any_order_of_numbers(day: str) -> None:
    assert asked(f"/release {day}")["command"] == "/release release:2020-08-27-asean-rok-dialogue"


@pytest.mark.parametrize("day", ["25 Aug", "26/13/2020", "31 February", "05/06/2020"])
def test_a_day_of_no_release_is_none(day: str) -> None:
    assert asked(f"/release {day}")["outcome"] == "not_stated"


@pytest.mark.parametrize("day", ["27 August 2020", "26 August 2020", "August 2020", "2020년 8월 27일", "2020.8.27."])
def test_a_release_is_named_by_the_day_it_came_out_or_reports_in_numbers_or_words(day: str) -> None:
    assert asked(f"/release {day}")["command"] == "/release release:2020-08-27-asean-rok-dialogue"


@pytest.mark.parametrize("day", ["25 August 2020", "3 May 1999", "2021년 8월 27일"])
def test_of_a_day_without_a_release_the_nearest_in_time_is_named(day: str) -> None:
    answer = asked(f"/release release:{day}")
    assert answer["outcome"] == "not_stated"
    assert "2020-08-27-asean-rok-dialogue" in answer["text"]
