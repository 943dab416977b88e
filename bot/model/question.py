"""Questions: the commands that can be asked, with their options."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.model.speech_acts import Act
from bot.model.value import IssuerId, Locale, PartyId, PersonId, TopicId


class Kind(StrEnum):
    """What an option names: decides what completes it and what resolves it."""

    TOPIC = "topic"
    SIDE = "side"
    WHO = "who"
    RELEASE = "release"
    CODE = "code"
    ISSUER = "issuer"
    PERSON = "person"
    ACT = "act"
    TEXT = "text"
    DAY = "day"
    PAGE = "page"
    FORM = "form"

    @property
    def is_free(self) -> bool:
        """Whether it takes any words: nothing completes it, nothing resolves it."""
        return self in (Kind.TEXT, Kind.DAY, Kind.PAGE, Kind.FORM)


@dataclass(frozen=True)
class Option:
    """One option of a command.

    ``shown`` is what it is called in English where that is not its name: names are words that Python leaves free, and
    within a command they begin with different letters, so that a button can remember them by these.
    """

    name: str
    kind: Kind
    required: bool = False
    shown: str = ""

    @property
    def typed(self) -> str:
        """What one types for it in English."""
        return self.shown or self.name


@dataclass(frozen=True)
class Command:
    """A command that reads the library. Its names in other languages are phrases."""

    name: str
    options: tuple[Option, ...] = ()
    long: bool = False
    """Whether its answers can take longer than everybody else should have to wait for."""

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((option for option in self.options if option.name == name), None)


RELEASE = Option("release", Kind.RELEASE)
TOPIC = Option("topic", Kind.TOPIC)
ON_TOPIC = Option("topic", Kind.TOPIC, required=True)
SIDE = Option("side", Kind.SIDE)
PAGE = Option("number", Kind.PAGE, shown="page")
DOWNLOAD = Option("download", Kind.FORM)
FORMS = ("csv", "json")
"""The forms of a download, as they are typed."""
FILTERS = (
    Option("issuer", Kind.ISSUER),
    Option("party", Kind.SIDE),
    Option("by", Kind.PERSON, shown="person"),
    TOPIC,
    Option("act", Kind.ACT),
    Option("since", Kind.DAY, shown="from"),
    Option("until", Kind.DAY, shown="to"),
)
"""What statements are sorted out by."""

COMMANDS: tuple[Command, ...] = (
    Command("ask", (Option("question", Kind.TEXT, required=True),), long=True),
    Command("release", (RELEASE,)),
    Command("attendance", (Option("who", Kind.WHO), RELEASE)),
    Command("agreed", (TOPIC, RELEASE)),
    Command("positions", (ON_TOPIC, SIDE, RELEASE)),
    Command("compare", (ON_TOPIC, Option("other", Kind.RELEASE, shown="with"), RELEASE), long=True),
    Command("timeline", (ON_TOPIC, SIDE), long=True),
    Command("verify", (Option("quote", Kind.TEXT, required=True), Option("said_by", Kind.WHO), RELEASE), long=True),
    Command("search", (Option("words", Kind.TEXT, required=True, shown="text"), *FILTERS), long=True),
    Command("statements", (Option("words", Kind.TEXT, shown="text"), *FILTERS, PAGE, DOWNLOAD), long=True),
    Command("person", (Option("who", Kind.PERSON, required=True),), long=True),
    Command("cite", (Option("code", Kind.CODE, required=True),)),
    Command("coverage"),
    Command("help"),
)


@dataclass(frozen=True)
class Question:
    """A command with what was typed for its options: ids, labels or free text alike.

    ``in_words``: it was asked in words of one's own, and this command is what they came to. ``amounts_to`` is the
    command nearest to a question in words that no command puts exactly so.
    """

    command: str
    options: dict[str, str] = field(default_factory=dict)
    locale: Locale = Locale.EN
    in_words: bool = False
    amounts_to: Question | None = None


@dataclass(frozen=True)
class Choice:
    """Something to pick: the id that is sent, the label that is read."""

    id: str
    label: str


Slots = tuple[tuple[str, ...], ...]
"""Things that are meant, each with the ways of putting it; all as keys."""


@dataclass(frozen=True)
class Subject:
    """What a question is about: a topic with all below it, or, without one, words as they stand in the text.

    With a topic, ``words`` are what was typed for it where that is not its own name. Without one, ``said`` are the ways
    in which what they mean may stand in a statement, where they do not stand there themselves.
    """

    topic: TopicId | None = None
    words: str = ""
    narrow: bool = False
    """Whether the words are only a part of the topic: then only statements that use them count."""
    said: Slots = ()


@dataclass(frozen=True)
class Sought:
    """What statements are looked for by: all of it at once.

    ``words`` (in any order) and ``phrases`` (as they stand) are ready for comparing; the days, both included, are those
    of the meeting, or of publication where the meeting has none; ``topic_words`` are a narrow subject's words, or those
    of one without a topic: then ``said`` has how they may stand in a statement.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    issuer: IssuerId | None = None
    party: PartyId | None = None
    person: PersonId | None = None
    topic: TopicId | None = None
    topic_words: str = ""
    said: Slots = ()
    act: Act | None = None
    since: date | None = None
    until: date | None = None
