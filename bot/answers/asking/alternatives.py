"""Questions that offer two things: "ASEAN or Korea?", "agreed or only discussed?", "tourism or digital?".

Yes or no would not answer them. Of two sides the question is who it was; of two verbs, what was said; of two things
it is asked which one is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.answers.answer import Outcome, Unclear
from bot.answers.asking.evidence import is_narrower, is_topic, on_topics, with_words
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.library.library import Library
from bot.model.question import Choice, Kind, Question

OR = ("or", "또는", "혹은", "아니면")
OR_PARTICLES = ("나", "이나")
ASKING_TAILS = ("임", "였음", "야", "이야", "인가", "이냐", "냐", "인지", "인가요", "이에요", "예요")
ONLY = ("just", "only", "merely", "simply")
BETWEEN_MOST = 25
"""Letters between two alternatives and their "or"."""


def without_alternatives(asked: Asked) -> Asked:
    """The question as an open one where it offers two sides, two verbs or two days; else as it is."""
    if asked.has("mentioned") and not asked.acts:
        return asked
    coming = asked.has("attended", "absent") and not asked.has("led", "chaired")
    if asked.mood is Mood.CLAIM and coming and not asked.acts:
        return asked  # "did Japan or China attend?" asks for each
    offered = _offered(asked)
    things = offered is None or not (_are_speakers(asked, offered) or all(p.is_a(Sort.ACT) for p in offered))
    if things and (lesser := _or_just(asked)) is not None:
        return replace(asked, mood=Mood.OPEN, pieces=asked.pieces[:lesser])
    if offered is None:
        return replace(asked, mood=Mood.OPEN) if len(asked.days) > 1 and has_or(asked) else asked
    rest = tuple(p for p in asked.pieces if p not in offered and p.text not in OR)
    if all(p.is_a(Sort.ACT) for p in offered):
        return asked if asked.mood is not Mood.CLAIM else replace(asked, mood=Mood.OPEN, pieces=rest)
    if _are_speakers(asked, offered):
        return replace(asked, mood=Mood.OPEN, pieces=rest, subjects=(), people=(), anyone=True, joint=False)
    return asked


def which_alternative(asked: Asked, library: Library) -> Unclear | None:
    """Which of two things is meant, where a question offers two and the releases speak of one of them."""
    offered = None if asked.has("mentioned") and not asked.acts else _offered(asked)
    if offered is None or not all(_is_thing(asked, p, offered) for p in offered):
        return None
    if not any(_is_spoken_of(asked, library, p) for p in offered):
        return None
    choices = tuple(_choice(asked, library, p) for p in offered)
    if len({choice.id for choice in choices}) == 1:
        return None
    questions = tuple(_asking_for(asked, p, offered) for p in offered)
    return Unclear(asked.question, Outcome.AMBIGUOUS, Kind.TOPIC, "", choices, questions)


def _offered(asked: Asked) -> tuple[Piece, Piece] | None:
    """The two pieces that stand on either side of an "or" and are of one sort."""
    pieces = asked.pieces
    if asked_in_turn := _in_turn(asked):
        return asked_in_turn
    for place, piece in enumerate(pieces):
        is_or = piece.text in OR
        if not is_or and not (piece.tail in OR_PARTICLES and piece.is_a(Sort.TOPIC, Sort.PARTY)):
            continue
        before = pieces[: place + (not is_or)]
        first = next((p for p in reversed(before) if not p.is_bare_glue), None)
        second = next((p for p in pieces[place + 1 :] if not p.is_bare_glue), None)
        if second and _has_only(pieces[place + 1 :]) and second.is_a(Sort.PARTY, Sort.PERSON):
            first = next((p for p in reversed(before) if _are_speakers(asked, (p, second))), None)
        elif second and second.is_a(Sort.ACT):
            first = next((p for p in reversed(before) if _is_alike(asked, p, second)), None)
        if first and second and _is_alike(asked, first, second):
            return first, second
    return None


def _in_turn(asked: Asked) -> tuple[Piece, Piece] | None:
    """Two names asked for one after the other, as Korean does: "한국이야 아세안이야?"."""
    named = tuple(p for p in asked.pieces if not p.is_bare_glue)
    pairs = (pair for pair in pairwise(named) if all(p.tail in ASKING_TAILS for p in pair))
    return next((pair for pair in pairs if all(p.is_a(Sort.PARTY, Sort.PERSON) for p in pair)), None)


def _or_just(asked: Asked) -> int | None:
    """Where "or just …" begins, which only offers something less: "smart cities or just trade"."""
    places = range(1, len(asked.pieces) - 1)
    return next((i for i in places if asked.pieces[i].text in OR and asked.pieces[i + 1].text in ONLY), None)


def _has_only(after: tuple[Piece, ...]) -> bool:
    """Whether the second of the two is offered as the lesser: "or just Brunei"."""
    return bool(after) and after[0].text in ONLY


def has_or(asked: Asked) -> bool:
    """Whether a question has an "or"."""
    return any(p.text in OR for p in asked.pieces)


def _is_alike(asked: Asked, first: Piece, second: Piece) -> bool:
    pair = (first, second)
    if all(p.is_a(Sort.ACT) and not p.is_a(Sort.TOPIC) for p in pair):
        return first.ids(Sort.ACT) != second.ids(Sort.ACT)
    if _are_speakers(asked, pair):
        return True
    return all(_is_thing(asked, p, pair) for p in pair)


def _are_speakers(asked: Asked, pair: tuple[Piece, Piece]) -> bool:
    """Whether both name somebody, and one of them is the subject, or "who" is asked."""
    if not all(p.is_a(Sort.PARTY, Sort.PERSON) and not is_topic(asked, p) for p in pair):
        return False
    who = asked.anyone or asked.text.lower().startswith("which") or all(p.tail in ASKING_TAILS for p in pair)
    subjects = {*asked.subjects, *asked.people}
    return who or any(subjects & {*p.ids(Sort.PARTY), *p.ids(Sort.PERSON)} for p in pair)


def _is_thing(asked: Asked, piece: Piece, pair: tuple[Piece, Piece]) -> bool:
    """Whether a piece names a topic, or a party that is only spoken of: as one is that stands beside a topic."""
    if is_topic(asked, piece):
        return True
    spoken_of = piece.ids(Sort.PARTY)[:1] and piece.ids(Sort.PARTY)[0] not in asked.subjects
    return piece.is_a(Sort.PARTY) and bool(spoken_of or any(is_topic(asked, p) for p in pair))


def _is_spoken_of(asked: Asked, library: Library, piece: Piece) -> bool:
    whole = any(not is_narrower(library, topic, piece) for topic in piece.ids(Sort.TOPIC))
    alone = replace(asked, pieces=(piece,))
    releases = releases_of(asked, library)
    return bool(with_words(library, (piece,), releases) or (whole and on_topics(alone, library, releases)))


def _choice(asked: Asked, library: Library, piece: Piece) -> Choice:
    kind, sort = (Kind.TOPIC, Sort.TOPIC) if is_topic(asked, piece) else (Kind.SIDE, Sort.PARTY)
    return library.names(kind, asked.locale).choice(piece.ids(sort)[0])


def _asking_for(asked: Asked, piece: Piece, offered: tuple[Piece, Piece]) -> Question:
    """The same question with one of the two; the topic alone where the two do not stand side by side in it."""
    first, second = (re.escape(p.text) for p in offered)
    both = re.compile(rf"{first}.{{1,{BETWEEN_MOST}}}?{second}", re.IGNORECASE)
    text, found = both.subn(lambda _: piece.text, asked.question.options["question"], count=1)
    if not found:
        return Question("positions", {"topic": piece.text}, asked.locale)
    return Question("ask", {"question": text}, asked.locale)
