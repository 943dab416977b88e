"""The choices of people, kept in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.announcements.announcement import PersonalSettings
from bot.announcements.choices import Choices
from bot.announcements.ledger import Ledger
from bot.announcements.settings_book import SettingsBook


class Counting(SettingsBook):
    """A book that notes for how many people it was read each time."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.read_for: list[int] = []

    async def of_people(self, users: Iterable[str]) -> dict[str, PersonalSettings]:
        asked = list(users)
        self.read_for.append(len(asked))
        return await super().of_people(asked)


async def test_a_crowd_of_new_people_waits_for_two_readings_and_not_for_one_each(ledger: Ledger) -> None:
    book = Counting(ledger)
    await book.save_person(PersonalSettings("7", "ko"))
    choices = Choices(book)
    spoken = await asyncio.gather(*(choices.spoken(str(number), "") for number in range(500)))
    assert spoken == ["ko" if number == 7 else "" for number in range(500)]
    assert book.read_for == [1, 499]


async def test_what_is_known_of_a_person_is_not_read_again(ledger: Ledger) -> None:
    book = Counting(ledger)
    choices = Choices(book)
    await choices.save_person(PersonalSettings("1", "ko"))
    assert await choices.of_person("1") == PersonalSettings("1", "ko")
    assert book.read_for == []
