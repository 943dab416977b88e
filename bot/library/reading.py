"""One release being read: its file, its source, the vocabulary, and what the text shows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from bot.errors import Fault, FaultsError
from bot.library.clauses import Found, find_all, follows_preposition
from bot.library.guarded_yaml import Document, Place, decode, parse, read_file
from bot.library.index.documents import Shelved
from bot.library.lexicon import Lexicon, Saying
from bot.library.outline import Outline, outline
from bot.library.phrase_book import Hit, is_word, phrase_pattern
from bot.library.quotes import Span, as_printed, locate, plain_marks
from bot.library.schema import read_sound
from bot.model.release import Evidence, Meeting, Paragraph, Release, Speaker, Statement
from bot.model.speech_acts import Act, Verb
from bot.model.value import PartyId
from bot.model.vocabulary import Vocabulary

Quoting = TypeVar("Quoting", bound=Evidence)
RELEASES = "releases"
SOURCES = "sources"
SOURCE_BYTES_MOST = 2_000_000
BARE = ("request", "offer", "note", "stress", "hope", "praise", "demand", "dispute", "protest", "object", "support")
"""Verbs of saying that look like nouns."""
BEFORE_NOUN = frozenset("a an the its their his her this that any no of for on with in".split())  # noqa: SIM905 - reads better


@dataclass(frozen=True)
class Reading:
    """A release with all that its checks look at. ``source_hash`` is SHA-256 of the source file, in hex."""

    document: Document
    release: Release
    outline: Outline
    lexicon: Lexicon
    source_hash: str
    file_name: str = ""
    """The name of the release file, without its ending."""
    schema_faults: tuple[Fault, ...] = ()
    """What the schema found, where the rest is checked all the same."""
    pruned: frozenset[str] = frozenset()
    """The lists that lack the entries in which the schema found something."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary that the release is read with."""
        return self.lexicon.vocabulary

    def shelved(self) -> Shelved:
        """What of it is kept once it is checked."""
        return Shelved(self.release, self.outline.paragraphs, self.source_hash)

    def fault(self, place: Place, message: str) -> Fault:
        """A fault at a place of the release file."""
        return self.document.fault(place, message)

    def paragraph(self, ref: str) -> Paragraph | None:
        """A paragraph of the source."""
        return self.outline.paragraphs.get(ref)

    def spans(self, evidence: Evidence) -> tuple[Span, ...] | None:
        """Where the quote stands in its paragraph, or None."""
        paragraph = self.paragraph(evidence.paragraph)
        return locate(evidence.quote, paragraph.text) if paragraph else None

    @cached_property
    def body(self) -> str:
        """All paragraphs as one text."""
        return "\n".join(paragraph.text for paragraph in self.outline.units())

    @cached_property
    def derived_in(self) -> dict[str, str]:
        """For each paragraph all that is derived from it."""
        found: dict[str, str] = {}
        for derived in self.release.derived:
            found[derived.paragraph] = f"{found.get(derived.paragraph, '')} {derived.means}".lstrip()
        return found

    @cached_property
    def around(self) -> dict[str, str]:
        """For each paragraph its numbered paragraph with all bullets, and what is derived from it, in plain marks."""
        whole: dict[str, str] = {}
        for unit in self.outline.units():
            number = unit.ref.split(".")[0]
            whole[number] = f"{whole.get(number, '')} {unit.text}"
        return {
            ref: plain_marks(f"{whole.get(ref.split('.')[0], '')} {self.derived_in.get(ref, '')}")
            for ref in self.outline.paragraphs
        }

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Everything that can be a subject: the declared labels and the pronouns."""
        return tuple(speaker.label for speaker in self.release.speakers) + self.vocabulary.grammar.pronouns

    @cached_property
    def joint_labels(self) -> frozenset[str]:
        """The labels, bare, that always mean all sides; the meetings' own names are among them."""
        names = (meeting.name.en for meeting in self.release.meetings)
        return frozenset(map(bare_label, (*self.vocabulary.grammar.joint_labels, *names)))

    @cached_property
    def asked(self) -> tuple[Statement, ...]:
        """The requests and proposals."""
        return tuple(s for s in self.release.statements if s.act in (Act.REQUEST, Act.PROPOSAL))

    def speaker(self, label: str) -> Speaker | None:
        """The declared speaker with this label; a leading article and case do not count."""
        return self._speakers.get(bare_label(label))

    @cached_property
    def _speakers(self) -> dict[str, Speaker]:
        return {bare_label(speaker.label): speaker for speaker in reversed(self.release.speakers)}

    def meeting(self, statement: Statement) -> Meeting:
        """The meeting of a statement."""
        return self.release.meeting_of(statement)

    def may_speak(self, meeting: Meeting) -> frozenset[PartyId]:
        """Who can hold a position in a meeting: its sides, and by their own name the members of a bloc among them."""
        return frozenset(meeting.sides).union(*(self.members.get(side, ()) for side in meeting.sides))

    @cached_property
    def members(self) -> dict[PartyId, tuple[PartyId, ...]]:
        """For each bloc the parties that were its members on the day."""
        blocs: dict[PartyId, tuple[PartyId, ...]] = {}
        for party in self.vocabulary.parties:
            for bloc in self.vocabulary.blocs_of(party, self.release.day):
                blocs[bloc] = (*blocs.get(bloc, ()), party)
        return blocs

    @cached_property
    def sayings(self) -> dict[str, Saying | None]:
        """For each statement, by id, the verb of saying that its quote turns on."""
        return {statement.id: self._saying(statement) for statement in self.release.statements}

    @cached_property
    def sayings_in(self) -> dict[str, dict[str, int]]:
        """For each paragraph where its verbs of saying stand, by the statement that turns on each."""
        places: dict[str, dict[str, int]] = {}
        for statement in self.release.statements:
            if saying := self.sayings[statement.id]:
                places.setdefault(statement.paragraph, {})[statement.id] = saying.found.start
        return places

    @cached_property
    def on_one_verb(self) -> dict[tuple[str, int], tuple[Statement, ...]]:
        """For each verb of saying, by its paragraph and place, the statements that turn on it."""
        found: dict[tuple[str, int], tuple[Statement, ...]] = {}
        for statement in self.release.statements:
            if saying := self.sayings[statement.id]:
                verb = statement.paragraph, saying.found.start
                found[verb] = (*found.get(verb, ()), statement)
        return found

    def _saying(self, statement: Statement) -> Saying | None:
        spans = self.spans(statement)
        paragraph = self.paragraph(statement.paragraph)
        if spans is None or paragraph is None:
            return None
        text = plain_marks(paragraph.text)
        begin = self._speaker_end(statement, text, spans)
        for at in dict.fromkeys((begin, spans[0].start)):
            for span in spans:
                found = self._first_verb(text, span, max(span.start, at))
                if found is not None:
                    return Saying(found.value, Found(found.start, found.end, found.printed))
        return None

    def _first_verb(self, text: str, piece: Span, after: int) -> Hit[Verb] | None:
        """The first verb of saying in a piece of a text; "its request" and "for support" are nouns."""
        if not is_word(text, *piece):  # cut at a hyphen, what is left is a word all the same
            text = " " * piece.start + text[piece.start : piece.end]
        while (found := self.lexicon.verbs.first(text, after, piece.end)) is not None:
            before = text[piece.start : found.start].split()[-1:]
            noun = (
                found.printed.lower() in BARE
                and before
                and (before[0].lower() in BEFORE_NOUN or before[0].endswith("'s"))
            )
            if not noun:
                return found
            after = found.start + 1
        return None

    def _speaker_end(self, statement: Statement, text: str, spans: tuple[Span, ...]) -> int:
        """Where the speaker ends, if it stands in the quote as a subject; else where the quote begins."""
        if statement.speaker:
            for match in phrase_pattern(statement.speaker).finditer(text, spans[0].start, spans[-1].end):
                if not follows_preposition(text[: match.start()]):
                    return match.end()
        return spans[0].start

    def parties_in(self, text: str) -> frozenset[PartyId]:
        """The parties that ``text`` names, longest names first: "North Korea" does not name "Korea"."""
        return frozenset(self.parties_in_order(text))

    def parties_in_order(self, text: str) -> tuple[PartyId, ...]:
        """The same, each where ``text`` first names it."""
        hits = self.lexicon.parties.apart(plain_marks(text))
        if not hits:
            return ()
        return tuple(dict.fromkeys(h.value for h in sorted(hits) if h.phrase.islower() or not h.printed.islower()))

    @cached_property
    def parties_by_paragraph(self) -> dict[str, frozenset[PartyId]]:
        """For each paragraph the parties that it names, outright or by the label of a side."""
        return {
            ref: self.parties_in(paragraph.text)
            | {side for s in self.release.speakers if find_all(s.label, paragraph.text) for side in s.sides}
            for ref, paragraph in self.outline.paragraphs.items()
        }


