"""An English gist has the words of its quote, its parties in their order, its conditions and its "not"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from bot.errors import Fault
from bot.library.checks.gist import IN_BRACKETS, Gist
from bot.library.checks.gist_kept import kept_in_english
from bot.library.checks.gist_order import order_faults
from bot.library.clauses import find_all, find_each
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.model.release import Statement

OWNERS = re.compile(r"\b(?:its|their|his|her|our)\b")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
WORD = re.compile(r"[A-Za-z][\w.-]*(?:'[A-Za-z]+)?")
CAPITAL = re.compile(r"\b[A-Z][\w'-]*")
LOWERED = re.compile(r"\b(Vice|Deputy|Assistant|Under|Associate|Acting|Former|Special|Permanent)[ -]([A-Z][a-z]+)")
MORE_THAN_A_LOOK = "the gist promises more than the quote, which is only to explore or to consider"
EXCEPTING = ("unlike", "except", "without", "rather than", "instead of")
ARTICLES = ("a", "an", "the", "it", "their", "ani")
OPENING = (
    "a",
    "an",
    "the",
    "of",
    "on",
    "in",
    "for",
    "to",
    "that",
    "about",
    "from",
    "by",
    "with",
    "where",
    "which",
    "is",
)
"""What may open a [ ] without standing so in the paragraph."""
BACK = frozenset(("it", "they", "them", "its", "their"))
PLURAL = frozenset(("they", "them", "their"))
SEVERAL = re.compile(
    r"[^s]s\b|\band\b|people|police|crew|team|child|men\b|staff|media|public|group|side|delegation|govern"
)
"""In a [ ] after "them": more than one."""
FAR_INTO_A_GIST = 12
"""Words before an "it" of which one is what it means."""
NOUN_OF_POINTING = 3
"""Words between a [ ] and the word that it explains, that word counted: "its new cost [of the roadmap]"."""
CONDITION_KEPT = 0.5
"""The share of a condition's words that a gist keeps at least, beside a word that shows it is one."""


