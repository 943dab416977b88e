"""A gist says it in other words, but with no name, number or verb of saying that the paragraph does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import find_all, find_each
from bot.library.guarded_yaml import Place
from bot.library.numbers import absent_numbers
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import PersonId

NAME = re.compile(r"[A-Z][\w'-]*")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'-]+")
MORE_THAN_A_LOOK = "the gist promises more than the quote, which is only to explore or to consider"


def check_gists(reading: Reading) -> Iterator[Fault]:
    """Numbers, names, verbs and parties in a gist that its paragraph does not hold."""
    for i, statement in enumerate(reading.release.statements):
        paragraph = reading.paragraph(statement.paragraph)
        if paragraph is None:
            continue
        place: Place = ("statements", i, "gist")
        text = plain_marks(paragraph.text)
        derived = " ".join(d.means for d in reading.release.derived if d.paragraph == statement.paragraph)
        yield from _english(reading, (*place, "en"), statement, text, derived)
        yield from _korean(reading, (*place, "ko"), statement, text, derived)
    for i, meeting in enumerate(reading.release.meetings):
        for name in ("place", "planned_place"):
            fact = getattr(meeting, name)
            paragraph = reading.paragraph(fact.paragraph) if fact else None
            if fact and paragraph:
                at: Place = ("meetings", i, name, "name", "en")
                yield from _absent_names(reading, at, fact.name.en, plain_marks(paragraph.text))


def _english(reading: Reading, place: Place, statement: Statement, text: str, derived: str) -> Iterator[Fault]:
    gist = plain_marks(statement.gist.en)
    if HANGUL.search(gist):
        yield reading.fault(place, "is not in English")
    if _is_tentative(reading, statement) and not any(
        find_all(word, gist) for word in reading.vocabulary.grammar.tentative
    ):
        yield reading.fault(place, MORE_THAN_A_LOOK)
    yield from _absent_numbers(reading, place, gist, text, derived)
    yield from _absent_names(reading, place, gist, f"{text} {derived}")
    for form in sorted({hit.printed for hit in reading.lexicon.verbs.hits(gist) if not hit.gap}):
        if not find_all(form, text):
            yield reading.fault(place, f"the gist says {form!r}, which ¶{statement.paragraph} does not")
    if statement.verb and re.match(rf"{re.escape(plain_marks(statement.verb))}\b", gist, re.IGNORECASE):
        yield reading.fault(place, f"the gist goes on after the verb; leave out {statement.verb!r}")
    negations = reading.vocabulary.grammar.negations
    said = gist if statement.act is Act.BACKGROUND else f"{gist} {statement.verb}"
    lost = find_each(negations, statement.quote)
    if lost and not find_each(negations, said):
        yield reading.fault(place, f"the gist loses the {lost[0].printed!r} of the quote")


def _is_tentative(reading: Reading, statement: Statement) -> bool:
    """Whether an outcome is only to look, not to do: "agreed to explore"."""
    return statement.act.is_outcome and any(
        find_all(f"to {word}", statement.quote) for word in reading.vocabulary.grammar.tentative
    )


def _korean(reading: Reading, place: Place, statement: Statement, text: str, derived: str) -> Iterator[Fault]:
    gist = plain_marks(statement.gist.ko)
    grammar = reading.vocabulary.grammar
    if not HANGUL.search(gist):
        yield reading.fault(place, "is not in Korean")
    if _is_tentative(reading, statement) and not any(word in gist for word in grammar.tentative_ko):
        yield reading.fault(place, MORE_THAN_A_LOOK)
    negated = find_each(grammar.negations, statement.quote)
    by_verb = find_each(grammar.negations, statement.verb) and statement.act is not Act.BACKGROUND
    if negated and not by_verb and not any(word in gist for word in grammar.negations_ko):
        yield reading.fault(place, "the gist loses the negation of the quote")
    yield from _absent_numbers(reading, place, gist, text, derived)
    known = text.casefold()
    for word in LATIN.findall(gist):
        if word.casefold() not in known:
            yield reading.fault(place, f"{word!r} does not stand in ¶{statement.paragraph}")
    named = reading.parties_by_paragraph[statement.paragraph]
    for name, party in _korean_parties(reading, gist):
        if party not in named:
            yield reading.fault(place, f"{name!r} is {party}, which ¶{statement.paragraph} does not name")
    for name, person in reading.lexicon.korean_people:
        if name in gist and person.id not in _people_in(reading, text):
            yield reading.fault(place, f"{name!r} is {person.name}, whom ¶{statement.paragraph} does not name")


def _people_in(reading: Reading, text: str) -> set[PersonId]:
    people = {p.person for p in reading.release.participants if p.person and find_all(p.printed, text)}
    return people | {s.person for s in reading.release.speakers if s.person and find_all(s.label, text)}


def _korean_parties(reading: Reading, gist: str) -> Iterator[tuple[str, str]]:
    """Parties named in a Korean text, longest names first, each stretch of text read once."""
    rest = gist
    for name, party in reading.lexicon.korean_parties:
        if name in rest:
            rest = rest.replace(name, " ")
            yield name, party


def _absent_numbers(reading: Reading, place: Place, gist: str, text: str, derived: str) -> Iterator[Fault]:
    for number in absent_numbers(gist, f"{text} {derived}"):
        yield reading.fault(place, f"the number {number} is not in the paragraph; print it or add it to `derived`")


def _absent_names(reading: Reading, place: Place, gist: str, text: str) -> Iterator[Fault]:
    known = text.casefold()
    for match in NAME.finditer(gist):
        name = match[0].removesuffix("'s").strip("'-")
        stands = re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", known)
        if not stands:
            yield reading.fault(place, f"the name {name!r} is not in the paragraph")
