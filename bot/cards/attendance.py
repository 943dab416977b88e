"""The card of who attended, who usually does, and who is only mentioned."""

from __future__ import annotations

from bot.answers.answer import Outcome
from bot.answers.attendance import Attendance, Fit
from bot.cards.card import Block, Line, Part, mark, quote, span, strong
from bot.cards.heads import about_block, account_of, answer_block, at_meeting, heading, line_block
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
    blocks.extend(_mentions(answer, phrases))
    blocks.extend(_members(answer, phrases))
    return (*blocks, *account_of(blocks, release, phrases))


def _first_line(answer: Attendance, phrases: Phrases) -> Line:
    if not answer.who:
        return phrases.line("attendance.all" if answer.outcome is Outcome.ANSWERED else "attendance.none")
    if answer.custom and not answer.bloc:
        shown = answer.usual or (*answer.attended, *answer.absent, *answer.mentioned)
        names = phrases.all_of(dict.fromkeys(_called(p, phrases) for p in shown)) if shown else _typed(answer, phrases)
        return phrases.line("attendance.custom" if answer.usual else "attendance.custom.none", names=names)
    if answer.open and not answer.bloc:
        return _openly(answer, phrases)
    if answer.fit:
        party = phrases.the(answer.party) if answer.party else ""
        return phrases.line(f"attendance.{answer.fit.value}", who=_typed(answer, phrases), party=party)
    if answer.outcome is Outcome.ANSWERED:
        return _yes(answer, phrases)
    if answer.bloc and answer.party:
        return phrases.line("attendance.bloc", who=phrases.the(answer.party), bloc=phrases.party(answer.bloc))
    return _no(answer, phrases)


def _typed(answer: Attendance, phrases: Phrases) -> str:
    """The words typed, as such; of a party that only the text has, its name."""
    return phrases.the(answer.party) if answer.party and answer.fit is Fit.IN_TEXT else f"“{answer.who}”"


def _yes(answer: Attendance, phrases: Phrases) -> Line:
    """Who it was that attended, by the names and labels printed."""
    names = phrases.all_of(dict.fromkeys(_called(p, phrases) for p in answer.attended))
    if answer.party:
        return phrases.line("attendance.yes.for", party=phrases.the(answer.party), names=names)
    return phrases.line("attendance.yes", names=names)


def _openly(answer: Attendance, phrases: Phrases) -> Line:
    """Who it was, or that the release does not say who."""
    names = phrases.all_of(dict.fromkeys(_called(p, phrases) for p in answer.attended))
    form = "attendance.open" if names else "attendance.open.none"
    if answer.party:
        return phrases.line(f"{form}.for", party=phrases.the(answer.party), names=names)
    return phrases.line(form, who=_typed(answer, phrases), names=names)


def _no(answer: Attendance, phrases: Phrases) -> Line:
    """That those asked for are only known as absent, as usual attendees or as mentioned."""
    shown = answer.absent or answer.usual or answer.mentioned
    how = shown[0].presence.value
    absent_of_a_party = bool(answer.party and answer.absent)  # one of it who was absent is not the party
    if (answer.party or len(shown) == 1) and not absent_of_a_party:
        who = phrases.the(answer.party) if answer.party else _called(shown[0], phrases)
        return phrases.line(f"attendance.{how}", who=who)
    listed = phrases.all_of(_called(p, phrases) for p in shown)
    return phrases.line(f"attendance.{how}.several", who=_typed(answer, phrases), listed=listed)


def _called(participant: Participant, phrases: Phrases) -> str:
    """A name in a sentence: a person's, a party's, else the label of an office or a group, as words of the text."""
    if participant.person:
        return phrases.vocabulary.people[participant.person].name_in(phrases.locale)
    label = participant.ko if phrases.locale is Locale.KO else None
    return f"“{label or participant.printed}”"


def name_of(participant: Participant, phrases: Phrases) -> str:
    """A name as printed; in Korean the sourced name or the translation of a label, with what is printed."""
    if phrases.locale is Locale.EN:
        return participant.printed
    if participant.person:
        return phrases.vocabulary.people[participant.person].name_in(Locale.KO)
    return f"{participant.ko}({participant.printed})" if participant.ko else participant.printed


def person_block(participant: Participant, release: Release, phrases: Phrases) -> Block:
    """A person, a group or an office as printed, with office, roles, side, mark and quote."""
    roles = ", ".join(phrases.say(f"role.{role.value}") for role in participant.roles)
    name, side = name_of(participant, phrases), _side(participant, phrases)
    is_party = participant.person is None and name.partition("(")[0] == side
    line = phrases.line(
        "attendance.party" if is_party else _sentence(participant),
        name=strong(name),
        office=_office(participant, phrases),
        roles=phrases.say("roles", roles=roles) if roles else "",
        side=side,
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
        return f"{participant.office.ko}({participant.office.printed})"
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


def _mentions(answer: Attendance, phrases: Phrases) -> list[Block]:
    """The sentences in which the words stand."""
    if not answer.mentions:
        return []
    blocks = [heading(phrases.say("attendance.in_text.heading"))]
    for found in answer.mentions:
        where = mark(found.release.id, found.paragraph)
        blocks.append(Block(Part.STATEMENT, ((quote(found.sentence), span(" "), where),), release=found.release.id))
    return blocks


def _members(answer: Attendance, phrases: Phrases) -> list[Block]:
    """Which members of a bloc are shown as having attended; of the rest the card says nothing."""
    release = answer.about.release
    blocs = {m.party for party in phrases.vocabulary.parties.values() for m in party.member_of}
    lines: list[Line] = []
    for bloc in dict.fromkeys(side for meeting in release.meetings for side in meeting.sides if side in blocs):
        if answer.who and answer.party != bloc:
            continue
        members = {p.id for p in phrases.vocabulary.parties.values() if any(m.party == bloc for m in p.member_of)}
        attended = (p for p in release.participants if p.presence is Presence.ATTENDED)
        named = dict.fromkeys(p.party for p in attended if p.party in members)
        if named:
            listed = phrases.parties(party for party in named if party)
            lines.append(phrases.line("attendance.members.some", bloc=phrases.party(bloc), members=listed))
        else:
            lines.append(phrases.line("attendance.members.none", bloc=phrases.party(bloc)))
    return [line_block(*lines)] if lines else []
