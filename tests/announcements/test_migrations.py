"""A ledger of any earlier version becomes one of today's, and keeps what it holds."""

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.announcements.announcement import GuildSettings
from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.ledger import engine_for, open_ledger
from bot.announcements.migrations import NEWEST, migrate, version_of
from bot.announcements.refusals import LedgerTooNew
from bot.announcements.settings_book import SettingsBook
from bot.announcements.tables import metadata
from tests.announcements.builders import MONDAY_8AM, an_announcement

Shape = dict[str, tuple[list[tuple[str, bool]], list[str]]]


def shape(connection: Connection) -> Shape:
    """Every table's columns, in order of name, with whether they may be empty, and its indexes."""
    inspector = inspect(connection)
    return {
        table: (
            sorted((column["name"], bool(column["nullable"])) for column in inspector.get_columns(table)),
            sorted(str(index["name"]) for index in inspector.get_indexes(table)),
        )
        for table in inspector.get_table_names()
        if table != "ledger_version"
    }


async def shape_of(engine: AsyncEngine) -> Shape:
    """The shape of the database behind the engine."""
    async with engine.begin() as connection:
        return await connection.run_sync(shape)


async def test_the_migrated_ledger_has_the_tables_that_the_program_uses(address: str) -> None:
    engine = engine_for(address)
    await migrate(engine)
    migrated = await shape_of(engine)
    async with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(text(f"DROP TABLE {table.name}"))
        await connection.run_sync(metadata.create_all)
    assert migrated == await shape_of(engine)
    await engine.dispose()


@pytest.mark.parametrize("version", range(NEWEST + 1))
async def test_every_earlier_version_migrates_to_the_newest_and_keeps_its_rows(address: str, version: int) -> None:
    engine = engine_for(address)
    await migrate(engine, until=version)
    async with engine.begin() as connection:
        assert await connection.run_sync(version_of) == version
        if version >= 1:
            await connection.execute(
                text(
                    "INSERT INTO announcements (id, title, content_kind, rule, zone, place_kind, channel,"
                    " guild, owner, created, missed, grace_seconds, standing, version) VALUES ('digest',"
                    " 'Morning digest', 'digest', 'every day 09:00', 'UTC', 'text', 'news', 'ministry',"
                    " 'han', 1793606400000000, 'post_late', 21600, 'active', 1)"
                )
            )
            await connection.execute(text("INSERT INTO guild_settings (guild, locale, zone) VALUES ('m', 'ko', 'UTC')"))
    await engine.dispose()
    ledger = await open_ledger(address)
    kept = await AnnouncementBook(ledger).all()
    settings = await SettingsBook(ledger).of_guild("m")
    await ledger.close()
    expected = (an_announcement(created=MONDAY_8AM),) if version >= 1 else ()
    assert (kept, settings) == (expected, GuildSettings("m", "ko" if version >= 1 else ""))


async def test_a_ledger_of_a_newer_program_is_refused_and_left_alone(address: str) -> None:
    ledger = await open_ledger(address)
    async with ledger.writing() as connection:
        await connection.execute(text("UPDATE ledger_version SET version = :newer"), {"newer": NEWEST + 1})
    await ledger.close()
    with pytest.raises(LedgerTooNew) as refused:
        await open_ledger(address)
    assert refused.value == LedgerTooNew(found=NEWEST + 1, known=NEWEST)


async def test_a_step_that_fails_leaves_the_version_before_it(address: str) -> None:
    engine = engine_for(address)
    await migrate(engine, until=1)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE releases (id TEXT)"))
    with pytest.raises(Exception, match="releases"):
        await migrate(engine)
    async with engine.begin() as connection:
        assert await connection.run_sync(version_of) == 1
    assert "follows" not in await shape_of(engine)
    await engine.dispose()
