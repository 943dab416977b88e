"""The card of one release."""

from __future__ import annotations

from bot.answers.release import ReleaseCard
from bot.cards.attendance import name_of
from bot.cards.card import Block, Line, Part, Span, code, mark, span
from bot.cards.heads import account_block, answer_block, held, line_block
from bot.cards.language import Phrases
from bot.model.release import Meeting, Release, Role

NO_PLACE = ("virtual", "phone")


def release_card(answer: ReleaseCard, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: title, dates, format, places, chairs, topics, counts by act."""
    release = answer.about.release
    title = phrases.line("release", title=release.title)
    blocks = [answer_block((*title, span(" "), mark(release.id, "title")))]
    blocks.extend(line_block(*meeting_lines(meeting, release, phrases)) for meeting in release.meetings)
    lines: list[Line] = [phrases.line("release.published", published=phrases.day(release.published))]
    if answer.chairs:
        lines.append(phrases.line(_chaired(answer), chairs=_chairs(answer, phrases)))
    topics = phrases.some_of([phrases.say("count", name=phrases.topic(t), number=n) for t, n in answer.topics])
    acts = phrases.vocabulary.acts
    counts = ", ".join(
        phrases.say("count", name=phrases.words(acts[act].name if n == 1 else acts[act].plural), number=n)
        for act, n in answer.counts
    )
    if topics:
        lines.append(phrases.line("release.topics", topics=topics))
    if counts:
        lines.append(phrases.line("release.counts", counts=counts))
    blocks.append(Block(Part.LINE, tuple(lines), named=answer.chairs))
    if answer.about.others.number and "release" not in answer.question.options:
        others = phrases.line("release.others", number=answer.about.others.number, option=code("release:…"))
        blocks.append(line_block(others))
    blocks.append(account_block(release, phrases))
    return tuple(blocks)


def meeting_lines(meeting: Meeting, release: Release, phrases: Phrases) -> list[Line]:
    """When, how and where a meeting was held, a line each; what is not stated is said not to be."""
    lines: list[Line] = []
    if len(release.meetings) > 1:
        lines.append((span(phrases.words(meeting.name)),))
    if meeting.held:
        where = mark(release.id, meeting.held.paragraph)
        lines.append(phrases.line("release.held", held=held(meeting, phrases), mark=where))
        if meeting.held.derived:
            derived = phrases.words(meeting.held.derived)
            lines.append(phrases.line("release.derived", printed=f"“{meeting.held.quote}”", derived=derived))
    elif meeting.planned_place:
        where = mark(release.id, meeting.planned_place.paragraph)
        lines.append(phrases.line("release.held.planned", held=held(meeting, phrases), mark=where))
    else:
        lines.append(phrases.line("release.held.unknown"))
    if meeting.format:
        name = phrases.say(f"release.format.{meeting.format.is_}")
        where = mark(release.id, meeting.format.paragraph)
        lines.append(phrases.line("release.format", format=name, mark=where))
    if meeting.place:
        where = mark(release.id, meeting.place.paragraph)
        lines.append(phrases.line("release.place", place=phrases.words(meeting.place.name), mark=where))
    else:
        lines.append(phrases.line("release.place.none"))
    if meeting.planned_place:
        moved = meeting.format is not None and meeting.format.is_ in NO_PLACE
        where = mark(release.id, meeting.planned_place.paragraph)
        place = phrases.words(meeting.planned_place.name)
        lines.append(phrases.line("release.planned" if moved else "release.planned.open", place=place, mark=where))
    return lines


def _chairs(answer: ReleaseCard, phrases: Phrases) -> Line:
    line: tuple[Span, ...] = ()
    for chair in answer.chairs:
        own = phrases.line("count", name=name_of(chair, phrases), number=mark(answer.about.release.id, chair.paragraph))
        line = (*line, *((span(", "),) if line else ()), *own)
    return line


def _chaired(answer: ReleaseCard) -> str:
    return "release.co_chairs" if all(Role.CO_CHAIR in chair.roles for chair in answer.chairs) else "release.chairs"
