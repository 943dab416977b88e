"""A gist beside what it is held to: its quote.

Words in [ ] are the editor's, to say what a "this" or an "its" of the quote means; they come from the same numbered
paragraph. Everything else is borne out by the quote itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.library.clauses import find_all
from bot.library.guarded_yaml import Place
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId

IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
PROVIDED = re.compile(r"\b(provided|providing) (that)\b")
INCLUDING = " including"
INCLUDED = re.compile(
    r",? including\b.*?(?=,? (?:to|that|which|who|until|before|after|if|as soon as|once|unless|provided)\b|;|$)"
)


class Gist(NamedTuple):
    """One gist, and the texts it is checked with; marks are plain in all of them."""

    place: Place
    statement: Statement
    own: str
    """The gist without what stands in brackets."""
    added: str
    """What stands in brackets."""
    content: str
    """The quote without its speaker."""
    said: str
    """What a gist may not lose words of limit from: the quote after its speaker, without the verb of saying and
    without what "including" introduces."""
    after: str
    """What comes after the verb of saying, likewise."""
    around: str
    """The numbered paragraph with its bullets, and what is derived from it."""
    derived: str
    """What is worked out of the paragraph's words of time."""
    parties: tuple[PartyId, ...]
    """The parties that the content names, in order; of background, those of the paragraph."""
    is_background: bool
    """Whether the narrator tells it: then the paragraph may lend the names."""


def gists_of(reading: Reading, place: Place, statement: Statement) -> tuple[Gist, Gist]:
    """The English and the Korean gist of a statement beside its texts."""
    quote = plain_marks(statement.quote)
    content = quote
    said = quote
    if statement.speaker and (spoken := find_all(statement.speaker, quote)):
        content = quote[: spoken[0].start] + quote[spoken[0].end :]
        said = quote[spoken[0].end :]
    background = statement.act is Act.BACKGROUND
    before, _, after = ("", "", quote) if background else said.partition(plain_marks(statement.verb))
    paragraph = plain_marks(reading.outline.paragraphs[statement.paragraph].text)
    gist = statement.gist.en
    if whole := PROVIDED.search(quote):  # "that" may go: "provided the dam holds"
        gist = re.sub(rf"\b{whole[1]}(?! {whole[2]}\b)", whole[0], gist) if whole[0] not in gist else gist
    english = Gist(
        (*place, "en"),
        statement,
        *_parted(gist),
        content=content,
        said=_without_included(f"{before} {after}"),
        after=_without_included(after),
        around=reading.around[statement.paragraph],
        derived=reading.derived_in.get(statement.paragraph, ""),
        parties=reading.parties_in_order(paragraph if background and not quote[:1].isupper() else content),
        is_background=background,
    )
    own, added = _parted(statement.gist.ko)
    return english, english._replace(place=(*place, "ko"), own=own, added=added)


def _parted(text: str) -> tuple[str, str]:
    """A gist without what stands in brackets, and what stands in brackets."""
    gist = plain_marks(text)
    if "[" not in gist:
        return gist, ""
    return " ".join(IN_BRACKETS.sub(" ", gist).split()), " ".join(IN_BRACKETS.findall(gist))


def _without_included(text: str) -> str:
    return INCLUDED.sub(" ", text) if INCLUDING in text else text
