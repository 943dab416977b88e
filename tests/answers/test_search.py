"""Statements found by words and filters, in a list, and by person; two releases side by side."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import Any

import pytest

from bot.answers.answer import Outcome
from bot.answers.ask import ask
from bot.answers.search import Search
from bot.answers.sought import words_and_phrases
from bot.answers.statements import StatementList
from bot.answers.two_releases import TwoReleases
from bot.cards.rows import rows_as_csv, rows_as_json
from bot.model.question import Question
from bot.model.speech_acts import Act
from tests.answers.written import SIDES, library_of, release, said
from tests.shelves import DATA, FICTION, console, library

EVERY = {(r.id, s.id) for r in library(FICTION).releases() for s in r.statements}


def asked(line: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(FICTION).reply(line, None, as_json=True).text)
    return answer


def found(line: str) -> list[tuple[str, str]]:
    return [(s["release"], s["paragraph"]) for s in asked(line)["statements"]]


def test_all_words_in_any_order_newest_first() -> None:
    assert found("/search text:ferry night reopen") == [
        ("2031-03-15-sarn-sec-sarn-dialogue", "p6"),
        ("2031-03-14-sarn-dialogue", "3.2"),
    ]
    assert found("/search text:reopen FERRY night") == found("/search text:ferry night reopen")


def test_a_quoted_phrase_stands_as_it_is() -> None:
    assert found("/search text:“reopen the night ferry”") == found("/search text:ferry night reopen")
    assert asked("/search text:“night ferry the reopen”")["outcome"] == "not_stated"


def test_a_phrase_does_not_stand_across_words_that_a_quote_leaves_out() -> None:
    shelved = release(date(2031, 1, 1), said(Act.EMPHASIS, "stressed", "calm … seas", "sarn"))
    answer = ask(Question("search", {"words": "“calm seas”"}), library_of(shelved))
    assert isinstance(answer, Search)
    assert answer.found == ()


@pytest.mark.parametrize(
    ("filters", "paragraphs"),
    [
        ("issuer:Sarn League Secretariat", ["p6"]),
        ("party:ishvar from:2031-03-13", []),
        ("party:ishvar act:request to:2031-03", ["p6", "3.2"]),
        ("topic:transport act:request", ["p6", "3.2"]),
        ("act:proposal", []),
    ],
)
def test_filters_are_all_meant_at_once(filters: str, paragraphs: list[str]) -> None:
    assert [paragraph for _, paragraph in found(f"/search text:night reopen {filters}")] == paragraphs


def test_a_person_is_found_by_their_own_label_only() -> None:
    quotes = [s["quote"] for s in asked("/statements person:joss-castellane")["statements"]]
    assert quotes == [
        (
            "Undersecretary Castellane proposed that the two countries run a joint tidal power project at Fell Bridge, "
            "on condition that Verelia lift its cable levy"
        )
    ]
    assert asked("/statements person:Castellane")["outcome"] == "ambiguous"


def test_korean_words_are_found_with_particles() -> None:
    assert ("2031-11-22-sarn-summit", "4") in found("/search text:여객선")


def test_a_korean_verb_is_found_though_only_its_english_is_printed() -> None:
    agreed = found("/search 합의함")
    assert agreed == found("/search agreed act:agreement")
    assert len(agreed) > 1


def test_a_party_that_is_never_quoted_is_not_said_to_be_nowhere() -> None:
    answer = asked("/statements party:orlund")
    assert (answer["outcome"], answer["statements"]) == ("not_stated", [])
    assert answer["text"].startswith("No statement by Orlund is recorded")


def test_what_is_nowhere_is_not_stated_and_says_where_it_looked() -> None:
    answer = asked("/search text:submarine party:sarn")
    assert (answer["outcome"], answer["citations"], answer["statements"]) == ("not_stated", [], [])
    assert answer["text"].startswith("Not in the releases I have. I looked at 8 releases")


def test_the_list_in_pages_holds_every_statement_once_with_its_citation_code() -> None:
    pages = [asked(f"/statements page:{number}") for number in range(1, 6)]
    rows = [(s["release"], s["id"]) for page in pages for s in page["statements"]]
    assert len(rows) == len(set(rows))
    assert set(rows) == EVERY
    for page in pages:
        assert all(f"[{s['release']} ¶{s['paragraph']}]" in page["text"] for s in page["statements"])
    assert asked("/statements page:6")["outcome"] == "invalid"


@pytest.mark.parametrize("number", ["0", "-1", "x", "１", "9" * 50])
def test_no_other_page_is_asked_for(number: str) -> None:
    assert asked(f"/statements page:{number}")["text"].endswith("the last is page 5.")


def test_a_row_keeps_what_makes_a_statement_weaker() -> None:
    text = asked("/statements text:restore rail explore")["text"]
    assert "As printed, an agreement to “explore”; not yet to act." in text
    assert "Conditions, as printed:" in asked("/statements act:agreement topic:health")["text"]


def test_rows_to_download_are_all_that_was_found() -> None:
    answer = ask(Question("statements", {"act": "request"}), library(FICTION))
    assert isinstance(answer, StatementList)
    every = list(library(FICTION).every(answer.sought))
    rows = json.loads(rows_as_json(every))
    table = list(csv.DictReader(rows_as_csv(every).splitlines()))
    assert [row["citation"] for row in rows] == [row["citation"] for row in table]
    assert len(rows) == answer.number
    assert {row["act"] for row in rows} == {"request"}
    assert all(row["citation"] == f"{row['release']} ¶{row['paragraph']}" for row in rows)
    assert [row["quote"] for row in table] == [statement.quote for _, statement in every]


def test_no_cell_is_a_formula() -> None:
    shelved = release(date(2031, 1, 1), said(Act.EMPHASIS, "stressed", "calm seas", "sarn"))
    statement = shelved.release.statements[0].model_copy(update={"quote": "=1+1", "paragraph": "1"})
    changed = shelved.release.model_copy(update={"statements": (statement,)})
    assert [row["quote"] for row in csv.DictReader(rows_as_csv([(changed, statement)]).splitlines())] == ["'=1+1"]


def test_words_and_phrases_are_told_apart() -> None:
    assert words_and_phrases("Rail “Fell  Bridge” link, rail") == (("rail", "link"), ("fell bridge",))


def test_a_person_has_the_offices_that_each_release_prints() -> None:
    answer = asked("/person who:Teodor Vane")
    lines = answer["text"].splitlines()
    offices = lines[lines.index("Offices, as printed then") :]
    assert offices[2:5] == [
        "Director of the World Tide Office",
        "30 Dec 2031 [2032-01-02-ketmar-call ¶5]",
        "18 Sep 2031 [2031-09-21-dravonia-talks ¶2]",
    ]
    assert "19 May 2031 [2031-05-20-dravonia-talks ¶1]" in offices
    presences = [(p["paragraph"], p["presence"]) for p in answer["participants"]]
    assert presences == [
        ("5", "mentioned"),
        ("2", "mentioned"),
        ("1", "attended"),
        ("p3", "attended"),
        ("5", "mentioned"),
    ]


def test_a_surname_of_two_is_asked_back_and_a_stranger_is_not_stated() -> None:
    assert asked("/person who:Castellane")["outcome"] == "ambiguous"
    assert asked("/person who:Nobody Inparticular")["outcome"] == "not_stated"


TWO = "with:2031-03-15-sarn-sec-sarn-dialogue"


def test_two_accounts_of_one_meeting_stand_side_by_side_each_under_its_issuer() -> None:
    answer = asked(f"/compare topic:health {TWO}")
    assert answer["command"] == f"/compare topic:health {TWO} release:2031-03-14-sarn-dialogue"
    assert [s["release"] for s in answer["statements"]] == sorted(s["release"] for s in answer["statements"])
    assert {s["release"] for s in answer["statements"]} == {
        "2031-03-14-sarn-dialogue",
        "2031-03-15-sarn-sec-sarn-dialogue",
    }
    assert "Two accounts of one meeting, each its own; they are not merged." in answer["text"]


def test_what_one_has_as_agreed_and_the_other_as_discussed_is_shown() -> None:
    text = asked(f"/compare topic:health {TWO}")["text"]
    assert "Verelian Ministry of Foreign Affairs: Verelia and the League, together, “discussed” (discussion):" in text
    assert "Sarn League Secretariat: the League and Verelia, together, “agreed” (joint agreement):" in text
    proposed = asked(f"/compare topic:weather {TWO}")["text"]
    assert "Verelian Ministry of Foreign Affairs: Verelia, “suggested” (proposal):" in proposed


def test_two_meetings_are_not_called_two_accounts() -> None:
    text = asked("/compare topic:ketmar-strait with:2031-11-22-sarn-summit release:2032-01-02-ketmar-call")["text"]
    assert "Two accounts" not in text


def test_a_release_is_not_compared_with_itself() -> None:
    answer = asked("/compare topic:health with:2031-03-14-sarn-dialogue release:2031-03-14-sarn-dialogue")
    assert answer["outcome"] == "invalid"


def test_a_silence_beside_words_is_shown_as_a_silence() -> None:
    ours = release(date(2031, 1, 1), said(Act.AGREEMENT, "agreed", "to count the herring", *SIDES))
    theirs = release(
        date(2031, 1, 1), said(Act.EMPHASIS, "stressed", "schools", "sarn", topic="education"), issuer="sarn-sec"
    )
    answer = ask(Question("compare", {"topic": "fisheries", "other": theirs.release.id}), library_of(ours, theirs))
    assert isinstance(answer, TwoReleases)
    assert (answer.outcome, len(answer.first.statements), answer.second.statements) == (Outcome.ANSWERED, 1, ())


def test_on_the_first_release_too() -> None:
    line = "/search text:exchanges act:agreement"
    answer = json.loads(console(DATA).reply(line, None, as_json=True).text)
    assert [(s["paragraph"], s["act"]) for s in answer["statements"]] == [("3.3", "agreement")]


@pytest.mark.parametrize(
    "line", ["/search text:the topic:vaccine", "/statements topic:vaccine", "/timeline topic:vaccine"]
)
def test_a_part_of_a_topic_is_not_answered_with_all_of_it(line: str) -> None:
    answer = json.loads(console(DATA).reply(line, None, as_json=True).text)
    assert (answer["outcome"], answer["statements"]) == ("not_stated", [])
