"""The bot as it is run: a process of its own that meets a small Discord over the wire."""

from __future__ import annotations

import json
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import aiohttp
import pytest

from tests.shelves import DATA
from tests.wire.faults import ALWAYS, Fault
from tests.wire.gateway import Op
from tests.wire.guest import Guest, visiting
from tests.wire.guild import Channel, Json
from tests.wire.interactions import Person, texts
from tests.wire.loopback import Loopback
from tests.wire.rules import broken
from tests.wire.tape import Request

RELEASE = "2020-08-27-asean-rok-dialogue"
CALLBACK = "/interactions/*/callback"
ANSWER = "## 2 joint agreements"
EPHEMERAL = 64


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    """A small Discord; whatever it is sent must keep Discord's rules."""
    async with Loopback() as discord:
        yield discord
        sent = discord.requests.entries
        assert [fault for r in sent if r.body for fault in broken(r.method, r.path, r.body)] == []


@pytest.fixture
def alice(discord: Loopback) -> Person:
    return Person(discord.world.add_user("alice"), discord.world.add_channel("releases"))


@pytest.fixture
def settings(discord: Loopback, tmp_path: Path) -> dict[str, str]:
    return {**discord.environment, "READOUT_VAR": str(tmp_path / "var"), "READOUT_HEALTH_PORT": "off"}


def running(settings: Mapping[str, str]) -> AbstractAsyncContextManager[Guest]:
    return visiting((sys.executable, "-m", "bot", "run"), settings)


@pytest.fixture
async def bot(discord: Loopback, settings: dict[str, str]) -> AsyncIterator[Guest]:
    """The bot, once it has joined."""
    async with running(settings) as guest:
        await guest.until(discord.gateway.joined())
        yield guest
        assert discord.token not in guest.log


async def answered(discord: Loopback, bot: Guest, who: Person, line: str = "agreed", **options: str) -> Json:
    """The one message that answers a command."""
    interaction = await discord.slash(who, line, **options)
    [message] = await bot.until(discord.said(interaction))
    assert interaction.followups == []
    return message


def first_line(message: Json) -> str:
    return texts(message)[0].splitlines()[0]


async def test_it_joins_answers_completes_and_leaves_when_told_to(discord: Loopback, bot: Guest, alice: Person) -> None:
    answer = await answered(discord, bot, alice)
    typing = await discord.type_in(alice, "positions", "topic", topic="kor")
    choices = (await bot.until(discord.acknowledged(typing)))["data"]["choices"]
    pressed = await discord.press(alice, answer, f"p:{RELEASE}:6")
    [paragraph] = await bot.until(discord.said(pressed))
    assert (first_line(answer), answer["flags"] & EPHEMERAL) == (ANSWER, EPHEMERAL)
    assert choices[0] == {"name": "Situation on the Korean Peninsula", "value": "korean-peninsula"}
    assert first_line(paragraph) == f"## `{RELEASE} ¶6`"
    assert await bot.leave() == 0
    assert "Traceback" not in bot.log


async def test_a_korean_discord_is_answered_in_korean(discord: Loopback, bot: Guest, alice: Person) -> None:
    korean = Person(alice.user, alice.channel, locale="ko")
    assert first_line(await answered(discord, bot, korean)) == "## 공동 합의 2건"


async def test_it_answers_in_a_direct_message_of_whoever_installed_it(
    discord: Loopback, bot: Guest, alice: Person
) -> None:
    own = Person(alice.user, discord.world.dm_with(alice.user["id"]), installed=("user",))
    assert first_line(await answered(discord, bot, own)) == ANSWER


async def test_the_commands_are_registered_once_and_not_again_by_the_next_process(
    discord: Loopback, settings: dict[str, str]
) -> None:
    def registrations() -> int:
        return len(discord.requests.matching(lambda r: r.method == "PUT" and r.path.endswith("/commands")))

    async with running(settings) as first:
        await first.until(discord.gateway.joined())
        await first.until(first.logged("commands registered"))
        assert await first.leave() == 0
    async with running(settings) as second:
        await second.until(discord.gateway.joined(2))
        assert await second.leave() == 0
    assert registrations() == 1


async def test_an_old_button_is_answered_after_a_crash(
    discord: Loopback, settings: dict[str, str], alice: Person
) -> None:
    async with running(settings) as first:
        await first.until(discord.gateway.joined())
        answer = await answered(discord, first, alice)
        await first.leave(signal.SIGKILL)
    async with running(settings) as second:
        await second.until(discord.gateway.joined(2))
        pressed = await discord.press(alice, answer, f"s:1:agreed:r{RELEASE}")
        [shared] = await second.until(discord.said(pressed))
    assert (first_line(shared), shared["flags"] & EPHEMERAL) == (ANSWER, 0)


