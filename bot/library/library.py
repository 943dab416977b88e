"""The library: every release that may be shown, and the look-ups that answers are made from.

A look-up costs what it finds, not what there is. Releases come newest meeting first; withheld ones are not there at
all, and embargoed ones not before their time, by the clock at the look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from tantivy import Query

from bot.library.counts import Counts, count
from bot.library.index.catalogue import Catalogue, Hidden
from bot.library.index.fields import FIRST, LAST, PARTICIPANT, RELEASE, STATEMENT
from bot.library.index.terms import (
    ANY_PARTICIPANT,
    Wanted,
    both,
    in_bloc,
    met,
    on_topic,
    placed,
    with_role,
)
from bot.library.names import CHOICES_MOST, Names
from bot.library.release_names import ReleaseNames
from bot.library.vocabulary_names import vocabulary_names
from bot.library.words import key
from bot.model.question import Choice, Kind, Subject
from bot.model.release import Paragraph, Release, Role, Statement
from bot.model.value import Locale, PartyId, PersonId, ReleaseId
from bot.model.vocabulary import Vocabulary

Clock = Callable[[], datetime]
CODE_LABEL_MOST = 90
LATEST = ("latest", "newest", "last", "최신", "최근")
OTHERS_NAMED = 3
PAGE = 25
ANY = Wanted()


@dataclass(frozen=True)
class Match:
    """A statement with the release that it stands in."""

    release: Release
    statement: Statement


@dataclass(frozen=True)
class Others:
    """How many other releases there are, and the newest of them by name."""

    number: int = 0
    newest: tuple[ReleaseId, ...] = ()


NO_OTHERS = Others()


@dataclass(frozen=True)
class Resolved:
    """What a typed name leads to: one id, or several to choose from, or none and the nearest."""

    id: str | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Choice, ...] = ()


class Library:
    """Loaded releases behind look-ups."""

    def __init__(self, vocabulary: Vocabulary, catalogue: Catalogue, now: Clock) -> None:
        self.vocabulary = vocabulary
        self._catalogue = catalogue
        self._now = now
        self._names: dict[tuple[Kind, Locale], Names] = {}
        self._counts: tuple[Hidden, Counts] | None = None

    def _hidden(self) -> Hidden:
        return self._catalogue.hidden(self._now())

    def edition(self) -> int:
        """A number that is another one as soon as more may be shown: how many embargoes have ended."""
        return self._catalogue.ended(self._now())

    # --- releases ---

    def release(self, id_: ReleaseId) -> Release | None:
        """The release with this id."""
        shelved = None if id_ in self._hidden() else self._catalogue.shelved(id_)
        return shelved.release if shelved else None

    def paragraphs(self, id_: ReleaseId) -> dict[str, Paragraph]:
        """The paragraphs of a release by label; empty for an unknown one."""
        shelved = None if id_ in self._hidden() else self._catalogue.shelved(id_)
        return shelved.paragraphs if shelved else {}

    def source_hash(self, id_: ReleaseId) -> str:
        """SHA-256 of a release's source file, in hex."""
        shelved = None if id_ in self._hidden() else self._catalogue.shelved(id_)
        return shelved.source_hash if shelved else ""

    def releases(self) -> Iterator[Release]:
        """Every release, newest meeting first, each read when it is asked for."""
        yield from self._newest_first(None)

    def newest(self) -> Release | None:
        """The release on the newest meeting."""
        return next(map(self._read, self.counts().newest), None)

    def accounts_of(self, release: Release) -> tuple[Release, ...]:
        """Other releases that report a meeting which ``release`` reports: same series, same day."""
        meetings = [met(m.series, m.held.date) for m in release.meetings if m.held]
        if not meetings:
            return ()
        reports = self._catalogue.any_of(self._catalogue.said(meeting) for meeting in meetings)
        return tuple(other for other in self._newest_first(reports) if other.id != release.id)

    def _newest_first(self, query: Query | None) -> Iterator[Release]:
        hidden = self._hidden()
        skip = 0
        while hits := self._catalogue.find(query, RELEASE, PAGE, skip=skip, hidden=hidden).hits:
            yield from (self._read(self._catalogue.of(hit)) for hit in hits)
            skip += len(hits)

    def _read(self, id_: ReleaseId) -> Release:
        shelved = self._catalogue.shelved(id_)
        assert shelved is not None
        return shelved.release

    def _first(self, query: Query | None, kind: str = RELEASE) -> Release | None:
        hits = self._catalogue.find(query, kind, 1, hidden=self._hidden()).hits
        return self._read(self._catalogue.of(hits[0])) if hits else None

    def _others(self, query: Query | None, than: ReleaseId) -> Others:
        """The releases that meet ``query``, but for one that may be among them."""
        found = self._catalogue.find(query, RELEASE, OTHERS_NAMED + 1, hidden=self._hidden())
        ids = [self._catalogue.of(hit) for hit in found.hits]
        if than in ids:
            return Others(found.number - 1, tuple(id_ for id_ in ids if id_ != than))
        own = self._catalogue.term("of", than)
        among = self._catalogue.count(own if query is None else self._catalogue.all_of((own, query)), RELEASE, ())
        return Others(found.number - among, tuple(ids[:OTHERS_NAMED]))

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

    # --- how much there is ---

    def counts(self) -> Counts:
        """How much there is to be shown now. Counted once for each set of releases that may be shown."""
        hidden = self._hidden()
        if self._counts is None or self._counts[0] != hidden:
            self._counts = (hidden, count(self._catalogue, self.vocabulary, hidden))
        return self._counts[1]

    def number(self) -> int:
        """How many releases there are."""
        return self.counts().releases

    def span(self) -> tuple[date, date] | None:
        """The first and the last day on which a loaded release came out."""
        return self.counts().span

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
