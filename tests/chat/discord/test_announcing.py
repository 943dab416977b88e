"""/announce as a member meets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from tests.chat.discord.newsdesk import NewsDesk, news_desk
from tests.chat.discord.scene import RELEASE, buttons, only, text

ANSWER = "## 2 joint agreements"
NINE = 1767258000
"""1 January 2026, 09:00 UTC, a Thursday; the simulation begins that midnight."""
DAY = 86_400


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[NewsDesk]:
    async with news_desk(tmp_path) as desk:
        yield desk


async def saved(desk: NewsDesk, **given: object) -> simcord.InteractionResult:
    """An announcement, saved by Han."""
    plain = {"what": "agreed", "where": desk.news, "when": "every weekday 09:00"}
    shown = await desk.han.slash(desk.scene.channel, "announce create", **{**plain, **given})
    return await desk.han.click(shown.followups[0], label="Save")


async def refused(desk: NewsDesk, command: str = "announce create", /, **given: object) -> str:
    """The one private sentence that refuses."""
    plain: dict[str, object] = {}
    if command == "announce create":
        plain = {"what": "agreed", "where": desk.news, "when": "every weekday 09:00"}
    result = await desk.han.slash(desk.scene.channel, command, **{**plain, **given})
    assert result.ephemeral
    return text(only(result))


def posts(desk: NewsDesk) -> list[str]:
    """The first line of every post in #news, oldest first."""
    return [text(message).splitlines()[0] for message in desk.news.history()]


async def test_it_is_seen_first_then_saved_and_then_it_comes_as_it_was_seen(desk: NewsDesk) -> None:
    shown = await desk.han.slash(
        desk.scene.channel,
        "announce create",
        what="agreed",
        where=desk.news,
        when="every weekday 09:00",
        title="Agreed *now*",
    )
    [beside] = shown.followups
    assert (shown.ephemeral, beside.ephemeral) == (True, True)
    assert text(beside).splitlines() == [
        "**This is how it will look. Nothing is saved yet.**",
        "**What:** what was agreed",
        "**When:** every weekday (Monday to Friday) at 09:00 (UTC)",
        f"**Next:** <t:{NINE}:f> · <t:{NINE + DAY}:f> · <t:{NINE + 4 * DAY}:f>",
        f"**Where:** <#{desk.news.id}>",
        "**Language:** English",
        "**If missed:** posted late once within 6 hours, saying so",
        (
            "**Permissions I need there:** **View Channel**, **Send Messages** and **Read Message History**. "
            "I have them all."
        ),
    ]
    assert list(buttons(beside)) == ["Save", "Cancel"]
    assert await desk.newsroom.announcements.all() == ()
    done = await desk.han.click(beside, label="Save")
    assert text(done.response) == (
        "Saved: **Agreed \\*now\\***, every weekday (Monday to Friday) at 09:00 (UTC), "
        f"in <#{desk.news.id}>. Next: <t:{NINE}:f>"
    )
    await desk.pass_time(hours=9)
    [post] = desk.news.history()
    assert text(post).startswith(f"**Agreed \\*now\\***\n{ANSWER}")
    assert text(post) == text(shown.response)
    assert buttons(post) == buttons(shown.response)


async def test_nothing_is_saved_by_a_preview_that_is_cancelled(desk: NewsDesk) -> None:
    shown = await desk.han.slash(desk.scene.channel, "announce create", what="newest", where=desk.news, when="hourly")
    done = await desk.han.click(shown.followups[0], label="Cancel")
    await desk.pass_time(hours=3)
    assert (text(done.response), buttons(done.response)) == ("Nothing was saved.", {})
    assert (await desk.newsroom.announcements.all(), posts(desk)) == ((), [])


async def test_without_a_time_a_form_asks_for_it(desk: NewsDesk) -> None:
    asked = await desk.han.slash(desk.scene.channel, "announce create", what="newest", where=desk.news)
    assert asked.modal is not None
    shown = await desk.han.submit_modal(asked, {"when": "매주 월요일 09:00", "zone": "asia/seoul", "title": "월요일"})
    await desk.han.click(shown.followups[0], label="Save")
    [announcement] = await desk.newsroom.announcements.all()
    assert (announcement.title, announcement.zone.key) == ("월요일", "Asia/Seoul")


