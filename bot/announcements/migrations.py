"""How a ledger of any earlier version becomes one of today's: numbered steps, a transaction each.

A step never changes once it has been released. It is written in the SQL that SQLite and PostgreSQL share, and
not with `tables`, which shows only the newest state.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.announcements.refusals import LedgerTooNew

STEPS: tuple[tuple[str, ...], ...] = (
    # 1: announcements and what became of each run.
    (
        """CREATE TABLE announcements (
            id TEXT PRIMARY KEY NOT NULL,
            title TEXT NOT NULL DEFAULT '', content_kind TEXT NOT NULL DEFAULT '',
            topic TEXT NOT NULL DEFAULT '', side TEXT NOT NULL DEFAULT '',
            rule TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
            place_kind TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
            guild TEXT NOT NULL DEFAULT '',
            owner TEXT NOT NULL DEFAULT '', created BIGINT NOT NULL,
            missed TEXT NOT NULL DEFAULT '', grace_seconds INTEGER NOT NULL DEFAULT 0,
            locale TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '',
            thread INTEGER NOT NULL DEFAULT 0, publish INTEGER NOT NULL DEFAULT 0,
            standing TEXT NOT NULL DEFAULT '', refusals INTEGER NOT NULL DEFAULT 0,
            version INTEGER NOT NULL DEFAULT 0, edited_by TEXT NOT NULL DEFAULT '')""",
        "CREATE INDEX announcements_by_guild ON announcements (guild)",
        """CREATE TABLE deliveries (
            id TEXT PRIMARY KEY NOT NULL,
            source TEXT NOT NULL DEFAULT '', step TEXT NOT NULL DEFAULT '',
            trigger_kind TEXT NOT NULL DEFAULT '',
            place_kind TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
            guild TEXT NOT NULL DEFAULT '',
            lane TEXT NOT NULL DEFAULT '',
            planned BIGINT NOT NULL, due BIGINT NOT NULL, sequence BIGINT NOT NULL DEFAULT 0,
            target TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT '', tries INTEGER NOT NULL DEFAULT 0,
            doubts INTEGER NOT NULL DEFAULT 0, doubt_since BIGINT,
            owner TEXT NOT NULL DEFAULT '', lease_until BIGINT,
            message TEXT NOT NULL DEFAULT '', settled BIGINT,
            reason TEXT NOT NULL DEFAULT '', reason_values TEXT NOT NULL DEFAULT '')""",
        "CREATE INDEX deliveries_of_source ON deliveries (source, planned)",
        "CREATE INDEX deliveries_open_by_due ON deliveries (due) WHERE state IN ('planned', 'sending')",
        """CREATE INDEX deliveries_open_by_lane ON deliveries (lane, planned, sequence, id)
            WHERE state IN ('planned', 'sending')""",
        """CREATE TABLE guild_settings (
            guild TEXT PRIMARY KEY NOT NULL, locale TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
            visible_to TEXT NOT NULL DEFAULT '', log_channel TEXT NOT NULL DEFAULT '')""",
        """CREATE TABLE personal_settings (
            person TEXT PRIMARY KEY NOT NULL, locale TEXT NOT NULL DEFAULT '')""",
        """CREATE TABLE parked_queries (
            id TEXT PRIMARY KEY NOT NULL, query TEXT NOT NULL DEFAULT '', used BIGINT NOT NULL)""",
        "CREATE INDEX parked_queries_by_use ON parked_queries (used)",
    ),
    # 2: follows, and which release each post shows.
    (
        """CREATE TABLE follows (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '',
            place_kind TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
            guild TEXT NOT NULL DEFAULT '',
            owner TEXT NOT NULL DEFAULT '', created BIGINT NOT NULL,
            digest TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '',
            locale TEXT NOT NULL DEFAULT '')""",
        """CREATE TABLE carried (
            delivery TEXT NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
            release TEXT NOT NULL, follow TEXT NOT NULL DEFAULT '', revision TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (delivery, release, follow))""",
        "CREATE INDEX carried_by_release ON carried (release)",
        """CREATE TABLE releases (
            id TEXT PRIMARY KEY NOT NULL,
            revision TEXT NOT NULL DEFAULT '', withdrawn INTEGER NOT NULL DEFAULT 0)""",
    ),
    # 3: each server's choice for a post that may or may not have arrived.
    ("ALTER TABLE guild_settings ADD COLUMN unsure TEXT NOT NULL DEFAULT 'at_most_once'",),
)
NEWEST = len(STEPS)
_LOCK = 4_927_001  # any number, the same in every replica: they start at once and only one may migrate


async def migrate(engine: AsyncEngine, until: int = NEWEST) -> int:
    """Brings the ledger to version `until`; the version it was found in, 0 for a new one.

    Raises LedgerTooNew, and changes nothing, when a newer program has written it.
    """
    found: int | None = None
    for version in range(1, until + 1):
        async with engine.begin() as connection:
            before = await connection.run_sync(_step, version)
        found = before if found is None else found
    return found or 0


def _step(connection: Connection, version: int) -> int:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    found = version_of(connection)
    if found > NEWEST:
        raise LedgerTooNew(found=found, known=NEWEST)
    if found >= version:
        return found
    if version == 1:
        connection.execute(text("CREATE TABLE ledger_version (version INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO ledger_version VALUES (0)"))
    for statement in STEPS[version - 1]:
        connection.execute(text(statement))
    connection.execute(text("UPDATE ledger_version SET version = :version"), {"version": version})
    return found


def version_of(connection: Connection) -> int:
    """The ledger's version, 0 for an empty database."""
    if not inspect(connection).has_table("ledger_version"):
        return 0
    version: int = connection.execute(text("SELECT version FROM ledger_version")).scalar_one()
    return version
