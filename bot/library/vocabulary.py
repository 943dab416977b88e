"""The vocabulary files, read and checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from bot.errors import Fault, FaultsError
from bot.library.act_faults import SpeechActsFile, act_faults, korean_verb_faults
from bot.library.guarded_yaml import Document, parse, read_file
from bot.library.renderings import RenderingsFile, rendering_faults
from bot.library.schema import read_as
from bot.library.vocabulary_faults import issuer_faults, party_faults, person_faults, topic_faults, verb_faults
from bot.library.wording import did_you_mean
from bot.library.words import key
from bot.model.asking import Asking
from bot.model.bilingual import Bilingual
from bot.model.speech_acts import Verb
from bot.model.value import Value
from bot.model.vocabulary import Issuer, Party, Person, Topic, Vocabulary

Named = TypeVar("Named", Party, Issuer, Person, Topic)
FOLDER = "vocabulary"


class PartiesFile(Value):
    """parties.yaml."""

    parties: tuple[Party, ...] = Field(min_length=1)
    issuers: tuple[Issuer, ...] = Field(min_length=1)


class PeopleFile(Value):
    """people.yaml."""

    people: tuple[Person, ...] = ()


class TopicsFile(Value):
    """topics.yaml."""

    topics: tuple[Topic, ...] = Field(min_length=1)


class VerbsFile(Value):
    """verbs.yaml: what a folder adds to the verbs of speech_acts.yaml."""

    verbs: tuple[Verb, ...] = ()


FILES: dict[str, type[Value]] = {
    "parties": PartiesFile,
    "people": PeopleFile,
    "topics": TopicsFile,
    "speech_acts": SpeechActsFile,
    "verbs": VerbsFile,
    "questions": Asking,
    "bilingual": Bilingual,
    "renderings": RenderingsFile,
}


def vocabulary_files(data: Path, builtin: Path) -> dict[str, Path]:
    """Where each vocabulary file is, by its stem: under ``data``, or else the program's own."""
    own = {stem: data / FOLDER / f"{stem}.yaml" for stem in FILES}
    return {stem: path if path.exists() else builtin / FOLDER / f"{stem}.yaml" for stem, path in own.items()}


def load_vocabulary(data: Path, builtin: Path) -> Vocabulary:
    """The vocabulary under ``data``; a file that is not there is taken from ``builtin``, the program's own data.

    Raises FaultsError with the faults of all of them.
    """
    faults: list[Fault] = []
    parts: dict[str, tuple[Document, Value]] = {}
    for stem, path in vocabulary_files(data, builtin).items():
        try:
            document = parse(read_file(path, path.parent.parent), str(path))
            parts[stem] = (document, read_as(document, FILES[stem]))
        except FaultsError as error:
            faults.extend(error.faults)
    if faults:
        raise FaultsError(tuple(faults))
    parties_document, parties = parts["parties"]
    people_document, people = parts["people"]
    topics_document, topics = parts["topics"]
    acts_document, acts = parts["speech_acts"]
    verbs_document, verbs = parts["verbs"]
    asking = parts["questions"][1]
    bilingual = parts["bilingual"][1]
    renderings_document, renderings = parts["renderings"]
    assert isinstance(parties, PartiesFile)
    assert isinstance(people, PeopleFile)
    assert isinstance(topics, TopicsFile)
    assert isinstance(acts, SpeechActsFile)
    assert isinstance(verbs, VerbsFile)
    assert isinstance(asking, Asking)
    assert isinstance(bilingual, Bilingual)
    assert isinstance(renderings, RenderingsFile)
    vocabulary = Vocabulary(
        parties=_by_id(parties.parties, "parties", parties_document, faults),
        issuers=_by_id(parties.issuers, "issuers", parties_document, faults),
        people=_by_id(people.people, "people", people_document, faults),
        topics=_by_id(topics.topics, "topics", topics_document, faults),
        acts={words.act: words for words in acts.acts},
        verbs=(*verbs.verbs, *acts.verbs),  # of two with one form the folder's own is found first
        grammar=acts.grammar,
        asking=asking,
        bilingual=bilingual.model_copy(update={"rows": (*bilingual.rows, *renderings.rows)}),
    ).with_children()
    faults.extend(_party_faults(vocabulary, parties, parties_document))
    faults.extend(_person_faults(vocabulary, people, people_document))
    faults.extend(_topic_faults(vocabulary, topics, topics_document))
    faults.extend(act_faults(acts, acts_document))
    faults.extend(party_faults(vocabulary, parties.parties, parties_document))
    faults.extend(issuer_faults(vocabulary, parties.issuers, parties_document))
    faults.extend(topic_faults(vocabulary, topics_document))
    faults.extend(person_faults(people.people, people_document))
    shipped = _shipped(data, builtin, acts)
    for document, own in ((acts_document, acts.verbs), (verbs_document, verbs.verbs)):
        faults.extend(verb_faults(own, shipped, acts.grammar.equal_ko, document))
    faults.extend(korean_verb_faults(verbs.verbs, acts, verbs_document))
    faults.extend(rendering_faults(renderings, bilingual, renderings_document))
    if faults:
        raise FaultsError(tuple(faults))
    return vocabulary


