"""What was said on a topic, and where somebody stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.answers.agreed import agreed
from bot.answers.answer import Answer, Outcome
from bot.answers.asked import not_held, unclear
from bot.answers.asking.bearing import has_word, is_by
from bot.answers.asking.claimed import ANY_ACT, SAYING, claim, denied
from bot.answers.asking.evidence import (
    Found,
    content_of,
    covers,
    is_narrower,
    numbers_left,
    on_topics,
    topics_of,
    uses_words,
    with_words,
)
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import chosen, releases_of
from bot.answers.asking.silences import is_one_silent
from bot.answers.asking.subjects import JOINING_PARTICLES
from bot.answers.asking.told import is_of_the_text, told
from bot.answers.asking.verbs import is_verb_like
from bot.answers.asking.verdicts import made, unheard
from bot.answers.both import Both
from bot.answers.claims import Verdict
from bot.answers.compare import compare
from bot.answers.deeds import deeds
from bot.answers.positions import positions
from bot.answers.release import release as release_card
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question, Subject
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId, TopicId

SEVERAL = 2
CHOICES_MOST = 5
COMMANDS: dict[str, Callable[[Question, Library], Answer]] = {
    "positions": positions,
    "compare": compare,
    "agreed": agreed,
}


def said(asked: Asked, library: Library) -> Answer:
    """What somebody said, or where somebody stands."""
    if asked.mood is Mood.CLAIM:
        answer = claim(asked, library, None, ANY_ACT if asked.has("mentioned") else SAYING)
        by_the_text = answer.outcome is not Outcome.ANSWERED and is_of_the_text(asked)
        return (told(asked, library) or answer) if by_the_text else answer
    return on_topic(asked, library, "positions")


def quoted(asked: Asked, library: Library) -> Answer:
    """Whose words some quoted words are: the statements that print them so, by whoever was asked about."""
    wanted = tuple(f" {key(quote)} " for quote in asked.quoted)
    for release in releases_of(asked, library):
        printed = tuple(s for s in release.statements if all(q in f" {key(s.quote)} " for q in wanted))
        own = _of_sides(asked, library, Found(release, printed))
        if own:
            return made(asked, library, Verdict.FOUND, Found(release, own))
        if printed:
            return made(asked, library, Verdict.NO, Found(release, printed))
    typed = " ".join(asked.quoted)
    question = replace(asked.question, amounts_to=Question("positions", {"topic": typed}, asked.locale))
    return not_held(question, library, Kind.TOPIC, typed)


def compared(asked: Asked, library: Library) -> Answer:
    """One side against the other."""
    anybody = replace(asked, subjects=(), people=(), joint=False)
    if not topics_of(asked, library) and not _without_sides(anybody, library, content_of(anybody, library)):
        return _on_which_topic(anybody, library)
    return on_topic(anybody, library, "compare")


def _on_which_topic(asked: Asked, library: Library) -> Answer:
    """The comparison on the one topic of a meeting on which several sides speak, or the question which it shall be."""
    for release in releases_of(asked, library):
        spoken: dict[TopicId, set[PartyId]] = {}
        for statement in release.statements:
            for topic in statement.topics if statement.act.is_position else ():
                spoken.setdefault(topic, set()).update(statement.sides if not statement.joint else ())
        both = [topic for topic, sides in spoken.items() if len(sides) >= SEVERAL][:CHOICES_MOST]
        if both:
            meant = {t: Question("compare", {"topic": t, "release": release.id}, asked.locale) for t in both}
            if len(both) == 1:
                return compare(replace(meant[both[0]], in_words=True), library)
            return unclear(asked.question, library, Kind.TOPIC, "", meant)
    return _without_topic(asked, library, "compare")


def on_topic(asked: Asked, library: Library, command: str) -> Answer:
    """The answer of a command on the topic that a question names, in the newest release that has every word of it."""
    content = content_of(asked, library)
    content = _without_sides(asked, library, content) if topics_of(asked, library) else content
    if not content and not numbers_left(asked):
        return _without_topic(asked, library, command)
    if asked.has("when") and (dated := with_words(library, content, releases_of(asked, library))):
        return made(asked, library, Verdict.FOUND, dated[0])
    for topic in topics_of(asked, library):
        if found := holding(asked, library, topic, content):
            return routed(asked, library, command, topic, found, content=content)
    if topics_of(asked, library):
        return _nobody_on_topic(asked, library, command, content)
    one_side = bool(asked.subjects) and not asked.joint
    best = with_words(library, content, releases_of(asked, library), with_first=one_side)
    if best and not numbers_left(asked):
        return _by_words(asked, library, command, content, best)
    return _without_verbs(asked, library, content) or unheard(asked, library, content)


def _without_sides(asked: Asked, library: Library, content: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The content of a question without the sides of the meeting."""
    sides = {side for r in releases_of(asked, library)[:1] for m in r.meetings for side in m.sides}
    return tuple(p for p in content if p.is_a(Sort.TOPIC) or not set(p.ids(Sort.PARTY)) & sides)


