"""The one door from an answer to its card."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.agreed import Agreed
from bot.answers.answer import Answer, Invalid, NotHeld, Unclear
from bot.answers.attendance import Attendance
from bot.answers.both import Both
from bot.answers.cite import Citation
from bot.answers.claims import Claim
from bot.answers.compare import Comparison
from bot.answers.coverage import Coverage
from bot.answers.deeds import Deeds
from bot.answers.help import Help
from bot.answers.meeting_facts import MeetingFact
from bot.answers.people import People
from bot.answers.person import PersonCard
from bot.answers.positions import Positions
from bot.answers.release import ReleaseCard
from bot.answers.search import Search
from bot.answers.statements import StatementList
from bot.answers.timeline import Timeline
from bot.answers.two_releases import TwoReleases
from bot.answers.verify import Verification
from bot.cards.agreed import agreed_card
from bot.cards.attendance import attendance_card
from bot.cards.card import HEADS, Block, Card, Part, Span, Style, code
from bot.cards.cite import cite_card
from bot.cards.claims import claim_card
from bot.cards.commands import Naming, slash_line
from bot.cards.compare import compare_card
from bot.cards.coverage import coverage_card
from bot.cards.deeds import deeds_card
from bot.cards.heads import heading
from bot.cards.help import help_card
from bot.cards.language import Phrases
from bot.cards.meeting_facts import meeting_fact_card
from bot.cards.people import people_card
from bot.cards.person import person_card
from bot.cards.positions import positions_card
from bot.cards.refusals import invalid_card, not_held_card, unclear_card
from bot.cards.release import release_card
from bot.cards.search import search_card, statements_card, statements_file
from bot.cards.timeline import timeline_card
from bot.cards.two_releases import two_releases_card
from bot.cards.verify import verify_card
from bot.model.question import COMMANDS, Question
from bot.model.value import Locale


def make_card(answer: Answer, phrases: Phrases) -> Card:
    """The card of an answer in the language of ``phrases``."""
    if isinstance(answer, Invalid):
        return Card(answer, "", _blocks(answer, phrases))
    question = answer.question.amounts_to or answer.question
    if isinstance(answer, Both):
        return Card(answer, slash_line(question), _blocks_of_both(answer, phrases))
    blocks = _blocks(answer, phrases)
    if answer.read:
        number, every = answer.read
        blocks = (*blocks, Block(Part.SMALL, (phrases.line("ask.read", number=number, every=every),)))
    if answer.taken:
        typed, person = answer.taken
        name = phrases.vocabulary.people[person].name_in(phrases.locale)
        blocks = (*blocks, Block(Part.SMALL, (phrases.line("ask.taken", typed=typed, name=name),)))
    if answer.question.in_words:
        blocks = (*blocks, _same_as(question, phrases))
    blocks = tuple(_with_heads(block, phrases) for block in blocks)
    file = statements_file(answer) if isinstance(answer, StatementList) else None
    return Card(answer, slash_line(question), blocks, file)


def _blocks_of_both(answer: Both, phrases: Phrases) -> tuple[Block, ...]:
    """The two cards one after the other, each under its question."""
    cards = tuple(make_card(part, phrases) for part in answer.parts)
    headed = zip(answer.typed, cards, strict=True)
    return tuple(
        block for typed, card in headed for block in (heading(phrases.say("words", words=typed)), *card.blocks)
    )


def _with_heads(block: Block, phrases: Phrases) -> Block:
    """A block whose marks of what stands above the first paragraph are in the language of ``phrases``."""
    if phrases.locale is Locale.EN:
        return block
    return replace(block, lines=tuple(tuple(_with_head(one, phrases) for one in line) for line in block.lines))


def _with_head(one: Span, phrases: Phrases) -> Span:
    if one.style is not Style.MARK or one.ref is None or one.ref.paragraph not in HEADS:
        return one
    shown, name = one.ref.paragraph, phrases.say(f"head.{one.ref.paragraph}")
    return replace(one, text=one.text.replace(f"[{shown}]", f"[{name}]"))


def _same_as(question: Question, phrases: Phrases) -> Block:
    """The command that a question in words amounts to, so that people learn it."""
    command = next(c for c in COMMANDS if c.name == question.command)
    line = code(Naming(phrases).line(command, question.options))
    return Block(Part.SMALL, (phrases.line("ask.same_as", line=line),))


def _blocks(answer: Answer, phrases: Phrases) -> tuple[Block, ...]:
    match answer:
        case Positions():
            return positions_card(answer, phrases)
        case Agreed():
            return agreed_card(answer, phrases)
        case Attendance():
            return attendance_card(answer, phrases)
        case Comparison():
            return compare_card(answer, phrases)
        case ReleaseCard():
            return release_card(answer, phrases)
        case TwoReleases():
            return two_releases_card(answer, phrases)
        case Timeline():
            return timeline_card(answer, phrases)
        case Search():
            return search_card(answer, phrases)
        case StatementList():
            return statements_card(answer, phrases)
        case PersonCard():
            return person_card(answer, phrases)
        case Verification():
            return verify_card(answer, phrases)
        case Citation():
            return cite_card(answer, phrases)
        case Deeds():
            return deeds_card(answer, phrases)
        case Claim():
            return claim_card(answer, phrases)
        case People():
            return people_card(answer, phrases)
        case MeetingFact():
            return meeting_fact_card(answer, phrases)
        case Coverage():
            return coverage_card(answer, phrases)
        case Help():
            return help_card(answer, phrases)
        case NotHeld():
            return not_held_card(answer, phrases)
        case Unclear():
            return unclear_card(answer, phrases)
        case Invalid():
            return invalid_card(answer, phrases)
        case _:
            raise TypeError(f"no card for {type(answer).__name__}")
