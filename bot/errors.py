"""What can go wrong, as values. The sentence a person reads is made where people are met."""

from __future__ import annotations

from dataclasses import dataclass


class ReadoutError(Exception):
    """The base of every error that Readout raises on purpose."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one data file.

    ``place`` is the path of the value inside the file (``statements[3].topics[0]``), ``line`` its line,
    counted from 1, or 0 where a fault has no line. ``entry`` is what its file calls
    the entry in which it lies (``4.1-b``).
    """

    file: str
    line: int
    place: str
    message: str
    entry: str = ""

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        entry = f" ({self.entry})" if self.entry else ""
        place = f" {self.place}{entry}:" if self.place else ""
        return f"{self.file}{line}:{place} {self.message}"


class FaultsError(ReadoutError):
    """Data that must not be loaded: every fault found, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class SettingError(ReadoutError):
    """A setting is missing or cannot be used: one sentence that says what to do."""
