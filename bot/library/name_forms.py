"""How a name varies and means the same: a plural, an article, "the … side", "… 정부", one word of a person's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.library.words import key, singular
from bot.model.value import Aliases, PersonId
from bot.model.vocabulary import Person

Form = Callable[[str], str]
"""From a key to what it is compared by where it is no name as it stands."""
HANGUL = re.compile(r"[\uac00-\ud7a3]")
ARTICLE = "the"
PEOPLE_END = tuple("niokrbt")
"""Before its plural: Korean, Ketmari, Filipino, Greek, Icelander, Arab, Kuwaiti. "Koreas" are two, not a people."""
PLURAL_LEAST = 3
GIVEN_NAME_LEAST = 2
"""Syllables of a Korean given name that may stand alone; of one there are too many."""


def topic_form(name: str) -> str:
    """A topic's name without plurals."""
    return singular(name)


def party_form(endings: Aliases) -> Form:
    """A party's name without article, plural and the words that may follow it (``endings``), Korean without spaces."""
    english = {key(ending) for ending in endings.en}
    korean = sorted(map(key, endings.ko), key=len, reverse=True)

    def form(name: str) -> str:
        words = name.split()
        if words[:1] == [ARTICLE]:
            words = words[1:]
        while len(words) > 1 and words[-1] in english:
            words.pop()
        if HANGUL.search(name):
            return _without_endings("".join(words), korean)
        if words and len(words[-1]) > PLURAL_LEAST and words[-1].endswith(tuple(f"{end}s" for end in PEOPLE_END)):
            words[-1] = words[-1][:-1]
        return " ".join(words)

    return form


def _without_endings(name: str, endings: Iterable[str]) -> str:
    found = next((end for end in endings if name.endswith(end) and len(name) > len(end)), None)
    return _without_endings(name.removesuffix(found), endings) if found else name


def parts_of(people: Iterable[Person]) -> dict[str, frozenset[PersonId]]:
    """For each word of a person's name those who have it; of a Korean name also the given name alone."""
    found: dict[str, set[PersonId]] = {}
    for person in people:
        other = person.other_script.name if person.other_script else ""
        words = {*key(person.name).split(), *key(other).split()}
        if person.family_name and HANGUL.fullmatch(other[:1]) and len(other) > GIVEN_NAME_LEAST and " " not in other:
            words.add(other[1:])
        for word in words:
            found.setdefault(word, set()).add(person.id)
    return {word: frozenset(ids) for word, ids in found.items()}
