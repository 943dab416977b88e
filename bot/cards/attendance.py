"""The card of who attended, who usually does, and who is only mentioned."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.attendance import Attendance
from bot.cards.card import Block, Line, Part, mark, quote, strong
from bot.cards.heads import about_block, account_block, answer_block, at_meeting, heading, line_block
from bot.cards.language import Phrases
from bot.model.release import Participant, Presence, Release
from bot.model.value import Locale


def attendance_card(answer: Attendance, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the answer, then everybody shown under what the release says of their presence."""
    release = answer.about.release
    blocks = [answer_block(_first_line(answer, phrases)), about_block(answer.about, phrases)]
    groups = (
        (Presence.ATTENDED, answer.attended),
        (Presence.USUAL, answer.usual),
        (Presence.MENTIONED, answer.mentioned),
        (Presence.ABSENT, answer.absent),
    )
    for presence, people in groups:
        if people:
            blocks.append(heading(phrases.say(f"attendance.heading.{presence.value}")))
            blocks.extend(person_block(p, release, phrases) for p in people)
    blocks.extend(_members(answer, phrases))
    blocks.append(account_block(release, phrases))
    return tuple(blocks)


def _first_line(answer: Attendance, phrases: Phrases) -> Line:
    if not answer.who:
        return phrases.line("attendance.all" if answer.outcome is Outcome.ANSWERED else "attendance.none")
    who = _asked(answer, phrases)
    if answer.outcome is Outcome.ANSWERED:
        return phrases.line("attendance.yes", who=who)
    if answer.bloc:
        return phrases.line("attendance.bloc", who=who, bloc=phrases.party(answer.bloc))
    if answer.absent:
        return phrases.line("attendance.absent", who=who)
    return phrases.line("attendance.usual" if answer.usual else "attendance.mentioned", who=who)


def _asked(answer: Attendance, phrases: Phrases) -> str:
    """Whom the question was about: a party's or a person's name, else the words typed."""
    if answer.party:
        return phrases.party(answer.party)
    shown = (*answer.attended, *answer.usual, *answer.mentioned, *answer.absent)
    person = next((p.person for p in shown if p.person), None)
    if person and len(shown) == 1:
        return phrases.vocabulary.people[person].name_in(phrases.locale)
    return name_of(shown[0], phrases) if len(shown) == 1 else f"“{answer.who}”"


def name_of(participant: Participant, phrases: Phrases) -> str:
    """A name as printed; in Korean the sourced name or the translation of a label, with what is printed."""
    if phrases.locale is Locale.EN:
        return participant.printed
    if participant.person:
        return phrases.vocabulary.people[participant.person].name_in(Locale.KO)
    return f"{participant.ko} ({participant.printed})" if participant.ko else participant.printed


def person_block(participant: Participant, release: Release, phrases: Phrases) -> Block:
    """A person, a group or an office as printed, with office, roles, side, mark and quote."""
    roles = ", ".join(phrases.say(f"role.{role.value}") for role in participant.roles)
    line = phrases.line(
        _sentence(participant),
        name=strong(name_of(participant, phrases)),
        office=_office(participant, phrases),
        roles=phrases.say("roles", roles=roles) if roles else "",
        side=_side(participant, phrases),
        mark=mark(release.id, participant.paragraph),
    )
    meeting = at_meeting(release.meeting_of(participant), release, phrases)
    lines: tuple[Line, ...] = (line, (quote(participant.quote),), *meeting)
    return Block(Part.STATEMENT, lines, participant=participant, release=release.id)


def _sentence(participant: Participant) -> str:
    if participant.office:
        return "attendance.person"
    return "attendance.person.no_office" if participant.person or not participant.side else "attendance.group"


def _office(participant: Participant, phrases: Phrases) -> str:
    if participant.office is None:
        return ""
    if phrases.locale is Locale.KO and participant.office.ko:
        return f"{participant.office.ko} ({participant.office.printed})"
    return participant.office.printed


def _side(participant: Participant, phrases: Phrases) -> str:
    if participant.side and participant.party and participant.side != participant.party:
        party, side = phrases.party(participant.party), phrases.party(participant.side)
        return phrases.say("attendance.side.of", party=party, side=side)
    if participant.side:
        return phrases.say("attendance.side", side=phrases.party(participant.side))
    if participant.party:
        return phrases.party(participant.party)
    return phrases.say("attendance.side.unsaid")


def _members(answer: Attendance, phrases: Phrases) -> list[Block]:
    """Which members of a bloc are named at all; the rest are not listed."""
    release = answer.about.release
    blocs = {m.party for party in phrases.vocabulary.parties.values() for m in party.member_of}
    lines: list[Line] = []
    for bloc in dict.fromkeys(side for meeting in release.meetings for side in meeting.sides if side in blocs):
        if answer.who and answer.party != bloc:
            continue
        members = {p.id for p in phrases.vocabulary.parties.values() if any(m.party == bloc for m in p.member_of)}
        named = dict.fromkeys(p.party for p in release.participants if p.party in members)
        if named:
            listed = phrases.parties(party for party in named if party)
            lines.append(phrases.line("attendance.members.some", bloc=phrases.party(bloc), members=listed))
        else:
            lines.append(phrases.line("attendance.members.none", bloc=phrases.party(bloc)))
    return [line_block(*lines)] if lines else []
