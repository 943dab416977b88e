"""Posting on Discord over the wire: what is sent, and what each failure means."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import discord
import pytest
from discord.http import Route

from bot.announcements.announcement import Place, PlaceKind
from bot.announcements.publisher import Post, Publisher, Refused, TryLater, Unclear
from bot.chat.discord.components import button, row, text
from bot.chat.discord.custom_ids import about_id
from bot.chat.discord.publisher import DiscordPublisher
from tests.wire.faults import Fault, rate_limited
from tests.wire.guild import Channel, ChannelType, Flag, Json
from tests.wire.loopback import Loopback
from tests.wire.rules import broken

MARK = "gsyw3hgcbymvfgx5ofma"
OTHER_MARK = "aaaaaaaaaaaaaaaaaaaa"
MESSAGES = "/channels/*/messages"
AN_HOUR = timedelta(hours=1)


@pytest.fixture
async def wire() -> AsyncIterator[Loopback]:
    """A small Discord; whatever it is sent must keep Discord's rules."""
    async with Loopback() as wire:
        yield wire
        sent = wire.requests.entries
        assert [fault for r in sent if r.body for fault in broken(r.method, r.path, r.body)] == []


@pytest.fixture
async def publisher(wire: Loopback) -> AsyncIterator[Publisher]:
    before = Route.BASE
    Route.BASE = wire.api_url
    client = discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=30.0)
    try:
        async with client:
            await client.login(wire.token)
            yield DiscordPublisher(client.http, drawn, lambda _: "send_messages")
    finally:
        Route.BASE = before


def drawn(post: Post, mark: str) -> list[Json]:
    return [text(str(post.body)), row([button("About", about_id(mark))])]


def place(wire: Loopback, channel: Channel) -> Place:
    kinds = {ChannelType.NEWS: PlaceKind.NEWS, ChannelType.FORUM: PlaceKind.FORUM, ChannelType.THREAD: PlaceKind.THREAD}
    return Place(kinds.get(channel.type, PlaceKind.TEXT), channel.id, wire.world.guild_id)


def an_hour_ago(wire: Loopback) -> datetime:
    return datetime.fromtimestamp(wire.world.clock.now(), UTC) - AN_HOUR


def sent(wire: Loopback, method: str = "POST") -> list[Json]:
    """The bodies of what was sent to messages and threads."""
    return [r.body for r in wire.requests.entries if r.method == method and "/channels/" in r.path]


async def test_a_post_carries_its_mark_as_nonce_and_mentions_its_role_alone(
    wire: Loopback, publisher: Publisher
) -> None:
    channel = wire.world.add_channel("news")
    message = await publisher.post(place(wire, channel), Post("@everyone <@&1>", role="77"), MARK)
    [body] = sent(wire)
    assert list(channel.messages) == [message]
    assert (body["nonce"], body["enforce_nonce"]) == (MARK, True)
    assert body["allowed_mentions"] == {"parse": [], "roles": ["77"]}
    assert body["flags"] == Flag.COMPONENTS_V2


async def test_a_post_that_is_stored_before_a_500_is_not_stored_again(wire: Loopback, publisher: Publisher) -> None:
    channel = wire.world.add_channel("news")
    wire.faults.plan(Fault("POST", MESSAGES, stored=True))
    message = await publisher.post(place(wire, channel), Post("once"), MARK)
    assert (list(channel.messages), len(sent(wire))) == ([message], 2)


@pytest.mark.parametrize("kind", [ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM])
@pytest.mark.parametrize("stored", [True, False])
async def test_after_a_dropped_connection_nobody_knows_and_the_history_tells(
    wire: Loopback, publisher: Publisher, kind: ChannelType, stored: bool
) -> None:
    where = place(wire, wire.world.add_channel("news", kind))
    path = "/channels/*/threads" if kind is ChannelType.FORUM else MESSAGES
    wire.faults.plan(Fault("POST", path, act="drop", stored=stored))
    with pytest.raises(Unclear):
        await publisher.post(where, Post("once", thread_name="Once"), MARK)
    found = await publisher.find(where, MARK, an_hour_ago(wire))
    assert (found is not None, await publisher.find(where, OTHER_MARK, an_hour_ago(wire))) == (stored, None)


