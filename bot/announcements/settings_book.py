"""The choices of servers and people, and the questions parked behind buttons, in the ledger."""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update

from bot.announcements.announcement import GuildSettings, PersonalSettings, Place, PlaceKind, Unsure
from bot.announcements.ledger import Ledger, insert_or_leave
from bot.announcements.tables import guild_settings, parked_queries, personal_settings

PARKED_FOR = timedelta(days=30)
"""How long a button that was not pressed keeps its question."""
_KEY_BYTES = 12


class SettingsBook:
    """What servers and people have chosen; defaults for those who have not."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def of_guild(self, guild: str) -> GuildSettings:
        """The server's choices."""
        async with self._ledger.reading() as connection:
            row = (
                await connection.execute(select(guild_settings).where(guild_settings.c.guild == guild))
            ).one_or_none()
        if row is None:
            return GuildSettings(guild)
        return GuildSettings(guild, row.locale, ZoneInfo(row.zone), row.visible_to, row.log_channel, Unsure(row.unsure))

    async def locale_at(self, place: Place) -> str:
        """The language chosen for a place: its server's, or in a direct message the person's; "" for none."""
        if place.kind is PlaceKind.DM:
            return (await self.of_person(place.channel)).locale
        return (await self.of_guild(place.guild)).locale

    async def save_guild(self, settings: GuildSettings) -> None:
        """Keeps the server's choices."""
        chosen = {
            "locale": settings.locale,
            "zone": settings.zone.key,
            "visible_to": settings.visible_to,
            "log_channel": settings.log_channel,
            "unsure": settings.unsure.value,
        }
        async with self._ledger.writing() as connection:
            statement = insert_or_leave(connection, guild_settings).values(guild=settings.guild, **chosen)
            await connection.execute(statement.on_conflict_do_update(index_elements=["guild"], set_=chosen))

    async def of_person(self, user: str) -> PersonalSettings:
        """The person's choices."""
        return (await self.of_people((user,)))[user]

    async def of_people(self, users: Iterable[str]) -> dict[str, PersonalSettings]:
        """The choices of many people, read at once."""
        asked = list(users)
        table = personal_settings.c
        async with self._ledger.reading() as connection:
            rows = await connection.execute(select(table.person, table.locale).where(table.person.in_(asked)))
            chosen = {row.person: row.locale for row in rows}
        return {user: PersonalSettings(user, chosen.get(user, "")) for user in asked}

    async def save_person(self, settings: PersonalSettings) -> None:
        """Keeps the person's choices."""
        chosen = {"locale": settings.locale}
        async with self._ledger.writing() as connection:
            statement = insert_or_leave(connection, personal_settings).values(person=settings.user, **chosen)
            await connection.execute(statement.on_conflict_do_update(index_elements=["person"], set_=chosen))


class ParkedQueries:
    """Questions too long for a button's custom_id, kept under a short key."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def park(self, query: str, now: datetime) -> str:
        """Keeps the question for PARKED_FOR; its key."""
        key = key_of(query)
        async with self._ledger.writing(quiet=True) as connection:
            await connection.execute(delete(parked_queries).where(parked_queries.c.used < now - PARKED_FOR))
            statement = insert_or_leave(connection, parked_queries).values(id=key, query=query, used=now)
            await connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"used": now}))
        return key

    async def fetch(self, key: str, now: datetime) -> str | None:
        """The question, or None when it has been kept long enough. Fetching keeps it for PARKED_FOR again."""
        async with self._ledger.writing(quiet=True) as connection:
            query: str | None = await connection.scalar(
                update(parked_queries)
                .where(parked_queries.c.id == key, parked_queries.c.used >= now - PARKED_FOR)
                .values(used=now)
                .returning(parked_queries.c.query)
            )
        return query


def key_of(query: str) -> str:
    """The key under which a question is kept: 16 letters, the same for the same question."""
    return urlsafe_b64encode(blake2b(query.encode(), digest_size=_KEY_BYTES).digest()).decode()
