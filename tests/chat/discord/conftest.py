"""A scene for every test; whatever the bot sent in it must keep Discord's rules."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import simcord

from bot.chat.discord.client import Readout
from tests.chat.discord.scene import Scene, scene_of
from tests.shelves import app
from tests.wire.rules import broken

REFERENCE = "0badf00d"


def new_bot() -> Readout:
    """The bot on the real releases; every error has the same reference."""
    return Readout(app().answers(), reference=lambda: REFERENCE)


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    bot = new_bot()
    env = simcord.Env(bot, check_errors=False)
    scene = await scene_of(env, bot)
    yield scene
    faults = [broken(sent.method, sent.path, sent.json) for sent in env.http_requests if sent.json]
    await env.shutdown()
    assert [fault for found in faults for fault in found] == []
