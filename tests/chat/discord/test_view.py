"""No answer is larger than a message of Discord may be."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from simcord.components import walk_components

from bot.answers.answer import Answer, Outcome
from bot.cards.card import Block, Card, Line, Part, Ref, Span, Style
from bot.chat.discord.view import COMPONENTS_MOST, TEXT_MOST, Drawn, Place, arranged, page_components, pages_of
from bot.model.question import Question
from bot.model.value import Locale
from tests.shelves import app
from tests.wire.rules import broken

V2 = 1 << 15
NASTY = st.text(alphabet=st.sampled_from("*_~`|[]<>@#-a 한“"), max_size=600)
REFS = st.builds(Ref, st.just("2031-05-01-north-forum"), st.from_regex(r"[1-9]{1,2}\.[1-9]", fullmatch=True))
SPANS = st.builds(Span, NASTY, st.sampled_from(list(Style)), st.none() | REFS)
LINES: st.SearchStrategy[Line] = st.lists(SPANS, max_size=3).map(tuple)
BLOCKS = st.builds(Block, st.sampled_from(list(Part)), st.lists(LINES, min_size=1, max_size=4).map(tuple))

FIRST = Block(Part.ANSWER, ((Span("An answer"),),))


def shown(card: Card, number: int, place: Place) -> list[dict[str, Any]]:
    return page_components(card, number, app().languages[Locale.EN], place)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=60), st.text(max_size=3000), st.text(max_size=600))
def test_no_card_whatever_breaks_a_rule_of_discord(blocks: list[Block], name: str, typed: str) -> None:
    question = Question("positions", {"topic": typed})
    card = Card(Answer(question, Outcome.ANSWERED), f"/positions topic:{typed}", (FIRST, *blocks))
    for page in pages_of(card):
        for place in (Place(), Place(private=False, shared_by=name)):
            components = shown(card, page.number, place)
            assert broken("POST", "/interactions/1/t/callback", body(components)) == []
            texts = [part["content"] for part in walk_components(components) if part["type"] == 10]
            assert all(texts)


def body(components: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": 4, "data": {"flags": V2, "components": components}}


def test_with_room_every_text_is_its_own_and_lines_are_drawn_between_groups() -> None:
    assert arranged([["a", "b"], ["c"]], COMPONENTS_MOST) == ["a", "b", "", "c"]


def test_without_room_groups_are_joined_and_then_lines_left_out() -> None:
    groups = [["a", "b"], ["c", "d"], ["e"]]
    assert arranged(groups, 5) == ["a\n\nb", "", "c\n\nd", "", "e"]
    assert arranged(groups, 4) == ["a\n\nb", "", "c\n\nd", "e"]


def test_one_endless_line_is_cut_and_says_so() -> None:
    [text] = arranged([["\\*" * TEXT_MOST]], COMPONENTS_MOST)
    assert len(text) <= TEXT_MOST
    assert text.endswith("*…")


async def test_a_page_is_drawn_once_and_the_oldest_is_forgotten() -> None:
    cards = [Card(Answer(Question("agreed"), Outcome.ANSWERED), "/agreed", (FIRST,)) for _ in range(3)]
    drawn, phrases = Drawn(most=2), app().languages[Locale.EN]
    first, second, third = (drawn.page(card, 1, phrases, Place()).to_components()[0] for card in cards)
    assert drawn.page(cards[1], 1, phrases, Place()).to_components()[0] is second
    assert drawn.page(cards[2], 1, phrases, Place()).to_components()[0] is third
    again = drawn.page(cards[0], 1, phrases, Place()).to_components()[0]
    assert again == first
    assert again is not first
