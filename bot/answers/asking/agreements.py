"""What was agreed together, seen alike, and to come next; and whether any of it binds."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.agreed import agreed
from bot.answers.answer import Answer, Outcome
from bot.answers.asking.actions import acted
from bot.answers.asking.bearing import is_by
from bot.answers.asking.claimed import claim, denied
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
from bot.answers.asking.reading import NEXT, Asked
from bot.answers.asking.releases import chosen, releases_of
from bot.answers.asking.roles import is_a_place, is_printed
from bot.answers.asking.sayings import holding, on_topic, routed, typed_for
from bot.answers.asking.silences import is_one_silent
from bot.answers.asking.spelling import words_of
from bot.answers.asking.verdicts import made, unheard
from bot.answers.claims import Claim, Verdict
from bot.answers.deeds import deeds
from bot.answers.positions import positions
from bot.library.library import Library
from bot.model.question import Question, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import TopicId

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
IN_A_PLACE = re.compile(rf"\bhosts?\b|\bin (?:the )?(?!(?:{MONTHS}|Q\d)\b)[A-Z]")
AT_A_TIME = re.compile(rf"\b(?:{MONTHS}|20\d\d|year|month|week|half|quarter|spring|summer|autumn|winter)\b")
TO_COME = re.compile(r"\b(?:next|scheduled|upcoming|planned|will|later this|to be held|forthcoming)\b")
SEEN_ALIKE = frozenset({Act.SHARED_VIEW, Act.AGREEMENT})


def agreed_on(asked: Asked, library: Library) -> Answer:
    """What was agreed together, or whether something was; what one side alone agreed to is another thing."""
    if len(asked.subjects) == 1 and not asked.joint and asked.acts:
        return acted(asked, library)
    if asked.anyone and not asked.joint and asked.acts and asked.mood is Mood.OPEN:
        answer = acted(asked, library)
        if answer.outcome is Outcome.ANSWERED:
            return answer
    verb = next((p for p in asked.pieces if "agree" in p.ids(Sort.ACT)), None)
    content = content_of(asked, library, without=(verb,) if verb else ())
    content = tuple(p for p in content if p.is_a(Sort.TOPIC) or not p.is_a(Sort.CUE))
    if not content and not numbers_left(asked):
        if is_one_silent(asked, library):
            return unheard(asked, library, ())
        return agreed(Question("agreed", chosen(asked, library), asked.locale, in_words=True), library)
    if asked.mood in (Mood.CLAIM, Mood.WHY) and verb:
        answer = claim(replace(asked, joint=True), library, verb)
        return answer if answer.outcome is Outcome.ANSWERED else _none_agreed(asked, library, content, answer)
    return _agreed_on_topic(asked, library, content)


def _agreed_on_topic(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Answer:
    anybody = replace(asked, subjects=(), people=(), joint=False)
    strange = tuple(p for p in content if p.is_a(Sort.REST))
    for topic in topics_of(asked, library):
        found = holding(anybody, library, topic, content)
        if found and (not strange or any(_has_all(library, s, strange) for s in _agreements(found))):
            return routed(anybody, library, "agreed", topic, found, content=content)
    for found in with_words(library, content, releases_of(asked, library)):
        if agreements := _agreements(found):
            return made(asked, library, Verdict.FOUND, Found(found.release, agreements))
        if strange:  # an agreement that somebody speaks of: "last year's summit"
            verdict = Verdict.NO if asked.mood is Mood.CLAIM else Verdict.FOUND
            return made(asked, library, verdict, found)
    return denied(asked, library, content)


def _agreements(found: Found) -> tuple[Statement, ...]:
    return tuple(s for s in found.statements if s.act is Act.AGREEMENT)


def _has_all(library: Library, statement: Statement, content: tuple[Piece, ...]) -> bool:
    return all(covers(library, statement, piece, loosely=True) for piece in content)


def _none_agreed(asked: Asked, library: Library, content: tuple[Piece, ...], answer: Answer) -> Answer:
    """The denial of ``/agreed`` where no agreement is on the topic at all; else the denial of the claim."""
    if not isinstance(answer, Claim) or any(s.act is Act.AGREEMENT for s in answer.statements):
        return answer
    if any(p.is_a(Sort.REST) for p in content) and any(_has_all(library, s, content) for s in answer.statements):
        return answer
    for topic in topics_of(asked, library):
        typed = typed_for(topic, content, library)
        said = on_topics(asked, library, asked.within)
        options = {"topic": typed if any(uses_words(s, typed) for f in said for s in f.statements) else topic}
        if library.number() > 1:
            options["release"] = answer.about.release.id
        plain = agreed(Question("agreed", options, asked.locale, in_words=True), library)
        if plain.outcome is Outcome.DENIED:
            return plain
    return answer


def shared(asked: Asked, library: Library) -> Answer:
    """Where the sides see alike."""
    if asked.mood is Mood.CLAIM and content_of(asked, library):
        verb = next((p for p in asked.pieces if "share-view" in p.ids(Sort.ACT)), None)
        return claim(replace(asked, joint=True), library, verb, SEEN_ALIKE)
    topics = topics_of(asked, library)
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.CUE, Sort.PARTY))
    if content and not topics:
        return _seen_alike(asked, library, content)
    options = {"act": Act.SHARED_VIEW.value, **({"topic": topics[0]} if topics else {}), **chosen(asked, library)}
    return deeds(asked.question, library, options)


def _seen_alike(asked: Asked, library: Library, content: tuple[Piece, ...]) -> Answer:
    """The shared views of a paragraph that speaks of what a question names."""
    for found in with_words(library, content, releases_of(asked, library)):
        paragraphs = {s.paragraph for s in found.statements}
        alike = (s for s in found.release.statements if s.paragraph in paragraphs and s.act is Act.SHARED_VIEW)
        if shown := tuple(alike):
            return made(asked, library, Verdict.FOUND, Found(found.release, shown))
    return denied(asked, library, content)


def followed_up(asked: Asked, library: Library) -> Answer:
    """What comes next."""
    topic = library.vocabulary.asking.follow_up_topic
    if topic not in library.vocabulary.topics or not library.is_spoken_of(Subject(topic=topic)):
        return agreed_on(asked, library)
    if asked.mood is Mood.CLAIM:
        return _next_claimed(asked, library, topic)
    if missing := _unsaid_of_the_next(asked, library, topic):
        return missing
    if named := _named_next(asked, library, topic):
        return named
    if set(topics_of(asked, library)) - {topic, *library.vocabulary.asking.broad_topics}:
        return on_topic(asked, library, "positions")
    options = {"topic": topic, **chosen(asked, library)}
    answer = positions(Question("positions", options, asked.locale, in_words=True), library)
    if answer.outcome is not Outcome.NOT_STATED:
        return answer
    for release in releases_of(asked, library):
        if told := library.statements_on(Subject(topic=topic), release):
            return made(asked, library, Verdict.FOUND, Found(release, told))
    return answer


def _named_next(asked: Asked, library: Library, topic: TopicId) -> Answer | None:
    """What is said of a next meeting that is named: "the next consular consultation"."""
    for release in releases_of(asked, library):
        content = _of_the_next(asked, library, release)
        if not content and not _of_the_next(asked, library):
            return None
        own = library.statements_on(Subject(topic=topic), release)
        if named := tuple(s for s in own if _has_all(library, s, content)):
            return made(asked, library, Verdict.FOUND, Found(release, named))
    return None


def _of_the_next(asked: Asked, library: Library, release: Release | None = None) -> tuple[Piece, ...]:
    """The words of a question that name what comes next, or whose it is; not those of the meeting's own name."""
    own = {w.stem for m in release.meetings for w in words_of(f"{m.name.en} {m.name.ko}")} if release else set()
    pieces = (p for p in content_of(asked, library) if not p.is_a(Sort.CUE) or p.is_a(Sort.TOPIC))
    broad = set(library.vocabulary.asking.broad_topics)
    named = (p for p in pieces if p.text not in NEXT and len(p.text) > 1 and not set(p.ids(Sort.TOPIC)) & broad)
    return tuple(p for p in named if not all(w.stem in own for w in p.words))


