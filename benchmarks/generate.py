"""Makes a library of fictional releases, valid under `python -m bot check`, and what it knows of them beside.

    python -m benchmarks.generate DIR [--releases 1000] [--seed 1]

`DIR/knowledge.jsonl` has one line a release: what was put into it, so that answers can be checked against it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchmarks.clauses import ALONE, ASKED, JOINT, REPLY, Clause
from benchmarks.world import (
    BLOC,
    BLOC_ID,
    BLOC_LABEL,
    KINDS,
    MEMBERS,
    NOUNS,
    Name,
    Person,
    State,
    Topic,
    make_states,
    make_topics,
    make_towns,
)

FIRST_DAY = date(2031, 1, 5)
DAYS = 9_000
THEMES = 5
WITHHELD, EMBARGOED, WITH_BLOC, TOLD_TWICE, WITH_AGREEMENT = 0.01, 0.02, 0.2, 0.05, 0.6
KNOWLEDGE = "knowledge.jsonl"


@dataclass
class Told:
    """One statement: what was put into the release."""

    id: str
    paragraph: str
    sides: list[str]
    act: str
    verb: str
    topics: list[str]
    conditions: list[str]
    quote: str


@dataclass
class Known:
    """One release: what was put into it."""

    id: str
    issuer: str
    published: str
    held: str
    series: str
    title: str
    status: str
    embargo_until: str | None
    sides: list[str]
    attended: list[list[str]]
    """Who attended: name, party, side, paragraph."""
    statements: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class Side:
    """A side of one meeting: its label in the text, and who came for it."""

    party: str
    name: Name
    label: str
    head: tuple[State, Person]
    deputy: tuple[State, Person]


@dataclass(frozen=True)
class Meeting:
    """What is reported: by its first side, or by its second."""

    series: str
    name: Name
    sides: tuple[Side, Side]
    held: date
    published: date
    issuer: State
    told_before: bool


class Generator:
    """Makes releases one after another; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret depends on it
        self.states, self.topics, self.towns = make_states(), make_topics(), make_towns()
        self.leaves = tuple(topic for topic in self.topics if topic.parent)
        self._taken: set[str] = set()

    def meetings(self) -> Iterator[Meeting]:
        """Meetings without end, each of a series on a day of its own; some told by both sides."""
        while True:
            held = FIRST_DAY + timedelta(days=self.random.randrange(DAYS))
            host, guest = self.random.sample(self.states, 2)
            if self.random.random() < WITH_BLOC:
                host = self.random.choice(self.states[MEMBERS:])
                series, other = f"{host.id}-cairn-forum", self._bloc()
                name = Name(f"{host.name.en}-Union Forum", f"{host.name.ko}-케언 포럼")
            else:
                series, other = f"{host.id}-{guest.id}", self._side(guest)
                name = Name(f"{host.name.en}-{guest.name.en} Talks", f"{host.name.ko}-{guest.name.ko} 회담")
            published = held + timedelta(days=self.random.randrange(3))
            if f"{published}-{series}" in self._taken:
                continue
            self._taken.add(f"{published}-{series}")
            meeting = Meeting(series, name, (self._side(host), other), held, published, host, told_before=False)
            yield meeting
            if other.party != BLOC_ID and self.random.random() < TOLD_TWICE:
                sides = (meeting.sides[1], meeting.sides[0])
                yield Meeting(series, name, sides, held, published, guest, told_before=True)

    def _side(self, state: State) -> Side:
        head, deputy = state.people[0], state.people[1]
        return Side(state.id, state.name, f"the {state.adjective} side", (state, head), (state, deputy))

    def _bloc(self) -> Side:
        first, second = self.random.sample(self.states[:MEMBERS], 2)
        return Side(BLOC_ID, BLOC, BLOC_LABEL, (first, first.people[0]), (second, second.people[1]))

    def thing(self, topic: Topic) -> Name:
        """Something of a topic to talk about."""
        kind, noun = self.random.choice(KINDS), self.random.choice(NOUNS)
        town, korean = self.random.choice(self.towns), topic.name.ko.removesuffix(" 협력")
        return Name(f"{kind.en} {topic.alias} {noun.en} near {town.en}", f"{town.en} 인근 {kind.ko} {korean} {noun.ko}")

    def release(self, meeting: Meeting) -> tuple[Known, str, str]:
        """One release: what is known of it, its file, and its source."""
        return Draft(self, meeting).finished()


