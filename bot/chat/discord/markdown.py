"""Spans as Discord Markdown: what a release or a person wrote is shown as written, and can neither format nor ping.

What Discord reads as markup: https://support.discord.com/hc/en-us/articles/210298617 and, for mentions and times,
https://discord.com/developers/docs/reference#message-formatting. Every one of these begins at a punctuation mark, and
a backslash before a punctuation mark shows the mark itself.
"""

from __future__ import annotations

import re

from bot.cards.card import Block, Line, Part, Span, Style

MARKUP = "\\*_~`|[]<>@#"
"""Every mark that can begin markup; the backslash first, so that it is not doubled by the others."""
SCHEME = re.compile(r":(?=//)")
"""Discord links whatever looks like an address; with its colon escaped it is only text."""
INVITE = re.compile(r"(?<=discord\.gg)/|(?<=discord\.com)/|(?<=discordapp\.com)/|(?<=discord\.gift)/", re.IGNORECASE)
LIST = re.compile(r"^(\d*)(?=[-+.)])")
"""Where a line would become an entry of a list, or small print: before the dash, or the dot after its number."""
LIST_BEGINNINGS = tuple("-+.)0123456789")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
REVERSING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of text round: in a quote they could make it read as something else."""
TITLE, HEADING = "##", "###"
TITLE_MOST = 60
"""Characters of an answer line that look well as a large heading on a phone."""
SIGNS = {Style.STRONG: "**", Style.VERB: "*"}
FENCE_APART = "`\u200b`\u200b`"


def escaped(text: str) -> str:
    """Text that Discord shows as it stands, on one line."""
    shown = on_one_line(text)
    for mark in MARKUP:
        if mark in shown:
            shown = shown.replace(mark, f"\\{mark}")
    if "/" in shown:
        shown = INVITE.sub(r"\\/", SCHEME.sub(r"\\:", shown))
    return shown


def on_one_line(text: str) -> str:
    """Text without line ends, other unseen marks, or anything that turns its direction round."""
    return text if text.isprintable() else REVERSING.sub("", UNSEEN.sub(" ", text))


def coded(text: str) -> str:
    """Text as code on one line. Nothing can be escaped in there, so a backtick becomes an apostrophe."""
    shown = on_one_line(text).replace("`", "'").strip()
    return f"`{shown}`" if shown else ""


def code_block(text: str) -> str:
    """Text as a block of code, ready to copy; a fence inside it is taken apart by a space that has no width."""
    return f"```\n{text.replace('```', FENCE_APART)}\n```"


def marked(line: Line) -> str:
    """One line with its styles, without what only a line's place in its block decides."""
    text = "".join([_styled(span) for span in line]).strip()
    return LIST.sub(r"\1\\", text) if text[:1] in LIST_BEGINNINGS else text


def _styled(span: Span) -> str:
    if span.style is Style.CODE:
        return coded(span.text)
    text = escaped(span.text)
    sign = SIGNS.get(span.style, "")
    inner = text.strip()
    if not sign or not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{inner}{sign}{after}"


def block_text(block: Block) -> str:
    """One block as Discord shows it: the answer as a heading, quotes set off, what else comes with a statement small.

    A statement's quote comes last: what follows a quote can look like a part of it.
    """
    lines = [(line, text) for line in block.lines if (text := marked(line))]
    placed = [(is_quote(line), _placed(block.part, place, line, text)) for place, (line, text) in enumerate(lines)]
    if block.part is Part.STATEMENT:
        placed.sort(key=lambda pair: pair[0])
    return "\n".join(text for _, text in placed)


def is_quote(line: Line) -> bool:
    """Whether a line is nothing but words of the release."""
    return len(line) == 1 and line[0].style is Style.QUOTE


def _placed(part: Part, place: int, line: Line, text: str) -> str:
    if is_quote(line):
        return f"> {text}"
    if part in (Part.TITLE, Part.ANSWER):
        return f"{TITLE if len(text) <= TITLE_MOST else HEADING} {text}"
    if part is Part.HEADING:
        return f"{HEADING} {text}"
    if part is Part.SMALL or (part is Part.STATEMENT and place > 0):
        return f"-# {text}"
    return text
