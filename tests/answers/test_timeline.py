"""A topic from release to release: what was said, what changed, and what is not known."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import NotHeld, Outcome
from bot.answers.ask import ask
from bot.answers.shift import Formula
from bot.answers.timeline import Gap, Timeline
from bot.app import App
from bot.cards.plain import plain_text
from bot.model.question import Question
from bot.model.speech_acts import Act
from bot.model.value import Locale
from tests.answers.written import SIDES, library_of, release, said

FORMULA = "that herring quotas should follow the science of the coastal institutes"
FIRST = release(
    date(2030, 3, 1),
    said(Act.EMPHASIS, "stressed", f"{FORMULA} at all times", "verelia"),
    said(Act.HOPE, "expressed hope", "for a joint survey", "sarn"),
)
SECOND = release(date(2032, 3, 1), said(Act.INFORMATION, "noted", FORMULA, "verelia"))
SILENT = release(date(2033, 3, 1), said(Act.EMPHASIS, "stressed", "the weight of ports", "sarn", topic="ports"))
THIRD = release(date(2034, 3, 1), said(Act.AGREEMENT, "agreed", "to count the herring together", *SIDES))
ELSEWHERE = release(
    date(2034, 5, 1),
    said(Act.EMPHASIS, "stressed", "the value of schools", "sarn", topic="education"),
    series="council",
)
LIBRARY = library_of(FIRST, SECOND, SILENT, THIRD, ELSEWHERE)


def timeline(**options: str) -> Timeline:
    answer = ask(Question("timeline", options), LIBRARY)
    assert isinstance(answer, Timeline)
    return answer


def shown(locale: Locale = Locale.EN, **options: str) -> str:
    return plain_text(App(LIBRARY).card(Question("timeline", options, locale)))


def test_there_is_an_entry_a_release_newest_first_and_a_silent_one_is_shown() -> None:
    answer = timeline(topic="fisheries")
    assert [(e.release.published, [s.verb for s in e.statements]) for e in answer.entries] == [
        (date(2034, 3, 1), ["agreed"]),
        (date(2033, 3, 1), []),
        (date(2032, 3, 1), ["noted"]),
        (date(2030, 3, 1), ["stressed", "expressed hope"]),
    ]
    assert (answer.outcome, answer.older, answer.other) == (Outcome.ANSWERED, 0, 1)


def test_a_weaker_verb_and_a_shorter_wording_are_said_to_be_a_change() -> None:
    second = timeline(topic="fisheries").entries[2]
    assert second.since == FIRST.release
    assert second.shift is not None
    [pair] = second.shift.reworded
    assert (pair.before.verb, pair.after.verb, pair.same_verb, pair.same_words) == ("stressed", "noted", False, False)
    assert [(c.printed, c.quoted) for c in pair.changes if not c.same] == [("stressed", "noted"), ("at all times", "")]
    assert [s.verb for s in second.shift.gone] == ["expressed hope"]


def test_what_changed_is_told_with_both_verbs_and_the_older_paragraph() -> None:
    text = shown(topic="fisheries")
    assert "What changed since 1 Mar 2030 (2030-03-01-verelia-dialogue):" in text
    assert "Verelia: “stressed” (emphasis) → “noted” (information)" in text
    assert "the Verelian side [stressed → noted] that herring quotas" in text
    assert "[left out: at all times] [2030-03-01-verelia-dialogue ¶1]" in text
    assert "the League “expressed hope”: nothing like it in this one. Before: " in text


def test_a_formula_is_seen_first_and_last_and_missing_this_time() -> None:
    assert timeline(topic="fisheries").formulas == (Formula(FORMULA, (SECOND.release.id, FIRST.release.id)),)
    text = shown(topic="fisheries")
    assert f"“{FORMULA}”" in text
    assert "In 2 releases: first seen 1 Mar 2030 (2030-03-01-verelia-dialogue), last seen 1 Mar 2032" in text
    assert "Missing this time (2034-03-01-verelia-dialogue)" in text


def test_years_without_a_release_are_said_to_be_a_gap() -> None:
    assert timeline(topic="fisheries").gaps == (Gap(date(2030, 3, 1), date(2032, 3, 1)),)
    assert "Nothing of these meetings is loaded between 1 Mar 2030 and 1 Mar 2032." in shown(topic="fisheries")


def test_a_side_that_says_nothing_has_no_recorded_position_in_any_release() -> None:
    answer = timeline(topic="fisheries", side="ketmar")
    assert (answer.outcome, [e.statements for e in answer.entries]) == (Outcome.NOT_STATED, [()] * 4)
    assert "Silence is not opposition" in shown(topic="fisheries", side="ketmar")


def test_a_meeting_that_a_side_was_not_at_is_no_silence_of_it() -> None:
    assert [e.absent for e in timeline(topic="fisheries", side="dravonia").entries] == [True, True, True, True]
    assert [e.absent for e in timeline(topic="fisheries", side="sarn").entries] == [False, False, False, False]
    assert shown(topic="fisheries", side="dravonia").count("The release does not place Dravonia at this meeting.") == 4


def test_with_a_side_what_was_reached_together_is_shown_too() -> None:
    verbs = [[s.verb for s in e.statements] for e in timeline(topic="fisheries", side="sarn").entries]
    assert verbs == [["agreed"], [], [], ["expressed hope"]]


def test_another_issuers_account_is_no_change_of_wording() -> None:
    theirs = release(date(2032, 3, 1), said(Act.INFORMATION, "noted", FORMULA, "verelia"), issuer="sarn-sec")
    answer = ask(Question("timeline", {"topic": "fisheries"}), library_of(FIRST, theirs))
    assert isinstance(answer, Timeline)
    assert [(e.release.issuer, e.shift) for e in answer.entries] == [("sarn-sec", None), ("verelia-mfa", None)]


def test_the_same_words_in_the_same_verb_are_no_change() -> None:
    again = release(date(2031, 3, 1), said(Act.INFORMATION, "noted", FORMULA, "verelia"))
    card = App(library_of(again, SECOND)).card(Question("timeline", {"topic": "fisheries"}))
    assert "Nothing: the same words, in the same verb." in plain_text(card)


def test_a_topic_that_no_release_speaks_of_is_not_stated() -> None:
    assert isinstance(ask(Question("timeline", {"topic": "candidacies"}), LIBRARY), NotHeld)


def test_in_korean_too() -> None:
    text = shown(Locale.KO, topic="fisheries")
    assert "기록된 입장이 없습니다. 침묵은 반대가 아닙니다." in text
    assert "이번 보도자료(2034-03-01-verelia-dialogue)에는 없음" in text