async def test_a_forum_post_is_never_sent_again_by_itself(wire: Loopback, publisher: Publisher) -> None:
    forum = wire.world.add_channel("reports", ChannelType.FORUM)
    wire.faults.plan(Fault("POST", "/channels/*/threads", stored=True))
    with pytest.raises(Unclear):
        await publisher.post(place(wire, forum), Post("once", thread_name="Once"), MARK)
    [thread] = [channel for channel in wire.world.channels.values() if channel.parent == forum.id]
    assert await publisher.find(place(wire, forum), MARK, an_hour_ago(wire)) == thread.id
    thread.archived = True
    assert await publisher.find(place(wire, forum), MARK, an_hour_ago(wire)) == thread.id
    assert len(sent(wire)) == 1


async def test_a_forum_post_is_edited_even_when_it_is_archived(wire: Loopback, publisher: Publisher) -> None:
    forum = wire.world.add_channel("reports", ChannelType.FORUM)
    message = await publisher.post(place(wire, forum), Post("first", thread_name="Once"), MARK)
    thread = wire.world.channels[message]
    thread.archived = True
    await publisher.edit(place(wire, forum), message, Post("second"), MARK)
    [stored] = thread.messages.values()
    assert (stored["components"][0]["content"], thread.name, thread.archived) == ("second", "Once", False)


async def test_among_many_messages_the_mark_is_found(wire: Loopback, publisher: Publisher) -> None:
    channel = wire.world.add_channel("news")
    message = await publisher.post(place(wire, channel), Post("once"), MARK)
    for number in range(250):
        wire.world.post(channel, {"content": str(number)}, wire.world.owner)
    assert await publisher.find(place(wire, channel), MARK, an_hour_ago(wire)) == message
    assert await publisher.find(place(wire, channel), OTHER_MARK, an_hour_ago(wire)) is None


async def test_a_thread_and_a_publication_may_be_asked_for_twice(wire: Loopback, publisher: Publisher) -> None:
    channel = wire.world.add_channel("news", ChannelType.NEWS)
    where = place(wire, channel)
    message = await publisher.post(where, Post("once"), MARK)
    threads = [await publisher.open_thread(where, message, "Talk") for _ in range(2)]
    for _ in range(2):
        await publisher.publish(where, message)
    assert threads == [message, message]
    assert [c.name for c in wire.world.channels.values() if c.is_thread] == ["Talk"]
    assert channel.messages[message]["flags"] & Flag.CROSSPOSTED


async def test_a_direct_message_is_posted_and_a_closed_one_refused(wire: Loopback, publisher: Publisher) -> None:
    person = wire.world.add_user("alice")
    where = Place(PlaceKind.DM, person["id"])
    message = await publisher.post(where, Post("once"), MARK)
    assert list(wire.world.dm_with(person["id"]).messages) == [message]
    wire.world.closed_dms.add(person["id"])
    with pytest.raises(Refused) as refused:
        await publisher.post(where, Post("once"), OTHER_MARK)
    assert (refused.value.status, refused.value.code) == (403, 50007)


async def test_a_pause_that_discord_asks_for_is_kept(wire: Loopback, publisher: Publisher) -> None:
    channel = wire.world.add_channel("news")
    wire.faults.plan(rate_limited("POST", MESSAGES, 0.05))
    await publisher.post(place(wire, channel), Post("once"), MARK)
    assert len(channel.messages) == 1


@pytest.mark.parametrize(("seconds", "via"), [(3.5, False), (3600.0, True)])
async def test_where_the_pause_is_long_or_a_proxys_the_runner_comes_back(
    wire: Loopback, publisher: Publisher, seconds: float, via: bool
) -> None:
    channel = wire.world.add_channel("news")
    wire.faults.plan(rate_limited("POST", MESSAGES, seconds, via=via))
    with pytest.raises(TryLater) as later:
        await publisher.post(place(wire, channel), Post("once"), MARK)
    assert (later.value, channel.messages) == (TryLater(after=seconds), {})


async def test_without_rights_it_is_refused_and_says_what_is_needed(wire: Loopback, publisher: Publisher) -> None:
    channel = wire.world.add_channel("news", refuses={"send", "history"})
    with pytest.raises(Refused) as refused:
        await publisher.post(place(wire, channel), Post("once"), MARK)
    with pytest.raises(Refused):
        await publisher.find(place(wire, channel), MARK, an_hour_ago(wire))
    assert refused.value == Refused(status=403, code=50013, needs="send_messages")


async def test_a_channel_that_is_gone_is_refused(wire: Loopback, publisher: Publisher) -> None:
    with pytest.raises(Refused) as refused:
        await publisher.post(Place(PlaceKind.TEXT, "404", wire.world.guild_id), Post("once"), MARK)
    assert refused.value == Refused(status=404, code=10003)