def _unsaid_of_the_next(asked: Asked, library: Library, topic: TopicId) -> Answer | None:
    """That no place or time is named for what comes next, where that is asked and so it is."""
    wanted = [
        (verdict, printed)
        for cue, verdict, printed in (("where", Verdict.NO_PLACE, IN_A_PLACE), ("when", Verdict.NO_TIME, AT_A_TIME))
        if asked.has(cue)
    ]
    for release in releases_of(asked, library):
        every = library.statements_on(Subject(topic=topic), release)
        content = _of_the_next(asked, library, release)
        own = tuple(s for s in every if _has_all(library, s, content)) or every
        own = tuple(s for s in own if TO_COME.search(s.quote)) or own
        for verdict, printed in wanted if own else ():
            if not any(printed.search(s.quote) for s in own):
                answer = made(asked, library, verdict, Found(release, own))
                command = Question("positions", {"topic": topic, **chosen(asked, library)}, asked.locale)
                return replace(answer, question=replace(answer.question, amounts_to=command))
        if own:
            return None
    return None


def _next_claimed(asked: Asked, library: Library, topic: str) -> Answer:
    """What is said of what comes next, where it has every word of a question; else what else there is."""
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.CUE))
    for release in releases_of(asked, library):
        own = library.statements_on(Subject(topic=topic), release)
        places = tuple(p for p in content if is_a_place(asked, p))
        there = tuple(s for s in own if all(is_printed(s, p) for p in places))
        covering = tuple(s for s in there if all(covers(library, s, piece) for piece in content))
        if content and covering:
            return made(asked, library, Verdict.FOUND, Found(release, covering))
        if own:
            return made(asked, library, Verdict.NO, Found(release, own))
    return denied(asked, library, content)


