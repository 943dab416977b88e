"""How cards say it: plainly, in whole sentences, in one language, with what was typed as it was typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cards.commands import Naming
from bot.cards.stretches import stretch
from bot.model.question import COMMANDS
from bot.model.value import Locale
from tests.shelves import DATA, FICTION, app, console

ACCOUNT = ("All of it as reported", "모두 대한민국 외교부")


def asked(line: str, data: Path = DATA, locale: Locale | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(data).reply(line, locale, as_json=True).text)
    return answer


@pytest.mark.parametrize(
    "line",
    [
        "/positions topic:wto side:Japan",
        "/positions topic:wto side:US",
        "/positions topic:aoip side:아세안",
        "/positions topic:wto side:both",
        "who was absent?",
        "how many people attended?",
    ],
)
def test_no_account_is_given_of_a_silence(line: str) -> None:
    answer = asked(line)
    assert answer["outcome"] == "not_stated"
    assert [said for said in ACCOUNT if said in answer["text"]] == []


@pytest.mark.parametrize("party", ["US", "Japan", "EU", "Russia"])
def test_a_silence_says_where_the_topic_is_whoever_is_silent(party: str) -> None:
    answer = asked(f"/positions topic:wto side:{party}")
    assert [citation["paragraph"] for citation in answer["citations"]] == ["5"]
    assert "The release speaks of it in [¶5]; nothing there is said by" in answer["text"]


def test_a_side_that_discussed_a_topic_alone_is_not_called_silent() -> None:
    lines = asked("/positions topic:connectivity")["text"].splitlines()
    assert "ROK: it only discussed this; no position of its own is recorded." in lines
    assert "ASEAN: no position of its own recorded. Silence is not opposition." in lines


@pytest.mark.parametrize(
    ("line", "first"),
    [
        (
            "/agreed topic:korean-peninsula",
            "No. The release records no joint agreement on “Situation on the Korean Peninsula”.",
        ),
        ("/agreed topic:한반도", "아니요. “한반도 정세”에 관한 공동 합의는 보도자료에 기록되어 있지 않습니다."),
        ("/agreed topic:travel", "1 joint agreement on “Travel and tourism”"),
        ("who chaired for ASEAN?", "Who chaired or co-chaired for ASEAN"),
        ("who headed the ROK delegation?", "Who headed the delegation of the ROK"),
        ("what did the ROK propose on the New Southern Policy?", "1 proposal by the ROK on “New Southern Policy”"),
        ("what did they say about the Korean New Deal?", "“Korean New Deal”: what each side said"),
        (
            "was Foreign Minister Kang Kyung-wha there?",
            "The release I have (27 Aug 2020) has nobody called “Foreign Minister Kang Kyung-wha”.",
        ),
    ],
)
def test_the_first_line_reads_as_a_sentence_in_the_words_typed(line: str, first: str) -> None:
    assert asked(line)["text"].splitlines()[0] == first


def test_a_timeline_says_what_last_year_is_as_other_cards_do() -> None:
    for line in ("/positions topic:aoip", "/timeline topic:aoip"):
        assert "“last year” = 2019, for the announcement of the AOIP" in asked(line)["text"]


@pytest.mark.parametrize("line", ["/statements person:Emaleen Abdul Rahman Teo", "/statements person:Yoo act:request"])
def test_somebody_whom_nobody_quotes_is_found_and_said_not_to_be_quoted(line: str) -> None:
    answer = asked(line)
    assert answer["outcome"] == "not_stated"
    assert "is recorded by name." in answer["text"].splitlines()[0]
    assert len(answer["participants"]) == len(answer["citations"]) == 1


@pytest.mark.parametrize(
    ("line", "data", "nearest"),
    [
        ("/statements from:2020-08-27 to:2020-08-27", DATA, "The nearest meeting: 26 Aug 2020 (published 27 Aug 2020"),
        ("/search text:support from:2021", DATA, "The nearest meeting: 26 Aug 2020"),
        (
            "/statements from:2031-05-20 to:2031-05-20",
            FICTION,
            "The nearest meeting: 19 May 2031 (published 20 May 2031",
        ),
    ],
)
def test_days_on_which_nobody_met_are_told_from_the_day_of_the_meeting(line: str, data: Path, nearest: str) -> None:
    answer = asked(line, data)
    assert (answer["outcome"], answer["citations"]) == ("not_stated", [])
    assert "Days are those of the meeting, not of publication." in answer["text"]
    assert nearest in answer["text"]


def test_the_chairs_that_a_release_card_shows_are_among_its_participants() -> None:
    assert [p["name"] for p in asked("/release")["participants"]] == ["Kim Gunn", "Emaleen Abdul Rahman Teo"]
    assert [p["roles"] for p in asked("/release release:2031-03-14-sarn-dialogue", FICTION)["participants"]] == [
        ["co_chair"],
        ["co_chair"],
    ]


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("수석대표는 누구였나요?", "/참석자 누구:수석대표"),
        ("누가 공동의장이었나요?", "/참석자 누구:공동의장"),
        ("아세안은 무엇을 지지했나요?", "/발언목록 발언측:아세안 유형:지지"),
        ("김건은 참석했나요?", "/참석자 누구:김건"),
        ("에멀린은 참석했나요?", "/참석자 누구:Emaleen Abdul Rahman Teo"),
    ],
)
def test_a_command_suggested_in_korean_is_in_korean_and_leads_to_the_same(line: str, command: str) -> None:
    answer = asked(line)
    assert answer["text"].splitlines()[-1].endswith(f": {command}")
    again = asked(command)
    assert (again["participants"], again["statements"]) == (answer["participants"], answer["statements"])


def test_every_party_topic_and_person_named_in_korean_leads_back_to_itself() -> None:
    naming = Naming(app().languages[Locale.KO])
    command = next(c for c in COMMANDS if c.name == "statements")
    vocabulary = app().library.vocabulary
    for option, ids in (("party", vocabulary.parties), ("topic", vocabulary.topics), ("by", vocabulary.people)):
        for id_ in ids:
            line = naming.line(command, {option: id_})
            typed = line.partition(":")[2]
            kind = next(o.kind for o in command.options if o.name == option)
            assert app().library.names(kind).exact(typed) == (id_,), line


@pytest.mark.parametrize(
    ("means", "korean"),
    [
        ("second half of 2020", "2020년 하반기"),
        ("the first half of 2031", "2031년 상반기"),
        ("third quarter of 2031", "2031년 3분기"),
        ("spring 2031", "2031년 봄"),
        ("2019", "2019년"),
        ("August 2020", "2020년 8월"),
        ("26 August 2020", "2020년 8월 26일"),
        ("the ninth round", "the ninth round"),
    ],
)
def test_a_stretch_of_time_is_written_in_the_language_of_the_card(means: str, korean: str) -> None:
    assert stretch(means, app().languages[Locale.KO]) == korean
    assert stretch(means, app().languages[Locale.EN]) == means


def test_korean_cards_name_the_heads_and_no_party_twice() -> None:
    text = asked("/attendance", locale=Locale.KO)["text"]
    assert "북한(Democratic People's Republic of Korea) [¶4.1]" in text
    assert "Emaleen Abdul Rahman Teo(에멀린)" in text
    assert "[발표일]" in asked("언제 발표됐나요?")["text"]
    assert "[제목]" in asked("/자료")["text"]


def test_a_particle_is_no_part_of_a_speakers_name() -> None:
    text = asked('/확인 인용문:아세안은 "requested ASEAN’s support for Trade Minister Yoo Myung-Hee"라고 했다')["text"]
    assert "아세안은”" not in text
    assert "“아세안”의 말이 아닙니다" in text
