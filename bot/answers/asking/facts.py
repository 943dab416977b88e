"""When, where, how, how often: questions that the facts of a meeting answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import not_held
from bot.answers.asking.dates import Day, is_of
from bot.answers.asking.evidence import about
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import is_of_a_number, releases_of
from bot.answers.asking.spelling import is_hangul, words_of
from bot.answers.asking.verdicts import unheard
from bot.answers.meeting_facts import Fact, MeetingFact
from bot.library.library import Library
from bot.library.numbers import ordinals_in
from bot.model.asking import Level
from bot.model.question import Kind, Question
from bot.model.release import Place, Release, Statement
from bot.model.speech_acts import Act

FORMATS = ("virtual", "in_person", "phone", "hybrid")
"""Formats of a meeting; each is a cue of the same name."""
NARRATED_MOST = 3
BEFORE_A_PLACE = ("in", "at", "on", "to", "from", "near", "around", "outside", "the")
NO_PLACE = ("virtual", "phone")


def when_held(asked: Asked, library: Library) -> Answer:
    """When a meeting was held; with a day, whether it was on that."""
    release = _release(asked, library, lambda r: any(m.held for m in r.meetings))
    if release is None:
        return unheard(asked, library, ())
    claims = len(asked.days) == 1 and (asked.mood is Mood.CLAIM or not asked.has("when"))
    claimed = asked.days[0] if claims else None
    if claimed is None and len(asked.days) <= 1 and (other := _day_of_no_release(asked)):
        return _undated(asked, library, other)
    if claimed is None:
        held = any(m.held for m in release.meetings)
        return _fact(asked, library, release, Fact.HELD, outcome=Outcome.ANSWERED if held else Outcome.NOT_STATED)
    days = release.held_days
    holds = any(claimed.fits(day) for day in days)
    return _fact(asked, library, release, Fact.HELD, claimed=claimed.typed, holds=holds)


def when_published(asked: Asked, library: Library) -> Answer:
    """When a release came out; with a day, whether it was on that."""
    release = _release(asked, library, lambda _: True)
    if release is None:
        return unheard(asked, library, ())
    claimed = asked.days[0] if asked.days and asked.mood is Mood.CLAIM else None
    holds = claimed.fits(release.published) if claimed else None
    typed = claimed.typed if claimed else ""
    return _fact(asked, library, release, Fact.PUBLISHED, claimed=typed, holds=holds)


def where(asked: Asked, library: Library) -> Answer:
    """Where a meeting was held; with a place, whether it was there. A place that was only planned is none."""
    release = _release(asked, library, lambda r: any(m.place or m.planned_place or m.format for m in r.meetings))
    if release is None:
        return unheard(asked, library, ())
    claimed = places_in(asked)
    if claimed or (asked.mood is not Mood.OPEN and asked.has("going")):
        typed = " ".join(p.text for p in claimed)
        held = any(m.place and _is_place(library, m.place, claimed) for m in release.meetings)
        planned = any(m.planned_place and _is_place(library, m.planned_place, claimed) for m in release.meetings)
        if asked.has("planned") and planned:
            return _fact(asked, library, release, Fact.PLANNED, claimed=typed, holds=True)
        return _fact(asked, library, release, Fact.PLACE, claimed=typed, holds=held)
    if other := _day_of_no_release(asked):
        return _undated(asked, library, other)
    known = any(m.place or (m.format and m.format.is_ in NO_PLACE) for m in release.meetings)
    planned = any(m.planned_place for m in release.meetings)
    stated = known or (planned and asked.has("planned"))
    return _fact(asked, library, release, Fact.PLACE, outcome=Outcome.ANSWERED if stated else Outcome.NOT_STATED)


def _day_of_no_release(asked: Asked) -> Day | None:
    """A day, month or year that a question gives the meeting, and of which there is no release."""
    return next((day for day in asked.days if not any(is_of(r, day) for r in asked.within)), None)


def _undated(asked: Asked, library: Library, day: Day) -> Answer:
    command = Question("release", {"release": day.typed}, asked.locale)
    return not_held(replace(asked.question, amounts_to=command), library, Kind.RELEASE, day.typed)


def places_in(asked: Asked) -> tuple[Piece, ...]:
    """The pieces that may name a place: parties and words that nothing explains."""
    sorts = (Sort.REST, Sort.PARTY, Sort.TOPIC)
    pieces = tuple(
        p
        for before, p in zip((None, *asked.pieces), asked.pieces, strict=False)
        if p.is_a(*sorts) and not p.is_a(Sort.CUE, Sort.ISSUER, Sort.GLUE, Sort.KIND) and _may_be_a_place(p, before)
    )
    if asked.mood is not Mood.OPEN:
        return pieces
    after = asked.text.partition("?")[2].lower()
    return tuple(p for p in pieces if p.text in after)


def _may_be_a_place(piece: Piece, before: Piece | None) -> bool:
    """Whether an unknown English word stands where a place would; all others may name one."""
    if not piece.is_a(Sort.REST) or is_hangul(piece.text):
        return True
    return before is not None and (before.text in BEFORE_A_PLACE or before.is_a(Sort.REST, Sort.CUE))


def _is_place(library: Library, place: Place, claimed: tuple[Piece, ...]) -> bool:
    """Whether the words of a question name a place, whole or in part, or as the party that it is."""
    names = {word.stem for text in (place.name.en, place.name.ko) for word in words_of(text)}
    parts = [{w.stem for w in words_of(part)} for text in (place.name.en, place.name.ko) for part in text.split(",")]
    party = library.names(Kind.SIDE).exact(place.name.en)
    compact = "".join(place.name.ko.split())
    typed = "".join(word.text for p in claimed for word in p.words)
    cities = {n.casefold() for nick in library.vocabulary.asking.nicknames for n in nick.all()}

    def is_the_party(piece: Piece) -> bool:
        """Whether it is named as a whole: "Seoul" is less than the party."""
        return bool(party) and party[0] in piece.ids(Sort.PARTY) and piece.text not in cities

    def is_named(piece: Piece) -> bool:
        own = {w.stem for w in piece.words}
        if piece.is_a(Sort.PARTY) and piece.text not in cities:
            return own in parts or is_the_party(piece)  # "Sorrel" is not "Port Sorrel"
        return own <= names

    named = all(is_named(p) for p in claimed)
    return bool(claimed) and (named or (is_hangul(typed) and _is_in(typed, compact, claimed)))


def _is_in(typed: str, place: str, claimed: tuple[Piece, ...]) -> bool:
    """Whether Korean words stand in the name of a place; a party alone must be all of it."""
    return typed in place if not all(p.is_a(Sort.PARTY) for p in claimed) else typed == place


def how_held(asked: Asked, library: Library) -> Answer:
    """In which format a meeting was held; with a format, whether it was that."""
    release = _release(asked, library, lambda r: any(m.format for m in r.meetings))
    if release is None:
        return unheard(asked, library, ())
    claimed = [form for form in FORMATS if asked.has(form)]
    known = {m.format.is_ for m in release.meetings if m.format}
    shown = _reasons(release) if asked.mood is Mood.WHY else ()
    if not known:
        return _fact(asked, library, release, Fact.FORMAT, outcome=Outcome.NOT_STATED)
    premised = asked.mood is Mood.WHY and (asked.negated or (claimed and claimed[0] in known))
    if len(claimed) == 1 and asked.mood is not Mood.OPEN and not premised:
        return _fact(asked, library, release, Fact.FORMAT, claimed=claimed[0], holds=claimed[0] in known, shown=shown)
    return _fact(asked, library, release, Fact.FORMAT, shown=shown)


def _reasons(release: Release) -> tuple[Statement, ...]:
    """The narrator's sentences that print the format: there the reason stands, if anywhere."""
    printed = [m.format.quote for m in release.meetings if m.format]
    return tuple(s for s in release.statements if s.act is Act.BACKGROUND and any(q in s.quote for q in printed))


