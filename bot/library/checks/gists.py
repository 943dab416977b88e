"""What a gist has that its quote has not, and what it loses of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.errors import Fault
from bot.library.checks.gist import Gist, gists_of
from bot.library.checks.gist_english import check_english
from bot.library.checks.gist_korean import check_korean
from bot.library.clauses import find_all, find_each
from bot.library.guarded_yaml import Place
from bot.library.numbers import absent_numbers
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.library.stronger import as_printed
from bot.library.vocabulary_faults import misspelt

WORD = re.compile(r"\w+")
NAME = re.compile(r"[A-Z][\w'-]*")


def check_gists(reading: Reading) -> Iterator[Fault]:
    """Numbers, names, words and parties in a gist that the text does not bear out; conditions and "not" lost."""
    for i, statement in enumerate(reading.release.statements):
        paragraph = reading.paragraph(statement.paragraph)
        if paragraph is None or reading.spans(statement) is None:
            continue
        english, korean = gists_of(reading, ("statements", i, "gist"), statement)
        for gist in (english, korean):
            for number in absent_numbers(f"{gist.own} {gist.added}", gist.around):
                message = f"the number {number} is not in the paragraph; print it or add it to `derived`"
                yield reading.fault(gist.place, message)
        yield from _absent_names(reading, english.place, english.own, english.around)  # [ ] is held to it as a whole
        yield from check_english(reading, english)
        yield from check_korean(reading, korean)
        yield from _misspelt_names(reading, korean)
        negations = reading.vocabulary.grammar
        if find_each(negations.negations, english.added) and not any(
            as_printed(w) in f" {korean.added} " for w in negations.negations_ko
        ):
            yield reading.fault(korean.place, "the words in [ ] lose the negation that they have in English")
    for i, meeting in enumerate(reading.release.meetings):
        for name in ("place", "planned_place"):
            fact = getattr(meeting, name)
            paragraph = reading.paragraph(fact.paragraph) if fact else None
            if fact and paragraph:
                at: Place = ("meetings", i, name, "name", "en")
                yield from _absent_names(reading, at, fact.name.en, plain_marks(paragraph.text))


def _misspelt_names(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """People of the paragraph whose name a Korean gist has with one syllable changed."""
    for name, person in reading.lexicon.korean_people:
        wrong = misspelt(name, gist.own)
        named = wrong and find_all(person.family_name or person.name.split()[0], gist.around)
        if wrong and named and wrong not in " ".join(person.aliases.ko):
            yield reading.fault(gist.place, f"{wrong!r} is {name!r} in people.yaml; spell {person.name} as there")


def _absent_names(reading: Reading, place: Place, gist: str, text: str) -> Iterator[Fault]:
    for match in NAME.finditer(gist):
        name = match[0].removesuffix("'s").strip("'-")
        folded = name.casefold()
        if folded not in _words(text) and not re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text.casefold()):
            yield reading.fault(place, f"the name {name!r} is not in the paragraph")


@lru_cache
def _words(text: str) -> frozenset[str]:
    """The words of a text, without case: most names are one of them, and need not be searched for."""
    return frozenset(WORD.findall(text.casefold()))
