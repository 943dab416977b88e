"""The phrases of one language, and how dates and lists are written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
        return self.sentences[sentence].format(**gaps)

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
        return tuple(spans)

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

    def parties(self, parties: Iterable[PartyId]) -> str:
        """Several parties in one phrase."""
        return self.all_of(self.party(party) for party in parties)

    def topic(self, topic: TopicId) -> str:
        """A topic's name."""
        return self.words(self.vocabulary.topics[topic].name)

    def all_of(self, names: Iterable[str]) -> str:
        """Names in one phrase, the last joined by "and"."""
        listed = list(names)
        if len(listed) < 2:  # noqa: PLR2004 - a pair is where "and" begins
            return "".join(listed)
        return self.say("list.and", first=", ".join(listed[:-1]), last=listed[-1])

    def some_of(self, names: list[str], most: int = LISTED_MOST) -> str:
        """The first names of a list, and how many more there are."""
        listed = ", ".join(names[:most])
        return listed if len(names) <= most else self.say("list.more", listed=listed, more=len(names) - most)


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
