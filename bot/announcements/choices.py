"""The choices of servers and people, asked for with every interaction and so kept in memory."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import TypeVar

from bot.announcements.announcement import GuildSettings, PersonalSettings
from bot.announcements.ledger import LedgerFault
from bot.announcements.settings_book import SettingsBook

_log = logging.getLogger(__name__)
_Chosen = TypeVar("_Chosen")
READING_SECONDS = 0.5
"""So long an answer waits to learn its language: Discord waits 3 seconds for all of it."""

KEPT_MOST = 50_000
"""So many servers and people are remembered; past that everything is read again, which costs a millisecond each."""


class Choices:
    """A SettingsBook read once for each server and person. Only this process may change what it keeps."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book
        self._guilds: dict[str, GuildSettings] = {}
        self._people: dict[str, PersonalSettings] = {}
        self._reading = asyncio.Lock()
        self._waiting: set[str] = set()
        """People whose choices are not read yet: whoever is first to read reads for all of them."""

    async def of_guild(self, guild: str) -> GuildSettings:
        """The server's choices."""
        if guild not in self._guilds:
            async with self._reading:
                if guild not in self._guilds:
                    _room_in(self._guilds)
                    self._guilds[guild] = await self._book.of_guild(guild)
        return self._guilds[guild]

    async def of_person(self, user: str) -> PersonalSettings:
        """The person's choices. A crowd of new people waits for one reading, not for one each."""
        while user not in self._people:
            self._waiting.add(user)
            async with self._reading:
                if user not in self._people:
                    _room_in(self._people)
                    together = frozenset(self._waiting)
                    self._people.update(await self._book.of_people(together))
                    self._waiting -= together
        return self._people[user]

    async def spoken(self, user: str, guild: str) -> str:
        """The language that a person, or else their server, has chosen; "" for none, and where nobody can tell now."""
        chosen = await self._or_none(self.of_person(user), PersonalSettings(user))
        if chosen.locale or not guild:
            return chosen.locale
        return (await self._or_none(self.of_guild(guild), GuildSettings(guild))).locale

    async def seen_by(self, guild: str) -> str:
        """Who is to see answers; "" where nothing is chosen, and where nobody can tell now."""
        return (await self._or_none(self.of_guild(guild), GuildSettings(guild))).visible_to

    async def _or_none(self, asking: Awaitable[_Chosen], without: _Chosen) -> _Chosen:
        """Releases are answered from whatever becomes of the ledger."""
        try:
            async with asyncio.timeout(READING_SECONDS):
                return await asking
        except (LedgerFault, TimeoutError) as error:
            _log.warning("the ledger cannot be read; no choices are known: %r", error)
            return without

    async def save_guild(self, settings: GuildSettings) -> None:
        """Keeps the server's choices."""
        await self._book.save_guild(settings)
        self._guilds[settings.guild] = settings

    async def save_person(self, settings: PersonalSettings) -> None:
        """Keeps the person's choices."""
        await self._book.save_person(settings)
        self._people[settings.user] = settings


def _room_in(kept: dict[str, GuildSettings] | dict[str, PersonalSettings]) -> None:
    if len(kept) >= KEPT_MOST:
        kept.clear()
