"""Announcements, their runs and their reasons in words, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.announcements.announcement import Announcement, Content, ContentKind, Missed, PlaceKind
from bot.announcements.delivery import Delivery, Reason, State, Step
from bot.announcements.schedule import next_runs
from bot.announcements.schedule_words import describe, in_words
from bot.cards.language import Phrases
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import channel_link, message_link, moment, person_link, relative
from bot.chat.discord.refusals import permission_names

TAG_NEEDED, DM_CLOSED = "40067", ("50007", "50278")


def content_words(content: Content, phrases: Phrases) -> str:
    """What is posted, in plain words without markup."""
    topics, parties = phrases.vocabulary.topics, phrases.vocabulary.parties
    topic = phrases.topic(content.topic) if content.topic in topics else content.topic
    side = phrases.party(content.side) if content.side in parties else content.side
    if content.kind is ContentKind.POSITIONS and side:
        return phrases.say("content.positions.side", topic=topic, side=side)
    if content.kind is ContentKind.AGREED and topic:
        return phrases.say("content.agreed.topic", topic=topic)
    return phrases.say(f"content.{content.kind.value}", topic=topic)


def title_of(announcement: Announcement, phrases: Phrases) -> str:
    """Its title, escaped; without one what it posts."""
    return escaped(shown_title(announcement, phrases))


def shown_title(announcement: Announcement, phrases: Phrases) -> str:
    """The title, or what is posted, as one types it."""
    return announcement.title or content_words(announcement.content, phrases)


def plan_gaps(announcement: Announcement, phrases: Phrases) -> dict[str, str]:
    """What sentences about an announcement ask for."""
    schedule = in_words(describe(announcement.rule), phrases.locale.value)
    return {
        "title": title_of(announcement, phrases),
        "what": escaped(content_words(announcement.content, phrases)),
        "schedule": schedule,
        "zone": announcement.zone.key,
        "place": channel_link(announcement.place.channel),
        "standing": phrases.say(f"standing.{announcement.standing.value}"),
    }


def draft_words(announcement: Announcement, permissions: Sequence[str], phrases: Phrases, now: datetime) -> str:
    """What is told beside a preview: schedule, next runs, place, permissions, and what follows each post."""
    gaps = plan_gaps(announcement, phrases)
    runs = next_runs(announcement.rule, announcement.zone, now)
    lines = [
        phrases.say("announce.draft.first", what=gaps["what"]),
        phrases.say("announce.draft.when", schedule=gaps["schedule"], zone=gaps["zone"]),
        phrases.say("announce.draft.runs", runs=" · ".join(map(moment, runs))),
        phrases.say("announce.draft.where", place=gaps["place"]),
    ]
    if announcement.role:
        lines.append(phrases.say("announce.draft.role", role=f"<@&{announcement.role}>"))
    if announcement.thread:
        lines.append(phrases.say("announce.draft.thread"))
    if announcement.publish:
        lines.append(phrases.say("announce.draft.publish"))
    if announcement.locale:
        lines.append(phrases.say("announce.draft.language", language=phrases.say(f"language.{announcement.locale}")))
    lines.append(missed_words(announcement, phrases))
    named = permission_names(tuple(permissions), phrases)
    lines.append(phrases.say("announce.draft.permissions", permissions=named))
    return "\n".join(lines)


def missed_words(announcement: Announcement, phrases: Phrases) -> str:
    """What becomes of a run that was missed."""
    if announcement.missed is Missed.SKIP:
        return phrases.say("missed.skip")
    hours = announcement.grace.total_seconds() / 3600
    return phrases.say("missed.post_late", hours=f"{hours:g}")


def list_lines(announcement: Announcement, planned: datetime | None, phrases: Phrases) -> str:
    """One announcement of a list, in two lines; `planned` is its next run."""
    gaps = plan_gaps(announcement, phrases)
    following = phrases.say("announce.list.no_next")
    if planned is not None:
        following = phrases.say("announce.list.next", next=relative(planned))
    first = phrases.say("announce.list.line", title=gaps["title"], standing=gaps["standing"])
    detail = {name: gaps[name] for name in ("what", "schedule", "zone", "place")}
    return f"{first}\n{phrases.say('announce.list.detail', **detail, next=following)}"


def run_line(run: Delivery, phrases: Phrases) -> str:
    """One run of a history."""
    late = run.why is not None and run.why.reason is Reason.LATE
    state = phrases.say("state.late" if late else f"state.{run.state.value}")
    if run.step is not Step.POST:
        state = f"{phrases.say(f'step.{run.step.value}')}: {state}"
    line = phrases.say("announce.history.line", time=moment(run.planned), state=state)
    return f"{line} · {post_link(run)}" if run.message and run.state is State.DONE else line


def why_line(run: Delivery, phrases: Phrases) -> str:
    """One run and why it ended so, with what to do."""
    return f"{run_line(run, phrases)}\n-# {reason_words(run, phrases)}"


def post_link(run: Delivery) -> str:
    """The address of what was posted; a forum's post is a channel of its own."""
    place = run.place
    channel = run.message if place.kind is PlaceKind.FORUM else place.channel
    return message_link(place.guild, channel, run.message)


def reason_words(run: Delivery, phrases: Phrases) -> str:
    """Why a run ended as it did."""
    if run.why is None:
        last = escaped(run.last_error)
        return phrases.say("why.trying", last=last) if last else phrases.say("why.planned")
    values = run.why.values
    if run.why.reason is Reason.REFUSED:
        return _refused(run, phrases)
    if run.why.reason is Reason.ON_TIME and run.step is not Step.POST:
        return phrases.say("why.done")
    person = person_link(values["by"]) if run.why.reason is Reason.SKIPPED_BY_PERSON else ""
    return phrases.say(f"why.{run.why.reason.value}", person=person)


def _refused(run: Delivery, phrases: Phrases) -> str:
    assert run.why is not None
    values = run.why.values
    status, code, needs = values.get("status", ""), values.get("code", ""), values.get("needs", "")
    if run.step is Step.THREAD and status == "403":
        return phrases.say("why.refused.thread")
    if code in DM_CLOSED:
        return phrases.say("why.refused.dm")
    if code == TAG_NEEDED:
        return phrases.say("why.refused.tag")
    if status == "404":
        return phrases.say("why.refused.404")
    if status == "403" and needs:
        named = permission_names(tuple(needs.split(",")), phrases)
        return phrases.say("why.refused.403", needs=named)
    if status == "403":
        return phrases.say("why.refused.403.unnamed")
    return phrases.say("why.refused", status=status, code=code)
