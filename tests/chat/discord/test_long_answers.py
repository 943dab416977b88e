"""An answer that takes long is made beside the event loop: nobody else waits for it."""

from __future__ import annotations

import threading

import simcord

from bot.cards.card import Card
from bot.chat import Answers
from bot.chat.discord.client import Readout
from bot.model.question import Question
from tests.chat.discord.scene import RELEASE, scene_of
from tests.shelves import app

ASKED = {
    "agreed": {},
    "compare": {"topic": "korean-peninsula"},
    "timeline": {"topic": "korean-peninsula"},
    "verify": {"quote": "thorough quarantine measures"},
    "search": {"text": "exchanges"},
    "statements": {"act": "request"},
    "person": {"who": "Kim Gunn"},
    "cite": {"code": f"{RELEASE} ¶4.1"},
}


async def test_only_short_answers_are_made_on_the_event_loop() -> None:
    on_the_loop: dict[str, bool] = {}

    def ask(question: Question) -> Card:
        on_the_loop[question.command] = threading.current_thread() is threading.main_thread()
        return app().card(question)

    bot = Readout(Answers(ask, app().answers().suggest, app().answers().phrases))
    env = simcord.Env(bot, check_errors=False)
    scene = await scene_of(env, bot)
    for command, options in ASKED.items():
        await scene.alice.slash(scene.channel, command, **options)
    await env.shutdown()
    assert {command for command, short in on_the_loop.items() if short} == {"agreed", "cite"}
    assert set(on_the_loop) == set(ASKED)
