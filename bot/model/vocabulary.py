"""The vocabulary: who can hold a position, who speaks, on what, and in which verbs."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal, Self

from pydantic import Field

from bot.model.asking import Asking
from bot.model.bilingual import Bilingual
from bot.model.speech_acts import Act, ActWords, Grammar, Use, Verb
from bot.model.value import Aliases, Id, IssuerId, Locale, PartyId, PersonId, Text, TopicId, Value, Words


class Membership(Value):
    """A state's place in a bloc; without dates it holds for every release."""

    party: PartyId
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the state was a member on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Count(Value):
    """How many members a bloc has, from a day on; without one since ever."""

    number: int = Field(gt=0)
    since: date | None = None


class Party(Value):
    """A state or an organisation that can hold a position."""

    id: Id
    kind: Literal["state", "organisation"]
    name: Words
    short: Words | None = None
    aliases: Aliases = Aliases()
    member_of: tuple[Membership, ...] = ()
    members: tuple[Count, ...] = ()
    """Of a bloc, how many parties name it under ``member_of``."""


class Issuer(Value):
    """Who puts out releases: everything in one is as this body reports it."""

    id: Id
    name: Words
    party: PartyId
    aliases: Aliases = Aliases()


class OtherScript(Value):
    """A person's name in another script, with the source that gives it."""

    name: Text
    source: Text
    part: bool = False
    """Whether the source gives only a part of the name: then the printed name stands first."""


class Person(Value):
    """A person. Offices are not kept here: they belong to a release, and change."""

    id: Id
    name: Text
    family_name: Text | None = None
    party: PartyId
    other_script: OtherScript | None = None
    aliases: Aliases = Aliases()

    def name_in(self, locale: Locale) -> str:
        """The name in the script of ``locale`` where a source gives it, else as printed."""
        if locale is Locale.KO and self.other_script:
            other = self.other_script.name
            return f"{self.name}({other})" if self.other_script.part else f"{other}({self.name})"
        return self.name


class Topic(Value):
    """Something that releases speak about; a topic holds the topics below it."""

    id: Id
    name: Words
    aliases: Aliases = Aliases()
    narrower: Aliases = Aliases()
    """Words for a part of the topic ("vaccines" under health): they lead only to statements that use them."""
    parent: TopicId | None = None


class Vocabulary(Value):
    """All words that the releases share, by id."""

    parties: dict[PartyId, Party]
    issuers: dict[IssuerId, Issuer]
    people: dict[PersonId, Person]
    topics: dict[TopicId, Topic]
    acts: dict[Act, ActWords]
    verbs: tuple[Verb, ...]
    grammar: Grammar
    asking: Asking
    bilingual: Bilingual
    """English words and their Korean ones; the rows of a folder's own among them."""
    children: dict[TopicId, tuple[TopicId, ...]] = Field(default_factory=dict)

    def blocs_of(self, party: PartyId, day: date) -> tuple[PartyId, ...]:
        """The blocs that ``party`` was a member of on ``day``."""
        return tuple(m.party for m in self.parties[party].member_of if m.holds_on(day))

    def topic_and_below(self, topic: TopicId) -> frozenset[TopicId]:
        """``topic`` and every topic under it in the tree."""
        return self._below.get(topic) or frozenset((topic,))

    @cached_property
    def korean_verbs(self) -> dict[tuple[str, Act, bool], str]:
        """What printed verbs are in Korean, by verb, act and whether sides say it together, as far as worked out."""
        return {}

    @cached_property
    def _below(self) -> dict[TopicId, frozenset[TopicId]]:
        return {topic: self._found_below(topic) for topic in self.topics}

    def _found_below(self, topic: TopicId) -> frozenset[TopicId]:
        found: set[TopicId] = set()
        ahead = [topic]
        while ahead:
            current = ahead.pop()
            if current not in found:
                found.add(current)
                ahead.extend(self.children.get(current, ()))
        return frozenset(found)

    def with_children(self) -> Self:
        """The same vocabulary with the topic tree turned round, parent to children."""
        children: dict[TopicId, tuple[TopicId, ...]] = {}
        for topic in self.topics.values():
            if topic.parent:
                children[topic.parent] = (*children.get(topic.parent, ()), topic.id)
        return self.model_copy(update={"children": children})


__all__ = [
    "Act",
    "Issuer",
    "Membership",
    "OtherScript",
    "Party",
    "Person",
    "Topic",
    "Use",
    "Verb",
    "Vocabulary",
]
