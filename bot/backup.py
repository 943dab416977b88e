"""Announcements listed, and moved out of a ledger and into another, for backup and for moving house."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.announcements.moving import moved_in, moved_out
from bot.announcements.refusals import BackupFaults
from bot.errors import Fault, FaultsError
from bot.library.guarded_yaml import parse, written
from bot.settings import Settings


def listed(settings: Settings) -> dict[str, list[dict[str, str | int | bool]]]:
    """Every announcement in the ledger, as a backup holds it."""
    return asyncio.run(moved_out(settings.ledger()))


def exported(settings: Settings) -> str:
    """The same as YAML."""
    return written(listed(settings))


def imported(settings: Settings, file: Path) -> int:
    """Takes every announcement of a backup into the ledger, or none; how many. Raises FaultsError."""
    try:
        return asyncio.run(moved_in(settings.ledger(), parse(file.read_bytes(), str(file)).tree, datetime.now(UTC)))
    except OSError as error:
        raise FaultsError((Fault(str(file), 0, "", f"cannot be read: {error.strerror}"),)) from error
    except BackupFaults as error:
        raise FaultsError(tuple(Fault(str(file), 0, where, what) for where, what in error.faults)) from error
