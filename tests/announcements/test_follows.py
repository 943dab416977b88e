"""A release is told once where it is followed; an edited or withdrawn one changes what was told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.announcements.announcement import Follow, FollowKind, Place, PlaceKind
from bot.announcements.delivery import Carried, Delivery, Notice, Reason, State, Step
from bot.announcements.follows import ReleaseFacts, ReleaseNotice, Remembered, notices, plan
from bot.announcements.ledger import Ledger
from bot.announcements.publisher import Post
from bot.announcements.schedule_text import read_schedule
from tests.announcements.bench import Bench
from tests.announcements.builders import MONDAY_8AM, a_follow, an_announcement, channel, days_later, monday
from tests.announcements.chat import DROPPED, HandClock

TOURISM = ReleaseFacts("r1", "asean-rok", frozenset({"tourism", "economy"}), frozenset({"rok", "asean"}))
DAILY = read_schedule("every day 09:00")
WEEKLY = read_schedule("every monday 09:00")
HAN = Place(PlaceKind.DM, "han")


def new(release: str = "first", facts: ReleaseFacts = TOURISM) -> ReleaseNotice:
    """A release noticed on Monday at 08:00."""
    return ReleaseNotice(Notice.NEW, release, facts, MONDAY_8AM)


def told(*follows: Follow, notice: ReleaseNotice | None = None) -> list[tuple[str, object, tuple[Carried, ...]]]:
    """Where, when and what the notice is told."""
    made = plan(follows, notice or new(), ())
    return [(post.place.channel, post.planned, post.carried) for post in made.posts]


def posted(state: State = State.DONE, message: str = "m1") -> Delivery:
    """The delivery that told #news of the first release."""
    (made,) = plan([a_follow()], new(), ()).posts
    return replace(made, state=state, message=message)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [(FollowKind.TOPIC, "economy"), (FollowKind.PARTY, "asean"), (FollowKind.SERIES, "asean-rok")],
)
def test_a_follow_of_a_topic_party_or_series_hears_of_a_matching_release_at_once(
    kind: FollowKind, subject: str
) -> None:
    follow = a_follow(kind=kind, subject=subject)
    assert told(follow) == [("news", MONDAY_8AM, (Carried("first", "r1", follow.id),))]


def test_a_follow_hears_nothing_of_other_releases() -> None:
    assert told(a_follow(subject="security")) == []


def test_two_follows_of_one_place_share_one_post() -> None:
    party = a_follow(id="follow-rok", kind=FollowKind.PARTY, subject="rok")
    carried = (Carried("first", "r1", "follow-tourism"), Carried("first", "r1", "follow-rok"))
    assert told(a_follow(), party) == [("news", MONDAY_8AM, carried)]


def test_two_places_hear_of_it_each() -> None:
    assert [where for where, _, _ in told(a_follow(), a_follow(id="dm", place=HAN))] == ["news", "han"]


def test_a_digest_waits_for_its_time() -> None:
    daily = a_follow(digest=DAILY)
    assert [when for _, when, _ in told(daily)] == [monday(9)]
    weekly = a_follow(digest=WEEKLY)
    late = replace(new(), at=monday(9))
    assert [when for _, when, _ in told(weekly, notice=late)] == [days_later(monday(9), 7)]


def test_two_releases_of_one_day_share_the_digest() -> None:
    daily = a_follow(digest=DAILY)
    first, second = (plan([daily], new(release), ()).posts[0].id for release in ("first", "second"))
    assert first == second


def test_where_a_release_is_told_at_once_the_digest_leaves_it_out() -> None:
    digest = a_follow(id="digest", kind=FollowKind.PARTY, subject="rok", digest=DAILY)
    assert [when for _, when, _ in told(digest, a_follow())] == [MONDAY_8AM]


def test_a_release_that_was_told_in_a_place_is_not_told_there_again() -> None:
    assert plan([a_follow()], new(), [posted()]).posts == ()


