"""What the options of a question mean: typed text to ids, or the answer that says why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.answer import About, Answer, NotHeld, Outcome, Unclear
from bot.library.library import Library, Match
from bot.library.words import key
from bot.model.question import Choice, Kind, Question, Subject
from bot.model.release import Release, Statement

NEAREST_SHOWN = 3
NEAREST_TRIED = 12


class Stop(Exception):  # noqa: N818 - not an error: the answer is known already
    """Ends the reading of a question with an answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


def not_held(question: Question, library: Library, kind: Kind, typed: str) -> NotHeld:
    """Nothing of that name, or nothing said on it; with the nearest three names that lead somewhere."""
    names = library.names(kind, question.locale)
    nearest = names.nearest(typed, NEAREST_TRIED)
    if kind is Kind.TOPIC:
        above = [topic for id_ in names.exact(typed) if (topic := library.vocabulary.topics[id_].parent)]
        nearest = tuple(
            choice
            for choice in (*(names.choice(id_) for id_ in above), *nearest)
            if library.matches(Subject(topic=choice.id))
        )
    shown = tuple(dict.fromkeys(nearest))[:NEAREST_SHOWN]
    return NotHeld(question, Outcome.NOT_STATED, kind, typed, len(library.releases()), library.span(), shown)


def asked_id(question: Question, library: Library, option: str, kind: Kind) -> str | None:
    """The id that an option means; None where it was not given. Raises Stop for an unknown or unclear name."""
    typed = question.options.get(option)
    if typed is None:
        return None
    resolved = library.resolve(kind, typed)
    if resolved.choices:
        ids = tuple(choice.id for choice in resolved.choices)
        raise Stop(unclear(question, library, kind, typed, {id_: with_ids(question, **{option: id_}) for id_ in ids}))
    if resolved.id is None:
        raise Stop(not_held(question, library, kind, typed))
    return resolved.id


def unclear(question: Question, library: Library, kind: Kind, typed: str, meant: dict[str, Question]) -> Unclear:
    """Several things are called so: their ids, and what each would ask."""
    names = library.names(kind, question.locale)
    choices: tuple[Choice, ...] = tuple(names.choice(id_) for id_ in meant)
    return Unclear(question, Outcome.AMBIGUOUS, kind, typed, choices, tuple(meant.values()))


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


def asked_topic(question: Question, library: Library, wanted: Callable[[Match], bool]) -> OnTopic:
    """The topic of a question in the release asked for, else in the newest that has what is ``wanted``.

    Where no release has that, the newest with any word on the topic. Raises Stop where there is no word at all.
    """
    typed = question.options["topic"]
    release = asked_release(question, library)
    subject = asked_subject(question, library, typed)
    question = with_ids(question, topic=subject.topic, release=release.id if release else None)
    every = matches_on(subject, library)
    matches = [m for m in every if release is None or m.release.id == release.id]
    chosen = next((m.release for m in matches if wanted(m)), matches[0].release if matches else None)
    if chosen is None:
        raise Stop(not_held(question, library, Kind.TOPIC, typed))
    others = tuple(dict.fromkeys(m.release.id for m in every if m.release.id != chosen.id))
    statements = tuple(m.statement for m in matches if m.release.id == chosen.id)
    return OnTopic(question, subject, About(chosen, others, library.accounts_of(chosen)), statements)


def matches_on(subject: Subject, library: Library) -> tuple[Match, ...]:
    """Every statement on a subject; of a narrow one only those that use its words."""
    return tuple(m for m in library.matches(subject) if not subject.narrow or uses(m.statement, subject.words))


def asked_subject(question: Question, library: Library, typed: str) -> Subject:
    """A topic by name; else the words themselves, where the releases use them."""
    names = library.names(Kind.TOPIC)
    words = Subject(words=typed)
    if not names.exact(typed) and not names.begun(typed) and library.matches(words):
        return words
    topic = asked_id(question, library, "topic", Kind.TOPIC)
    assert topic is not None
    name = library.vocabulary.topics[topic].name
    own = {key(topic), key(name.en), key(name.ko)}
    narrow = key(typed) in {key(word) for word in library.vocabulary.topics[topic].narrower.all()}
    return Subject(topic=topic, words="" if key(typed) in own else typed, narrow=narrow)


def uses(statement: Statement, words: str) -> bool:
    """Whether a statement uses some words, in its quote or in a gist; an English plural is the same word."""
    said = key(f"{statement.quote} {statement.gist.en} {statement.gist.ko}")
    if not words.isascii():
        return key(words).replace(" ", "") in said.replace(" ", "")
    return f" {_singular(words)} " in f" {_singular(said)} "


def _singular(text: str) -> str:
    return " ".join(word.removesuffix("s") for word in key(text).split())
