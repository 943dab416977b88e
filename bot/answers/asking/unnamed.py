"""An office without a name in a Korean question, by the words of its title: "서울 주재 일본 대사가 참석했나요?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.answer import Answer
from bot.answers.asking.moods import Mood
from bot.answers.asking.naming import without_its_particle
from bot.answers.asking.persons import Who, people_shown, who_came
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.spelling import is_hangul
from bot.answers.attendance import attendance
from bot.answers.called import same_titles
from bot.answers.mentions import names_of
from bot.answers.people import PeopleAsked
from bot.library.library import Library
from bot.library.ranks import Standing, bare_words, standing
from bot.library.words import key
from bot.model.question import Question
from bot.model.release import Participant, Presence, Release
from bot.model.value import PartyId

POSTED = "주재"
"""Korean for "posted to", which also is "to chair"."""
TO = "주"
"""The same before a name: "주메라니아 대사"."""
LOWERING = ("부", "차", "전", "전직")
"""What makes of a Korean title another one: 국장, 부국장."""
TITLE_MOST = 5
"""Pieces before a title that can belong to it."""


@dataclass(frozen=True)
class Office:
    """An office in a question: its title, whose it is, where it is posted, and further words of it."""

    title: str
    party: PartyId | None
    posted: PartyId | None
    words: tuple[str, ...]


def of_an_office(asked: Asked, library: Library) -> bool:
    """Whether somebody in an office is said in Korean to have attended, without a name."""
    if not is_hangul(asked.text) or asked.mood is not Mood.CLAIM or asked.negated or asked.has("absent", "led"):
        return False
    named = any(p.is_a(Sort.PERSON) for p in asked.pieces) or not asked.has("attended")
    chairing = any("chaired" in p.ids(Sort.CUE) for p in asked.pieces if not _is_posted(asked, p))
    return not named and not chairing and office_in(asked, library) is not None


def came_in_office(asked: Asked, library: Library) -> Answer:
    """Whether whoever has the office attended; where nobody has it, who has such a title."""
    office = office_in(asked, library)
    assert office is not None
    titled: list[tuple[Release, Who]] = []
    held: list[tuple[Release, Who]] = []
    for release in releases_of(asked, library):
        if with_title := tuple(p for p in release.participants if _has_title(p, office.title, library)):
            titled.append((release, with_title))
        if meant := tuple(p for p in with_title if _is_theirs(p, office, library)):
            held.append((release, meant))
    came = (one for one in held if any(p.presence is Presence.ATTENDED for p in one[1]))
    if found := next(came, next(iter(held), None)):
        return _shown(asked, library, *found)
    if not titled or office.words:
        return who_came(asked, library)
    return people_shown(asked, library, titled[0][0], PeopleAsked.OFFICE, titled[0][1], holds=False)


def _shown(asked: Asked, library: Library, release: Release, meant: Who) -> Answer:
    people = tuple(dict.fromkeys(p.person for p in meant if p.person))
    if len(people) == 1:
        options = {"who": people[0], **({"release": release.id} if library.number() > 1 else {})}
        return attendance(Question("attendance", options, asked.locale, in_words=True), library)
    came = tuple(p for p in meant if p.presence is Presence.ATTENDED)
    return people_shown(asked, library, release, PeopleAsked.OFFICE, came or meant, holds=bool(came))


def office_in(asked: Asked, library: Library) -> Office | None:
    """The office that a question names by a title, the last of its words."""
    titles = sorted(library.vocabulary.asking.titles.ko, key=len, reverse=True)
    for place, piece in enumerate(asked.pieces):
        typed = piece.text if piece.tail else without_its_particle(piece.text)
        title = next((t for t in titles if typed.endswith(t)), None)
        if title and piece.is_a(Sort.REST) and not piece.is_a(Sort.PARTY, Sort.TOPIC):
            return _office(asked, place, title, typed.removesuffix(title), library)
    return None


def _office(asked: Asked, place: int, title: str, glued: str, library: Library) -> Office:
    before = tuple(_of_the_title(asked, place))
    posted = next((p.ids(Sort.PARTY)[0] for p in before if p.is_a(Sort.PARTY) and _is_host(asked, p)), None)
    parties = (p.ids(Sort.PARTY)[0] for p in before if p.is_a(Sort.PARTY) and not _is_host(asked, p))
    words = [p.text for p in before if p.is_a(Sort.REST, Sort.TOPIC) and not p.is_a(Sort.PARTY)]
    for word in tuple(words):
        if word.startswith(TO) and (host := _party(word.removeprefix(TO), library)):
            posted = host
            words.remove(word)
    return Office(title, next(parties, None), posted, tuple(w for w in (*words, glued) if w))


def _of_the_title(asked: Asked, place: int) -> Iterator[Piece]:
    """The pieces before a title that belong to it, from the first."""
    start = place
    while start and place - start < TITLE_MOST:
        piece = asked.pieces[start - 1]
        if piece.is_a(Sort.KIND, Sort.MEETING, Sort.ISSUER) or (piece.is_a(Sort.CUE) and not _is_posted(asked, piece)):
            break
        start -= 1
    return (p for p in asked.pieces[start:place] if not p.is_bare_glue)


def _is_posted(asked: Asked, piece: Piece) -> bool:
    """Whether a piece says where somebody is posted: right after a party, before more of the title."""
    place = next(i for i, p in enumerate(asked.pieces) if p is piece)
    before, after = asked.pieces[max(place - 1, 0) : place], asked.pieces[place + 1 : place + 2]
    follows = any(p.is_a(Sort.PARTY) and not p.tail for p in before) and any(
        p.is_a(Sort.PARTY, Sort.REST) for p in after
    )
    return piece.text == POSTED and not piece.tail and follows


def _is_host(asked: Asked, piece: Piece) -> bool:
    place = next(i for i, p in enumerate(asked.pieces) if p is piece)
    return any(_is_posted(asked, p) for p in asked.pieces[place + 1 : place + 2])


def _party(name: str, library: Library) -> PartyId | None:
    known = library.vocabulary.parties.values()
    return next((p.id for p in known if name in (p.name.ko, p.short.ko if p.short else "", *p.aliases.ko)), None)


def _has_title(participant: Participant, title: str, library: Library) -> bool:
    """Whether the office of somebody has a title: in Korean as its last word, else by the table of titles."""
    office = participant.office
    if office is None:
        return False
    if office.ko:
        *before, last = office.ko.split()
        lowered = {last.removesuffix(title), *before[-1:]} & set(LOWERING)
        return last.endswith(title) and not lowered
    english = (bare_words(text) for row in same_titles(title, library.vocabulary.grammar)[1:] for text in row)
    ways = (standing(words, bare_words(office.printed), frozenset()) for words in english if words)
    return any(how in (Standing.OUTRIGHT, Standing.AMONG) for how in ways)


def _is_theirs(participant: Participant, office: Office, library: Library) -> bool:
    """Whether somebody's office is of the party, at the post and has the words that are asked for."""
    if office.party and office.party not in (participant.party, participant.side):
        return False
    printed = participant.office
    own = f" {key(printed.printed)} {key(printed.ko or '')} " if printed else ""
    compact = "".join(own.split())
    if office.posted and not any("".join(key(n).split()) in compact for n in names_of(office.posted, library)):
        return False
    return all("".join(key(word).split()) in compact for word in office.words)
