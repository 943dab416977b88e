"""What comes nearest to a question that no statement answers."""

from __future__ import annotations

from bot.answers.asking.bearing import is_by, is_negative, names_party, uses_a_word
from bot.answers.asking.evidence import Found, covers, is_narrower, on_topics, topics_of, with_words
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.library.library import Library
from bot.model.asking import ActCue
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

SHOWN_MOST, NEAREST_MOST = 6, 4


def nearby(asked: Asked, library: Library, content: tuple[Piece, ...], cue: ActCue | None) -> tuple[Found, ...]:
    """What there is on the topic, or in the paragraphs of a person named, or with half the words, or by the side."""
    releases = releases_of(asked, library)
    if len(content) > 1 and (exact := with_words(library, content, releases)):
        return exact
    topical = on_topics(asked, library, releases)
    if cue and topical and (done := _in_their_words(library, releases, content, cue, topical)):
        return done
    strange = tuple(p for p in content if p.is_a(Sort.REST))
    if strange and set(topics_of(asked, library)) <= set(library.vocabulary.asking.broad_topics):
        topical = tuple(found for found in topical if most_covered(library, found, strange))
    people = any(p.is_a(Sort.PERSON) for p in content)
    if people and (spoken_of := _spoken_of(asked, library, releases, content)):
        return spoken_of
    if topical and not _only_parts(asked, library, content):
        return topical
    if spoken_of := tuple(f for f in topical if most_covered(library, f, content)):
        return spoken_of
    named = () if people else _deeds_named(asked, library, releases, content)
    if named:
        worded = _spoken_of(asked, library, releases, content)
        most = [max((most_covered(library, f, content) for f in each), default=0) for each in (named, worded)]
        return worded if most[1] > most[0] else named
    if content:
        whole = tuple(p for p in content if len(p.words) > 1 or p.is_a(Sort.TOPIC))
        return (
            _spoken_of(asked, library, releases, content)
            or _about_those_named(asked, library, releases, content)
            or with_words(library, whole, releases)
        )
    if named := _naming_only(asked, library, releases):
        return named
    if not cue:
        return ()
    if asked.joint and not asked.subjects:
        together = (Found(r, tuple(s for s in r.statements if s.joint and s.act.is_position)) for r in releases)
        return tuple(found for found in together if found.statements)[:1]
    if not asked.subjects:
        alike = (Found(r, tuple(s for s in r.statements if s.act in cue.acts)) for r in releases)
        return tuple(found for found in alike if found.statements)[:1]
    own = (Found(r, tuple(s for s in r.statements if is_by(s, r, asked.subjects, ()))) for r in releases)
    return tuple(found for found in own if found.statements)[:1]


def _in_their_words(
    library: Library, releases: tuple[Release, ...], content: tuple[Piece, ...], cue: ActCue, topical: tuple[Found, ...]
) -> tuple[Found, ...]:
    """Where, off the topic, the asker's own verb is printed of all that a question names, whatever that says of it."""
    known = {id(s) for found in topical for s in found.statements}
    spoken_of = with_words(library, content, releases)
    worded = (Found(f.release, tuple(s for s in f.statements if uses_a_word(s, cue))) for f in spoken_of)
    return tuple(found for found in worded if found.statements and not any(id(s) in known for s in found.statements))


def _about_those_named(
    asked: Asked, library: Library, releases: tuple[Release, ...], content: tuple[Piece, ...]
) -> tuple[Found, ...]:
    """Where a claim's own subject is known and somebody else whom it names is spoken of."""
    others = tuple(p for p in content if p.is_a(Sort.PARTY, Sort.PERSON))
    if asked.mood is not Mood.CLAIM or not (asked.subjects or asked.joint or asked.anyone):
        return ()
    return with_words(library, others, releases)


def _naming_only(asked: Asked, library: Library, releases: tuple[Release, ...]) -> tuple[Found, ...]:
    """Where a party is spoken of that itself says nothing."""
    parties = set(asked.subjects)
    speaking = any(parties & set(s.sides) for r in releases for s in r.statements)
    if not parties or speaking:
        return ()
    naming = (
        Found(r, tuple(s for s in r.statements if any(names_party(s, p, library.vocabulary) for p in parties)))
        for r in releases
    )
    return tuple(found for found in naming if found.statements)[:1]


