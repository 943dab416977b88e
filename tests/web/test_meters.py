"""What the bot did, counted."""

from __future__ import annotations

from bot.web.meters import Meters


def counted(meters: Meters) -> dict[str, float]:
    """The counters of the bot itself that are not zero."""
    lines = (line for line in meters.text().decode().splitlines() if line.startswith("readout_"))
    samples = (line.rpartition(" ") for line in lines)
    return {
        name: float(value)
        for name, _, value in samples
        if float(value) and "_bucket" not in name and "_created" not in name
    }


def test_nothing_is_counted_before_anything_happens() -> None:
    assert counted(Meters()) == {}


def test_interactions_are_counted_by_command_and_outcome_with_their_seconds() -> None:
    meters = Meters()
    meters.seen("agreed", "answered", 0.25)
    meters.seen("agreed", "answered", 0.5)
    meters.seen("agreed", "denied", 0.25)
    assert counted(meters) == {
        'readout_interactions_total{command="agreed",outcome="answered"}': 2,
        'readout_interactions_total{command="agreed",outcome="denied"}': 1,
        'readout_reply_seconds_count{command="agreed"}': 3,
        'readout_reply_seconds_sum{command="agreed"}': 1,
    }


def test_a_reply_later_than_three_seconds_is_late_and_so_is_one_that_discord_no_longer_took() -> None:
    meters = Meters()
    meters.seen("agreed", "answered", 3.0)
    assert "readout_late_replies_total" not in counted(meters)
    meters.seen("agreed", "answered", 3.5)
    meters.seen("agreed", "late", 1.0)
    assert counted(meters)["readout_late_replies_total"] == 2


def test_errors_are_counted() -> None:
    meters = Meters()
    for outcome in ("answered", "refused", "failed", "late"):
        meters.seen("agreed", outcome, 0.1)
    assert counted(meters)["readout_errors_total"] == 2
