"""Names of places in a Korean gist: those of its quote, as topics and meetings have them in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.clauses import find_all
from bot.library.reading import Reading
from bot.library.sounds import as_heard, sound_of

NAME = re.compile(r"[A-Z][a-z]{3,}")
HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")


def place_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """A name of the quote that a topic of the statement, or a meeting's place, has in Korean, and the gist has not."""
    topics = (reading.vocabulary.topics.get(topic) for topic in gist.statement.topics)
    meeting = reading.meeting(gist.statement)
    facts = (meeting.place, meeting.planned_place)
    names = (*(topic.name for topic in topics if topic), *(fact.name for fact in facts if fact))
    said = gist.statement.quote if gist.is_background else gist.after
    for english, korean in dict.fromkeys(pair for name in names for pair in _heard_pairs(name.en, name.ko)):
        text = f"{gist.own} {gist.added}"  # in Latin letters it is the same name
        if english in said and korean not in text and english not in text and find_all(english, said):
            yield reading.fault(gist.place, f"{english!r} is {korean!r} in Korean; the gist has it not")


@lru_cache(maxsize=1024)
def _heard_pairs(english: str, korean: str) -> tuple[tuple[str, str], ...]:
    """The words of a name that sound alike in both languages: "Strait of Mirren" has Mirren, 미렌."""
    return tuple(
        (latin, hangul)
        for hangul in HANGUL.findall(korean)
        for latin in NAME.findall(english)
        if (sound := sound_of(hangul)) and sound.fullmatch(as_heard(latin.casefold()))
    )
