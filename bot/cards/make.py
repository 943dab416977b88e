"""The one door from an answer to its card."""

from __future__ import annotations

from bot.answers.agreed import Agreed
from bot.answers.answer import Answer, Invalid, NotHeld, Unclear
from bot.answers.attendance import Attendance
from bot.answers.cite import Citation
from bot.answers.compare import Comparison
from bot.answers.coverage import Coverage
from bot.answers.help import Help
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
from bot.cards.card import Block, Card
from bot.cards.cite import cite_card
from bot.cards.commands import slash_line
from bot.cards.compare import compare_card
from bot.cards.coverage import coverage_card
from bot.cards.help import help_card
from bot.cards.language import Phrases
from bot.cards.person import person_card
from bot.cards.positions import positions_card
from bot.cards.refusals import invalid_card, not_held_card, unclear_card
from bot.cards.release import release_card
from bot.cards.search import search_card, statements_card
from bot.cards.timeline import timeline_card
from bot.cards.two_releases import two_releases_card
from bot.cards.verify import verify_card


def make_card(answer: Answer, phrases: Phrases) -> Card:
    """The card of an answer in the language of ``phrases``."""
    command = "" if isinstance(answer, Invalid) else slash_line(answer.question)
    return Card(answer, command, _blocks(answer, phrases))


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
