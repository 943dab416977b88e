"""The whole grid: `python -m tests.announcements.kill [MOMENTS]`, by default 30 moments for each corner."""

import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.announcements.cluster import postgres_cluster
from tests.announcements.kill.trial import CORNERS, PERFECT, Ledgers, Result, chat_server, trial

MOMENTS = 30


async def grid(moments: int) -> int:
    """Runs every corner and prints a line for each; how many trials were not perfect."""
    faults = 0
    with postgres_cluster() as cluster, tempfile.TemporaryDirectory() as home:
        ledgers = Ledgers(cluster, Path(home))
        async with chat_server() as chat:
            for corner in CORNERS:
                results: Counter[Result] = Counter()
                for seed in range(moments):
                    result = await trial(corner, seed, await ledgers.new(corner.database), chat)
                    results[result] += 1
                    if result != PERFECT:
                        print(f"seed {seed}: {result}", flush=True)
                faults += moments - results[PERFECT]
                print(f"{corner}: {results[PERFECT]} of {moments} perfect", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(1 if asyncio.run(grid(int(sys.argv[1]) if len(sys.argv) > 1 else MOMENTS)) else 0)
