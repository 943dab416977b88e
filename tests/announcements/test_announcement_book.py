"""People save, change and take back announcements, sometimes two at once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.announcements.announcement import (
    Announcement,
    GuildSettings,
    PersonalSettings,
    Place,
    Standing,
    Unsure,
)
from bot.announcements.announcement_book import AnnouncementBook
from bot.announcements.delivery import Reason, State
from bot.announcements.ledger import Ledger
from bot.announcements.refusals import (
    AlreadyThere,
    CronNeverFires,
    DateInPast,
    EditedMeanwhile,
    NoSuchAnnouncement,
    NothingPlanned,
)
from bot.announcements.schedule import Cron
from bot.announcements.schedule_text import read_schedule
from bot.announcements.settings_book import PARKED_FOR, ParkedQueries, SettingsBook
from bot.announcements.zones import read_zone
from tests.announcements.builders import MONDAY_8AM, an_announcement, channel, days_later, monday


@pytest.fixture
def book(ledger: Ledger) -> AnnouncementBook:
    """The announcements of an empty ledger."""
    return AnnouncementBook(ledger)


async def planned(book: AnnouncementBook) -> list[tuple[str, object]]:
    """Channel and time of the runs to come."""
    history = await book.history("digest")
    return [(run.place.channel, run.planned) for run in history if run.state is State.PLANNED]


async def test_what_was_saved_comes_back_whole(book: AnnouncementBook) -> None:
    full = an_announcement(
        "평일 09:00",
        zone=read_zone("Asia/Seoul"),
        grace=timedelta(hours=2),
        locale="ko",
        role="42",
        thread=True,
        publish=True,
        title="Ünïcode '; DROP TABLE announcements; --",
    )
    await book.create(full, MONDAY_8AM)
    assert (await book.get("digest"), await book.of_guild("ministry"), await book.all()) == (
        full,
        (full,),
        (full,),
    )


async def test_an_id_is_used_once(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    with pytest.raises(AlreadyThere):
        await book.create(an_announcement(title="another"), MONDAY_8AM)
    assert (await book.get("digest")).title == "Morning digest"


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        (an_announcement("2026-11-02 07:00"), DateInPast(at=monday(7), now=MONDAY_8AM)),
        (an_announcement(rule=Cron("0 0 31 2 *")), CronNeverFires(text="0 0 31 2 *")),
    ],
)
async def test_an_announcement_without_a_run_is_refused_and_not_saved(
    book: AnnouncementBook, made: Announcement, refusal: Exception
) -> None:
    with pytest.raises(type(refusal)) as refused:
        await book.create(made, MONDAY_8AM)
    assert (refused.value, await book.all()) == (refusal, ())


async def test_of_two_people_who_edit_at_once_the_second_is_told_and_nothing_is_lost(
    book: AnnouncementBook,
) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    opened_by_han = await book.get("digest")
    opened_by_sari = await book.get("digest")
    await book.save(replace(opened_by_han, title="Han's title"), "han", MONDAY_8AM)
    with pytest.raises(EditedMeanwhile) as refused:
        await book.save(replace(opened_by_sari, title="Sari's title"), "sari", MONDAY_8AM)
    assert refused.value == EditedMeanwhile("digest", expected=1, found=2, by="han")
    assert (await book.get("digest")).title == "Han's title"


async def test_a_new_time_and_place_move_the_planned_run(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    moved = an_announcement("every day 10:00", place=channel("desk"))
    saved = await book.save(moved, "sari", MONDAY_8AM)
    assert (saved.version, saved.edited_by) == (2, "sari")
    assert await planned(book) == [("desk", monday(10))]


async def test_a_new_title_leaves_the_planned_run_alone(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    await book.save(an_announcement(title="Renamed"), "sari", monday(8, 30))
    assert await planned(book) == [("news", monday(9))]


async def test_saving_cannot_take_over_ownership_or_lift_a_pause(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    await book.pause("digest", 1, "han")
    saved = await book.save(
        an_announcement(version=2, owner="mallory", standing=Standing.ACTIVE), "mallory", MONDAY_8AM
    )
    assert (saved.owner, saved.standing, await planned(book)) == ("han", Standing.PAUSED, [])


async def test_a_pause_takes_the_planned_run_back_and_resuming_plans_the_next(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    await book.pause("digest", 1, "han")
    assert await planned(book) == []
    await book.resume("digest", 2, "han", monday(12))
    assert await planned(book) == [("news", days_later(monday(9)))]


async def test_a_single_date_that_passed_during_a_pause_cannot_be_resumed(book: AnnouncementBook) -> None:
    await book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    await book.pause("digest", 1, "han")
    with pytest.raises(DateInPast):
        await book.resume("digest", 2, "han", monday(10))
    assert (await book.get("digest")).standing is Standing.PAUSED


async def test_a_deleted_announcement_is_gone_but_its_history_stays(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    await book.skip_next("digest", "han", MONDAY_8AM)
    await book.delete("digest", 1, "han")
    with pytest.raises(NoSuchAnnouncement):
        await book.get("digest")
    (skipped,) = await book.history("digest")
    assert skipped.why is not None
    assert (skipped.state, skipped.why.reason, skipped.why.values) == (
        State.SKIPPED,
        Reason.SKIPPED_BY_PERSON,
        {"by": "han"},
    )


async def test_a_skipped_run_stays_skipped_over_pause_and_resume(book: AnnouncementBook) -> None:
    await book.create(an_announcement(), MONDAY_8AM)
    await book.skip_next("digest", "han", MONDAY_8AM)
    await book.pause("digest", 1, "han")
    await book.resume("digest", 2, "han", MONDAY_8AM)
    assert await planned(book) == [("news", days_later(monday(9)))]


async def test_skipping_the_only_run_of_a_single_date_is_the_end_of_it(book: AnnouncementBook) -> None:
    await book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    await book.skip_next("digest", "han", MONDAY_8AM)
    with pytest.raises(NothingPlanned):
        await book.skip_next("digest", "han", MONDAY_8AM)
    assert (await book.get("digest")).standing is Standing.DONE


async def test_a_single_date_that_is_over_lives_again_with_a_new_date(book: AnnouncementBook) -> None:
    await book.create(an_announcement("2026-11-02 09:00"), MONDAY_8AM)
    await book.skip_next("digest", "han", MONDAY_8AM)
    again = replace(await book.get("digest"), rule=read_schedule("2026-11-03 09:00"))
    assert (await book.save(again, "han", MONDAY_8AM)).standing is Standing.ACTIVE
    assert await planned(book) == [("news", days_later(monday(9)))]


async def test_a_server_and_a_person_keep_their_choices(ledger: Ledger) -> None:
    book = SettingsBook(ledger)
    chosen = GuildSettings("ministry", "ko", read_zone("Asia/Seoul"), "everyone", "log", Unsure.AT_LEAST_ONCE)
    await book.save_guild(GuildSettings("ministry", "en"))
    await book.save_guild(chosen)
    await book.save_person(PersonalSettings("han", "ko"))
    assert await book.of_guild("ministry") == chosen
    assert await book.of_guild("elsewhere") == GuildSettings("elsewhere")
    assert await book.of_person("han") == PersonalSettings("han", "ko")
    assert await book.of_person("sari") == PersonalSettings("sari", "")


async def test_a_parked_question_lives_for_thirty_days_after_its_last_use(ledger: Ledger) -> None:
    parked = ParkedQueries(ledger)
    key = await parked.park("/positions topic:tourism", MONDAY_8AM)
    used = MONDAY_8AM + PARKED_FOR
    assert (len(key), await parked.fetch(key, used)) == (16, "/positions topic:tourism")
    assert await parked.fetch(key, used + PARKED_FOR) == "/positions topic:tourism"
    assert await parked.fetch(key, used + 2 * PARKED_FOR + timedelta(seconds=1)) is None
    assert await parked.park("/positions topic:tourism", MONDAY_8AM) == key


def test_a_place_is_a_value() -> None:
    assert channel("desk") == Place(channel("desk").kind, "desk", "ministry")
