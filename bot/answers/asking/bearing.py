"""Whether a statement bears out what was asked: its side, its verb, and every word of content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.asking.spelling import Word, is_hangul, is_slip, without_particles, words_of
from bot.library.agreed_deeds import is_agreed_deed
from bot.library.clauses import find_each
from bot.library.numbers import numbers_in, ordinals_in
from bot.library.quotes import plain_marks
from bot.library.respective import is_shared_out
from bot.model.asking import ActCue, Asking
from bot.model.korean_verbs import ADVERBS
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId, Words
from bot.model.vocabulary import Vocabulary

PART_LEAST = 2
"""Syllables of each part of a Korean compound."""
ONE_SYLLABLE_PARTICLES = frozenset("은는이가을를의에와과도만로")
FIRST_WORDS = 4
"""Words of a gist among which the verb of an agreement stands: "to explore …", "to jointly explore …"."""
KEPT_MOST = 8192
"""What is worked out for one question and the next; of a big library no more."""
PASSIVE = re.compile(r"^(?:is|are|was|were|(?:has|have|had) been) ")
"""Before a verb of which the words that follow are the deed: "it was agreed that"."""
AND_TO = re.compile(r",?\s+and to\s+")


@dataclass(frozen=True)
class Printed:
    """The words of a statement for comparing: its quote and its gist in both languages."""

    stems: frozenset[str]
    english: str
    korean: str
    """All its words without spaces: Korean compounds are written both ways."""
    syllables: frozenset[str]
    """Its Korean words of one syllable, without their particles."""
    numbers: frozenset[float]
    ordinals: frozenset[int]


@lru_cache(maxsize=4096)
def printed(statement: Statement) -> Printed:
    """The words of a statement, worked out once."""
    quote = statement.quote
    if statement.speaker:
        quote = re.sub(re.escape(statement.speaker), " ", quote, count=1, flags=re.IGNORECASE)
    text = f"{quote} {statement.gist.en}"
    stems = tuple(word.stem for word in words_of(text))
    korean = tuple(word.text for word in words_of(statement.gist.ko))
    ends = ("", *ONE_SYLLABLE_PARTICLES)
    syllables = frozenset(word[0] for word in korean if is_hangul(word[0]) and word[1:] in ends)
    return Printed(
        frozenset(stems),
        f" {' '.join(stems)} ",
        "".join(korean),
        syllables,
        numbers_in(text),
        frozenset(ordinals_in(text)),
    )


class Sameness:
    """Which words mean the same, as the editor of questions.yaml says."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._of: dict[str, set[str]] = {}
        for group in groups:
            phrases = {_spelt(phrase) for phrase in group}
            for phrase in phrases:
                self._of.setdefault(phrase, set()).update(phrases)

    def of(self, phrase: str) -> frozenset[str]:
        """A phrase and all that mean the same."""
        return frozenset({phrase, *self._of.get(phrase, ())})


def _spelt(phrase: str) -> str:
    return " ".join(word.stem for word in words_of(phrase))


@lru_cache(maxsize=4)
def _sameness(asking: Asking, *, loosely: bool = False) -> Sameness:
    return Sameness((*asking.same, *asking.near) if loosely else asking.same)


@lru_cache(maxsize=KEPT_MOST)
def has_word(statement: Statement, word: Word, asking: Asking, *, loosely: bool = False) -> bool:
    """Whether a statement has a word, another form of it, or one that means the same (``loosely``: or nearly so)."""
    sameness = _sameness(asking, loosely=loosely)
    own = printed(statement)
    forms = without_particles(word.text, asking.particles) if word.is_hangul else (word.stem,)
    for form in forms:
        for phrase in sameness.of(form):
            if _stands(phrase, own):
                return True
    if any(_stands_in_parts(form, own, sameness) for form in forms if is_hangul(form)):
        return True
    if ordinals := ordinals_in(word.text):
        return own.ordinals >= set(ordinals)
    if word.text.isdigit():
        return float(word.text) in own.numbers
    if not word.is_hangul:
        return any(is_slip(word.stem, known) for known in own.stems)
    return False


def _stands_in_parts(word: str, own: Printed, sameness: Sameness) -> bool:
    """Whether a Korean compound stands as its two parts: "긴장완화" where "긴장을 완화" is printed."""
    splits = range(PART_LEAST, len(word) - PART_LEAST + 1)
    return any(
        all(any(_stands(same, own) for same in sameness.of(part)) for part in (word[:at], word[at:])) for at in splits
    )


@lru_cache(maxsize=KEPT_MOST)
def has_phrase(statement: Statement, stems: str, asking: Asking) -> bool:
    """Whether a phrase that means the same as one, given by its stems, stands in a statement."""
    own = printed(statement)
    return any(_stands(phrase, own) for phrase in _sameness(asking).of(stems))


def _stands(phrase: str, own: Printed) -> bool:
    if is_hangul(phrase):
        return phrase in own.syllables if len(phrase) == 1 else phrase.replace(" ", "") in own.korean
    if " " in phrase:
        return f" {phrase} " in own.english
    return phrase in own.stems


def alike(text: str, asking: Asking) -> frozenset[str]:
    """A word or phrase, by its stems, and all that mean the same or nearly so, in either language."""
    return _sameness(asking, loosely=True).of(_spelt(text))


def means_the_same(stem: str, other: str, asking: Asking) -> bool:
    """Whether two stems are forms of one verb: the same, or of one meaning and one first letter ("held", "hold")."""
    return stem == other or (stem[:1] == other[:1] and other in _sameness(asking).of(stem))