def how_often(asked: Asked, library: Library) -> Answer:
    """How often a meeting is held, in the narrator's words."""
    return _narrated(asked, library, Fact.FREQUENCY)


def at_what_level(asked: Asked, library: Library) -> Answer:
    """Who meets at which level, in the narrator's words; with a level, whether they say that."""
    fact = _narrated(asked, library, Fact.LEVEL)
    claimed = _levels(asked.text, library, lambda level: level.all())
    if asked.mood is not Mood.CLAIM or not claimed or not isinstance(fact, MeetingFact) or not fact.shown:
        return fact
    shown = _levels(" ".join(s.quote for s in fact.shown), library, lambda level: level.printed)
    return fact if claimed <= shown else replace(fact, outcome=Outcome.DENIED, holds=False)


def _levels(text: str, library: Library, words: Callable[[Level], Iterable[str]]) -> frozenset[int]:
    """Which levels a text names, by their place in questions.yaml; a longer phrase hides what is in it."""
    levels = library.vocabulary.asking.levels
    phrases = sorted(((word, n) for n, level in enumerate(levels) for word in words(level)), key=lambda p: -len(p[0]))
    found: set[int] = set()
    rest = f" {text.lower()} "
    for phrase, number in phrases:
        pattern = re.escape(phrase) if is_hangul(phrase) else rf"(?<![\w-]){re.escape(phrase)}(?![\w-])"
        if re.search(pattern, rest):
            found.add(number)
            rest = re.sub(pattern, " ", rest)
    return frozenset(found)


