"""Who attended, who usually does, who is only mentioned: four different things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import Stop, asked_release, each, not_held, unclear, with_ids
from bot.answers.called import called, without_honorifics
from bot.answers.mentions import Mention, mentions, names_of
from bot.answers.offices import Who, asked_office, newest_printing
from bot.library.library import Library
from bot.library.ranks import Standing
from bot.library.words import key
from bot.model.question import Kind, Question
from bot.model.release import Participant, Presence, Release
from bot.model.value import PartyId

EVERY = frozenset({"all", "every", "each", "the", "of", "모든", "전체", "전"})
EVERYBODY = frozenset(
    ("participants", "all participants", "attendees", "everyone", "everybody", "both", "both sides", "two sides")
) | frozenset(("참석자", "참가자", "모두", "양측", "전원"))
"""Words for all who were there: the whole list answers them."""
COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905 - reads better
"""Numbers in words that a bloc may be called by."""


class Fit(StrEnum):
    """How what was asked fits what is shown, where the question itself has no answer."""

    SEVERAL = "several"
    """The words are only a part of names or titles, which are placed differently or are of another rank."""
    NEAR = "near"
    """The words are not in the release: it has others like them."""
    IN_TEXT = "in_text"
    """Nobody is filed under the words, but the text has them."""
    COUNTED = "counted"
    """A bloc by the number of its members, or all of them: who was there for it is not said so."""


@dataclass(frozen=True)
class Attendance(Answer):
    """The participants by presence; with ``who`` (as typed) only those meant by it."""

    about: About
    attended: Who
    usual: Who
    mentioned: Who
    absent: Who
    who: str = ""
    party: PartyId | None = None
    """The party asked for, where one was."""
    bloc: PartyId | None = None
    """The bloc through which alone that party is spoken of: its members are not named one by one."""
    fit: Fit | None = None
    mentions: tuple[Mention, ...] = ()
    open: bool = False
    """Whether it was asked who came, so that neither yes nor no would answer."""
    custom: bool = False
    """Whether it was asked who usually comes."""


def asked_openly(answer: Answer) -> Answer:
    """The answer as one to the question who came: with nobody there it is not stated who did, and nothing denied."""
    if not isinstance(answer, Attendance) or not answer.who or answer.outcome is Outcome.AMBIGUOUS:
        return answer
    outcome = Outcome.NOT_STATED if answer.outcome is Outcome.DENIED else answer.outcome
    return replace(answer, outcome=outcome, open=True)


def asked_usually(answer: Answer) -> Answer:
    """The answer as one to the question whether somebody usually comes: a yes only where the release says that."""
    if not isinstance(answer, Attendance) or not answer.who or answer.outcome is Outcome.AMBIGUOUS:
        return answer
    return replace(answer, outcome=Outcome.ANSWERED if answer.usual else Outcome.NOT_STATED, custom=True)


def attendance(question: Question, library: Library) -> Answer:
    """The answer to ``/attendance [who] [release]``."""
    release = asked_release(question, library)
    question = with_ids(question, release=release.id if release else None)
    typed = without_honorifics(question.options.get("who", ""), library.vocabulary.grammar)
    if key(typed).removeprefix("the ") in EVERYBODY:
        typed = ""
    if library.newest() is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    if typed:
        return _one(question, library, release, typed)
    chosen = release or library.newest_attended() or library.newest()
    assert chosen is not None
    everyone = chosen.participants
    outcome = Outcome.ANSWERED if everyone else Outcome.NOT_STATED
    return _by_presence(question, outcome, About(chosen, library.others_attended(chosen.id)), everyone)


def _one(question: Question, library: Library, asked: Release | None, typed: str) -> Answer:
    """Somebody: by id or name, else by role, else by a printed office or label, else by any words of the text."""
    ids = library.names(Kind.WHO).exact(typed)
    every = None if ids else _every_one_of(typed, library)
    if every:
        return _counted(question, library, asked, typed, every)
    if ids and _is_counted(typed) and _is_bloc(ids[0], library):
        return _counted(question, library, asked, typed, ids[0])
    if ids:
        return _by_name(question, library, asked, typed, ids)
    office = asked_office(typed, library)
    if outright := newest_printing(office, Standing.OUTRIGHT, library, asked):
        return _as_named(question, library, *outright, typed)
    if among := newest_printing(office, Standing.AMONG, library, asked):
        if len({p.presence for p in among[1]}) > 1:
            return _unsure(question, *among, typed, Fit.SEVERAL)
        return _as_named(question, library, *among, typed)
    if len(meant := called(typed, library, Kind.WHO)) == 1:
        return attendance(with_ids(question, who=meant[0]), library)
    if meant:
        raise Stop(unclear(question, library, Kind.WHO, typed, each(question, "who", meant)))
    if inside := newest_printing(office, Standing.INSIDE, library, asked):
        return _unsure(question, *inside, typed, Fit.SEVERAL)
    resolved = library.resolve(Kind.WHO, typed)
    if resolved.choices:
        raise Stop(unclear(question, library, Kind.WHO, typed, each(question, "who", (c.id for c in resolved.choices))))
    if in_text := mentions((typed,), library, asked):
        return _in_text(question, in_text, typed)
    near = newest_printing(office, Standing.NEAR, library, asked)
    return _unsure(question, *near, typed, Fit.NEAR) if near else not_held(question, library, Kind.WHO, typed)


def _by_name(question: Question, library: Library, asked: Release | None, typed: str, ids: tuple[str, ...]) -> Answer:
    """A party or a person: where they are placed, else where the text has their name, else the bloc of a member."""
    release = asked or library.newest_naming(ids)
    found = tuple(p for p in release.participants if _is_meant(p, ids)) if release else ()
    if release and found:
        return _as_named(question, library, release, found, typed)
    party = _party_of(ids, library)
    for id_ in ids:
        if found_in := mentions(names_of(id_, library), library, asked):
            return _in_text(with_ids(question, who=id_), found_in, typed, party)
    release = (asked or library.newest_of_member(party)) if party else None
    if release and party:
        sides = {side for meeting in release.meetings for side in meeting.sides}
        bloc = next((bloc for bloc in library.member_blocs(party, release.day) if bloc in sides), None)
        if bloc:
            return _by_presence(question, Outcome.NOT_STATED, About(release), (), typed, party=party, bloc=bloc)
    return not_held(question, library, Kind.WHO, typed, known=ids[0])


def _as_named(question: Question, library: Library, release: Release, found: Who, typed: str) -> Answer:
    """Those found, with a yes if one of them attended. Raises Stop where several people are called so."""
    ids = library.names(Kind.WHO).exact(typed)
    party = _party_of(ids, library)
    people = tuple(dict.fromkeys(p.person for p in found if p.person))
    if len(people) > 1 and party is None and not _all_chairs(found):
        raise Stop(unclear(question, library, Kind.WHO, typed, each(question, "who", people)))
    outcome = Outcome.ANSWERED if any(p.presence is Presence.ATTENDED for p in found) else Outcome.DENIED
    named = people[0] if len(found) == 1 and people and party is None else None
    about = About(release, library.others_naming(ids, release.id))
    return _by_presence(with_ids(question, who=named or party), outcome, about, found, typed, party=party)


def _unsure(question: Question, release: Release, found: Who, typed: str, fit: Fit) -> Attendance:
    """What is printed near the words, with no yes or no."""
    return replace(_by_presence(question, Outcome.AMBIGUOUS, About(release), found, typed), fit=fit)


def _in_text(question: Question, found: tuple[Mention, ...], typed: str, party: PartyId | None = None) -> Attendance:
    """The sentences that have the words: a mention is no attendance."""
    answer = _by_presence(question, Outcome.DENIED, About(found[0].release), (), typed, party=party)
    return replace(answer, fit=Fit.IN_TEXT, mentions=found)


def _counted(question: Question, library: Library, asked: Release | None, typed: str, bloc: PartyId) -> Answer:
    """Every member of a bloc, or so many: the release says who was there for it, never that all were."""
    release = asked or library.newest_naming((bloc,))
    found = tuple(p for p in release.participants if _is_meant(p, (bloc,))) if release else ()
    if release is None or not found:
        return not_held(question, library, Kind.WHO, typed, known=bloc)
    answer = _by_presence(question, Outcome.DENIED, About(release), found, typed, party=bloc)
    counted = (name for name in names_of(bloc, library) if _is_counted(name))
    return replace(answer, fit=Fit.COUNTED, mentions=mentions((typed, *counted), library, release))


def _party_of(ids: tuple[str, ...], library: Library) -> PartyId | None:
    return next((id_ for id_ in ids if id_ in library.vocabulary.parties), None)


def _is_bloc(party: str, library: Library) -> bool:
    return any(m.party == party for p in library.vocabulary.parties.values() for m in p.member_of)


def _is_counted(typed: str) -> bool:
    """Whether a name says how many they are."""
    return any(word in COUNTS or word[:1].isdigit() for word in key(typed).split())


def _every_one_of(typed: str, library: Library) -> PartyId | None:
    """The bloc of which all members, or so many, are asked for: "all ten ASEAN countries"."""
    words = key(typed).split()
    while words and (words[0] in EVERY or words[0] in COUNTS or words[0][:1].isdigit()):
        words.pop(0)
    if not words or len(words) == len(key(typed).split()):
        return None
    found = library.names(Kind.WHO).exact(" ".join(words))
    return next((id_ for id_ in found if _is_bloc(id_, library)), None)


def _by_presence(
    question: Question,
    outcome: Outcome,
    about: About,
    everyone: Who,
    who: str = "",
    *,
    party: PartyId | None = None,
    bloc: PartyId | None = None,
) -> Attendance:
    def present(presence: Presence) -> Who:
        return tuple(p for p in everyone if p.presence is presence)

    return Attendance(
        question,
        outcome,
        about,
        attended=present(Presence.ATTENDED),
        usual=present(Presence.USUAL),
        mentioned=present(Presence.MENTIONED),
        absent=present(Presence.ABSENT),
        who=who,
        party=party,
        bloc=bloc,
    )


def _is_meant(participant: Participant, ids: tuple[str, ...]) -> bool:
    return bool({participant.person, participant.party, participant.side} & set(ids))


def _all_chairs(found: Who) -> bool:
    """Whether those found share a role that several people can have."""
    return all(p.roles for p in found)
