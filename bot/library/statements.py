"""Statements found: on a subject, by words and filters, from release to release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tantivy import Query

from bot.library.collection import Collection, Others
from bot.library.index.documents import order_of, words_of
from bot.library.index.fields import RELEASE, STATEMENT
from bot.library.index.terms import Wanted, both, by_issuer, in_series, on_part, on_topic
from bot.library.likeness import Likeness
from bot.library.said_words import saying_all, says_all
from bot.library.sought import Results, statements_sought
from bot.library.words import key, uses
from bot.model.question import Sought, Subject
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN, ReleaseId

ANY = Wanted()
AT_A_TIME = 500
SKIPPED_MOST = 1_000_000
"""More statements than there ever are: what is to be skipped takes memory."""
RELEASES_COUNTED_IN = 200
"""Statements whose releases are counted, too: of more that would cost more than all the rest."""
SAME_DAY_MOST = 100
"""Statements of later releases on the same day, by one issuer on one series, that are passed over."""


class Statements(Collection):
    """Look-ups by what is said."""

    def newest_with(
        self, subject: Subject | None, wanted: Wanted = ANY, but: ReleaseId | None = None
    ) -> Release | None:
        """The newest release, ``but`` for one, with a statement on a subject (None: on anything) that is as wanted."""
        if subject is not None and subject.topic is None:
            return self._first(self._but(but, self._saying(subject, wanted)), STATEMENT)
        return self._first(self._but(but, self._speaking(subject, wanted)))

    def _but(self, release: ReleaseId | None, query: Query | None) -> Query | None:
        return self._catalogue.but_not(query, self._catalogue.term("of", release)) if release and query else query

    def others_with(self, subject: Subject | None, than: ReleaseId, wanted: Wanted = ANY) -> Others:
        """The other releases with a statement on a subject; for words without a topic whatever is ``wanted``."""
        return self._others(self._speaking(subject, wanted), than)

    def others(self, than: ReleaseId) -> Others:
        """All other releases."""
        return self._others(None, than)

    def is_spoken_of(self, subject: Subject) -> bool:
        """Whether any release has a word on a subject."""
        return self._catalogue.find(self._speaking(subject, ANY), RELEASE, 1, hidden=self._hidden()).number > 0

    def statements_on(self, subject: Subject, release: Release) -> tuple[Statement, ...]:
        """The statements of one release on a subject, in reading order."""
        if subject.topic is not None:
            wanted = self.vocabulary.topic_and_below(subject.topic)
            part = key(subject.words) if subject.narrow else ""
            on_topic = (s for s in release.statements if wanted & set(s.topics))
            return tuple(s for s in on_topic if not part or uses(words_of(s), part))
        if subject.said:
            return tuple(s for s in release.statements if says_all(s, subject.said))
        words = f" {key(subject.words)} "
        return tuple(s for s in release.statements if any(words in f" {key(p)} " for p in s.quote.split(JOIN)))

    def series_on(self, subject: Subject) -> tuple[str, ...]:
        """The series of meetings of which a release has a word on a subject."""
        query = self._speaking(subject, ANY)
        return tuple(series for series, _ in self._catalogue.numbers("series", query, RELEASE, self._hidden()))

    def releases_of(self, series: Iterable[str], most: int) -> tuple[int, tuple[Release, ...]]:
        """How many releases report a meeting of one of some series, and the newest of them."""
        query = self._catalogue.said_any(in_series(one) for one in series)
        found = self._catalogue.find(query, RELEASE, most, hidden=self._hidden())
        return found.number, tuple(self._read(self._catalogue.of(hit)) for hit in found.hits)

    def before(self, release: Release, subject: Subject, wanted: Wanted) -> Release | None:
        """The release next before one, of its series and issuer, with a statement on a subject that is as wanted."""
        look = self._catalogue
        series = look.said_any(in_series(meeting.series) for meeting in release.meetings)
        own = (look.said(by_issuer(release.issuer)), series, look.between("day", None, release.day))
        query = self._but(release.id, look.all_of((self._saying(subject, wanted), *own)))
        hits = look.find(query, STATEMENT, SAME_DAY_MOST, hidden=self._hidden()).hits
        found = map(self._read, dict.fromkeys(map(look.of, hits)))
        return next((other for other in found if order_of(other) < order_of(release)), None)

    def seen(self, words: str, subject: Subject, wanted: Wanted) -> tuple[ReleaseId, ...]:
        """The releases in which words in a row are said on a subject in a statement as wanted, newest first."""
        look = self._catalogue
        query = look.all_of((look.phrase("quotes", key(words).split()), self._saying(subject, wanted)))
        places = (place for place, _ in look.numbers("place", query, STATEMENT, self._hidden()))
        return tuple(place.rpartition(" ")[2] for place in sorted(places, reverse=True))

    def search(self, sought: Sought, most: int, skip: int = 0) -> Results:
        """Statements that have all that is sought, newest meeting first, in reading order, and how many there are."""
        look, hidden = self._catalogue, self._hidden()
        query = statements_sought(sought, look)
        found = look.find(query, STATEMENT, most, skip=min(skip, SKIPPED_MOST), hidden=hidden)
        few = found.number <= RELEASES_COUNTED_IN
        return Results(
            found.number,
            len(look.numbers("of", query, STATEMENT, hidden)) if few else None,
            self._acts(query),
            tuple(map(look.statement, found.hits)),
        )

    def _acts(self, query: Query | None) -> tuple[tuple[Act, int], ...]:
        """How many statements have each act, most first; of equally many the stronger act first."""
        order = list(Act)
        found = ((Act(act), n) for act, n in self._catalogue.numbers("act", query, STATEMENT, self._hidden()))
        return tuple(sorted(found, key=lambda pair: (-pair[1], order.index(pair[0]))))

    def newest_sought(self, sought: Sought, most: int) -> tuple[Release, ...]:
        """The releases of the newest statements that have all that is sought: of at most so many statements."""
        return tuple(map(self._read, self.ids_sought(sought, most)))

    def ids_sought(self, sought: Sought, most: int) -> tuple[ReleaseId, ...]:
        """As ``newest_sought``, the ids alone: nothing is read."""
        look = self._catalogue
        hits = look.find(statements_sought(sought, look), STATEMENT, most, hidden=self._hidden()).hits
        return self._ids(hits)

    def ids_speaking_of(self, all_of: tuple[Likeness, ...], most: int) -> tuple[ReleaseId, ...]:
        """The releases of the newest statements that speak of all of some things: of at most so many statements."""
        look = self._catalogue
        query = look.all_of(one.query(look) for one in all_of)
        hits = look.find(query, STATEMENT, most, hidden=self._hidden()).hits
        return self._ids(hits)

    def ids_nearest(self, some_of: tuple[Likeness, ...], most: int) -> tuple[ReleaseId, ...]:
        """The releases of the statements that speak of most of some things: of at most so many statements."""
        look = self._catalogue
        query = look.each_alike(one.query(look) for one in some_of)
        hits = look.best(query, STATEMENT, most, hidden=self._hidden()).hits
        return self._ids(hits)

    def saying(self, phrase: str, release: ReleaseId | None = None) -> Iterator[tuple[Release, Statement]]:
        """The statements, of one release or of all, that have a phrase: a Korean one in their gist, else as printed."""
        look = self._catalogue
        found = statements_sought(Sought(phrases=(phrase,)), look)
        query = look.all_of((found, look.term("of", release))) if found and release else found
        return self._each(query)

    def every(self, sought: Sought) -> Iterator[tuple[Release, Statement]]:
        """All statements that have all that is sought, as ``search`` has them, each read when it is asked for."""
        return self._each(statements_sought(sought, self._catalogue))

    def _each(self, query: Query | None) -> Iterator[tuple[Release, Statement]]:
        hidden = self._hidden()
        skip = 0
        while hits := self._catalogue.find(query, STATEMENT, AT_A_TIME, skip=skip, hidden=hidden).hits:
            yield from ((self._read(id_), said) for id_, said in map(self._catalogue.statement, hits))
            skip += len(hits)

    def _speaking(self, subject: Subject | None, wanted: Wanted) -> Query | None:
        """Releases with a statement on a subject that is as wanted; for words without a topic, with the words."""
        term = wanted.term()
        if subject is None:
            return self._catalogue.said(term) if term else None
        topic = _filed(subject)
        if topic is None and subject.said:
            said = self._catalogue.numbers("of", saying_all(subject.said, self._catalogue), STATEMENT, self._hidden())
            return self._catalogue.of_any(release for release, _ in said)
        if topic is None:
            return self._quoting(subject)
        return self._catalogue.said(both(topic, term) if term else topic)

    def _saying(self, subject: Subject, wanted: Wanted) -> Query:
        """Statements on a subject that are as wanted."""
        term, topic = wanted.term(), _filed(subject)
        on = self._catalogue.said(topic) if topic else self._quoting(subject)
        return self._catalogue.all_of((on, self._catalogue.said(term))) if term else on

    def _quoting(self, subject: Subject) -> Query:
        """Documents with the words of a subject in a piece of a quote, or statements that put it in other words."""
        if subject.said:
            return saying_all(subject.said, self._catalogue)
        words = key(subject.words).split()
        return self._catalogue.phrase("quotes", words) if words else Query.empty_query()


def _filed(subject: Subject) -> str | None:
    """What statements on a subject are filed under; None for words without a topic."""
    if subject.topic is None:
        return None
    return on_part(subject.topic, key(subject.words)) if subject.narrow else on_topic(subject.topic)
