"""What a release or a person wrote is shown as written: it formats nothing, links nothing, calls nobody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Block, Part, Ref, Span, Style, code, quote, span, strong, verb
from bot.chat.discord.markdown import block_text, code_block, coded, escaped, marked

SHOWN_AS_WRITTEN = [
    ("*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"),
    ("`code` ||secret||", "\\`code\\` \\|\\|secret\\|\\|"),
    ("[x](y)", "\\[x\\](y)"),
    (
        "<@1> <@&2> <#3> <t:1> </positions:4> <:e:5>",
        "\\<\\@1\\> \\<\\@&2\\> \\<\\#3\\> \\<t:1\\> \\</positions:4\\> \\<:e:5\\>",
    ),
    ("@everyone @here", "\\@everyone \\@here"),
    ("https://example.org steam://x", "https\\://example.org steam\\://x"),
    ("discord.gg/abc discord.com/invite/x", "discord.gg\\/abc discord.com\\/invite/x"),
    ("C:\\path", "C:\\\\path"),
    ("two\nlines\r\n\tand more", "two lines and more"),
    ("turned \u202eround\u202c", "turned round"),
    ("“quoted” – 한국 ¶4.1", "“quoted” – 한국 ¶4.1"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "sent"), SHOWN_AS_WRITTEN)
def test_markup_in_a_text_is_shown_and_not_obeyed(written: str, sent: str) -> None:
    assert escaped(written) == sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("> not a quote", "\\> not a quote"),
        (">>> not a quote", "\\>\\>\\> not a quote"),
        ("# no heading", "\\# no heading"),
        ("-# not small", "\\-\\# not small"),
        ("- no list", "\\- no list"),
        ("+ no list", "\\+ no list"),
        ("* no list", "\\* no list"),
        ("1. no list", "1\\. no list"),
        ("12) no list", "12\\) no list"),
        ("  - no list", "\\- no list"),
        ("2020 is a year", "2020 is a year"),
    ],
)
def test_the_beginning_of_a_line_makes_it_nothing_else(written: str, sent: str) -> None:
    assert marked((span(written),)) == sent


DOES_SOMETHING = re.compile(r"(?<!\\)(?:\\\\)*[*_~`|\[\]<>@#]|(?<!\\)://|(?<=discord\.gg)/")


@given(st.text(alphabet=st.sampled_from("\\*_~`|[]()<>@#-+1. :/\n\u200baé한¶everyone"), max_size=60))
def test_no_text_whatever_does_anything(written: str) -> None:
    sent = escaped(written)
    assert DOES_SOMETHING.search(sent) is None
    assert "\n" not in sent
    assert re.sub(r"\\(.)", r"\1", sent) == re.sub(r"\n+", " ", written)


def test_names_stand_out_and_verbs_lean_whatever_they_hold() -> None:
    line = (strong("A*B"), span(" "), verb(" agreed_on "), span("x"))
    assert marked(line) == "**A\\*B**  *agreed\\_on* x"


def test_an_empty_name_leaves_no_stars_behind() -> None:
    assert marked((strong("  "), span("x"), strong(""))) == "x"


def test_code_holds_no_backtick_that_could_end_it() -> None:
    assert (coded("/cite `x`\n**"), coded(" ")) == ("`/cite 'x' **`", "")


def test_a_block_of_code_cannot_be_ended_from_inside() -> None:
    assert code_block("a```b").count("```") == 2


def test_a_quote_is_set_off_and_stands_last_in_its_statement() -> None:
    mark = Span("[¶4.1]", Style.MARK, Ref("2031-05-01-north-forum", "4.1"))
    block = Block(Part.STATEMENT, ((strong("N"), span(" "), mark), (quote("- as\nprinted"),), (span("small"),)))
    assert block_text(block) == "**N** \\[¶4.1\\]\n-# small\n> “- as printed”"


@pytest.mark.parametrize(
    ("part", "sent"),
    [
        (Part.ANSWER, "## No `x`"),
        (Part.HEADING, "### No `x`"),
        (Part.SMALL, "-# No `x`"),
        (Part.LINE, "No `x`"),
    ],
)
def test_each_part_of_a_card_has_its_look(part: Part, sent: str) -> None:
    assert block_text(Block(part, ((span("No "), code("x")),))) == sent


def test_a_long_answer_line_has_the_smaller_heading() -> None:
    assert block_text(Block(Part.ANSWER, ((span("word " * 20),),))).startswith("### word word")
