"""Ledgers for tests: every one on a real SQLite file and in a real PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.announcements.ledger import Ledger, open_ledger
from tests.announcements.cluster import Cluster, postgres_cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One private PostgreSQL for the whole run."""
    with postgres_cluster() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ledger.sqlite"
    running: Cluster = request.getfixturevalue("cluster")
    return running.new_database()


@pytest.fixture
async def ledger(address: str) -> AsyncIterator[Ledger]:
    """An open ledger of the newest version."""
    opened = await open_ledger(address)
    yield opened
    await opened.close()