def holding(asked: Asked, library: Library, topic: TopicId, content: tuple[Piece, ...]) -> Found | None:
    """The newest release whose statements on a topic, by those who were asked about, have every word of a question."""
    asking = library.vocabulary.asking
    pieces = tuple(p for p in asked.pieces if not p.is_a(Sort.TOPIC) or topic in p.ids(Sort.TOPIC))
    every = on_topics(replace(asked, pieces=pieces), library, releases_of(asked, library))
    for found in sorted(every, key=lambda f: all(s.act is Act.BACKGROUND for s in f.statements)):
        own = _of_sides(asked, library, found)
        words = all(_is_led_to(library, own, piece, topic) for piece in content)
        numbers = all(any(has_word(s, n, asking) for s in own) for n in numbers_left(asked))
        if own and words and numbers:
            return Found(found.release, own)
    return None


def _of_sides(asked: Asked, library: Library, found: Found) -> tuple[Statement, ...]:
    """What counts as the words of those who were asked about: their own positions, and what they said with others."""
    if asked.joint or not asked.subjects:
        return found.statements
    if asked.people:
        release = found.release
        there = {label.person for label in release.speakers} & set(asked.people)
        mine = (s for s in found.statements if is_by(s, release, (), asked.people) or (s.joint and there))
        return tuple(s for s in mine if s.act.is_position)
    blocs = {b for side in asked.subjects for b in library.member_blocs(side, found.release.day)}
    holders = {*asked.subjects, *blocs}
    return tuple(s for s in found.statements if holders & set(s.sides) and s.act.is_position)


def _is_led_to(library: Library, own: tuple[Statement, ...], piece: Piece, topic: TopicId) -> bool:
    if topic in piece.ids(Sort.TOPIC) and not is_narrower(library, topic, piece):
        return True
    if set(piece.ids(Sort.TOPIC)) & set(library.vocabulary.asking.broad_topics):
        return True
    return any(covers(library, s, piece, loosely=True) for s in own)


def typed_for(topic: TopicId, content: tuple[Piece, ...], library: Library) -> str:
    """The topic by the name that was typed where that leads to it outright, else by its id."""
    names = library.names(Kind.TOPIC)
    typed = (p.text for p in content if topic in p.ids(Sort.TOPIC))
    return next((text for text in typed if names.exact(text) == (topic,)), topic)


def routed(
    asked: Asked, library: Library, command: str, topic: TopicId, found: Found, *, content: tuple[Piece, ...] = ()
) -> Answer:
    """The command's own answer from a release; the release is named where the command alone would take another.

    A word for a part of a topic, if no statement prints it so, leads to the statements that have others of its meaning.
    """
    typed = typed_for(topic, content, library)
    narrow = tuple(p for p in content if is_narrower(library, topic, p))
    part = tuple(s for s in found.statements if all(covers(library, s, p, loosely=True) for p in narrow))
    if not part:
        return unheard(asked, library, content)
    if narrow and not any(uses_words(s, typed) for s in part):
        if command == "positions":
            return made(asked, library, Verdict.FOUND, replace(found, statements=part))
        typed = topic
    options = {"topic": typed}
    if command == "positions" and len(asked.people) == 1:
        options["side"] = asked.people[0]
    elif command == "positions" and len(asked.subjects) == 1 and not asked.joint:
        options["side"] = asked.subjects[0]
    question = Question(command, options, asked.locale, in_words=True)
    answer = COMMANDS[command](question, library)
    shown = getattr(answer, "about", None)
    if shown is not None and shown.release.id == found.release.id and not chosen(asked, library):
        return answer
    return COMMANDS[command](replace(question, options={**options, "release": found.release.id}), library)


