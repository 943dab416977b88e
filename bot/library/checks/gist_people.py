"""The people and places of a Korean gist: those named in its quote, with the rank printed there, none turned round.

Who has no Korean name in people.yaml is known by the sound: "Hallin" is 할린.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.checks.office import LOWER, LOWER_KO
from bot.library.clauses import find_each
from bot.library.numbers import MONTHS
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.library.sounds import heard_in
from bot.model.speech_acts import Grammar, Kept
from bot.model.value import PersonId
from bot.model.vocabulary import Person

CAPITAL = re.compile(r"[A-Z][\w'-]*")
BEFORE_NAME = re.compile(r"(?:(?:[A-Z][\w'-]*|of|for|the|and|to)\s)*$")
"""The office printed before a name, and the rest of the name."""
PLACE = re.compile(r"\b(?:in|at|from|near|to) ((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]{3,})(?![\w'-]| [A-Z])")
"""A place: a name without an article after such a word."""
PARTICLES = "(?:께서|에게|으로|이|가|은|는|을|를|와|과|의|도|에)?"
SUBJECT = re.compile(r"(?:이|가|은|는|께서)(?![가-힣])")
OBJECT = re.compile(r"(?:을|를|에게)(?![가-힣])")
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|by|and)\b")
MONTH_NAMES = frozenset(month.title() for month in MONTHS)
PAIR = re.compile(r"\b(?:two|both) ((?:[A-Za-z-]+ ){0,2}[A-Za-z-]+)", re.IGNORECASE)
PAIR_KO = re.compile(r"(?<![가-힣])(?:두|양|양국|양측) ?(?:외교|국방|통상|경제|재무)?(장관|차관|정상|국장)(?!급|회)")


class Named(NamedTuple):
    """A person whom the quote names: where there, and where in the Korean gist, if there at all."""

    person: Person
    """Of several whom a name may mean, one."""
    name: str
    at: int
    found: tuple[int, int] | None


def people_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """People and places of the quote that a Korean gist has not, with another rank, or in each other's part."""
    english = plain_marks(gist.statement.quote) if gist.is_background else gist.after
    korean = f"{gist.own} {gist.added}"
    kept = frozenset(CAPITAL.findall(plain_marks(gist.statement.gist.en))) if gist.is_background else None
    named = tuple(_named(reading, english, korean, kept))
    for who in named:
        if who.found is None:
            absent = f"the gist does not name {who.name}, whom the quote names"
            yield reading.fault(gist.place, f"{absent}; write the name as in people.yaml, or as it sounds")
        elif message := _rank_fault(reading, english, who, korean):
            yield reading.fault(gist.place, message)
    for one, other in permutations(named, 2):
        if one.at < other.at and _are_turned(reading, english[one.at : other.at], one, other, korean):
            turned = f"in the gist {other.name} does it to {one.name}"
            yield reading.fault(gist.place, f"{turned}; keep who does it, and to whom")
    yield from _strangers(reading, gist)
    yield from _pair_faults(reading, gist)
    yield from _place_faults(reading, gist, english, korean)


def _named(reading: Reading, english: str, korean: str, kept: frozenset[str] | None) -> Iterator[Named]:
    """The people whom an English text names; with ``kept`` only those who are called by one of these words."""
    called = reading.lexicon.people_called
    seen: set[PersonId] = set()
    for match in CAPITAL.finditer(english):
        name = match[0].removesuffix("'s")
        if name not in called or name in MONTH_NAMES or (kept is not None and match[0] not in kept):
            continue
        if (person := _meant(reading, name, english)) and person.id not in seen:
            seen.add(person.id)
            yield Named(person, name, match.start(), _in_korean(person, name, korean))


def _meant(reading: Reading, name: str, english: str) -> Person | None:
    """The person whom a name means here: one of the release's own, or one whose whole name stands there."""
    people = reading.lexicon.people_called[name]
    own = {who.person for who in reading.release.participants} | {each.person for each in reading.release.speakers}
    known = [person for person in people if person.id in own] or [each for each in people if each.name in english]
    return known[0] if known else None


def _in_korean(person: Person, name: str, korean: str) -> tuple[int, int] | None:
    """Where a Korean text names a person: as people.yaml has the name, or as it sounds."""
    names = (*((person.other_script.name,) if person.other_script else ()), *person.aliases.ko)
    for known in names:
        if (at := korean.find(known)) >= 0:
            return at, at + len(known)
    if person.other_script:
        return None
    return heard_in(name.casefold(), korean)


