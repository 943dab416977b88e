"""A false twin of a true statement cannot be loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.checks import CHECKS, faults_of
from bot.library.reading import Reading
from tests.conftest import COUNTED
from tests.library.twins import twins_of
from tests.shelves import BILATERAL, DATA, FICTION, readings

EVERY = (DATA, FICTION, BILATERAL)
KINDS = {
    "wrong side",
    "wrong verb",
    "wrong act",
    "wrong paragraph",
    "altered quote",
    "gist in English",
    "gist in Korean",
    "limit dropped",
    "person changed in Korean",
    "time dropped in Korean",
    "modal changed",
}


def is_refused(reading: Reading) -> bool:
    """Whether some check finds a fault; the rest are not run."""
    return any(True for check in CHECKS for _ in check(reading))


@pytest.mark.parametrize("data", EVERY, ids=[data.name for data in EVERY])
def test_every_false_twin_of_every_statement_is_refused(
    data: Path, record_property: Callable[[str, object], None]
) -> None:
    made: Counter[str] = Counter()
    accepted: list[str] = []
    for reading in readings(data):
        for twin in twins_of(reading):
            made[twin.kind] += 1
            if not is_refused(twin.reading):
                accepted.append(f"{twin.kind}: {twin.statement}")
    kinds = dict(sorted(made.items()))
    record_property(COUNTED, f"{data.name}: {made.total()} false twins made: {kinds}, {len(accepted)} accepted")
    assert accepted == []
    assert set(made) == KINDS


def test_the_true_statements_themselves_are_accepted() -> None:
    assert [fault for data in EVERY for reading in readings(data) for fault in faults_of(reading)] == []
