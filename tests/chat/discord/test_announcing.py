"""/announce as a member meets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chat.discord.newsdesk import NewsDesk, news_desk
from tests.chat.discord.scene import buttons, text


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[NewsDesk]:
    async with news_desk(tmp_path) as desk:
        yield desk


async def test_it_is_seen_first_and_then_saved_and_posted(desk: NewsDesk) -> None:
    scene = desk.scene
    shown = await desk.han.slash(
        scene.channel, "announce create", what="agreed", where=desk.news, when="every weekday 09:00"
    )
    print(text(shown.response))
    print([text(f) for f in shown.followups], [buttons(f) for f in shown.followups])
    saved = await desk.han.click(shown.followups[0], label="Save")
    print(saved, text(saved.response))
    await desk.pass_time(hours=10)
    for m in desk.news.history():
        print(m.author, text(m), buttons(m))
    assert 0
