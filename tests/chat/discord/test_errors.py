"""Whatever goes wrong, the person is told so privately, and the log has it under the same reference."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import cast

import aiohttp
import pytest
import simcord

from bot.cards.card import Card
from bot.chat import Answers
from bot.chat.discord.client import Readout
from bot.chat.discord.replies import Interaction, sent_surely
from bot.model.question import Choice, Kind, Question
from bot.model.value import Locale
from tests.chat.discord.conftest import REFERENCE
from tests.chat.discord.scene import RELEASE, Scene, only, scene_of, text
from tests.shelves import app

CALLBACK = "/interactions/*/*/callback"
SORRY = (
    "Internal error: the fault is mine, not your question's, and I have no answer. "
    f"If you report it, give the reference {REFERENCE}."
)
SORRY_KO = (
    f"내부 오류로 답하지 못했습니다. 질문이 아니라 제 쪽의 잘못입니다. 알리실 때 참조 번호 {REFERENCE}를 적어 주세요."
)
Seen = list[tuple[str, str]]


class LibraryOnFireError(Exception):
    """Something that nobody expected."""


def burning(_question: Question) -> Card:
    raise LibraryOnFireError("secret detail")


def burning_while_typed(_kind: Kind, _typed: str, _locale: Locale) -> tuple[Choice, ...]:
    raise LibraryOnFireError("secret detail")


@pytest.fixture
def seen() -> Seen:
    return []


@pytest.fixture
async def broken_scene(seen: Seen) -> AsyncIterator[Scene]:
    """A scene in which no question can be answered."""
    answers = Answers(burning, burning_while_typed, app().answers().phrases)
    bot = Readout(answers, reference=lambda: REFERENCE, seen=lambda name, outcome, _: seen.append((name, outcome)))
    env = simcord.Env(bot, check_errors=False)
    yield await scene_of(env, bot)
    await env.shutdown()


async def test_an_error_is_a_private_sentence_with_the_reference_of_the_log(
    broken_scene: Scene, caplog: pytest.LogCaptureFixture, seen: Seen
) -> None:
    english = await broken_scene.alice.slash(broken_scene.channel, "agreed", visible_to="everyone")
    korean = await broken_scene.bob.slash(broken_scene.channel, "agreed")
    assert (english.ephemeral, text(only(english))) == (True, SORRY)
    assert (korean.ephemeral, text(only(korean))) == (True, SORRY_KO)
    assert seen == [("agreed", "failed"), ("agreed", "failed")]
    [first, _] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert first.getMessage() == f"{REFERENCE}: no answer to agreed"
    assert first.exc_info is not None
    assert first.exc_info[0] is LibraryOnFireError


async def test_an_error_behind_a_button_is_told_in_the_same_way(broken_scene: Scene) -> None:
    answer = only(await broken_scene.alice.slash(broken_scene.channel, "agreed"))
    for custom_id in (f"p:{RELEASE}:4.1", "s:1:agreed", "c:1:agreed", "n:2:agreed", "d:1:agreed"):
        pressed = await broken_scene.press(broken_scene.alice, custom_id, answer)
        assert (pressed.ephemeral, text(only(pressed))) == (True, SORRY)


async def test_an_error_while_an_option_is_typed_shows_no_choices(
    broken_scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    assert await broken_scene.alice.autocomplete(broken_scene.channel, "positions", "topic", "kor") == []
    assert f"{REFERENCE}: no choices for topic" in caplog.text


async def test_a_reply_that_comes_too_late_is_one_line_in_the_log(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.env.inject_error("POST", CALLBACK, status=404, code=10062, message="Unknown interaction")
    await scene.alice.slash(scene.channel, "agreed")
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == [
        "Discord no longer waited for the reply to agreed"
    ]
    assert "Traceback" not in caplog.text


async def test_a_reply_that_discord_has_already_is_no_error(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    scene.env.inject_error("POST", CALLBACK, status=400, code=40060, message="Already acknowledged")
    await scene.alice.slash(scene.channel, "agreed")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING and record.name != "asyncio"] == []


async def test_a_reply_that_discord_refuses_is_followed_by_one_it_takes(scene: Scene) -> None:
    scene.env.inject_error("POST", CALLBACK, status=400, code=50035, message="Invalid Form Body")
    result = await scene.alice.slash(scene.channel, "agreed")
    assert text(only(result)) == SORRY


async def test_when_nothing_can_be_sent_the_log_says_so_and_the_bot_goes_on(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.env.inject_error("POST", CALLBACK, status=400, code=50035, message="Invalid Form Body", times=2)
    await scene.alice.slash(scene.channel, "agreed")
    assert f"{REFERENCE}: could not say so either: HTTPException" in caplog.text
    assert text(only(await scene.alice.slash(scene.channel, "agreed"))).startswith("## 2 joint agreements")


async def test_a_dropped_connection_is_tried_again() -> None:
    dropped = iter([aiohttp.ServerDisconnectedError(), ConnectionResetError(), None])
    sent: list[str] = []

    async def send() -> None:
        error = next(dropped)
        sent.append("tried")
        if error:
            raise error

    await sent_surely(send, pause=0)
    assert sent == ["tried"] * 3


async def test_a_connection_that_stays_down_is_an_error() -> None:
    async def send() -> None:
        raise aiohttp.ServerDisconnectedError

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await sent_surely(send, pause=0)


async def test_every_reply_is_counted_with_what_was_asked_and_how_it_fared(seen: Seen) -> None:
    bot = Readout(app().answers(), seen=lambda name, outcome, _: seen.append((name, outcome)))
    env = simcord.Env(bot, check_errors=False)
    scene = await scene_of(env, bot)
    answer = only(await scene.alice.slash(scene.channel, "agreed"))
    await scene.alice.slash(scene.channel, "agreed", topic="aoip")
    await scene.alice.slash(scene.channel, "positions", topic="bitcoin")
    await scene.alice.click(answer, label="¶6")
    await scene.alice.click(answer, label="Share to channel")
    await scene.press(scene.alice, "forged", answer)
    await scene.command(scene.alice, "fly")
    await env.shutdown()
    assert seen == [
        ("agreed", "answered"),
        ("agreed", "denied"),
        ("positions", "not_stated"),
        ("button paragraph", "answered"),
        ("button share", "answered"),
        ("button unknown", "refused"),
        ("unknown command", "refused"),
    ]


async def test_replies_under_way_are_finished_before_the_bot_leaves() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    bot = Readout(app().answers())
    done: list[str] = []

    async def slow() -> str:
        begun.set()
        await go_on.wait()
        done.append("answered")
        return "answered"

    nobody = cast("Interaction", None)  # who asked matters only to an error
    working = asyncio.create_task(bot.desk.attended(nobody, "slow", slow))
    await begun.wait()
    leaving = asyncio.create_task(bot.close())
    go_on.set()
    await leaving
    assert done == ["answered"]
    await working
