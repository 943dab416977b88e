"""A question that no button can carry is kept in the ledger, for 30 days after each use."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from bot.announcements.ledger import open_ledger
from tests.chat.discord.newsdesk import NewsDesk, news_desk
from tests.chat.discord.scene import buttons, only, text
from tests.shelves import FICTION, app

LONG = "문장 " * 40
COMMAND = f"`/positions topic:{LONG.strip()}`"
FORGOTTEN = "I no longer have this question: long ones are kept for 30 days."
WORDY = "Did Castellane, as far as you know and as far as anybody can say at all, propose a tidal power project?"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[NewsDesk]:
    async with news_desk(tmp_path) as desk:
        yield desk


async def test_the_buttons_of_a_long_question_work_until_they_were_not_used_for_thirty_days(desk: NewsDesk) -> None:
    scene = desk.scene
    answer = only(await scene.alice.slash(scene.channel, "positions", topic=LONG))
    head = text(answer).splitlines()[0]
    assert text(answer).endswith(f"-# {COMMAND}")
    for _ in range(2):
        await desk.pass_time(days=29)
        shared = await scene.alice.click(answer, label="Share to channel")
        assert (shared.ephemeral, text(only(shared)).splitlines()[0]) == (False, head)
    await desk.pass_time(days=31)
    pressed = await scene.alice.click(answer, label="Share to channel")
    assert (pressed.ephemeral, text(only(pressed))) == (True, f"{FORGOTTEN} Send it again: {COMMAND}")


async def test_a_long_question_is_answered_in_the_language_of_who_presses(desk: NewsDesk) -> None:
    scene = desk.scene
    question = "What did the two sides agree on, please, as exactly as you can and with all that was said beside it?"
    answer = only(await scene.alice.slash(scene.channel, "ask", question=question, visible_to="everyone"))
    turned = await scene.bob.click(answer, label="Cite")
    korean = only(await scene.bob.slash(scene.channel, "ask", question=question))
    cited = await scene.bob.click(korean, label="인용문")
    assert turned.ephemeral
    assert text(only(turned)) == text(only(cited))


async def test_a_choice_is_kept_with_the_long_question_that_it_answers(tmp_path: Path) -> None:
    async with news_desk(tmp_path, app(FICTION)) as desk:
        scene = desk.scene
        asked = only(await scene.alice.slash(scene.channel, "ask", question=WORDY))
        assert list(buttons(asked))[:2] == ["Mira Castellane", "Joss Castellane"]
        await scene.alice.click(asked, label="Joss Castellane")
        plain = WORDY.replace("Castellane", "Joss Castellane")
        assert text(asked) == text(only(await scene.alice.slash(scene.channel, "ask", question=plain)))


async def test_an_answer_goes_out_when_its_question_cannot_be_kept(desk: NewsDesk, tmp_path: Path) -> None:
    scene = desk.scene
    ledger = await open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    async with ledger.writing() as connection:
        await connection.execute(sql("DROP TABLE parked_queries"))
    await ledger.close()
    answer = only(await scene.alice.slash(scene.channel, "positions", topic=LONG))
    assert text(answer).startswith("### Not in the releases I have.")
    pressed = await scene.alice.click(answer, label="Share to channel")
    assert (pressed.ephemeral, text(only(pressed))) == (True, f"{FORGOTTEN} Send it again: {COMMAND}")


async def test_what_is_kept_for_an_announcement_is_never_read_as_a_question(desk: NewsDesk) -> None:
    scene = desk.scene
    key = await desk.newsroom.parked.park('["agreed", {"topic": 5}]', desk.newsroom.clock.now())
    draft = await desk.newsroom.parked.park('{"command": "agreed"}', desk.newsroom.clock.now())
    answer = only(await scene.alice.slash(scene.channel, "agreed"))
    for one in (key, draft):
        pressed = await scene.press(scene.alice, f"k:s:1:{one}", answer)
        assert text(only(pressed)) == f"{FORGOTTEN} Send its command again."