def _narrated(asked: Asked, library: Library, fact: Fact) -> Answer:
    words = [re.escape(word) for word in library.vocabulary.asking.facts[fact.value]]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    releases = releases_of(asked, library)
    for release in releases:
        shown = tuple(
            s for s in release.statements if s.act is Act.BACKGROUND and pattern.search(s.quote) and not _is_future(s)
        )
        if shown:
            return _fact(asked, library, release, fact, shown=shown[:NARRATED_MOST])
    if not releases:
        return unheard(asked, library, ())
    return _fact(asked, library, releases[0], fact, outcome=Outcome.NOT_STATED)


def _is_future(statement: Statement) -> bool:
    return statement.verb.startswith(("will", "is expected", "took office"))


def which_session(asked: Asked, library: Library) -> Answer:
    """The number of a session, where the title prints one; none is worked out."""
    releases = releases_of(asked, library)
    if not releases:
        return unheard(asked, library, ())
    numbered = next((r for r in releases if ordinals_in(r.title)), None)
    if numbered is None:
        return _fact(asked, library, releases[0], Fact.SESSION, outcome=Outcome.NOT_STATED)
    claimed = ordinals_in(asked.text)
    holds = bool(claimed & ordinals_in(numbered.title)) if claimed and asked.mood is not Mood.OPEN else None
    return _fact(asked, library, numbered, Fact.SESSION, holds=holds)


def claims_session(asked: Asked, content: tuple[Piece, ...]) -> bool:
    """Whether a question numbers the session, and in its content nothing is beside that: "the 24th dialogue"."""
    numbers = ordinals_in(asked.text) & ordinals_in(asked.without_days)
    return bool(numbers) and not any(p.is_a(Sort.REST) and not is_of_a_number(p) for p in content)


def _release(asked: Asked, library: Library, has: Callable[[Release], bool]) -> Release | None:
    """The newest release that has the fact; one of the parties' own where the question names them."""
    dated = asked.mood is Mood.CLAIM or not asked.has("when")
    releases = releases_of(asked, library, by_day=not dated) or releases_of(asked, library)
    parties = {id_ for p in asked.pieces if not p.is_a(Sort.TOPIC) for id_ in p.ids(Sort.PARTY)}
    of_parties = [r for r in releases if parties and any(parties <= set(m.sides) for m in r.meetings)]
    people = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)[:1]}
    of_people = [r for r in releases if people and people <= {p.person for p in r.participants}]
    for among in (of_people, of_parties, releases):
        found = next((r for r in among if has(r)), None)
        if found:
            return found
    return next(iter(of_people or of_parties or releases), None)


def _fact(
    asked: Asked,
    library: Library,
    release: Release,
    fact: Fact,
    *,
    claimed: str = "",
    holds: bool | None = None,
    shown: tuple[Statement, ...] = (),
    outcome: Outcome | None = None,
) -> MeetingFact:
    command = Question("release", {"release": release.id} if library.number() > 1 else {}, asked.locale)
    question = replace(asked.question, amounts_to=command)
    if outcome is None:
        outcome = Outcome.DENIED if holds is False else Outcome.ANSWERED
    return MeetingFact(question, outcome, about(library, release), fact, claimed, holds, shown)