async def test_it_posts_on_working_days_until_it_is_paused_and_again_when_it_is_resumed(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    await desk.pass_time(days=2)
    paused = await desk.han.slash(desk.scene.channel, "announce pause", announcement="Agreed")
    await desk.pass_time(days=5)
    assert posts(desk) == ["**Agreed**"] * 2
    resumed = await desk.han.slash(desk.scene.channel, "announce resume", announcement="agreed")
    await desk.pass_time(days=1)
    assert posts(desk) == ["**Agreed**"] * 3
    assert text(only(paused)).startswith("**Agreed** is paused.")
    assert text(only(resumed)) == f"**Agreed** runs again. Next: <t:{NINE + 7 * DAY}:f>"


async def test_a_run_that_is_skipped_is_left_out_and_why_says_by_whom(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    skipped = await desk.han.slash(desk.scene.channel, "announce skip-next", announcement="Agreed")
    assert text(only(skipped)) == f"**Agreed**: the run of <t:{NINE}:f> is skipped. Next: <t:{NINE + DAY}:f>"
    await desk.pass_time(days=2)
    why = await desk.han.slash(desk.scene.channel, "announce why", announcement="Agreed")
    [post] = desk.news.history()
    link = f"https://discord.com/channels/{desk.guild.id}/{desk.news.id}/{post.id}"
    assert text(only(why)).splitlines() == [
        "Why each run of **Agreed** ended as it did, newest first",
        f"<t:{NINE + 4 * DAY}:f> · planned",
        "-# Planned.",
        f"<t:{NINE + DAY}:f> · posted · {link}",
        "-# Posted on time.",
        f"<t:{NINE}:f> · skipped",
        f"-# Skipped by <@{desk.han.id}>.",
    ]


async def test_it_is_sent_now_beside_its_schedule(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    sent = await desk.han.slash(desk.scene.channel, "announce send-now", announcement="Agreed")
    await desk.scene.env.settle()
    assert posts(desk) == ["**Agreed**"]
    assert text(only(sent)).startswith(f"**Agreed** is on its way to <#{desk.news.id}>, once")
    history = await desk.han.slash(desk.scene.channel, "announce history", announcement="Agreed")
    assert [line.split(" · ")[1] for line in text(only(history)).splitlines()[1:]] == ["planned", "posted"]


async def test_a_list_shows_what_when_and_where_and_what_is_deleted_is_gone(desk: NewsDesk) -> None:
    await saved(desk, title="One")
    await saved(desk, what="positions", topic="korean peninsula", side="rok", when="1st of the month 08:30")
    listed = await desk.han.slash(desk.scene.channel, "announce list")
    assert text(only(listed)).splitlines() == [
        "### Announcements here: 2",
        "**One** · active",
        f"-# what was agreed · every weekday (Monday to Friday) at 09:00 (UTC) · <#{desk.news.id}> · next <t:{NINE}:R>",
        "**positions of ROK on Situation on the Korean Peninsula** · active",
        (
            "-# positions of ROK on Situation on the Korean Peninsula · on the 1st of every month at 08:30 (UTC) · "
            f"<#{desk.news.id}> · next <t:{NINE - 1800}:R>"
        ),
    ]
    await desk.han.slash(desk.scene.channel, "announce delete", announcement="One")
    left = await desk.han.slash(desk.scene.channel, "announce list")
    assert text(only(left)).splitlines()[0] == "### Announcements here: 1"


async def test_two_people_editing_at_once_do_not_overwrite_each_other(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    one = await desk.han.slash(desk.scene.channel, "announce edit", announcement="Agreed", when="every day 10:00")
    other = await desk.han.slash(desk.scene.channel, "announce edit", announcement="Agreed", title="Other")
    await desk.han.click(one.followups[0], label="Save")
    late = await desk.han.click(other.followups[0], label="Save")
    told = late.followups[0] if late.followups else late.response
    assert text(told).startswith(f"<@{desk.han.id}> changed this announcement after you opened it.")
    [announcement] = await desk.newsroom.announcements.all()
    assert announcement.title == "Agreed"


async def test_a_form_opens_over_what_is_saved(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    asked = await desk.han.slash(desk.scene.channel, "announce edit", announcement="Agreed")
    shown = await desk.han.submit_modal(asked, {"when": "every day 07:15", "zone": "", "title": "Early"})
    await desk.han.click(shown.followups[0], label="Save")
    await desk.pass_time(hours=8)
    assert posts(desk) == ["**Early**"]


async def test_what_stands_on_a_post_works_and_says_why_it_is_there(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    await desk.pass_time(hours=10)
    [post] = desk.news.history()
    about = await desk.scene.alice.click(post, label="About this post")
    paragraph = await desk.scene.bob.click(post, label="¶6")
    assert text(only(about)) == "“Agreed” · every weekday (Monday to Friday) at 09:00 (UTC). Posted on time."
    assert text(only(paragraph)).startswith(f"## `{RELEASE} ¶6`")


async def test_in_korean_it_is_all_in_korean(desk: NewsDesk) -> None:
    desk.scene.spoken[desk.han.id] = "ko"
    shown = await desk.han.slash(
        desk.scene.channel, "announce create", what="agreed", where=desk.news, when="평일 09:00"
    )
    assert text(shown.followups[0]).splitlines()[:3] == [
        "**이렇게 게시됩니다. 아직 아무것도 저장하지 않았습니다.**",
        "**내용:** 합의된 것",
        "**때:** 평일(월~금) 09:00 (UTC)",
    ]
    done = await desk.han.click(shown.followups[0], label="저장")
    assert text(done.response).startswith("저장했습니다: **합의된 것**")
    await desk.pass_time(hours=10)
    assert posts(desk) == ["## 공동 합의 2건"]
    cancelled = await desk.han.slash(
        desk.scene.channel, "announce create", what="newest", where=desk.news, when="매시간"
    )
    gone = await desk.han.click(cancelled.followups[0], label="취소")
    assert text(gone.response) == "아무것도 저장하지 않았습니다."


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"when": "someday"}, "I can't read “someday” as a time."),
        ({"when": "0 0 31 2 *"}, "“0 0 31 2 \\*” never comes: no calendar has such a date."),
        ({"when": "*/0 * * * *"}, "I can't read the minute in the cron line “\\*/0 \\* \\* \\* \\*”."),
        ({"when": "2020-01-01 09:00"}, "<t:1577869200:f> has passed. Choose a moment to come."),
        ({"when": "2026-02-30 09:00"}, "There is no such date or time as in “2026-02-30 09:00”."),
        ({"zone": "EST"}, "“EST” can mean several time zones. Choose one: `America/New_York`,"),
        ({"zone": "Atlantis"}, "I know no time zone “Atlantis”. Nothing was saved."),
        ({"what": "positions"}, "Positions need a topic."),
        ({"what": "positions", "topic": "qwertyuiop"}, "I know no topic called “qwertyuiop”."),
        ({"what": "positions", "topic": "aoip", "side": "qwertyuiop"}, "I know no party called “qwertyuiop”."),
        ({"publish": True}, "Only posts in announcement channels can be published;"),
        ({"when": "@everyone **now**"}, "I can't read “\\@everyone \\*\\*now\\*\\*” as a time."),
    ],
)
async def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_saved(
    desk: NewsDesk, given: dict[str, object], sentence: str
) -> None:
    told = await refused(desk, "announce create", **given)
    assert told.startswith(sentence)
    assert "Nothing was saved" in told
    assert await desk.newsroom.announcements.all() == ()


async def test_permissions_that_are_missing_are_named_and_nothing_is_saved(desk: NewsDesk) -> None:
    locked = desk.locked()
    assert await refused(desk, where=locked) == (
        f"I can't post in <#{locked.id}> yet: I need **Send Messages** there. Nothing was saved."
    )


async def test_an_announcement_that_is_not_here_is_refused(desk: NewsDesk) -> None:
    assert (await refused(desk, "announce pause", announcement="x")).startswith(
        "I have no announcement called “x” here."
    )


async def test_only_who_may_manage_the_server_sees_it(desk: NewsDesk) -> None:
    seen = desk.scene.alice.available_commands(desk.scene.channel)
    assert "announce" not in str(seen)
    assert "follow" in str(seen)


async def test_zones_titles_and_topics_are_completed_while_typed(desk: NewsDesk) -> None:
    await saved(desk, title="Agreed")
    zones = await desk.han.autocomplete(
        desk.scene.channel, "announce create", "zone", "seou", what="agreed", where=desk.news
    )
    titles = await desk.han.autocomplete(desk.scene.channel, "announce pause", "announcement", "agr")
    assert (zones[0]["value"], [choice["name"] for choice in titles]) == ("Asia/Seoul", ["Agreed"])
