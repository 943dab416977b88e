"""The ledger's tables as the newest migration leaves them, the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole microseconds since 1970 UTC: compares alike in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The number that is stored."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002 - as above
        """The moment that a stored number means."""
        return None if value is None else _EPOCH + value * _MICROSECOND


metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


announcements = Table(
    "announcements",
    metadata,
    Column("id", Text, primary_key=True),
    _text("title"),
    _text("content_kind"),
    _text("topic"),
    _text("side"),
    _text("rule"),
    _text("zone"),
    _text("place_kind"),
    _text("channel"),
    _text("guild"),
    _text("owner"),
    Column("created", Instant, nullable=False),
    _text("missed"),
    _number("grace_seconds"),
    _text("locale"),
    _text("role"),
    _number("thread"),
    _number("publish"),
    _text("standing"),
    _number("refusals"),
    _number("version"),
    _text("edited_by"),
    Index("announcements_by_guild", "guild"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Text, primary_key=True),
    _text("source"),
    _text("step"),
    _text("trigger_kind"),
    _text("place_kind"),
    _text("channel"),
    _text("guild"),
    _text("lane"),
    Column("planned", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("sequence", BigInteger, nullable=False, server_default=text("0")),
    _text("target"),
    _text("body"),
    _text("state"),
    _number("tries"),
    _number("doubts"),
    Column("doubt_since", Instant),
    _text("owner"),
    Column("lease_until", Instant),
    _text("message"),
    Column("settled", Instant),
    _text("reason"),
    _text("reason_values"),
    Index("deliveries_of_source", "source", "planned"),
    # Only open rows are ever searched while posting, and there are few of them beside years of history.
    # The migrations say so: a condition here would load every dialect's package, used or not.
    Index("deliveries_open_by_due", "due"),
    Index("deliveries_open_by_lane", "lane", "planned", "sequence", "id"),
)

carried = Table(
    "carried",
    metadata,
    Column("delivery", Text, ForeignKey("deliveries.id", ondelete="CASCADE"), primary_key=True),
    Column("release", Text, primary_key=True),
    Column("follow", Text, primary_key=True, server_default=""),
    _text("revision"),
    Index("carried_by_release", "release"),
)

follows = Table(
    "follows",
    metadata,
    Column("id", Text, primary_key=True),
    _text("kind"),
    _text("subject"),
    _text("place_kind"),
    _text("channel"),
    _text("guild"),
    _text("owner"),
    Column("created", Instant, nullable=False),
    _text("digest"),
    _text("zone"),
    _text("locale"),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Text, primary_key=True),
    _text("revision"),
    _number("withdrawn"),
)

guild_settings = Table(
    "guild_settings",
    metadata,
    Column("guild", Text, primary_key=True),
    _text("locale"),
    _text("zone"),
    _text("visible_to"),
    _text("log_channel"),
    Column("unsure", Text, nullable=False, server_default="at_most_once"),
)

personal_settings = Table(
    "personal_settings",
    metadata,
    Column("person", Text, primary_key=True),
    _text("locale"),
)

parked_queries = Table(
    "parked_queries",
    metadata,
    Column("id", Text, primary_key=True),
    _text("query"),
    Column("used", Instant, nullable=False),
    Index("parked_queries_by_use", "used"),
)
