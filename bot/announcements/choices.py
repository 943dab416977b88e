"""The choices of servers and people, asked for with every interaction and so kept in memory."""

from bot.announcements.announcement import GuildSettings, PersonalSettings
from bot.announcements.settings_book import SettingsBook

KEPT_MOST = 50_000
"""So many servers and people are remembered; past that everything is read again, which costs a millisecond each."""


class Choices:
    """A SettingsBook read once for each server and person. Only this process may change what it keeps."""

    def __init__(self, book: SettingsBook) -> None:
        self._book = book
        self._guilds: dict[str, GuildSettings] = {}
        self._people: dict[str, PersonalSettings] = {}

    async def of_guild(self, guild: str) -> GuildSettings:
        """The server's choices."""
        if guild not in self._guilds:
            _room_in(self._guilds)
            self._guilds[guild] = await self._book.of_guild(guild)
        return self._guilds[guild]

    async def of_person(self, user: str) -> PersonalSettings:
        """The person's choices."""
        if user not in self._people:
            _room_in(self._people)
            self._people[user] = await self._book.of_person(user)
        return self._people[user]

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
