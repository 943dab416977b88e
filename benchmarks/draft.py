"""One release while it is written: the text, the file that structures it, and what is known of it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from benchmarks.clauses import AGREED, ALONE, ASKED, NEXT, REPLY, SHARED, TALKED, VIEWS, Clause
from benchmarks.world import KINDS, NOUNS, Name, Person, State, Topic, make_topics, make_towns

THEMES = 5
WITHHELD, EMBARGOED, WITH_AGREEMENT, WITH_VIEW, WITH_REPLY = 0.01, 0.02, 0.6, 0.5, 0.5
TOPICS, TOWNS = make_topics(), make_towns()
LEAVES = tuple(topic for topic in TOPICS if topic.parent)


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
class Attended:
    """One participant: what was put into the release."""

    person: str
    name: str
    party: str
    side: str
    paragraph: str
    roles: list[str]


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
    attended: list[Attended] = field(default_factory=list)
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
    """What is reported, by the state of its first side. ``again`` where the other side has reported it already."""

    series: str
    name: Name
    sides: tuple[Side, Side]
    held: date
    published: date
    issuer: State
    again: bool

    @property
    def day(self) -> str:
        """The day, as printed."""
        return f"on {self.held:%B} {self.held.day}"


class Draft:
    """Writes one release."""

    def __init__(self, meeting: Meeting, chance: random.Random) -> None:
        self.meeting, self.random = meeting, chance
        self.lines: list[str] = []
        self.statements: list[dict[str, Any]] = []
        self.town = chance.choice(TOWNS)
        host, guest = meeting.sides
        issuer = f"{meeting.issuer.id}-mfa"
        self.known = Known(
            id=f"{meeting.published}-{f'{issuer}-' if meeting.again else ''}{meeting.series}",
            issuer=issuer,
            published=meeting.published.isoformat(),
            held=meeting.held.isoformat(),
            series=meeting.series,
            title=f"{host.name.en} and {guest.name.en} Hold {meeting.name.en}",
            status="withheld" if chance.random() < WITHHELD else "published",
            embargo_until=f"{meeting.published}T09:00:00Z" if chance.random() < EMBARGOED else None,
            sides=[host.party, guest.party],
        )
        self._opening()
        for number in range(2, 2 + THEMES):
            self._theme(str(number))
        self._together(str(2 + THEMES))
        self._closing(str(3 + THEMES))

    def source(self) -> str:
        """The text."""
        head = ("Press releases", self.known.title, f"Date : {self.known.published} 10:00:00", "Hit : 12", "")
        return "\n".join((*head, *self.lines)) + "\n"

    def file(self) -> str:
        """The file that structures it."""
        return "\n".join(yaml_lines(self._tree())) + "\n"

    def _opening(self) -> None:
        host, guest = self.meeting.sides
        people = [_whole(person) for _, person in (host.head, guest.head, host.deputy, guest.deputy)]
        homes = [state.name.en for state, _ in (guest.head, host.deputy, guest.deputy)]
        self.met = f"{people[0]} met with {people[1]} of {homes[0]}"
        self.chaired = f"{people[2]} of {homes[1]} co-chaired the meeting with {people[3]} of {homes[2]}"
        topic = self.random.choice(LEAVES)
        said = VIEWS.about(self._thing(topic), host.name, self.meeting.held)
        quote = f"{said.verb} {said.en}"
        self._line(f"1. {self.met} in {self.town.en} {self.meeting.day}, and {quote}.")
        self._line(f"° {self.chaired}.")
        self._add("1-a", (people[0], [host.party]), said, topic, quote)
        for side in self.meeting.sides:
            for (state, person), paragraph, roles in ((side.head, "1", []), (side.deputy, "1.1", ["co_chair"])):
                who = Attended(person.id, person.name, state.id, side.party, paragraph, roles)
                self.known.attended.append(who)

    def _theme(self, number: str) -> None:
        topic = self.random.choice(LEAVES)
        first, second = self._sides()
        one, two = self.random.sample(ALONE, 2)
        left = self._say(f"{number}-a", (first, second), one, topic, opens=True)
        self._line(f"{number}. {left}, while {self._say(f'{number}-b', (second, first), two, topic)}.")
        for bullet in range(1, self.random.choice((1, 2, 2)) + 1):
            self._bullet(f"{number}.{bullet}", topic)

    def _bullet(self, paragraph: str, topic: Topic) -> None:
        first, second = self._sides()
        answered = self.random.random() < WITH_REPLY
        clause = self.random.choice(ASKED if answered else ALONE)
        text = f"{self._say(f'{paragraph}-a', (first, second), clause, topic, opens=True)}."
        if answered:
            answer = self._say(f"{paragraph}-b", (second, first), REPLY, topic)
            self.statements[-1]["reply_to"] = f"{paragraph}-a"
            text = f"{text} In response, {answer}."
        self._line(f"° {text}")

    def _together(self, number: str) -> None:
        clauses = [TALKED]
        if self.random.random() < WITH_AGREEMENT:
            clauses.append(self.random.choice(AGREED))
        if self.random.random() < WITH_VIEW:
            clauses.append(SHARED)
        texts: list[str] = []
        for letter, clause in zip("abc", clauses, strict=False):
            topic = self.random.choice(LEAVES)
            said = clause.about(self._thing(topic), self.town, self.meeting.held)
            texts.append(f"The two sides {said.verb} {said.en}")
            self._add(f"{number}-{letter}", ("The two sides", self.known.sides), said, topic, texts[-1])
        self._line(f"{number}. {'. '.join(texts)}.")

    def _closing(self, number: str) -> None:
        town = self.random.choice(TOWNS)
        said = NEXT.about(Name(town.en, town.en), town, self.meeting.held)
        self._line(f"{number}. {said.en}.")
        self._add(f"{number}-a", ("", []), said, None, said.en)

    def _say(self, id_: str, sides: tuple[Side, Side], clause: Clause, topic: Topic, *, opens: bool = False) -> str:
        """The first side's clause, entered; and as it is printed."""
        own, other = sides
        said = clause.about(self._thing(topic), other.name, date(2031, self.random.randrange(1, 13), 1))
        label = own.label[0].upper() + own.label[1:] if opens else own.label
        quote = f"{label} {said.verb} {said.en}"
        self._add(id_, (own.label, [own.party]), said, topic, quote)
        if said.act == "request":
            self.statements[-1]["addressee"] = [other.party]
        return quote

    def _add(self, id_: str, speaker: tuple[str, list[str]], said: Clause, topic: Topic | None, quote: str) -> None:
        label, sides = speaker
        paragraph, conditions = id_.partition("-")[0], [said.condition] if said.condition else []
        told = Told(id_, paragraph, sides, said.act, said.verb, [topic.id] if topic else [], conditions, quote)
        self.known.statements.append(told)
        gist = {"en": said.en, "ko": said.ko}
        self.statements.append({**asdict(told), "speaker": label, "gist": gist})

    def _thing(self, topic: Topic) -> Name:
        """Something of a topic to talk about."""
        kind, noun, town = self.random.choice(KINDS), self.random.choice(NOUNS), self.random.choice(TOWNS)
        en = f"{kind.en} {topic.word.en} {noun.en} near {town.en}"
        return Name(en, f"{town.en} 인근 {kind.ko} {topic.word.ko} {noun.ko}")

    def _sides(self) -> tuple[Side, Side]:
        first, second = self.random.sample(self.meeting.sides, 2)
        return first, second

    def _line(self, text: str) -> None:
        self.lines += [text, ""]

    def _tree(self) -> dict[str, Any]:
        known, meeting = self.known, self.meeting
        host, guest = meeting.sides
        derived = {"en": "the year is taken from the date of publication", "ko": "연도는 발표일에서 추정"}
        held = {"date": known.held, "paragraph": "1", "quote": meeting.day, "derived": derived}
        place = {"name": asdict(self.town), "paragraph": "1", "quote": f"in {self.town.en}"}
        about = {"series": known.series, "name": asdict(meeting.name), "sides": known.sides}
        head = {"label": _whole(host.head[1]), "sides": [host.party], "person": host.head[1].id}
        names = ("id", "issuer", "published", "title", "status", "embargo_until")
        return {
            **{name: getattr(known, name) for name in names},
            "meetings": [{**about, "held": held, "place": place}],
            "speakers": [
                head,
                *({"label": side.label, "sides": [side.party]} for side in meeting.sides),
                {"label": "The two sides", "sides": known.sides},
            ],
            "participants": [
                self._participant(who, person)
                for who, person in zip(
                    known.attended,
                    (person for side in (host, guest) for _, person in (side.head, side.deputy)),
                    strict=True,
                )
            ],
            "statements": self.statements,
            "background": [{"paragraph": "1.1", "why": "entered under participants"}],
        }

    def _participant(self, who: Attended, person: Person) -> dict[str, Any]:
        quote = self.chaired if who.roles else self.met
        office = {"printed": person.office.en, "ko": person.office.ko}
        rest = {"printed": who.name, "office": office, "presence": "attended", "quote": quote}
        placed = asdict(who)
        del placed["name"]
        return {**placed, **rest}


def _whole(person: Person) -> str:
    return f"{person.office.en} {person.name}"


def yaml_lines(value: Mapping[str, Any] | list[Any], indent: int = 0) -> Iterator[str]:
    """``value`` as YAML, a line a scalar; what is empty is left out."""
    pad = " " * indent
    pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value if isinstance(value, list))
    for key, each in pairs:
        if each in (None, "", []):
            continue
        head = f"{pad}{key}:" if key else f"{pad}-"
        if isinstance(each, dict) and key is None:
            first, *rest = yaml_lines(each, indent + 2)
            yield f"{head} {first.lstrip()}"
            yield from rest
        elif isinstance(each, dict | list):
            yield head
            yield from yaml_lines(each, indent + 2)
        else:
            yield f"{head} {json.dumps(each, ensure_ascii=False)}"
