"""/follow, /settings and /admin as members meet them, and posts when releases come, change and go."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import build
from bot.settings import Settings
from tests.chat.discord.newsdesk import NewsDesk, news_desk
from tests.chat.discord.scene import RELEASE, only, text
from tests.shelves import DATA

FILE = f"releases/{RELEASE}.yaml"
SOURCE = f"sources/{RELEASE}.txt"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of its own, for now without the release."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / FILE).unlink()
    (folder / "releases" / ".kept").touch()
    return folder


@pytest.fixture
async def desk(tmp_path: Path, data: Path) -> AsyncIterator[NewsDesk]:
    async with news_desk(tmp_path, build(Settings(data, tmp_path / "var"))) as desk:
        yield desk


def arrives(data: Path) -> None:
    """The release comes in."""
    shutil.copy(DATA / FILE, data / FILE)


def is_corrected(data: Path) -> None:
    """The release is there with other words for one gist."""
    release = data / FILE
    release.write_text(
        release.read_text(encoding="utf-8").replace(
            "exchanges and tourism back on track, based", "tourism and exchanges back on track, based", 1
        ),
        encoding="utf-8",
    )


async def reloaded(desk: NewsDesk) -> None:
    await desk.newsroom.reload()
    await desk.scene.env.settle()


async def followed(desk: NewsDesk, **given: object) -> str:
    answer = await desk.han.slash(desk.scene.channel, "follow add", **given)
    assert answer.ephemeral
    return text(only(answer))


def first_lines(desk: NewsDesk) -> list[str]:
    return [text(message).splitlines()[0] for message in desk.news.history()]


async def test_a_matching_release_is_posted_once_then_marked_corrected_then_withdrawn(
    desk: NewsDesk, data: Path
) -> None:
    told = await followed(desk, kind="topic", subject="korean peninsula", channel=desk.news)
    assert (
        told == f"Followed in <#{desk.news.id}>: the topic Situation on the Korean Peninsula, each release as it comes."
    )
    arrives(data)
    await reloaded(desk)
    await reloaded(desk)
    assert first_lines(desk) == [f"-# New release: `{RELEASE}`"]
    is_corrected(data)
    await reloaded(desk)
    assert [line.split(":")[0] for line in first_lines(desk)] == [
        "**Corrected.** The release was edited after this was posted; the text below is the newest"
    ]
    (data / FILE).unlink()
    await reloaded(desk)
    [post] = desk.news.history()
    assert text(post) == (f"**Withdrawn.** The release this post showed is not in the library any more: `{RELEASE}`")


async def test_a_release_comes_by_direct_message_and_only_where_it_matches(desk: NewsDesk, data: Path) -> None:
    alice = desk.scene.alice
    told = await alice.slash(desk.scene.channel, "follow add", kind="party", subject="dprk")
    own = await alice.user.slash("follow add", kind="topic", subject="aoip", how_often="each")
    assert text(only(told)).startswith("Followed in a direct message to you:")
    arrives(data)
    await reloaded(desk)
    shown = [text(message) for message in alice.user.dm_channel.history() if message.author.bot]
    assert text(own.response).startswith("Followed in a direct message to you: the topic")
    assert sum(f"New release: `{RELEASE}`" in one for one in shown) == 1


async def test_a_daily_digest_waits_for_its_hour(desk: NewsDesk, data: Path) -> None:
    await followed(desk, kind="party", subject="asean", how_often="daily", channel=desk.news)
    arrives(data)
    await reloaded(desk)
    assert first_lines(desk) == []
    await desk.pass_time(hours=10)
    assert first_lines(desk) == [f"-# New release: `{RELEASE}`"]


async def test_what_is_followed_is_listed_and_taken_back(desk: NewsDesk, data: Path) -> None:
    await followed(desk, kind="topic", subject="aoip", channel=desk.news)
    again = await followed(desk, kind="topic", subject="aoip", channel=desk.news)
    listed = await desk.han.slash(desk.scene.channel, "follow list")
    choices = await desk.han.autocomplete(desk.scene.channel, "follow remove", "followed", "")
    removed = await desk.han.slash(desk.scene.channel, "follow remove", followed=choices[0]["value"])
    arrives(data)
    await reloaded(desk)
    assert again == f"That is followed in <#{desk.news.id}> already."
    assert text(only(listed)).splitlines()[0] == "Followed here: 1"
    assert text(only(removed)).startswith("Not followed any more: the topic")
    assert first_lines(desk) == []


async def test_only_who_may_manage_the_server_follows_in_a_channel(desk: NewsDesk) -> None:
    refused = await desk.scene.alice.slash(
        desk.scene.channel, "follow add", kind="topic", subject="aoip", channel=desk.news
    )
    assert text(only(refused)) == (
        "For this server I need you to have **Manage Server**. Nothing was saved. "
        "Without a channel I write to you directly."
    )


async def test_a_series_that_is_not_loaded_is_refused(desk: NewsDesk) -> None:
    assert (await followed(desk, kind="series", subject="sarn")).startswith("I know no series called “sarn”.")


async def test_a_person_chooses_a_language_for_every_answer(desk: NewsDesk, data: Path) -> None:
    arrives(data)
    await reloaded(desk)
    chosen = await desk.scene.alice.slash(desk.scene.channel, "settings personal", language="ko")
    answer = await desk.scene.alice.slash(desk.scene.channel, "agreed")
    assert text(only(chosen)).splitlines()[-1] == "언어: 한국어"
    assert text(only(answer)).splitlines()[0] == "## 공동 합의 2건"


async def test_a_server_chooses_its_language_zone_visibility_and_log(desk: NewsDesk, data: Path) -> None:
    arrives(data)
    await reloaded(desk)
    chosen = await desk.han.slash(
        desk.scene.channel,
        "settings server",
        language="ko",
        zone="asia/seoul",
        visible_to="everyone",
        log_channel=desk.scene.channel,
    )
    refused = await desk.han.slash(desk.scene.channel, "settings server", zone="EST")
    answer = await desk.scene.alice.slash(desk.scene.channel, "agreed")
    assert text(only(chosen)).splitlines()[1:6] == [
        "**이 서버**",
        "언어: 한국어",
        "시간대: Asia/Seoul",
        "답을 볼 사람: 여기 모두",
        f"실패한 게시를 알리는 곳: <#{desk.scene.channel.id}>",
    ]
    assert text(only(refused)).startswith("“EST”는 여러 시간대를 뜻합니다.")
    assert (answer.ephemeral, text(answer.response).splitlines()[0]) == (False, "## 공동 합의 2건")


async def test_without_the_right_a_server_is_not_changed(desk: NewsDesk) -> None:
    refused = await desk.scene.alice.slash(desk.scene.channel, "settings server", language="ko")
    assert text(only(refused)).startswith("For this server I need you to have **Manage Server**.")


async def test_only_whoever_runs_the_bot_reloads_it(desk: NewsDesk, data: Path) -> None:
    refused = await desk.han.slash(desk.scene.channel, "admin reload")
    assert text(only(refused)) == "Only whoever runs me can do this. Nothing was done."
    assert desk.scene.bot.application is not None
    desk.scene.bot.application.owner.id = desk.han.id  # the simulation's application has no member for an owner
    arrives(data)
    done = await desk.han.slash(desk.scene.channel, "admin reload")
    assert text(only(done)) == "Loaded: 1 releases. New 1, edited 0, withdrawn 0."
    (data / FILE).write_text("title: [", encoding="utf-8")
    broken = await desk.han.slash(desk.scene.channel, "admin reload")
    answer = await desk.han.slash(desk.scene.channel, "agreed")
    assert text(only(broken)).startswith("Not loaded; what was loaded before goes on answering. ")
    assert text(only(answer)).startswith("## 2 joint agreements")


async def test_where_no_language_is_chosen_a_release_comes_in_the_language_of_who_follows(
    desk: NewsDesk, data: Path
) -> None:
    bob = desk.scene.bob
    await bob.slash(desk.scene.channel, "follow add", kind="topic", subject="aoip")
    arrives(data)
    await reloaded(desk)
    is_corrected(data)
    await reloaded(desk)
    [post] = [message for message in bob.user.dm_channel.history() if message.author.bot]
    assert text(post).startswith("**정정됨.**")
