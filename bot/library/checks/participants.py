"""Attended, usually attends, mentioned, absent: each only where the words say so (GENRE 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from bot.errors import Fault
from bot.library.checks.force import force_faults
from bot.library.checks.office import korean_rank_fault, office_fault
from bot.library.checks.presence import is_shown_there, is_told_there, spoken_by
from bot.library.checks.roles import role_faults
from bot.library.clauses import find_all, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.numbers import absent_numbers
from bot.library.quotes import Span, locate, plain_marks
from bot.library.reading import Reading
from bot.model.release import Participant, Presence
from bot.model.value import PartyId

RANK_AND_NAME = re.compile(
    r"\b(?:Minister|Secretary|President|Director|Ambassador|Chairman|Chairperson|Chancellor|Prince|Premier|Governor"
    r"|Commissioner|Envoy|Representative|Senator|General|Mr\.?|Ms\.?|Mrs\.?|Dr\.?) ((?:[A-Z][a-z'-]+ )+[A-Z][\w'-]+)"
)
LISTED = re.compile(r"\b(?:attended|joined|led|represented) by ((?:[^.;(]|\([^)]*\))+)")
LIST_MARKS = re.compile(r",\s+(?:and\s+)?|\s+as well as\s+")
OFFICE = re.compile(
    r"\b(?:(?:Deputy|Vice|Assistant|Permanent|Under)[- ])*"
    r"(?:Secretary-General|Secretaries-General|Secretary|Minister|Director-General|Director|Ambassador|Commissioner|President|Chairman|Chairperson|Governor|Envoy|Representative)s?\b[^,;]*"
)
CAPITAL_WORDS = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)+")
NAME_WORD = re.compile(r"\w+")
EXPECTED = ("expected", "scheduled", "planned", "will", "to attend", "invited")


def check_participants(reading: Reading) -> Iterator[Fault]:
    """People and groups whose name, office, side, presence or role the text does not bear out."""
    for i, participant in enumerate(reading.release.participants):
        place: Place = ("participants", i)
        paragraph = reading.paragraph(participant.paragraph)
        spans = reading.spans(participant)
        if paragraph is None or spans is None:
            continue
        yield from _identity_faults(reading, place, participant, paragraph.text)
        start, end = sentence_around(paragraph.text, spans[0].start)
        if not locate(participant.printed, plain_marks(paragraph.text)[start:end]) and not paragraph.note:
            message = f"the sentence of the quote does not name {participant.printed!r}"
            yield reading.fault((*place, "quote"), message)
        if not locate(participant.printed, paragraph.text):
            yield reading.fault((*place, "printed"), f"{participant.printed!r} is not in ¶{participant.paragraph}")
        elif participant.presence is Presence.ATTENDED and paragraph.note:
            if expected := _note_fault(participant, paragraph.text):
                yield reading.fault((*place, "presence"), expected)
        elif participant.presence is Presence.ATTENDED:
            if not is_shown_there(reading, participant, paragraph.text, spans[0].start):
                yield reading.fault((*place, "presence"), _not_shown(participant))
        elif participant.presence is Presence.ABSENT and is_told_there(
            reading, participant, paragraph.text, spans[0].start
        ):
            message = f"¶{participant.paragraph} says that {participant.printed!r} was there, not absent"
            yield reading.fault((*place, "presence"), message)
        elif participant.presence is Presence.ABSENT and not _absence(reading, paragraph.text, spans):
            message = (
                f"nothing in that sentence of ¶{participant.paragraph} says that {participant.printed!r} was absent"
            )
            yield reading.fault((*place, "presence"), message)
        elif participant.presence is Presence.USUAL and not _custom(reading, paragraph.text, spans):
            message = f"nothing in that sentence of ¶{participant.paragraph} speaks of a custom (annual, every year, …)"
            yield reading.fault((*place, "presence"), message)
        elif _was_there(reading, participant, paragraph.text, spans):
            yield reading.fault((*place, "presence"), _is_attended(reading, participant, paragraph.text, spans))
        yield from role_faults(reading, place, participant, paragraph.text, spans)


def check_named(reading: Reading) -> Iterator[Fault]:
    """People printed with their rank ("Minister Anna Kolb"), or known, who are not among the participants."""
    release = reading.release
    if "participants" in reading.pruned:
        return
    people = reading.vocabulary.people
    known = " ".join(
        [
            *(f"{p.printed} {p.office.printed if p.office else ''}" for p in release.participants),
            *(p.name for id_ in {p.person for p in release.participants} if id_ and (p := people.get(id_))),
            *(speaker.label for speaker in release.speakers),
            *(meeting.name.en for meeting in release.meetings),
            *(party.name.en for party in reading.vocabulary.parties.values()),
        ]
    )
    words = set(NAME_WORD.findall(plain_marks(known)))
    seen: set[str] = set()
    for paragraph in reading.outline.units():
        text = plain_marks(paragraph.text)
        ranked = ((match[1], match[0]) for match in RANK_AND_NAME.finditer(text))
        for name, printed in (*ranked, *((name, name) for name in _known_names(reading, text))):
            if not set(NAME_WORD.findall(name)) <= words and not any(name in other for other in seen):
                seen.add(name)
                message = f"¶{paragraph.ref} names {printed!r}; add them, as mentioned if it says no more"
                yield reading.fault(("participants",), message)


def _known_names(reading: Reading, text: str) -> Iterator[str]:
    """The whole names of known people in a text."""
    for run in CAPITAL_WORDS.finditer(text):
        words = run[0].split()
        for first, last in combinations(range(len(words) + 1), 2):
            name = " ".join(words[first:last]).removesuffix("'s")
            if last - first > 1 and name.casefold() in reading.lexicon.people:
                yield name


def check_listed(reading: Reading) -> Iterator[Fault]:
    """Offices without a name in a list of those who attend ("attended by A, and the Deputy B") that are not entered."""
    release = reading.release
    if "participants" in reading.pruned:
        return
    for paragraph in reading.outline.units():
        text = plain_marks(paragraph.text)
        for match in LISTED.finditer(text):
            own = (p.printed for p in release.participants if p.paragraph == paragraph.ref)
            held = [span for printed in own for span in locate(printed, text) or ()]
            at = match.start(1)
            for item in LIST_MARKS.split(match[1]):
                start = text.index(item, at)
                at = start + len(item)
                office = OFFICE.search(item)
                if office and not any(span.start < at and start < span.end for span in held):
                    message = (
                        f"¶{paragraph.ref} lists {office[0].strip()!r}; add it, as usual where it tells of a custom"
                    )
                    yield reading.fault(("participants",), message)


def _identity_faults(reading: Reading, place: Place, who: Participant, text: str) -> Iterator[Fault]:
    vocabulary = reading.vocabulary
    person = vocabulary.people.get(who.person) if who.person else None
    if person:
        names = " ".join((person.name, *person.aliases.en)).casefold()
        if not set(NAME_WORD.findall(who.printed.casefold())) & set(NAME_WORD.findall(names)):
            message = f"{who.person!r} is {person.name}, but {who.printed!r} is printed"
            yield reading.fault((*place, "person"), message)
        if person.party != who.party:
            yield reading.fault(
                (*place, "party"), f"{who.person!r} belongs to {person.party}, not to {who.party or 'nobody'}"
            )
    if who.office and (wrong := office_fault(reading, who, who.office.printed, text)):
        yield reading.fault((*place, "office", "printed"), wrong)
    yield from _korean_faults(reading, place, who)
    sides = {side for meeting in reading.release.meetings for side in meeting.sides}
    if who.side is None:
        blocs = vocabulary.blocs_of(who.party, reading.release.day) if who.party in vocabulary.parties else ()
        of_a_side = who.party is None or sides & {who.party, *blocs}
        if who.presence is Presence.ATTENDED and of_a_side:
            yield reading.fault((*place, "side"), f"say on which side it was: {', '.join(sorted(sides))}")
        return
    if who.party is None:
        yield reading.fault((*place, "party"), "say whose it is: the party's id")
        return
    if who.side not in sides:
        yield reading.fault((*place, "side"), f"{who.side!r} is no side of the meeting ({', '.join(sorted(sides))})")
    elif who.party in vocabulary.parties and who.side != who.party:
        day = reading.release.day
        if who.side not in vocabulary.blocs_of(who.party, day):
            yield reading.fault((*place, "side"), f"{who.party!r} was no member of {who.side!r} on {day}")


def _korean_faults(reading: Reading, place: Place, who: Participant) -> Iterator[Fault]:
    """A Korean office or group of another rank or of another party than is printed."""
    office = who.office
    ranks = reading.vocabulary.grammar.ranks
    printed_parties = reading.parties_in(f"{who.printed} {office.printed if office else ''}")
    named = {who.party} | printed_parties
    own = reading.parties_in(who.printed)
    if own and who.party and not own & _kin(reading, who.party):
        yield reading.fault((*place, "party"), f"{who.printed!r} names {', '.join(sorted(own))}, not {who.party}")
    for at, korean, printed in (
        (("office", "ko"), office.ko if office else None, office.printed if office else ""),
        (("ko",), who.ko, who.printed),
    ):
        if korean is None:
            continue
        yield from force_faults(reading, (*place, *at), korean, printed)
        if at == ("ko",) and (message := _other_name(reading, korean, printed)):
            yield reading.fault((*place, *at), message)
        for number in absent_numbers(korean, printed):
            yield reading.fault((*place, *at), f"{printed!r} has no number {number}")
        if wrong := korean_rank_fault(korean, printed, ranks):
            yield reading.fault((*place, *at), wrong)
        for name, party in reading.lexicon.korean_parties_in(korean):
            if party not in named:
                yield reading.fault((*place, *at), f"{name!r} is {party}, which {printed!r} does not name")


def _other_name(reading: Reading, korean: str, printed: str) -> str | None:
    """That a party printed by its own name has another in Korean, or None."""
    hits = reading.lexicon.parties.apart(plain_marks(printed))
    if len(hits) != 1 or hits[0].printed != plain_marks(printed):
        return None
    party = reading.vocabulary.parties[hits[0].value]
    short = (party.short.en, party.short.ko) if party.short else (party.name.en, party.name.ko)
    names = dict.fromkeys((party.name.ko, short[1], *party.aliases.ko))
    if printed not in (party.name.en, short[0]) or korean in names:
        return None
    return f"{printed!r} is {' or '.join(list(names)[:3])} in Korean, not {korean!r}"


def _kin(reading: Reading, party: PartyId) -> set[PartyId]:
    """A party with the blocs it was in and its members."""
    blocs = reading.vocabulary.blocs_of(party, reading.release.day) if party in reading.vocabulary.parties else ()
    return {party, *blocs, *reading.members.get(party, ())}


def _not_shown(who: Participant) -> str:
    return (
        f"¶{who.paragraph} does not say that {who.printed!r} was there "
        "(attended, took part, met, …); is it usual, mentioned or absent?"
    )


def _is_attended(reading: Reading, who: Participant, text: str, spans: tuple[Span, ...]) -> str:
    """Why somebody attended: the sentence says so, or a statement is entered as theirs."""
    spoken = spoken_by(reading, who)
    if spoken is None or is_told_there(reading, who, text, spans[0].start):
        return f"¶{who.paragraph} says that {who.printed!r} was there; presence is attended"
    label = spoken.refers_to or spoken.speaker
    return f"{spoken.id!r} is entered as said by {label!r}; if that is right, presence is attended"


def _note_fault(who: Participant, text: str) -> str | None:
    """A list of participants places those in it, unless it is of those expected."""
    if any(find_all(plan, text) for plan in EXPECTED):
        return f"the note ¶{who.paragraph} lists who was expected, not who was there"
    return None


def _was_there(reading: Reading, who: Participant, text: str, spans: tuple[Span, ...]) -> bool:
    """Whether one who is entered as usual or only mentioned attended; a custom counts only beside the day itself."""
    if who.side is None or who.presence not in (Presence.USUAL, Presence.MENTIONED):
        return False
    start, end = sentence_around(text, spans[0].start)
    held = (meeting.held.quote for meeting in reading.release.meetings if meeting.held)
    on_the_day = any(locate(quote, text[start:end]) for quote in held)
    return (who.presence is Presence.MENTIONED or on_the_day) and is_shown_there(reading, who, text, spans[0].start)


def _absence(reading: Reading, text: str, spans: tuple[Span, ...]) -> bool:
    start, end = sentence_around(text, spans[0].start)
    return any(find_all(word, text[start:end]) for word in reading.vocabulary.grammar.absent)


def _custom(reading: Reading, text: str, spans: tuple[Span, ...]) -> bool:
    start, end = sentence_around(text, spans[0].start)
    return any(find_all(word, text[start:end]) for word in reading.vocabulary.grammar.usual)