@pytest.mark.parametrize("kind", [Notice.EDITED, Notice.WITHDRAWN])
def test_an_edited_or_withdrawn_release_edits_its_post_and_posts_nothing(kind: Notice) -> None:
    changed = ReleaseNotice(kind, "first", replace(TOURISM, revision="r2"), monday(12))
    made = plan([a_follow()], changed, [posted()])
    assert (made.posts, made.dropped) == ((), ())
    (edit,) = made.edits
    assert (edit.step, edit.text, edit.message, edit.target, edit.carried) == (
        Step.EDIT,
        kind.value,
        "m1",
        posted().id,
        (Carried("first", "r2"),),
    )


def test_a_withdrawn_release_leaves_the_digest_that_has_not_gone_out() -> None:
    gone = ReleaseNotice(Notice.WITHDRAWN, "first", TOURISM, monday(12))
    waiting = posted(state=State.PLANNED, message="")
    assert plan([a_follow()], gone, [waiting]).dropped == (waiting.id,)


def test_what_changed_in_the_library_since_the_last_look() -> None:
    remembered = {
        "same": Remembered("r1"),
        "edited": Remembered("r0"),
        "gone": Remembered("r1"),
        "gone long ago": Remembered("r1", withdrawn=True),
        "back": Remembered("r1", withdrawn=True),
    }
    current = dict.fromkeys(["same", "edited", "back", "fresh"], TOURISM)
    found = [(notice.kind, notice.release) for notice in notices(remembered, current, MONDAY_8AM)]
    assert found == [
        (Notice.EDITED, "edited"),
        (Notice.EDITED, "back"),
        (Notice.NEW, "fresh"),
        (Notice.WITHDRAWN, "gone"),
    ]


@pytest.fixture
async def bench(ledger: Ledger) -> Bench:
    """A ledger that knows one old release, and a channel that follows tourism."""
    made = Bench(ledger, HandClock(MONDAY_8AM))
    await made.follows.add(a_follow())
    await made.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    return made


async def test_the_archive_is_not_told(bench: Bench) -> None:
    async with bench.running():
        pass
    assert bench.bodies() == []


async def test_a_new_release_is_told_once_over_reloads_and_restarts(bench: Bench) -> None:
    library = {"old": TOURISM, "fresh": TOURISM}
    async with bench.running():
        for _ in range(3):
            await bench.follows.library_changed(library, bench.clock.now())
            await bench.pass_time(minutes=1)
    assert bench.bodies() == ["fresh · 02 08:00"]


async def test_a_correction_edits_the_post_and_a_withdrawal_edits_it_again(bench: Bench) -> None:
    async with bench.running():
        await bench.follows.library_changed({"old": TOURISM, "fresh": TOURISM}, bench.clock.now())
        await bench.pass_time(minutes=1)
        corrected = {"old": TOURISM, "fresh": replace(TOURISM, revision="r2")}
        await bench.follows.library_changed(corrected, bench.clock.now())
        await bench.pass_time(minutes=1)
        await bench.follows.library_changed({"old": TOURISM}, bench.clock.now())
        await bench.pass_time(minutes=1)
    assert bench.bodies() == ["fresh · 02 08:00"]
    assert bench.chat.edits == [("m1", "fresh · 02 08:00 · edited"), ("m1", "fresh · 02 08:00 · withdrawn")]


async def test_an_edit_that_fails_is_tried_again(bench: Bench) -> None:
    bench.chat.will_fail("edit:news", DROPPED)
    async with bench.running():
        await bench.follows.library_changed({"old": TOURISM, "fresh": TOURISM}, bench.clock.now())
        await bench.quiet()
        await bench.follows.library_changed({"old": TOURISM}, bench.clock.now())
        await bench.quiet()
        await bench.pass_time(seconds=2)
    assert [message for message, _ in bench.chat.edits] == ["m1"]


async def test_an_announcement_that_shows_a_release_is_corrected_too(ledger: Ledger) -> None:
    def newest(announcement: object, occurrence: Delivery, late: bool) -> Post:
        return Post(body=occurrence.text or "newest", carried=(Carried("old", "r1"),))

    bench = Bench(ledger, HandClock(MONDAY_8AM), compose=newest)
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    await bench.book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.follows.library_changed({"old": replace(TOURISM, revision="r2")}, bench.clock.now())
        await bench.quiet()
    assert (bench.bodies(), bench.chat.edits) == (["newest"], [("m1", "edited")])


