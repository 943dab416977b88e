"""A release as a person has read it: every statement with its paragraph and its words."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AwareDatetime, BeforeValidator, Field, WithJsonSchema

from bot.model.speech_acts import Act
from bot.model.value import (
    Id,
    IssuerId,
    ParagraphRef,
    PartyId,
    PersonId,
    Quote,
    ReleaseId,
    Text,
    TopicId,
    Value,
    Words,
)

Day = date
"""A day; named so that a field may be called ``date``."""
CONDITIONS_MOST = 6
DAYS_MOST = 100
"""No meeting goes on for longer."""
STATEMENT_ID_PATTERN = r"^[a-z0-9.]+(-[a-z0-9]+)*$"


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Answered = Annotated[
    tuple[str, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One id or a list of them."""


class Presence(StrEnum):
    """How a release places somebody: four different things."""

    ATTENDED = "attended"
    USUAL = "usual"
    MENTIONED = "mentioned"
    ABSENT = "absent"


class Role(StrEnum):
    """What somebody did in the meeting beside being there."""

    HEAD_OF_DELEGATION = "head_of_delegation"
    CO_CHAIR = "co_chair"
    CHAIR = "chair"


class Evidence(Value):
    """The words in a paragraph that show a fact."""

    paragraph: ParagraphRef
    quote: Quote


class Held(Evidence):
    """When a meeting took place. ``derived`` says which part of the date is not in the quote, and whence it comes."""

    date: Day
    until: Day | None = None
    derived: Words | None = None


class Format(Evidence):
    """How the sides met."""

    is_: Literal["virtual", "in_person", "hybrid", "phone"] = Field(alias="is")


class Place(Evidence):
    """Where a meeting took place, or was to take place."""

    name: Words


class Meeting(Value):
    """One meeting that a release reports. ``sides`` are all its sides, the issuer's first."""

    key: Id = "meeting"
    series: Id
    name: Words
    sides: tuple[PartyId, ...] = Field(min_length=1)
    held: Held | None = None
    format: Format | None = None
    place: Place | None = None
    planned_place: Place | None = None


class Speaker(Value):
    """A label by which the text speaks of a side, of all sides, or (no sides) of some not said which."""

    label: Text
    sides: tuple[PartyId, ...]
    person: PersonId | None = None


class Office(Value):
    """The office held then: as printed, and in Korean."""

    printed: Text
    ko: Text | None = None


class Participant(Evidence):
    """A person, a group or an office that the release places at, near or outside a meeting."""

    printed: Text
    ko: Text | None = None
    person: PersonId | None = None
    office: Office | None = None
    party: PartyId | None = None
    side: PartyId | None = None
    presence: Presence
    roles: tuple[Role, ...] = ()
    meeting: Id | None = None


class NotTopic(Value):
    """A topic of which a word stands in a quote that does not speak of it, and why."""

    topic: TopicId
    why: Text


class Statement(Evidence):
    """One clause: who does what with words about something.

    ``gist`` goes with the verb: English continues it ("that …", "to …"), Korean comes before it ("…다고").
    """

    id: str = Field(pattern=STATEMENT_ID_PATTERN, max_length=30)
    speaker: Text | None = None
    refers_to: Text | None = None
    because: Text | None = None
    sides: tuple[PartyId, ...] = ()
    act: Act
    verb: Text
    topics: tuple[TopicId, ...] = ()
    not_topics: tuple[NotTopic, ...] = ()
    """Topics of which the quote has a word and does not speak."""
    gist: Words
    conditions: tuple[Text, ...] = Field(default=(), max_length=CONDITIONS_MOST)
    not_conditions: tuple[Text, ...] = ()
    """Printed phrases that hold a word of condition and set none ("based on old surveys")."""
    addressee: tuple[PartyId, ...] = ()
    reply_to: Answered = ()
    """The earlier statements that this one answers: mostly one, which may be given alone."""
    meeting: Id | None = None

    def __hash__(self) -> int:
        """A cheap one: what is worked out of a statement is kept under it, and looked up all the time."""
        return hash((self.id, self.quote))

    @property
    def joint(self) -> bool:
        """Whether two or more sides say it together."""
        return len(self.sides) > 1


class Derived(Evidence):
    """What a printed phrase means, worked out and not printed: "last year" = 2019."""

    means: Text
    of: Words


class Background(Value):
    """A paragraph that holds no statement, and why."""

    paragraph: ParagraphRef
    why: Text


class Release(Value):
    """One press release, structured and reviewed."""

    id: ReleaseId
    issuer: IssuerId
    published: date
    title: Text
    status: Literal["published", "withheld"] = "published"
    embargo_until: AwareDatetime | None = None
    meetings: tuple[Meeting, ...] = Field(min_length=1)
    speakers: tuple[Speaker, ...] = ()
    participants: tuple[Participant, ...] = ()
    statements: tuple[Statement, ...] = ()
    derived: tuple[Derived, ...] = ()
    background: tuple[Background, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The first, mostly the only, meeting."""
        return self.meetings[0]

    @cached_property
    def day(self) -> date:
        """The day to sort by: when the meeting was held, else when the release came out."""
        return self.meeting.held.date if self.meeting.held else self.published

    @cached_property
    def held_days(self) -> tuple[date, ...]:
        """Every day on which a meeting was held."""
        spans = ((m.held.date, m.held.until or m.held.date) for m in self.meetings if m.held)
        lasting = ((first, min((last - first).days, DAYS_MOST)) for first, last in spans)
        return tuple(first + timedelta(days=n) for first, days in lasting for n in range(days + 1))

    def meeting_of(self, part: Statement | Participant) -> Meeting:
        """The meeting that a statement or a participant belongs to."""
        return next((m for m in self.meetings if m.key == part.meeting), self.meeting)

    def day_of(self, part: Statement | Participant) -> date:
        """The day of the meeting that a statement or a participant belongs to, else that of publication."""
        held = self.meeting_of(part).held
        return held.date if held else self.published

    def is_together(self, statement: Statement) -> bool:
        """Whether sides of a meeting say a statement together: members of one side that join their names do not."""
        return statement.joint and not set(self.meeting_of(statement).sides).isdisjoint(statement.sides)

    def entry_of(self, person: PersonId) -> Participant | None:
        """Where a person stands among the participants; of several entries the last that gives a side."""
        entries = [p for p in self.participants if p.person == person]
        return next((p for p in reversed(entries) if p.side), entries[0] if entries else None)

    def person_of(self, statement: Statement) -> PersonId | None:
        """The person whose label a statement's speaker is, where it is one person's."""
        label = statement.refers_to or statement.speaker
        return next((s.person for s in self.speakers if label and s.label.casefold() == label.casefold()), None)

    def answered_by(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements that a reply answers."""
        return tuple(s for s in self.statements if s.id in statement.reply_to)

    def statement(self, id_: str) -> Statement | None:
        """The statement with this id."""
        return next((s for s in self.statements if s.id == id_), None)


class Paragraph(Value):
    """One labelled unit of the source text, white space evened out."""

    ref: ParagraphRef
    text: str
    note: bool = False
