"""The phrases of one language, and how dates and lists are written in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.cards.card import Line, Span, span
from bot.model.value import Locale, PartyId, TopicId, Words
from bot.model.vocabulary import Vocabulary

LISTED_MOST = 25
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Phrases:
    """Wording in one language: sentences with named gaps, and the vocabulary's names."""

    locale: Locale
    sentences: Mapping[str, str]
    vocabulary: Vocabulary

    def say(self, sentence: str, /, **gaps: str | int) -> str:
        """The sentence of that name, its gaps filled with plain text."""
        return with_particles(self.sentences[sentence].format(**gaps))

    def line(self, sentence: str, /, **gaps: str | int | Span | Line) -> Line:
        """The sentence of that name as spans, so that a gap can stand out or carry a citation."""
        spans: list[Span] = []
        for text, gap in _cut(self.sentences[sentence]):
            if text:
                spans.append(span(text))
            if gap:
                value = gaps[gap]
                spans.extend(
                    value if isinstance(value, tuple) else (value if isinstance(value, Span) else span(str(value)),)
                )
        return tuple(_with_particles(spans)) if self.locale is Locale.KO else tuple(spans)

    def count(self, sentence: str, number: int, **gaps: str) -> str:
        """The sentence for none, one or several: ``….none``, ``….one``, ``….many``."""
        form = "none" if number == 0 else "one" if number == 1 else "many"
        return self.say(f"{sentence}.{form}", number=number, **gaps)

    def day(self, day: date) -> str:
        """A date as people write it."""
        if self.locale is Locale.KO:
            return f"{day.year}년 {day.month}월 {day.day}일"
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def words(self, words: Words) -> str:
        """A wording in this language."""
        return words.in_(self.locale)

    def party(self, party: PartyId) -> str:
        """A party's name, the short one where it has one."""
        known = self.vocabulary.parties[party]
        return self.words(known.short or known.name)

    def the(self, party: PartyId) -> str:
        """A party's name as it stands in a sentence: in English with "the" where the vocabulary has it so."""
        name = self.party(party)
        aliases = self.vocabulary.parties[party].aliases.en
        with_article = next((alias for alias in aliases if alias == f"the {name}"), name)
        return name if self.locale is Locale.KO else with_article

    def parties(self, parties: Iterable[PartyId]) -> str:
        """Several parties in one phrase."""
        return self.all_of(self.party(party) for party in parties)

    def together(self, parties: Iterable[PartyId]) -> str:
        """Several parties as one subject."""
        names = [self.party(party) for party in parties]
        return "·".join(names) if self.locale is Locale.KO else self.all_of(names)

    def topic(self, topic: TopicId) -> str:
        """A topic's name."""
        return self.words(self.vocabulary.topics[topic].name)

    def all_of(self, names: Iterable[str]) -> str:
        """Names in one phrase, the last joined by "and"."""
        listed = list(names)
        if len(listed) < 2:  # noqa: PLR2004 - a pair is where "and" begins
            return "".join(listed)
        return self.say("list.and", first=", ".join(listed[:-1]), last=listed[-1])

    def some_of(self, names: list[str], most: int = LISTED_MOST, *, of: int | None = None) -> str:
        """The first names of a list, and how many more there are; ``of`` is how many in all, if not all are listed."""
        shown = names[:most]
        more = (len(names) if of is None else of) - len(shown)
        between = "; " if any("," in name for name in shown) else ", "
        listed = between.join(shown)
        return self.say("list.more", listed=listed, more=more) if more else listed


def _cut(sentence: str) -> list[tuple[str, str]]:
    """A sentence as (text, name of the gap after it)."""
    parts: list[tuple[str, str]] = []
    for piece in sentence.split("{"):
        if "}" in piece:
            gap, _, text = piece.partition("}")
            parts[-1] = (parts[-1][0], gap)
            parts.append((text, ""))
        else:
            parts.append((piece, ""))
    return parts


PARTICLE = re.compile(r"은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(이\)라는|\(이\)며")
PARTICLES = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(이)라는": ("이라는", "라는"),
    "(이)며": ("이며", "며"),
}
HANGUL_FIRST, HANGUL_LAST, FINALS = 0xAC00, 0xD7A3, 28
CLOSED_DIGITS, CLOSED_LETTERS = "013678", "LMNR"
CLOSED_ENDS, OPEN_ENDS = "lmn", "aeiouywhrsdfgzvjcx"
"""How names in Latin letters are mostly read in Korean; of those in p, k, t, b and q it is not plain."""
BESIDE = re.compile(r"\s*\([^()]*\)$")
MARKS_AFTER = "”’»]"


def with_particles(text: str) -> str:
    """``text`` with each "은(는)" in the form that the sound before it asks for; where that is not plain both stay.

    A bracket after a name is not read: 김건(Kim Gunn)은. Source: Korean orthography; a syllable's final consonant is
    its offset in Unicode modulo 28; digits and capitals are read by their Korean names.
    """

    def chosen(match: re.Match[str]) -> str:
        closed = _is_closed(match.string[: match.start()])
        return match[0] if closed is None else PARTICLES[match[0]][0 if closed else 1]

    return PARTICLE.sub(chosen, text)


def _is_closed(before: str) -> bool | None:
    """Whether the sound at the end of a text is a consonant; None where that is not plain."""
    read = before.rstrip(MARKS_AFTER)
    while (bare := BESIDE.sub("", read).rstrip(MARKS_AFTER)) and bare != read:
        read = bare
    last = read.rstrip(")")[-1:]
    if last and HANGUL_FIRST <= ord(last) <= HANGUL_LAST:
        return (ord(last) - HANGUL_FIRST) % FINALS != 0
    if last.isdecimal():
        return last in CLOSED_DIGITS
    if last.isupper():
        return last in CLOSED_LETTERS
    return True if last and last in CLOSED_ENDS else False if last and last in OPEN_ENDS else None


def _with_particles(spans: list[Span]) -> list[Span]:
    """The same over the borders of spans: a particle at the head of a span looks at the end of the one before."""
    done: list[Span] = []
    before = ""
    for current in spans:
        joined = with_particles(before + current.text)
        done.append(replace(current, text=joined[len(before) :]))
        before = joined
    return done
