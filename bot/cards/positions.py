"""The card of what each side said on a topic."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.positions import Positions, SideWords
from bot.answers.speakers import label_of
from bot.cards.card import Block, Line, Part, mark, span
from bot.cards.heads import about_blocks, account_block, answer_block, heading, line_block, subject_of
from bot.cards.language import Phrases
from bot.cards.statement import replies_to, statement_block
from bot.model.question import Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import ParagraphRef


def positions_card(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a positions answer."""
    release = answer.about.release
    if answer.outcome is Outcome.NOT_STATED:
        return _not_stated(answer, phrases)
    blocks = [
        answer_block(_first_line(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
        *_person(answer, phrases),
        *_member(answer, phrases),
    ]
    for words in answer.own:
        blocks.extend(statement_block(s, release, phrases) for s in words.statements)
    if answer.some:
        blocks.append(heading(phrases.say("positions.some")))
        blocks.extend(statement_block(s, release, phrases) for s in answer.some)
    blocks.extend(joint_blocks(answer.joint, release, phrases, headed=not answer.together))
    blocks.extend(closing_blocks(answer.own, answer.subject, release, phrases))
    return tuple(blocks)


def _first_line(answer: Positions, phrases: Phrases) -> Line:
    topic = subject_of(answer.subject, phrases)
    if answer.together:
        return phrases.line("positions.together.on", topic=topic)
    if answer.side is None:
        return phrases.line("positions.all", topic=topic)
    side = phrases.party(answer.side)
    by_itself = any(words.side == answer.side and words.statements for words in answer.own)
    if answer.bloc and not by_itself:
        bloc = phrases.party(answer.bloc)
        return phrases.line("positions.bloc", side=side, who=phrases.the(answer.side), topic=topic, bloc=bloc)
    own = any(words.statements for words in answer.own)
    return phrases.line("positions.side" if own else "positions.side.joint_only", side=side, topic=topic)


def _person(answer: Positions, phrases: Phrases) -> list[Block]:
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


def _member(answer: Positions, phrases: Phrases) -> list[Block]:
    """For a member of a bloc: those of it whose words are told as the bloc's."""
    if answer.bloc is None or answer.side is None:
        return []
    release = answer.about.release
    said = (s for words in answer.own if words.side == answer.bloc for s in words.statements)
    people = {person for s in said if (person := release.person_of(s))}
    own = {p.person: p for p in release.participants if p.person in people and p.party == answer.side}
    given = {"who": phrases.the(answer.side), "bloc": phrases.party(answer.bloc)}
    told = [
        phrases.line("positions.bloc.person", person=p.printed, mark=mark(release.id, p.paragraph), **given)
        for p in own.values()
        if p.side == answer.bloc
    ]
    return [line_block(*told)] if told else []


def joint_blocks(
    joint: tuple[Statement, ...], release: Release, phrases: Phrases, *, headed: bool = True
) -> list[Block]:
    """What was said together, positions first, under a heading; where all of it was discussion, that is said."""
    if not joint:
        return []
    positions = [s for s in joint if s.act.is_position]
    discussed = [s for s in joint if not s.act.is_position]
    blocks = [heading(phrases.say("positions.together"))] if positions and headed else []
    if not positions:
        refs = tuple(dict.fromkeys(s.paragraph for s in discussed))
        blocks.append(line_block(phrases.line("positions.only_discussed", marks=marks(release, refs))))
    blocks.extend(statement_block(s, release, phrases) for s in (*positions, *discussed))
    return blocks


def marks(release: Release, refs: tuple[ParagraphRef, ...]) -> Line:
    """Several citation marks in a row."""
    line: Line = ()
    for ref in refs:
        line = (*line, *((span(" "),) if line else ()), mark(release.id, ref))
    return line


def closing_blocks(own: tuple[SideWords, ...], subject: Subject, release: Release, phrases: Phrases) -> list[Block]:
    """Who recorded nothing, that a bloc's words are not a member's, and whose account it is."""
    blocks: list[Block] = []
    topic = subject_of(subject, phrases)
    shown = (s for words in own for s in words.statements)
    replying = {side for s in shown for reply in replies_to(s, release) for side in reply.sides}
    silent = [
        phrases.line(f"positions.silent{_in_words(subject)}", side=phrases.party(words.side), topic=topic)
        for words in own
        if not any(s.act is not Act.DISCUSSION for s in words.statements) and words.side not in replying
    ]
    if silent:
        blocks.append(line_block(*silent))
    memberships = {m.party for party in phrases.vocabulary.parties.values() for m in party.member_of}
    speaking = {side for s in release.statements for side in s.sides}
    members = {p.id for p in phrases.vocabulary.parties.values() if p.member_of}
    quoted = [words.side for words in own if words.statements and words.side in memberships and not speaking & members]
    blocks.extend(
        Block(Part.SMALL, (phrases.line("bloc", bloc=phrases.party(bloc)),), release=release.id) for bloc in quoted
    )
    blocks.append(account_block(release, phrases))
    return blocks


def _in_words(subject: Subject) -> str:
    """The ending of a sentence that speaks of words only: a side without them may well speak on the wider topic."""
    return ".words" if subject.narrow or subject.topic is None else ""


def _not_stated(answer: Positions, phrases: Phrases) -> tuple[Block, ...]:
    release = answer.about.release
    where = _where(answer, phrases)
    return (
        answer_block(_nothing(answer, phrases)),
        *about_blocks(answer.about, answer.subject, phrases),
        *_person(answer, phrases),
        *_member(answer, phrases),
        *([line_block(*where)] if where else []),
        account_block(release, phrases),
    )


def _nothing(answer: Positions, phrases: Phrases) -> Line:
    """Of whom nothing is recorded."""
    topic = subject_of(answer.subject, phrases)
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
        sentence = f"positions.named_in.side{_in_words(answer.subject)}"
        topic = subject_of(answer.subject, phrases)
        lines.append(phrases.line(sentence, marks=marks(release, answer.named_in), side=side, topic=topic))
    elif answer.named_in:
        lines.append(phrases.line("positions.named_in", marks=marks(release, answer.named_in)))
    elif answer.side:
        side = phrases.the(answer.side)
        name = "positions.mentioned" if answer.mentioned_in else "positions.stranger"
        lines.append(phrases.line(name, side=side, marks=marks(release, answer.mentioned_in)))
    elif answer.person and answer.placed is None:
        name = phrases.vocabulary.people[answer.person].name_in(phrases.locale)
        where = "positions.mentioned" if answer.mentioned_in else "positions.stranger"
        lines.append(phrases.line(where, side=name, marks=marks(release, answer.mentioned_in)))
    return lines
