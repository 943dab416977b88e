"""The library: every release that may be shown, and the look-ups that answers are made from."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import islice

from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.names import CHOICES_MOST, Name, Names
from bot.library.passages import Passage, Passages
from bot.library.search import Statements
from bot.library.vocabulary_names import VOCABULARY_NAMES, person_names
from bot.library.words import key
from bot.model.question import Choice, Kind, Sought, Subject
from bot.model.release import Paragraph, Participant, Release, Statement
from bot.model.value import Locale, PartyId, PersonId, ReleaseId, TopicId
from bot.model.vocabulary import Vocabulary

Clock = Callable[[], datetime]
CODE_LABEL_MOST = 90
ASKED_BACK = (Kind.SIDE, Kind.WHO)
"""Names of parties and people are never guessed: words must not go to the wrong side."""
LATEST = ("latest", "newest", "last", "최신", "최근")


@dataclass(frozen=True)
class Shelved:
    """A release that passed every check, with the paragraphs and the hash (SHA-256, hex) of its source."""

    release: Release
    paragraphs: dict[str, Paragraph]
    source_hash: str


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


class Library:
    """Loaded releases behind look-ups. Withheld and embargoed ones are not there at all."""

    def __init__(self, vocabulary: Vocabulary, shelved: Iterable[Shelved], now: Clock) -> None:
        self.vocabulary = vocabulary
        self._all = sorted(
            (s for s in shelved if s.release.status == "published"),
            key=lambda s: (s.release.day, s.release.published, s.release.id),
            reverse=True,
        )
        self._embargoes = sorted(s.release.embargo_until for s in self._all if s.release.embargo_until)
        self._now = now
        self._names: dict[tuple[Kind, Locale, int], Names] = {}

    def _open(self) -> tuple[Shelved, ...]:
        """What may be shown now."""
        now = self._now()
        return tuple(s for s in self._all if s.release.embargo_until is None or s.release.embargo_until <= now)

    def edition(self) -> int:
        """A number that is another one as soon as more may be shown: how many embargoes have ended."""
        return bisect.bisect_right(self._embargoes, self._now())

    def releases(self) -> tuple[Release, ...]:
        """Every release, newest meeting first."""
        return tuple(s.release for s in self._open())

    def release(self, id_: ReleaseId) -> Release | None:
        """The release with this id."""
        return next((s.release for s in self._open() if s.release.id == id_), None)

    def accounts_of(self, release: Release) -> tuple[Release, ...]:
        """Other releases that report a meeting which ``release`` reports: same series, same day."""
        met = {(m.series, m.held.date) for m in release.meetings if m.held}
        return tuple(
            other
            for other in self.releases()
            if other.id != release.id and met & {(m.series, m.held.date) for m in other.meetings if m.held}
        )

    def paragraphs(self, id_: ReleaseId) -> dict[str, Paragraph]:
        """The paragraphs of a release by label; empty for an unknown one."""
        return next((s.paragraphs for s in self._open() if s.release.id == id_), {})

    def source_hash(self, id_: ReleaseId) -> str:
        """SHA-256 of a release's source file, in hex."""
        return next((s.source_hash for s in self._open() if s.release.id == id_), "")

    def span(self) -> tuple[date, date] | None:
        """The first and the last day on which a loaded release came out."""
        days = [s.release.published for s in self._open()]
        return (min(days), max(days)) if days else None

    @cached_property
    def _by_topic(self) -> dict[TopicId, list[Match]]:
        found: dict[TopicId, list[Match]] = {}
        for shelved in self._all:
            for statement in shelved.release.statements:
                for topic in statement.topics:
                    found.setdefault(topic, []).append(Match(shelved.release, statement))
        return found

    def matches(self, subject: Subject) -> tuple[Match, ...]:
        """Every statement on a subject, newest meeting first, in reading order."""
        ids = {s.release.id for s in self._open()}
        if subject.topic is not None:
            wanted = self.vocabulary.topic_and_below(subject.topic)
            seen = {
                (m.release.id, m.statement.id): m
                for topic in wanted
                for m in self._by_topic.get(topic, ())
                if m.release.id in ids
            }
            return tuple(
                Match(s.release, st)
                for s in self._open()
                for st in s.release.statements
                if (s.release.id, st.id) in seen
            )
        words = f" {key(subject.words)} "
        return tuple(
            Match(s.release, st)
            for s in self._open()
            for st in s.release.statements
            if f" {key(st.quote)} ".find(words) >= 0
        )

    @cached_property
    def _statements(self) -> Statements:
        return Statements(((s.release, st) for s in self._all for st in s.release.statements), self.vocabulary)

    def statements(self, sought: Sought) -> tuple[Match, ...]:
        """Every statement that has all that is sought, newest meeting first, in reading order."""
        ids = {s.release.id for s in self._open()}
        return tuple(Match(*found) for found in self._statements.found(sought) if found[0].id in ids)

    def appearances(self, person: PersonId) -> tuple[tuple[Release, Participant], ...]:
        """Every entry of a person among the participants of a release, newest meeting first."""
        return tuple((s.release, p) for s in self._open() for p in s.release.participants if p.person == person)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary made ready for finding its verbs and parties in a text."""
        return lexicon_of(self.vocabulary)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(Passage(s.release, paragraph) for s in self._all for paragraph in s.paragraphs.values())

    def passages_with(self, quote: str) -> tuple[Passage, ...]:
        """Every paragraph in which a quote stands verbatim, newest meeting first."""
        return self._shown(self._passages.holding(quote))

    def passages_near(self, words: str, release: ReleaseId | None = None) -> tuple[Passage, ...]:
        """The paragraphs, of one release or of all, that share most with some words, best first."""
        ids = {s.release.id for s in self._open()} if release is None else {release}
        return self._shown(self._passages.near(words, ids))

    def _shown(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        ids = {s.release.id for s in self._open()}
        return tuple(passage for passage in passages if passage.release.id in ids)

    def resolve(self, kind: Kind, typed: str) -> Resolved:
        """The id that typed text means: an id, a label or an alias first, then a beginning, then a slip."""
        if kind is Kind.RELEASE and key(typed) in LATEST and (newest := self.releases()):
            return Resolved(newest[0].id)
        names = self.names(kind)
        for look_up in (names.exact, names.begun, names.misspelt):
            if kind is Kind.RELEASE and look_up == names.misspelt:
                continue  # another date or another party is another release, never a slip
            found = look_up(typed)
            sure = kind not in ASKED_BACK or look_up == names.exact
            if len(found) == 1 and sure:
                return Resolved(found[0])
            if found:
                return Resolved(choices=tuple(names.choice(id_) for id_ in found))
        return Resolved(nearest=names.nearest(typed))

    def suggest(self, kind: Kind, typed: str, locale: Locale) -> tuple[Choice, ...]:
        """Choices for an option while it is being typed, best first."""
        if kind is Kind.TEXT:
            return ()
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

    def names(self, kind: Kind, locale: Locale = Locale.EN) -> Names:
        """All names of a kind, labelled in ``locale``."""
        wanted = (kind, locale, len(self._open()))  # an embargo that ends makes a new name
        if wanted not in self._names:
            self._names[wanted] = self._make_names(kind, locale)
        return self._names[wanted]

    def _make_names(self, kind: Kind, locale: Locale) -> Names:
        makers = {
            Kind.TOPIC: self._topic_names,
            Kind.SIDE: self._party_names,
            Kind.WHO: self._who_names,
            Kind.RELEASE: self._release_names,
            Kind.CODE: self._release_names,
            Kind.ACT: self._act_names,
        }
        if kind.is_free:
            return Names((), {})
        if kind in VOCABULARY_NAMES:
            return VOCABULARY_NAMES[kind](self.vocabulary, locale)
        names, labels = makers[kind](locale)
        return Names(names, labels)

    def _topic_names(self, locale: Locale) -> tuple[list[Name], dict[str, str]]:
        topics = self.vocabulary.topics.values()
        names = [
            Name(text, topic.id, rank)
            for topic in topics
            for rank, text in enumerate(
                (topic.id, topic.name.en, topic.name.ko, *topic.aliases.all(), *topic.narrower.all())
            )
        ]
        return names, {topic.id: topic.name.in_(locale) for topic in topics}

    def _act_names(self, locale: Locale) -> tuple[list[Name], dict[str, str]]:
        names = [
            Name(text, words.act.value, rank)
            for words in self.vocabulary.acts.values()
            for rank, text in enumerate(
                (words.act.value, words.name.en, words.name.ko, words.plural.en, words.plural.ko)
            )
        ]
        return names, {words.act.value: words.name.in_(locale) for words in self.vocabulary.acts.values()}

    def _party_names(self, locale: Locale) -> tuple[list[Name], dict[str, str]]:
        names: list[Name] = []
        labels: dict[str, str] = {}
        for party in self.vocabulary.parties.values():
            short = (party.short.en, party.short.ko) if party.short else ()
            every = (party.id, party.name.en, party.name.ko, *short, *party.aliases.all())
            names.extend(Name(text, party.id, rank) for rank, text in enumerate(every))
            labels[party.id] = party.name.in_(locale)
        return names, labels

    def _who_names(self, locale: Locale) -> tuple[list[Name], dict[str, str]]:
        names, labels = self._party_names(locale)
        people, people_labels = person_names(self.vocabulary, locale)
        return names + people, labels | people_labels

    def _release_names(self, locale: Locale) -> tuple[list[Name], dict[str, str]]:
        names: list[Name] = []
        labels: dict[str, str] = {}
        for release in self.releases():
            held = [m.held.date.isoformat() for m in release.meetings if m.held]
            titles = [text for m in release.meetings for text in (m.name.en, m.name.ko, m.series)]
            every = (release.id, release.title, release.published.isoformat(), *held, *titles)
            names.extend(Name(text, release.id, rank) for rank, text in enumerate(every))
            labels[release.id] = f"{release.published.isoformat()} {release.meeting.name.in_(locale)}"
        return names, labels

    def issuer_names(self, release: Release) -> tuple[str, ...]:
        """Every name of the body that put a release out."""
        issuer = self.vocabulary.issuers[release.issuer]
        return (issuer.id, issuer.name.en, issuer.name.ko, *issuer.aliases.all())

    def member_blocs(self, party: PartyId, day: date) -> tuple[PartyId, ...]:
        """The blocs that a party was a member of on ``day``."""
        return self.vocabulary.blocs_of(party, day)