@lru_cache(maxsize=1024)
def bare_label(label: str) -> str:
    """A label without its article and case, for comparing."""
    plain = plain_marks(label).casefold()
    return plain.removeprefix("the ")


def read_release(path: Path, data: Path, lexicon: Lexicon) -> Reading:
    """The release in ``path`` with its source, its quotes in the source's own spelling; not yet checked.

    Raises FaultsError with all faults that keep it from being read.
    """
    root, source = _source_of(path, data)
    document = parse(read_file(path, path.parent.parent if path.parent.name == RELEASES else path.parent), str(path))
    sound = read_sound(document, Release)
    try:
        raw = read_file(source, root, most=SOURCE_BYTES_MOST)
        text = decode(raw, str(source))
    except FaultsError as error:
        raise FaultsError((*sound.faults, *error.faults)) from error
    if sound.value is None:
        raise FaultsError(sound.faults)
    found = outline(text, sound.value.title)
    reading = Reading(sound.document, sound.value, found, lexicon, hashlib.sha256(raw).hexdigest())
    return as_in_source(replace(reading, file_name=path.stem, schema_faults=sound.faults, pruned=sound.pruned))


def _source_of(path: Path, data: Path) -> tuple[Path, Path]:
    """The folder and file of a release's source: in ``sources/`` beside ``releases/``, or beside the file itself."""
    name = f"{path.stem}.txt"
    if (beside := path.with_suffix(".txt")).exists():
        return path.parent, beside
    root = path.parent.parent if path.parent.name == RELEASES else data
    return root, root / SOURCES / name


def as_in_source(reading: Reading) -> Reading:
    """The same reading with every quote in the source's own spelling."""

    def spelled(evidence: Quoting) -> Quoting:
        spans = reading.spans(evidence)
        paragraph = reading.paragraph(evidence.paragraph)
        quote = as_printed(spans, paragraph.text) if spans and paragraph else evidence.quote
        return evidence if quote == evidence.quote else evidence.model_copy(update={"quote": quote})

    release = reading.release
    statements = tuple(map(spelled, release.statements))
    participants = tuple(map(spelled, release.participants))
    derived = tuple(map(spelled, release.derived))
    meetings = tuple(
        meeting.model_copy(
            update={
                name: spelled(fact)
                for name in ("held", "format", "place", "planned_place")
                if (fact := getattr(meeting, name)) is not None
            }
        )
        for meeting in release.meetings
    )
    update = {
        "statements": statements,
        "participants": participants,
        "derived": derived,
        "meetings": meetings,
    }
    spelled_release = release.model_copy(update=update)
    return replace(reading, release=spelled_release)
