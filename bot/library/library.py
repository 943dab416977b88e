"""The library: every release that may be shown, and the look-ups that answers are made from.

A look-up costs what it finds, not what there is. Releases come newest meeting first; withheld ones are not there at
all, and embargoed ones not before their time, by the clock at the look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tantivy import Query

from bot.library.collection import NO_OTHERS, Clock, Collection, Others
from bot.library.index.catalogue import Catalogue, Found
from bot.library.index.fields import FIRST, LAST, PARAGRAPH, PARTICIPANT, RELEASE, STATEMENT
from bot.library.index.terms import (
    ANY_PARTICIPANT,
    Wanted,
    both,
    in_bloc,
    on_topic,
    placed,
    with_role,
)
from bot.library.names import CHOICES_MOST, Names
from bot.library.passages import NEAR_MOST, PASSAGES_MOST, Passage, holding, near
from bot.library.quotes import locate
from bot.library.release_names import ReleaseNames
from bot.library.sought import Results, Sought
from bot.library.vocabulary_names import vocabulary_names
from bot.library.words import key
from bot.model.question import Choice, Kind, Subject
from bot.model.release import Release, Role, Statement
from bot.model.value import Locale, PartyId, PersonId, ReleaseId
from bot.model.vocabulary import Vocabulary

CODE_LABEL_MOST = 90
LATEST = ("latest", "newest", "last", "최신", "최근")
ANY = Wanted()


@dataclass(frozen=True)
class Match:
    """A statement with the release that it stands in."""

    release: Release
    statement: Statement


@dataclass(frozen=True)
class Resolved:
    """What a typed name leads to: one id, or several to choose from, or none and the nearest."""

    id: str | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Choice, ...] = ()


class Library(Collection):
    """Loaded releases behind look-ups: by what is said in them, by who was there, by name."""

    def __init__(self, vocabulary: Vocabulary, catalogue: Catalogue, now: Clock) -> None:
        super().__init__(vocabulary, catalogue, now)
        self._names: dict[tuple[Kind, Locale], Names] = {}

    # --- statements ---

    def newest_with(self, subject: Subject | None, wanted: Wanted = ANY) -> Release | None:
        """The newest release with a statement on a subject (None: on anything) that is as ``wanted``."""
        if subject is not None and subject.topic is None:
            term = wanted.term()
            query = self._quoting(subject)
            query = self._catalogue.all_of((query, self._catalogue.said(term))) if term else query
            return self._first(query, STATEMENT)
        return self._first(self._speaking(subject, wanted))

    def others_with(self, subject: Subject | None, than: ReleaseId, wanted: Wanted = ANY) -> Others:
        """The other releases with a statement on a subject; for words without a topic whatever is ``wanted``."""
        if subject is not None and subject.topic is None:
            return self._others(self._quoting(subject), than)
        return self._others(self._speaking(subject, wanted), than)

    def others(self, than: ReleaseId) -> Others:
        """All other releases."""
        return self._others(None, than)

    def is_spoken_of(self, subject: Subject) -> bool:
        """Whether any release has a word on a subject."""
        query = self._quoting(subject) if subject.topic is None else self._speaking(subject, ANY)
        return self._catalogue.find(query, RELEASE, 1, hidden=self._hidden()).number > 0

    def statements_on(self, subject: Subject, release: Release) -> tuple[Statement, ...]:
        """The statements of one release on a subject, in reading order."""
        if subject.topic is not None:
            wanted = self.vocabulary.topic_and_below(subject.topic)
            return tuple(s for s in release.statements if wanted & set(s.topics))
        words = f" {key(subject.words)} "
        return tuple(s for s in release.statements if words in f" {key(s.quote)} ")

    def matches(self, subject: Subject) -> Iterator[Match]:
        """Every statement on a subject, newest meeting first, in reading order, each read when it is asked for."""
        query = self._quoting(subject) if subject.topic is None else self._speaking(subject, ANY)
        for release in self._newest_first(query):
            yield from (Match(release, statement) for statement in self.statements_on(subject, release))

    def _speaking(self, subject: Subject | None, wanted: Wanted) -> Query | None:
        """Releases with a statement on a topic that is as wanted."""
        term = wanted.term()
        if subject is None or subject.topic is None:
            return self._catalogue.said(term) if term else None
        topic = on_topic(subject.topic)
        return self._catalogue.said(both(topic, term) if term else topic)

    def _quoting(self, subject: Subject) -> Query:
        """Documents with the words of a subject in a quote."""
        words = key(subject.words).split()
        return self._catalogue.phrase("quotes", words) if words else Query.empty_query()

    # --- words ---

    def passages_with(self, quote: str, most: int = PASSAGES_MOST) -> tuple[Passage, ...]:
        """The paragraphs in which a quote stands verbatim (its pieces in order), newest meeting first."""
        query = holding(self._catalogue, quote)
        found = self._passages(self._catalogue.find(query, PARAGRAPH, most, hidden=self._hidden()))
        return tuple(passage for passage in found if locate(quote, passage.paragraph.text) is not None)

    def passages_near(self, words: str, release: ReleaseId | None = None, most: int = NEAR_MOST) -> tuple[Passage, ...]:
        """The paragraphs, of one release or of all, that share most with some words, rare words counting more."""
        query = near(self._catalogue, words)
        if release:
            query = self._catalogue.all_of((query, self._catalogue.term("of", release)))
        return tuple(self._passages(self._catalogue.best(query, PARAGRAPH, most, hidden=self._hidden())))

    def _passages(self, found: Found) -> Iterator[Passage]:
        for hit in found.hits:
            id_, ref = self._catalogue.label(hit)
            yield Passage(self._read(id_), self.paragraphs(id_)[ref])

    def search(self, sought: Sought, most: int, skip: int = 0) -> Results:
        """The statements that fit a text best (without text: the newest), among those that pass every filter."""
        query = sought.query(self._catalogue)
        find = self._catalogue.best if sought.text else self._catalogue.find
        found = find(query, STATEMENT, most, skip=skip, hidden=self._hidden())
        return Results(found.number, tuple(map(self._catalogue.statement, found.hits)))

    # --- people ---

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
        for find in (names.exact, names.begun, names.misspelt):
            found = find(typed)
            if len(found) == 1:
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

    def member_blocs(self, party: PartyId, day: date) -> tuple[PartyId, ...]:
        """The blocs that a party was a member of on ``day``."""
        return self.vocabulary.blocs_of(party, day)
