"""How many: a number only where a statement prints one of just that."""

from __future__ import annotations

import re

from bot.answers.answer import Answer
from bot.answers.asking.bearing import alike
from bot.answers.asking.evidence import Found, content_of, covers
from bot.answers.asking.facts import BEFORE_A_PLACE, NARRATED_MOST
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.silences import counted
from bot.answers.asking.spelling import is_hangul, stem
from bot.answers.asking.verbs import is_verb_like
from bot.answers.asking.verdicts import made, unheard
from bot.answers.claims import Verdict
from bot.library.library import Library
from bot.library.numbers import ONES, TENS
from bot.model.asking import Asking
from bot.model.release import Statement

NUMBER = rf"(?:\d[\d,.]*|{'|'.join((*ONES[1:], *TENS))})"
NUMBERED_WORDS_MOST = 4
AMOUNT = re.compile(
    r"[$€£]\s?\d|\b\d[\d,.]*\s+(?:percent|per cent|million|billion|trillion|crowns|dollars|euros|won)\b|%"
)
FIGURES = re.compile(
    r"\bhow much\b|\bmoney\b|[$€£]|\b(?:numbers|figures|amount|sum)\b|얼마|금액|액수|수치|통계", re.IGNORECASE
)
"""Asks for a sum, whatever of."""
PEOPLE = ("peopl", "person", "offic", "deleg")
COUNTRIES = (("country",), ("state",), ("nation",), ("member",))
COUNTRIES_KO = re.compile(r"몇\s*(?:개국|개 나라|나라|국가|회원국|개의 나라)")


def how_many(asked: Asked, library: Library) -> Answer:
    """A number, where a statement prints one of just that."""
    nouns = _counted(asked, library)
    content = tuple(p for p in content_of(asked, library) if not p.is_a(Sort.CUE) and not p.is_a(Sort.PARTY))
    if not nouns and is_hangul(asked.text) and content:
        nouns = ((),)  # in Korean what is counted is among the content
    for release in releases_of(asked, library) if nouns else ():
        shown = tuple(
            s
            for s in release.statements
            if any(_numbers(s, noun, library.vocabulary.asking) for noun in nouns)
            and all(covers(library, s, p, loosely=True) for p in content)
        )
        if shown:
            return made(asked, library, Verdict.FOUND, Found(release, shown[:NARRATED_MOST]))
    for release in releases_of(asked, library):
        own = (s for s in release.statements if not asked.subjects or set(asked.subjects) & set(s.sides))
        named = tuple(p for p in content if not is_verb_like(asked, p) and not p.is_a(Sort.REST))
        sums = tuple(
            s for s in own if AMOUNT.search(s.quote) and all(covers(library, s, p, loosely=True) for p in named)
        )
        if sums and FIGURES.search(asked.text) and (named or asked.subjects):
            return made(asked, library, Verdict.FOUND, Found(release, sums[:NARRATED_MOST]))
    people = any(word in PEOPLE for noun in nouns for word in noun)
    if asked.has("attended") or people or "명" in asked.text:
        return counted(asked, library)
    return unheard(asked, library, content)


def _counted(asked: Asked, library: Library) -> tuple[tuple[str, ...], ...]:
    """What is to be counted, by its stems, in one wording or several: "how many ten-year scholarships"."""
    if COUNTRIES_KO.search(asked.text):
        return COUNTRIES
    words = tuple(word for piece in asked.pieces for word in piece.words)
    text = [word.stem for word in words]
    asks = (["how", "many"], ["how", "much"], ["number", "of"])
    at = next((i for i in range(len(text) - 1) if text[i : i + 2] in asks), None)
    if at is None:
        return ()
    verbs = {w.text for p in asked.pieces if "attended" in p.ids(Sort.CUE) and len(p.words) > 1 for w in p.words[:1]}
    stops = {*library.vocabulary.asking.yes_no.en, *verbs}
    after = words[at + 2 : at + 2 + NUMBERED_WORDS_MOST]
    nouns: list[str] = []
    for word in after or words[max(at - NUMBERED_WORDS_MOST, 0) : at]:
        if word.text in stops or (nouns and word.text in BEFORE_A_PLACE):
            break
        nouns.append(word.stem)
    return COUNTRIES if nouns and (nouns[-1],) in COUNTRIES else (tuple(nouns),) if nouns else ()


def _numbers(statement: Statement, nouns: tuple[str, ...], asking: Asking) -> bool:
    """Whether a statement prints a number right before what was to be counted; without that, any number."""
    for match in re.finditer(rf"\b{NUMBER}\b((?:\s+[\w-]+){{1,4}})", statement.quote, re.IGNORECASE):
        following = [stem(w.lower()) for w in match[1].split()]
        if not nouns or any(alike(noun, asking) & set(following) for noun in nouns):
            return True
    return False
