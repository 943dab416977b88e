"""Of a crowd the first are answered before the last, and who waits long is told that the answer is on its way."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.discord.turns import Turns

AT_ONCE = 0.0
FOR_EVER = 3600.0


class Crowd:
    """People who ask at one desk, each until they are let go, and what they see."""

    def __init__(self, patience: float) -> None:
        self.turns = Turns(at_once=1, patience=patience)
        self.seen: list[str] = []
        self.let_go = asyncio.Event()

    async def ask(self, who: str) -> None:
        """One person's question."""

        async def promise() -> None:
            self.seen.append(f"{who}: on its way")
            if who == "Bob":
                self.let_go.set()

        async with self.turns.one(promise, long=False):
            if who == "Alice":
                await self.let_go.wait()
            self.seen.append(f"{who}: answered")


async def test_nobody_is_promised_what_can_be_had_at_once() -> None:
    crowd = Crowd(AT_ONCE)
    await crowd.ask("Bob")
    assert crowd.seen == ["Bob: answered"]


async def test_who_has_waited_long_is_promised_an_answer_and_gets_it() -> None:
    crowd = Crowd(AT_ONCE)
    await asyncio.gather(crowd.ask("Alice"), crowd.ask("Bob"))
    assert crowd.seen == ["Bob: on its way", "Alice: answered", "Bob: answered"]


async def test_who_has_waited_a_little_is_answered_in_turn() -> None:
    crowd = Crowd(FOR_EVER)
    crowd.let_go.set()
    await asyncio.gather(*map(crowd.ask, ("Alice", "Bob", "Carol")))
    assert crowd.seen == ["Alice: answered", "Bob: answered", "Carol: answered"]


async def test_after_an_error_it_is_the_next_ones_turn() -> None:
    crowd = Crowd(AT_ONCE)

    async def fails() -> None:
        async with crowd.turns.one(long=False):
            raise LookupError

    with pytest.raises(LookupError):
        await fails()
    await crowd.ask("Bob")
    assert crowd.seen == ["Bob: answered"]


async def test_no_answer_is_begun_while_promises_are_being_sent() -> None:
    turns, seen, let_go = Turns(at_once=1, patience=0.05), list[str](), asyncio.Event()

    async def ask(who: str, sending: float) -> None:
        async def promise() -> None:
            let_go.set()
            await asyncio.sleep(sending)
            seen.append(f"{who}: on its way")

        async with turns.one(promise, long=False):
            await let_go.wait()
            seen.append(f"{who}: answered")

    await asyncio.gather(ask("Alice", 0.0), ask("Bob", 0.0), ask("Carol", 0.02))
    assert seen == ["Alice: answered", "Bob: on its way", "Carol: on its way", "Bob: answered", "Carol: answered"]


async def test_a_long_answer_keeps_no_short_one_waiting() -> None:
    turns, seen, over = Turns(at_once=1, aside=1, patience=FOR_EVER), list[str](), asyncio.Event()

    async def long() -> None:
        async with turns.one(long=True):
            await over.wait()
            seen.append("long")

    async def short() -> None:
        async with turns.one(long=False):
            seen.append("short")
        over.set()

    await asyncio.gather(long(), short())
    assert seen == ["short", "long"]
