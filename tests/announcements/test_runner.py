"""Announcements are posted once, in time, in order, whatever fails."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.announcements.announcement import (
    Announcement,
    GuildSettings,
    Missed,
    Place,
    PlaceKind,
    Standing,
    Unsure,
)
from bot.announcements.delivery import Delivery, Reason, State, Step
from bot.announcements.ledger import Ledger, open_ledger
from bot.announcements.posting import Pace
from bot.announcements.publisher import NothingToSay, Post, Refused, TryLater
from tests.announcements.bench import Bench
from tests.announcements.builders import MONDAY_8AM, NEWS, an_announcement, channel, days_later, monday
from tests.announcements.chat import DROPPED, FORBIDDEN, HISTORY_FORBIDDEN, HandClock, StoredThenLost


@pytest.fixture
def bench(ledger: Ledger) -> Bench:
    """Monday, 08:00 UTC."""
    return Bench(ledger, HandClock(MONDAY_8AM))


async def test_a_daily_digest_is_posted_at_its_time_every_day(bench: Bench) -> None:
    await bench.book.create(an_announcement(), bench.clock.now())
    async with bench.running():
        await bench.pass_time(minutes=59)
        assert bench.bodies() == []
        await bench.pass_time(minutes=1)
        await bench.pass_time(days=1)
    assert bench.bodies() == ["Morning digest · 02 09:00", "Morning digest · 03 09:00"]
    assert await bench.endings() == [
        (State.PLANNED, None),
        (State.DONE, Reason.ON_TIME),
        (State.DONE, Reason.ON_TIME),
    ]


async def test_the_ledger_knows_the_message_of_each_run(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), bench.clock.now())
    async with bench.running():
        await bench.pass_time(hours=1)
    (run,) = await bench.book.history("digest")
    assert (run.message, run.settled) == (bench.chat.seen[0].id, monday(9))
    assert (await bench.book.get("digest")).standing is Standing.DONE


async def test_the_nonce_fits_discord_and_is_the_mark(bench: Bench) -> None:
    await bench.book.create(an_announcement(), bench.clock.now())
    async with bench.running():
        await bench.pass_time(hours=1)
    (run, _) = reversed(await bench.book.history("digest"))
    assert (bench.chat.seen[0].mark, len(run.id) <= 25) == (run.id, True)


async def test_an_announcement_made_while_the_runner_sleeps_wakes_it(bench: Bench) -> None:
    async with bench.running():
        await bench.book.create(an_announcement("2026-11-02 08:01"), bench.clock.now())
        await bench.quiet()
        await bench.pass_time(minutes=1)
    assert bench.bodies() == ["Morning digest · 02 08:01"]


async def test_an_idle_runner_sleeps_as_long_as_it_may(bench: Bench) -> None:
    await bench.book.create(an_announcement(), bench.clock.now())
    async with bench.running():
        assert bench.clock.longest_wait == Pace().longest_sleep


async def test_a_second_start_does_nothing(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), bench.clock.now())
    async with bench.running():
        await bench.runner.run()
        await bench.pass_time(hours=1)
    assert bench.bodies() == ["Morning digest · 02 09:00"]


async def test_posts_of_one_channel_keep_the_order_in_which_they_were_set_up(bench: Bench) -> None:
    for minute, name in enumerate(["first", "second", "third"]):
        made = MONDAY_8AM + timedelta(minutes=minute)
        await bench.book.create(an_announcement(id=name, title=name, created=made), made)
    async with bench.running():
        await bench.pass_time(hours=1)
    assert bench.bodies() == ["first · 02 09:00", "second · 02 09:00", "third · 02 09:00"]


async def test_a_thousand_due_in_one_minute_are_all_out_in_order_in_each_channel(bench: Bench) -> None:
    many = [
        an_announcement(
            "2026-11-02 09:00",
            id=f"{number:04}",
            title=f"{number:04}",
            place=channel(f"channel-{number % 40}"),
            created=MONDAY_8AM + number * timedelta(milliseconds=1),
        )
        for number in range(1_000)
    ]
    await bench.book.take(many, MONDAY_8AM)
    bench.chat.will_fail("channel-7", TryLater(after=1.0), DROPPED)
    bench.runner = bench.new_runner("quick", Pace(a_second=1_000))
    async with bench.running():
        bench.clock.move(hours=1)
        await bench.chat.has_seen(1_000 - 25)
        await bench.quiet()
        await bench.pass_time(seconds=1)
        bench.clock.move(seconds=4)
        await bench.chat.has_seen(1_000)
    seen = [(one.channel, one.body) for one in bench.chat.seen]
    assert sorted(seen) == sorted((one.place.channel, f"{one.title} · 02 09:00") for one in many)
    for number in range(40):
        here = [body for where, body in seen if where == f"channel-{number}"]
        assert here == sorted(here, key=str)


async def test_no_more_are_sent_in_a_second_than_discord_allows(bench: Bench) -> None:
    many = [an_announcement("2026-11-02 09:00", id=f"{n}", place=channel(f"channel-{n}")) for n in range(7)]
    await bench.book.take(many, MONDAY_8AM)
    bench.runner = bench.new_runner("slow", Pace(a_second=3))
    sent = []
    async with bench.running():
        await bench.pass_time(hours=1)
        for _ in range(4):
            sent.append(len(bench.bodies()))
            await bench.pass_time(seconds=1)
    assert sent == [3, 6, 7, 7]


async def test_a_failing_channel_keeps_its_order_and_delays_no_other(bench: Bench) -> None:
    for minute, (name, place) in enumerate([("a1", "a"), ("a2", "a"), ("b1", "b"), ("b2", "b")]):
        made = MONDAY_8AM + timedelta(seconds=minute)
        await bench.book.create(
            an_announcement("2026-11-02 09:00", id=name, title=name, place=channel(place), created=made), made
        )
    bench.chat.will_fail("a", DROPPED, DROPPED)
    async with bench.running():
        await bench.pass_time(hours=1)
        assert bench.bodies() == ["b1 · 02 09:00", "b2 · 02 09:00"]
        await bench.pass_time(seconds=2)
        await bench.pass_time(seconds=4)
    assert bench.bodies() == ["b1 · 02 09:00", "b2 · 02 09:00", "a1 · 02 09:00", "a2 · 02 09:00"]


async def test_a_channel_that_hangs_delays_no_other(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00", id="slow", place=channel("slow")), MONDAY_8AM)
    await bench.book.create(an_announcement("2026-11-02 09:00", id="quick", place=channel("quick")), MONDAY_8AM)
    bench.chat.held["slow"] = asyncio.Event()
    async with bench.running():
        bench.clock.move(hours=1)
        await bench.chat.has_seen(1)
        assert [one.channel for one in bench.chat.seen] == ["quick"]
        bench.chat.held["slow"].set()
        await bench.quiet()
    assert [one.channel for one in bench.chat.seen] == ["quick", "slow"]


async def test_a_rate_limit_is_waited_for_as_long_as_it_says(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    bench.chat.will_fail("news", TryLater(after=30.0))
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(seconds=29)
        (waiting,) = await bench.book.history("digest")
        assert (bench.bodies(), waiting.last_error) == ([], "rate limited")
        await bench.pass_time(seconds=1)
    assert (bench.bodies(), bench.chat.asked_history) == (["Morning digest · 02 09:00"], 0)


async def test_a_rate_limit_after_a_lost_answer_does_not_end_the_doubt(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.chat.will_fail("news", StoredThenLost(), TryLater(after=600.0))
    bench.chat.history = HISTORY_FORBIDDEN
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(seconds=2)
        await bench.pass_time(minutes=10)
    assert bench.bodies() == ["Morning digest · 02 09:00"]
    assert await bench.endings() == [(State.FAILED, Reason.KEPT_BACK_UNSURE)]


async def test_a_post_that_was_stored_before_the_error_is_not_posted_again(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.chat.will_fail("news", StoredThenLost())
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(seconds=2)
    assert bench.bodies() == ["Morning digest · 02 09:00"]
    assert await bench.endings() == [(State.DONE, Reason.FOUND)]


async def test_a_crash_before_the_post_arrived_loses_nothing(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    await bench.crash_while_sending()
    async with bench.running():
        assert bench.bodies() == []
        await bench.pass_time(minutes=1)
    assert bench.bodies() == ["Morning digest · 02 09:00"]


async def test_a_crash_after_the_post_arrived_posts_nothing_more_however_long_it_lasted(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    (claimed,) = await bench.crash_while_sending()
    message = await bench.chat.post(NEWS, Post(body="the post"), claimed.id)
    bench.clock.move(hours=3)
    async with bench.running():
        pass
    (run,) = await bench.book.history("digest")
    assert (bench.bodies(), run.message) == (["the post"], message)
    assert await bench.endings() == [(State.DONE, Reason.FOUND)]


async def test_without_history_the_nonce_protects_while_the_chat_remembers(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    (claimed,) = await bench.crash_while_sending()
    await bench.chat.post(NEWS, Post(body="the post"), claimed.id)
    bench.chat.history = HISTORY_FORBIDDEN
    bench.clock.move(seconds=90)
    async with bench.running():
        pass
    assert bench.bodies() == ["the post"]
    assert await bench.endings() == [(State.DONE, Reason.ON_TIME)]


@pytest.mark.parametrize(
    ("choice", "ending", "posts"),
    [
        (Unsure.AT_MOST_ONCE, (State.FAILED, Reason.KEPT_BACK_UNSURE), 0),
        (Unsure.AT_LEAST_ONCE, (State.DONE, Reason.SENT_AGAIN_UNSURE), 1),
    ],
)
async def test_without_history_and_after_the_window_the_server_decides(
    bench: Bench, choice: Unsure, ending: tuple[State, Reason], posts: int
) -> None:
    await bench.settings.save_guild(GuildSettings("ministry", unsure=choice))
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    await bench.crash_while_sending()
    bench.chat.history = HISTORY_FORBIDDEN
    bench.clock.move(minutes=10)
    async with bench.running():
        pass
    assert (await bench.endings(), len(bench.chat.seen)) == ([ending], posts)


async def test_a_forum_has_no_nonce_so_the_window_does_not_count(bench: Bench) -> None:
    forum = channel("forum", PlaceKind.FORUM)
    await bench.book.create(an_announcement("2026-11-02 09:00", place=forum), MONDAY_8AM)
    bench.clock.move(hours=1)
    await bench.crash_while_sending()
    bench.chat.history = HISTORY_FORBIDDEN
    bench.clock.move(seconds=61)
    async with bench.running():
        pass
    assert await bench.endings() == [(State.FAILED, Reason.KEPT_BACK_UNSURE)]


async def test_an_unreachable_history_is_asked_again(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    (claimed,) = await bench.crash_while_sending()
    await bench.chat.post(NEWS, Post(body="the post"), claimed.id)
    bench.chat.history = DROPPED
    bench.clock.move(minutes=10)
    async with bench.running():
        bench.chat.history = None
        await bench.pass_time(minutes=5)
    assert bench.bodies() == ["the post"]
    assert await bench.endings() == [(State.DONE, Reason.FOUND)]


async def test_a_clock_set_back_does_not_post_again(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    async with bench.running():
        await bench.pass_time(hours=1)
        bench.clock.set_back(hours=2)
        await bench.pass_time(hours=3)
        await bench.pass_time(hours=21)
    assert bench.bodies() == ["Morning digest · 02 09:00"]


async def test_a_clock_set_back_after_a_crash_does_not_trust_the_window(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.clock.move(hours=1)
    (claimed,) = await bench.crash_while_sending()
    await bench.chat.post(NEWS, Post(body="the post"), claimed.id)
    bench.chat.window = timedelta(0)
    bench.clock.move(minutes=30)
    bench.clock.set_back(minutes=31)
    bench.chat.history = HISTORY_FORBIDDEN
    async with bench.running():
        await bench.pass_time(minutes=3)
    assert bench.bodies() == ["the post"]


async def test_editing_the_time_after_the_clock_was_set_back_does_not_bring_back_a_posted_run(
    bench: Bench,
) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    async with bench.running():
        await bench.pass_time(hours=1)
    bench.clock.set_back(hours=1)
    saved = await bench.book.get("digest")
    await bench.book.save(replace(saved, zone=an_announcement().zone, title="Renamed"), "han", bench.clock.now())
    await bench.book.pause("digest", 2, "han")
    await bench.book.resume("digest", 3, "han", bench.clock.now())
    assert (await bench.book.history("digest"))[0].planned == days_later(monday(9))


async def test_a_run_missed_by_an_hour_is_posted_late_and_says_so(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    bench.clock.move(hours=2)
    async with bench.running():
        pass
    assert bench.bodies() == ["Morning digest · 02 09:00 · posted late"]


async def test_a_run_missed_for_longer_than_the_grace_is_skipped(bench: Bench) -> None:
    await bench.book.create(an_announcement(grace=timedelta(hours=1)), MONDAY_8AM)
    bench.clock.move(hours=2, minutes=1)
    async with bench.running():
        pass
    assert bench.bodies() == []
    assert await bench.endings() == [(State.PLANNED, None), (State.SKIPPED, Reason.MISSED)]


async def test_a_missed_run_is_skipped_where_the_owner_wants_that(bench: Bench) -> None:
    await bench.book.create(an_announcement(missed=Missed.SKIP), MONDAY_8AM)
    bench.clock.move(hours=1, minutes=6)
    async with bench.running():
        pass
    assert bench.bodies() == []
    assert await bench.endings() == [(State.PLANNED, None), (State.SKIPPED, Reason.MISSED)]


async def test_of_many_missed_runs_only_the_latest_is_posted_late(bench: Bench) -> None:
    await bench.book.create(an_announcement("0 * * * *"), MONDAY_8AM)
    bench.clock.move(hours=5, minutes=30)
    async with bench.running():
        pass
    assert bench.bodies() == ["Morning digest · 02 13:00 · posted late"]
    history = await bench.book.history("digest")
    assert [(run.planned, run.state) for run in history] == [
        (monday(14), State.PLANNED),
        (monday(13), State.DONE),
        (monday(9), State.SKIPPED),
    ]
    assert history[2].why is not None
    assert history[2].why.values["by"] == monday(13).isoformat()


async def test_three_refused_runs_pause_the_announcement_and_its_owner_is_told(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    bench.chat.will_fail("news", FORBIDDEN, Refused(status=404, code=10003), FORBIDDEN)
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(days=1)
        assert (await bench.book.get("digest")).standing is Standing.ACTIVE
        await bench.pass_time(days=1)
        await bench.pass_time(days=7)
    assert (await bench.book.get("digest")).standing is Standing.PAUSED_REFUSED
    assert [(one.channel, one.body) for one in bench.chat.seen] == [("han", "Morning digest · 04 09:00 · paused")]
    assert [outcome.paused for outcome in bench.outcomes] == [False, False, True, False]


async def test_a_refusal_says_which_permission_is_needed(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.chat.will_fail("news", FORBIDDEN)
    async with bench.running():
        await bench.pass_time(hours=1)
    (run,) = await bench.book.history("digest")
    assert run.why is not None
    assert run.why.values == {"status": "403", "code": "50013", "needs": "Send Messages"}


async def test_one_run_that_succeeds_forgets_earlier_refusals(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    bench.chat.will_fail("news", FORBIDDEN, FORBIDDEN)
    async with bench.running():
        await bench.pass_time(hours=1)
        for _ in range(2):
            await bench.pass_time(days=1)
    assert (await bench.book.get("digest")).refusals == 0


async def test_a_thread_and_publishing_are_steps_of_their_own(bench: Bench) -> None:
    place = channel("wire", PlaceKind.NEWS)
    await bench.book.create(an_announcement("2026-11-02 09:00", place=place, thread=True, publish=True), MONDAY_8AM)
    bench.chat.will_fail("publish:wire", TryLater(after=3600.0))
    async with bench.running():
        await bench.pass_time(hours=1)
        assert (bench.chat.threads, bench.chat.published) == ([("m1", "Morning digest")], [])
        await bench.pass_time(hours=1)
    assert (len(bench.chat.seen), bench.chat.published) == (1, ["m1"])
    steps = {run.step: (run.state, run.message) for run in await bench.book.history("digest")}
    assert steps == {
        Step.POST: (State.DONE, "m1"),
        Step.THREAD: (State.DONE, "t-m1"),
        Step.PUBLISH: (State.DONE, "m1"),
    }


async def test_publishing_that_must_wait_does_not_hold_up_the_next_post(bench: Bench) -> None:
    place = channel("wire", PlaceKind.NEWS)
    await bench.book.create(an_announcement("0 * * * *", place=place, publish=True), MONDAY_8AM)
    bench.chat.will_fail("publish:wire", TryLater(after=36000.0))
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(hours=1)
    assert bench.bodies() == ["Morning digest · 02 09:00", "Morning digest · 02 10:00"]


async def test_nothing_to_say_is_a_skipped_run(ledger: Ledger) -> None:
    def silent(announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:
        return NothingToSay(why="on_this_day")

    bench = Bench(ledger, HandClock(MONDAY_8AM), compose=silent)
    await bench.book.create(an_announcement(), MONDAY_8AM)
    async with bench.running():
        await bench.pass_time(hours=1)
    assert await bench.endings() == [(State.PLANNED, None), (State.SKIPPED, Reason.NOTHING_TO_SAY)]


async def test_a_composer_that_breaks_fails_its_own_run_only(ledger: Ledger) -> None:
    def broken(announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:
        if announcement is not None and announcement.id == "broken":
            raise KeyError(announcement.content.topic)
        return Post(body="fine")

    bench = Bench(ledger, HandClock(MONDAY_8AM), compose=broken)
    await bench.book.create(an_announcement(id="broken"), MONDAY_8AM)
    await bench.book.create(an_announcement(id="whole"), MONDAY_8AM)
    async with bench.running():
        await bench.pass_time(hours=1)
    assert bench.bodies() == ["fine"]
    assert (await bench.endings("broken"))[1] == (State.FAILED, Reason.COULD_NOT_COMPOSE)


async def test_a_publisher_with_a_bug_is_treated_as_a_try_without_a_known_end(bench: Bench) -> None:
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    bench.chat.will_fail("news", RuntimeError("unexpected"))
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(seconds=2)
    assert (bench.bodies(), bench.chat.asked_history) == (["Morning digest · 02 09:00"], 1)


async def test_two_processes_share_the_work_without_posting_twice(bench: Bench, address: str) -> None:
    for number in range(20):
        place = Place(PlaceKind.TEXT, f"c{number % 4}", "ministry")
        await bench.book.create(an_announcement("2026-11-02 09:00", id=f"a{number}", place=place), MONDAY_8AM)
    second_process = await open_ledger(address)
    other = Bench(second_process, bench.clock, bench.chat)
    async with bench.running(), other.running():
        bench.clock.move(hours=1)
        await bench.chat.has_seen(20)
        await bench.quiet()
        await other.quiet()
        await bench.pass_time(minutes=5)
    await second_process.close()
    assert len({one.mark for one in bench.chat.seen}) == len(bench.chat.seen) == 20


async def test_a_deleted_announcement_does_not_post_a_run_that_waits_for_another_try(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    bench.chat.will_fail("news", DROPPED)
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.book.delete("digest", 1, "han")
        await bench.pass_time(seconds=2)
    assert (bench.bodies(), await bench.endings()) == ([], [(State.SKIPPED, Reason.GONE)])


async def test_send_now_posts_beside_the_schedule_once_for_each_request(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    async with bench.running():
        await bench.book.send_now("digest", "interaction-1", bench.clock.now())
        await bench.book.send_now("digest", "interaction-1", bench.clock.now())
        await bench.quiet()
        await bench.pass_time(hours=1)
    assert bench.bodies() == ["Morning digest · 02 08:00", "Morning digest · 02 09:00"]


async def test_skipping_the_next_run_leaves_the_one_after(bench: Bench) -> None:
    await bench.book.create(an_announcement(), MONDAY_8AM)
    async with bench.running():
        assert await bench.book.skip_next("digest", "han", MONDAY_8AM) == monday(9)
        await bench.pass_time(hours=1)
        await bench.pass_time(days=1)
    assert bench.bodies() == ["Morning digest · 03 09:00"]
