"""Releases come in many layouts; each is cut into the same labels."""

from __future__ import annotations

import pytest

from bot.library.outline import outline
from tests.shelves import DATA

TITLE = "Norvania and the Belt States Hold North Forum"


def labels(source: str, title: str = TITLE) -> dict[str, str]:
    """The paragraphs of a text, by label."""
    return {ref: paragraph.text for ref, paragraph in outline(source, title).paragraphs.items() if ref != "title"}


def test_the_first_release_has_twelve_units_and_no_furniture() -> None:
    source = (DATA / "sources" / "2020-08-27-asean-rok-dialogue.txt").read_text(encoding="utf-8")
    title = "ROK and 10 ASEAN Countries Hold ASEAN-ROK Dialogue in Virtual Format"
    found = outline(source, title)
    assert [p.ref for p in found.units()] == ["1", "1.1", "2", "3", "3.1", "3.2", "3.3", "4", "4.1", "4.2", "5", "6"]
    assert found.printed_date == "2020-08-27"
    assert not [p for p in found.paragraphs.values() if "15506" in p.text or "바로가기" in p.text]


@pytest.mark.parametrize("glyph", list("oоㅇ○◦°˚º•▪■□"))
def test_any_bullet_is_a_bullet(glyph: str) -> None:
    source = f"{TITLE}\n\n1. They met.\n\n{glyph} First point.\n\n{glyph} Second point.\n\n2. They parted."
    assert labels(source) == {"1": "They met.", "1.1": "First point.", "1.2": "Second point.", "2": "They parted."}


def test_dashes_under_a_bullet_are_a_level_of_their_own() -> None:
    source = f"{TITLE}\n1. They met.\no First.\n- Inside.\n- Also inside.\no Second.\n- Inside the second."
    assert labels(source) == {
        "1": "They met.",
        "1.1": "First.",
        "1.1.1": "Inside.",
        "1.1.2": "Also inside.",
        "1.2": "Second.",
        "1.2.1": "Inside the second.",
    }


def test_notes_are_counted_through_their_numbered_paragraph() -> None:
    source = (
        f"{TITLE}\n1. They met.\n※ Participants: A, B\no A bullet.\n* A note under the bullet.\n** Another.\n2. End."
    )
    found = outline(source, TITLE).paragraphs
    assert {ref: p.note for ref, p in found.items() if ref != "title"} == {
        "1": False,
        "1.n1": True,
        "1.1": False,
        "1.n2": True,
        "1.n3": True,
        "2": False,
    }


def test_a_text_without_numbers_counts_its_paragraphs() -> None:
    source = f"{TITLE}\n\nAMBRE - The meeting was held.\n\nBoth sides spoke.\n\n• A bullet under it.\n\nThey left."
    assert labels(source) == {
        "p1": "AMBRE - The meeting was held.",
        "p2": "Both sides spoke.",
        "p2.1": "A bullet under it.",
        "p3": "They left.",
    }


def test_hard_wraps_and_no_break_spaces_are_evened_out() -> None:
    source = (
        f"{TITLE}\n\n1. Foreign Minister Oren\nTal\u00a0met his\u00a0\u00a0counterpart\n\nfrom the Belt.\n\n2. Next."
    )
    assert labels(source) == {"1": "Foreign Minister Oren Tal met his counterpart from the Belt.", "2": "Next."}


@pytest.mark.parametrize(
    "header",
    [
        f"KOR\nMinistry News\n{TITLE}\nDate\n2031-05-02\nhit\n77\n- Both sides pleased\n\n",
        f"Skip navigation\n{TITLE}\n{TITLE}\nDate : 2031-05-02 10:55:37\nHit : 1059\n- Both sides pleased\n\n",
    ],
)
def test_the_page_around_the_text_is_dropped_and_a_subtitle_kept(header: str) -> None:
    found = outline(f"{header}1. They met.\n", TITLE)
    assert {ref: p.text for ref, p in found.paragraphs.items()} == {
        "title": TITLE,
        "subtitle": "Both sides pleased",
        "date": "2031-05-02",
        "1": "They met.",
    }


def test_a_number_that_does_not_follow_is_no_new_paragraph() -> None:
    source = f"{TITLE}\n\n1. They met on\n26. May in the city.\n\n2. Next."
    assert labels(source) == {"1": "They met on 26. May in the city.", "2": "Next."}
