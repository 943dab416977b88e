"""Writing to the bot is asking: where it is mentioned, and in a conversation with it alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest
import simcord

from bot.chat.discord.client import Readout
from tests.chat.discord.scene import Scene, buttons, only, scene_of, text
from tests.shelves import FICTION, app

ASKED = "why did ASEAN endorse Yoo?"


def mention(scene: Scene) -> str:
    assert scene.bot.user is not None
    return f"<@{scene.bot.user.id}>"


def answers(scene: Scene) -> list[discord.Message]:
    """What the bot has posted in the channel."""
    assert scene.bot.user is not None
    return [m for m in scene.channel.history(viewer=scene.bob) if m.author.id == scene.bot.user.id]


async def test_a_mention_is_answered_as_ask_is_where_everybody_sees_it(scene: Scene) -> None:
    asked = await scene.alice.send(scene.channel, f"{mention(scene)} {ASKED}")
    [answer] = answers(scene)
    private = only(await scene.alice.slash(scene.channel, "ask", question=ASKED))
    assert text(answer) == text(private)
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert answer.mentions == []
    assert "Share to channel" not in buttons(answer)


async def test_a_mention_may_stand_anywhere_and_in_korean_is_answered_in_korean(scene: Scene) -> None:
    await scene.alice.send(scene.channel, f"한국은 무엇을 {mention(scene)} 제안했나요?")
    [answer] = answers(scene)
    assert "제안" in text(answer)
    assert "¶3" in buttons(answer)


async def test_a_direct_message_needs_no_mention(scene: Scene) -> None:
    sent = await scene.alice.send_dm(ASKED)
    conversation = [message async for message in scene.bot.get_partial_messageable(sent.channel.id).history()]
    private = only(await scene.alice.slash(scene.channel, "ask", question=ASKED))
    assert [text(message) for message in conversation] == [text(private), ASKED]


async def test_a_mention_with_nothing_else_is_told_what_can_be_asked(scene: Scene) -> None:
    await scene.alice.send(scene.channel, mention(scene))
    [answer] = answers(scene)
    assert text(answer) == text(only(await scene.alice.slash(scene.channel, "help")))


@pytest.mark.parametrize(
    "said", ["what was agreed?", "@everyone what was agreed?", "Readout, what was agreed?", "<@1> hi"]
)
async def test_what_is_not_said_to_it_is_not_answered(scene: Scene, said: str) -> None:
    await scene.alice.send(scene.channel, said)
    assert answers(scene) == []


async def test_two_mentions_are_one_question(scene: Scene) -> None:
    await scene.alice.send(scene.channel, f"{mention(scene)} what was agreed? {mention(scene)}")
    assert [text(answer) for answer in answers(scene)] == [
        text(only(await scene.alice.slash(scene.channel, "ask", question="what was agreed?")))
    ]


async def test_a_mention_or_markup_in_a_question_stays_text(scene: Scene) -> None:
    await scene.alice.send(scene.channel, f"{mention(scene)} # **bitcoin** @everyone <@&5>")
    [answer] = answers(scene)
    assert "“bitcoin 5”" in text(answer)
    assert answer.mentions == []


@pytest.fixture
async def fiction() -> AsyncIterator[Scene]:
    bot = Readout(app(FICTION).answers())
    env = simcord.Env(bot, check_errors=False)
    yield await scene_of(env, bot)
    await env.shutdown()


async def test_more_than_one_reading_is_asked_back_with_a_button_each(fiction: Scene) -> None:
    asked = only(await fiction.alice.slash(fiction.channel, "ask", question="Did Castellane propose a tidal project?"))
    assert list(buttons(asked))[:2] == ["Mira Castellane", "Joss Castellane"]
    await fiction.alice.click(asked, label="Joss Castellane")
    plain = await fiction.alice.slash(fiction.channel, "ask", question="Did Joss Castellane propose a tidal project?")
    assert text(asked) == text(only(plain))


async def test_a_choice_in_the_open_is_answered_to_whoever_chose(fiction: Scene) -> None:
    assert fiction.bot.user is not None
    await fiction.alice.send(fiction.channel, f"<@{fiction.bot.user.id}> Did Castellane propose a tidal project?")
    asked = fiction.channel.history(viewer=fiction.bob)[-1]
    chosen = await fiction.bob.click(asked, label="Mira Castellane")
    assert chosen.ephemeral
    assert fiction.channel.history(viewer=fiction.bob)[-1].id in (asked.id, only(chosen).id)


QUOTES = "Kim said ASEAN “expressed their firm support for the Korean Peninsula peace process” and “endorsed Yoo”."


async def test_the_menu_of_a_message_checks_its_quotes_for_the_one_who_used_it_alone(scene: Scene) -> None:
    said = await scene.alice.send(scene.channel, QUOTES)
    checked = await scene.alice.context_menu(scene.channel, "Check against releases", said)
    assert checked.ephemeral
    assert text(only(checked)) == text(only(await scene.alice.slash(scene.channel, "verify", quote=QUOTES)))


async def test_the_bots_own_answer_can_be_checked(scene: Scene) -> None:
    await scene.alice.send(scene.channel, f"{mention(scene)} does ASEAN support the peace process?")
    [answer] = answers(scene)
    checked = await scene.alice.context_menu(scene.channel, "Check against releases", answer)
    assert "expressed their firm support for the Korean Peninsula peace process" in text(only(checked))


async def test_a_message_without_text_says_so(scene: Scene) -> None:
    picture = await scene.alice.send(scene.channel, "", attachments=[("a.png", b"png")])
    checked = await scene.bob.context_menu(scene.channel, "Check against releases", picture)
    assert text(only(checked)) == "그 메시지에는 확인할 글이 없습니다."
