"""Questions without end on a generated library, by the command or the option that they are for."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.clauses import AGREED, ALONE
from benchmarks.generate import KNOWLEDGE, STATES
from benchmarks.world import BLOC_ID, NOUNS, make_topics
from bot.model.question import Kind, Question
from bot.model.value import Locale

KINDS = (Kind.TOPIC, Kind.SIDE, Kind.WHO, Kind.RELEASE, Kind.CODE, Kind.PERSON, Kind.ISSUER, Kind.ACT)
KEPT = 2_000
"""Releases that questions are taken from."""
ACTS = sorted({clause.act for clause in (*ALONE, *AGREED)})


class Questions:
    """Draws questions; the same seed draws the same."""

    def __init__(self, data: Path, seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret depends on it
        with (data / KNOWLEDGE).open(encoding="utf-8") as knowledge:
            lines = [line for line, _ in zip(knowledge, range(KEPT), strict=False)]
        known: list[dict[str, Any]] = [json.loads(line) for line in lines]
        self.known = [one for one in known if one["status"] == "published" and not one["embargo_until"]]
        self.topics = [topic.id for topic in make_topics()]
        self.parties = [BLOC_ID, *(state.id for state in STATES)]
        self.people = [person.name for state in STATES for person in state.people]

    def of(self, command: str) -> Iterator[Question]:
        """Questions for one command, with options filled in now and then, in both languages."""
        while True:
            one = self.random.choice(self.known)
            options = {name: typed for name, typed in getattr(self, f"_{command}")(one).items() if typed}
            yield Question(command, options, self.random.choice(list(Locale)))

    def typed(self, kind: Kind) -> str:
        """What somebody has typed so far of a name of a kind, now and then with a slip."""
        one = self.random.choice(self.known)
        whole = {
            Kind.TOPIC: self._topic(),
            Kind.SIDE: self._party(),
            Kind.WHO: self.random.choice(self.people),
            Kind.PERSON: self.random.choice(self.people),
            Kind.RELEASE: self.random.choice((one["id"], one["title"], one["held"])),
            Kind.CODE: f"{one['id']} ¶{self.random.randrange(1, 5)}",
            Kind.ISSUER: one["issuer"],
            Kind.ACT: self.random.choice(ACTS),
        }[kind]
        begun = str(whole[: self.random.randrange(len(whole) + 1)])
        return f"{begun[:-2]}x{begun[-1:]}" if self.random.random() < 0.2 else begun

    def _now_and_then(self, typed: str) -> str:
        return typed if self.random.random() < 0.3 else ""

    def _topic(self) -> str:
        return self.random.choice(self.topics)

    def _party(self) -> str:
        return self.random.choice(self.parties)

    def _ask(self, one: dict[str, Any]) -> dict[str, str]:
        """In words of one's own: true, false, open, of a day, of somebody, of nothing that there is."""
        topic, party, person = self._topic(), self._party(), self.random.choice(self.people)
        day, said, noun = (
            one["held"] or one["published"],
            self.random.choice(one["statements"]),
            self.random.choice(NOUNS),
        )
        return {
            "question": self.random.choice(
                (
                    f"what did {party} say about {topic}?",
                    f"did {party} agree on {topic} in {day[:4]}",
                    f"Did the two sides commit to {noun.en}?",
                    f"who attended the meeting on {day}?",
                    f"was {person} there on {day}",
                    f"Is it true that {said['quote'].lower()}",
                    f"why did {party} propose {noun.en} on {topic}?",
                    f"what was agreed in {one['id']}",
                    f"where was the {one['series'].replace('-', ' ')} held in {day[:4]}?",
                    f"{topic} {party}",
                    "did anyone condemn the moon landing?",
                    f"{topic}에 대해 {party}는 뭐라고 했나요?",
                    f"양측이 {noun.ko}에 합의했나요?",
                    f"{day[:4]}년 {int(day[5:7])}월 {int(day[8:])}일 회의에 누가 참석했어?",
                    f"{person} 참석했어?",
                )
            )
        }

    def _release(self, one: dict[str, Any]) -> dict[str, str]:
        return {"release": self._now_and_then(one["id"])}

    def _attendance(self, one: dict[str, Any]) -> dict[str, str]:
        who = (self.random.choice(self.people), self._party(), "co-chair", "the minister", "")
        return {"who": self.random.choice(who), **self._release(one)}

    def _agreed(self, one: dict[str, Any]) -> dict[str, str]:
        return {"topic": self._now_and_then(self._topic()), **self._release(one)}

    def _positions(self, one: dict[str, Any]) -> dict[str, str]:
        return {"topic": self._topic(), "side": self._now_and_then(self._party()), **self._release(one)}

    def _compare(self, one: dict[str, Any]) -> dict[str, str]:
        return {"topic": self._topic(), "other": self._now_and_then(one["id"])}

    def _timeline(self, _: dict[str, Any]) -> dict[str, str]:
        return {"topic": self._topic(), "side": self._now_and_then(self._party())}

    def _verify(self, one: dict[str, Any]) -> dict[str, str]:
        said = self.random.choice(one["statements"])
        words = said["quote"].split()
        if self.random.random() < 0.4:
            words[self.random.randrange(len(words))] = "herring"
        start = self.random.randrange(max(1, len(words) // 2))
        quoted = f"{self._party()} said “{' '.join(words[start:])}”"
        return {"quote": quoted, "said_by": self._now_and_then(self._party())}

    def _words(self) -> str:
        noun = self.random.choice(NOUNS)
        return self.random.choice((noun.en, noun.ko, f"{noun.en} priority", "“should remain a priority”", "should the"))

    def _filters(self) -> dict[str, str]:
        year = self.random.randrange(2031, 2055)
        return {
            "topic": self._now_and_then(self._topic()),
            "party": self._now_and_then(self._party()),
            "act": self._now_and_then(self.random.choice(ACTS)),
            "since": self._now_and_then(f"{year}"),
            "until": self._now_and_then(f"{year + 2}-06"),
        }

    def _search(self, _: dict[str, Any]) -> dict[str, str]:
        return {"words": self._words(), **self._filters()}

    def _statements(self, _: dict[str, Any]) -> dict[str, str]:
        return {"words": self._now_and_then(self._words()), **self._filters()}

    def _person(self, _: dict[str, Any]) -> dict[str, str]:
        return {"who": self.random.choice(self.people)}

    def _cite(self, one: dict[str, Any]) -> dict[str, str]:
        return {"code": f"{one['id']} ¶{self.random.choice(one['statements'])['paragraph']}"}

    def _coverage(self, _: dict[str, Any]) -> dict[str, str]:
        return {}

    def _help(self, _: dict[str, Any]) -> dict[str, str]:
        return {}
