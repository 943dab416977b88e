"""Who held an office before: only somebody whom a release calls a former holder of that very office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.answer import Answer
from bot.answers.asked import not_held
from bot.answers.asking.moods import Mood
from bot.answers.asking.naming import without_its_particle
from bot.answers.asking.persons import people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import words_of
from bot.answers.offices import in_office
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Participant

SOMEBODY = ("him", "her", "them")
Words = frozenset[str]


def of_an_office_before(asked: Asked, library: Library) -> bool:
    """Whether it is asked who held an office before somebody, or before."""
    who = asked.anyone or asked.has("identity", "named")
    met = any(p.is_a(Sort.KIND, Sort.MEETING) for p in asked.pieces) or asked.has("attended", "chaired", "led")
    if asked.mood is not Mood.OPEN or not who or met:
        return False
    if asked.has("predecessor"):
        return True
    facts, titles = library.vocabulary.asking.facts, library.vocabulary.asking.titles.all()
    office = any(
        {w.text, without_its_particle(w.text)} & {*titles, *facts["post"]} for p in asked.pieces for w in p.words
    )
    before = (i for i, p in enumerate(asked.pieces) if p.text in facts["before"])
    after = (asked.pieces[i + 1 : i + 2] for i in before)
    named = (not p or p[0].is_a(Sort.PERSON) or p[0].text in SOMEBODY or not p[0].text.isascii() for p in after)
    return office and any(named)


def preceded(asked: Asked, library: Library) -> Answer:
    """Those whom the newest release that has such calls former holders of the office."""
    people = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)}
    parties = {id_ for p in asked.pieces if not p.is_a(Sort.PERSON) for id_ in p.ids(Sort.PARTY)}
    parties |= {party for id_ in people if (party := library.vocabulary.people[id_].party)}
    offices = set(_offices(asked, library))
    for release in asked.within:
        others = (p for p in release.participants if p.person not in people)
        theirs = (p for p in others if not parties or {p.party, p.side} & parties)
        if meant := tuple(p for p in theirs if _former(p, library) in offices):
            return people_shown(asked, library, release, PeopleAsked.IDENTITY, meant)
    typed = asked.text.rstrip("? ")
    question = replace(asked.question, amounts_to=Question("attendance", {"who": typed}, asked.locale))
    return not_held(question, library, Kind.TOPIC, typed)


def _offices(asked: Asked, library: Library) -> Iterator[Words]:
    """The words of the office that a question names, as releases print it; else of those of whoever it names."""
    facts = library.vocabulary.asking.facts
    people = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)}
    rest = (p.text for p in asked.pieces if p.is_a(Sort.REST) and not p.is_a(Sort.PERSON, Sort.CUE))
    typed = " ".join(text for text in rest if text not in (*facts["before"], *facts["post"]))
    for release in asked.within:
        own = tuple(p for p in release.participants if p.person in people)
        for participant in in_office(release, typed, library) if typed else own:
            if participant.office:
                yield frozenset(word.stem for word in words_of(participant.office.printed))


def _former(participant: Participant, library: Library) -> Words | None:
    """The words of the office that a release says somebody had: "former Foreign Minister Teodor Vane"."""
    former = "|".join(map(re.escape, library.vocabulary.asking.facts["former"]))
    found = re.search(
        rf"\b(?:{former})\s+(.+?),?\s+{re.escape(participant.printed)}\b", participant.quote, re.IGNORECASE
    )
    return frozenset(word.stem for word in words_of(found[1])) if found else None
