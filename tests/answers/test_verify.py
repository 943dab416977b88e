"""Quotes are checked: what stands in a text is exact, and nothing else is."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answers.answer import Outcome
from bot.answers.ask import ask
from bot.answers.verify import Verification
from bot.answers.verifying.effects import TOLD, Effect
from bot.answers.verifying.verdict import Verdict
from bot.model.question import Question
from bot.model.value import Locale
from tests.answers.quotes_by_machine import Quoted, false_quotes, true_quotes
from tests.conftest import COUNTED
from tests.shelves import BILATERAL, DATA, FICTION, HARBOUR, console, library, readings

LEFT_OFF = {Effect.NEGATION_DROPPED, Effect.CONDITION_DROPPED, Effect.LIMIT_DROPPED, Effect.SPEAKER, *TOLD}
STRETCHES = ("stretch", "stretch in marks")
each_library = pytest.mark.parametrize("data", [DATA, FICTION, BILATERAL], ids=["data", "fiction", "bilateral"])


def checked(quoted: Quoted, data: Path) -> Verification:
    options = {"quote": quoted.text, "said_by": quoted.said_by, "release": quoted.release}
    answer = ask(Question("verify", {name: typed for name, typed in options.items() if typed}), library(data))
    assert isinstance(answer, Verification)
    return answer


def leaves_off(answer: Verification) -> bool:
    """Whether the words are verbatim, and only begin right after a "not" or end right before a condition."""
    [one] = answer.checked
    return one.verdict is Verdict.CUT and {harm.effect for harm in one.harms} <= LEFT_OFF


@each_library
def test_no_true_quote_is_called_false(data: Path, record_property: Callable[[str, object], None]) -> None:
    made: Counter[str] = Counter()
    cut: list[Quoted] = []
    alarms: list[Quoted] = []
    for reading in readings(data):
        for quoted in true_quotes(reading, random.Random(reading.release.id)):  # noqa: S311 - the same quotes each time
            answer = checked(quoted, data)
            made[quoted.kind] += 1
            if answer.outcome is not Outcome.ANSWERED:
                (cut if quoted.kind in STRETCHES and leaves_off(answer) else alarms).append(quoted)
    alarmed = f"{len(cut)} cut off, {len(alarms)} alarms"
    record_property(COUNTED, f"{data.name}: {made.total()} true quotes {dict(made)}, {alarmed}")
    assert alarms == []
    assert len(cut) < made.total() / 50


@each_library
def test_every_false_quote_is_caught(data: Path, record_property: Callable[[str, object], None]) -> None:
    made: Counter[str] = Counter()
    missed: list[Quoted] = []
    for reading in readings(data):
        for quoted in false_quotes(reading, random.Random(reading.release.id)):  # noqa: S311 - the same quotes each time
            made[quoted.kind] += 1
            if checked(quoted, data).outcome is Outcome.ANSWERED:
                missed.append(quoted)
    record_property(COUNTED, f"{data.name}: {made.total()} false quotes {dict(made)}, {len(missed)} missed")
    assert missed == []


def asked(line: str, data: Path = DATA, locale: Locale | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(console(data).reply(line, locale, as_json=True).text)
    return answer


def first_line(line: str, data: Path = DATA) -> tuple[str, str]:
    answer = asked(line, data)
    return answer["outcome"], answer["text"].splitlines()[0]


DISCUSSED = "candidly discussed the situation on the Korean Peninsula and regional cooperation"
TRAVEL = "explore ways to bring exchanges and tourism back on track"


@pytest.mark.parametrize(
    ("message", "outcome", "first"),
    [
        (
            "/verify quote:the ROK side stressed that it is important",
            "answered",
            "Exact: word for word in the text.",
        ),
        (
            "/verify quote:“the ROK side\u00a0stressed  that it is important”",
            "answered",
            "Exact: word for word in the text.",
        ),
        (
            f"/verify quote:“the participants … {DISCUSSED}”",
            "answered",
            "Exact: word for word in the text.",
        ),
        (
            f"/verify quote:“the participants [...] {DISCUSSED}”",
            "answered",
            "Exact: word for word in the text.",
        ),
        (
            "/verify quote:the ROK side urged that it is important to implement the agreements",
            "denied",
            "No. The words are altered.",
        ),
        (
            f"/verify quote:“agreed to {TRAVEL}.”",
            "denied",
            "No. The words stand there, but the quote leaves off what changes their sense.",
        ),
        (
            "/verify quote:the two sides agreed “on counter-terrorism, violent extremism, transnational crimes”",
            "denied",
            "No. The words stand there, but with another verb: the text does not have “agreed”.",
        ),
        (
            "/verify quote:ASEAN discussed “the need to resolve the North Korean nuclear issue”",
            "answered",
            "The words are exact. The text's own verb is not “discussed” but the one below.",
        ),
        (
            "/verify quote:expressed their firm support said_by:ROK",
            "denied",
            "No. The words stand there, but the text does not give them to “ROK”.",
        ),
        (
            "/verify quote:expressed their firm support said_by:Viet Nam",
            "denied",
            "No. The words stand there, but the text does not give them to “Viet Nam”.",
        ),
        (
            "/verify quote:suggested that the two sides realize said_by:Kim Gunn",
            "answered",
            "Exact: word for word in the text.",
        ),
        (
            "/verify quote:the DPRK must give up all its nuclear weapons at once",
            "not_stated",
            "Not in the releases I have. I looked at 1 release (27 Aug 2020) for these words.",
        ),
    ],
)
def test_a_quote_gets_the_verdict_it_deserves(message: str, outcome: str, first: str) -> None:
    assert first_line(message) == (outcome, first)


def test_an_altered_quote_shows_the_difference_and_the_text_with_its_speaker() -> None:
    answer = asked(f"/verify quote:ASEAN and the ROK agreed to {TRAVEL}, as soon as the situation improves")
    assert answer["outcome"] == "denied"
    assert [(s["paragraph"], s["sides"], s["verb"]) for s in answer["statements"]] == [
        ("3.3", ["rok", "asean"], "agreed")
    ]
    assert "[track based on thorough quarantine measures → track,] as soon as" in answer["text"]
    assert "A condition is left off: “based on thorough quarantine measures”" in answer["text"]
    assert answer["citations"] == [{"release": "2020-08-27-asean-rok-dialogue", "paragraph": "3.3"}]


def test_a_lost_not_is_called_out() -> None:
    text = asked("/verify quote:The two sides did agree on the wording of a joint statement", FICTION)["text"]
    assert "A negation is left off: “not”" in text
    assert "[left out: not]" in text


def test_words_around_an_ellipsis_may_not_lead_from_one_side_to_another() -> None:
    leap = "/verify quote:the ROK side stressed … the need to resolve the North Korean nuclear issue"
    assert first_line(leap)[0] == "denied"
    assert "what is left out has a verb, a speaker or who is to act in it" in asked(leap)["text"]


def test_a_verb_that_is_weakened_in_the_text_is_so_in_the_message() -> None:
    words = "“to hold the 6th Consultation in Drovia in the second half of next year”"
    assert first_line(f"/verify quote:The two sides tentatively agreed {words}", HARBOUR)[0] == "answered"
    assert first_line(f"/verify quote:The two sides agreed {words}", HARBOUR)[0] == "denied"


def test_every_quote_of_a_message_has_its_own_verdict() -> None:
    answer = asked('/verify quote:They "agreed to continue communication" and "agreed to end all sanctions"')
    lines = answer["text"].splitlines()
    assert answer["outcome"] == "not_stated"
    assert lines[0].startswith("Not in the releases I have: 1 of 2 quotes.")
    assert [line for line in lines if line[:2] in ("1.", "2.")] == [
        "1. “agreed to continue communication”",
        "2. “agreed to end all sanctions”",
    ]


def test_what_was_said_together_is_not_one_sides_alone() -> None:
    text = asked("/verify quote:agreed to continue communication said_by:ASEAN")["text"]
    assert "Said together by ROK and ASEAN, not by “ASEAN” alone." in text


def test_a_release_asked_for_is_the_only_one_looked_at() -> None:
    line = "/verify quote:condemned the seizure of fishing vessels release:{}"
    assert first_line(line.format("2031-05-20-dravonia-dfa-dravonia-talks"), FICTION)[0] == "answered"
    other = asked(line.format("2031-11-22-sarn-summit"), FICTION)
    assert other["outcome"] in ("denied", "not_stated")
    assert "2031-05-20-dravonia-dfa-dravonia-talks" in other["text"]


def test_a_korean_answer_opens_in_korean_and_a_translation_is_not_checked() -> None:
    answer = asked("/확인 인용문:agreed to continue communication 말한이:미국", locale=Locale.KO)
    assert answer["text"].startswith("아니요. 인용문은 원문에 있지만 “미국”의 말이 아닙니다.")
    translated = asked("/확인 인용문:“북한이 대화에 복귀해야 한다”")
    assert translated["outcome"] == "not_stated"
    assert "번역문은 글자 그대로 대조할 수 없습니다" in translated["text"]


@pytest.mark.parametrize("quote", ["“” ()", "…", "\u202e“x”", "((((", "🙂🙂", "“🙂”", "a:b AND (", "the " * 900])
def test_what_is_no_quote_gets_an_ordinary_answer(quote: str) -> None:
    assert asked(f"/verify quote:{quote}")["outcome"] in ("not_stated", "denied", "answered")


def test_an_option_that_is_named_inside_a_quote_is_part_of_the_quote() -> None:
    answer = asked('/verify quote:He wrote "this release: and side: are words" to us release:latest')
    assert answer["outcome"] == "not_stated"
    assert answer["command"].endswith("to us release:2020-08-27-asean-rok-dialogue")


BOTH_CONDITIONS = ["based on thorough quarantine measures", "as soon as the COVID-19 situation improves"]


@pytest.mark.parametrize(
    ("quote", "left_off"),
    [
        ("explore ways to bring exchanges and tourism back on track", BOTH_CONDITIONS),
        ("agreed to explore ways to bring exchanges and tourism back on track", BOTH_CONDITIONS),
        ("bring exchanges and tourism back on track based on thorough quarantine measures", BOTH_CONDITIONS[1:]),
        ("agreed to explore ways to bring … as soon as the COVID-19 situation improves", BOTH_CONDITIONS[:1]),
        ("exchanges and tourism", []),
        ("agreed to explore ways to bring exchanges and tourism", []),
    ],
)
def test_every_condition_that_a_quote_leaves_off_is_told_once(quote: str, left_off: list[str]) -> None:
    answer = ask(Question("verify", {"quote": quote}), library(DATA))
    assert isinstance(answer, Verification)
    dropped = [harm.printed for harm in answer.checked[0].harms if harm.effect is Effect.CONDITION_DROPPED]
    assert dropped == left_off
