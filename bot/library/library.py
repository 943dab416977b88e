"""The library: every release that may be shown, and the look-ups that answers are made from.

A look-up costs what it finds, not what there is. Releases come newest meeting first; withheld ones are not there at
all, and embargoed ones not before their time, by the clock at the look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from tantivy import DocAddress, Query

from bot.library.collection import NO_OTHERS, Clock, Others
from bot.library.index.catalogue import Catalogue
from bot.library.index.fields import FIRST, LAST, PARAGRAPH, PARTICIPANT, RELEASE
from bot.library.index.terms import ANY_PARTICIPANT, IN_OFFICE, in_bloc, in_the_office, placed, with_role
from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.names import CHOICES_MOST, Names
from bot.library.passages import NEAR_MOST, PASSAGES_MOST, PASSAGES_TRIED, Passage, holding, near
from bot.library.quotes import locate
from bot.library.release_names import ReleaseNames
from bot.library.statements import Statements
from bot.library.vocabulary_names import vocabulary_names
from bot.library.words import key
from bot.model.question import Choice, Kind
from bot.model.release import Office, Participant, Release, Role
from bot.model.value import Locale, PartyId, PersonId, ReleaseId
from bot.model.vocabulary import Vocabulary

CODE_LABEL_MOST = 90
ASKED_BACK = (Kind.SIDE, Kind.WHO)
"""Names of parties and people are never guessed: words must not go to the wrong side."""
LATEST = ("latest", "newest", "last", "최신", "최근")


@dataclass(frozen=True)
class Resolved:
    """What a typed name leads to: one id, or several to choose from, or none and the nearest."""

    id: str | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Appearances:
    """How many entries of a person there are, and the newest, newest meeting first."""

    number: int
    newest: tuple[tuple[Release, Participant], ...]


class Library(Statements):
    """Loaded releases behind look-ups: by what is said in them, by who was there, by name."""

    def __init__(self, vocabulary: Vocabulary, catalogue: Catalogue, now: Clock) -> None:
        super().__init__(vocabulary, catalogue, now)
        self._names: dict[tuple[Kind, Locale], Names] = {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary made ready for finding its verbs and parties in a text."""
        return lexicon_of(self.vocabulary)

    # --- words ---

    def passages_with(
        self, quote: str, release: ReleaseId | None = None, most: int = PASSAGES_MOST
    ) -> tuple[Passage, ...]:
        """The paragraphs, of one release or of all, in which a quote stands verbatim (its pieces in order).

        Newest meeting first. Looks through so many paragraphs with its words, not through all.
        """
        query = self._of(release, holding(self._catalogue, quote))
        hits = self._catalogue.find(query, PARAGRAPH, PASSAGES_TRIED, hidden=self._hidden()).hits
        found = map(self._passage, hits)
        return tuple(islice((p for p in found if locate(quote, p.paragraph.text) is not None), most))

    def passages_near(self, words: str, release: ReleaseId | None = None, most: int = NEAR_MOST) -> tuple[Passage, ...]:
        """The paragraphs, of one release or of all, that share most with some words, rare words counting more."""
        query = self._of(release, near(self._catalogue, words))
        return tuple(map(self._passage, self._catalogue.best(query, PARAGRAPH, most, hidden=self._hidden()).hits))

    def _of(self, release: ReleaseId | None, query: Query) -> Query:
        return self._catalogue.all_of((query, self._catalogue.term("of", release))) if release else query

    def _passage(self, hit: DocAddress) -> Passage:
        release, paragraph = self._catalogue.paragraph(hit)
        return Passage(release, paragraph, self._read)

    # --- people ---

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

    def newest_in_office(self, roles: Iterable[Role], words: list[str], party: PartyId | None) -> Release | None:
        """The newest release with a participant who had one of the roles, or whose office begins with ``words``.

        The last of the words may be the person's own name; Korean offices end with the words. With ``party`` only
        somebody of that party counts as in office.
        """
        look = self._catalogue
        queries = [look.said(with_role(role)) for role in roles]
        queries += [self._of_party(office, party) for office in self._in_office(words)]
        return self._first(look.any_of(queries), PARTICIPANT) if queries else None

    def _in_office(self, words: list[str]) -> Iterator[Query]:
        look = self._catalogue
        for cut in range(len(words), 0, -1):
            rank, name = words[:cut], words[cut:]
            begins = all(word.isascii() for word in rank)
            office = look.phrase("office", [FIRST, *rank] if begins else [*rank, LAST])
            own = [look.phrase("person", [word]) for word in name]
            yield look.but_not(look.all_of((office, *own)), look.phrase("person", [rank[-1]]))

    def _of_party(self, office: Query, party: PartyId | None) -> Query:
        look = self._catalogue
        return look.all_of((office, look.said(placed(party)))) if party else office

    # --- names ---

    def resolve(self, kind: Kind, typed: str) -> Resolved:
        """The id that typed text means: an id, a label or an alias first, then a beginning, then a slip."""
        if kind is Kind.RELEASE and key(typed) in LATEST and (newest := self.counts().newest):
            return Resolved(newest[0])
        names = self.names(kind)
        look_ups = [names.exact, names.begun]
        if isinstance(names, Names):  # another date or another party is another release, never a slip
            look_ups.append(names.misspelt)
        for look_up in look_ups:
            found = look_up(typed)
            sure = kind not in ASKED_BACK or look_up == names.exact
            if len(found) == 1 and sure:
                return Resolved(found[0])
            if found:
                return Resolved(choices=tuple(names.choice(id_) for id_ in found))
        return Resolved(nearest=names.nearest(typed))

    def suggest(self, kind: Kind, typed: str, locale: Locale) -> tuple[Choice, ...]:
        """Choices for an option while it is being typed, best first."""
        if kind is Kind.CODE:
            return self._codes(typed, locale)
        return self.names(kind, locale).suggest(typed)

    def _codes(self, typed: str, locale: Locale) -> tuple[Choice, ...]:
        """Citation codes of the releases that ``typed`` begins to name, each with the paragraph's first words."""
        name, _, wanted = typed.partition("¶")
        releases = self.names(Kind.RELEASE, locale).suggest(name)
        codes = (
            Choice(f"{choice.id} ¶{ref}", f"{choice.id} ¶{ref}: {paragraph.text}"[:CODE_LABEL_MOST])
            for choice in releases
            for ref, paragraph in self.paragraphs(choice.id).items()
            if ref.startswith(wanted.strip())
        )
        return tuple(islice(codes, CHOICES_MOST))

    def names(self, kind: Kind, locale: Locale = Locale.EN) -> Names | ReleaseNames:
        """All names of a kind, labelled in ``locale``."""
        if kind in (Kind.RELEASE, Kind.CODE):
            return ReleaseNames(self._catalogue, self._hidden(), locale)
        if (kind, locale) not in self._names:
            self._names[kind, locale] = vocabulary_names(self.vocabulary, kind, locale)
        return self._names[kind, locale]

    def issuer_names(self, release: Release) -> tuple[str, ...]:
        """Every name of the body that put a release out."""
        issuer = self.vocabulary.issuers[release.issuer]
        return (issuer.id, issuer.name.en, issuer.name.ko, *issuer.aliases.all())

    def member_blocs(self, party: PartyId, day: date) -> tuple[PartyId, ...]:
        """The blocs that a party was a member of on ``day``."""
        return self.vocabulary.blocs_of(party, day)
