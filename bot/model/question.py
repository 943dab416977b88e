"""Questions: the commands that can be asked, with their options."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.model.value import Locale, TopicId


class Kind(StrEnum):
    """What an option names: decides what completes it and what resolves it."""

    TOPIC = "topic"
    SIDE = "side"
    WHO = "who"
    RELEASE = "release"
    CODE = "code"
    ACT = "act"
    TEXT = "text"


@dataclass(frozen=True)
class Option:
    """One option of a command."""

    name: str
    kind: Kind
    required: bool = False


@dataclass(frozen=True)
class Command:
    """A command that reads the library. Its names in other languages are phrases."""

    name: str
    options: tuple[Option, ...] = ()

    def option(self, name: str) -> Option | None:
        """The option of that name."""
        return next((option for option in self.options if option.name == name), None)


RELEASE = Option("release", Kind.RELEASE)
TOPIC = Option("topic", Kind.TOPIC)

COMMANDS: tuple[Command, ...] = (
    Command("ask", (Option("question", Kind.TEXT, required=True),)),
    Command("release", (RELEASE,)),
    Command("attendance", (Option("who", Kind.WHO), RELEASE)),
    Command("agreed", (TOPIC, RELEASE)),
    Command("positions", (Option("topic", Kind.TOPIC, required=True), Option("side", Kind.SIDE), RELEASE)),
    Command("statements", (Option("act", Kind.ACT), Option("side", Kind.SIDE), TOPIC, RELEASE)),
    Command("compare", (Option("topic", Kind.TOPIC, required=True), RELEASE)),
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


@dataclass(frozen=True)
class Subject:
    """What a question is about: a topic with all below it, or, without one, words as they stand in the text.

    With a topic, ``words`` are what was typed for it where that is not its own name.
    """

    topic: TopicId | None = None
    words: str = ""
    narrow: bool = False
    """Whether the words are only a part of the topic: then only statements that use them count."""
