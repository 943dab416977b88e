"""One release being read: its file, its source, the vocabulary, and what the text shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.errors import Fault, FaultsError
from bot.library.clauses import Found, Saying, find_all, first_saying, phrase_pattern
from bot.library.guarded_yaml import Document, Place, decode, parse, read_file
from bot.library.outline import Outline, outline
from bot.library.quotes import Span, as_printed, locate, plain_marks
from bot.library.schema import read_as
from bot.library.wording import did_you_mean
from bot.model.release import Evidence, Meeting, Paragraph, Release, Speaker, Statement
from bot.model.value import PartyId
from bot.model.vocabulary import Vocabulary

RELEASES = "releases"
SOURCES = "sources"
SOURCE_BYTES_MOST = 2_000_000


@dataclass(frozen=True)
class Reading:
    """A release with all that its checks look at. ``source_hash`` is SHA-256 of the source file, in hex."""

    document: Document
    release: Release
    outline: Outline
    vocabulary: Vocabulary
    source_hash: str

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
    def labels(self) -> tuple[str, ...]:
        """Everything that can be a subject: the declared labels and the pronouns."""
        return tuple(speaker.label for speaker in self.release.speakers) + self.vocabulary.grammar.pronouns

    def speaker(self, label: str) -> Speaker | None:
        """The declared speaker with this label; a leading article and case do not count."""
        wanted = bare_label(label)
        return next((s for s in self.release.speakers if bare_label(s.label) == wanted), None)

    def meeting(self, statement: Statement) -> Meeting:
        """The meeting of a statement."""
        return self.release.meeting_of(statement)

    def saying(self, statement: Statement) -> tuple[Saying, int] | None:
        """The verb of saying that the quote turns on, with its position in the paragraph."""
        spans = self.spans(statement)
        paragraph = self.paragraph(statement.paragraph)
        if spans is None or paragraph is None:
            return None
        after_speaker = 0
        if statement.speaker and (
            at := phrase_pattern(statement.speaker).search(plain_marks(paragraph.text), spans[0].start)
        ):
            after_speaker = at.end() if at.end() <= spans[-1].end else 0
        for span in spans:
            piece = paragraph.text[span.start : span.end]
            found = first_saying(self.vocabulary.verbs, piece, max(0, after_speaker - span.start))
            if found is not None:
                return found, span.start + found.start
        return None

    def parties_in(self, text: str) -> Iterator[tuple[PartyId, Found]]:
        """The parties that ``text`` names, longest names first; "North Korea" does not name "Korea"."""
        names = [
            (name, party.id)
            for party in self.vocabulary.parties.values()
            for name in (party.name.en, *((party.short.en,) if party.short else ()), *party.aliases.en)
        ]
        taken: list[Found] = []
        for name, party in sorted(names, key=lambda pair: -len(pair[0])):
            for found in find_all(name, text):
                if found.printed.islower() and not name.islower():
                    continue
                if all(found.end <= other.start or found.start >= other.end for other in taken):
                    taken.append(found)
                    yield party, found


def bare_label(label: str) -> str:
    """A label without its article and case, for comparing."""
    plain = plain_marks(label).casefold()
    return plain.removeprefix("the ")


def read_release(path: Path, data: Path, vocabulary: Vocabulary) -> Reading:
    """The release in ``path`` with its source; not yet checked beyond schema and names.

    Raises FaultsError with all faults that keep it from being read.
    """
    root, source = _source_of(path, data)
    document = parse(read_file(path, path.parent.parent if path.parent.name == RELEASES else path.parent), str(path))
    release = read_as(document, Release)
    faults = list(_naming_faults(document, release, path, vocabulary))
    try:
        raw = read_file(source, root, most=SOURCE_BYTES_MOST)
        text = decode(raw, str(source))
    except FaultsError as error:
        raise FaultsError((*faults, *error.faults)) from error
    if faults:
        raise FaultsError(tuple(faults))
    found = outline(text, release.title)
    return as_in_source(Reading(document, release, found, vocabulary, hashlib.sha256(raw).hexdigest()))


def _source_of(path: Path, data: Path) -> tuple[Path, Path]:
    """The folder and file of a release's source: in ``sources/`` beside ``releases/``, or beside the file itself."""
    name = f"{path.stem}.txt"
    if (beside := path.with_suffix(".txt")).exists():
        return path.parent, beside
    root = path.parent.parent if path.parent.name == RELEASES else data
    return root, root / SOURCES / name


def _naming_faults(document: Document, release: Release, path: Path, vocabulary: Vocabulary) -> Iterator[Fault]:
    if release.id != path.stem:
        yield document.fault(("id",), f"{release.id!r} is not the file's name {path.stem!r}; make them equal")
    if release.issuer not in vocabulary.issuers:
        known = did_you_mean(release.issuer, vocabulary.issuers)
        yield document.fault(("issuer",), f"unknown issuer {release.issuer!r}{known}")
    plain = f"{release.published}-{release.meeting.series}"
    with_issuer = f"{release.published}-{release.issuer}-{release.meeting.series}"
    if release.id not in (plain, with_issuer):
        yield document.fault(("id",), f"{release.id!r} is not <published>-<series>, which is {plain!r}")


def as_in_source(reading: Reading) -> Reading:
    """The same reading with every quote in the source's own spelling."""

    def spelled(evidence: Evidence) -> dict[str, str]:
        spans = reading.spans(evidence)
        paragraph = reading.paragraph(evidence.paragraph)
        return {"quote": as_printed(spans, paragraph.text)} if spans and paragraph else {}

    release = reading.release
    statements = tuple(s.model_copy(update=spelled(s)) for s in release.statements)
    participants = tuple(p.model_copy(update=spelled(p)) for p in release.participants)
    derived = tuple(d.model_copy(update=spelled(d)) for d in release.derived)
    meetings = tuple(
        meeting.model_copy(
            update={
                name: fact.model_copy(update=spelled(fact))
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
    return Reading(reading.document, spelled_release, reading.outline, reading.vocabulary, reading.source_hash)
