"""People and parties found: where releases have them, in which office, in which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tantivy import Query

from bot.library.collection import NO_OTHERS, Others
from bot.library.index.fields import PARTICIPANT, RELEASE
from bot.library.index.terms import ANY_PARTICIPANT, IN_OFFICE, in_bloc, in_the_office, placed, with_role
from bot.library.offices import standing_so
from bot.library.ranks import Standing, Words
from bot.library.statements import ANY, Statements
from bot.model.question import Subject
from bot.model.release import Office, Participant, Release, Role
from bot.model.value import PartyId, PersonId, ReleaseId

ENTRIES_TRIED = 50
"""Participants found by the words of their office of which the releases are looked at."""


@dataclass(frozen=True)
class Appearances:
    """How many entries of a person there are, and the newest, newest meeting first."""

    number: int
    newest: tuple[tuple[Release, Participant], ...]


class People(Statements):
    """Look-ups by who was there."""

    def appearances(self, person: PersonId, most: int, office: str | None = None) -> Appearances:
        """The newest entries of a person among the participants of releases, with an office as printed or with any."""
        look, hidden = self._catalogue, self._hidden()
        terms = (placed(person), *((in_the_office(office),) if office else ()))
        found = look.find(look.said(*terms), PARTICIPANT, most, hidden=hidden)
        newest = tuple((self._read(id_), entry) for id_, entry in map(look.participant, found.hits))
        return Appearances(found.number, newest)

    def number_placing(self, person: PersonId) -> int:
        """In how many releases a person is a participant."""
        return self._catalogue.count(self._catalogue.said(placed(person)), RELEASE, self._hidden())

    def offices_of(self, person: PersonId, most: int) -> Iterator[Office]:
        """The offices that releases print for a person, each once, the one printed last first."""
        look, hidden = self._catalogue, self._hidden()
        printed: list[Query] = []
        while len(printed) < most:
            query = look.said(placed(person), IN_OFFICE)
            query = look.but_not(query, look.any_of(printed)) if printed else query
            hits = look.find(query, PARTICIPANT, 1, hidden=hidden).hits
            office = look.participant(hits[0])[1].office if hits else None
            if office is None:
                return
            yield office
            printed.append(look.said(in_the_office(office.printed)))

    def newest_naming(self, ids: Iterable[PersonId | PartyId]) -> Release | None:
        """The newest release with a participant who is one of these, is of them, or sits on their side."""
        return self._first(self._naming(ids))

    def others_naming(self, ids: Iterable[PersonId | PartyId], than: ReleaseId) -> Others:
        """The other such releases."""
        each = tuple(ids)
        return self._others(self._naming(each), than) if each else NO_OTHERS

    def _naming(self, ids: Iterable[PersonId | PartyId]) -> Query:
        return self._catalogue.any_of(self._catalogue.said(placed(id_)) for id_ in ids)

    def newest_attended(self) -> Release | None:
        """The newest release that names participants."""
        return self._first(self._catalogue.said(ANY_PARTICIPANT))

    def others_attended(self, than: ReleaseId) -> Others:
        """The other such releases."""
        return self._others(self._catalogue.said(ANY_PARTICIPANT), than)

    def newest_of_member(self, party: PartyId) -> Release | None:
        """The newest release with a bloc among its sides of which a party was a member on the day."""
        return self._first(self._catalogue.said(in_bloc(party)))

    def newest_placing(self, person: PersonId, subject: Subject) -> Release | None:
        """The newest release with a person among its participants and any word on a subject."""
        look = self._catalogue
        on = self._speaking(subject, ANY)
        return self._first(look.all_of((on, look.said(placed(person)))) if on else None)

    def printing(
        self,
        how: Standing,
        words: Words,
        party: PartyId | None,
        roles: Iterable[Role] = (),
        roles_of: PartyId | None = None,
    ) -> Iterator[Release]:
        """Releases in which words seem to stand so in an office or label, newest meeting first, as long as few do.

        With ``party`` only in those of that party. With ``roles`` also those in which somebody, of the party
        ``roles_of``, had one of them outright. What is found is to be looked at: a word may be a part of another.
        """
        look = self._catalogue
        office = standing_so(how, words, look)
        queries = [self._of_party(roles_of, look.said(with_role(role))) for role in roles if how is Standing.OUTRIGHT]
        if office is not None:
            queries.append(self._of_party(party, office))
        hits = look.find(look.any_of(queries), PARTICIPANT, ENTRIES_TRIED, hidden=self._hidden()).hits
        yield from map(self._read, dict.fromkeys(map(look.of, hits)))

    def _of_party(self, party: PartyId | None, participants: Query) -> Query:
        look = self._catalogue
        return look.all_of((participants, look.said(placed(party)))) if party else participants