async def test_told_to_reconnect_it_resumes_and_answers(discord: Loopback, bot: Guest, alice: Person) -> None:
    await discord.gateway.tell_to_reconnect()
    await bot.until(discord.gateway.joined(2))
    assert first_line(await answered(discord, bot, alice)) == ANSWER


async def test_a_gateway_that_hangs_up_is_joined_again(discord: Loopback, bot: Guest, alice: Person) -> None:
    discord.gateway.drop()
    await bot.until(discord.gateway.joined(2))
    assert first_line(await answered(discord, bot, alice)) == ANSWER


@pytest.mark.parametrize(
    "fault",
    [
        Fault("POST", CALLBACK),
        Fault("POST", CALLBACK, stored=True),
        Fault("POST", CALLBACK, act="drop"),
        Fault("POST", CALLBACK, act="drop", stored=True),
        Fault("POST", CALLBACK, act="drop", times=2),
    ],
    ids=["500", "stored, then 500", "dropped", "stored, then dropped", "dropped twice"],
)
async def test_a_reply_that_fails_on_the_way_still_comes_and_comes_once(
    discord: Loopback, bot: Guest, alice: Person, fault: Fault
) -> None:
    discord.faults.plan(fault)
    assert first_line(await answered(discord, bot, alice, visible_to="everyone")) == ANSWER
    assert first_line(await answered(discord, bot, alice)) == ANSWER
    stored = [m for m in alice.channel.messages.values() if not m["flags"] & EPHEMERAL]
    assert [first_line(message) for message in stored] == [ANSWER]


def posts(discord: Loopback, channel: Channel) -> list[Json]:
    """What the bot has posted in a channel."""
    return [m for m in channel.messages.values() if m["author"]["id"] == discord.world.bot["id"]]


def posted(request: Request) -> bool:
    return request.method == "POST" and request.path.endswith("/messages") and request.status == 200


@pytest.mark.parametrize(
    "fault",
    [
        None,
        Fault("POST", "/channels/*/messages", act="drop"),
        Fault("POST", "/channels/*/messages", act="drop", stored=True),
        Fault("POST", "/channels/*/messages", stored=True),
    ],
    ids=["well", "dropped", "stored, then dropped", "stored, then 500"],
)
async def test_a_mention_is_answered_once_whatever_happens_on_the_way(
    discord: Loopback, bot: Guest, alice: Person, fault: Fault | None
) -> None:
    if fault:
        discord.faults.plan(fault)
    await discord.write(alice, f"<@{discord.world.bot['id']}> what was agreed?")
    await bot.until(discord.requests.until(posted))
    assert [first_line(message) for message in posts(discord, alice.channel)] == [ANSWER]


async def test_a_direct_message_is_answered_where_it_was_written(discord: Loopback, bot: Guest, alice: Person) -> None:
    own = Person(alice.user, discord.world.dm_with(alice.user["id"]))
    await discord.write(own, "what was agreed?")
    await bot.until(discord.requests.until(posted))
    assert [first_line(message) for message in posts(discord, own.channel)] == [ANSWER]


async def test_it_needs_no_privileged_intent(discord: Loopback, bot: Guest) -> None:
    asked = [frame.d["intents"] for frame in discord.gateway.frames.entries if frame.op == Op.IDENTIFY]
    privileged = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content
    assert [intents & privileged for intents in asked] == [0]
    assert bot.log


async def test_where_it_may_not_write_a_mention_costs_a_line_in_the_log(
    discord: Loopback, bot: Guest, alice: Person
) -> None:
    await discord.refuse(alice.channel, "send")
    await discord.write(alice, f"<@{discord.world.bot['id']}> what was agreed?")
    await bot.until(bot.logged("no right to answer a message"))
    assert first_line(await answered(discord, bot, alice)) == ANSWER
    assert "Traceback" not in bot.log


async def test_a_discord_that_is_down_at_the_start_is_tried_until_it_is_up(
    discord: Loopback, settings: dict[str, str], alice: Person
) -> None:
    discord.faults.plan(Fault("GET", "/users/@me", act="drop", times=2))
    discord.faults.plan(Fault("PUT", "/applications/*/commands", act="drop", times=2))
    async with running(settings) as bot:
        await bot.until(discord.gateway.joined())
        assert first_line(await answered(discord, bot, alice)) == ANSWER
        await bot.until(discord.requests.until(lambda r: r.method == "PUT" and r.status == 200))
        assert await bot.leave() == 0
    assert "Discord cannot be reached (ServerDisconnectedError)" in bot.log


