"""What the options of a search ask for: words, phrases, filters and days."""

from __future__ import annotations

import calendar
import re
from datetime import date

from bot.answers.answer import Reason, invalid
from bot.answers.asked import Stop, asked_id, asked_subject, uses, with_ids
from bot.answers.quoted import quoted_phrases
from bot.library.library import Library, Match
from bot.library.words import key
from bot.model.question import Kind, Question, Sought, Subject
from bot.model.speech_acts import Act

DAY = re.compile(
    r"^\s*(\d{4})(?:\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2})\s*일?\s*|\s*월?\s*)?|\s*년?\s*)?\.?\s*$"
)
DECEMBER = 12


def asked_sought(question: Question, library: Library) -> tuple[Question, Sought]:
    """The question with ids for names, and what it looks for. Raises Stop for an unknown name or day."""
    typed = question.options
    ids = {
        name: asked_id(question, library, name, kind)
        for name, kind in (
            ("issuer", Kind.ISSUER),
            ("party", Kind.SIDE),
            ("by", Kind.PERSON),
            ("act", Kind.ACT),
        )
    }
    subject = asked_subject(question, library, typed["topic"]) if "topic" in typed else Subject()
    words, phrases = words_and_phrases(typed.get("words", ""))
    if subject.words and not subject.topic:
        phrases = (*phrases, key(subject.words))
    sought = Sought(
        words=words,
        phrases=phrases,
        issuer=ids["issuer"],
        party=ids["party"],
        person=ids["by"],
        topic=subject.topic,
        topic_words=subject.words if subject.narrow else "",
        act=Act(ids["act"]) if ids["act"] else None,
        since=_asked_day(question, "since", last=False),
        until=_asked_day(question, "until", last=True),
    )
    return with_ids(question, topic=None if subject.narrow else subject.topic, **ids), sought


def statements_sought(sought: Sought, library: Library) -> tuple[Match, ...]:
    """Every statement that has all that is sought, newest meeting first."""
    found = library.statements(sought)
    return tuple(m for m in found if uses(m.statement, sought.topic_words)) if sought.topic_words else found


def words_and_phrases(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The single words of a text and its quoted phrases, ready for comparing."""
    marked = quoted_phrases(text)
    rest = text
    for phrase in reversed(marked):
        rest = f"{rest[: phrase.start]} {rest[phrase.end :]}"
    phrases = tuple(found for phrase in marked if (found := key(phrase.words)))
    return tuple(dict.fromkeys(key(rest).split())), phrases


def _asked_day(question: Question, option: str, *, last: bool) -> date | None:
    typed = question.options.get(option)
    if typed is None:
        return None
    day = day_from(typed, last=last)
    if day is None:
        raise Stop(invalid(question, Reason.NOT_A_DAY, typed=typed, option=option))
    return day


def day_from(typed: str, *, last: bool) -> date | None:
    """The first or the last day of a year, a month or a day as typed (2020, 2020-08, 2020-08-26); None for no day."""
    match = DAY.match(typed)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not date.min.year <= year <= date.max.year:
        return None
    month = month or (DECEMBER if last else 1)
    if not 1 <= month <= DECEMBER:
        return None
    days = calendar.monthrange(year, month)[1]
    day = day or (days if last else 1)
    return date(year, month, day) if day <= days else None
