"""What meetings and places are called: words that stand together in the text, and the same in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.bilingual import KoreanText
from bot.library.clauses import find_each
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.library.sounds import as_heard, sound_of
from bot.library.stems import stems_of
from bot.library.words import key
from bot.model.release import Meeting
from bot.model.value import Words

PLAIN = frozenset(stems_of("meeting talks call phone telephone conversation visit"))
JOINS = re.compile(r"\b(?:with|of|between|on|and|for|to|in|at|the)\b", re.IGNORECASE)
ANY_END = "으"
"""A syllable that stands for nearly nothing: a name is known by its first one, the rest is spelt in many ways."""
HANGUL_WORD = re.compile(r"[\uac00-\ud7a3]+")


def called_faults(reading: Reading, place: Place, meeting: Meeting) -> Iterator[Fault]:
    """A name of which the words stand apart in the text, or of another level in Korean."""
    little = reading.lexicon.own_stems
    parts = [tuple(s for s in stems_of(part) if s not in little) for part in JOINS.split(meeting.name.en)]
    title, body = (
        tuple(s for s in stems_of(text) if s not in little) for text in (reading.release.title, reading.body)
    )
    own = tuple(s for s in stems_of(reading.lexicon.without_parties(meeting.name.en)) if s not in little | PLAIN)
    together = _stands(own, title) or all(_stands(part, title) or _stands(part, body) for part in parts)
    if own and {stem for part in parts for stem in part} <= {*title, *body} and not together:
        message = f"the words of {meeting.name.en!r} stand apart in the text; call the meeting as it does"
        yield reading.fault((*place, "en"), message)
    yield from _level_faults(reading, (*place, "ko"), meeting.name)


def _stands(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def _level_faults(reading: Reading, place: Place, name: Words) -> Iterator[Fault]:
    """A level in the English name ("Vice-Ministerial") that the Korean one has not, or has otherwise."""
    for level in reading.vocabulary.grammar.meeting_levels:
        if found := find_each(level.en, name.en):
            if not any(word in name.ko for word in level.ko):
                message = f"{found[0].printed!r} is {' or '.join(level.ko)} in Korean; keep the level of the meeting"
                yield reading.fault(place, message)
            return


def place_name_faults(reading: Reading, place: Place, name: Words) -> Iterator[Fault]:
    """A place whose Korean name is neither known for it nor sounds like it."""
    words = HANGUL_WORD.findall(name.ko)
    if not words or reading.parties_in(name.en):
        return
    dictionary = reading.lexicon.dictionary
    korean = KoreanText(name.ko)
    if any(korean.has(partner) for word in dictionary.english(name.en) for partner in word.sense.partners):
        return
    for row in reading.vocabulary.grammar.countries:
        if find_each(row.en, name.en) and any(word in name.ko for word in row.ko):
            return
    latin = [as_heard(word) for word in key(name.en).replace("-", " ").split()]
    sounds = [sound for word in words if (sound := sound_of(word[0] + ANY_END)) is not None]
    if sounds and not any(sound.match(word) for sound in sounds for word in (*latin, "".join(latin))):
        message = (
            f"{name.ko!r} is not known as {name.en!r} and does not sound like it; if it is right, add the row to "
            "renderings.yaml"
        )
        yield reading.fault(place, message)
