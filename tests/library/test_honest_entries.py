"""Entries that an honest editor makes, and what they must not be bent into."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.cards.statement import statement_block, verb_of
from bot.model.release import Release, Statement
from bot.model.value import Locale
from tests.library.one_sentence import attended, faults_of
from tests.shelves import FICTION, app

BOTH = {"label": "The two sides", "sides": ["verelia", "dravonia"]}
VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}
DRAVONIA = {"label": "the Dravonian side", "sides": ["dravonia"]}

# how they met
HELD = "The two sides held talks in Port Ambre, and"
PLACE = {"name": {"en": "Port Ambre", "ko": "포트앙브르"}, "paragraph": "1", "quote": "in Port Ambre"}


def format_faults(tmp_path: Path, how: str, format_: str | None) -> list[str]:
    """What is said of the format of talks in Port Ambre of which a sentence goes on so."""
    meeting: dict[str, Any] = {"place": PLACE}
    if format_:
        meeting["format"] = {"is": format_, "paragraph": "1", "quote": how}
    found = faults_of(tmp_path, f"{HELD} {how}.", meeting=meeting)
    return [fault for fault in found if fault.startswith("meetings")]


@pytest.mark.parametrize("how", ["officials joined by video link", "envoys of Ketmar took part online"])
def test_a_meeting_in_a_place_that_some_joined_on_a_screen_is_hybrid(tmp_path: Path, how: str) -> None:
    assert format_faults(tmp_path, how, "hybrid") == []
    assert format_faults(tmp_path, how, None) == []
    assert format_faults(tmp_path, how, "virtual") != []
    assert format_faults(tmp_path, how, "in_person") != []


def test_a_meeting_that_all_joined_on_a_screen_is_not_hybrid(tmp_path: Path) -> None:
    assert format_faults(tmp_path, "both sides joined by video link", "hybrid") != []


# one surname
SAND = "Foreign Minister Lucan Brisk met Ambassador Mira Brisk of Verelia. Minister Brisk noted the ferry."


@pytest.mark.parametrize(("person", "right"), [("lucan-brisk", True), ("mira-castellane", False)])
def test_after_foreign_minister_x_minister_x_is_the_same(tmp_path: Path, person: str, right: bool) -> None:
    lucan = attended("Lucan Brisk", office={"printed": "Foreign Minister", "ko": "외교장관"})
    mira = attended("Mira Castellane", office={"printed": "Ambassador", "ko": "대사"})
    people = (lucan, {**mira, "printed": "Mira Brisk"})
    label = {"label": "Minister Brisk", "sides": ["verelia"], "person": person}
    found = faults_of(tmp_path, SAND, participants=people, speakers=(label,))
    assert ([fault for fault in found if fault.startswith("speakers")] == []) is right, found


# a reply to two
ASKED = "The Verelian side proposed a fund for Dravonia, and asked Dravonia to pay half of it."
ANSWER = "In response, the Dravonian side said that it would study the fund."


def said(id_: str, speaker: dict[str, Any], act: str, verb: str, quote: str, **more: object) -> dict[str, Any]:
    """A statement with a gist that is not looked at."""
    gist = {"en": quote.partition(verb)[2].strip(" …"), "ko": "이에 대해"}
    whose = {"speaker": speaker["label"], "sides": speaker["sides"]}
    return {"id": id_, "paragraph": "1", "act": act, "verb": verb, "quote": quote, "gist": gist, **whose, **more}


PROPOSED = said("1-a", VERELIA, "proposal", "proposed", "The Verelian side proposed a fund for Dravonia")
REQUESTED = said(
    "1-b", VERELIA, "request", "asked", "The Verelian side … asked Dravonia to pay half of it", addressee=["dravonia"]
)
REPLIED = said("1-c", DRAVONIA, "information", "said", ANSWER.rstrip("."))


@pytest.mark.parametrize("reply_to", ["1-b", ["1-a", "1-b"]])
def test_a_reply_answers_one_statement_or_several(tmp_path: Path, reply_to: object) -> None:
    statements = (PROPOSED, REQUESTED, {**REPLIED, "reply_to": reply_to})
    found = faults_of(tmp_path, f"{ASKED} {ANSWER}", speakers=(VERELIA, DRAVONIA), statements=statements)
    assert [fault for fault in found if ".reply_to" in fault] == []


def test_an_unknown_statement_among_those_answered_is_named(tmp_path: Path) -> None:
    statements = (PROPOSED, REQUESTED, {**REPLIED, "reply_to": ["1-a", "1-z"]})
    found = faults_of(tmp_path, f"{ASKED} {ANSWER}", speakers=(VERELIA, DRAVONIA), statements=statements)
    assert [fault for fault in found if "unknown statement '1-z'" in fault] != []


def test_of_a_request_that_is_answered_with_another_no_card_says_that_there_is_no_reply() -> None:
    replied = Statement.model_validate({**REPLIED, "topics": ["relations"], "reply_to": ["1-a", "1-b"]})
    requested = Statement.model_validate({**REQUESTED, "topics": ["relations"]})
    release = Release.model_validate(
        {
            "id": "2031-09-21-talks",
            "issuer": "verelia-mfa",
            "published": "2031-09-21",
            "title": "Talks",
            "meetings": [{"series": "talks", "name": {"en": "talks", "ko": "회담"}, "sides": ["verelia", "dravonia"]}],
            "statements": [requested, replied],
        }
    )
    phrases = app(FICTION).languages[Locale.EN]
    text = str(statement_block(requested, release, phrases))
    assert "study the fund" in text
    assert "No reply" not in text


# verbs
@pytest.mark.parametrize(
    ("verb", "act", "korean"),
    [
        ("strongly urged", "request", "촉구함"),
        ("warmly welcomed", "support", "환영함"),
        ("jointly condemned", "concern", "규탄함"),
    ],
)
def test_a_verb_with_an_adverb_keeps_its_own_korean(verb: str, act: str, korean: str) -> None:
    entered = said("1-a", VERELIA, act, verb, f"The Verelian side {verb} it", topics=["relations"])
    assert verb_of(Statement.model_validate(entered), app().languages[Locale.KO]) == korean
