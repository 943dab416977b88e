"""Whom a typed name means for sure: by name, by a word of it, with an honorific or with a title that is theirs."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.library import Library
from bot.library.name_forms import HANGUL
from bot.library.ranks import Standing, Words, bare, labels_of, standing
from bot.library.words import key
from bot.model.question import Kind
from bot.model.speech_acts import Grammar
from bot.model.value import PersonId

RELEASES_TRIED = 50
"""Releases that place a person whose office there is looked at for a title."""
TITLED = (Standing.OUTRIGHT, Standing.AMONG)
"""Ways in which a title is a person's own: "minister" of the Trade Minister, not of the Deputy Minister."""


def called(typed: str, library: Library, kind: Kind) -> tuple[str, ...]:
    """The ids that ``typed`` means outright, as a party or a person; none where it is no such name.

    A title before or after a name counts only where a release prints it, or one that is the same, for that person.
    """
    plain = without_honorifics(typed, library.vocabulary.grammar)
    for name in dict.fromkeys((typed, plain)):
        if found := _named(name, library, kind):
            return found
    return _titled(plain, library, kind)


def without_honorifics(typed: str, grammar: Grammar) -> str:
    """A name without "Mr", "씨" and the like around it; as typed where nothing else is left."""
    words = key(typed).split()
    every = {tuple(key(honorific).split()) for honorific in grammar.honorifics.all()}
    korean = [key(honorific) for honorific in grammar.honorifics.ko]
    left = words
    for size in sorted({len(one) for one in every}, reverse=True):
        if tuple(left[:size]) in every:
            left = left[size:]
        if tuple(left[-size:]) in every:
            left = left[:-size]
    if left and HANGUL.search(left[-1]):
        ending = next((h for h in korean if left[-1].endswith(h) and len(left[-1]) > len(h) + 1), "")
        left = [*left[:-1], left[-1].removesuffix(ending)]
    return " ".join(left) if left and left != words else typed


def _named(typed: str, library: Library, kind: Kind) -> tuple[str, ...]:
    names = library.names(kind)
    if found := names.exact(typed) or names.of_words(typed):
        return found
    titles = library.vocabulary.asking.titles.ko
    return () if any(word in titles for word in key(typed).split()) else names.heard(typed)


def _titled(typed: str, library: Library, kind: Kind) -> tuple[PersonId, ...]:
    """The people with a name before or after whose own title it stands."""
    words = key(typed).split()
    for title, name in _cuts(words):
        ids = _named(" ".join(name), library, kind) or _of_family(name, library, kind)
        people = tuple(id_ for id_ in ids if id_ in library.vocabulary.people)
        for titles in same_titles(" ".join(title), library.vocabulary.grammar):
            if found := tuple(id_ for id_ in people if is_titled(id_, titles, library)):
                return found
    return ()


def _of_family(name: list[str], library: Library, kind: Kind) -> tuple[PersonId, ...]:
    """The people of a Korean family name, one syllable, which says who is meant only beside a title: "유 장관"."""
    if kind is Kind.SIDE or len(name) != 1 or not HANGUL.fullmatch(name[0]):
        return ()
    known = library.vocabulary.people.values()
    return tuple(p.id for p in known if p.family_name and p.other_script and p.other_script.name[:1] == name[0])


def _cuts(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Words as a title with a name behind or before it, the longest name first; Korean ones also where glued."""
    for size in range(len(words) - 1, 0, -1):
        yield words[:-size], words[-size:]
        yield words[size:], words[:size]
    if len(words) == 1 and HANGUL.search(words[0]):
        for size in range(len(words[0]) - 1, 1, -1):
            yield [words[0][size:]], [words[0][:size]]


def is_titled(person: PersonId, titles: tuple[str, ...], library: Library) -> bool:
    """Whether a release prints one of some titles for a person."""
    wanted = [tuple(map(bare, key(text).split())) for text in titles]
    name = frozenset(bare(word) for word in key(library.vocabulary.people[person].name).split())
    for release, participant in library.appearances(person, RELEASES_TRIED).newest:
        printed = tuple(labels_of(participant, release))
        if any(_is_own(words, label, name) for words in wanted for label in printed):
            return True
    return False


def _is_own(title: Words, printed: Words, name: frozenset[str]) -> bool:
    return bool(title) and standing(title, printed, name) in TITLED


def same_titles(title: str, grammar: Grammar) -> tuple[tuple[str, ...], ...]:
    """A title as typed, and then those that are the same in the other language."""
    wanted = key(title)
    rows = (*grammar.titles, *grammar.ranks)
    english = (text for row in rows if wanted in map(key, row.ko) for text in row.en)
    korean = (text for row in rows if wanted in map(key, row.en) for text in row.ko)
    return (title,), (*english, *korean)
