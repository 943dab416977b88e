"""Discord is told of the commands when they change, and only then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.cards.commands import Naming
from bot.chat.discord.client import Readout
from bot.chat.discord.groups import TABLES
from bot.chat.discord.registration import Registry
from bot.model.question import COMMANDS
from bot.model.value import Locale
from tests.shelves import app
from tests.wire.rules import broken

PATH = "/applications/1/commands"


def new_bot(registry: Registry | None = None) -> Readout:
    return Readout(app().answers(), registry=registry)


SLASH, MESSAGE_MENU = 1, 3


async def registrations(*bots: Readout) -> int:
    """How often the commands were registered while these bots ran, one after the other."""
    first, *others = bots
    env = simcord.Env(first, check_errors=False)
    await env.start()
    for bot in others:
        await env.restart_bot(bot)
    puts = [request for request in env.http_requests if request.method == "PUT"]
    await env.shutdown()
    return len(puts)


async def reading_commands() -> list[dict[str, Any]]:
    """The commands that read the library, without the groups that announce."""
    return [
        payload
        for payload in await new_bot().command_payloads()
        if payload["name"] not in TABLES and payload["type"] == SLASH
    ]


async def test_the_menu_of_a_message_has_one_entry_in_both_languages_for_everybody() -> None:
    [entry] = [payload for payload in await new_bot().command_payloads() if payload["type"] != SLASH]
    assert (entry["name"], entry["type"]) == ("Check against releases", MESSAGE_MENU)
    assert entry["name_localizations"] == {"ko": "보도자료와 대조하기"}
    assert (entry["integration_types"], entry["contexts"]) == ([0, 1], [0, 1, 2])


async def test_the_commands_keep_every_rule_of_discord() -> None:
    assert broken("PUT", PATH, await new_bot().command_payloads()) == []


async def test_there_is_a_command_for_every_line_of_the_table_in_both_languages() -> None:
    english, korean = (Naming(app().languages[locale]) for locale in (Locale.EN, Locale.KO))
    payloads = await reading_commands()
    assert [payload["name"] for payload in payloads] == [english.command(command) for command in COMMANDS]
    assert [payload["name_localizations"] for payload in payloads] == [
        {"ko": korean.command(command)} for command in COMMANDS
    ]
    assert [payload["description_localizations"] for payload in payloads] == [
        {"ko": korean.what(command)} for command in COMMANDS
    ]


async def test_every_command_can_be_used_everywhere_by_everybody_and_shown_to_everyone() -> None:
    for payload in await reading_commands():
        assert (payload["integration_types"], payload["contexts"]) == ([0, 1], [0, 1, 2])
        visible_to = payload["options"][-1]
        assert (visible_to["name"], visible_to["required"]) == ("visible_to", False)
        assert [choice["value"] for choice in visible_to["choices"]] == ["me", "everyone"]


async def test_required_options_come_first_and_all_but_free_text_are_completed() -> None:
    for payload, command in zip(await reading_commands(), COMMANDS, strict=True):
        options = payload["options"][:-1]
        assert [option["required"] for option in options] == sorted((o.required for o in command.options), reverse=True)
        names = {option["name"]: option.get("autocomplete", False) for option in options}
        assert names == {option.typed: not option.kind.is_free for option in command.options}


async def test_commands_that_discord_has_are_not_registered_again(tmp_path: Path) -> None:
    registry = Registry(tmp_path / "var" / "registered.json")
    assert await registrations(new_bot(registry), new_bot(registry)) == 1
    assert [file.name for file in (tmp_path / "var").iterdir()] == ["registered.json"]


async def test_without_a_memory_they_are_registered_at_every_start() -> None:
    assert await registrations(new_bot(), new_bot()) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"application": "1", "at": "x", "commands": "y"}'])
async def test_a_damaged_memory_only_means_registering_again(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "registered.json"
    file.write_text(damage, encoding="utf-8")
    assert await registrations(new_bot(Registry(file))) == 1
    assert set(json.loads(file.read_text(encoding="utf-8"))) == {"application", "at", "commands"}


async def test_a_place_that_cannot_be_written_does_not_stop_the_bot(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "var").write_text("a file where the folder should be", encoding="utf-8")
    assert await registrations(new_bot(Registry(tmp_path / "var" / "registered.json"))) == 1
    assert "cannot remember that the commands are registered" in caplog.text


async def test_commands_that_discord_does_not_take_leave_the_bot_answering(caplog: pytest.LogCaptureFixture) -> None:
    bot = new_bot()
    env = simcord.Env(bot, check_errors=False)
    env.inject_error("PUT", "/applications/*/commands", status=400, code=50035, message="Invalid Form Body")
    await env.start()
    assert bot.is_ready()
    await env.shutdown()
    assert "Discord does not take the commands; those it has stay" in caplog.text