def _nobody_on_topic(asked: Asked, library: Library, command: str, content: tuple[Piece, ...]) -> Answer:
    """A topic on which those who were asked about said nothing, or nothing with these words; or several topics."""
    topics = topics_of(asked, library)
    anybody = replace(asked, subjects=(), people=(), joint=False)
    for topic in topics:
        found = holding(anybody, library, topic, content)
        if found is None or not asked.subjects or command != "positions":
            continue
        if replies := _replies(asked, library, content):
            return made(asked, library, Verdict.FOUND, replies)
        if _of_sides(asked, library, found):
            return denied(asked, library, content)
        return routed(asked, library, command, topic, found, content=content)
    held = tuple(t for t in topics if library.is_spoken_of(Subject(topic=t)))
    if len(held) >= SEVERAL and all(p.is_a(Sort.TOPIC) for p in content) and _stand_apart(asked, content):
        side = {"side": asked.subjects[0]} if len(asked.subjects) == 1 and command == "positions" else {}
        meant = {t: Question(command, {"topic": t, **side, **chosen(asked, library)}, asked.locale) for t in held}
        return unclear(asked.question, library, Kind.TOPIC, " ".join(p.text for p in content), meant)
    if len(content) > SEVERAL and with_words(library, content, releases_of(asked, library), least=len(content) - 1):
        return denied(asked, library, content)
    return _without_verbs(asked, library, content) or unheard(asked, library, content)


def _stand_apart(asked: Asked, content: tuple[Piece, ...]) -> bool:
    """Whether topics are named one beside the other, and not as the words of one name: "Green New Deal"."""
    places = [i for i, piece in enumerate(asked.pieces) if piece in content]
    return any(second - first > 1 for first, second in pairwise(places)) or any(
        asked.pieces[place].tail in JOINING_PARTICLES for place in places
    )


def _without_verbs(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Answer | None:
    """What is said of all that an open question names, where only its verb is printed nowhere: "who pays for it"."""
    named = tuple(p for p in content if not is_verb_like(asked, p))
    if asked.mood is Mood.CLAIM or not named or len(named) == len(content):
        return None
    best = with_words(library, named, releases_of(asked, library), with_first=bool(asked.subjects))
    own = (replace(found, statements=_of_sides(asked, library, found)) for found in best)
    found = next((f for f in own if f.statements), None)
    verdict = Verdict.FOUND if asked.has("said", "says", "mentioned") else Verdict.NEAREST
    return made(asked, library, verdict, found) if found else None


def _replies(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Found | None:
    """What those who were asked about said in reply to a statement that has every word: "declined to comment"."""
    for release in releases_of(asked, library):
        own = _of_sides(asked, library, Found(release, release.statements))
        firsts = ((s, first) for s in own for first in release.answered_by(s))
        replies = tuple(
            dict.fromkeys(s for s, f in firsts if all(covers(library, f, p, loosely=True) for p in content))
        )
        if replies:
            return Found(release, replies)
    return None


def _by_words(
    asked: Asked, library: Library, command: str, content: tuple[Piece, ...], best: tuple[Found, ...]
) -> Answer:
    """Words that are no topic's: the statements that have them all."""
    own = (replace(found, statements=_of_sides(asked, library, found)) for found in best)
    found = next((f for f in own if f.statements), None)
    if found is None:
        return denied(asked, library, content)
    if command == "compare" and found.statements[0].topics:
        return routed(asked, library, command, found.statements[0].topics[0], found)
    return made(asked, library, Verdict.FOUND, found)


def _each_apart(asked: Asked, library: Library, options: dict[str, str]) -> Both:
    """What each of two parties said."""
    first, second = (deeds(asked.question, library, {"party": side, **options}) for side in asked.subjects)
    parties = (library.vocabulary.parties[side] for side in asked.subjects)
    typed = tuple((party.short or party.name).in_(asked.locale) for party in parties)
    outcome = Outcome.ANSWERED if Outcome.ANSWERED in (first.outcome, second.outcome) else Outcome.NOT_STATED
    return Both(asked.question, outcome, (typed[0], typed[1]), (first, second))


def _without_topic(asked: Asked, library: Library, command: str) -> Answer:
    """A side and no topic: all that it said. Neither: the release at a glance."""
    if not releases_of(asked, library):
        return unheard(asked, library, ())
    release = chosen(asked, library)
    if len(asked.subjects) == SEVERAL and command == "positions" and is_one_silent(asked, library):
        return _each_apart(asked, library, release)
    if len(asked.subjects) == 1 and not asked.joint and command == "positions":
        options = {"party": asked.subjects[0], **release}
        return deeds(asked.question, library, options)
    return release_card(Question("release", release, asked.locale, in_words=True), library)
