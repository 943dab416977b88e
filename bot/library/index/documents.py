"""From a checked release to the documents of the index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from pydantic_core import to_json

from bot.library.index.fields import BODY, FIRST, LAST, PARAGRAPH, PARTICIPANT, RELEASE, STATEMENT
from bot.library.index.terms import (
    ANY_PARTICIPANT,
    EMBARGOED,
    IN_OFFICE,
    both,
    by_issuer,
    dated,
    has_word,
    in_bloc,
    in_series,
    in_the_office,
    met,
    numbered,
    of_person,
    of_side,
    on_part,
    on_topic,
    placed,
    traits,
    turns_on,
    voiced,
    with_role,
)
from bot.library.numbers import ordinals_in
from bot.library.ranks import LOWERING, Words, labels_of, noun, own_name
from bot.library.words import key, uses
from bot.model.korean_verbs import korean_verb
from bot.model.release import Paragraph, Participant, Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN, PartyId, PersonId, TopicId
from bot.model.vocabulary import Vocabulary

ORDINAL_LAST = 9999


@dataclass(frozen=True)
class Shelved:
    """A release as it is kept, with the paragraphs and the hash (SHA-256, hex) of its source."""

    release: Release
    paragraphs: dict[str, Paragraph]
    source_hash: str


@dataclass(frozen=True)
class Entered:
    """A release as the index holds it: its documents, each one line of JSON. A withheld release has none."""

    release: str
    statements: int
    documents: tuple[str, ...]


def entered(shelved: Shelved, vocabulary: Vocabulary) -> Entered:
    """The documents of a release that passed every check."""
    release = shelved.release
    documents = _Documents(shelved, vocabulary).all() if release.status == "published" else ()
    lines = tuple(to_json(document).decode() for document in documents)
    return Entered(release.id, len(release.statements), lines)


def order_of(release: Release) -> str:
    """Sorts releases by the day of the meeting, then by publication, then by id."""
    return f"{release.day} {release.published} {release.id}"


class _Documents:
    """The documents of one release."""

    def __init__(self, shelved: Shelved, vocabulary: Vocabulary) -> None:
        self.shelved = shelved
        self.release = release = shelved.release
        self.vocabulary = vocabulary
        self.sides = frozenset(side for meeting in release.meetings for side in meeting.sides)
        self.members = self._members()
        self.seated = self._seated()
        self._holders: dict[tuple[PartyId, ...], list[PartyId | PersonId]] = {}
        days = {"day": release.day.toordinal(), "published": release.published.toordinal()}
        self.common: dict[str, Any] = {"of": release.id, **days, "order": order_of(release)}
        self.quotes = [[key(piece) for piece in statement.quote.split(JOIN)] for statement in release.statements]
        self.topics = [self._topics(statement) for statement in release.statements]
        self.traits = [self._traits(statement) for statement in release.statements]

    def _members(self) -> dict[PartyId, tuple[PartyId, ...]]:
        """For each bloc among the sides the parties that were its members on the day."""
        found: dict[PartyId, tuple[PartyId, ...]] = {}
        for party in self.vocabulary.parties:
            for bloc in self.vocabulary.blocs_of(party, self.release.day):
                if bloc in self.sides:
                    found[bloc] = (*found.get(bloc, ()), party)
        return found

    def _seated(self) -> dict[PartyId, tuple[PersonId, ...]]:
        """For each side the people whom the release has on it."""
        found: dict[PartyId, tuple[PersonId, ...]] = {}
        for person in dict.fromkeys(p.person for p in self.release.participants if p.person):
            entry = self.release.entry_of(person)
            if entry and entry.side:
                found[entry.side] = (*found.get(entry.side, ()), person)
        return found

    def all(self) -> Iterator[dict[str, Any]]:
        yield self._release()
        yield self._body()
        yield from (self._statement(ordinal, s) for ordinal, s in enumerate(self.release.statements))
        yield from (self._participant(ordinal, p) for ordinal, p in enumerate(self.release.participants))
        yield from map(self._paragraph, self.shelved.paragraphs.values())

    def _release(self) -> dict[str, Any]:
        release = self.release
        said: set[str] = {by_issuer(release.issuer), *(in_series(m.series) for m in release.meetings)}
        for statement, own, topics in zip(release.statements, self.traits, self.topics, strict=True):
            said.update((*own, *topics))
            said.update(both(topic, trait) for topic in topics for trait in own)
            if statement.act is not Act.BACKGROUND:
                said.update(voiced(topic) for topic in statement.topics)
        for known in {release.published, *release.held_days}:
            said.update(dated(*parts) for parts in product((None, known.year), (None, known.month), (None, known.day)))
        said.update(map(numbered, ordinals_in(release.title)))
        said.update(met(m.series, m.held.date) for m in release.meetings if m.held)
        said.update(in_bloc(member) for members in self.members.values() for member in members)
        for participant in release.participants:
            said.add(ANY_PARTICIPANT)
            said.update(placed(id_) for id_ in (participant.person, participant.party, participant.side) if id_)
            said.update(with_role(role) for role in participant.roles)
        if release.embargo_until:
            said.add(EMBARGOED)
        names = self._names()
        label = {"en": release.meeting.name.en, "ko": release.meeting.name.ko}
        until = release.embargo_until.isoformat() if release.embargo_until else None
        return {
            **self.common,
            "kind": RELEASE,
            "said": sorted(said),
            "named": sorted(set(names)),
            "names": sorted(set(names)),
            "series": sorted({meeting.series for meeting in release.meetings}),
            "quotes": [piece for pieces in self.quotes for piece in pieces],
            "json": to_json({"label": label, "names": names, "until": until}).decode(),
        }

    def _names(self) -> list[str]:
        release = self.release
        held = [m.held.date.isoformat() for m in release.meetings if m.held]
        titles = [text for m in release.meetings for text in (m.name.en, m.name.ko, m.series)]
        every = (release.id, release.title, release.published.isoformat(), *held, *titles)
        return list(dict.fromkeys(filter(None, map(key, every))))

    def _body(self) -> dict[str, Any]:
        release = self.release.model_dump_json(by_alias=True, exclude_defaults=True)
        return {
            "of": self.release.id,
            "kind": BODY,
            "json": release,
            "paragraphs": to_json(self.shelved.paragraphs).decode(),
            "hash": self.shelved.source_hash,
        }

    def _statement(self, ordinal: int, statement: Statement) -> dict[str, Any]:
        meeting = self.release.meeting_of(statement)
        rest = [by_issuer(self.release.issuer), in_series(meeting.series), *map(of_side, statement.sides)]
        if person := self.release.person_of(statement):
            rest.append(of_person(person))
        return {
            **self.common,
            "kind": STATEMENT,
            "on": self.release.day_of(statement).toordinal(),
            "order": self._place(ordinal),
            "said": [*self.topics[ordinal], *self.traits[ordinal], *rest],
            "place": self.common["order"],
            "act": statement.act.value,
            "quotes": self.quotes[ordinal],
            "gists": [*map(key, (statement.gist.en, statement.gist.ko, korean_verb(statement, self.vocabulary)))],
            "json": statement.model_dump_json(by_alias=True, exclude_defaults=True),
        }

    def _place(self, ordinal: int) -> str:
        """Sorts what a release has, the first before the second, where releases are sorted newest first."""
        return f"{self.common['order']} {ORDINAL_LAST - ordinal:04}"

    def _traits(self, statement: Statement) -> tuple[str, ...]:
        """Its traits; its side can be asked for by a member of a bloc, too, and by somebody on that side."""
        if statement.sides not in self._holders:
            parties = {*statement.sides, *(member for side in statement.sides for member in self.members.get(side, ()))}
            people = {person for party in parties for person in self.seated.get(party, ())}
            self._holders[statement.sides] = sorted(parties | people)
        return traits(statement, self._holders[statement.sides])

    def _topics(self, statement: Statement) -> tuple[str, ...]:
        """Its topics and all above them, and the parts of them whose words it uses."""
        found: dict[TopicId, None] = {}
        for topic in statement.topics:
            at: TopicId | None = topic
            while at is not None and at not in found:
                found[at] = None
                at = self.vocabulary.topics[at].parent
        said = words_of(statement) if any(self.vocabulary.topics[topic].narrower.all() for topic in found) else ""
        parts = ((topic, key(words)) for topic in found for words in self.vocabulary.topics[topic].narrower.all())
        return (*map(on_topic, found), *(on_part(topic, words) for topic, words in parts if uses(said, words)))

    def _participant(self, ordinal: int, participant: Participant) -> dict[str, Any]:
        said = [placed(id_) for id_ in (participant.person, participant.party, participant.side) if id_]
        said += [with_role(role) for role in participant.roles]
        if participant.office:
            said += [IN_OFFICE, in_the_office(participant.office.printed)]
        name = own_name(participant)
        labels = tuple(dict.fromkeys(labels_of(participant, self.release)))
        said += dict.fromkeys(turns_on(noun(words)) for words in labels)
        said += dict.fromkeys(has_word(word, LOWERING & {*words}) for words in labels for word in words)
        return {
            **self.common,
            "kind": PARTICIPANT,
            "order": self._place(ordinal),
            "said": said,
            "office": list(dict.fromkeys(text for words in labels for text in _as_printed(words, name))),
            "person": " ".join(name),
            "json": participant.model_dump_json(by_alias=True, exclude_defaults=True),
        }

    def _paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        return {
            **self.common,
            "kind": PARAGRAPH,
            "quotes": key(paragraph.text),
            "json": paragraph.model_dump_json(),
        }


def words_of(statement: Statement) -> str:
    """All words of a statement as a key: its quote's, and its gist's in both languages."""
    return key(f"{statement.quote} {statement.gist.en} {statement.gist.ko}")


def _as_printed(words: Words, name: Words) -> Iterator[str]:
    """An office or label with its ends marked; with the name of its holder in it, also as ending where that stands."""
    yield " ".join((FIRST, *words, LAST))
    if {*words} & {*name}:
        yield " ".join((FIRST, *(LAST if word in name else word for word in words), LAST))
