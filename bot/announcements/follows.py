"""Which posts a release sets off, and which earlier posts it changes. PURE.

Follows of one place share a post: a release is told there once, however many of them it matches.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.announcements.announcement import Follow, FollowKind, Place
from bot.announcements.delivery import (
    Carried,
    Delivery,
    Notice,
    State,
    Step,
    Trigger,
    mark,
    post_lane,
    sequence_of,
)
from bot.announcements.later_steps import edit_of
from bot.announcements.schedule import Rule, next_run
from bot.announcements.schedule_text import rule_text


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What follows ask of a release. `topics` and `parties` include everything above them in their trees."""

    revision: str
    series: str
    topics: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReleaseNotice:
    """One release is new, edited or withdrawn, as noticed `at` that moment; `facts` are the new ones."""

    kind: Notice
    release: str
    facts: ReleaseFacts
    at: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """What to record: new deliveries with what they carry, edits of earlier posts, and what to take back.

    `dropped` are planned deliveries that lose this release, and with their last release go altogether.
    """

    posts: tuple[Delivery, ...] = ()
    edits: tuple[Delivery, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """A release as the ledger last saw it."""

    revision: str
    withdrawn: bool = False


def notices(
    remembered: Mapping[str, Remembered], current: Mapping[str, ReleaseFacts], at: datetime
) -> tuple[ReleaseNotice, ...]:
    """What changed since the ledger last looked. A release that comes back counts as edited, not as new."""
    found = []
    for release, facts in current.items():
        before = remembered.get(release)
        if before is None:
            found.append(ReleaseNotice(Notice.NEW, release, facts, at))
        elif before.withdrawn or before.revision != facts.revision:
            found.append(ReleaseNotice(Notice.EDITED, release, facts, at))
    for release, before in remembered.items():
        if release not in current and not before.withdrawn:
            gone = ReleaseFacts(before.revision, "", frozenset(), frozenset())
            found.append(ReleaseNotice(Notice.WITHDRAWN, release, gone, at))
    return tuple(found)


def plan(follows: Iterable[Follow], notice: ReleaseNotice, earlier: Iterable[Delivery]) -> Plan:
    """What a notice asks for, given the deliveries that carry the release already (`earlier`, in any state).

    Only a new release makes posts; an edited or withdrawn one edits the earlier posts and never posts anew.
    """
    carrying = [delivery for delivery in earlier if delivery.step is Step.POST]
    if notice.kind is Notice.NEW:
        told = {delivery.place for delivery in carrying if delivery.trigger is Trigger.RELEASE}
        return Plan(posts=_posts(follows, notice, told))
    release = Carried(notice.release, notice.facts.revision)
    edits = tuple(
        edit_of(delivery, delivery.message, release, notice.kind, notice.at)
        for delivery in carrying
        if delivery.state is State.DONE
    )
    planned = (delivery.id for delivery in carrying if delivery.state is State.PLANNED)
    return Plan(edits=edits, dropped=tuple(planned) if notice.kind is Notice.WITHDRAWN else ())


def matches(follow: Follow, facts: ReleaseFacts) -> bool:
    """Whether the release is what the follow watches."""
    if follow.kind is FollowKind.TOPIC:
        return follow.subject in facts.topics
    if follow.kind is FollowKind.PARTY:
        return follow.subject in facts.parties
    return follow.subject == facts.series


def _posts(follows: Iterable[Follow], notice: ReleaseNotice, told: set[Place]) -> tuple[Delivery, ...]:
    groups: dict[tuple[Place, Rule | None, ZoneInfo], list[Follow]] = {}
    for follow in follows:
        if matches(follow, notice.facts) and follow.place not in told:
            zone = follow.zone if follow.digest else ZoneInfo("UTC")
            groups.setdefault((follow.place, follow.digest, zone), []).append(follow)
    at_once = {place for place, digest, _ in groups if digest is None}
    wanted = {key: group for key, group in groups.items() if key[1] is None or key[0] not in at_once}
    # Of several digests of one place the earliest tells; the others would only repeat it.
    first: dict[Place, Delivery] = {}
    for (place, digest, zone), group in wanted.items():
        delivery = _post(place, digest, zone, group, notice)
        if place not in first or delivery.planned < first[place].planned:
            first[place] = delivery
    return tuple(first.values())


def _post(place: Place, digest: Rule | None, zone: ZoneInfo, group: list[Follow], notice: ReleaseNotice) -> Delivery:
    planned = notice.at if digest is None else next_run(digest, zone, notice.at) or notice.at
    source = f"follow:{place.channel}"
    occurrence = f"each:{notice.release}"
    if digest is not None:
        occurrence = f"digest:{rule_text(digest)}:{zone.key}:{planned.isoformat()}"
    return Delivery(
        id=mark(source, occurrence),
        source=source,
        step=Step.POST,
        trigger=Trigger.RELEASE,
        place=place,
        lane=post_lane(place),
        planned=planned,
        due=planned,
        sequence=sequence_of(min(follow.created for follow in group)),
        text="each" if digest is None else "digest",
        carried=tuple(Carried(notice.release, notice.facts.revision, follow.id) for follow in group),
    )
