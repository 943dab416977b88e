"""What the options of a search ask for: words, phrases, filters and days."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Reason, invalid
from bot.answers.asked import Stop, asked_id, asked_subject, with_ids
from bot.answers.days import period_from
from bot.answers.quoted import quoted_phrases
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind, Question, Sought, Subject
from bot.model.speech_acts import Act


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
    said = subject.said or (((key(subject.words),),) if subject.words else ())
    sought = Sought(
        words=words,
        phrases=phrases,
        issuer=ids["issuer"],
        party=ids["party"],
        person=ids["by"],
        topic=subject.topic,
        topic_words=subject.words if subject.narrow or not subject.topic else "",
        said=() if subject.topic else said,
        act=Act(ids["act"]) if ids["act"] else None,
        since=_asked_day(question, "since", last=False),
        until=_asked_day(question, "until", last=True),
    )
    return with_ids(question, topic=None if subject.narrow else subject.topic, **ids), sought


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
    period = period_from(typed)
    if period is None:
        raise Stop(invalid(question, Reason.NOT_A_DAY, typed=typed, option=option))
    return period.last if last else period.first
