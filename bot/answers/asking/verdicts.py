"""Verdicts with their evidence, and the refusal where the releases hold nothing of what was asked."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Outcome
from bot.answers.asked import Stop, not_held
from bot.answers.asking.evidence import (
    Found,
    about,
    topics_of,
    with_words,
)
from bot.answers.asking.moods import Mood
from bot.answers.asking.naming import without_its_particle
from bot.answers.asking.nearby import SHOWN_MOST, most_covered
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import chosen, releases_of
from bot.answers.claims import Claim, Verdict
from bot.answers.positions import Positions, positions
from bot.library.library import Library
from bot.model.asking import ActCue
from bot.model.question import Kind, Question

HELD = (Verdict.YES, Verdict.WHY, Verdict.FOUND)


def made(asked: Asked, library: Library, verdict: Verdict, found: Found, cue: ActCue | None = None) -> Claim:
    """A verdict with its evidence: answered, where the release bears out what was asked, else denied."""
    outcome = Outcome.ANSWERED if verdict in HELD else Outcome.DENIED
    if verdict in (Verdict.NO_PLACE, Verdict.NO_TIME):
        outcome = Outcome.NOT_STATED
    command = nearest_command(asked, library, found, cue)
    question = replace(asked.question, amounts_to=command)
    return Claim(question, outcome, verdict, about(library, found.release), found.statements)


def nearest_command(asked: Asked, library: Library, found: Found, cue: ActCue | None) -> Question:
    """The command that comes nearest to a claim."""
    topics = topics_of(asked, library)
    options: dict[str, str] = {}
    if cue:
        options["act"] = cue.acts[0].value
    if len(asked.subjects) == 1:
        options["party"] = asked.subjects[0]
    if topics:
        options["topic"] = topics[0]
    if library.number() > 1:
        options["release"] = found.release.id
    return Question("statements", options, asked.locale)


def _printed_apart(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Claim | None:
    """The statements with most of some words, where each of the words stands in one."""
    named = tuple(p for p in content if not p.is_a(Sort.CUE, Sort.WEIGHTY, Sort.ACT) or p.is_a(Sort.TOPIC))
    if not named or not all(with_words(library, (p,), asked.within) for p in named):
        return None
    spoken_of = with_words(library, named, releases_of(asked, library), least=1)
    if spoken_of:
        most = max(most_covered(library, found, named) for found in spoken_of)
        found = with_words(library, named, releases_of(asked, library), least=max(most, 1)) or spoken_of
        near = replace(found[0], statements=found[0].statements[:SHOWN_MOST])
        return made(asked, library, Verdict.NO if asked.mood is Mood.CLAIM else Verdict.NEAREST, near)
    return None


def unheard(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Answer:
    """Nothing of it in the releases: where was looked and what comes nearest.

    Where each word is printed, only not together, the statements that have most of them are shown instead.
    """
    return _printed_apart(asked, library, content) or unknown(asked, library, content)


def _printed_somewhere(asked: Asked, library: Library, typed: str) -> Answer | None:
    """What the command for the same words finds, which are not "in no release" then; to a claim it is no answer."""
    options = {"topic": typed, **chosen(asked, library)}
    side = {"side": asked.subjects[0]} if len(asked.subjects) == 1 and not asked.joint else {}
    answer = _positions({**options, **side}, asked, library) or (_positions(options, asked, library) if side else None)
    if answer and asked.mood is not Mood.CLAIM and set(side.values()) <= {answer.side}:
        return answer
    answer = answer or _positions({"topic": typed}, asked, library)  # of another release: near, and no answer
    if answer is None:
        return None
    found = (*(s for words in answer.own for s in words.statements), *answer.joint, *answer.some)
    near = Found(answer.about.release, found[:SHOWN_MOST])
    return made(asked, library, Verdict.NEAREST, near) if found else None


def _positions(options: dict[str, str], asked: Asked, library: Library) -> Positions | None:
    """The answer of ``/positions`` where it has statements to show."""
    try:
        answer = positions(Question("positions", options, asked.locale, in_words=True), library)
    except Stop:
        return None
    return answer if isinstance(answer, Positions) and answer.outcome is Outcome.ANSWERED else None


def unknown(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Answer:
    """That nothing of it is in the releases, with the words that are not."""
    strange = tuple(p for p in content if not p.is_a(Sort.CUE, Sort.WEIGHTY))
    named = strange or tuple(p for p in asked.pieces if p.is_a(Sort.PARTY, Sort.PERSON)) or content
    printed_each = not strange and all(with_words(library, (p,), asked.within) for p in named)
    typed = asked.text if printed_each else " ".join(without_its_particle(p.text) for p in named) or asked.text
    if printed := _printed_somewhere(asked, library, typed):
        return printed
    question = replace(asked.question, amounts_to=Question("positions", {"topic": typed}, asked.locale))
    return not_held(question, library, Kind.TOPIC, typed)
