"""Whom a message in Korean gives a quote to: the topic or subject of the clause around it, by its particle."""

from __future__ import annotations

import re

from bot.answers.speakers import Named
from bot.answers.verifying.claimant import OFFICE, described
from bot.answers.verifying.nobody import is_nobody
from bot.library.library import Library
from bot.model.release import Release

HANGUL = re.compile(r"[\uac00-\ud7a3]")
SUBJECT = re.compile(r"(?<=[\w)])(?:께서는|께서|에서는|에\s*따르면|은|는|이|가|도)$")
ACCORDING = re.compile(r"(?<=\w)에\s+(?=따르면)")
CLAUSE_ENDS = re.compile(r"[.!?;,:]\s*")
SAID = re.compile(
    r"^\s*(?:이?라고|이?라며|고|며|을|를|에|으로)?\s*\S*\s*(?:말|강조|밝|언급|주장|촉구|요청|제안|설명|평가|표명|재확인|약속|합의|지지|했)"
)
"""After a quote: a verb of saying."""
NAME_WORDS_MOST = 12


def korean_speaker(before: str, after: str, release: Release, library: Library) -> Named | None:
    """Whom the words before a quote, or right after it, put in its speaker's place; None where they put nobody."""
    if not HANGUL.search(before + after):
        return None
    clause = ACCORDING.sub("에", CLAUSE_ENDS.split(before.rstrip(" :"))[-1])
    signed = before.rstrip().endswith(":")
    words = clause.split()
    for last in range(len(words) - 1, -1, -1):
        bare = SUBJECT.sub("", words[last])
        if bare != words[last] or (signed and last == len(words) - 1):
            says = words[last].endswith("따르면") or SAID.match(after) is not None
            found = _named([*words[:last], bare], release, library, says=says)
            return None if found and found.reports else found
    return _after(after, release, library)


def _after(after: str, release: Release, library: Library) -> Named | None:
    words = re.sub(r"^\s*(?:이?라고|이?라며)\s*", "", after).split()[:NAME_WORDS_MOST]
    for last, word in enumerate(words):
        if (bare := SUBJECT.sub("", word)) != word:
            found = described(" ".join((*words[:last], bare)), release, library)
            return found if found.known and not found.reports else None
    return None


def _named(words: list[str], release: Release, library: Library, *, says: bool) -> Named | None:
    """Who the last words of a clause are: the longest that is known; else, if they look like somebody, unknown."""
    own = words[-NAME_WORDS_MOST:]
    for start in range(len(own)):
        found = described(" ".join(own[start:]), release, library)
        if found.known and not (start and _belongs(own[start - 1], own[-1], library)):
            return found
    if is_nobody(own[-1]):
        return None
    office = OFFICE.search(own[-1])
    return Named(" ".join(own[-2:] if office else own[-1:])) if office or says else None


def _belongs(word: str, name: str, library: Library) -> bool:
    """Whether a word goes with the name after it: an English one, or the party whose another office is."""
    if word.isascii():
        return True
    party = any(word == own for own, _ in library.lexicon.korean_parties)
    return party and OFFICE.search(name) is not None