class Draft:
    """One release while it is written."""

    def __init__(self, world: Generator, meeting: Meeting) -> None:
        self.world, self.random, self.meeting = world, world.random, meeting
        self.lines: list[str] = []
        self.statements: list[dict[str, object]] = []
        issuer = f"{meeting.issuer.id}-mfa"
        middle = f"{meeting.issuer.id}-mfa-" if meeting.told_before else ""
        host, guest = meeting.sides
        self.known = Known(
            id=f"{meeting.published}-{middle}{meeting.series}",
            issuer=issuer,
            published=meeting.published.isoformat(),
            held=meeting.held.isoformat(),
            series=meeting.series,
            title=f"{host.name.en} and {guest.name.en} Hold {meeting.name.en}",
            status="withheld" if self.random.random() < WITHHELD else "published",
            embargo_until=f"{meeting.published}T09:00:00Z" if self.random.random() < EMBARGOED else None,
            sides=[host.party, guest.party],
            attended=[],
        )

    def finished(self) -> tuple[Known, str, str]:
        self._opening()
        for number in range(2, 2 + THEMES):
            self._theme(str(number), self.random.choice(self.world.leaves))
        self._together(str(2 + THEMES))
        self._closing(str(3 + THEMES))
        head = ["Press releases", self.known.title, f"Date : {self.known.published} 10:00:00", "Hit : 12", ""]
        return self.known, "\n".join(_yaml(self._tree())) + "\n", "\n".join([*head, *self.lines]) + "\n"

    def _day(self) -> str:
        return f"on {self.meeting.held:%B} {self.meeting.held.day}"

    def _opening(self) -> None:
        host, guest = self.meeting.sides
        topic = self.random.choice(self.world.leaves)
        self.town = self.random.choice(self.world.towns)
        thing = self.world.thing(topic)
        label, other = self._whole(*host.head), self._whole(*guest.head)
        said = f"exchanged views on {thing.en}"
        self.lines += [f"1. {label} met with {other} of {guest.head[0].name.en} in {self.town.en} {self._day()}, and {said}.", ""]
        clause = Clause("discussion", "exchanged views", "on {thing}", "{thing} 문제에 관해")
        self._add("1-a", "1", label, [host.party], clause, thing, topic, quote=said)
        deputy, second = self._whole(*host.deputy), self._whole(*guest.deputy)
        states = host.deputy[0].name.en, guest.deputy[0].name.en
        self.lines += [f"° {deputy} of {states[0]} co-chaired the meeting with {second} of {states[1]}.", ""]
        for side, (state, person), paragraph in (
            (host, host.head, "1"), (guest, guest.head, "1"), (host, host.deputy, "1.1"), (guest, guest.deputy, "1.1"),
        ):  # fmt: skip
            self.known.attended.append([person.name, state.id, side.party, paragraph])

    def _whole(self, _state: State, person: Person) -> str:
        return f"{person.office.en} {person.name}"

    def _theme(self, number: str, topic: Topic) -> None:
        first, second = self.random.sample(self.meeting.sides, 2)
        one, two = self.random.sample(ALONE, 2)
        left = self._clause(f"{number}-a", number, first, second, one, topic, opens=True)
        right = self._clause(f"{number}-b", number, second, first, two, topic)
        self.lines += [f"{number}. {left}, while {right}.", ""]
        bullets = self.random.choice((1, 2, 2))
        for bullet in range(1, bullets + 1):
            self._bullet(f"{number}.{bullet}", topic)

    def _bullet(self, paragraph: str, topic: Topic) -> None:
        first, second = self.random.sample(self.meeting.sides, 2)
        if self.random.random() < 1 / 2:
            said = self._clause(f"{paragraph}-a", paragraph, first, second, self.random.choice(ASKED), topic, opens=True)
            answer = self._clause(f"{paragraph}-b", paragraph, second, first, REPLY, topic, reply_to=f"{paragraph}-a")
            self.lines += [f"° {said}. In response, {answer}.", ""]
        else:
            said = self._clause(f"{paragraph}-a", paragraph, first, second, self.random.choice(ALONE), topic, opens=True)
            self.lines += [f"° {said}.", ""]

    def _together(self, number: str) -> None:
        clauses = [JOINT[3]]
        if self.random.random() < WITH_AGREEMENT:
            clauses.append(self.random.choice(JOINT[:2]))
        if self.random.random() < 1 / 2:
            clauses.append(JOINT[2])
        sides = [side.party for side in self.meeting.sides]
        texts: list[str] = []
        for letter, clause in zip("abc", clauses, strict=False):
            topic = self.random.choice(self.world.leaves)
            thing = self.world.thing(topic)
            quote = f"The two sides {clause.verb} {clause.en.format(thing=thing.en)}"
            texts.append(f"{quote}.")
            self._add(f"{number}-{letter}", number, "The two sides", sides, clause, thing, topic, quote=quote)
        self.lines += [f"{number}. {' '.join(texts)}", ""]

    def _closing(self, number: str) -> None:
        town = self.random.choice(self.world.towns)
        quote = f"The next session will be held in {town.en}"
        clause = Clause("background", "will be held", quote, f"다음 회의는 {town.en}에서 열릴 예정")
        self.lines += [f"{number}. {quote}.", ""]
        self._add(f"{number}-a", number, None, [], clause, Name("", ""), self.world.topics[0], quote=quote)

    def _clause(
        self, id_: str, paragraph: str, side: Side, other: Side, clause: Clause, topic: Topic,
        *, opens: bool = False, reply_to: str = "",
    ) -> str:  # fmt: skip
        """One side's clause, entered; and as it is printed."""
        thing, month = self.world.thing(topic), date(2031, self.random.randrange(1, 13), 1)
        en = clause.en.format(thing=thing.en, other=other.name.en, month=f"{month:%B}")
        ko = clause.ko.format(thing=thing.ko, other=other.name.ko, number=month.month)
        label = _capital(side.label) if opens else side.label
        quote = f"{label} {clause.verb} {en}"
        exact = Clause(clause.act, clause.verb, en, ko, clause.condition, clause.to_other)
        self._add(id_, paragraph, side.label, [side.party], exact, thing, topic, quote=quote, reply_to=reply_to)
        if clause.act == "request":
            self.statements[-1]["addressee"] = [other.party]
        return quote

    def _add(
        self, id_: str, paragraph: str, speaker: str | None, sides: list[str], clause: Clause, thing: Name, topic: Topic,
        *, quote: str, reply_to: str = "",
    ) -> None:  # fmt: skip
        conditions = [clause.condition] if clause.condition else []
        self.known.statements.append(
            Told(id_, paragraph, sides, clause.act, clause.verb, [topic.id], conditions, quote)
        )
        statement: dict[str, object] = {"id": id_, "paragraph": paragraph, "speaker": speaker, "sides": sides}
        statement |= {"act": clause.act, "verb": clause.verb, "quote": quote, "topics": [topic.id]}
        statement["gist"] = {"en": clause.en.format(thing=thing.en), "ko": clause.ko.format(thing=thing.ko)}
        statement |= {"conditions": conditions, "reply_to": reply_to}
        self.statements.append(statement)

    def _tree(self) -> dict[str, object]:
        known, meeting = self.known, self.meeting
        host, guest = meeting.sides
        derived = {"en": "the year is taken from the date of publication", "ko": "연도는 발표일에서 추정"}
        held = {"date": known.held, "paragraph": "1", "quote": self._day(), "derived": derived}
        place = {"name": asdict(self.town), "paragraph": "1", "quote": f"in {self.town.en}"}
        return {
            "id": known.id,
            "issuer": known.issuer,
            "published": known.published,
            "title": known.title,
            "status": known.status,
            "embargo_until": known.embargo_until,
            "meetings": [
                {"series": known.series, "name": asdict(meeting.name), "sides": known.sides, "held": held, "place": place}
            ],
            "speakers": [
                {"label": self._whole(*host.head), "sides": [host.party], "person": host.head[1].id},
                {"label": host.label, "sides": [host.party]},
                {"label": guest.label, "sides": [guest.party]},
                {"label": "The two sides", "sides": known.sides},
            ],
            "participants": [self._participant(*who) for who in known.attended],
            "statements": self.statements,
            "background": [{"paragraph": "1.1", "why": "entered under participants"}],
        }

    def _participant(self, name: str, party: str, side: str, paragraph: str) -> dict[str, object]:
        state = next(state for state in self.world.states if state.id == party)
        person = next(person for person in state.people if person.name == name)
        host, guest = self.meeting.sides
        heads = f"{self._whole(*host.head)} met with {self._whole(*guest.head)}"
        chairs = f"co-chaired the meeting with {self._whole(*guest.deputy)}"
        whole = f"{self._whole(*host.deputy)} of {host.deputy[0].name.en} {chairs}"
        return {
            "person": person.id,
            "printed": name,
            "office": {"printed": person.office.en, "ko": person.office.ko},
            "party": party,
            "side": side,
            "presence": "attended",
            "roles": ["co_chair"] if paragraph == "1.1" else [],
            "paragraph": paragraph,
            "quote": whole if paragraph == "1.1" else heads,
        }


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _yaml(value: object, indent: int = 0) -> Iterator[str]:
    """``value`` as YAML, a line a scalar; what is empty is left out."""
    pad = " " * indent
    pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value if isinstance(value, list))
    for key, each in pairs:
        if each in (None, "", []):
            continue
        head = f"{pad}{key}:" if key else f"{pad}-"
        if isinstance(each, dict) and key is None:
            first, *rest = _yaml(each, indent + 2)
            yield f"{head} {first.lstrip()}"
            yield from rest
        elif isinstance(each, dict | list):
            yield head
            yield from _yaml(each, indent + 2)
        else:
            yield f"{head} {json.dumps(each, ensure_ascii=False)}"


