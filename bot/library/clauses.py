"""Clauses: who is the subject of a verb of saying, and which verb a quote turns on.

No parser, only what the genre needs (GENRE 3, 5): labels of sides that a release declares, verbs of the
vocabulary, sentence ends, and the little words that make a label something other than a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.library.phrase_book import WORDS_BETWEEN_MOST, is_word, phrase_pattern
from bot.library.quotes import folded_marks, plain_marks, words_in
from bot.model.speech_acts import Act, Use, Verb

ABBREVIATIONS = ("mr", "mrs", "ms", "dr", "amb", "h.e", "no", "st", "vs", "prof", "gen", "hon", "e.g", "i.e")
FEW = 24
"""So many phrases are sooner looked for one by one than a text is cut into words."""
FIRST_WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?]['\")\]]*\s+(?=['\"(]?[A-Z0-9])")
ASIDE_WORDS_MOST = 8
DETERMINERS = frozenset(
    "their its his her the a an our strong firm full continued continuing shared mutual longstanding enduring "  # noqa: SIM905 - reads better
    "unwavering steadfast ironclad respective joint common deep".split()
)
ARTICLES = ("the", "its", "their", "a", "an", "then")
NO_ADJECTIVE = frozenset("of that how whether why to for on in with and or which".split())  # noqa: SIM905 - reads better
"""Words that no * in what follows a verb stands for: it stands for adjectives."""
STATES = frozenset("committed resolved opposed agreed concerned".split())  # noqa: SIM905 - reads better
"""After "is" these say how their subject stands, not what was done to it."""
CLAUSE_WITHIN = re.compile(r"\b(?:which|whom|that|what|whether|when|where|how)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a label that reaches its verb: a clause within, with a subject of its own ("to which X agreed")."""
CLAUSE_OPENERS = (",", ";", ":", "while", "whereas", "but")
NO_SUBJECT_AFTER = frozenset(
    "that with between among amongst by of for to from in on against toward towards about within regarding "  # noqa: SIM905 - reads better
    "including concerning through at into as than over under alongside both which where when whom what how "
    "who".split()
)
ADVERB = re.compile(
    r"(?:in turn|in response|for (?:its|their|his|her) part|once again|\w+ly|also|further|then|again|both|all|each"
    r"|has|have|had|will|would|is|are|was|were|been|,)(?!\w)",
    re.IGNORECASE,
)
ASIDE_AFTER = re.compile(r"^\s*,[^,.;]{1,80},|^\s*(?:once again|once more|not only|as well|together)(?!\w)")
"""What may stand between a verb and what it is followed by: ", among other things,"."""
COUNTRY_HEAD = re.compile(r"^\s*\([^)]*\)\s*")
"""The country at the head of a paragraph of a round-up: "(Malaysia) …"."""
OF_PARTY = re.compile(r"^\s+of\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*")
"""What a name may carry before its verb: "Anna Kolb of Ostrava"."""
ASIDE = re.compile(r",\s*([^,]*),\s*(.*)")
JOINS_SUBJECTS = re.compile(r"\s*(?:,|,?\s*and|&)\s+(?:the\s+)?", re.IGNORECASE)
LISTS_ON = re.compile(r"\s*,\s.*\s(?:and|&)\s")
"""After a label with a comma: then it is the first of a list, and not the end of what a sentence opens with."""
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


class Found(NamedTuple):
    """A phrase found in a text: its start, its end, and the phrase as printed."""

    start: int
    end: int
    printed: str


