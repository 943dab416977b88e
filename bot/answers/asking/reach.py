"""Which releases a question can have to do with: an answer costs the same in a large library as in a small one.

Up to ``ALL_MOST`` releases are simply all looked at. Of more, the index is asked, over the whole library, for what a
question names: its meeting, day, people, topics, and the statements that speak of all that is asked, or of most of it.
The ids that it gives are taken in turn, and only the first ``READ_MOST`` are read. A refusal says how many those were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, product, zip_longest

from bot.answers.asking.bearing import alike
from bot.answers.asking.evidence import content_of
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import session_of
from bot.answers.asking.spelling import is_hangul, without_particles
from bot.library.index.documents import order_of
from bot.library.index.terms import (
    by_issuer,
    dated,
    in_series,
    numbered,
    of_act,
    of_person,
    of_side,
    on_topic,
    placed,
)
from bot.library.library import Library
from bot.library.likeness import Likeness
from bot.library.words import key
from bot.model.question import Sought
from bot.model.release import Release
from bot.model.speech_acts import Act
from bot.model.value import ReleaseId

ALL_MOST = 40
"""Releases that are simply all looked at."""
READ_MOST = 24
"""Releases that are read of more."""
NEWEST = 6
OF_EACH = 10
"""Releases, newest first, that each name in a question brings in."""
SPOKEN_MOST = 40
"""Statements that speak of all, or of most, of what is asked."""
SERIES_MOST = 60
"""Series of a kind of meeting that are looked at: "the summit"."""
DEEDS_MOST = 12
"""Combinations of party, topic and act that are looked for."""
ENDING = 1
"""Letters at the end of a stem that its other forms may not have: reply, replies."""
STEM_LEAST = 3
Group = tuple[str, ...]
Ids = tuple[ReleaseId, ...]


def within_reach(asked: Asked, library: Library, all_most: int = ALL_MOST) -> tuple[Release, ...]:
    """The releases that a question can be about, newest first; of a large library those nearest to it."""
    if library.number() <= all_most:
        return tuple(library.releases())
    in_turn = chain.from_iterable(zip_longest(*_named(asked, library)))
    ids = dict.fromkeys((*asked.release_ids, *(id_ for id_ in in_turn if id_)))
    read = (release for id_ in ids if (release := library.release(id_)))
    return tuple(sorted(islice(read, READ_MOST), key=order_of, reverse=True))


def _named(asked: Asked, library: Library) -> Iterator[Ids]:
    where = _where(asked, library)
    topics = tuple(dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.TOPIC)))
    people = tuple(dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.PERSON)))
    parties = tuple(dict.fromkeys(id_ for piece in asked.pieces for id_ in piece.ids(Sort.PARTY)))
    yield from _spoken(asked, library)
    about = (*((on_topic(id_),) for id_ in topics), *((placed(id_),) for id_ in (*people, *parties)))
    if where:
        yield library.ids_saying(where, OF_EACH)
        yield from (library.ids_saying((*where, group), OF_EACH) for group in about)
    for group in (*where, *about):
        yield library.ids_saying((group,), OF_EACH)
    if len(about) > 1:
        yield library.ids_saying(about, OF_EACH)
    yield from _deeds(asked, library, topics, parties)
    words = " ".join(piece.text for piece in asked.pieces if not piece.is_bare_glue)
    yield tuple(passage.id for passage in library.passages_near(words, most=OF_EACH))
    if is_hangul(words):
        yield library.gists_near(words, OF_EACH)
    yield library.newest_ids(NEWEST)


def _spoken(asked: Asked, library: Library) -> Iterator[Ids]:
    """The releases with a statement by those asked about, of the kind asked about, with everything that is asked."""
    content = tuple(one for piece in content_of(asked, library) if (one := _likeness(piece, library)))
    speakers = tuple(Likeness((of_side(id_),)) for id_ in asked.subjects)
    speakers = (*speakers, *(Likeness((of_person(id_),)) for id_ in asked.people))
    acts = tuple(
        Likeness(tuple(of_act(act) for act in (*cue.acts, *cue.one_sided)))
        for cue in map(library.vocabulary.asking.act, asked.acts[:1])
    )
    every = (*content, *speakers, *acts)
    if not every:
        return
    yield library.ids_speaking_of(every, SPOKEN_MOST)
    if content:
        yield library.ids_speaking_of(content, OF_EACH)
    yield library.ids_nearest(every, OF_EACH)


def _likeness(piece: Piece, library: Library) -> Likeness | None:
    """How the index knows what a piece names: at least by all by which a statement is found to speak of it."""
    vocabulary = library.vocabulary
    if piece.is_a(Sort.ACT) and not piece.is_a(Sort.TOPIC, Sort.PARTY, Sort.PERSON, Sort.REST):
        return None
    names: list[str] = []
    for id_ in piece.ids(Sort.PARTY):
        party = vocabulary.parties[id_]
        short = (party.short.en, party.short.ko) if party.short else ()
        names += [party.name.en, party.name.ko, *short, *party.aliases.all()]
    for id_ in piece.ids(Sort.PERSON):
        person = vocabulary.people[id_]
        names.append(person.family_name or person.name)
    terms = (
        *map(on_topic, piece.ids(Sort.TOPIC)),
        *map(of_side, piece.ids(Sort.PARTY)),
        *map(of_person, piece.ids(Sort.PERSON)),
    )
    said = (" ".join(word.text for word in piece.words), max((w.text for w in piece.words), key=len, default=""))
    phrases = [form for text in said for form in without_particles(text, vocabulary.asking.particles)]
    same = (other for text in phrases for other in alike(text, vocabulary.asking))
    beginnings = dict.fromkeys(start for text in (*names, *same) if (start := _beginning(text)))
    return Likeness(terms, tuple(beginnings)) if terms or beginnings else None


def _beginning(text: str) -> str:
    """The letters that every form of the longest word of a phrase begins with."""
    word = max(key(text).split(), key=len, default="")
    return word if is_hangul(word) or len(word) <= STEM_LEAST else word[:-ENDING]


def _where(asked: Asked, library: Library) -> tuple[Group, ...]:
    """What a question says of the release itself: of which meeting, issuer, number and day it is."""
    series = tuple(in_series(id_) for piece in asked.pieces for id_ in piece.ids(Sort.MEETING))
    if not series and (kinds := asked.kinds()):
        every = library.all_series()
        own = [one for one in every if kinds & set(one.split("-"))]
        series = tuple(map(in_series, own[:SERIES_MOST]))
    issuers = tuple(by_issuer(id_) for piece in asked.pieces for id_ in piece.ids(Sort.ISSUER))
    number = session_of(asked, library)
    numbers = () if number is None else (numbered(number),)
    days = tuple(dated(day.year, day.month, day.day) for day in asked.days if not day.bound)
    return tuple(group for group in (series, issuers, numbers, days) if group)


def _deeds(asked: Asked, library: Library, topics: tuple[str, ...], parties: tuple[str, ...]) -> Iterator[Ids]:
    """The newest statements that do what is asked about: by one of those named, on one of the topics."""
    acts: tuple[Act | None, ...] = tuple(
        dict.fromkeys(act for id_ in asked.acts for act in library.vocabulary.asking.act(id_).acts)
    )
    every: Iterable[tuple[str | None, str | None, Act | None]] = product(
        parties or (None,), topics or (None,), acts or (None,)
    )
    several = (one for one in every if one.count(None) <= 1)
    for party, topic, act in islice(several, DEEDS_MOST):
        yield library.ids_sought(Sought(party=party, topic=topic, act=act), OF_EACH)
