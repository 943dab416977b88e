"""Other meetings than those that the releases are about: a summit to come, the foreign ministers' meeting."""

from __future__ import annotations

import re

from bot.answers.answer import Answer
from bot.answers.asking.claimed import denied
from bot.answers.asking.evidence import content_of, with_words
from bot.answers.asking.facts import which_session
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked, ends_with_a_kind
from bot.answers.asking.releases import releases_of, session_of
from bot.answers.asking.spelling import is_hangul, without_particles, words_of
from bot.answers.asking.verdicts import made, unheard
from bot.answers.claims import Verdict
from bot.library.library import Library
from bot.library.numbers import ordinals_in
from bot.model.release import Release

OF_A_MEETING = ("held", "attended", "going", "format", "virtual", "chaired", "led", "published")
"""Cues that ask of the meeting itself where it was."""
PAST_ANYWHERE = re.compile(r"\b(?:was|were|did|had|been)\b")
PAST = re.compile(r"^(?:so |and |but )?(?:was|were|did|has|have|had)\b|(?:했|였|렸|됐|되었)(?:나|어|습|는|지|죠|던|을)")


def is_elsewhere(asked: Asked, library: Library) -> bool:
    """Whether a question is about a meeting of a kind that no release here is about."""
    if is_of_no_session(asked, library):
        return True
    named = _named(asked, library)
    return bool(named) and not any(_is_of(r, phrase) for r in releases_of(asked, library) for phrase in named)


def no_other_place(asked: Asked, library: Library) -> bool:
    """Not where something else is than a meeting: "where is the capital of Sarn?", "수도가 어디야?"."""
    if asked.mood is not Mood.OPEN or asked.days or asked.has(*OF_A_MEETING):
        return True
    if asked.has("identity") and any(p.is_a(Sort.PERSON) for p in asked.pieces):
        return False  # "where does she belong?"
    met = any(p.is_a(Sort.KIND, Sort.MEETING) for p in asked.pieces)
    strange = [p for p in content_of(asked, library) if p.is_a(Sort.REST) or p.is_a(Sort.TOPIC)]
    return met or not strange


def is_to_come(asked: Asked, library: Library) -> bool:
    """Whether it is asked where or when a meeting that no release is about, but some speaks of as to come, will be."""
    topic = library.vocabulary.asking.follow_up_topic
    tense = PAST if is_hangul(asked.text) else PAST_ANYWHERE
    if asked.mood is not Mood.OPEN or tense.search(asked.text.lower()):
        return False
    named = _named(asked, library) if is_elsewhere(asked, library) else ()
    pieces = tuple(p for p in asked.pieces if any(word in phrase.split() for phrase in named for word in _words(p)))
    pieces = pieces or tuple(p for p in asked.pieces if _is_strange_meeting(p, asked, library))
    found = with_words(library, pieces, releases_of(asked, library)) if pieces else ()
    return any(topic in s.topics for f in found for s in f.statements)


def _is_strange_meeting(piece: Piece, asked: Asked, library: Library) -> bool:
    """Whether a piece names a meeting by more than its kind, and no release has that in its own meeting's name."""
    particles = library.vocabulary.asking.particles
    if piece.is_a(Sort.KIND, Sort.MEETING) or not ends_with_a_kind(piece, particles):
        return False
    forms = without_particles(" ".join(_words(piece)), particles)
    return not any(_is_of(release, form) for release in asked.within for form in forms)


def is_of_no_session(asked: Asked, library: Library) -> bool:
    """Whether a question is about a session of a number that no release's title has."""
    number = session_of(asked, library)
    return number is not None and not any(number in ordinals_in(r.title) for r in asked.within)


def is_unheard_of(asked: Asked, library: Library) -> bool:
    """Whether no statement has a word of that session either."""
    ordinals = tuple(p for p in asked.pieces if any(ordinals_in(word.text) for word in p.words))
    return is_of_no_session(asked, library) and not with_words(
        library, ordinals, releases_of(asked, library, by_day=False)
    )


def elsewhere(asked: Asked, library: Library) -> Answer:
    """What is said of another meeting; that it took place, or more than is printed of it, is denied."""
    named = (*_named(asked, library), *_ordinals(asked, library))
    pieces = tuple(p for p in asked.pieces if any(word in phrase.split() for phrase in named for word in _words(p)))
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.CUE) and p not in pieces)
    releases = releases_of(asked, library)
    claims = asked.mood is Mood.CLAIM
    if claims and PAST.search(asked.text.lower()):
        return denied(asked, library, (*pieces, *content))
    found = with_words(library, (*pieces, *content), releases) or (
        () if claims else with_words(library, pieces, releases)
    )
    if found:
        return made(asked, library, Verdict.FOUND, found[0])
    if is_of_no_session(asked, library) and not asked.has("when", "where", "held", "planned"):
        return which_session(asked, library)
    if asked.mood is Mood.OPEN:
        return unheard(asked, library, (*pieces, *content))
    return denied(asked, library, (*pieces, *content))


def _named(asked: Asked, library: Library) -> tuple[str, ...]:
    text = " ".join(word.stem for word in words_of(asked.text))
    phrases = ((p, " ".join(word.stem for word in words_of(p))) for p in library.vocabulary.asking.other_meetings.all())
    return tuple(
        stems
        for phrase, stems in phrases
        if (stems.replace(" ", "") in text.replace(" ", "") if is_hangul(phrase) else f" {stems} " in f" {text} ")
    )


def _ordinals(asked: Asked, library: Library) -> tuple[str, ...]:
    """The words of the session's number."""
    if not is_of_no_session(asked, library):
        return ()
    number = str(session_of(asked, library))
    return tuple(w.stem for p in asked.pieces for w in p.words if ordinals_in(w.text) or w.text == number)


def _words(piece: Piece) -> tuple[str, ...]:
    return tuple(word.stem for word in piece.words)


def _is_of(release: Release, stems: str) -> bool:
    names = " ".join(f"{release.title} {m.series.replace('-', ' ')} {m.name.en} {m.name.ko}" for m in release.meetings)
    own = {word.stem for word in words_of(names)}
    compact = "".join(names.split())
    return all(word in own or (is_hangul(word) and word in compact) for word in stems.split())
