"""Makes a library of fictional releases, valid under `python -m bot check`, and what it knows of them beside.

    python -m benchmarks.generate DIR [--releases 1000] [--seed 1]

`DIR/knowledge.jsonl` has one line a release: what was put into it, so that answers can be checked against it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.draft import TOPICS, Draft, Known, Meeting, Side, yaml_lines
from benchmarks.world import BLOC, BLOC_ID, BLOC_LABEL, MEMBERS, Name, State, make_states

FIRST_DAY = date(2031, 1, 5)
DAYS = 9_000
DAYS_TO_PUBLISH = 3
WITH_BLOC, TOLD_AGAIN = 0.2, 0.05
KNOWLEDGE = "knowledge.jsonl"
STATES = make_states()


class Generator:
    """Makes meetings one after another; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret depends on it
        self._taken: set[str] = set()

    def meetings(self) -> Iterator[Meeting]:
        """Meetings without end, each of a series on a day of its own; some told by both sides."""
        while True:
            held = FIRST_DAY + timedelta(days=self.random.randrange(DAYS))
            host, guest = self.random.sample(STATES, 2)
            if self.random.random() < WITH_BLOC:
                host = self.random.choice(STATES[MEMBERS:])
                series, other = f"{host.id}-cairn-forum", self._bloc()
                name = Name(f"{host.name.en}-Union Forum", f"{host.name.ko}-케언 포럼")
            else:
                series, other = f"{host.id}-{guest.id}", self._side(guest)
                name = Name(f"{host.name.en}-{guest.name.en} Talks", f"{host.name.ko}-{guest.name.ko} 회담")
            published = held + timedelta(days=self.random.randrange(DAYS_TO_PUBLISH))
            if f"{published}-{series}" in self._taken:
                continue
            self._taken.add(f"{published}-{series}")
            meeting = Meeting(series, name, (self._side(host), other), held, published, host, again=False)
            yield meeting
            if other.party != BLOC_ID and self.random.random() < TOLD_AGAIN:
                sides = (meeting.sides[1], meeting.sides[0])
                yield Meeting(series, name, sides, held, published, guest, again=True)

    def _side(self, state: State) -> Side:
        head, deputy = state.people[0], state.people[1]
        return Side(state.id, state.name, f"the {state.adjective} side", (state, head), (state, deputy))

    def _bloc(self) -> Side:
        first, second = self.random.sample(STATES[:MEMBERS], 2)
        return Side(BLOC_ID, BLOC, BLOC_LABEL, (first, first.people[0]), (second, second.people[1]))


def vocabulary() -> dict[str, dict[str, Any]]:
    """The files of the vocabulary, by name."""
    parties: list[dict[str, Any]] = [
        {"id": BLOC_ID, "kind": "organisation", "name": asdict(BLOC), "aliases": {"en": ["Union", "the Union"]}}
    ]
    for number, state in enumerate(STATES):
        member = {"member_of": [{"party": BLOC_ID}]} if number < MEMBERS else {}
        aliases = {"en": [state.adjective]}
        parties.append({"id": state.id, "kind": "state", "name": asdict(state.name), "aliases": aliases, **member})
    issuers = [
        {
            "id": f"{state.id}-mfa",
            "name": {"en": f"{state.adjective} Foreign Ministry", "ko": f"{state.name.ko} 외교부"},
            "party": state.id,
        }
        for state in STATES
    ]
    people = [
        {"id": person.id, "name": person.name, "family_name": person.family, "party": state.id}
        for state in STATES
        for person in state.people
    ]
    topics = [
        {
            "id": topic.id,
            "name": asdict(topic.name),
            "parent": topic.parent,
            "aliases": {"en": [topic.word.en, f"{topic.word.en} matters"]},
        }
        for topic in TOPICS
    ]
    return {
        "parties": {"parties": parties, "issuers": issuers},
        "people": {"people": people},
        "topics": {"topics": topics},
    }


def generate(folder: Path, releases: int, seed: int = 1) -> tuple[Known, ...]:
    """Writes a data folder with so many releases, and what is known of them."""
    world = Generator(seed)
    for name in ("releases", "sources", "vocabulary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, tree in vocabulary().items():
        (folder / "vocabulary" / f"{name}.yaml").write_text("\n".join(yaml_lines(tree)) + "\n", encoding="utf-8")
    every: list[Known] = []
    with (folder / KNOWLEDGE).open("w", encoding="utf-8") as knowledge:
        for meeting, _ in zip(world.meetings(), range(releases), strict=False):
            draft = Draft(meeting, world.random)
            known = draft.known
            (folder / "releases" / f"{known.id}.yaml").write_text(draft.file(), encoding="utf-8")
            (folder / "sources" / f"{known.id}.txt").write_text(draft.source(), encoding="utf-8")
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
