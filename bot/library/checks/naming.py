"""A release is called what its file is called, and is by an issuer that is known."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.reading import Reading
from bot.library.wording import did_you_mean


def check_naming(reading: Reading) -> Iterator[Fault]:
    """The id, the file's name, the issuer, the series and the date of publication belong together."""
    release = reading.release
    if release.id != reading.file_name:
        yield reading.fault(("id",), f"{release.id!r} is not the file's name {reading.file_name!r}; make them equal")
    issuers = reading.vocabulary.issuers
    if release.issuer not in issuers:
        yield reading.fault(("issuer",), f"unknown issuer {release.issuer!r}{did_you_mean(release.issuer, issuers)}")
    plain = f"{release.published}-{release.meeting.series}"
    with_issuer = f"{release.published}-{release.issuer}-{release.meeting.series}"
    if release.id not in (plain, with_issuer):
        yield reading.fault(("id",), f"{release.id!r} is neither {plain!r} (<published>-<series>) nor {with_issuer!r}")