async def log_of_refusal(settings: Mapping[str, str]) -> list[str]:
    """The lines, log and all, of a start that fails."""
    async with running(settings) as bot:
        assert await bot.ended() == 1
    return [line for line in bot.log.splitlines() if " INFO " not in line]


async def test_without_a_token_one_line_says_what_to_do(settings: dict[str, str]) -> None:
    [line] = await log_of_refusal(settings | {"DISCORD_TOKEN": ""})
    assert line.startswith("DISCORD_TOKEN is not set.")


@pytest.mark.parametrize("token", ["two words", "“quoted”", "한국"])
async def test_what_can_be_no_token_is_not_sent_anywhere(
    discord: Loopback, settings: dict[str, str], token: str
) -> None:
    [line] = await log_of_refusal(settings | {"DISCORD_TOKEN": token})
    assert line == "DISCORD_TOKEN holds characters that no token has. Copy it again, without quotes."
    assert discord.requests.entries == []


async def test_a_wrong_token_is_one_line_without_the_token(settings: dict[str, str]) -> None:
    [line] = await log_of_refusal(settings | {"DISCORD_TOKEN": "wrong-token-4711"})
    assert line.startswith("Discord does not accept the token in DISCORD_TOKEN. Copy it again from https://")
    assert "4711" not in line


async def test_a_token_without_access_is_one_line(discord: Loopback, settings: dict[str, str]) -> None:
    discord.faults.plan(Fault("GET", "/users/@me", status=403, code=50001, message="Missing Access", times=ALWAYS))
    [line] = await log_of_refusal(settings)
    assert line.startswith("Discord knows the token in DISCORD_TOKEN but gives it no access.")


@pytest.mark.parametrize(("code", "sentence"), [(4004, "does not accept the token"), (4014, "gives it no access")])
async def test_a_gateway_that_refuses_the_token_ends_it(
    discord: Loopback, settings: dict[str, str], code: int, sentence: str
) -> None:
    discord.gateway.refuse_with = code
    [line] = await log_of_refusal(settings)
    assert sentence in line


async def test_broken_data_is_named_and_nobody_is_told_that_it_runs(
    discord: Loopback, settings: dict[str, str], tmp_path: Path
) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    release = data / "releases" / f"{RELEASE}.yaml"
    release.write_text(release.read_text(encoding="utf-8").replace("act: agreement", "act: treaty"), encoding="utf-8")
    lines = await log_of_refusal(settings | {"READOUT_DATA": str(data)})
    assert lines != []
    assert all(release.name in line for line in lines)
    assert discord.requests.entries == []


async def test_health_says_when_it_is_ready_and_counts_what_it_answers(
    discord: Loopback, settings: dict[str, str], alice: Person
) -> None:
    discord.faults.plan(Fault("GET", "/users/@me", act="hang"))
    async with running(settings | {"READOUT_HEALTH_PORT": "0"}) as bot, aiohttp.ClientSession() as session:

        async def got(page: str) -> str:
            async with session.get(f"{where}/{page}") as response:
                return await response.text()

        await bot.until(discord.requests.until(lambda r: r.path == "/users/@me"))
        where = re.findall(r"http://127\.0\.0\.1:\d+", bot.log)[0]
        assert [await got("healthz"), await got("readyz")] == ["ok\n", "waiting for Discord's gateway\n"]
        discord.faults.release()
        await bot.until(discord.gateway.joined())
        await answered(discord, bot, alice)
        assert await got("readyz") == "ready\n"
        assert 'readout_interactions_total{command="agreed",outcome="answered"} 1.0' in await got("metrics")


@pytest.mark.parametrize("port", ["70000", "eighty"])
async def test_a_health_port_that_is_none_is_one_line(settings: dict[str, str], port: str) -> None:
    [line] = await log_of_refusal(settings | {"READOUT_HEALTH_PORT": port})
    assert line == f"READOUT_HEALTH_PORT is a number up to 65535, or off; not '{port}'."


async def test_the_commands_that_are_printed_are_those_that_are_sent(
    discord: Loopback, settings: dict[str, str]
) -> None:
    async with visiting((sys.executable, "-m", "bot", "commands", "--json"), settings) as printing:
        assert await printing.ended() == 0
    async with running(settings) as bot:
        [put] = await bot.until(discord.requests.until(lambda r: r.method == "PUT"))
    assert json.loads(printing.log) == put.body
