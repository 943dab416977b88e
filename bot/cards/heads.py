"""The first and the last lines of a card: which meeting, when held and published, who reports it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.answer import About
from bot.cards.card import Block, Line, Part, code, span, strong
from bot.cards.language import Phrases
from bot.model.question import Subject
from bot.model.release import Meeting, Release

OTHERS_SHOWN = 3


def answer_block(*lines: Line) -> Block:
    """The answer in one line or two."""
    return Block(Part.ANSWER, lines)


def heading(text: str) -> Block:
    """A heading inside a card."""
    return Block(Part.HEADING, ((strong(text),),))


def line_block(*lines: Line) -> Block:
    """Plain lines."""
    return Block(Part.LINE, lines)


def about_block(about: About, phrases: Phrases, others_with: str = "others.any") -> Block:
    """Which meeting this is from, when it was held, when the release came out, and what else there is like it."""
    release = about.release
    published = phrases.day(release.published)
    if len(release.meetings) > 1:
        title = strong(release.title)
        first = phrases.line("about.several", title=title, number=len(release.meetings), published=published)
    else:
        meeting = strong(phrases.words(release.meeting.name))
        first = phrases.line("about", meeting=meeting, held=held(release.meeting, phrases), published=published)
    lines = [first]
    if about.others.number:
        others = about.others
        shown = phrases.some_of(list(others.newest), OTHERS_SHOWN, of=others.number)
        lines.append((span(phrases.count(others_with, others.number, ids=shown)),))
    for other in about.accounts:
        issuer = phrases.words(phrases.vocabulary.issuers[other.issuer].name)
        lines.append(phrases.line("account.other", issuer=issuer, id=code(other.id)))
    return Block(Part.SMALL, tuple(lines), release=release.id)


def held(meeting: Meeting, phrases: Phrases) -> str:
    """When a meeting was held; of one that was only planned, how the release puts that."""
    if meeting.held is None:
        planned = meeting.planned_place
        return phrases.say("held.planned", quote=planned.quote) if planned else phrases.say("held.unknown")
    day = phrases.day(meeting.held.date)
    if meeting.held.until:
        day = phrases.say("held.days", first=day, last=phrases.day(meeting.held.until))
    return phrases.say("held", day=day)


def release_heading(release: Release, phrases: Phrases) -> Block:
    """Which release what follows is from, where an answer is from several: its meeting, its issuer, its id."""
    issuer = phrases.words(phrases.vocabulary.issuers[release.issuer].name)
    first = about_block(About(release), phrases).lines[0]
    return Block(Part.HEADING, (first, phrases.line("by", issuer=issuer, id=code(release.id))), release=release.id)


def accounts_block(releases: Iterable[Release], phrases: Phrases) -> Block:
    """Whose account each of several releases is, each once."""
    lines = tuple(
        phrases.line(
            "accounts",
            issuer=phrases.words(phrases.vocabulary.issuers[release.issuer].name),
            published=phrases.day(release.published),
            id=release.id,
        )
        for release in dict.fromkeys(releases)
    )
    return Block(Part.SMALL, lines)


def by_issuers_block(phrases: Phrases) -> Block:
    """That each release is its issuer's account, where there are too many to name again."""
    return Block(Part.SMALL, (phrases.line("accounts.each"),))


def account_block(release: Release, phrases: Phrases) -> Block:
    """Whose account it is, and how to cite it."""
    issuer = phrases.words(phrases.vocabulary.issuers[release.issuer].name)
    line = phrases.line("account", issuer=issuer, published=phrases.day(release.published), id=release.id)
    return Block(Part.SMALL, (line,), release=release.id)


def account_of(blocks: Iterable[Block], release: Release, phrases: Phrases) -> tuple[Block, ...]:
    """``account_block``, where anything is reported: no account is given of a silence."""
    reported = any(block.part is Part.STATEMENT for block in blocks)
    return (account_block(release, phrases),) if reported else ()


def about_blocks(about: About, subject: Subject | None, phrases: Phrases) -> tuple[Block, ...]:
    """``about_block``, and which topic was understood where another word was typed."""
    lines = read_as(subject, phrases)
    others_with = "others" if subject else "others.any"
    return (about_block(about, phrases, others_with), *((line_block(*lines),) if lines else ()))


def read_as(subject: Subject | None, phrases: Phrases) -> tuple[Line, ...]:
    """Which topic was understood, where another word was typed."""
    if subject is not None and subject.said:
        return (phrases.line("read_as.said", typed=subject.words),)
    if subject is None or subject.topic is None or not subject.words:
        return ()
    name = "read_as.narrow" if subject.narrow else "read_as"
    topic = phrases.say("words", words=phrases.topic(subject.topic))
    return (phrases.line(name, typed=subject.words, topic=topic),)


def subject_of(subject: Subject, phrases: Phrases) -> str:
    """The topic's name, or the words asked for."""
    if subject.topic and not subject.narrow:
        return phrases.topic(subject.topic)
    return phrases.say("words", words=subject.words)


def subject_quoted(subject: Subject, phrases: Phrases) -> str:
    """The same inside a sentence: between quotation marks, so that a name of several words reads as one."""
    if subject.topic and not subject.narrow:
        return phrases.say("words", words=phrases.topic(subject.topic))
    return subject_of(subject, phrases)


def at_meeting(meeting: Meeting, release: Release, phrases: Phrases) -> tuple[Line, ...]:
    """In a release on several meetings, the one that something belongs to."""
    if len(release.meetings) < 2:  # noqa: PLR2004 - of one meeting there is nothing to tell apart
        return ()
    return (phrases.line("at", meeting=phrases.words(meeting.name), held=held(meeting, phrases)),)
