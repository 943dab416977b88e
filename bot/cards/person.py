"""The card of one person: offices with their sources, and where the releases place them."""

from __future__ import annotations

from bot.answers.person import OfficeHeld, PersonCard
from bot.cards.attendance import person_block
from bot.cards.card import Block, Line, code_mark, strong
from bot.cards.heads import answer_block, by_issuers_block, heading, line_block, release_heading
from bot.cards.language import Phrases
from bot.model.release import Participant, Release
from bot.model.value import Locale

SOURCES_SHOWN = 10


def person_card(answer: PersonCard, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the name and how often they appear, the offices, then every release that places them."""
    known = phrases.vocabulary.people[answer.person]
    releases = len({release.id for release, _ in answer.appearances})
    form = "one" if releases == 1 else "many"
    name = strong(known.name_in(phrases.locale))
    blocks = [answer_block(phrases.line(f"person.{form}", name=name, number=releases))]
    if answer.offices:
        blocks.append(heading(phrases.say("person.offices")))
        blocks.extend(line_block(*_office(office, phrases)) for office in answer.offices)
    else:
        blocks.append(line_block(phrases.line("person.no_office")))
    for release, participant in answer.appearances:
        blocks.append(release_heading(release, phrases))
        blocks.append(line_block(_presence(participant, phrases)))
        blocks.append(person_block(participant, release, phrases))
    blocks.append(by_issuers_block(phrases))
    return tuple(blocks)


def _office(office: OfficeHeld, phrases: Phrases) -> list[Line]:
    """An office as printed, and a line for each release that prints it."""
    shown = f"{office.ko} ({office.printed})" if phrases.locale is Locale.KO and office.ko else office.printed
    sources = [_source(*source, phrases) for source in office.sources[:SOURCES_SHOWN]]
    more = len(office.sources) - len(sources)
    rest = [phrases.line("person.more", number=more)] if more else []
    return [phrases.line("person.office", office=strong(shown)), *sources, *rest]


def _source(release: Release, participant: Participant, phrases: Phrases) -> Line:
    where = code_mark(release.id, participant.paragraph)
    return phrases.line("person.source", day=phrases.day(release.day_of(participant)), mark=where)


def _presence(participant: Participant, phrases: Phrases) -> Line:
    return phrases.line(f"attendance.heading.{participant.presence.value}")
