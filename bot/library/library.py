"""The library: every release that may be shown, and the look-ups that answers are made from.

A look-up costs what it finds, not what there is. Releases come newest meeting first; withheld ones are not there at
all, and embargoed ones not before their time, by the clock at the look-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from tantivy import DocAddress, Query

from bot.library.collection import Clock
from bot.library.index.catalogue import Catalogue
from bot.library.index.fields import PARAGRAPH, STATEMENT
from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.names import CHOICES_MOST, Names
from bot.library.passages import NEAR_MOST, PASSAGES_MOST, PASSAGES_TRIED, Passage, holding, naming, near, near_gists
from bot.library.people import People
from bot.library.quotes import locate
from bot.library.release_names import ReleaseNames
from bot.library.vocabulary_names import vocabulary_names
from bot.library.words import key
from bot.model.question import Choice, Kind
from bot.model.release import Release
from bot.model.value import Locale, PartyId, ReleaseId
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


class Library(People):
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
        """The paragraphs, of one release or of all, in which a quote stands (its pieces in order), in any capitals.

        Newest meeting first. Looks through so many paragraphs with its words, not through all.
        """
        query = self._of(release, holding(self._catalogue, quote))
        hits = self._catalogue.find(query, PARAGRAPH, PASSAGES_TRIED, hidden=self._hidden()).hits
        found = map(self._passage, hits)
        return tuple(islice((p for p in found if locate(quote, p.paragraph.text, any_case=True) is not None), most))

    def passages_naming(self, name: str, release: ReleaseId | None = None) -> Iterator[Passage]:
        """The paragraphs, of one release or of all, that have the words of a name, newest meeting first.

        In any case and form: the name may be worn down ("the ROK's") or another word that is spelt so.
        """
        query = self._of(release, naming(self._catalogue, name))
        hits = self._catalogue.find(query, PARAGRAPH, PASSAGES_TRIED, hidden=self._hidden()).hits
        yield from map(self._passage, hits)

    def passages_near(self, words: str, release: ReleaseId | None = None, most: int = NEAR_MOST) -> tuple[Passage, ...]:
        """The paragraphs, of one release or of all, that share most with some words, rare words counting more."""
        query = self._of(release, near(self._catalogue, words))
        return tuple(map(self._passage, self._catalogue.best(query, PARAGRAPH, most, hidden=self._hidden()).hits))

    def gists_near(self, words: str, most: int = NEAR_MOST) -> tuple[ReleaseId, ...]:
        """The releases of the statements whose gists share most with some Korean words."""
        hits = self._catalogue.best(near_gists(self._catalogue, words), STATEMENT, most, hidden=self._hidden()).hits
        return self._ids(hits)

    def _of(self, release: ReleaseId | None, query: Query) -> Query:
        return self._catalogue.all_of((query, self._catalogue.term("of", release))) if release else query

    def _passage(self, hit: DocAddress) -> Passage:
        release, paragraph = self._catalogue.paragraph(hit)
        return Passage(release, paragraph, self._read)

    # --- names ---

    def resolve(self, kind: Kind, typed: str) -> Resolved:
        """The id that typed text means: an id, a label or an alias first, then a beginning, then a slip."""
        if kind is Kind.RELEASE and key(typed) in LATEST and (newest := self.counts().newest):
            return Resolved(newest[0])
        names = self.names(kind)
        look_ups = [names.exact, names.of_words, names.begun]
        if isinstance(names, Names):  # another date or another party is another release, never a slip
            look_ups.append(names.misspelt)
        for look_up in look_ups:
            found = look_up(typed)
            sure = kind not in ASKED_BACK or look_up in (names.exact, names.of_words)
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
