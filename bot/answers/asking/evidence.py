"""Which releases, topics and statements a question is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.answer import About
from bot.answers.asking.bearing import has_phrase, has_word, names_party, printed
from bot.answers.asking.dates import is_of, session_in
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked, Mood
from bot.answers.asking.spelling import Word, is_hangul, without_particles, words_of
from bot.library.index.documents import words_of as said_in
from bot.library.library import Library
from bot.library.numbers import ordinals_in
from bot.library.words import key, uses
from bot.model.release import Release, Statement
from bot.model.value import TopicId

CONTENT = (Sort.TOPIC, Sort.PARTY, Sort.PERSON, Sort.ACT, Sort.CUE, Sort.REST)
UNSAYING_CUES = frozenset(
    {"said", "mentioned", "reason", "says", "when", "overview", "quantity", "compare", "shared", "reply", "named"}
    | {"conditions", "identity", "disagreement"}
)
"""Cues that say what is wanted and nothing of its content."""


@dataclass(frozen=True)
class Found:
    """Statements of one release."""

    release: Release
    statements: tuple[Statement, ...]


def releases_of(asked: Asked, library: Library, *, by_day: bool = True) -> tuple[Release, ...]:
    """The releases that a question can be about, newest first: by id, issuer, meeting and day, where it names them."""
    every = asked.within
    if asked.release_ids:
        return tuple(r for r in every if r.id in asked.release_ids)
    issuers = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.ISSUER)}
    series = {id_ for piece in asked.pieces for id_ in piece.ids(Sort.MEETING)}
    if issuers:
        every = tuple(r for r in every if r.issuer in issuers)
    if series:
        every = tuple(r for r in every if series & {m.series for m in r.meetings})
    if not series and (kinds := asked.kinds()):
        every = tuple(r for r in every if _is_of_kind(r, kinds)) or every
    number = session_of(asked, library)
    if number is not None:
        every = tuple(r for r in every if number in ordinals_in(r.title)) or every
    for day in asked.days if by_day else ():
        if not day.bound and any(is_of(r, day) for r in asked.within):
            every = tuple(r for r in every if is_of(r, day))
    return every


def session_of(asked: Asked, library: Library) -> int | None:
    """The number of the session that a question is about."""
    return session_in(asked.without_days, (*library.vocabulary.asking.meetings.en, "session", "round", "edition"))


def _is_of_kind(release: Release, kinds: frozenset[str]) -> bool:
    names = " ".join(f"{m.series.replace('-', ' ')} {m.name.en} {m.name.ko}".lower() for m in release.meetings)
    return any((kind in names) if is_hangul(kind) else (kind in names.split()) for kind in kinds)


def numbers_left(asked: Asked) -> tuple[Word, ...]:
    """The numbers of dates that are of no release: they belong to what was asked."""
    strange = (day for day in asked.days if day.bound or not any(is_of(r, day) for r in asked.within))
    return tuple(word for day in strange for word in day.words)


def topics_of(asked: Asked, library: Library) -> tuple[TopicId, ...]:
    """The topics that a question names; those that say little count only where there is no other."""
    found = tuple(
        dict.fromkeys(id_ for piece in asked.pieces if is_topic(asked, piece) for id_ in piece.ids(Sort.TOPIC))
    )
    narrow = tuple(id_ for id_ in found if id_ not in library.vocabulary.asking.broad_topics)
    return narrow or found


def is_topic(asked: Asked, piece: Piece) -> bool:
    """Whether a piece names a topic here: a state that is also one may be the one who speaks."""
    parties = piece.ids(Sort.PARTY)
    return piece.is_a(Sort.TOPIC) and not (parties and parties[0] in asked.subjects)


def content_of(asked: Asked, library: Library, *, without: Iterable[Piece] = ()) -> tuple[Piece, ...]:
    """The pieces that say what a question is about: not its subjects, its cue, or words that only join."""
    dropped = tuple(without)
    unsaying = UNSAYING_CUES | ({"attended"} if asked.has("mentioned") else set())  # "얘기 나왔나요?"
    unsaying |= {"where"} if asked.acts and asked.mood is Mood.OPEN else set()  # "where did they agree to meet?"
    found: list[Piece] = []
    for piece in asked.pieces:
        if asked.mood is Mood.CLAIM and piece.is_a(Sort.WEIGHTY) and not asked.is_the_text(piece):
            found.append(piece)
            continue
        if piece in dropped or piece.is_bare_glue or not piece.is_a(*CONTENT):
            continue
        if piece.is_a(Sort.JOINT, Sort.JOINTLY, Sort.ANYONE, Sort.ALONE) and not piece.is_a(Sort.TOPIC):
            continue
        if piece.is_a(Sort.PARTY) and piece.ids(Sort.PARTY)[0] in asked.subjects:
            continue
        if piece.is_a(Sort.PERSON) and set(piece.ids(Sort.PERSON)) & set(asked.people):
            continue
        cues = piece.ids(Sort.CUE)
        beside_a_verb = asked.mood is Mood.CLAIM and bool(asked.acts) and "said" in cues and "says" not in cues
        if cues and not piece.is_a(Sort.ACT, Sort.TOPIC) and set(cues) <= unsaying and not beside_a_verb:
            continue
        broad = set(piece.ids(Sort.TOPIC)) <= set(library.vocabulary.asking.broad_topics)
        if piece.is_a(Sort.GLUE) and piece.is_a(Sort.TOPIC) and broad:
            continue
        if piece.is_a(Sort.GLUE) and not piece.is_a(Sort.TOPIC, Sort.PARTY, Sort.PERSON, Sort.ACT):
            continue
        found.append(piece)
    return tuple(found)


def unread_names(asked: Asked, library: Library) -> tuple[Piece, ...]:
    """Korean names, as they stand before a title, that no list of people has."""
    titles = library.vocabulary.asking.titles.ko
    return tuple(
        piece
        for piece, title in pairwise(asked.pieces)
        if title.text in titles and piece.is_a(Sort.REST) and is_hangul(piece.text) and piece.text not in titles
    )


def covers(library: Library, statement: Statement, piece: Piece, *, loosely: bool = False) -> bool:
    """Whether a statement speaks of what a piece names."""
    vocabulary = library.vocabulary
    if piece.is_a(Sort.PARTY) and any(names_party(statement, id_, vocabulary) for id_ in piece.ids(Sort.PARTY)):
        return True
    people = piece.ids(Sort.PERSON)
    if any(_names_person(library, statement, id_, as_speaker=loosely) for id_ in people):
        return True
    if loosely and any(vocabulary.people[id_].party in statement.addressee for id_ in people):
        return True
    if has_phrase(statement, piece.words, vocabulary.asking):
        return True
    own = _own_words(library, statement, piece)
    forms = library.vocabulary.asking.particles
    return all(
        own & set(without_particles(word.stem, forms)) or has_word(statement, word, vocabulary.asking, loosely=loosely)
        for word in piece.words
    )


def _own_words(library: Library, statement: Statement, piece: Piece) -> frozenset[str]:
    """Words of the piece that are the name of a topic which the statement is filed under."""
    found: set[str] = set()
    for id_ in piece.ids(Sort.TOPIC):
        if library.vocabulary.topic_and_below(id_) & set(statement.topics):
            name = library.vocabulary.topics[id_].name
            for text in (id_, name.en, name.ko):
                words = words_of(text)
                particles = library.vocabulary.asking.particles
                found.update(form for word in words for form in without_particles(word.stem, particles))
                found.add("".join(word.text for word in words))
    return frozenset(found)


def _names_person(library: Library, statement: Statement, person: str, *, as_speaker: bool) -> bool:
    known = library.vocabulary.people[person]
    names = {known.family_name or known.name, known.name}
    english = printed(statement).english
    if as_speaker:
        english += f"{' '.join(w.stem for w in words_of(statement.refers_to or statement.speaker or ''))} "
    return any(f" {' '.join(w.stem for w in words_of(name))} " in english for name in names)


def is_narrower(library: Library, topic: TopicId, piece: Piece) -> bool:
    """Whether a piece names only a part of a topic."""
    parts = library.vocabulary.topics[topic].narrower.all()
    own = tuple(word.stem for word in piece.words)
    return any(tuple(word.stem for word in words_of(part)) == own for part in parts)


def on_topics(asked: Asked, library: Library, releases: tuple[Release, ...]) -> tuple[Found, ...]:
    """What the releases say on the topics that a question names, newest first."""
    below: set[TopicId] = set()
    for topic in topics_of(asked, library):
        below |= library.vocabulary.topic_and_below(topic)
    return _by_release(releases, lambda _, statement: not below.isdisjoint(statement.topics))


def with_words(
    library: Library,
    pieces: tuple[Piece, ...],
    releases: tuple[Release, ...],
    *,
    least: int | None = None,
    with_first: bool = False,
) -> tuple[Found, ...]:
    """Statements that speak of at least ``least`` of some pieces (by default all), newest first.

    A person may be named by what a statement replies to; anything may, ``with_first``.
    """
    wanted = len(pieces) if least is None else least
    if not wanted:
        return ()

    def speaks(release: Release, statement: Statement) -> bool:
        first = release.statement(statement.reply_to) if statement.reply_to else None
        own = sum(covers(library, statement, piece, loosely=True) for piece in pieces)
        lent = (
            p
            for p in pieces
            if first and (with_first or p.is_a(Sort.PERSON)) and not covers(library, statement, p, loosely=True)
        )
        return bool(own or with_first) and own + sum(covers(library, first, p) for p in lent if first) >= wanted

    return _by_release(releases, speaks)


def _by_release(releases: tuple[Release, ...], wanted: Callable[[Release, Statement], bool]) -> tuple[Found, ...]:
    return tuple(_found(releases, wanted))


def _found(releases: tuple[Release, ...], wanted: Callable[[Release, Statement], bool]) -> Iterator[Found]:
    for release in releases:
        statements = tuple(s for s in release.statements if wanted(release, s))
        if statements:
            yield Found(release, statements)


def about(library: Library, release: Release) -> About:
    """Which release an answer is from, with the other accounts of its meeting."""
    return About(release, accounts=library.accounts_of(release))


def uses_words(statement: Statement, typed: str) -> bool:
    """Whether a statement uses some words, in its quote or in a gist; an English plural is the same word."""
    return uses(said_in(statement), key(typed))


def chosen(asked: Asked, library: Library) -> dict[str, str]:
    """The release as an option of a command, where a question names one and there are others."""
    releases = releases_of(asked, library)
    return {"release": releases[0].id} if releases and len(releases) < len(asked.within) else {}
