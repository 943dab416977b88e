"""What follows from a post that stands: a thread, publishing, a correction, a word to the owner. PURE."""

from datetime import datetime

from bot.announcements.announcement import Announcement, Place, PlaceKind
from bot.announcements.delivery import Carried, Delivery, Notice, Step, Trigger, mark, post_lane


def follow_ups(
    announcement: Announcement | None, posted: Delivery, message: str, name: str, now: datetime
) -> tuple[Delivery, ...]:
    """The steps that an announcement asks for once its post stands: a thread under it, and publishing."""
    if announcement is None or posted.step is not Step.POST:
        return ()
    wanted = []
    if announcement.thread and posted.place.kind in (PlaceKind.TEXT, PlaceKind.NEWS):
        wanted.append((Step.THREAD, name or announcement.title))
    if announcement.publish and posted.place.kind is PlaceKind.NEWS:
        wanted.append((Step.PUBLISH, ""))
    return tuple(
        Delivery(
            id=mark(posted.id, posted.id, step),
            source=posted.source,
            step=step,
            trigger=Trigger.RUNNER,
            place=posted.place,
            lane=f"{step}:{posted.place.channel}",
            planned=posted.planned,
            due=now,
            sequence=posted.sequence,
            target=posted.id,
            text=text,
            message=message,
        )
        for step, text in wanted
    )


def edit_of(posted: Delivery, message: str, release: Carried, notice: Notice, at: datetime) -> Delivery:
    """The edit that marks an earlier post as corrected or withdrawn on account of one release."""
    return Delivery(
        id=mark(posted.id, f"{release.release}:{release.revision}:{notice}:{at.isoformat()}", Step.EDIT),
        source=posted.source,
        step=Step.EDIT,
        trigger=Trigger.RELEASE,
        place=posted.place,
        lane=f"edit:{message}",
        planned=at,
        due=at,
        sequence=posted.sequence,
        target=posted.id,
        text=notice.value,
        message=message,
        carried=(Carried(release.release, release.revision),),
    )


def notice_to_owner(announcement: Announcement, refused: Delivery, at: datetime) -> Delivery:
    """A direct message that tells the owner of a pause; the composer writes it from the announcement."""
    place = Place(PlaceKind.DM, announcement.owner)
    return Delivery(
        id=mark(announcement.id, f"paused:{refused.id}", Step.NOTICE),
        source=announcement.id,
        step=Step.NOTICE,
        trigger=Trigger.RUNNER,
        place=place,
        lane=post_lane(place),
        planned=at,
        due=at,
        sequence=refused.sequence,
        target=refused.id,
    )
