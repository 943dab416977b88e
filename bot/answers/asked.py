"""What the options of a question mean: typed text to ids, or the answer that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.answers.answer import About, Answer, NotHeld, Outcome, Unclear
from bot.answers.called import called
from bot.answers.days import days_from, period_from
from bot.answers.wordings import slots_of
from bot.library.collection import NO_OTHERS
from bot.library.index.terms import Wanted, dated
from bot.library.library import Library
from bot.library.names import CHOICES_MOST
from bot.library.words import key, singular
from bot.model.question import Choice, Kind, Question, Subject
from bot.model.release import Release, Statement
from bot.model.value import PersonId, ReleaseId, TopicId

NEAREST_SHOWN = 3
NEAREST_TRIED = 12
PEOPLE_KINDS = (Kind.SIDE, Kind.WHO, Kind.PERSON)


class Stop(Exception):  # noqa: N818 - not an error: the answer is known already
    """Ends the reading of a question with an answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


def not_held(question: Question, library: Library, kind: Kind, typed: str, known: str = "") -> NotHeld:
    """Nothing of that name, or nothing said on it; with the names near it that lead somewhere.

    ``known`` is the id of what was asked for, where the vocabulary has it and only the releases do not.
    """
    names = library.names(kind, question.locale)
    nearest = () if known else names.near(typed, NEAREST_TRIED)
    day = period_from(typed) if kind is Kind.RELEASE else None
    if day:
        nearest = tuple(names.choice(id_) for id_ in library.published_near(day.first, NEAREST_SHOWN))
    if kind is Kind.TOPIC:
        above = [topic for id_ in names.exact(typed) if (topic := library.vocabulary.topics[id_].parent)]
        nearest = tuple(
            choice
            for choice in (*(names.choice(id_) for id_ in above), *nearest)
            if library.is_spoken_of(Subject(topic=choice.id))
        )
    shown = tuple(dict.fromkeys(nearest))[:NEAREST_SHOWN]
    within = asked_release(question, library) if kind is not Kind.RELEASE else None
    return NotHeld(
        question,
        Outcome.NOT_STATED,
        kind,
        typed,
        library.number(),
        library.span(),
        shown,
        known=known,
        within=within.id if within else None,
    )


def asked_id(question: Question, library: Library, option: str, kind: Kind) -> str | None:
    """The id that an option means; None where it was not given. Raises Stop for an unknown or unclear name."""
    typed = question.options.get(option)
    if typed is None:
        return None
    return named_id(question, library, kind, typed, lambda id_: with_ids(question, **{option: id_}))


def named_id(question: Question, library: Library, kind: Kind, typed: str, meaning: Callable[[str], Question]) -> str:
    """The id that some words mean; a release also by its day in words. Raises Stop for an unknown or unclear name.

    ``meaning`` is the question that asks for an id outright.
    """
    if kind in PEOPLE_KINDS and len(ids := called(typed, library, kind)) == 1:
        return ids[0]
    day = period_from(typed) if kind is Kind.RELEASE else None
    if kind is Kind.RELEASE and not day and (found := _dated(typed, library)):
        if len(found) == 1:
            return found[0]
        raise Stop(unclear(question, library, kind, typed, {id_: meaning(id_) for id_ in found}))
    resolved = library.resolve(kind, day.text if day else typed)
    if resolved.choices:
        raise Stop(unclear(question, library, kind, typed, {c.id: meaning(c.id) for c in resolved.choices}))
    if resolved.id is None:
        people = called(typed, library, Kind.PERSON) if kind is Kind.SIDE else ()
        raise Stop(not_held(question, library, kind, typed, known=next(iter(people), "")))
    return resolved.id


def _dated(typed: str, library: Library) -> tuple[ReleaseId, ...]:
    """The releases of a day typed without its year, or so that it can be two days; the newest, where they are many."""
    days = [dated(day.year, day.month, day.day) for day in days_from(typed)]
    return library.ids_saying((days,), CHOICES_MOST) if days else ()


def unclear(question: Question, library: Library, kind: Kind, typed: str, meant: dict[str, Question]) -> Unclear:
    """Several things are called so: their ids, and what each would ask."""
    names = library.names(kind, question.locale)
    choices: tuple[Choice, ...] = tuple(names.choice(id_) for id_ in meant)
    return Unclear(question, Outcome.AMBIGUOUS, kind, typed, choices, tuple(meant.values()))


