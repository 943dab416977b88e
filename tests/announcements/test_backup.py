"""Announcements move house as plain values."""

from zoneinfo import ZoneInfo

import pytest

from bot.announcements.backup import exported, imported
from bot.announcements.refusals import BackupFaults
from tests.announcements.builders import an_announcement


def test_what_was_exported_comes_back_as_it_was() -> None:
    kept = (
        an_announcement("평일 09:00", zone=ZoneInfo("Asia/Seoul"), role="r1", thread=True),
        an_announcement("*/7 9-17 * * 1-5", id="second"),
        an_announcement("2026-12-01 09:00", id="third"),
    )
    assert imported(exported(kept)) == kept


def test_a_backup_is_only_text_numbers_and_truth_values() -> None:
    (plain,) = exported([an_announcement()])
    assert {type(value) for value in plain.values()} == {str, int, bool}


def test_every_fault_of_a_backup_is_named_at_once() -> None:
    (plain,) = exported([an_announcement()])
    broken = {**plain, "when": "whenever", "zone": "EST", "thread": "yes", "colour": "red"}
    del broken["owner"]
    with pytest.raises(BackupFaults) as refused:
        imported([plain, broken, "nonsense"])
    assert [where for where, _ in refused.value.faults] == [
        "announcements[1].colour",
        "announcements[1].when",
        "announcements[1].zone",
        "announcements[1].owner",
        "announcements[1].thread",
        "announcements[2]",
    ]


def test_an_id_that_stands_there_twice_is_a_fault() -> None:
    (plain,) = exported([an_announcement()])
    with pytest.raises(BackupFaults) as refused:
        imported([plain, plain])
    assert refused.value.faults == (("announcements", "id 'digest' stands there 2 times"),)
