"""What tests counted, told at the end of a run: `record_property(COUNTED, "…")`."""

from __future__ import annotations

import pytest

COUNTED = "counted"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints a line for each count, of tests that passed and of those that failed."""
    reports = (one for found in ("passed", "failed") for one in terminalreporter.getreports(found))
    lines = [str(value) for one in reports for name, value in one.user_properties if name == COUNTED]
    if lines:
        terminalreporter.section("counted")
        for line in lines:
            terminalreporter.line(line)
