"""Who attended, who usually does, who is only mentioned: four different things."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import Stop, asked_release, not_held, unclear, with_ids
from bot.answers.offices import in_office, with_role
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Participant, Presence, Release
from bot.model.value import PartyId

Who = tuple[Participant, ...]


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


def attendance(question: Question, library: Library) -> Answer:
    """The answer to ``/attendance [who] [release]``."""
    release = asked_release(question, library)
    releases = (release,) if release else library.releases()
    question = with_ids(question, release=release.id if release else None)
    typed = question.options.get("who", "")
    if not releases:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    if typed:
        return _one(question, library, releases, typed)
    chosen = next((r for r in releases if r.participants), releases[0])
    others = tuple(r.id for r in library.releases() if r.participants and r.id != chosen.id)
    everyone = chosen.participants
    outcome = Outcome.ANSWERED if everyone else Outcome.NOT_STATED
    return _by_presence(question, outcome, About(chosen, others), everyone)


def _one(question: Question, library: Library, releases: tuple[Release, ...], typed: str) -> Answer:
    """Somebody: by id or name, else by role, else by the words of a printed office or label."""
    ids = library.names(Kind.WHO).exact(typed)
    party = next((id_ for id_ in ids if id_ in library.vocabulary.parties), None)
    for release in releases:
        if ids:
            found = tuple(p for p in release.participants if _is_meant(p, ids))
        else:
            found = with_role(release, typed, library.vocabulary.grammar) or in_office(release, typed, library)
        if not found:
            continue
        people = tuple(dict.fromkeys(p.person for p in found if p.person))
        if len(people) > 1 and party is None and not _all_chairs(found):
            return unclear(question, library, Kind.WHO, typed, {id_: with_ids(question, who=id_) for id_ in people})
        elsewhere = (r for r in library.releases() if r.id != release.id)
        others = tuple(r.id for r in elsewhere if any(_is_meant(p, ids) for p in r.participants))
        outcome = Outcome.ANSWERED if any(p.presence is Presence.ATTENDED for p in found) else Outcome.DENIED
        named = people[0] if len(found) == 1 and people and party is None else None
        asked = with_ids(question, who=named or party)
        return _by_presence(asked, outcome, About(release, others), found, typed, party=party)
    return _nobody(question, library, releases, typed, ids)


def _nobody(
    question: Question, library: Library, releases: tuple[Release, ...], typed: str, ids: tuple[str, ...]
) -> Answer:
    """No release places them; a member of a bloc may be spoken of only with it."""
    if not ids:
        resolved = library.resolve(Kind.WHO, typed)
        if resolved.id:
            return attendance(with_ids(question, who=resolved.id), library)
        if resolved.choices:
            meant = {choice.id: with_ids(question, who=choice.id) for choice in resolved.choices}
            raise Stop(unclear(question, library, Kind.WHO, typed, meant))
    for party in ids:
        if party not in library.vocabulary.parties:
            continue
        for release in releases:
            sides = {side for meeting in release.meetings for side in meeting.sides}
            for bloc in library.member_blocs(party, release.day):
                if bloc in sides:
                    about = About(release)
                    return _by_presence(question, Outcome.NOT_STATED, about, (), typed, party=party, bloc=bloc)
    return not_held(question, library, Kind.WHO, typed)


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
