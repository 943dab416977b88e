"""Time zones as people write them."""

import pytest

from bot.announcements.refusals import ZoneAmbiguous, ZoneUnknown
from bot.announcements.zones import CHOICES_SHOWN, read_zone, zone_choices


@pytest.mark.parametrize(
    ("name", "key"), [("Asia/Seoul", "Asia/Seoul"), ("america/new york", "America/New_York"), ("utc", "UTC")]
)
def test_an_iana_name_is_read_in_any_spelling(name: str, key: str) -> None:
    assert read_zone(name).key == key


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        ("EST", ("America/New_York", "America/Panama", "Australia/Sydney")),
        ("ist", ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")),
        ("CST", ("America/Chicago", "Asia/Shanghai", "Asia/Taipei", "America/Havana")),
        ("KST", ("Asia/Seoul", "Asia/Pyongyang")),
        ("EST5EDT", ("America/New_York",)),
    ],
)
def test_an_abbreviation_is_refused_with_what_it_may_mean(name: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(ZoneAmbiguous) as refused:
        read_zone(name)
    assert refused.value == ZoneAmbiguous(name=name, suggestions=suggestions)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Seoul", "Asia/Seoul"),
        ("서울", "Asia/Seoul"),
        ("ROK", "Asia/Seoul"),
        ("Asia/Soul", "Asia/Seoul"),
        ("Berln", "Europe/Berlin"),
        ("Washington", "America/New_York"),
    ],
)
def test_an_unknown_zone_is_refused_with_near_ones(name: str, first: str) -> None:
    with pytest.raises(ZoneUnknown) as refused:
        read_zone(name)
    assert (refused.value.name, refused.value.near[0]) == (name, first)


@pytest.mark.parametrize("name", ["Mars/Olympus", "Etc/GMT+9", "../../etc/passwd", ""])
def test_what_is_no_place_is_refused(name: str) -> None:
    with pytest.raises(ZoneUnknown):
        read_zone(name)


def test_while_typing_places_come_before_areas_and_never_more_than_discord_shows() -> None:
    assert zone_choices("seo") == ("Asia/Seoul",)
    assert zone_choices("man")[0] == "America/Managua"
    assert len(zone_choices("a")) == CHOICES_SHOWN
    assert zone_choices("KST") == ("Asia/Seoul", "Asia/Pyongyang")
