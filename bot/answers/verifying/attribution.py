"""What a message says around a quote: to whom it gives the words, and with which verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.quoted import STOPS, Phrase
from bot.answers.speakers import AND, Named, by_name, labels_in
from bot.answers.verifying.attribution_korean import korean_speaker
from bot.answers.verifying.claimant import OFFICE, described
from bot.answers.verifying.nobody import is_nobody, is_pronoun
from bot.answers.verifying.nouns import last_clause, noun_after, noun_before
from bot.library.clauses import follows_preposition, sentence_around
from bot.library.library import Library
from bot.library.phrase_book import Hit
from bot.library.quotes import plain_marks
from bot.model.release import Release
from bot.model.speech_acts import Verb

NAME_WORDS_MOST = 12
NOT_WORDS_BEFORE = 2
WORD = re.compile(r"[\w][\w.'’-]*")
OPENS = re.compile(r"(?:^|[,;:.]|\b(?:and|but|while|whereas))\s*(?:the\s+)?$", re.IGNORECASE)
"""What stands before a subject."""
NEW_CLAUSE = re.compile(r"\W*(?:and|but|while|whereas)\b", re.IGNORECASE)
ARTICLE = re.compile(r"\bthe\b", re.IGNORECASE)
SOURCE_BEFORE = re.compile(
    r"\b(?:(?:according to|in the words of|per|quoting)\s+([^,;:]{2,80}?)|as\s+([^,;:]{2,60}?)\s+put it"
    r"|([^,;:]{2,60})'s words)\s*[,:]?\s*[\"']?$",
    re.IGNORECASE,
)
SOURCE_AFTER = re.compile(
    r"[\s,.\"']*(?:(?:according to|in the words of|per)\s+([^,;:.]{2,80})|as\s+([^,;:.]{2,60}?)\s+put it)",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\s*[-–—]+\s*([A-Z][^,;:.]{1,80})[.\s]*|\s*\(([A-Z][^()]{1,80})\)[.\s]*")
"""After a quote: a name and nothing else."""
DEED = re.compile(r"[a-z]+(?:ed|ing)\b|.*\b(?:and|or)$")
"""After a subject: another verb than the one of saying."""
ASIDE = re.compile(r",\s*([^,]+),\s*(?:\w+ly\s+)?$")
"""Between a subject and its verb: ", speaking last,"."""
FEW_WORDS = re.compile(r"[a-z]\S*(?: \S+){0,4}$")
BLANK = "~"
"""Stands, letter for letter, for the other quotes of a message."""
Place = tuple[int, int, Named]
"""Where a name stands in a text, and whom it means."""


@dataclass(frozen=True)
class Attribution:
    """The speaker and the verb that a message gives to a quote, as far as it gives any."""

    speaker: Named | None = None
    verb: Hit[Verb] | None = None
    following: str = ""
    """What follows the verb: it decides what the verb does."""
    negated: bool = False
    whole_verb: str = ""
    """The verb with the words before it: "tentatively agreed"."""


def attribution(text: str, phrase: Phrase, release: Release, library: Library) -> Attribution:
    """Who says a phrase and how, in the words of its own sentence: those before it, else those after it."""
    plain = plain_marks(text)
    start, _ = sentence_around(text[: phrase.start], max(phrase.start - 1, 0))
    rest = plain[phrase.end :].lstrip()
    _, end = sentence_around(rest, 0)
    before = plain[start : phrase.start].rpartition(";")[2]
    after = plain[phrase.end : len(plain) - len(rest) + end].partition(";")[0]
    if before.rstrip().endswith(tuple(STOPS)):
        before = ""
    if korean := korean_speaker(before, after, release, library):
        return Attribution(korean)
    if direct := _directly_before(before, release, library) or _source(before, after, release, library):
        return Attribution(direct)
    verbs = list(library.lexicon.verbs.best(before))
    if verbs:
        said = next(hit for hit in verbs if hit.end >= verbs[-1].end)
        ahead, following = before[: said.start], f"{before[said.end :]} {phrase.words}"
        whole = f"{ahead}{said.printed}"
        return Attribution(_speaker(ahead, release, library), said, following, _is_negated(ahead, library), whole)
    if BLANK in after or NEW_CLAUSE.match(after):
        return Attribution(_begun(before, release, library))
    verb = library.lexicon.verbs.first(after)
    if verb is None:
        return Attribution(_signed(after, release, library) or _begun(before, release, library))
    ahead = after[: verb.start]
    subject = _speaker(ahead, release, library) or _agent(after[verb.end :], release, library)
    return Attribution(subject, verb, phrase.words, _is_negated(ahead, library), f"{ahead}{verb.printed}")


def _speaker(ahead: str, release: Release, library: Library) -> Named | None:
    """Who the subject of a verb after ``ahead`` is, known to the release or not; None where it claims nobody."""
    told = _subject(ahead, release, library)
    aside = ASIDE.search(ahead)
    if aside and not described(aside[1], release, library).known:
        ahead = ahead[: aside.start()]
    clause = last_clause(ahead)
    noun = noun_before(ahead)
    found = described(noun, release, library)
    if found.known and not is_pronoun(noun):
        return found
    if not noun or is_pronoun(noun) or library.lexicon.verbs.first(noun.rpartition(" ")[0]):
        return told
    if begun := _opening(clause, release, library, DEED):
        return begun
    if told and noun.endswith(told.typed):
        return told
    return None if is_nobody(noun) else found


def _opening(clause: str, release: Release, library: Library, then: re.Pattern[str]) -> Named | None:
    """Who opens a clause that goes on with ``then``."""
    words = clause.split()
    for end in range(min(len(words) - 1, NAME_WORDS_MOST), 0, -1):
        if then.match(" ".join(words[end:])):
            found = described(" ".join(words[:end]), release, library)
            if found.known:
                return found
    return None


def _source(before: str, after: str, release: Release, library: Library) -> Named | None:
    """Who is named as the source of a quote, or beside it with nothing else: "According to X, “…”", "X: “…”"."""
    source = SOURCE_BEFORE.search(before) or SOURCE_AFTER.match(after)
    if beside := source or SIGNED.fullmatch(after):
        noun = next(filter(None, beside.groups())).strip(" ,")
    else:
        noun = noun_before(before.rstrip(" :")) if before.rstrip().endswith(":") else ""
    if not noun or is_nobody(noun):
        return None
    found = described(noun, release, library)
    return found if found.known or source or OFFICE.search(noun) else None


def _begun(before: str, release: Release, library: Library) -> Named | None:
    """Who opens the clause of a quote that no verb of saying leads to: "X gave “…”"."""
    clause = last_clause(before)
    if before.rstrip().endswith(":") or any(map(is_nobody, clause.split()[1:-1])) or is_nobody(clause):
        return None
    return _opening(clause, release, library, FEW_WORDS)


def _agent(after: str, release: Release, library: Library) -> Named | None:
    """Who stands right after a verb that follows a quote: "“…,” said X", "“…” was stressed by X"."""
    noun = noun_after(after)
    found = _first(after, release, library) if not noun else described(noun, release, library)
    if found is None or found.known:
        return found
    return None if is_nobody(noun) else found


def _is_negated(ahead: str, library: Library) -> bool:
    """Whether the words right before a verb negate it."""
    return any(word in library.vocabulary.grammar.negations for word in ahead.lower().split()[-NOT_WORDS_BEFORE:])


def _directly_before(text: str, release: Release, library: Library) -> Named | None:
    """The name that stands right before a quote, and opens its clause: ``ASEAN: “…”``, ``and ASEAN “…”``."""
    found = _joined(text, _names(text, release, library))
    if not found or text[found[-1][1] :].strip(" :,\"'-–—"):
        return None
    return found[-1][2] if OPENS.search(text[: found[-1][0]]) else None


def _subject(text: str, release: Release, library: Library) -> Named | None:
    """The last name in a text that can be a subject; names joined by "and" are one."""
    subjects = [
        place
        for place in _joined(text, _names(text, release, library))
        if not follows_preposition(text[: place[0]]) and not _possesses(text, place)
    ]
    return subjects[-1][2] if subjects else None


def _joined(text: str, found: list[Place]) -> list[Place]:
    """Names with those that are joined to them by "and" as one."""
    joined: list[Place] = []
    for start, end, who in found:
        before = joined[-1] if joined else None
        if before and AND.fullmatch(text[before[1] : start].replace(" the ", " ")):
            both = Named(text[before[0] : end], before[2].parties | who.parties)
            joined[-1] = (before[0], end, both)
        else:
            joined.append((start, end, who))
    return joined


def _first(text: str, release: Release, library: Library) -> Named | None:
    """The name that a text begins with."""
    found = _joined(text, _names(text, release, library))
    return found[0][2] if found and not WORD.search(ARTICLE.sub("", text[: found[0][0]])) else None


def _signed(text: str, release: Release, library: Library) -> Named | None:
    """The name that is all of a text: ``“…” (ASEAN)``."""
    found = _joined(text, _names(text, release, library))
    return _first(text, release, library) if len(found) == 1 and not WORD.search(text[found[0][1] :]) else None


def _possesses(text: str, place: Place) -> bool:
    return text[place[1] : place[1] + 2] in ("'s", "s'")


def _names(text: str, release: Release, library: Library) -> list[Place]:
    """Every name and label in a text, longest first at each place, as (start, end, whom it means)."""
    words = list(WORD.finditer(text))
    labels = labels_in(release, library)
    found: list[Place] = []
    at = 0
    while at < len(words):
        for last in range(min(at + NAME_WORDS_MOST, len(words)) - 1, at - 1, -1):
            start, end = words[at].start(), words[last].end()
            typed = text[start:end].removesuffix("'s")
            who = by_name(typed, labels, library)
            if who.known and (not typed.islower() or " " in typed):
                found.append((start, start + len(typed), who))
                at = last
                break
        at += 1
    return found
