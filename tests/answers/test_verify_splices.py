"""A quote with "…" is exact only where what it leaves out stands for itself; whatever it leaves out is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.answer import Outcome
from bot.answers.verify import Verification
from bot.answers.verifying.effects import Effect
from bot.answers.verifying.verdict import Verdict
from tests.answers.quotes_by_machine import Quoted
from tests.answers.test_verify import asked, checked
from tests.shelves import BILATERAL, DATA, FICTION

CONDITIONS = "based on thorough quarantine measures as soon as the COVID-19 situation improves"
TURNED = [
    (DATA, "the ROK side … expressed their firm support for the Korean Peninsula peace process", Effect.LEAP),
    (DATA, "the ROK side ... expressed their firm support for the Korean Peninsula peace process", Effect.LEAP),
    (DATA, "the ROK side […] expressed their firm support for the Korean Peninsula peace process", Effect.LEAP),
    (DATA, "the ROK side … emphasized the need to resolve the North Korean nuclear issue", Effect.LEAP),
    (
        DATA,
        "Deputy Minister Kim … noted with appreciation that the ROK has nominated a competent candidate",
        Effect.LEAP,
    ),
    (DATA, "The ROK side … support for … ASEAN centrality", Effect.LEAP),
    (DATA, f"agreed … to bring exchanges and tourism back on track {CONDITIONS}", Effect.TENTATIVE_DROPPED),
    (DATA, f"agreed to … bring exchanges and tourism back on track {CONDITIONS}", Effect.TENTATIVE_DROPPED),
    (DATA, "This year’s meeting … in the ROK", Effect.LEAP),
    (DATA, "The Dialogue has been held every year … in the ROK and an ASEAN country", Effect.LIMIT_DROPPED),
    (DATA, "the United States of America … to return to dialogue promptly", Effect.LEAP),
    (DATA, "the ROK side stressed that it is important … to return to dialogue promptly", Effect.LEAP),
    (DATA, "Deputy Minister Kim suggested that … it can be faithfully implemented", Effect.LEAP),
    (DATA, "Deputy Minister Kim requested … Trade Minister Yoo Myung-Hee", Effect.LEAP),
    (FICTION, "Minister Brisk … refused to release the trawler", Effect.LEAP),
    (FICTION, "Minister Brisk called for … the trawler", Effect.LEAP),
    (FICTION, "Secretary Marrow expressed regret … remains in force", Effect.LEAP),
    (FICTION, "the League side could … oppose sanctions against Ketmar", None),
    (FICTION, "is an annual channel of consultation … attended by the deputy ministers", Effect.LIMIT_DROPPED),
    (FICTION, "agreed to … restore the rail link", Effect.TENTATIVE_DROPPED),
    (
        BILATERAL,
        "agreed to … conclude negotiations on the Fisheries Agreement within this year",
        Effect.TENTATIVE_DROPPED,
    ),
    (BILATERAL, "the Meranian side stressed … the importance of dialogue among the coastal states", Effect.LEAP),
    (BILATERAL, "Halvern intends to provide … an additional $40 million", Effect.CONDITION_DROPPED),
]
HONEST = [
    (DATA, "cooperation on counter-terrorism … and disaster management", ", violent extremism, transnational crimes,"),
    (DATA, "upholds ASEAN centrality, openness … and rules-based order", ", transparency, inclusiveness,"),
    (DATA, "allowing essential personnel … to travel", ", including business people in the region,"),
    (DATA, "World Trade Organization … Director-General", "(WTO)"),
    (DATA, "The ROK side … expressed support for the “ASEAN Outlook on the Indo-Pacific (AOIP)”", "noted that"),
    (
        FICTION,
        "introduced the new customs gate at Fell Bridge … and expressed hope that the rail link",
        "; underscored",
    ),
    (FICTION, "The dialogue … is an annual channel of consultation", ", launched in 2019,"),
    (BILATERAL, "exchanged views on bilateral relations, fisheries … and the situation in the Sarn Strait", ", energy"),
    (BILATERAL, "bilateral trade … recovered to 90 percent", ", which had fallen sharply after the eruption,"),
]


def only(answer: Verification) -> tuple[Verdict, dict[Effect, str]]:
    [one] = answer.checked
    return one.verdict, {harm.effect: harm.printed for harm in one.harms}


@pytest.mark.parametrize(("data", "quote", "effect"), TURNED)
def test_what_turns_the_sense_may_not_be_left_out(data: Path, quote: str, effect: Effect | None) -> None:
    answer = checked(Quoted("", f"“{quote}”"), data)
    assert answer.outcome is not Outcome.ANSWERED
    if effect:
        verdict, effects = only(answer)
        assert verdict is Verdict.CUT
        assert effect in effects


@pytest.mark.parametrize(("data", "quote", "left_out"), HONEST)
def test_a_member_of_a_list_or_an_aside_may_go_and_is_shown(data: Path, quote: str, left_out: str) -> None:
    answer = checked(Quoted("", f"“{quote}”"), data)
    _, effects = only(answer)
    assert answer.outcome is Outcome.ANSWERED
    assert effects[Effect.LEFT_OUT].startswith(left_out)


def test_other_gaps_are_answered_as_cut_with_the_text_between() -> None:
    answer = asked("/verify quote:“expressed their firm support … Korean Peninsula peace process”")
    assert answer["outcome"] == "answered"
    assert answer["text"].startswith("The words are exact, but the quote is cut: what it leaves out is shown below.")
    assert "Cut: the text between is “for the”" in answer["text"]
    korean = asked("/확인 인용문:“expressed their firm support … Korean Peninsula peace process”")
    assert "잘림: 사이의 원문은 “for the”" in korean["text"]


@pytest.mark.parametrize(
    ("data", "quote", "rest"),
    [
        (DATA, "through efforts to ease tension", "on the Korean Peninsula and dialogue among countries concerned"),
        (DATA, "candidly discussed the situation on the Korean Peninsula", "and regional cooperation"),
        (FICTION, "The two sides exchanged views on fisheries, tidal power", "and regional security"),
        (
            BILATERAL,
            "discussed ways to deepen cooperation on energy security, critical minerals",
            ", and border management",
        ),
    ],
)
def test_a_quote_that_ends_inside_a_list_is_told_where_the_text_goes_on(data: Path, quote: str, rest: str) -> None:
    answer = checked(Quoted("", quote), data)
    verdict, effects = only(answer)
    assert (answer.outcome, verdict) == (Outcome.ANSWERED, Verdict.SHORTENED)
    assert effects[Effect.GOES_ON].startswith(rest)


@pytest.mark.parametrize(
    ("data", "quote", "limit"),
    [
        (FICTION, "land crossing between Verelia and Dravonia", "only"),
        (FICTION, "League members voiced concern about its cost", "A number of"),
        (FICTION, "attended by the heads of government of Verelia and the League members", "usually"),
        (DATA, "The Dialogue has been held every year", "alternately"),
        (DATA, "in the ROK and an ASEAN country", "alternately"),
    ],
)
def test_a_limit_beside_the_quoted_words_may_not_be_left_off(data: Path, quote: str, limit: str) -> None:
    verdict, effects = only(checked(Quoted("", quote), data))
    assert (verdict, effects[Effect.LIMIT_DROPPED]) == (Verdict.CUT, limit)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (DATA, f"ASEAN and the ROK agreed “to bring exchanges and tourism back on track {CONDITIONS}”"),
        (DATA, f"They agreed to “bring exchanges and tourism back on track {CONDITIONS}”"),
        (FICTION, "the two ministers agreed to “restore the rail link, and to hold a working-level meeting in July”"),
        (BILATERAL, "they agreed to “conclude negotiations on the Fisheries Agreement within this year”"),
    ],
)
def test_a_look_that_the_message_leaves_out_before_the_quote_is_told(data: Path, message: str) -> None:
    verdict, effects = only(checked(Quoted("", message), data))
    assert verdict is Verdict.CUT
    assert Effect.TENTATIVE_DROPPED in effects


def test_a_look_that_the_message_says_itself_is_not_left_out() -> None:
    message = f"They agreed to look for ways to “bring exchanges and tourism back on track {CONDITIONS}”"
    assert checked(Quoted("", message), DATA).outcome is Outcome.ANSWERED
    hold = "The two ministers agreed to “hold a working-level meeting in July”"
    assert checked(Quoted("", hold), FICTION).outcome is Outcome.ANSWERED


def test_part_of_a_joint_speaker_is_not_the_speaker() -> None:
    for data, quote in (
        (DATA, "ASEAN countries agreed to continue communication"),
        (FICTION, "the League agreed to resume the night ferry"),
    ):
        verdict, effects = only(checked(Quoted("", quote), data))
        assert (verdict, Effect.SPEAKER in effects) == (Verdict.CUT, True)
