"""What is posted, where, and what is said when it cannot be: driven as a member would, over simulated days."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import discord
import pytest
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from tests.chat.discord.newsdesk import NewsDesk, news_desk
from tests.chat.discord.scene import Json, buttons, only, text

NINE = 1767258000
"""1 January 2026, 09:00 UTC; the simulation begins that midnight."""
DAY = 86_400
AUGUST_25 = 1787648400
"""Also 09:00; the meeting was held on a 26 August."""


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[NewsDesk]:
    async with news_desk(tmp_path) as desk:
        yield desk


async def saved(desk: NewsDesk, **given: object) -> list[str]:
    """An announcement for every day at 09:00, saved by Han; the lines beside its preview."""
    plain = {"what": "agreed", "where": desk.news, "when": "every day 09:00", "title": "Agreed"}
    shown = await desk.han.slash(desk.scene.channel, "announce create", **{**plain, **given})
    beside = text(shown.followups[0]).splitlines()
    await desk.han.click(shown.followups[0], label="Save")
    return beside


async def asked(desk: NewsDesk, command: str, **given: object) -> list[str]:
    """The lines that answer a command of the group."""
    result = await desk.han.slash(desk.scene.channel, f"announce {command}", **given)
    assert result.ephemeral
    return text(only(result)).splitlines()


async def why(desk: NewsDesk) -> list[str]:
    """The reasons of the runs that have ended, newest first."""
    lines = await asked(desk, "why", announcement="Agreed")
    return [line.removeprefix("-# ") for line in lines if line.startswith("-# ") and line != "-# Planned."]


def posted(desk: NewsDesk) -> list[Json]:
    """The bodies of the posts, as they were sent."""
    bodies = (request.json for request in desk.scene.env.http_requests if request.method == "POST")
    return [body for body in bodies if isinstance(body, dict) and "enforce_nonce" in body]


def forbidden(desk: NewsDesk, channel: simcord.ChannelHandle, **rights: bool) -> None:
    """Takes rights from the bot in a channel."""
    assert desk.scene.bot.user is not None
    _, denied = discord.PermissionOverwrite(**rights).pair()
    overwrite = Overwrite(target_id=desk.scene.bot.user.id, type=OverwriteType.MEMBER, allow=0, deny=denied.value)
    desk.scene.env.backend.set_overwrite(channel.id, overwrite)


async def test_a_thread_is_opened_under_each_post(desk: NewsDesk) -> None:
    beside = await saved(desk, thread=True)
    await desk.pass_time(hours=10)
    [thread] = desk.news.threads
    assert "**Then:** a thread under each post" in beside
    assert "**Create Public Threads**" in beside[-1]
    assert thread.name == "Agreed · 2026-01-01"


async def test_a_post_in_an_announcement_channel_is_published(desk: NewsDesk) -> None:
    official = desk.guild.create_news_channel("official")
    beside = await saved(desk, where=official, publish=True)
    await desk.pass_time(hours=10)
    [post] = official.history()
    assert "**Then:** published to the servers that follow the channel" in beside
    asked_for = [request.path for request in desk.scene.env.http_requests if request.path.endswith("/crosspost")]
    assert asked_for == [f"/channels/{official.id}/messages/{post.id}/crosspost"]


async def test_a_forum_gets_a_post_of_its_own_called_after_the_announcement(desk: NewsDesk) -> None:
    forum = desk.guild.create_forum_channel("papers")
    await saved(desk, where=forum)
    await desk.pass_time(hours=10)
    [thread] = forum.threads
    [first] = thread.history()
    assert (thread.name, text(first).splitlines()[0]) == ("Agreed · 2026-01-01", "**Agreed**")
    link = f"https://discord.com/channels/{desk.guild.id}/{thread.id}/{thread.id}"
    assert (await asked(desk, "why", announcement="Agreed"))[3:] == [
        f"<t:{NINE}:f> · posted · {link}",
        "-# Posted on time.",
    ]


async def test_a_thread_can_be_posted_in(desk: NewsDesk) -> None:
    channel = desk.scene.bot.get_channel(desk.news.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name="Papers", type=discord.ChannelType.public_thread)
    [thread] = desk.news.threads
    beside = await saved(desk, where=thread)
    await desk.pass_time(hours=10)
    assert "**Send Messages in Threads**" in beside[-1]
    assert [text(message).splitlines()[0] for message in thread.history() if message.author.bot] == ["**Agreed**"]


async def test_its_role_is_the_only_mention_whatever_its_title_says(desk: NewsDesk) -> None:
    role = desk.guild.create_role("Analysts", mentionable=True)
    title = f"@everyone <@{desk.scene.alice.id}> **now**"
    beside = await saved(desk, role=role, title=title)
    await desk.pass_time(hours=10)
    [body] = posted(desk)
    first = body["components"][0]["content"]
    assert f"**Mentions:** <@&{role.id}>" in beside
    assert body["allowed_mentions"] == {"parse": [], "roles": [str(role.id)]}
    assert first == f"<@&{role.id}> **\\@everyone \\<\\@{desk.scene.alice.id}\\> \\*\\*now\\*\\***"


async def test_a_role_that_not_everybody_may_mention_needs_that_right_by_name(desk: NewsDesk) -> None:
    role = desk.guild.create_role("Ministers")
    given = {"what": "agreed", "where": desk.news, "when": "hourly", "role": role}
    hers = await desk.han.slash(desk.scene.channel, "announce create", **given)
    forbidden(desk, desk.news, mention_everyone=False)
    its = await desk.han.slash(desk.scene.channel, "announce create", **given)
    assert text(only(hers)) == (
        f"You may not mention <@&{role.id}> yourself, so I do not do it for you. You need **Mention All Roles**. "
        "Nothing was saved."
    )
    assert text(only(its)) == (
        f"I can't post in <#{desk.news.id}> yet: I need **Mention All Roles** there. Nothing was saved."
    )


async def test_who_may_not_write_in_a_channel_cannot_have_the_bot_write_there(desk: NewsDesk) -> None:
    silent: dict[object, discord.PermissionOverwrite] = {desk.han: discord.PermissionOverwrite(send_messages=False)}
    ministers = desk.guild.create_text_channel("ministers", overwrites=silent)  # type: ignore[arg-type] # keys vary
    result = await desk.han.slash(desk.scene.channel, "announce create", what="agreed", where=ministers, when="hourly")
    assert text(only(result)) == (
        f"You need **Send Messages** in <#{ministers.id}> yourself before I post there for you. Nothing was saved."
    )
    assert await desk.newsroom.announcements.all() == ()


async def test_rights_that_were_taken_are_named_and_once_given_back_it_posts(desk: NewsDesk) -> None:
    await saved(desk)
    forbidden(desk, desk.news, send_messages=False)
    await desk.pass_time(hours=10)
    reason = "Failed: I may not post there. I need **Send Messages**. Give it to me in the channel’s settings, then "
    assert await why(desk) == [f"{reason}/announce send-now."]
    desk.scene.env.backend.delete_overwrite(desk.news.id, desk.scene.bot.user.id)  # type: ignore[union-attr] # logged in
    await asked(desk, "send-now", announcement="Agreed")
    await desk.scene.env.settle()
    assert [text(message).splitlines()[0] for message in desk.news.history()] == ["**Agreed**"]


async def test_a_thread_that_may_not_be_opened_says_which_right_it_needs_and_the_post_stands(desk: NewsDesk) -> None:
    await saved(desk, thread=True)
    forbidden(desk, desk.news, create_public_threads=False)
    await desk.pass_time(hours=10)
    assert len(desk.news.history()) == 1
    assert sorted(await why(desk)) == [
        (
            "Failed: I may not open threads there. Give me **Create Public Threads** in the channel’s settings; "
            "the next post has one again."
        ),
        "Posted on time.",
    ]


async def test_three_runs_into_a_channel_that_is_gone_pause_it_and_tell_its_owner(desk: NewsDesk) -> None:
    log = desk.guild.create_text_channel("log")
    await desk.han.slash(desk.scene.channel, "settings server", log_channel=log)
    await saved(desk)
    desk.scene.env.backend.delete_channel(desk.news.id)
    await desk.pass_time(days=5)
    gone = "Failed: the channel or the message is not there any more. Choose another with /announce edit."
    assert await why(desk) == ["Done.", *[gone] * 3]
    assert "paused after three refusals" in (await asked(desk, "list"))[1]
    told = [text(message) for message in desk.han.user.dm_channel.history()]
    assert told == [
        (
            f"The announcement “Agreed” is paused: three posts in a row were refused in <#{desk.news.id}>. "
            "Ask /announce why there for what to do, then /announce resume."
        )
    ]
    assert [text(one) for one in log.history()] == [f"“Agreed” in <#{desk.news.id}>: {gone}"] * 3


async def test_moved_to_another_channel_and_resumed_it_posts_again(desk: NewsDesk) -> None:
    await saved(desk)
    desk.scene.env.backend.delete_channel(desk.news.id)
    await desk.pass_time(days=4)
    other = desk.guild.create_text_channel("other")
    shown = await desk.han.slash(desk.scene.channel, "announce edit", announcement="Agreed", where=other)
    done = await desk.han.click(shown.followups[0], label="Save")
    await asked(desk, "resume", announcement="Agreed")
    await desk.pass_time(days=1)
    assert text(done.response).endswith("no run is planned. /announce resume starts it.")
    assert [text(message).splitlines()[0] for message in other.history()] == ["**Agreed**"]


async def test_on_this_day_posts_on_the_day_and_is_skipped_on_others(desk: NewsDesk) -> None:
    beside = await saved(desk, what="on_this_day", when="0 9 25,26 8 *")
    await desk.pass_time(days=240)
    assert beside[3].startswith(f"**Next:** <t:{AUGUST_25}:f> · <t:{AUGUST_25 + DAY}:f> · ")
    assert (await why(desk))[:2] == ["Posted on time.", "Skipped: there was nothing to post that day."]
    [post] = desk.news.history()
    assert text(post).splitlines()[0] == "**Agreed**"


async def test_a_post_that_comes_late_says_when_it_was_planned(desk: NewsDesk) -> None:
    await saved(desk)
    desk.scene.env.inject_error("POST", f"/channels/{desk.news.id}/messages", status=502, times=12)
    await desk.pass_time(hours=10)
    [post] = desk.news.history()
    assert text(post).splitlines()[:2] == ["**Agreed**", f"-# Posted late: planned <t:{NINE}:f>"]
    assert await why(desk) == ["Posted late: I was not running, or Discord could not be reached."]


async def test_what_is_deleted_is_not_posted_and_its_runs_are_still_explained(desk: NewsDesk) -> None:
    await saved(desk)
    await desk.pass_time(hours=10)
    await asked(desk, "delete", announcement="Agreed")
    await desk.pass_time(days=2)
    found = await desk.han.autocomplete(desk.scene.channel, "announce why", "announcement", "agr")
    assert len(desk.news.history()) == 1
    assert [choice["name"] for choice in found] == ["Agreed (deleted)"]
    assert await why(desk) == ["Posted on time."]
    assert (await asked(desk, "pause", announcement="Agreed"))[0].startswith("I have no announcement called “Agreed”")


async def test_a_long_list_is_turned_page_by_page(desk: NewsDesk) -> None:
    for number in range(10):
        await saved(desk, title=f"{number} {'*' * 88}")
    first = await asked(desk, "list")
    last = await asked(desk, "list", page=2)
    assert (first[0], len(first), first[-1]) == (
        "### Announcements here: 10",
        18,
        "-# Page 1 of 2. The next: /announce list page:2",
    )
    assert (len(last), last[-1]) == (6, "-# Page 2 of 2.")


async def test_a_saved_one_is_shown_again_with_its_next_runs_and_a_paused_one_says_so(desk: NewsDesk) -> None:
    await saved(desk)
    shown = await desk.han.slash(desk.scene.channel, "announce preview", announcement="Agreed")
    await asked(desk, "pause", announcement="Agreed")
    paused = await desk.han.slash(desk.scene.channel, "announce preview", announcement="Agreed")
    assert (shown.ephemeral, text(shown.response).splitlines()[0]) == (True, "**Agreed**")
    assert f"**Next:** <t:{NINE}:f> · <t:{NINE + DAY}:f> · <t:{NINE + 2 * DAY}:f>" in text(shown.followups[0])
    assert text(paused.followups[0]) == "It is paused: no run is planned."


async def test_pressing_save_twice_saves_once(desk: NewsDesk) -> None:
    shown = await desk.han.slash(desk.scene.channel, "announce create", what="agreed", where=desk.news, when="hourly")
    save = buttons(shown.followups[0])["Save"]
    await desk.han.click(shown.followups[0], label="Save")
    again = await desk.scene.press(desk.han, save, shown.followups[0])
    assert len(await desk.newsroom.announcements.all()) == 1
    assert text(only(again)) == "That is saved already."


async def test_releases_are_answered_from_while_the_ledger_cannot_be_read(desk: NewsDesk, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as ledger:
        for table in ("announcements", "guild_settings", "personal_settings"):
            ledger.execute(f"ALTER TABLE {table} RENAME TO lost_{table}")
    answer = await desk.scene.alice.slash(desk.scene.channel, "agreed")
    refused = await desk.han.slash(desk.scene.channel, "announce list")
    assert text(only(answer)).startswith("## 2 joint agreements")
    assert (refused.ephemeral, text(only(refused))) == (
        True,
        "I cannot use my ledger just now, so nothing was saved. Try again in a minute.",
    )


async def test_a_moment_that_passes_between_preview_and_save_is_refused_then(desk: NewsDesk) -> None:
    shown = await desk.han.slash(
        desk.scene.channel, "announce create", what="agreed", where=desk.news, when="2026-01-01 00:05"
    )
    await desk.pass_time(minutes=10)
    late = await desk.han.click(shown.followups[0], label="Save")
    told = late.followups[0] if late.followups else late.response
    assert text(told).endswith("has passed. Choose a moment to come. Nothing was saved.")
    assert await desk.newsroom.announcements.all() == ()


async def test_nobody_but_who_made_a_preview_saves_it(desk: NewsDesk) -> None:
    shown = await desk.han.slash(desk.scene.channel, "announce create", what="agreed", where=desk.news, when="hourly")
    told = await desk.scene.press(desk.scene.alice, buttons(shown.followups[0])["Save"], shown.followups[0])
    assert text(only(told)) == "Only whoever made this preview can save it. Nothing was saved."
    assert await desk.newsroom.announcements.all() == ()


ENGLISH = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")
HANGUL = re.compile(r"[가-힣]")


async def test_every_flow_is_in_korean_for_who_speaks_it(desk: NewsDesk) -> None:
    desk.scene.spoken[desk.han.id] = "ko"
    desk.news = desk.guild.create_text_channel("소식")
    form = await desk.han.slash(desk.scene.channel, "announce create", what="agreed", where=desk.news, language="ko")
    shown = await desk.han.submit_modal(form, {"when": "매일 09:00", "zone": "Asia/Seoul", "title": "합의"})
    told = [text(shown.followups[0])]
    done = await desk.han.click(shown.followups[0], label="저장")
    await desk.pass_time(days=1)
    told.append(text(done.response))
    for command in ("list", "history", "why", "preview", "skip-next", "send-now", "pause", "resume", "delete", "why"):
        named = {} if command == "list" else {"announcement": "합의"}
        result = await desk.han.slash(desk.scene.channel, f"announce {command}", **named)
        told.extend(text(message) for message in result.followups or [only(result)])
    more: tuple[tuple[str, dict[str, object]], ...] = (
        ("announce pause", {"announcement": "합의"}),
        ("announce create", {"what": "agreed", "where": desk.news, "when": "언젠가"}),
        ("announce create", {"what": "agreed", "where": desk.news, "when": "매일 09:00", "zone": "EST"}),
        ("announce create", {"what": "positions", "where": desk.news, "when": "매일 09:00"}),
        ("follow add", {"kind": "topic", "subject": "aoip", "how_often": "daily", "channel": desk.news}),
        ("follow add", {"kind": "series", "subject": "없음"}),
        ("follow list", {}),
        ("follow remove", {"followed": "aoip"}),
        ("settings server", {"zone": "Asia/Seoul"}),
        ("settings personal", {"language": "ko"}),
        ("settings show", {}),
        ("admin reload", {}),
    )
    for command, given in more:
        told.append(text(only(await desk.han.slash(desk.scene.channel, command, **given))))
    told.extend("\n".join(text(post).splitlines()[:2]) for post in desk.news.history())
    assert [english[0] for one in told if (english := ENGLISH.search(one))] == []
    assert [one for one in told if not HANGUL.search(one)] == []
