"""Where a release has a name or some words in its text, whoever is filed among its participants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.library.clauses import sentence_around
from bot.library.library import Library
from bot.library.quotes import squeeze
from bot.library.words import key
from bot.model.release import Paragraph, Release
from bot.model.value import ParagraphRef

HEADS = ("date",)
"""What is no text of the release's own, though it can be cited."""
POSSESSIVE = re.compile(r"[’']s?(?!\w)")


@dataclass(frozen=True)
class Mention:
    """Words in a paragraph, with the sentence around them."""

    release: Release
    paragraph: ParagraphRef
    sentence: str


def mentions(names: tuple[str, ...], library: Library, release: Release | None = None) -> tuple[Mention, ...]:
    """Where any of some names stands as whole words, in one release or in the newest that has one; in reading order."""
    release = release or _newest_with(names, library)
    if release is None:
        return ()
    said: dict[ParagraphRef, str] = {}
    for name in _in_korean(names):
        for _, statement in library.saying(name, release.id):
            said.setdefault(statement.paragraph, statement.quote)
    found: list[Mention] = []
    for paragraph in library.paragraphs(release.id).values():
        sentences = (_sentence_with(name, paragraph) for name in names)
        words = said.get(paragraph.ref) or next(filter(None, sentences), None)
        if words:
            found.append(Mention(release, paragraph.ref, words))
    return tuple(found)


def _newest_with(names: tuple[str, ...], library: Library) -> Release | None:
    """The newest release with a name in its text, or in what a statement says in Korean: the text is in English."""
    said = (next((release for release, _ in library.saying(name)), None) for name in _in_korean(names))
    texts = (next(_with_sentence(name, library), None) for name in names)
    return max(filter(None, (*said, *texts)), key=lambda r: (r.day, r.published, r.id), default=None)


def _with_sentence(name: str, library: Library) -> Iterator[Release]:
    return (p.release for p in library.passages_naming(name) if _sentence_with(name, p.paragraph))


def _in_korean(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words for name in names if not name.isascii() and (words := key(name)))


def names_of(id_: str, library: Library) -> tuple[str, ...]:
    """The English names by which a text may speak of a party or a person."""
    party = library.vocabulary.parties.get(id_)
    if party:
        short = (party.short.en,) if party.short else ()
        return (party.name.en, *short, *(alias for alias in party.aliases.en if not alias.islower()))
    person = library.vocabulary.people[id_]
    return (person.name, *person.aliases.en)


def _sentence_with(name: str, paragraph: Paragraph) -> str | None:
    """The first sentence of a paragraph that has a name as whole words."""
    squeezed = "" if paragraph.ref in HEADS else squeeze(paragraph.text)
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
