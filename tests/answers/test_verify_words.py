"""Capitals, endless words, renderings, glued and chance words: what the answer calls them."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.answers.answer import Outcome
from bot.answers.ask import ask
from bot.answers.verifying.effects import Effect
from bot.answers.verifying.verdict import Verdict
from bot.app import LOGGED_MOST, App
from bot.library.library import Library
from bot.model.question import Question
from tests.answers.quotes_by_machine import Quoted
from tests.answers.test_verify import asked, checked
from tests.shelves import BILATERAL, DATA, FICTION, library


@pytest.mark.parametrize(
    ("data", "quote"),
    [
        (DATA, "EXPRESSED THEIR FIRM SUPPORT"),
        (DATA, "Expressed their firm support."),
        (DATA, "korean peninsula"),
        (DATA, "RESOLVE THE NORTH KOREAN NUCLEAR ISSUE"),
        (DATA, "ROK AND 10 ASEAN COUNTRIES"),
        (FICTION, "Herring quotas  should FOLLOW the science"),
        (BILATERAL, "CONDEMNED THE ATTACKS ON CIVILIANS"),
    ],
)
def test_other_capitals_are_answered_and_said(data: Path, quote: str) -> None:
    answer = checked(Quoted("", quote), data)
    [one] = answer.checked
    assert (answer.outcome, one.verdict) == (Outcome.ANSWERED, Verdict.CAPITALS)
    assert Effect.CAPITALS in {harm.effect for harm in one.harms}


def test_the_answer_to_other_capitals_says_so_in_both_languages() -> None:
    assert asked("/verify quote:korean peninsula")["text"].startswith("Exact save for capitals")
    assert asked("/확인 인용문:korean peninsula")["text"].startswith("대소문자만 빼고 정확합니다.")


@pytest.mark.parametrize("letter", ["a", "가", "中", "é", "0", "a\u0301", "😀"])
@pytest.mark.parametrize("line", ["/verify quote:{}", "/verify quote:“{}”", "/search text:{}", "/ask question:{}"])
def test_an_endless_word_gets_an_ordinary_answer(line: str, letter: str) -> None:
    answer = asked(line.format(letter * 1500))
    assert answer["outcome"] in ("not_stated", "denied", "answered", "ambiguous", "invalid")
    assert "reference" not in answer["text"].lower().split("cite")[0]
    assert "참조 번호" not in answer["text"]


class Broken(Library):
    """A library that cannot answer."""

    def span(self) -> None:
        raise RuntimeError


def test_a_log_does_not_hold_a_whole_quote(caplog: pytest.LogCaptureFixture) -> None:
    held = library(DATA)
    app = App(Broken(held.vocabulary, held._catalogue, held._now))  # noqa: SLF001 - the same library, broken
    quote = "secret words " * 40
    with caplog.at_level(logging.ERROR):
        app.card(Question("verify", {"quote": quote}))
    assert quote[:LOGGED_MOST] in caplog.text
    assert quote[: LOGGED_MOST + 20] not in caplog.text


def test_a_korean_rendering_is_said_to_be_one_first_and_led_to_its_paragraph() -> None:
    answer = asked("/verify quote:북한이 조속히 대화에 복귀하는 것이 중요하다")
    assert answer["outcome"] == "not_stated"
    assert answer["text"].startswith("번역문은 글자 그대로 대조할 수 없습니다.")
    assert "이 문단을 옮긴 것일 수 있습니다. 바르게 옮겼는지는 확인하지 않았습니다. [¶4.1]" in answer["text"]
    assert [statement["verb"] for statement in answer["statements"]] == ["stressed"]
    fiction = asked("/verify quote:선박 나포에 대한 우려를 공유했다", FICTION)
    assert fiction["text"].startswith("번역문은")


def test_korean_words_on_nothing_in_the_releases_are_led_nowhere() -> None:
    answer = asked("/verify quote:우리는 오늘 점심을 맛있게 먹었다")
    assert (answer["outcome"], answer["citations"]) == ("not_stated", [])


@pytest.mark.parametrize(
    ("data", "quote", "nearest"),
    [
        (DATA, "denuclearization of the Korean Peninsula", "situation on the Korean Peninsula"),
        (FICTION, "blockade of the Ketmar Strait", "the Ketmar Strait"),
    ],
)
def test_a_name_in_common_is_no_altered_quote(data: Path, quote: str, nearest: str) -> None:
    answer = asked(f"/verify quote:{quote}", data)
    assert answer["outcome"] == "not_stated"
    assert answer["text"].startswith("Not in the releases I have.")
    assert nearest in answer["text"]


@pytest.mark.parametrize(
    ("data", "quote", "speaker"),
    [
        (
            DATA,
            "it is important to implement the agreements and expressed their firm support for the peace process",
            None,
        ),
        (
            DATA,
            "the ROK side stressed that it is important to implement the agreements, expressed their firm support",
            "ASEAN countries",
        ),
        (DATA, "requested ASEAN’s support noted with appreciation that the ROK has nominated", "The ASEAN side"),
        (FICTION, "Minister Brisk proposed a roadmap voiced concern about its cost", "A number of League members"),
        (
            BILATERAL,
            "the Meranian side stressed that freedom of navigation must be respected emphasized the importance",
            "The Kestral side",
        ),
    ],
)
def test_words_of_two_speakers_put_together_are_told_with_the_other_speaker(
    data: Path, quote: str, speaker: str | None
) -> None:
    answer = checked(Quoted("", quote), data)
    [one] = answer.checked
    assert answer.outcome is not Outcome.ANSWERED
    assert speaker in {None, *(harm.quoted for harm in one.harms if harm.effect is Effect.GLUED)}


@pytest.mark.parametrize(
    "quote",
    [
        "even amid restrictions on people-to-people, the ROK and ASEAN are conducting various exchanges",
        "two sides noted with great appreciation that even amid restrictions",
        "participants extensively discussed the ways to step up cooperation",
    ],
)
def test_where_no_number_is_changed_none_is_said_to_be(quote: str) -> None:
    answer = ask(Question("verify", {"quote": quote}), library(DATA))
    [one] = answer.checked  # type: ignore[attr-defined]
    assert one.verdict is Verdict.ALTERED
    assert Effect.NUMBER not in {harm.effect for harm in one.harms}


def test_a_changed_number_still_is() -> None:
    text = asked("/verify quote:the League agreed to open 4 joint weather stations by 2033", FICTION)["text"]
    assert "A number is changed" in text


def test_what_became_of_each_word_needs_no_key() -> None:
    text = asked("/verify quote:agreed ways to bring exchanges and tourism back on track")["text"]
    assert "From the text to the quote: agreed [left out: to explore] ways to bring exchanges" in text
    korean = asked("/확인 인용문:agreed ways to bring exchanges and tourism quickly back on track")["text"]
    assert (
        "원문 → 인용문: agreed [빠짐: to explore] ways to bring exchanges and tourism [더해짐: quickly] back" in korean
    )


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("The League agreed to the roadmap", "The League did not agree to the roadmap"),
        ("Participants discussed sanctions against Ketmar.", "Participants did not discuss sanctions against Ketmar"),
    ],
)
def test_a_verb_that_the_text_denies_is_set_against_that_very_sentence(quote: str, printed: str) -> None:
    [one] = checked(Quoted("", quote), FICTION).checked
    assert (one.verdict, one.printed) == (Verdict.ALTERED, printed)
    assert Effect.NEGATION_DROPPED in {harm.effect for harm in one.harms}
    assert Effect.TENTATIVE_DROPPED not in {harm.effect for harm in one.harms}
