"""Of a crowd the first are answered before the last, and who waits long is told that the answer is on its way."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat.discord.desk import in_turn

AT_ONCE = 0.0
FOR_EVER = 3600.0


class Crowd:
    """People who ask at one desk, each until they are let go, and what they see."""

    def __init__(self, patience: float) -> None:
        self.turns = asyncio.Semaphore(1)
        self.patience = patience
        self.seen: list[str] = []
        self.let_go = asyncio.Event()

    async def ask(self, who: str) -> None:
        """One person's question."""

        async def promise() -> None:
            self.seen.append(f"{who}: on its way")
            if who == "Bob":
                self.let_go.set()

        async with in_turn(self.turns, promise, self.patience):
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
        async with in_turn(crowd.turns, asyncio.Event().wait, FOR_EVER):  # type: ignore[arg-type] # it never promises
            raise LookupError

    with pytest.raises(LookupError):
        await fails()
    await crowd.ask("Bob")
    assert crowd.seen == ["Bob: answered"]
