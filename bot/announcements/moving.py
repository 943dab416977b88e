"""Announcements out of one ledger and into another: backup, and moving house."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.backup import Plain, exported, imported
from bot.announcements.ledger import Ledger, open_ledger
from bot.announcements.refusals import AlreadyThere, BackupFaults

ROOT = "announcements"


async def moved_out(address: str) -> dict[str, list[Plain]]:
    """Every announcement of a ledger as a backup holds it."""
    async with _open(address) as ledger:
        return {ROOT: exported(await AnnouncementBook(ledger).all())}


async def moved_in(address: str, backup: Mapping[str, Any], now: datetime) -> int:
    """Takes a whole backup into a ledger, or nothing of it; how many there were. Raises BackupFaults."""
    entries = backup.get(ROOT)
    if not isinstance(entries, list) or len(backup) != 1:
        raise BackupFaults(((ROOT, "expected a list under this key, and nothing else"),))
    taken = imported(entries)
    async with _open(address) as ledger:
        try:
            await AnnouncementBook(ledger).take(taken, now)
        except AlreadyThere as error:
            raise BackupFaults(((ROOT, f"{error.announcement!r} is in the ledger already"),)) from error
    return len(taken)


@asynccontextmanager
async def _open(address: str) -> AsyncIterator[Ledger]:
    ledger = await open_ledger(address)
    try:
        yield ledger
    finally:
        await ledger.close()
