"""Killed processes: a sample of the grid that covers each corner once. The whole grid: `make kill`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.announcements.cluster import Cluster
from tests.announcements.kill.trial import CORNERS, PERFECT, Corner, Ledgers, chat_server, trial
from tests.conftest import COUNTED


@pytest.mark.parametrize("corner", CORNERS, ids=str)
async def test_no_post_is_lost_or_seen_twice_when_processes_are_killed(
    corner: Corner, cluster: Cluster, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    address = await Ledgers(cluster, tmp_path).new(corner.database)
    async with chat_server() as chat:
        result = await trial(corner, seed=CORNERS.index(corner), address=address, chat=chat)
    record_property(COUNTED, f"killed, {corner}: {result}")
    assert result == PERFECT