def each(question: Question, option: str, ids: Iterable[str]) -> dict[str, Question]:
    """The same question with each of some ids for an option."""
    return {id_: with_ids(question, **{option: id_}) for id_ in ids}


def asked_release(question: Question, library: Library) -> Release | None:
    """The release asked for; None where any will do."""
    id_ = asked_id(question, library, "release", Kind.RELEASE)
    return library.release(id_) if id_ else None


def with_ids(question: Question, **ids: str | None) -> Question:
    """The question as its canonical self: ids where there were names."""
    return replace(question, options={**question.options, **{k: v for k, v in ids.items() if v}})


@dataclass(frozen=True)
class OnTopic:
    """A topic that some release has a word on: the release chosen to answer from, and its statements on the topic."""

    question: Question
    subject: Subject
    about: About
    statements: tuple[Statement, ...]


def asked_topic(question: Question, library: Library, wanted: Wanted, placing: PersonId | None = None) -> OnTopic:
    """The topic of a question in the release asked for, else in the newest that has what is ``wanted``.

    Where no release has that, the newest with any word on the topic, sooner one that has the person ``placing`` too.
    Raises Stop where there is no word at all.
    """
    typed = question.options["topic"]
    release = asked_release(question, library)
    subject = asked_subject(question, library, typed)
    question = with_ids(
        question, topic=None if subject.narrow else subject.topic, release=release.id if release else None
    )
    chosen = release or library.newest_with(subject, wanted)
    if chosen is None and placing:
        chosen = library.newest_placing(placing, subject)
    chosen = chosen or library.newest_with(subject)
    statements = library.statements_on(subject, chosen) if chosen else ()
    others = library.others_with(subject, chosen.id) if chosen else NO_OTHERS
    if chosen is None or not statements:
        raise Stop(replace(not_held(question, library, Kind.TOPIC, typed), others=others))
    return OnTopic(question, subject, About(chosen, others, library.accounts_of(chosen)), statements)


def asked_subject(question: Question, library: Library, typed: str) -> Subject:
    """A topic by name; else the words themselves, or others of their meaning, where the releases use them.

    Raises Stop where several topics that releases speak of are called so, or none and the words are not used.
    """
    names = library.names(Kind.TOPIC)
    is_named = names.exact(typed) or names.begun(typed)
    if not is_named and (used := _in_words(typed, library)):
        return used
    resolved = library.resolve(Kind.TOPIC, typed)
    topics = (resolved.id,) if resolved.id else tuple(choice.id for choice in resolved.choices)
    meant = {topic: subject for topic in topics if (subject := _on(topic, typed, library))}
    spoken = [topic for topic, subject in meant.items() if library.is_spoken_of(subject)]
    if len(spoken) > 1:
        raise Stop(unclear(question, library, Kind.TOPIC, typed, each(question, "topic", spoken)))
    if spoken:
        return meant[spoken[0]]
    if found := (_in_words(typed, library) if is_named else None) or meant.get(resolved.id or ""):
        return found
    raise Stop(not_held(question, library, Kind.TOPIC, typed))


def _in_words(typed: str, library: Library) -> Subject | None:
    """The words themselves where a release has them in a row, else others for the same; None where it has neither."""
    as_they_stand = Subject(words=typed)
    if library.is_spoken_of(as_they_stand):
        return as_they_stand
    said = Subject(words=typed, said=slots_of(typed, library))
    return said if library.is_spoken_of(said) else None


def _on(topic: TopicId, typed: str, library: Library) -> Subject | None:
    """A topic, or the part of it that was typed, or whose beginning was, in the vocabulary's own words for that.

    None where only words for a part begin so, of which no release speaks: the rest of the topic is not meant.
    """
    known = library.vocabulary.topics[topic]
    own = {key(topic), key(known.name.en), key(known.name.ko)}
    if key(typed) in own:
        return Subject(topic=topic)
    wanted = key(typed)
    part = next((word for word in known.narrower.all() if singular(key(word)) == singular(wanted)), None)
    begun = tuple(word for word in known.narrower.all() if f" {wanted}" in f" {key(word)}")
    if part is None and begun and not any(f" {wanted}" in f" {key(name)}" for name in (*own, *known.aliases.all())):
        parts = (Subject(topic=topic, words=word, narrow=True) for word in begun)
        return next(filter(library.is_spoken_of, parts), None)
    return Subject(topic=topic, words=part or typed, narrow=part is not None)