def _only_parts(asked: Asked, library: Library, content: tuple[Piece, ...]) -> bool:
    """Whether a question names a topic only by a part of it: where that is not spoken of, nothing is said on it."""
    named = [p for p in content if p.is_a(Sort.TOPIC)]
    return bool(named) and all(is_narrower(library, t, p) for p in named for t in topics_of(asked, library))


def _deeds_named(
    asked: Asked, library: Library, releases: tuple[Release, ...], content: tuple[Piece, ...]
) -> tuple[Found, ...]:
    """What a noun in a question stands for ("Korea's proposal"): such statements of the party named with it."""
    acts = {act for p in content for id_ in p.ids(Sort.ACT) for act in library.vocabulary.asking.act(id_).acts}
    parties = set(asked.objects())
    return tuple(
        Found(release, found)
        for release in releases
        if (found := tuple(s for s in release.statements if s.act in acts and (not parties or parties & set(s.sides))))
    )


def _spoken_of(
    asked: Asked, library: Library, releases: tuple[Release, ...], content: tuple[Piece, ...]
) -> tuple[Found, ...]:
    """Statements with half the words or more, and all others of a paragraph that names a person who was asked about."""
    named = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON) if id_ not in asked.people}
    worded = {f.release.id: f.statements for f in with_words(library, content, releases, least=(len(content) + 1) // 2)}
    found: list[Found] = []
    for release in releases:
        paragraphs = {p.paragraph for p in release.participants if p.person in named}
        own = worded.get(release.id, ())
        beside = (s for s in release.statements if s.paragraph in paragraphs and s.act is not Act.BACKGROUND)
        statements = dict.fromkeys((*own, *beside))
        if statements:
            found.append(Found(release, tuple(s for s in release.statements if s in statements)))
    return tuple(found)


def most_covered(library: Library, found: Found, content: tuple[Piece, ...]) -> int:
    """The most words of a question that one statement has."""
    return max(sum(covers(library, s, piece, loosely=True) for piece in content) for s in found.statements)


def nearest(asked: Asked, library: Library, found: Found, content: tuple[Piece, ...]) -> tuple[Statement, ...]:
    """The statements of a release that come nearest, in reading order: with most of the words, or by the side asked."""

    def nearness(statement: Statement) -> tuple[int, int, int]:
        words = sum(covers(library, statement, piece, loosely=True) for piece in content)
        own = bool(set(asked.subjects) & set(statement.sides))
        alone = own and not statement.joint and not asked.joint
        return (words, own + alone, int(statement.act is not Act.BACKGROUND))

    refused = {s.id for s in found.statements if is_negative(s, library.vocabulary)}
    voiced = tuple(s for s in found.statements if s.act is not Act.BACKGROUND or s.id in refused) or found.statements
    near = [s for s in voiced if nearness(s)[:2] > (0, 0)] or voiced
    most = max(nearness(s)[0] for s in near)
    closest = max(nearness(s)[1] for s in near)
    own = [s for s in near if closest and nearness(s)[1] == closest]
    own_most = max((nearness(s)[0] for s in own), default=0)
    best = [s for s in near if nearness(s)[0] == most]  # with fewer of the words a statement only hides the others
    best = [s for s in best if s in own] or best
    topics = set(topics_of(asked, library))
    if own_most < most and (own_most or any(topics & set(s.topics) for s in own)):
        best += [s for s in own if nearness(s)[0] == own_most]  # but those who were asked about are heard
    best = best[:NEAREST_MOST]
    return tuple(s for s in voiced if s in best)


def are_placed(asked: Asked, release: Release) -> int:
    """How many of the people whom a question names a release has."""
    named = {*asked.people, *(id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON))}
    return len(named & {p.person for p in release.participants})


def is_of_those_asked(asked: Asked, found: Found, cue: ActCue | None) -> bool:
    """Whether those who were asked about do there what was asked, or something of that kind."""
    sides = set(asked.subjects)
    return bool(cue and sides) and any(sides <= set(s.sides) and cue and s.act in cue.acts for s in found.statements)


def refuses(asked: Asked, library: Library, found: Found) -> bool:
    """Whether those who were asked about say there that something is not so."""
    sides = set(asked.subjects)
    return any(is_negative(s, library.vocabulary) and sides <= set(s.sides) and s.sides for s in found.statements)