def _shipped(data: Path, builtin: Path, acts: SpeechActsFile) -> tuple[Verb, ...]:
    """The verbs that the program itself knows."""
    path = vocabulary_files(data, builtin)["speech_acts"]
    own = builtin / FOLDER / path.name
    if path == own or not own.exists():
        return acts.verbs
    return read_as(parse(read_file(own, builtin), str(own)), SpeechActsFile).verbs


def _by_id(values: tuple[Named, ...], where: str, document: Document, faults: list[Fault]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for i, value in enumerate(values):
        if value.id in found:
            faults.append(document.fault((where, i, "id"), f"the id {value.id!r} stands twice; keep one"))
        found[value.id] = value
    return found


def _unknown(kind: str, id_: str, known: Iterable[str]) -> str:
    return f"unknown {kind} {id_!r}{did_you_mean(id_, known)}"


def _party_faults(vocabulary: Vocabulary, file: PartiesFile, document: Document) -> Iterator[Fault]:
    for i, party in enumerate(file.parties):
        for j, membership in enumerate(party.member_of):
            if membership.party not in vocabulary.parties:
                place = ("parties", i, "member_of", j, "party")
                yield document.fault(place, _unknown("party", membership.party, vocabulary.parties))
            elif vocabulary.parties[membership.party].member_of:
                yield document.fault(("parties", i, "member_of", j), "a bloc inside a bloc is not supported")
    for i, issuer in enumerate(file.issuers):
        if issuer.party not in vocabulary.parties:
            yield document.fault(("issuers", i, "party"), _unknown("party", issuer.party, vocabulary.parties))
    yield from _same_name(file.parties, "parties", document)


def _person_faults(vocabulary: Vocabulary, file: PeopleFile, document: Document) -> Iterator[Fault]:
    for i, person in enumerate(file.people):
        if person.party not in vocabulary.parties:
            yield document.fault(("people", i, "party"), _unknown("party", person.party, vocabulary.parties))


def _topic_faults(vocabulary: Vocabulary, file: TopicsFile, document: Document) -> Iterator[Fault]:
    for i, topic in enumerate(file.topics):
        if topic.parent and topic.parent not in vocabulary.topics:
            yield document.fault(("topics", i, "parent"), _unknown("topic", topic.parent, vocabulary.topics))
        elif topic.parent and topic.parent in vocabulary.topic_and_below(topic.id):
            yield document.fault(("topics", i, "parent"), f"{topic.id!r} would be above itself in the tree")
    yield from _same_name(file.topics, "topics", document)


def _same_name(values: Sequence[Party | Topic], where: str, document: Document) -> Iterator[Fault]:
    """A name or alias may lead to one id only: a look-up must never have to guess."""
    taken: dict[str, str] = {}
    for i, value in enumerate(values):
        short = (value.short.en, value.short.ko) if isinstance(value, Party) and value.short else ()
        narrower = value.narrower.all() if isinstance(value, Topic) else ()
        for name in (value.id, value.name.en, value.name.ko, *short, *value.aliases.all(), *narrower):
            owner = taken.setdefault(key(name), value.id)
            if owner != value.id:
                yield document.fault((where, i), f"the name {name!r} already leads to {owner!r}; keep it in one place")
