"""A button remembers its question, or nothing: never a wrong one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Ref
from bot.chat.discord.custom_ids import (
    CUSTOM_ID_MOST,
    PAGE_LAST,
    Action,
    OnAnswer,
    OnLongAnswer,
    ShowParagraph,
    action_id,
    fits,
    long_id,
    paragraph_id,
    read_press,
)
from bot.model.question import COMMANDS, Question
from bot.model.value import Locale

QUESTIONS = st.sampled_from(COMMANDS).flatmap(
    lambda command: st.builds(
        Question,
        st.just(command.name),
        st.dictionaries(st.sampled_from([o.name for o in command.options]), st.text(max_size=80))
        if command.options
        else st.just({}),
        st.sampled_from(Locale),
    )
)


@given(st.sampled_from(Action), st.integers(1, PAGE_LAST), QUESTIONS)
def test_what_was_asked_is_what_a_press_asks(action: Action, page: int, question: Question) -> None:
    custom_id = action_id(action, page, question)
    if custom_id is None:
        assert not fits(question)
    else:
        assert len(custom_id) <= CUSTOM_ID_MOST
        assert read_press(custom_id, question.locale) == OnAnswer(action, page, question)


@given(st.text(max_size=120))
def test_any_text_is_read_as_one_of_ours_or_as_none(custom_id: str) -> None:
    press = read_press(custom_id, Locale.EN)
    assert press is None or isinstance(press, OnAnswer | OnLongAnswer | ShowParagraph)


@given(st.text(alphabet=":%3Annspcdo0123456789agreedtopic=", max_size=40))
def test_a_damaged_custom_id_never_asks_a_command_that_there_is_not(custom_id: str) -> None:
    press = read_press(custom_id, Locale.EN)
    if isinstance(press, OnAnswer):
        [command] = [c for c in COMMANDS if c.name == press.question.command]
        assert set(press.question.options) <= {option.name for option in command.options}


def test_a_paragraph_is_its_release_and_its_label() -> None:
    ref = Ref("2020-08-27-asean-rok-dialogue", "4.1.n1")
    assert paragraph_id(ref) == "p:2020-08-27-asean-rok-dialogue:4.1.n1"
    assert read_press(paragraph_id(ref), Locale.KO) == ShowParagraph(ref)


def test_no_two_options_of_a_command_begin_with_the_same_letter() -> None:
    for command in COMMANDS:
        letters = [option.name[0] for option in command.options]
        assert len(set(letters)) == len(letters)


def test_the_longest_ids_of_all_fit_or_are_known_not_to() -> None:
    ids = Question("positions", {"topic": "t" * 60, "release": "r" * 40})
    assert (fits(ids), action_id(Action.SHARE, 1, ids)) == (False, None)
    assert read_press(long_id(Action.SHARE, 12, "k" * 16), Locale.EN) == OnLongAnswer(Action.SHARE, 12, "k" * 16)


def test_a_damaged_key_is_none_of_ours() -> None:
    damaged = ("k:s:1:", "k:s:0:abc", "k:x:1:abc", "k:s:1:a b", "k:s:1", f"k:s:1:{'k' * 41}")
    assert [read_press(custom_id, Locale.EN) for custom_id in damaged] == [None] * len(damaged)