def sentence_around(paragraph: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence of ``paragraph`` that holds position ``at``."""
    start = 0
    for end, following in _sentence_ends(paragraph):
        if following > at:
            return start, end
        start = following
    return start, len(plain_marks(paragraph))


@lru_cache(maxsize=1024)
def _sentence_ends(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence but the last ends, and where the next begins."""
    text = plain_marks(paragraph)
    ends = (match for match in SENTENCE_END.finditer(text) if not _is_abbreviation(text, match.start()))
    return tuple((match.start() + 1, match.end()) for match in ends)


def _is_abbreviation(text: str, dot: int) -> bool:
    if text[dot] != ".":
        return False
    word = re.search(r"[\w.]*$", text[:dot])
    before = word[0].lower() if word else ""
    return before in ABBREVIATIONS or len(before) == 1 or ("." in before and len(before.split(".")[-1]) == 1)


def find_all(phrase: str, text: str) -> list[Found]:
    """Every place where ``phrase`` stands in ``text`` as whole words."""
    if "*" in phrase:
        return [Found(m.start(), m.end(), m[0]) for m in phrase_pattern(phrase).finditer(plain_marks(text))]
    wanted, folded = folded_marks(phrase), folded_marks(text)
    found: list[Found] = []
    start = folded.find(wanted)
    while start >= 0 and wanted:
        end = start + len(wanted)
        if is_word(folded, start, end):
            found.append(Found(start, end, plain_marks(text)[start:end]))
        start = folded.find(wanted, start + 1)
    return found


@lru_cache(maxsize=2048)
def find_each(phrases: tuple[str, ...], text: str) -> tuple[Found, ...]:
    """Every place where one of ``phrases`` stands in ``text`` as whole words, phrase by phrase."""
    if len(phrases) > FEW and _first_words(phrases).isdisjoint(words_in(text)):
        return ()
    folded = folded_marks(text)
    present = [phrase for phrase, wanted in _folded(phrases) if wanted in folded]
    return tuple(found for phrase in present for found in find_all(phrase, text))


@lru_cache(maxsize=512)
def _first_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """The words that phrases begin with, without case."""
    return frozenset(found[0] for phrase in phrases if (found := FIRST_WORD.search(folded_marks(phrase))))


@lru_cache(maxsize=512)
def _folded(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each phrase with what must stand in a text that has it, without case: of one with a * its longest part."""
    return tuple((phrase, max(map(str.strip, folded_marks(phrase).split("*")), key=len)) for phrase in phrases)


def meanings(verb: Verb, following: str, *, joint: bool) -> tuple[Use, ...]:
    """The uses that ``verb`` can have for one side or for several, before the words ``following``."""
    rest = ASIDE_AFTER.sub("", plain_marks(following)).lstrip(" ,:")
    folded = folded_marks(rest)
    scored: list[tuple[int, Use]] = []
    for use in verb.uses:
        if use.sides != "any" and (use.sides == "joint") is not joint:
            continue
        if not use.then:
            scored.append((0, use))
            continue
        lengths = [len(begin) for begin, part in _folded(use.then) if part in folded and _begins(rest, begin)]
        if lengths:
            scored.append((max(lengths), use))
    most = max((score for score, _ in scored), default=0)
    return tuple(use for score, use in scored if score == most)


def _begins(rest: str, beginning: str) -> bool:
    match = phrase_pattern(beginning).search(rest)
    if match is None:
        return False
    between = match[0].split()[1:-1] if "*" in beginning else []
    if any(word.lower().strip(",") in NO_ADJECTIVE for word in between):
        return False
    skipped = rest[: match.start()].replace(",", " ").split()
    others = (word for word in skipped if not ADVERB.fullmatch(word) and word.lower() not in DETERMINERS)
    return len(skipped) <= WORDS_BETWEEN_MOST and next(others, None) is None


def without_auxiliaries(verb: str) -> str:
    """A verb without the auxiliaries and adverbs before it: "was strongly stressed" -> "stressed"."""
    rest = verb.strip()
    while (match := ADVERB.match(rest)) and match.end() < len(rest):
        rest = rest[match.end() :].lstrip()
    return rest


def without_agent(following: str, labels: tuple[str, ...]) -> str:
    """What follows a passive without its agent: " by both sides to meet" -> " to meet"."""
    match = re.match(r"\s*by\s+(?:the\s+)?", following)
    if match is None:
        return following
    rest = following[match.end() :]
    found = [m for label in labels if (m := phrase_pattern(label.removeprefix("the ")).match(rest))]
    return rest[max(m.end() for m in found) :] if found else following


def acts_of(verb: Verb) -> frozenset[Act]:
    """Every act that ``verb`` can perform for anybody."""
    return frozenset(use.act for use in verb.uses)


def adjacent_subject(paragraph: str, verb: Found, labels: tuple[str, ...]) -> Found | None:
    """The label right before a verb, if it opens a clause there: a subject beyond doubt."""
    text = plain_marks(paragraph)
    start, _ = sentence_around(paragraph, verb.start)
    for label in reversed(_labels_in(text, start, verb.start, labels)):
        near = _reaches(text[label.end : verb.start]) and not _is_possessor(text, label)
        if near and _opens_clause(text[start : label.start]):
            return label
    return None


def subject_of(paragraph: str, verb: Found, labels: tuple[str, ...], speaking: tuple[int, ...] = ()) -> Found | None:
    """The label that is the grammatical subject of ``verb``, or None where none can be told.

    The agent of a passive ("was stressed by X") comes first. Then a label right before the verb wins (adverbs and
    one short aside may stand between); otherwise the first label that opens a clause of the sentence. Labels
    joined by "and" are one subject, so a subject that no label covers whole comes back as printed. A passive
    without an agent has none: "the two sides were urged" is said by nobody.

    ``speaking`` are the places of other verbs of saying: of "X proposed …, and Y welcomed … and said …" the last verb
    has the subject of the one before it, Y.
    """
    text = plain_marks(paragraph)
    start, end = sentence_around(paragraph, verb.start)
    if PASSIVE.search(text[start : verb.start]):
        agents = [f for f in _labels_in(text, verb.end, end, labels) if text[: f.start].rstrip().endswith(" by")]
        if agents or verb.printed.lower() not in STATES:
            return agents[0] if agents else None
    found = [f for f in _labels_in(text, start, verb.start, labels) if not _is_possessor(text, f)]
    for label in reversed(found):
        before = text[start : label.start]
        if _reaches(text[label.end : verb.start]) and (not follows_preposition(before) or CLAUSE_WITHIN.search(before)):
            return label
    openings = [f for f in found if _opens_clause(text[start : f.start])]
    later = (
        f for f in reversed(openings) if any(f.end <= at < verb.start and _reaches(text[f.end : at]) for at in speaking)
    )
    opening = next(later, next(iter(openings), None))
    if opening is None and verb.printed.lower().endswith("ing"):  # "Stressing the need …, the two sides …"
        after = _labels_in(text, verb.end, end, labels)
        return next((f for f in after if text[: f.start].rstrip(" ").endswith((",", ", the"))), None)
    return opening


@lru_cache(maxsize=2048)
def _labels_in(text: str, start: int, end: int, labels: tuple[str, ...]) -> tuple[Found, ...]:
    """Labels between two positions, in order; of two that overlap the longer stays, and "X and Y" is one."""
    found = [f for f in find_each(labels, text) if start <= f.start and f.end <= end]
    kept: list[Found] = []
    for candidate in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    merged: list[Found] = []
    for label in sorted(kept, key=lambda f: f.start, reverse=True):
        joint = text[label.end : merged[-1].start] if merged else ""
        joins = bool(merged) and JOINS_SUBJECTS.fullmatch(joint)
        if joins and (joint.strip() != "," or LISTS_ON.match(text[label.end : merged[-1].end])):
            last = merged.pop()
            merged.append(Found(label.start, last.end, text[label.start : last.end]))
        else:
            merged.append(label)
    return tuple(reversed(merged))


def _is_possessor(text: str, label: Found) -> bool:
    after = text[label.end : label.end + 2]
    return after == "'s" or (label.printed.endswith("s") and after[:1] == "'")


def _reaches(between: str) -> bool:
    """Whether nothing but adverbs, or one short aside between commas, stands between subject and verb."""
    gap = OF_PARTY.sub("", between).strip()
    if aside := ASIDE.fullmatch(gap):
        if len(aside[1].split()) > ASIDE_WORDS_MOST:
            return False
        gap = aside[2]
    while gap and (match := ADVERB.match(gap)):
        gap = gap[match.end() :].lstrip()
    return not gap


def _words(text: str) -> list[str]:
    words = text.lower().replace(",", " ,").replace(";", " ;").replace(":", " :").split()
    while words and words[-1] in ARTICLES:
        words.pop()
    return words


def follows_preposition(before: str) -> bool:
    """Whether the word before a label makes it something other than a subject ("with", "that", "which")."""
    words = _words(before)
    return bool(words) and words[-1] in NO_SUBJECT_AFTER


def _opens_clause(before: str) -> bool:
    """Whether a label after ``before`` stands where a clause begins."""
    words = _words(COUNTRY_HEAD.sub("", before))
    return not words or words[-1] in CLAUSE_OPENERS or words[-2:] in ([",", "and"], [";", "and"])
