"""The whole grid: `python -m tests.announcements.kill [MOMENTS [CORNERS]]`, by default 30 moments for each corner.

CORNERS is a word or more of what they are called: `"postgresql, 3"`.
"""

import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.announcements.cluster import postgres_cluster
from tests.announcements.kill.trial import CORNERS, PERFECT, Ledgers, Result, chat_server, trial

MOMENTS = 30


async def grid(moments: int, called: str = "") -> int:
    """Runs every corner of that name and prints a line for each; how many trials were not perfect."""
    faults = 0
    with postgres_cluster() as cluster, tempfile.TemporaryDirectory() as home:
        ledgers = Ledgers(cluster, Path(home))
        async with chat_server() as chat:
            for corner in (one for one in CORNERS if called in str(one)):
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
    asked = sys.argv[1:]
    sys.exit(1 if asyncio.run(grid(int(asked[0]) if asked else MOMENTS, *asked[1:2])) else 0)
