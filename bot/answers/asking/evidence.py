"""Which releases, topics and statements a question is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.answer import About
from bot.answers.asking.bearing import has_phrase, has_word, names_party, printed
from bot.answers.asking.dates import is_of
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import AT_A_MEETING, Asked
from bot.answers.asking.spelling import Word, is_hangul, without_particles, words_of
from bot.library.index.documents import words_of as said_in
from bot.library.library import Library
from bot.library.words import key, uses
from bot.model.release import Release, Statement
from bot.model.value import TopicId

CONTENT = (Sort.TOPIC, Sort.PARTY, Sort.PERSON, Sort.ACT, Sort.CUE, Sort.REST)
ENTRIES_LOOKED_AT = 6
"""Of a person, the newest, by whose offices they are named."""
OBJECT_PARTICLES = ("을", "를")
THIS_YEAR = ("this year", "올해", "금년")
"""Says in an open question only that no older release is meant."""
UNSAYING_CUES = frozenset(
    {"said", "mentioned", "reason", "says", "when", "overview", "quantity", "compare", "shared", "reply", "named"}
    | {"conditions", "identity", "disagreement", "account", "changed", "generic", "coverage", "usually"}
    | {"predecessor"}
)
"""Cues that say what is wanted and nothing of its content."""


@dataclass(frozen=True)
class Found:
    """Statements of one release."""

    release: Release
    statements: tuple[Statement, ...]


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
        if asked.mood is Mood.OPEN and piece.text in THIS_YEAR:
            continue
        if piece.text.endswith(AT_A_MEETING) and not piece.is_a(Sort.TOPIC):
            continue
        if any(piece.words == other.words for other in found):
            continue  # said twice
        if piece in dropped or piece.is_bare_glue or not piece.is_a(*CONTENT):
            continue
        if piece.is_a(Sort.JOINT, Sort.JOINTLY, Sort.ANYONE, Sort.ALONE) and not piece.is_a(Sort.TOPIC):
            continue
        if piece.is_a(Sort.PARTY) and piece.ids(Sort.PARTY)[0] in asked.subjects:
            continue
        if piece.is_a(Sort.PERSON) and set(piece.ids(Sort.PERSON)) & set(asked.people):
            continue
        cues = piece.ids(Sort.CUE)
        spoken = "said" in cues and "says" not in cues
        if asked.mood is Mood.CLAIM and "generic" in cues:
            found.append(piece)
            continue
        beside_a_verb = asked.mood is Mood.CLAIM and bool(asked.acts) and (spoken or piece.tail in OBJECT_PARTICLES)
        says_nothing = "generic" in cues or set(cues) <= unsaying
        if cues and not piece.is_a(Sort.ACT, Sort.TOPIC) and says_nothing and not beside_a_verb:
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
    if any(_names_person(library, statement, id_, piece, as_speaker=loosely) for id_ in people):
        return True
    if loosely and any(vocabulary.people[id_].party in statement.addressee for id_ in people):
        return True
    if has_phrase(statement, piece.stems, vocabulary.asking):
        return True
    if loosely and _is_kind_of_topic(library, statement, piece):
        return True
    own = _own_words(library, statement, piece)
    if own and "".join(word.text for word in piece.words) in own:
        return True  # "비전통 안보", of a topic "비전통안보"
    forms = vocabulary.asking.particles
    return all(
        has_word(statement, word, vocabulary.asking, loosely=loosely)
        or (own and not own.isdisjoint(without_particles(word.stem, forms)))
        for word in piece.words
    )


def _is_kind_of_topic(library: Library, statement: Statement, piece: Piece) -> bool:
    """Whether a topic of a statement is a kind of what an unknown word names: "non-traditional security"."""
    if not piece.is_a(Sort.REST) or len(piece.words) != 1:
        return False
    topics = (t for t in statement.topics if t not in library.vocabulary.asking.broad_topics)
    names = (library.vocabulary.topics[t].name for t in topics)
    if is_hangul(piece.text):
        forms = [f for f in without_particles(piece.text, library.vocabulary.asking.particles) if len(f) > 1]
        return any(name.ko.endswith(tuple(forms)) for name in names)
    return any(piece.stems == words_of(name.en)[-1].stem for name in names)


def names_or_quotes(library: Library, statement: Statement, piece: Piece) -> bool:
    """Whether a statement speaks of what a piece names, or is said by the person whom it names: "Sand's proposal"."""
    if covers(library, statement, piece):
        return True
    return any(_names_person(library, statement, id_, piece, as_speaker=True) for id_ in piece.ids(Sort.PERSON))


def _own_words(library: Library, statement: Statement, piece: Piece) -> frozenset[str]:
    """Words of the piece that are the name of a topic which the statement is filed under."""
    if not piece.is_a(Sort.TOPIC):
        return frozenset()
    found: set[str] = set()
    for id_ in piece.ids(Sort.TOPIC):
        if library.vocabulary.topic_and_below(id_) & set(statement.topics) and not is_narrower(library, id_, piece):
            name = library.vocabulary.topics[id_].name
            for text in (id_, name.en, name.ko):
                words = words_of(text)
                particles = library.vocabulary.asking.particles
                found.update(form for word in words for form in without_particles(word.stem, particles))
                found.add("".join(word.text for word in words))
    return frozenset(found)


def _names_person(library: Library, statement: Statement, person: str, piece: Piece, *, as_speaker: bool) -> bool:
    """Whether a statement names a person: by the surname only where nobody else has it, or as was typed."""
    known = library.vocabulary.people[person]
    family = known.family_name or known.name
    namesakes = sum((other.family_name or other.name) == family for other in library.vocabulary.people.values())
    names = {known.name, family}
    if namesakes > 1:
        typed = set() if piece.text == family.casefold() else {piece.text}
        names = {known.name, *typed, *_titled(library, person, family)}
    if is_hangul(piece.text) and piece.text.replace(" ", "") in printed(statement).korean:
        return True
    english = printed(statement).english
    if as_speaker:
        english += f"{' '.join(w.stem for w in words_of(statement.refers_to or statement.speaker or ''))} "
    return any(f" {' '.join(w.stem for w in words_of(name))} " in english for name in names)


def _titled(library: Library, person: str, family: str) -> set[str]:
    """A surname that several have, as releases print it for one of them: "Ambassador Sand", "Minister Sand"."""
    entries = library.appearances(person, ENTRIES_LOOKED_AT).newest
    offices = (participant.office.printed for _, participant in entries if participant.office)
    labels = (s.label for release, _ in entries for s in release.speakers if s.person == person and family in s.label)
    return {*(f"{office} {family}" for office in offices), *labels}


def is_narrower(library: Library, topic: TopicId, piece: Piece) -> bool:
    """Whether a piece names only a part of a topic."""
    parts = library.vocabulary.topics[topic].narrower.all()
    own = tuple(word.stem for word in piece.words)
    return any(tuple(word.stem for word in words_of(part)) == own for part in parts)


def is_on(library: Library, statement: Statement, piece: Piece) -> bool:
    """Whether a statement speaks of what a piece names, or is filed under the topic that it names as a whole."""
    topics = (t for t in piece.ids(Sort.TOPIC) if not is_narrower(library, t, piece))
    filed = any(library.vocabulary.topic_and_below(t) & set(statement.topics) for t in topics)
    return filed or covers(library, statement, piece, loosely=True)


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
        firsts = release.answered_by(statement) if statement.reply_to else ()
        own = sum(covers(library, statement, piece, loosely=True) for piece in pieces)
        lent = (
            p
            for p in pieces
            if firsts and (with_first or p.is_a(Sort.PERSON)) and not covers(library, statement, p, loosely=True)
        )
        borne = sum(any(covers(library, first, p) for first in firsts) for p in lent)
        return bool(own or with_first) and own + borne >= wanted

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