def _rank_fault(reading: Reading, english: str, who: Named, korean: str) -> str | None:
    """A rank right behind somebody's name in Korean that is another than the one printed before it."""
    before = BEFORE_NAME.search(english[: who.at])
    printed = before[0].rpartition("and ")[2] if before else ""
    ranks = _ranks(reading.vocabulary.grammar)
    wanted = _korean_ranks(ranks, printed)
    shown = _rank_behind(ranks).match(korean, who.found[1]) if who.found and wanted else None
    if shown is None:
        return None
    lower, lower_ko = LOWER.search(printed) is not None, LOWER_KO.search(shown[0]) is not None
    if lower == lower_ko and (shown[1] in wanted or lower):
        return None
    return f"{who.name} is {printed.strip()!r} in the quote, and {shown[0].strip()!r} in the gist; keep the rank"


def _ranks(grammar: Grammar) -> tuple[Kept, ...]:
    return (*grammar.titles, *grammar.ranks)


def _korean_ranks(ranks: tuple[Kept, ...], office: str) -> tuple[str, ...]:
    """The Korean ranks of an office: those of the longest rank in it that comes last."""
    found = [
        (hit.end, hit.end - hit.start, row.ko) for row in ranks for hit in find_each(row.en, office.replace("-", " "))
    ]
    if not found:
        return ()
    end, size, _ = max(found, key=lambda each: each[:2])
    return tuple(dict.fromkeys(word for at, length, ko in found if (at, length) == (end, size) for word in ko))


@lru_cache(maxsize=4)
def _rank_behind(ranks: tuple[Kept, ...]) -> re.Pattern[str]:
    """A pattern for a Korean rank behind a name, with what it is of: "단테스 메로 외교장관"."""
    words = "|".join(sorted({word for row in ranks for word in row.ko if len(word) > 1}, key=len, reverse=True))
    return re.compile(rf" (?:[가-힣]+ ){{0,3}}?[가-힣]*?({words})(?:님|들)?(?={PARTICLES}(?![가-힣]))")


def _are_turned(reading: Reading, between: str, one: Named, other: Named, korean: str) -> bool:
    """Whether the first of two people in an active sentence is the one to whom it is done in Korean."""
    if one.found is None or other.found is None or PASSIVE.search(between):
        return False
    (_, first), (_, second) = one.found, other.found
    return _marked(reading, korean, first, OBJECT) and _marked(reading, korean, second, SUBJECT)


def _marked(reading: Reading, korean: str, end: int, particle: re.Pattern[str]) -> bool:
    """Whether a name, with the office behind it, has such a particle."""
    behind = _rank_behind(_ranks(reading.vocabulary.grammar)).match(korean, end)
    return particle.match(korean, behind.end() if behind else end) is not None


def _strangers(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """People of the release whom a gist calls by name and rank, and the quote does not name."""
    quote = plain_marks(gist.statement.quote)
    behind = _rank_behind(_ranks(reading.vocabulary.grammar))
    if not behind.search(gist.own):
        return
    people = reading.vocabulary.people
    for who in reading.release.participants:
        person = people.get(who.person) if who.person else None
        if person is None:
            continue
        name = person.family_name or person.name.split()[-1]
        if name in quote or who.printed in quote:
            continue
        found = _in_korean(person, name, gist.own)
        if found and (not found[0] or gist.own[found[0] - 1] == " ") and behind.match(gist.own, found[1]):
            shown = gist.own[found[0] : found[1]]
            yield reading.fault(gist.place, f"{shown!r} is {person.name}, whom the quote does not name")


def _pair_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Two of one rank who are of another in Korean: "the two Ministers" as 두 정상."""
    if not (shown := PAIR_KO.search(gist.own)):
        return
    printed = PAIR.search(plain_marks(gist.statement.quote))
    levels = reading.vocabulary.grammar.meeting_levels
    found = next((row.ko for row in levels if printed and find_each(row.en, printed[1].title())), ())
    if found and shown[1] not in found:
        yield reading.fault(gist.place, f"{shown[0]!r}: the quote has {printed[0] if printed else ''!r}; keep the rank")


def _place_faults(reading: Reading, gist: Gist, english: str, korean: str) -> Iterator[Fault]:
    """Names of places that the gist leaves out, or has others for."""
    lexicon = reading.lexicon
    for match in PLACE.finditer(english):
        name = match[1].split()[-1]
        known = (
            reading.parties_in(match[1])
            or lexicon.dictionary.english(name)
            or lexicon.dictionary.english(f"a {name.casefold()}")
            or any(hit.start == 0 for hit in lexicon.narrowing.apart(name))
            or name in lexicon.people_called
        )
        if known or name in MONTH_NAMES or name in korean or heard_in(name.casefold(), korean):
            continue
        message = (
            f"the gist does not name {match[1]!r}, which the quote names; write it as it sounds, or give its Korean "
            "name in renderings.yaml"
        )
        yield reading.fault(gist.place, message)
