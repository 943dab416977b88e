"""Who came, who led, who chaired, who somebody is: questions that participants answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.answers.answer import Answer, NotHeld, Outcome
from bot.answers.asked import not_held, unclear
from bot.answers.asking.evidence import about, content_of, unread_names
from bot.answers.asking.moods import Mood
from bot.answers.asking.naming import known_and_unknown, who_is_named, without_its_particle
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import chosen, releases_of
from bot.answers.attendance import asked_openly, asked_usually, attendance
from bot.answers.both import Both
from bot.answers.cite import cite
from bot.answers.mentions import mentions, names_of
from bot.answers.offices import in_office
from bot.answers.people import People, PeopleAsked
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Participant, Presence, Release, Role
from bot.model.value import ParagraphRef, PartyId

SEVERAL = 3
"""Members of a bloc that make a list of them."""
Who = tuple[Participant, ...]


def who_came(asked: Asked, library: Library) -> Answer:
    """Who attended, or whether somebody did."""
    answer = _whether_came(asked, library)
    if asked.mood is Mood.CLAIM and asked.has("usually"):
        return asked_usually(answer)
    return asked_openly(answer) if asked.mood is Mood.OPEN else answer


def _whether_came(asked: Asked, library: Library) -> Answer:
    if strange := unread_names(asked, library):
        return nobody(asked, library, " ".join(p.text for p in strange))
    if asked.has("absent"):
        return _absent(asked, library)
    who, party = who_is_named(asked, library)
    vocabulary = library.vocabulary
    if asked.mood is Mood.OPEN and (met := _meeting_of(asked, library)):
        return attendance(Question("attendance", {"release": met.id}, asked.locale, in_words=True), library)
    every = set(vocabulary.asking.every.all()) & {w.text for p in asked.pieces for w in p.words}
    is_bloc = any(m.party == party for known in vocabulary.parties.values() for m in known.member_of)
    if who and every and is_bloc and asked.mood is Mood.CLAIM:
        return members(asked, library)
    several = tuple(p for p in asked.pieces if p.is_a(Sort.PERSON) and len(p.ids(Sort.PERSON)) == 1)
    if len(several) > 1 and asked.mood is Mood.CLAIM:
        return _all_of(asked, library, tuple(p.ids(Sort.PERSON)[0] for p in several))
    if asked.mood is Mood.CLAIM and (each := _each_party(asked, library)):
        return each
    options = {"who": who} if who else {}
    if not chosen(asked, library):
        answer = attendance(Question("attendance", options, asked.locale, in_words=True), library)
        placed = _placed(asked, library, who) if answer.outcome is Outcome.DENIED else None
        if placed is None:
            return answer
        options["release"] = placed.id
        return attendance(Question("attendance", options, asked.locale, in_words=True), library)
    answers = (
        attendance(Question("attendance", {**options, "release": r.id}, asked.locale, in_words=True), library)
        for r in releases_of(asked, library)
    )
    first = next(answers)
    return next((a for a in (first, *answers) if a.outcome is not Outcome.NOT_STATED), first)


def _placed(asked: Asked, library: Library, who: str) -> Release | None:
    """The newest release that has somebody as there, or as absent, and not only as spoken of."""
    told = (Presence.ATTENDED, Presence.ABSENT)
    for release in releases_of(asked, library):
        if any(who in (p.person, p.party) and p.presence in told for p in release.participants):
            return release
    return None


def _each_party(asked: Asked, library: Library) -> Answer | None:
    """Whether two or more parties came: a refusal where none is said to have; else they are asked for one by one."""
    parties = tuple(dict.fromkeys(p.ids(Sort.PARTY)[0] for p in asked.pieces if p.is_a(Sort.PARTY)))
    if len(parties) == 1 and (pair := known_and_unknown(asked)):
        return _of_two(asked, library, *pair)
    others = any(p.is_a(Sort.REST, Sort.PERSON) for p in asked.pieces)
    if len(parties) <= 1 or others:
        return None
    questions = {id_: Question("attendance", {"who": id_}, asked.locale, in_words=True) for id_ in parties}
    answers = [attendance(question, library) for question in questions.values()]
    if any(a.outcome is Outcome.ANSWERED for a in answers):
        return unclear(asked.question, library, Kind.WHO, "", questions)
    if all(isinstance(a, NotHeld) for a in answers):
        named = ", ".join(p.text.title() for p in asked.pieces if p.is_a(Sort.PARTY))
        return replace(nobody(asked, library, named), nearest=())
    return _none_of(asked, library, parties) or next((a for a in answers if a.outcome is Outcome.DENIED), answers[0])


def _of_two(asked: Asked, library: Library, first: Piece, second: Piece) -> Both:
    """Whether two came of whom one is in no list: an answer for each."""

    def answer(piece: Piece) -> Answer:
        if not piece.is_a(Sort.PARTY):
            return nobody(asked, library, without_its_particle(piece.text))
        return attendance(Question("attendance", {"who": piece.ids(Sort.PARTY)[0]}, asked.locale), library)

    parts = answer(first), answer(second)
    outcome = Outcome.ANSWERED if Outcome.ANSWERED in {a.outcome for a in parts} else Outcome.NOT_STATED
    typed = without_its_particle(first.text).title(), without_its_particle(second.text).title()
    return Both(asked.question, outcome, typed, parts)


def _none_of(asked: Asked, library: Library, parties: tuple[PartyId, ...]) -> Answer | None:
    """That none of some parties came, with what the newest release that places one of them has of those."""
    for release in releases_of(asked, library):
        if meant := tuple(p for p in release.participants if {p.party, p.side} & set(parties)):
            return people_shown(asked, library, release, PeopleAsked.ATTENDED, meant, holds=False)
    return None


def _meeting_of(asked: Asked, library: Library) -> Release | None:
    """The newest meeting of the two or more parties that are named with it: "who was at the Merania-Kestral talks"."""
    kinds = any(p.is_a(Sort.KIND) for p in asked.pieces)
    parties = {p.ids(Sort.PARTY)[0] for p in asked.pieces if p.is_a(Sort.PARTY) and not p.is_a(Sort.KIND)}
    if not kinds or len(parties) <= 1:
        return None
    releases = releases_of(asked, library)
    return next((r for r in releases if any(parties <= set(m.sides) for m in r.meetings)), None)


def _all_of(asked: Asked, library: Library, people: tuple[str, ...]) -> Answer:
    """Whether several people came, all of them."""
    for release in releases_of(asked, library):
        meant = tuple(p for p in release.participants if p.person in people)
        if {p.person for p in meant} == set(people):
            holds = all(p.presence is Presence.ATTENDED for p in meant)
            return people_shown(asked, library, release, PeopleAsked.ATTENDED, meant, holds=holds)
    return nobody(asked, library, asked.typed(Sort.PERSON))


def _absent(asked: Asked, library: Library) -> Answer:
    """Who was absent, or whether somebody was."""
    who, _ = who_is_named(asked, library)
    for release in releases_of(asked, library):
        absent = tuple(p for p in release.participants if p.presence is Presence.ABSENT)
        if who:
            meant = those_meant(asked, library, release, who)
            if meant:
                holds = any(p.presence is Presence.ABSENT for p in meant)
                return people_shown(asked, library, release, PeopleAsked.ABSENT, meant, holds=holds)
        elif absent:
            return people_shown(asked, library, release, PeopleAsked.ABSENT, absent)
    if who:
        return nobody(asked, library, who)
    releases = releases_of(asked, library)
    return (
        people_shown(asked, library, releases[0], PeopleAsked.ABSENT, ()) if releases else nobody(asked, library, who)
    )


def those_meant(asked: Asked, library: Library, release: Release, who: str) -> Who:
    """Those of a release whom a question names: people, or the people of a party, or those in an office."""
    ids = {id_ for p in asked.pieces for id_ in (*p.ids(Sort.PERSON), *p.ids(Sort.PARTY))}
    people = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)}
    if people:
        return tuple(p for p in release.participants if p.person in people)
    officers = in_office(release, who, library)
    if ids and not officers:
        return tuple(p for p in release.participants if {p.party, p.side} & ids)
    return officers


def led(asked: Asked, library: Library) -> Answer:
    """Who headed a delegation, or whether somebody did."""
    return _with_role(asked, library, PeopleAsked.LED, frozenset({Role.HEAD_OF_DELEGATION}))


def chaired(asked: Asked, library: Library) -> Answer:
    """Who chaired, or whether somebody did."""
    return _with_role(asked, library, PeopleAsked.CHAIRED, frozenset({Role.CHAIR, Role.CO_CHAIR}))


def _with_role(asked: Asked, library: Library, what: PeopleAsked, roles: frozenset[Role]) -> Answer:
    releases = releases_of(asked, library)
    release = next(
        (r for r in releases if any(roles & set(p.roles) for p in r.participants)), next(iter(releases), None)
    )
    if release is None:
        return nobody(asked, library, asked.text)
    named = {id_ for p in asked.pieces for id_ in p.ids(Sort.PERSON)}
    parties = tuple(id_ for p in asked.pieces for id_ in p.ids(Sort.PARTY))
    strange = [p for p in content_of(asked, library) if p.is_a(Sort.REST)]
    of_side = tuple(p for p in release.participants if not parties or {p.party, p.side} & set(parties))
    with_role = tuple(p for p in of_side if roles & set(p.roles))
    side = parties[0] if parties else None
    everybody = tuple(p for p in release.participants if roles & set(p.roles))
    everybody_asked = asked.mood is Mood.OPEN and any(p.person in named for p in with_role)  # "who chaired with Kim"
    if (named and not everybody_asked) or (strange and asked.mood is Mood.CLAIM):
        meant = tuple(p for p in release.participants if p.person in named)
        if not meant and not named and parties and everybody:
            return people_shown(asked, library, release, what, with_role or everybody, side=side, holds=False)
        if not meant:
            return nobody(asked, library, " ".join(p.text for p in strange) or asked.typed(Sort.PERSON))
        holds = any(p in with_role for p in meant) and not (asked.alone and len(with_role) > 1)
        shown = meant if holds else tuple(dict.fromkeys((*meant, *with_role)))
        return people_shown(asked, library, release, what, shown, side=side, holds=holds)
    if asked.mood is Mood.CLAIM and parties:
        holds = any((p.party or p.side) in parties for p in with_role)  # a member who chairs is not its bloc
        return people_shown(asked, library, release, what, with_role or everybody, side=side, holds=holds)
    return people_shown(asked, library, release, what, with_role, side=side)


def people_shown(
    asked: Asked,
    library: Library,
    release: Release,
    what: PeopleAsked,
    people: Who,
    *,
    side: PartyId | None = None,
    holds: bool | None = None,
) -> People:
    """An answer with people; ``holds`` is the verdict on what was taken to be so of them."""
    commands = {PeopleAsked.CHAIRED: {"who": "co-chair"}, PeopleAsked.LED: {"who": "head of delegation"}}
    if holds and asked.mood is Mood.OPEN:
        holds = None  # "which side did Kim lead?" is answered by no yes
    command = Question("attendance", {**commands.get(what, {}), **chosen(asked, library)}, asked.locale)
    question = replace(asked.question, amounts_to=command)
    if holds is not None:
        outcome = Outcome.ANSWERED if holds else Outcome.DENIED
    else:
        silent = (PeopleAsked.MEMBERS, PeopleAsked.GENDER, PeopleAsked.COUNT, PeopleAsked.SILENT)
        outcome = Outcome.ANSWERED if people and what not in silent else Outcome.NOT_STATED
    return People(question, outcome, about(library, release), what, people, side, holds)


def nobody(asked: Asked, library: Library, who: str) -> NotHeld:
    """That no release has anybody called so."""
    command = Question("attendance", {"who": who}, asked.locale)
    return not_held(replace(asked.question, amounts_to=command), library, Kind.WHO, who)


def members(asked: Asked, library: Library) -> Answer:
    """The members of a bloc, which a release names one by one or does not."""
    parties = [id_ for p in asked.pieces for id_ in p.ids(Sort.PARTY)]
    vocabulary = library.vocabulary
    for release in releases_of(asked, library):
        sides = [side for meeting in release.meetings for side in meeting.sides]
        blocs = {m.party for known in vocabulary.parties.values() for m in known.member_of}
        bloc = next((side for side in (*parties, *sides) if side in blocs and side in sides), None)
        if bloc:
            if listed := _list_of(bloc, release, library):
                return cite(Question("cite", {"code": f"{release.id} ¶{listed}"}, asked.locale, in_words=True), library)
            of_bloc = {k.id for k in vocabulary.parties.values() if any(m.party == bloc for m in k.member_of)}
            named = tuple(p for p in release.participants if p.party in of_bloc)
            return people_shown(asked, library, release, PeopleAsked.MEMBERS, named, side=bloc)
    return nobody(asked, library, asked.text)


def _list_of(bloc: PartyId, release: Release, library: Library) -> ParagraphRef | None:
    """The paragraph that names the most members of a bloc, if it names several."""
    named: Counter[ParagraphRef] = Counter()
    for party in library.vocabulary.parties.values():
        if any(m.party == bloc for m in party.member_of):
            named.update({mention.paragraph for mention in mentions(names_of(party.id, library), library, release)})
    most = named.most_common(1)
    return most[0][0] if most and most[0][1] >= SEVERAL else None