def names_party(statement: Statement, party: PartyId, vocabulary: Vocabulary) -> bool:
    """Whether a statement names a party beside its speaker, is put to it, or is made by several of whom it is one."""
    if party in statement.addressee or (statement.joint and party in statement.sides):
        return True
    known = vocabulary.parties[party]
    short = (known.short.en, known.short.ko) if known.short else ()
    nicknames = (text for nickname in vocabulary.asking.nicknames if nickname.party == party for text in nickname.all())
    names = {_spelt(name) for name in (known.name.en, known.name.ko, *short, *known.aliases.all(), *nicknames)}
    own = printed(statement)
    return any(_stands(name, own) for name in names if len(name) > 1)


def is_negative(statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether a statement says that something is not so."""
    claimed = statement.quote
    for condition in statement.conditions:
        claimed = claimed.replace(condition, " ")
    words = re.findall(r"[a-z']+", claimed.lower())
    return bool(set(vocabulary.grammar.negations) & set(words))


def is_tentative(statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether it is an agreement to look for something, not yet to do it."""
    if statement.act is not Act.AGREEMENT:
        return False
    words = f" {' '.join(word.stem for word in words_of(statement.gist.en)[:FIRST_WORDS])} "
    return any(f" {_spelt(phrase)} " in words for phrase in vocabulary.grammar.tentative)


def unconditioned(statement: Statement, vocabulary: Vocabulary) -> Statement:
    """A statement without its conditions: what is only a condition there is not what it says."""
    if not statement.conditions:
        return statement
    quote = plain_marks(statement.quote)
    for condition in statement.conditions:
        for part in condition.split(" … "):
            quote = quote.replace(plain_marks(part), " ")
    english, korean = plain_marks(statement.gist.en), statement.gist.ko.split()
    for mark in reversed(find_each(vocabulary.grammar.conditions, english)):
        end = english.find(",", mark.end)
        english = f"{english[: mark.start]} {english[end:] if end > 0 else ''}"
    marked = [place for place, word in enumerate(korean[:-1]) if is_condition_mark(word, vocabulary)]
    korean = korean[marked[-1] + 1 :] if marked else korean
    gist = Words(en=english.strip(" ,") or statement.gist.en, ko=" ".join(korean))
    return statement.model_copy(update={"quote": quote, "gist": gist, "conditions": ()})


def is_condition_mark(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a Korean word ends as a condition does: "나아지는 대로", "되면"."""
    bare = word.strip(",.")
    marks = (mark.strip() for mark in vocabulary.grammar.conditions_ko)
    return any(bare.endswith((mark, f"{mark}으로", f"{mark}로", f"{mark}에")) for mark in marks) or bare == "한"


def is_hedged(statement: Statement, words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether a statement has a word that makes less of what it says, and none of some words is that.

    What several said "respectively" is not said by each of them.
    """
    if is_shared_out(statement):
        return True
    own = printed(statement)
    korean = "".join(word.text for word in words)
    asked = {word.stem for word in words}
    hedges = vocabulary.asking.hedging
    english = {_spelt(word) for word in hedges.en}
    if any(word.is_hangul for word in words):
        return any(word in own.korean for word in hedges.ko) and not any(word in korean for word in hedges.ko)
    meant = {same for word in asked for same in alike(word, vocabulary.asking)}
    return any(_stands(word, own) for word in english) and not english & meant


def deeds(statement: Statement) -> tuple[Statement, ...]:
    """A statement that agrees "to do this, and to do that" as one for each."""
    parts = AND_TO.split(statement.gist.en)
    if len(parts) == 1:
        return (statement,)
    gists = (Words(en=part if part.startswith("to ") else f"to {part}", ko=statement.gist.ko) for part in parts)
    return tuple(statement.model_copy(update={"gist": gist, "quote": gist.en, "speaker": None}) for gist in gists)


def verb_bears_out(statement: Statement, cue: ActCue, vocabulary: Vocabulary, *, alone: bool) -> bool:
    """Whether a statement does what the asker's verb says, no weaker. ``alone``: one side is its subject.

    "Agreed that a fund would be set up" is an agreement too, though it is filed as a view.
    An adverb before the printed verb is passed over ("strongly urged"), but none that makes less of it.
    """
    acts = (*cue.acts, *cue.one_sided) if alone else cue.acts
    agreed = Act.AGREEMENT in acts and is_agreed_deed(statement, vocabulary.grammar)
    if statement.act not in acts and not agreed:
        return False
    verb = PASSIVE.sub("", statement.verb.lower())
    bare = verb if vocabulary.grammar.hedge_in(verb) else ADVERBS.sub("", verb)
    return not cue.borne_out_by or any(form.startswith(tuple(cue.borne_out_by)) for form in (verb, bare))


def is_the_printed_verb(statement: Statement, typed: str) -> bool:
    """Whether the asker's verb, by its stem, is the one that a statement turns on: "accept" where it has "accepted"."""
    printed_verb = words_of(statement.verb)
    return bool(typed) and statement.act is not Act.BACKGROUND and [w.stem for w in printed_verb[:1]] == [typed]


def uses_a_word(statement: Statement, cue: ActCue) -> bool:
    """Whether a statement prints one of the asker's verbs: in "did not agree" it does, though nothing was agreed."""
    own = printed(statement)
    return any(_stands(_spelt(word), own) for word in (*cue.en, *cue.ko))


def is_by(statement: Statement, release: Release, sides: tuple[PartyId, ...], people: tuple[str, ...]) -> bool:
    """Whether these very sides, or this very person, say a statement."""
    if people:
        label = (statement.refers_to or statement.speaker or "").lower()
        return any(s.person in people and s.label.lower() == label for s in release.speakers)
    return set(sides) <= set(statement.sides) if sides else statement.act is not Act.BACKGROUND
