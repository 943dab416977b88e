"""Opens the ledger: one SQLite file, or a PostgreSQL database, with the same code above.

psycopg speaks to PostgreSQL, and not asyncpg: it takes libpq's addresses and settings as operators know them
(sslmode, service files, several hosts), and the same driver serves blocking scripts and tests.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Table, create_engine, event, literal, make_url
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.announcements.migrations import migrate
from bot.announcements.refusals import LedgerUnusable

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

BUSY_SECONDS = 10
"""How long a writer waits for another process that is writing to the same SQLite file."""
LedgerFault = SQLAlchemyError
"""What reading and writing raise when the database is full, locked, broken or away: nothing was written then."""
_READING = "ledger_reading"
_SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    # What is committed survives a power cut: a claim must be on the disk before its post leaves.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)


class Ledger:
    """A migrated database.

    `changed` is set after every write, so that a runner of this process looks again.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._reader = engine.execution_options(**{_READING: True})
        # SQLite has one writer at a time, and waits for its turn neither fairly nor without a thread.
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )
        self.changed = asyncio.Event()

    @asynccontextmanager
    async def writing(self, *, quiet: bool = False) -> AsyncIterator[AsyncConnection]:
        """One transaction: all of it is kept, or nothing when the block raises.

        `quiet` leaves `changed` alone.
        """
        async with self._turn, self._engine.begin() as connection:
            yield connection
        if not quiet:
            self.changed.set()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A consistent view that never waits for a writer."""
        async with self._reader.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Closes every connection."""
        await self._engine.dispose()


async def open_ledger(address: str, busy_seconds: float = BUSY_SECONDS) -> Ledger:
    """The ledger at that address, migrated to the newest version.

    Addresses look like `sqlite:///var/ledger.sqlite` and `postgresql://user@host/name`. Raises LedgerTooNew
    when a newer program has written it, and LedgerUnusable when it cannot be opened.
    """
    try:
        engine = engine_for(address, busy_seconds)
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerUnusable(why="its address is none that I can read") from error
    try:
        if engine.dialect.name == "sqlite":
            await asyncio.to_thread(_open_once, engine.url)
        await migrate(engine)
    except DBAPIError as error:
        await engine.dispose()
        raise LedgerUnusable(why=" ".join(str(error.orig).split())) from error
    except BaseException:
        await engine.dispose()
        raise
    return Ledger(engine)


def engine_for(address: str, busy_seconds: float = BUSY_SECONDS) -> AsyncEngine:
    """A connected-on-demand engine with the settings that the ledger needs, not yet migrated."""
    url = make_url(address)
    if url.get_backend_name() == "postgresql":
        return create_async_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            # Another replica's migration, or a pooler between us and the server, would spoil prepared
            # statements.
            connect_args={"prepare_threshold": None},
        )
    if url.get_backend_name() != "sqlite":
        raise NoSuchModuleError(url.get_backend_name())
    engine = create_async_engine(url.set(drivername="sqlite+aiosqlite"))
    event.listen(engine.sync_engine, "connect", partial(_on_sqlite_connect, busy_seconds))
    event.listen(engine.sync_engine, "begin", _on_sqlite_begin)
    return engine


async def added(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> bool:
    """Inserts a row; False when one with its key was there before, which then stays as it was."""
    statement = insert_or_leave(connection, table).values(values).on_conflict_do_nothing()
    # Not every driver counts the rows of such an insert.
    row = (await connection.execute(statement.returning(literal(1)))).one_or_none()
    return row is not None


def insert_or_leave(connection: AsyncConnection, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """An insert in the connection's dialect, which knows what to do on a conflict."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - 4 MB that a ledger in one file does without

    return postgresql.insert(table)


def _open_once(address: URL) -> None:
    # aiosqlite's thread outlives an opening that failed, and writes a traceback when the loop has ended before it.
    blocking = create_engine(address.set(drivername="sqlite"))
    blocking.connect().close()
    blocking.dispose()


def _on_sqlite_connect(busy_seconds: float, connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # Python's driver begins transactions when it sees fit, and never for reads or DDL; we say BEGIN
    # ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={int(busy_seconds * 1000)}")
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    # A transaction that starts as a reader and then writes fails when another wrote in between; IMMEDIATE
    # queues.
    reading = connection.get_execution_options().get(_READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
