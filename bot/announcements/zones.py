"""Time zones as people write them. PURE but for the zone tables that zoneinfo and tzdata ship."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.announcements.refusals import ZoneAmbiguous, ZoneUnknown

CHOICES_SHOWN = 25
"""Discord shows at most 25 choices for an option being typed."""
SUGGESTIONS = 4

AMBIGUOUS = {
    "AST": ("America/Halifax", "Asia/Riyadh"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "CET": ("Europe/Berlin", "Europe/Paris"),
    "CST": ("America/Chicago", "Asia/Shanghai", "Asia/Taipei", "America/Havana"),
    "EET": ("Europe/Athens", "Europe/Kyiv"),
    "EST": ("America/New_York", "America/Panama", "Australia/Sydney"),
    "EDT": ("America/New_York", "Australia/Sydney"),
    "GMT": ("UTC", "Europe/London"),
    "HST": ("Pacific/Honolulu",),
    "ICT": ("Asia/Bangkok", "Asia/Ho_Chi_Minh"),
    "IST": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "JST": ("Asia/Tokyo",),
    "KST": ("Asia/Seoul", "Asia/Pyongyang"),
    "MET": ("Europe/Berlin",),
    "MSK": ("Europe/Moscow",),
    "MST": ("America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur"),
    "PHT": ("Asia/Manila",),
    "PST": ("America/Los_Angeles", "Asia/Manila"),
    "SGT": ("Asia/Singapore",),
    "SST": ("Asia/Singapore", "Pacific/Pago_Pago"),
    "WET": ("Europe/Lisbon",),
    "WIB": ("Asia/Jakarta",),
    "CDT": ("America/Chicago", "America/Havana"),
    "MDT": ("America/Denver",),
    "PDT": ("America/Los_Angeles",),
    "CEST": ("Europe/Berlin", "Europe/Paris"),
    "AEST": ("Australia/Sydney", "Australia/Brisbane"),
    "EST5EDT": ("America/New_York",),
    "CST6CDT": ("America/Chicago",),
    "MST7MDT": ("America/Denver",),
    "PST8PDT": ("America/Los_Angeles",),
}
"""Abbreviations that name no single place: several use it, or it says nothing of daylight saving."""

PLACE_NAMES = {
    "rok": "Asia/Seoul",
    "korea": "Asia/Seoul",
    "japan": "Asia/Tokyo",
    "hongkong": "Asia/Hong_Kong",
    "washington": "America/New_York",
    "beijing": "Asia/Shanghai",
    "hanoi": "Asia/Ho_Chi_Minh",
    "geneva": "Europe/Zurich",
    "서울": "Asia/Seoul",
    "한국": "Asia/Seoul",
    "도쿄": "Asia/Tokyo",
    "베이징": "Asia/Shanghai",
    "싱가포르": "Asia/Singapore",
    "자카르타": "Asia/Jakarta",
    "뉴욕": "America/New_York",
    "워싱턴": "America/New_York",
    "런던": "Europe/London",
    "파리": "Europe/Paris",
    "브뤼셀": "Europe/Brussels",
}
"""Places that people type and that no zone is named after, in folded spelling."""


def read_zone(name: str) -> ZoneInfo:
    """The zone of that IANA name, in any case and with spaces for underscores.

    Raises ZoneAmbiguous for abbreviations such as "EST", ZoneUnknown for everything else that is no
    Area/Place name; both carry IANA names to choose from.
    """
    asked = name.strip()
    if asked.upper() in AMBIGUOUS:
        raise ZoneAmbiguous(name=asked, suggestions=AMBIGUOUS[asked.upper()])
    known = _by_folded_name().get(_folded(asked))
    if known is None:
        raise ZoneUnknown(name=asked, near=zone_choices(asked, limit=SUGGESTIONS) or _look_alikes(asked))
    return ZoneInfo(known)


def zone_choices(typed: str, limit: int = CHOICES_SHOWN) -> tuple[str, ...]:
    """IANA names for what has been typed so far, at most `limit`.

    First those whose place starts with it, then those that start with it, then those that contain it.
    """
    if _folded(typed) in PLACE_NAMES:
        return (PLACE_NAMES[_folded(typed)],)
    if typed.strip().upper() in AMBIGUOUS:
        return AMBIGUOUS[typed.strip().upper()][:limit]
    wanted = _folded(typed)
    ranked = sorted(
        (rank, name) for folded, name in _by_folded_name().items() if (rank := _rank(folded, wanted)) is not None
    )
    return tuple(name for _, name in ranked[:limit])


def _rank(folded: str, wanted: str) -> int | None:
    if folded.rpartition("/")[2].startswith(wanted):
        return 0
    if folded.startswith(wanted):
        return 1
    return 2 if wanted in folded else None


def _look_alikes(asked: str) -> tuple[str, ...]:
    by_place: dict[str, str] = {}
    for folded, name in _by_folded_name().items():
        by_place.setdefault(folded.rpartition("/")[2], name)
    whole = get_close_matches(_folded(asked), _by_folded_name(), n=SUGGESTIONS)
    place = get_close_matches(_folded(asked).rpartition("/")[2], by_place, n=SUGGESTIONS)
    names = [_by_folded_name()[folded] for folded in whole] + [by_place[folded] for folded in place]
    return tuple(dict.fromkeys(names))[:SUGGESTIONS]


def _folded(name: str) -> str:
    return "_".join(name.split()).casefold()


@cache
def _by_folded_name() -> dict[str, str]:
    # Names without a slash are old country and abbreviation links ("ROK", "Cuba", "WET"); "Etc/GMT+9" is nine
    # hours *behind*; "posix/" and "right/" are copies. UTC alone stands for itself.
    named = (name for name in sorted(available_timezones()) if "/" in name)
    plain = (name for name in named if not name.startswith(("Etc/", "posix/", "right/", "SystemV/")))
    return {_folded(name): name for name in (*plain, "UTC")}