async def test_a_release_edited_while_its_post_is_on_the_way_is_marked_right_after(ledger: Ledger) -> None:
    clock = HandClock(MONDAY_8AM)
    bench = Bench(ledger, clock)
    await bench.follows.add(a_follow())
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    await bench.follows.library_changed({"old": TOURISM, "fresh": TOURISM}, MONDAY_8AM)
    await bench.crash_while_sending()
    await bench.follows.library_changed({"old": TOURISM, "fresh": replace(TOURISM, revision="r2")}, monday(8, 1))
    clock.move(minutes=2)
    async with bench.running():
        pass
    assert bench.bodies() == ["fresh · 02 08:00"]
    assert [message for message, _ in bench.chat.edits] == ["m1"]


async def test_a_digest_lists_what_arrived_and_loses_what_was_withdrawn(ledger: Ledger) -> None:
    bench = Bench(ledger, HandClock(MONDAY_8AM))
    await bench.follows.add(a_follow(digest=DAILY))
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    await bench.follows.library_changed(dict.fromkeys(["old", "a", "b", "c"], TOURISM), MONDAY_8AM)
    await bench.follows.library_changed(dict.fromkeys(["old", "a", "c"], TOURISM), monday(8, 30))
    async with bench.running():
        await bench.pass_time(hours=1)
        await bench.pass_time(days=1)
    assert bench.bodies() == ["a,c · 02 09:00"]


async def test_a_digest_that_loses_its_only_release_is_skipped(ledger: Ledger) -> None:
    bench = Bench(ledger, HandClock(MONDAY_8AM))
    await bench.follows.add(a_follow(digest=DAILY))
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    await bench.follows.library_changed({"old": TOURISM, "a": TOURISM}, MONDAY_8AM)
    await bench.follows.library_changed({"old": TOURISM}, monday(8, 30))
    async with bench.running():
        await bench.pass_time(hours=2)
    assert bench.bodies() == []
    assert await bench.endings("follow:news") == [(State.SKIPPED, Reason.WITHDRAWN)]


async def test_who_stops_following_hears_no_more_of_what_was_planned(ledger: Ledger) -> None:
    bench = Bench(ledger, HandClock(MONDAY_8AM))
    await bench.follows.add(a_follow(digest=DAILY))
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    await bench.follows.library_changed({"old": TOURISM, "a": TOURISM}, MONDAY_8AM)
    await bench.follows.remove("follow-tourism", monday(8, 30))
    async with bench.running():
        await bench.pass_time(hours=2)
    assert (bench.bodies(), await bench.follows.all()) == ([], ())


async def test_follows_come_back_as_they_were_saved(bench: Bench) -> None:
    weekly = a_follow(id="weekly", digest=WEEKLY, place=channel("desk"), created=MONDAY_8AM + timedelta(1))
    await bench.follows.add(weekly)
    assert await bench.follows.all() == (a_follow(), weekly)
    assert await bench.follows.of_channel("desk") == (weekly,)


async def test_a_release_that_arrives_after_the_clock_was_set_back_waits_for_the_next_digest(
    ledger: Ledger,
) -> None:
    bench = Bench(ledger, HandClock(MONDAY_8AM))
    await bench.follows.add(a_follow(digest=DAILY))
    await bench.follows.library_changed({"old": TOURISM}, MONDAY_8AM)
    async with bench.running():
        await bench.follows.library_changed(dict.fromkeys(["old", "a"], TOURISM), bench.clock.now())
        await bench.pass_time(hours=1)
        bench.clock.set_back(minutes=30)
        await bench.follows.library_changed(dict.fromkeys(["old", "a", "b"], TOURISM), bench.clock.now())
        await bench.pass_time(hours=24, minutes=30)
    assert bench.bodies() == ["a · 02 09:00", "b · 03 09:00"]
