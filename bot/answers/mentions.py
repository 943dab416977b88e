"""Where a release has a name or some words in its text, whoever is filed among its participants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.library.clauses import sentence_around
from bot.library.library import Library, Match
from bot.library.outline import squeeze
from bot.library.words import key
from bot.model.question import Sought
from bot.model.release import Release
from bot.model.value import ParagraphRef, ReleaseId

HEADS = ("date",)
"""What is no text of the release's own, though it can be cited."""
POSSESSIVE = re.compile(r"[’']s?(?!\w)")


@dataclass(frozen=True)
class Mention:
    """Words in a paragraph, with the sentence around them."""

    release: Release
    paragraph: ParagraphRef
    sentence: str


def mentions(names: tuple[str, ...], library: Library, release: ReleaseId | None = None) -> tuple[Mention, ...]:
    """Where any of some names stands as whole words, in one release or in the newest that has one; in reading order."""
    found: dict[tuple[ReleaseId, ParagraphRef], Mention] = {}
    for match in _in_gists(names, library):
        if release in (None, match.release.id):
            one = Mention(match.release, match.statement.paragraph, match.statement.quote)
            found.setdefault((match.release.id, one.paragraph), one)
    for name in names:
        for passage in library.passages_near(name, release):
            paragraph = passage.paragraph
            if paragraph.ref in HEADS or (passage.release.id, paragraph.ref) in found:
                continue
            sentence = _sentence_with(name, paragraph.text)
            if sentence:
                found[passage.release.id, paragraph.ref] = Mention(passage.release, paragraph.ref, sentence)
    newest = max((m.release for m in found.values()), key=lambda r: (r.day, r.published, r.id), default=None)
    order = {ref: place for place, ref in enumerate(library.paragraphs(newest.id))} if newest else {}
    own = (m for m in found.values() if newest and m.release.id == newest.id)
    return tuple(sorted(own, key=lambda m: order[m.paragraph]))


def _in_gists(names: tuple[str, ...], library: Library) -> Iterator[Match]:
    """Where Korean words stand in what a statement says in Korean: the text itself is in English."""
    for name in names:
        if not name.isascii() and key(name):
            yield from library.statements(Sought(phrases=(key(name),)))


def names_of(id_: str, library: Library) -> tuple[str, ...]:
    """The English names by which a text may speak of a party or a person."""
    party = library.vocabulary.parties.get(id_)
    if party:
        short = (party.short.en,) if party.short else ()
        return (party.name.en, *short, *(alias for alias in party.aliases.en if not alias.islower()))
    person = library.vocabulary.people[id_]
    return (person.name, *person.aliases.en)


def _sentence_with(name: str, text: str) -> str | None:
    """The first sentence of a text that has a name as whole words."""
    squeezed = squeeze(text)
    at = 0
    while at < len(squeezed):
        start, end = sentence_around(squeezed, at)
        if _stands_in(name, POSSESSIVE.sub("", squeezed[start:end])):
            return squeezed[start:end]
        at = end + 1
    return None


def _stands_in(name: str, sentence: str) -> bool:
    """Whether a name stands in a sentence, in any case; one in capitals ("US") only in capitals."""
    if name.isupper():
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None
    return f" {key(name)} " in f" {key(sentence)} "
