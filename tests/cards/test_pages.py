"""Long answers come in pages, each of which can be read alone."""

from __future__ import annotations

import pytest

from bot.cards.card import Card, Part
from bot.cards.pages import Budget, Page, paginate
from bot.cards.plain import plain_block
from bot.model.question import Question
from bot.model.value import Locale
from tests.shelves import app

LINES = [
    Question("agreed"),
    Question("attendance"),
    Question("positions", {"topic": "covid-health"}),
    Question("compare", {"topic": "korean-peninsula"}, Locale.KO),
    Question("cite", {"code": "2020-08-27-asean-rok-dialogue ¶4.1"}),
    Question("coverage"),
    Question("positions", {"topic": "bitcoin"}),
]


def pages(question: Question, characters: int = 1500, blocks: int = 6) -> tuple[Card, tuple[Page, ...]]:
    card = app().card(question)
    return card, paginate(card, Budget(characters, blocks))


@pytest.mark.parametrize("question", LINES, ids=lambda q: q.command)
@pytest.mark.parametrize(("characters", "blocks"), [(1400, 4), (2000, 6), (10_000, 40)])
def test_nothing_is_lost_and_nothing_is_said_twice(question: Question, characters: int, blocks: int) -> None:
    card, found = pages(question, characters, blocks)
    shown = [b for page in found for b in page.blocks if b.part is Part.STATEMENT]
    assert shown == [b for b in card.blocks if b.part is Part.STATEMENT]
    assert {ref for page in found for ref in page.refs()} == set(card.refs())


@pytest.mark.parametrize("question", LINES, ids=lambda q: q.command)
def test_no_page_is_over_its_budget(question: Question) -> None:
    _, found = pages(question, 1500, 6)
    for page in found:
        assert len(page.blocks) <= 6
        assert sum(len(plain_block(block)) for block in page.blocks) <= 1500


def test_every_page_begins_with_the_answer_and_ends_with_whose_account_it_is() -> None:
    card, found = pages(Question("agreed"), 1500, 5)
    assert len(found) > 1
    assert {page.blocks[0] for page in found} == {card.blocks[0]}
    assert {page.blocks[-1] for page in found} == {card.blocks[-1]}


def test_the_heading_goes_with_its_statements_to_the_next_page() -> None:
    _, found = pages(Question("attendance"), 1500, 5)
    for page in found:
        parts = [block.part for block in page.blocks[1:-1]]
        assert parts[-1] is not Part.HEADING
    second = found[2]
    assert second.blocks[1].part is Part.HEADING


def test_pages_say_which_they_are() -> None:
    _, found = pages(Question("agreed"), 1500, 5)
    labels = [page.label(app().languages[Locale.EN]) for page in found]
    assert labels == [f"{n} of {len(found)}" for n in range(1, len(found) + 1)]


def test_a_block_larger_than_a_page_is_cut_between_its_lines_only() -> None:
    card, found = pages(Question("agreed", {"topic": "travel"}), 700, 6)
    [statement] = [b for b in card.blocks if b.part is Part.STATEMENT]
    shown = [b for page in found for b in page.blocks if b.part is Part.STATEMENT]
    assert [line for b in shown for line in b.lines] == list(statement.lines)