def with_conditions(asked: Asked, library: Library) -> Answer:
    """What was said on a condition; where nothing of it is, what was said on it."""
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.CUE, Sort.ACT) or p.is_a(Sort.TOPIC))
    acts = {act for id_ in asked.acts for act in library.vocabulary.asking.act(id_).acts}
    releases = releases_of(asked, library)
    spoken_of = with_words(library, content, releases) if content else tuple(Found(r, r.statements) for r in releases)
    for found in spoken_of:
        own = {s.id for s in found.statements}
        every = (s for s in found.release.statements if s.conditions and own & {s.id, *s.reply_to})
        if asked.people:
            every = (s for s in every if is_by(s, found.release, (), asked.people))
        conditional = tuple(s for s in every if not acts or s.act in acts)
        if conditional:
            return made(asked, library, Verdict.FOUND, Found(found.release, conditional))
    near = () if asked.mood is Mood.CLAIM else _conditional_on(asked, library, content)
    return made(asked, library, Verdict.FOUND, near[0]) if near else denied(asked, library, content)


def _conditional_on(asked: Asked, library: Library, content: tuple[Piece, ...]) -> tuple[Found, ...]:
    """Statements with conditions that have half of what a question names, or are on its topic, not only on a part."""
    broad = set(library.vocabulary.asking.broad_topics)
    pieces = tuple(p for p in content if not set(p.ids(Sort.TOPIC)) & broad)

    def has(statement: Statement, piece: Piece) -> bool:
        topics = (t for t in piece.ids(Sort.TOPIC) if not is_narrower(library, t, piece))
        filed = any(library.vocabulary.topic_and_below(t) & set(statement.topics) for t in topics)
        return filed or covers(library, statement, piece, loosely=True)

    found = (
        Found(r, tuple(s for s in r.statements if s.conditions and 2 * sum(has(s, p) for p in pieces) >= len(pieces)))
        for r in releases_of(asked, library)
    )
    return tuple(f for f in found if pieces and f.statements)


def bound(asked: Asked, library: Library) -> Answer:
    """Whether an agreement binds: where no statement calls one binding, none is said to be."""
    binding = tuple(p for p in asked.pieces if "binding" in p.ids(Sort.CUE))
    releases = releases_of(asked, library)
    if said := with_words(library, binding, releases):
        return made(asked, library, Verdict.FOUND, said[0])
    content = tuple(p for p in content_of(asked, library, without=binding) if not p.is_a(Sort.ACT, Sort.CUE))
    for release in releases:
        every = tuple(s for s in release.statements if s.act is Act.AGREEMENT)
        agreements = tuple(s for s in every if all(covers(library, s, p, loosely=True) for p in content))
        if agreements:
            answer = made(asked, library, Verdict.NO_BINDING, Found(release, agreements))
            command = Question("agreed", chosen(asked, library), asked.locale)
            return replace(answer, question=replace(answer.question, amounts_to=command))
    return unheard(asked, library, content_of(asked, library))
