"""Whom a name means as a speaker in one release, and whether a statement is theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.called import called
from bot.answers.offices import in_office
from bot.library.library import Library
from bot.library.words import key
from bot.model.question import Kind
from bot.model.release import Release, Speaker, Statement
from bot.model.value import PartyId, PersonId
from bot.model.vocabulary import Vocabulary

TOGETHER_WORDS = frozenset(
    ("both", "joint", "jointly", "together", "everybody", "양측", "쌍방", "양국", "공동", "모두")
)
AND = re.compile(r"\s*(?:,\s*and\s+|,|&|\s+and\s+|과\s+|와\s+|·)\s*")
PARTICLES_KO = re.compile(r"(?<=[가-힣A-Za-z])(?:에서는|에서|은|는|이|가|도|의|께서|측은|측이)$")


@dataclass(frozen=True)
class Named:
    """Who is meant: people, or parties (several for a joint speaker); nobody known where both are empty.

    ``reports`` is true of the issuer: naming it names the reporter, not a speaker. ``some`` is true of a label that
    stands for participants not said which.
    """

    typed: str
    parties: frozenset[PartyId] = frozenset()
    people: frozenset[PersonId] = frozenset()
    reports: bool = False
    some: bool = False

    @property
    def known(self) -> bool:
        """Whether the name leads to anybody."""
        return bool(self.parties or self.people or self.reports or self.some)


def named(typed: str, release: Release, library: Library) -> Named:
    """Whom ``typed`` means in ``release``: by name, by a label of the text, by office, or as `called` has it.

    "Both" and its like are all sides of the release.
    """
    if key(typed) in TOGETHER_WORDS:
        return Named(typed, frozenset(side for meeting in release.meetings for side in meeting.sides))
    if (exact := exactly_named(typed, release, library)).known:
        return exact
    parts = [part for part in AND.split(typed) if part.strip()]
    if len(parts) > 1:
        several = [exactly_named(part, release, library) for part in parts]
        if all(part.parties for part in several):
            return Named(typed, frozenset(party for part in several for party in part.parties))
    if officials := in_office(release, typed, library):
        people = frozenset(p.person for p in officials if p.person)
        parties = frozenset(p.side for p in officials if p.side and not people)
        return Named(typed, parties, people)
    return _of_ids(typed, called(typed, library, Kind.WHO), library)


def exactly_named(typed: str, release: Release, library: Library) -> Named:
    """As ``named``, by whole names and labels only."""
    return by_name(typed, labels_in(release, library), library)


def labels_in(release: Release, library: Library) -> dict[str, Named]:
    """Whom the labels of a release mean, those for all its sides too, and its issuer's names, by their bare words."""
    everybody = frozenset(side for meeting in release.meetings for side in meeting.sides)
    found = {_bare(name): Named(name, reports=True) for name in library.issuer_names(release)}
    found |= {_bare(label): Named(label, everybody) for label in library.vocabulary.grammar.joint_labels}
    for speaker in release.speakers:
        people = frozenset((speaker.person,)) if speaker.person else frozenset()
        parties = frozenset() if people else frozenset(speaker.sides)
        found[_bare(speaker.label)] = Named(speaker.label, parties, people, some=not people and not parties)
    return found


def by_name(typed: str, labels: dict[str, Named], library: Library) -> Named:
    """Whom a whole name means: one of ``labels``, else a party or a person, else nobody."""
    wanted = _bare(typed)
    label = labels.get(wanted)
    if label is not None and not label.reports:
        return replace(label, typed=typed)
    ids = library.names(Kind.WHO).exact(typed) or library.names(Kind.WHO).exact(wanted)
    return _of_ids(typed, ids, library) if ids else label or Named(typed)


def _of_ids(typed: str, ids: tuple[str, ...], library: Library) -> Named:
    parties = frozenset(id_ for id_ in ids if id_ in library.vocabulary.parties)
    return Named(typed, parties, frozenset(ids) - parties if not parties else frozenset())


def _bare(label: str) -> str:
    return PARTICLES_KO.sub("", key(label).removeprefix("the "))


def without_particle(name: str, vocabulary: Vocabulary) -> str:
    """A name as a message has it, without a Korean particle where what is left is a name that is known."""
    bare = PARTICLES_KO.sub("", name.strip())
    parties = (
        p
        for party in vocabulary.parties.values()
        for p in (party.name.ko, party.short.ko if party.short else "", *party.aliases.ko)
    )
    people = (person.other_script.name for person in vocabulary.people.values() if person.other_script)
    return bare if bare in {*parties, *people} else name


def label_of(statement: Statement, release: Release) -> Speaker | None:
    """The declared label that a statement's speaker is, or points back to."""
    words = key(statement.refers_to or statement.speaker or "")
    return next((s for s in release.speakers if key(s.label) == words), None)


def is_by(statement: Statement, release: Release, who: Named) -> bool:
    """Whether a statement is in the mouth of ``who``.

    What two sides say together each of them says; a bloc's words are no member's, and a side's no person's.
    """
    if who.people:
        label = label_of(statement, release)
        return label is not None and label.person in who.people
    if len(who.parties) == 1:
        return bool(who.parties & set(statement.sides))
    return who.parties == set(statement.sides) if who.parties else who.some and not statement.sides