def vocabulary(world: Generator) -> dict[str, dict[str, object]]:
    """The files of the vocabulary, by name."""
    parties: list[dict[str, object]] = [
        {"id": BLOC_ID, "kind": "organisation", "name": asdict(BLOC), "aliases": {"en": ["Union", "the Union"]}}
    ]
    for number, state in enumerate(world.states):
        member = {"member_of": [{"party": BLOC_ID}]} if number < MEMBERS else {}
        aliases = {"en": [state.adjective]}
        parties.append({"id": state.id, "kind": "state", "name": asdict(state.name), "aliases": aliases, **member})
    issuers = [
        {
            "id": f"{state.id}-mfa",
            "name": {"en": f"{state.adjective} Foreign Ministry", "ko": f"{state.name.ko} 외교부"},
            "party": state.id,
        }
        for state in world.states
    ]
    people = [
        {"id": person.id, "name": person.name, "family_name": person.family, "party": state.id}
        for state in world.states
        for person in state.people
    ]
    topics = [
        {
            "id": topic.id,
            "name": asdict(topic.name),
            "parent": topic.parent,
            "aliases": {"en": [f"{topic.alias} matters"]} if topic.alias else None,
        }
        for topic in world.topics
    ]
    return {"parties": {"parties": parties, "issuers": issuers}, "people": {"people": people}, "topics": {"topics": topics}}


def generate(folder: Path, releases: int, seed: int = 1) -> tuple[Known, ...]:
    """Writes a data folder with so many releases, and what is known of them."""
    world = Generator(seed)
    for name in ("releases", "sources", "vocabulary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, tree in vocabulary(world).items():
        (folder / "vocabulary" / f"{name}.yaml").write_text("\n".join(_yaml(tree)) + "\n", encoding="utf-8")
    every: list[Known] = []
    with (folder / KNOWLEDGE).open("w", encoding="utf-8") as knowledge:
        for meeting, _ in zip(world.meetings(), range(releases), strict=False):
            known, file, source = world.release(meeting)
            (folder / "releases" / f"{known.id}.yaml").write_text(file, encoding="utf-8")
            (folder / "sources" / f"{known.id}.txt").write_text(source, encoding="utf-8")
            knowledge.write(json.dumps(asdict(known), ensure_ascii=False) + "\n")
            every.append(known)
    return tuple(every)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Makes a library of fictional releases.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--releases", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    known = generate(given.folder, given.releases, given.seed)
    statements = sum(len(release.statements) for release in known)
    print(f"{len(known)} releases, {statements} statements in {given.folder}")


if __name__ == "__main__":
    main()
