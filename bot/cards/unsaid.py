"""What a card of positions says where none is recorded, and of whom words are shown that need not be theirs."""

from __future__ import annotations

from bot.answers.mentions import Mention
from bot.answers.positions import Positions
from bot.answers.speakers import label_of
from bot.cards.card import Block, Line, Part, mark, quote, span
from bot.cards.heads import about_blocks, account_of, answer_block, line_block, subject_of, subject_quoted
from bot.cards.language import Phrases
from bot.model.question import Subject
from bot.model.release import Release
from bot.model.value import ParagraphRef


def unsaid_blocks(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of an answer that records nothing: of whom, on what, and where the release has it at all."""
    where = _where(answer, phrases)
    blocks = (
        answer_block(_nothing(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
        *of_person(answer, phrases),
        *of_member(answer, phrases),
        *([line_block(*where)] if where else []),
        *told_blocks(answer.told, phrases),
    )
    return (*blocks, *account_of(blocks, answer.about.release, phrases))


def told_blocks(told: tuple[Mention, ...], phrases: Phrases) -> tuple[Block, ...]:
    """The sentences in which only the release itself speaks of something, whole."""
    if not told:
        return ()
    blocks = [line_block(phrases.line("positions.told"))]
    for one in told:
        line = (quote(one.sentence), span(" "), mark(one.release.id, one.paragraph))
        blocks.append(Block(Part.STATEMENT, (line,), release=one.release.id))
    return tuple(blocks)


def _nothing(answer: Positions, phrases: Phrases) -> Line:
    """Of whom nothing is recorded."""
    topic = subject_quoted(answer.subject, phrases)
    if answer.together:
        return phrases.line("positions.not_stated.together", topic=topic)
    if answer.person:
        name = phrases.vocabulary.people[answer.person].name_in(phrases.locale)
        return phrases.line("positions.not_stated", side=name, topic=topic)
    if answer.side:
        return phrases.line("positions.not_stated", side=phrases.the(answer.side), topic=topic)
    return phrases.line("positions.not_stated.all", topic=topic)


def _where(answer: Positions, phrases: Phrases) -> list[Line]:
    """Where the topic is named, and where the one asked for is, if anywhere."""
    release = answer.about.release
    lines: list[Line] = []
    if answer.discussed_in and answer.side:
        side = phrases.the(answer.side)
        lines.append(phrases.line("positions.discussed_in", marks=marks(release, answer.discussed_in), side=side))
    elif answer.named_in and answer.side:
        side = phrases.the(answer.side)
        sentence = f"positions.named_in.side{in_words(answer.subject)}"
        topic = subject_of(answer.subject, phrases)
        lines.append(phrases.line(sentence, marks=marks(release, answer.named_in), side=side, topic=topic))
    elif answer.named_in:
        lines.append(phrases.line("positions.named_in", marks=marks(release, answer.named_in)))
    if answer.side and answer.stranger:
        side = phrases.the(answer.side)
        name = "positions.mentioned" if answer.mentioned_in else "positions.stranger"
        lines.append(phrases.line(name, side=side, marks=marks(release, answer.mentioned_in)))
    elif answer.person and answer.placed is None:
        name = phrases.vocabulary.people[answer.person].name_in(phrases.locale)
        where = "positions.mentioned" if answer.mentioned_in else "positions.stranger"
        lines.append(phrases.line(where, side=name, marks=marks(release, answer.mentioned_in)))
    return lines


def of_person(answer: Positions, phrases: Phrases) -> list[Block]:
    """For a person asked for: on which side the release places them, and that the side's words need not be theirs."""
    release = answer.about.release
    if answer.person is None or answer.placed is None:
        return []
    name = phrases.vocabulary.people[answer.person].name_in(phrases.locale)
    where = mark(release.id, answer.placed.paragraph)
    if answer.side is None:
        return [line_block(phrases.line("positions.person.unplaced", person=name, mark=where))]
    side = phrases.the(answer.side)
    lines = [phrases.line("positions.person", person=name, side=side, mark=where)]
    shown = (*(s for words in answer.own for s in words.statements), *answer.joint)
    labels = (label_of(statement, release) for statement in shown)
    if shown and not any(label and label.person == answer.person for label in labels):
        lines.append(phrases.line("positions.person.silent", person=name))
    return [line_block(*lines)]


def of_member(answer: Positions, phrases: Phrases) -> list[Block]:
    """For a member of a bloc: those of it whose words are told as the bloc's."""
    if answer.bloc is None or answer.side is None:
        return []
    release = answer.about.release
    said = (s for words in answer.own if words.sides == (answer.bloc,) for s in words.statements)
    people = {person for s in said if (person := release.person_of(s))}
    own = {p.person: p for p in release.participants if p.person in people and p.party == answer.side}
    given = {"who": phrases.the(answer.side), "bloc": phrases.party(answer.bloc)}
    told = [
        phrases.line("positions.bloc.person", person=p.printed, mark=mark(release.id, p.paragraph), **given)
        for p in own.values()
        if p.side == answer.bloc
    ]
    return [line_block(*told)] if told else []


def marks(release: Release, refs: tuple[ParagraphRef, ...]) -> Line:
    """Several citation marks in a row."""
    line: Line = ()
    for ref in refs:
        line = (*line, *((span(" "),) if line else ()), mark(release.id, ref))
    return line


def in_words(subject: Subject) -> str:
    """The ending of a sentence that speaks of words only: a side without them may well speak on the wider topic."""
    return ".words" if subject.narrow or subject.topic is None else ""
