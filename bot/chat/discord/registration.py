"""Telling Discord which commands there are, only when they changed: a registration has a daily limit."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.http import Route

log = logging.getLogger(__name__)
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 300.0


async def payloads(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """The commands as they are sent, in the language of the protocol."""
    translator = tree.translator
    assert translator is not None
    commands: Sequence[app_commands.Command[Any, ..., Any] | app_commands.ContextMenu] = [
        command
        for command in tree.get_commands()
        if isinstance(command, (app_commands.Command, app_commands.ContextMenu))
    ]
    return [await command.get_translated_payload(tree, translator) for command in commands]


class Registry:
    """Remembers in one small file what was last registered, for which application and where."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def knows(self, application: int, digest: str) -> bool:
        """Whether just this was registered last."""
        try:
            return bool(json.loads(self._file.read_text(encoding="utf-8")) == _entry(application, digest))
        except (OSError, ValueError):
            return False

    def keep(self, application: int, digest: str) -> None:
        """Remembers what was registered; the file is replaced whole."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
            part.write_text(json.dumps(_entry(application, digest)), encoding="utf-8")
            part.replace(self._file)
        except OSError as error:
            log.warning("cannot remember that the commands are registered: %s", error)


def _entry(application: int, digest: str) -> dict[str, str]:
    return {"application": str(application), "at": Route.BASE, "commands": digest}


async def register(tree: app_commands.CommandTree[Any], application: int, registry: Registry | None) -> None:
    """Registers the commands everywhere unless Discord has them, trying again until it is there to take them."""
    sent = json.dumps(await payloads(tree), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(sent.encode()).hexdigest()
    if registry and registry.knows(application, digest):
        return
    pause = FIRST_PAUSE
    while True:
        try:
            await tree.sync()
        except (discord.DiscordServerError, aiohttp.ClientError, OSError) as error:
            log.warning("commands not registered (%s); again in %.0f s", type(error).__name__, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        except discord.DiscordException as error:
            log.error("Discord does not take the commands; those it has stay: %s", error)
            return
        else:
            break
    if registry:
        registry.keep(application, digest)
    log.info("commands registered")
