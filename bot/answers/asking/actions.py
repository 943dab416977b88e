"""What somebody proposed, requested, supported, answered: questions with a verb of saying."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.answers.answer import Answer, Outcome
from bot.answers.asking.bearing import has_word, is_by, is_negative, verb_bears_out
from bot.answers.asking.claimed import ANY_ACT, alike, claim, denied
from bot.answers.asking.evidence import Found, content_of, covers, is_on, numbers_left, topics_of, with_words
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.verbs import is_verb_like, main_act
from bot.answers.asking.verdicts import made
from bot.answers.claims import Claim, Verdict
from bot.answers.deeds import deeds
from bot.library.library import Library
from bot.model.asking import ActCue
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

LOOSE = frozenset(("request", "urge", "demand", "invite", "criticise", "concern", "thank", "appreciate"))
"""Verbs that people use one for another in open questions."""
DISCUSS, PROPOSE, OFFER = "discuss", "propose", "offer"


def acted(asked: Asked, library: Library) -> Answer:
    """What somebody proposed, requested, supported …; or whether somebody did so."""
    verb = main_act(asked)
    assert verb is not None
    if asked.mood in (Mood.CLAIM, Mood.WHY):
        return _claimed(asked, library, verb)
    if both := _of_several_verbs(asked, library):
        return both
    content = content_of(asked, library, without=alike(asked, verb))
    cue = library.vocabulary.asking.act(verb.ids(Sort.ACT)[0])
    found = _done(asked, library, cue, content) or _done(asked, library, weaker(cue), content)
    if not found and (named := tuple(p for p in content if not is_verb_like(asked, p))):
        found = _done(asked, library, cue, named) or _of_any(asked, library, cue, named)
    if not found and DISCUSS in verb.ids(Sort.ACT) and content and not asked.people:
        found = _spoken_of_together(asked, library, tuple(p for p in content if p is not verb))
    if found:
        return _as_command(asked, library, content, made(asked, library, Verdict.FOUND, found, cue))
    if asked.has("when", "where") and not asked.subjects:
        said = with_words(library, (*content, verb), releases_of(asked, library))
        if said:
            return made(asked, library, Verdict.FOUND, said[0])
    if content or asked.people or not asked.subjects:
        return denied(asked, library, content, cue)
    options = {"act": cue.acts[0].value, "party": asked.subjects[0]}
    return deeds(asked.question, library, options)


def _of_several_verbs(asked: Asked, library: Library) -> Answer | None:
    """What somebody did of several things that an open question names, and nothing else: "asked for or proposed"."""
    verbs = tuple(dict.fromkeys(asked.acts))
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.ACT))
    if len(verbs) <= 1 or content or not (asked.subjects or asked.people or asked.joint):
        return None
    cues = tuple(library.vocabulary.asking.act(id_) for id_ in verbs)
    each = tuple(_done(asked, library, cue, ()) for cue in cues)
    found = next((f for f in each if f), None)
    if found is None or not all(f is None or f.release.id == found.release.id for f in each):
        return None
    shown = {s.id for f in each if f for s in f.statements}
    return made(
        asked, library, Verdict.FOUND, Found(found.release, tuple(s for s in found.release.statements if s.id in shown))
    )


def _claimed(asked: Asked, library: Library, verb: Piece) -> Answer:
    """To discuss something claims no more of it than that it was spoken of."""
    if DISCUSS in verb.ids(Sort.ACT):
        others = tuple(p for p in asked.pieces if p.is_a(Sort.ACT) and p is not verb)
        bare = replace(asked, pieces=tuple(p for p in asked.pieces if p is not verb))
        together = claim(replace(bare, joint=True), library, None, ANY_ACT) if not others and not asked.people else None
        if together and together.outcome is Outcome.ANSWERED:
            return together
    return claim(asked, library, verb)


def weaker(cue: ActCue) -> ActCue:
    """A verb of asking or of concern, borne out by any other: what is pushed for may be a request, an offer."""
    if cue.id == PROPOSE:
        printed = (*cue.borne_out_by, OFFER)
        return cue.model_copy(update={"acts": (*cue.acts, Act.COMMITMENT), "borne_out_by": printed})
    return cue.model_copy(update={"borne_out_by": ()}) if cue.id in LOOSE else cue


def _done(asked: Asked, library: Library, cue: ActCue, content: tuple[Piece, ...]) -> Found | None:
    """The newest release in which somebody does what was asked, with every word of the question."""
    alone = bool(asked.subjects or asked.anyone) and not asked.joint
    numbers = numbers_left(asked)
    for release in releases_of(asked, library):
        found = tuple(
            s
            for s in release.statements
            if verb_bears_out(s, cue, library.vocabulary, alone=alone)
            and is_by(s, release, asked.subjects, asked.people)
            and (s.joint or not asked.joint)
            and not (s.joint and asked.alone)
            and all(_is_spoken_of(library, release, s, piece) for piece in content)
            and all(has_word(s, n, library.vocabulary.asking) for n in numbers)
        )
        if found:
            return Found(release, found)
    return None


def _spoken_of_together(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Found | None:
    """What all sides said, whatever they did with it, of all that an open question takes to have been discussed."""
    if not content or numbers_left(asked):
        return None
    for release in releases_of(asked, library):
        joint = (s for s in release.statements if s.joint and set(asked.subjects) <= set(s.sides))
        found = tuple(s for s in joint if all(is_on(library, s, piece) for piece in content))
        if found:
            return Found(release, found)
    return None


def _of_any(asked: Asked, library: Library, cue: ActCue, content: tuple[Piece, ...]) -> Found | None:
    """What somebody does of some of several topics that a question names, where each other word is with it."""
    topics = tuple(p for p in content if p.is_a(Sort.TOPIC) and not p.is_a(Sort.PARTY))
    rest = tuple(p for p in content if p not in topics)
    if len(topics) <= 1 or not (asked.subjects or asked.people):
        return None
    each = (_done(asked, library, cue, (*rest, topic)) for topic in topics)
    return next((found for found in each if found), None)


def _is_spoken_of(library: Library, release: Release, statement: Statement, piece: Piece) -> bool:
    """Whether a statement, or the one that it answers, speaks of what a piece names."""
    return any(is_on(library, s, piece) for s in (statement, *release.answered_by(statement)))


def _as_command(asked: Asked, library: Library, content: tuple[Piece, ...], answer: Claim) -> Answer:
    """The answer of ``/statements`` itself where it shows exactly the same."""
    nearest = answer.question.amounts_to
    if nearest is None or (content and not topics_of(asked, library)):
        return answer
    plain = deeds(asked.question, library, nearest.options)
    return plain if getattr(plain, "statements", ()) == answer.statements else answer


def _with_what_follows(release: Release, replies: tuple[Statement, ...], library: Library) -> tuple[Statement, ...]:
    """Replies, what their side says right behind one, and what is refused right before one: "did not accept"."""
    found: list[Statement] = []
    before: Statement | None = None
    refused = (s for s, after in pairwise(release.statements) if after in replies and s.paragraph == after.paragraph)
    replies = (*replies, *(s for s in refused if is_negative(s, library.vocabulary)))
    for statement in release.statements:
        last = found[-1] if found and found[-1] is before else None
        goes_on = last is not None and (last.paragraph, last.speaker) == (statement.paragraph, statement.speaker)
        if statement in replies or goes_on:
            found.append(statement)
        before = statement
    return tuple(found)


def replied(asked: Asked, library: Library) -> Answer:
    """How somebody answered; or whether anybody did."""
    content = tuple(p for p in content_of(asked, library) if "reply" not in p.ids(Sort.CUE))
    spoken_of = tuple(p for p in content if not p.is_a(Sort.ACT) and (not p.is_a(Sort.PARTY) or p.is_a(Sort.TOPIC)))
    acts = {act for p in asked.pieces for id_ in p.ids(Sort.ACT) for act in library.vocabulary.asking.act(id_).acts}
    for release in releases_of(asked, library):
        answers = ((s, first) for s in release.statements for first in release.answered_by(s))
        found = dict.fromkeys(
            reply
            for reply, first in answers
            if is_by(reply, release, asked.subjects, asked.people)
            and (reply.joint or not asked.joint)
            and (not acts or first.act in acts)
            and all(
                covers(library, reply, p, loosely=True) or covers(library, first, p, loosely=True) for p in spoken_of
            )
        )
        if found:
            replies = _with_what_follows(release, tuple(found), library)
            return made(asked, library, Verdict.FOUND, Found(release, replies))
    if asked.mood is not Mood.CLAIM and asked.subjects and spoken_of:
        for found_there in with_words(library, spoken_of, releases_of(asked, library)):
            own = tuple(
                s for s in found_there.statements if is_by(s, found_there.release, asked.subjects, asked.people)
            )
            if own:
                return made(asked, library, Verdict.FOUND, Found(found_there.release, own))
    unanswered = denied(asked, library, spoken_of)
    return replace(unanswered, verdict=Verdict.NO_REPLY) if isinstance(unanswered, Claim) else unanswered
