"""A long answer turns its pages where it is; a public one turns them privately."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import simcord

from bot.cards.card import Card, Part, Span
from bot.chat import Answers
from bot.chat.discord.client import Readout
from bot.model.question import Question
from tests.chat.discord.scene import Scene, buttons, only, parts, scene_of, text
from tests.shelves import app
from tests.wire.rules import broken

TIMES = 6


def long_card(question: Question) -> Card:
    """The card of a meeting that agreed six times as much."""
    card = app().card(question)
    statements = [block for block in card.blocks if block.part is Part.STATEMENT]
    copies = [replace(b, lines=(*b.lines, (Span(f"Time {n}."),))) for n in range(TIMES) for b in statements]
    return replace(card, blocks=(*card.blocks[:2], *copies, card.blocks[-1]))


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    answers = app().answers()
    bot = Readout(Answers(long_card, answers.suggest, answers.phrases))
    env = simcord.Env(bot)
    scene = await scene_of(env, bot)
    yield scene
    faults = [broken(sent.method, sent.path, sent.json) for sent in env.http_requests if sent.json]
    await env.shutdown()
    assert [fault for found in faults for fault in found] == []


async def test_next_turns_a_private_answer_where_it_is_and_back_turns_it_back(scene: Scene) -> None:
    message = only(await scene.alice.slash(scene.channel, "agreed"))
    first = text(message)
    await scene.alice.click(message, label="Next")
    second = text(message)
    await scene.alice.click(message, label="Back")
    assert (first.splitlines()[-1], second.splitlines()[-1]) == ("-# Page 1 of 6", "-# Page 2 of 6")
    assert text(message) == first
    assert [shown.id for shown in scene.channel.history(viewer=scene.alice)] == [message.id]


async def test_every_page_repeats_the_answer_and_whose_account_it_is_and_nothing_is_lost(scene: Scene) -> None:
    message = only(await scene.alice.slash(scene.channel, "agreed"))
    pages = [text(message)]
    while "Next" in buttons(message):
        await scene.alice.click(message, label="Next")
        pages.append(text(message))
    assert [page.startswith("## 2 joint agreements\n-# **") for page in pages] == [
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    assert [page.startswith("## 2 joint agreements\n") for page in pages] == [True] * 6
    assert ["All of it as reported by the ROK" in page for page in pages] == [True] * 6
    assert sum(page.count("\n> “") for page in pages) == 5 * TIMES


async def test_a_public_answer_stays_as_it_is_and_turns_its_pages_for_whoever_presses(scene: Scene) -> None:
    first = only(await scene.alice.slash(scene.channel, "agreed", visible_to="everyone"))
    turned = await scene.bob.click(first, label="Next")
    assert turned.ephemeral
    assert text(only(turned)).splitlines()[-1] == "-# 4쪽 중 2쪽"
    assert text(scene.channel.history(viewer=scene.alice)[-1]) == text(first)


async def test_the_page_that_is_shown_is_the_page_that_is_shared_and_cited(scene: Scene) -> None:
    first = only(await scene.alice.slash(scene.channel, "agreed"))
    await scene.alice.click(first, label="Next")
    second = scene.channel.history(viewer=scene.alice)[-1]
    shared = only(await scene.alice.click(second, label="Share to channel"))
    cited = only(await scene.alice.click(second, label="Cite"))
    opening = next(part["content"] for part in parts(second) if "Time" in part.get("content", ""))
    [time] = [line.removeprefix("-# ") for line in opening.splitlines() if "Time" in line]
    assert text(shared).splitlines()[-1] == "-# Page 2 of 6 · Shared by Alice \\*Kim\\* \\<\\@1\\>"
    assert time in cited.content
    assert opening.splitlines()[-1].removeprefix("> ") in cited.content
    assert "Back" in buttons(cited)
