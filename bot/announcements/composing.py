"""What a post shows: ordinary answer cards and what is said of the post itself. PURE given the library."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.announcements.announcement import Announcement, Content, ContentKind
from bot.announcements.delivery import Carried, Delivery, Notice, Step
from bot.announcements.publisher import NothingToSay, Post
from bot.answers.answer import Outcome
from bot.cards.card import Card
from bot.model.question import Question
from bot.model.value import Locale

CARDS_MOST = 4
"""So many answers go into one post; of more releases the rest are named."""
TITLE_MOST = 90
NO_RELEASE, NO_ANNIVERSARY = "no release", "no meeting or release on this day"


class Catalogue(Protocol):
    """What composing asks of the library beside answers."""

    def newest(self) -> str | None:
        """The newest release's id."""
        ...

    def on_this_day(self, day: date) -> tuple[str, ...]:
        """Releases of earlier years that came out, or whose meeting was held, on this day of the year."""
        ...

    def revision(self, release: str) -> str | None:
        """Which text of a release is loaded; None for one that is not there, or not any more."""
        ...


class Remark(StrEnum):
    """What is said above the answers."""

    NEW = "new"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    MORE = "more"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Posting:
    """The body of a post. `planned` is when it should have come, where it came late."""

    locale: Locale
    cards: tuple[Card, ...] = ()
    title: str = ""
    remarks: tuple[tuple[Remark, tuple[str, ...]], ...] = ()
    planned: datetime | None = None


class CannotCompose(Exception):  # noqa: N818 - the runner writes its name down
    """An answer that is none: the topic or the side is not in the vocabulary any more."""


class Composer:
    """Composes for the runner, and for people who want to see it before."""

    def __init__(self, ask: Callable[[Question], Card], catalogue: Catalogue, default: Locale = Locale.EN) -> None:
        self._ask = ask
        self._catalogue = catalogue
        self._default = default

    def __call__(self, announcement: Announcement | None, occurrence: Delivery, late: bool) -> Post | NothingToSay:  # noqa: FBT001 - as the runner calls it
        """The post of an occurrence, as `sending.Compose` says."""
        if occurrence.step is Step.NOTICE:
            return self._notice(announcement, occurrence)
        return self._post(announcement, occurrence, planned=occurrence.planned if late else None)

    def _post(
        self, announcement: Announcement | None, occurrence: Delivery, planned: datetime | None
    ) -> Post | NothingToSay:
        locale = self._locale(announcement, occurrence)
        edited = occurrence.step is Step.EDIT
        told = tuple(dict.fromkeys(one.release for one in occurrence.carried))
        standing = tuple(release for release in told if self._catalogue.revision(release))
        gone = tuple(release for release in told if release not in standing)
        if announcement is not None and not edited:
            questions = self._questions(announcement, occurrence)
            if isinstance(questions, NothingToSay):
                return questions
        else:
            content = (
                announcement.content
                if announcement
                else Content(ContentKind.DIGEST if len(told) == 1 else ContentKind.NEWEST)
            )
            questions = [asked for release in standing for asked in _about(content, release)]
        if not questions and not edited:
            return NothingToSay(NO_RELEASE)
        cards = tuple(self._card(name, options, locale) for name, options in questions[:CARDS_MOST])
        body = Posting(
            locale,
            cards,
            announcement.title[:TITLE_MOST] if announcement else "",
            tuple(_remarks(announcement, occurrence, standing, gone)),
            planned,
        )
        return Post(
            body,
            carried=self._carried(cards, occurrence, follows=announcement is None),
            role=announcement.role if announcement else "",
            thread_name=_thread_name(announcement, occurrence),
        )

    def _notice(self, announcement: Announcement | None, occurrence: Delivery) -> Post | NothingToSay:
        if announcement is None:
            return NothingToSay()
        place = announcement.place.channel
        remark = (Remark.PAUSED, (announcement.title, place))
        return Post(Posting(self._locale(announcement, occurrence), remarks=(remark,)))

    def _locale(self, announcement: Announcement | None, occurrence: Delivery) -> Locale:
        chosen = (announcement.locale if announcement else "") or occurrence.locale
        return Locale(chosen) if chosen else self._default

    def _questions(self, announcement: Announcement, occurrence: Delivery) -> "list[Asked] | NothingToSay":
        content = announcement.content
        newest = self._catalogue.newest()
        if newest is None:
            return NothingToSay(NO_RELEASE)
        if content.kind in (ContentKind.AGREED, ContentKind.POSITIONS):
            return list(_about(content, ""))
        if content.kind is not ContentKind.ON_THIS_DAY:
            return list(_about(content, newest))
        day = occurrence.planned.astimezone(announcement.zone).date()
        found = self._catalogue.on_this_day(day)
        return [asked for release in found for asked in _about(content, release)] or NothingToSay(NO_ANNIVERSARY)

    def _card(self, name: str, options: dict[str, str], locale: Locale) -> Card:
        card = self._ask(Question(name, options, locale))
        if card.answer.outcome in (Outcome.INVALID, Outcome.AMBIGUOUS):
            raise CannotCompose(card.command)
        return card

    def _carried(self, cards: tuple[Card, ...], occurrence: Delivery, *, follows: bool) -> tuple[Carried, ...]:
        shown = {block.release for card in cards for block in card.blocks if block.release}
        if follows or occurrence.step is Step.EDIT:
            kept = {one.release: one.revision for one in occurrence.carried}
            current = {release: self._catalogue.revision(release) or kept[release] for release in kept}
            return tuple(Carried(one.release, current[one.release], one.follow) for one in occurrence.carried)
        return tuple(Carried(release, self._catalogue.revision(release) or "") for release in sorted(shown))


Asked = tuple[str, dict[str, str]]


def _about(content: Content, release: str) -> Iterator[Asked]:
    """The questions whose answers are the content; about one release where one is named."""
    of = {"release": release} if release else {}
    match content.kind:
        case ContentKind.AGREED:
            yield "agreed", {"topic": content.topic, **of} if content.topic else of
        case ContentKind.POSITIONS:
            side = {"side": content.side} if content.side else {}
            yield "positions", {"topic": content.topic, **side, **of}
        case ContentKind.DIGEST:
            yield "release", of
            yield "agreed", of
        case _:
            yield "release", of


def _remarks(
    announcement: Announcement | None, occurrence: Delivery, standing: tuple[str, ...], gone: tuple[str, ...]
) -> Iterator[tuple[Remark, tuple[str, ...]]]:
    if occurrence.step is Step.EDIT:
        if gone:
            yield Remark.WITHDRAWN, gone
        if standing and occurrence.text == Notice.EDITED:
            yield Remark.CORRECTED, standing
        return
    if announcement is None:
        yield Remark.NEW, standing
        if len(standing) > CARDS_MOST:
            yield Remark.MORE, standing[CARDS_MOST:]


def _thread_name(announcement: Announcement | None, occurrence: Delivery) -> str:
    """What a forum post or a thread is called: the announcement's title and day, else the first release."""
    if announcement is not None:
        day = occurrence.planned.astimezone(announcement.zone).date()
        return f"{announcement.title[:TITLE_MOST]} · {day.isoformat()}" if announcement.title else day.isoformat()
    return next((one.release for one in occurrence.carried), "")