def check_english(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """The faults of an English gist."""
    grammar = reading.vocabulary.grammar
    statement = gist.statement
    if HANGUL.search(gist.own):
        yield reading.fault(gist.place, "is not in English")
    if is_tentative(reading, statement) and not find_each(grammar.tentative, gist.own):
        yield reading.fault(gist.place, MORE_THAN_A_LOOK)
    for form in sorted({hit.printed for hit in reading.lexicon.verbs.hits(gist.own) if not hit.gap}):
        if not find_all(form, gist.content):
            yield reading.fault(gist.place, f"the gist says {form!r}, which the quote does not")
    yield from _verb_faults(reading, gist)
    yield from kept_in_english(reading, gist)
    yield from _word_faults(reading, gist)
    yield from _party_faults(reading, gist)
    yield from _negation_faults(reading, gist)
    yield from _rank_faults(reading, gist)
    for owner in _owner_faults(gist):
        yield reading.fault(gist.place, f"{owner!r} is not in the quote, which does not say whose it is")
    yield from _negated_faults(reading, gist)
    yield from order_faults(reading, gist)
    yield from _bracket_faults(reading, gist)
    yield from _condition_faults(reading, gist)


def _verb_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """The gist goes on after the verb as the entry gives it, and says no word of it again: "called for | for help"."""
    verb = plain_marks(gist.statement.verb)
    first, last = gist.own.split()[:1], verb.split()[-1:]
    if not verb or gist.is_background:
        return
    alike = gist.own[:1].casefold() == verb[:1].casefold()
    whole = re.match(rf"{re.escape(verb)}\b", gist.own, re.IGNORECASE) if alike else None
    if again := verb if whole else first[0] if first == last else "":
        yield reading.fault(gist.place, f"the gist goes on after the verb; leave out {again!r}")


def _owner_faults(gist: Gist) -> Iterator[str]:
    """A "their" or "its" that the quote has not: it would say whose something is."""
    if owners := OWNERS.findall(gist.own.casefold()):
        printed = set(OWNERS.findall(gist.statement.quote.casefold()))
        yield from dict.fromkeys(word for word in owners if word not in printed)


def is_tentative(reading: Reading, statement: Statement) -> bool:
    """Whether an outcome is only to look, not to do: "agreed to explore"."""
    return statement.act.is_outcome and any(
        find_all(f"to {word}", statement.quote) for word in reading.vocabulary.grammar.tentative
    )


def _word_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Words that are neither the quote's nor among those that add nothing."""
    grammar = reading.vocabulary.grammar
    even = reading.lexicon.same.evened
    printed = stems_of(gist.statement.quote)
    own = reading.lexicon.without_parties(gist.own)
    new = set(even(stems_of(own))).difference(printed, reading.lexicon.own_stems)
    if not new:
        return
    names_its_own = plain_marks(gist.statement.quote)[:1].isupper()
    lent = " ".join(CAPITAL.findall(gist.around)) if gist.is_background and not names_its_own else ""
    new.difference_update(even(printed), stems_of(lent))
    if gist.statement.conditions:
        new.difference_update(stems_of(" ".join(grammar.conditions)))
    absent = [word for word in WORD.findall(own) if not new.isdisjoint(even(stems_of(word)))] if new else []
    if absent:
        words = ", ".join(repr(word) for word in dict.fromkeys(absent))
        message = f"{words}: not in the quote; use its words, or [ ] around what the paragraph says elsewhere"
        yield reading.fault(gist.place, message)


def _party_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    named = reading.parties_in_order(gist.own)
    for party in named:
        if party not in gist.parties:
            yield reading.fault(gist.place, f"the gist names {party}, which the words after the verb do not")
    if gist.is_background:
        return
    yield from party_left_out(reading, gist, {*named, *reading.parties_in(gist.added)})
    places = [gist.parties.index(party) for party in named if party in gist.parties]
    if any(first > second for first, second in pairwise(places)):
        yield reading.fault(gist.place, f"the quote names {', '.join(gist.parties)} in this order; keep it")


def party_left_out(reading: Reading, gist: Gist, kept: Container[str]) -> Iterator[Fault]:
    """The parties that the words after the verb name and that are not among those ``kept`` in a gist."""
    for party in reading.parties_in_order(_without_speakers(reading, gist.after)):
        if party not in kept:
            yield reading.fault(gist.place, f"the gist leaves out {party}, which the words after the verb name")


def _without_speakers(reading: Reading, text: str) -> str:
    """What comes after the verb without others who say something there: "hoped for, and the League promised, …"."""
    speakers = reading.release.speakers if "and " in text.casefold() else ()
    for speaker in speakers:
        for found in reversed(find_all(f"and {speaker.label}", text)):
            text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _negation_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    statement = gist.statement
    negations = reading.vocabulary.grammar.negations
    said = gist.own if gist.is_background else f"{gist.own} {gist.added} {statement.verb}"
    printed = find_each(negations, statement.quote)
    if printed and not find_each(negations, said):
        yield reading.fault(gist.place, f"the gist loses the {printed[0].printed!r} of the quote")
    in_verb = () if gist.is_background else find_each(negations, statement.verb)
    if (added := find_each(negations, gist.own)) and len(printed) <= len(in_verb):
        yield reading.fault(gist.place, f"the gist has a {added[0].printed!r} that the quote has not")


def _rank_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """A "Vice Minister" of the quote whom the gist calls a Minister."""
    quote = plain_marks(gist.statement.quote)
    for lower, rank in dict.fromkeys(LOWERED.findall(quote)):
        bare = re.compile(rf"(?<!{lower}[ -])\b{rank}\b")
        if len(bare.findall(gist.own)) > len(bare.findall(quote)):
            yield reading.fault(gist.place, f"{rank!r} is {f'{lower} {rank}'!r} in the quote; keep the rank")


def _negated_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """What is negated in the gist is what the quote negates: two words after a "not" or "unlike" are the same."""
    negating = (*reading.vocabulary.grammar.negations, *EXCEPTING)
    in_gist = find_each(negating, gist.own)
    if not in_gist:
        return
    negated = [_first_words(gist.statement.quote[found.end :]) for found in find_each(negating, gist.statement.quote)]
    for found in in_gist:
        words = _first_words(gist.own[found.end :])
        if negated and words not in negated and not any(_begin_alike(words, other) for other in negated):
            yield reading.fault(gist.place, f"other words stand after {found.printed!r} than in the quote")


def _begin_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a text ends after the first of the two words that follow in the other."""
    return len(one) != len(other) and bool(one) and bool(other) and one[0] == other[0]


def _first_words(text: str) -> tuple[str, ...]:
    """The stems of the first two words, articles apart."""
    return tuple(stem for stem in stems_of(text) if stem not in ARTICLES)[:2]


def _bracket_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """What a [ ] explains stands right before it, and its words stand in the paragraph as one phrase."""
    text = plain_marks(gist.statement.gist.en)
    if "[" not in text:
        return
    around = stems_of(gist.around)
    for match in IN_BRACKETS.finditer(text):
        words = list(stems_of(match[1]))
        while words and words[0] in OPENING:
            words.pop(0)
        if not any(tuple(words) == around[at : at + len(words)] for at in range(len(around))):
            yield reading.fault(
                gist.place, f"the words in [ ] ({match[1]}) do not stand in the paragraph as one phrase"
            )
        if message := _antecedent_fault(reading, gist, text, match):
            yield reading.fault(gist.place, message)
        before = WORD.findall(IN_BRACKETS.sub(" ", text[: match.start()]).casefold())
        pointing = reading.vocabulary.grammar.pointing
        if not any(word in pointing for word in before[-NOUN_OF_POINTING:]) and "the" not in before[-2:]:
            message = f'[{match[1]}] explains nothing; it stands after a "this", "its" or "him", or after its noun'
            yield reading.fault(gist.place, message)


def _antecedent_fault(reading: Reading, gist: Gist, text: str, bracket: re.Match[str]) -> str | None:
    """That an "it" far into a quote means something from outside of it, or a "them" one alone; or None."""
    before = IN_BRACKETS.sub(" ", text[: bracket.start()]).split()
    several = SEVERAL.search(bracket[1]) or reading.parties_in(bracket[1])
    if before and before[-1].casefold() in PLURAL and not several:
        return f"{before[-1]!r} are several, and [{bracket[1]}] is one"
    if not before or before[-1].casefold() not in BACK or len(before) < FAR_INTO_A_GIST:
        return None
    words = [stem for stem in stems_of(bracket[1]) if stem not in ARTICLES]
    if not words or set(words) <= {*stems_of(gist.statement.quote)}:
        return None
    return f"{before[-1]!r} means something named before it in the quote, not [{bracket[1]}]"


def _condition_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Each condition is in the gist: most of its words, and a word that shows it is one."""
    stems = set(stems_of(gist.own)) if gist.statement.conditions else set()
    for condition in gist.statement.conditions:
        words = set(stems_of(condition)) - reading.lexicon.own_stems
        kept = len(words & stems) >= len(words) * CONDITION_KEPT
        shown = find_each(reading.vocabulary.grammar.conditions, gist.own) or plain_marks(condition) in gist.own
        if not kept or not shown:
            yield reading.fault(gist.place, f"the gist loses the condition {condition!r}")
