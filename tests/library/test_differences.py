"""Wordings are told apart word by word, and a quote is found where it comes nearest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.differences import changes, closest
from bot.library.quotes import plain_marks, squeeze

WORDS = st.lists(
    st.sampled_from(["the", "side", "stressed", "not", "ports,", "Ports", "“calm”"]), min_size=1, max_size=12
)
TEXT = "The two sides did not agree on the wording of a joint statement, and left the date open once more."


def altered(quote: str, text: str = TEXT) -> list[tuple[str, str]]:
    found = closest(quote, text)
    assert found is not None
    return [(change.printed, change.quoted) for change in found.changes if not change.same]


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("The two sides did not agree on the wording", []),
        ("The two sides did agree on the wording", [("not", "")]),
        ("the two sides did not agree on the wording", [("The", "the")]),
        ("agree on the text of a joint statement", [("wording", "text")]),
        ("agree on the wording of a joint statement, and left the date", []),
        ("not agree on the wording, and left the date open", [("wording of a joint statement,", "wording,")]),
        ("did not at all agree on the wording", [("", "at all")]),
    ],
)
def test_what_a_quote_drops_and_adds(quote: str, differences: list[tuple[str, str]]) -> None:
    assert altered(quote) == differences


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off_their_differences(old: list[str], new: list[str]) -> None:
    found = changes(" ".join(old), " ".join(new))
    assert " ".join(c.printed for c in found if c.printed) == " ".join(old)
    assert plain_marks(" ".join(c.quoted for c in found if c.quoted)) == plain_marks(" ".join(new))


@given(WORDS, WORDS)
def test_the_nearest_stretch_is_the_texts_own_words(quote: list[str], text: list[str]) -> None:
    found = closest(" ".join(quote), " ".join(text))
    if found is not None:
        printed = squeeze(" ".join(text))[found.span.start : found.span.end]
        assert " ".join(c.printed for c in found.changes if c.printed) == printed
        assert [squeeze(" ".join(text))[s.start : s.end] for s in found.kept] == [
            c.printed for c in found.changes if c.same
        ]


def test_kinds_of_marks_and_white_space_are_no_difference() -> None:
    assert altered('the  "calm" sea\u00a0is ours', "Indeed, the “calm” sea is ours") == []
