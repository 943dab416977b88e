"""Questions with what must, and what must never, be answered; and how an answer falls short of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bot.library.guarded_yaml import parse
from tests.shelves import console

HERE = Path(__file__).parent


@cache
def questions(name: str) -> tuple[dict[str, Any], ...]:
    """The questions of a file in this folder."""
    return tuple(parse((HERE / f"{name}.yaml").read_bytes(), name).tree["questions"])


def answer_to(question: str, data: Path) -> dict[str, Any]:
    """The answer to a question in words, as the command line gives it."""
    answer: dict[str, Any] = json.loads(console(data).reply(question, None, as_json=True).text)
    return answer


def shortfalls(expected: dict[str, Any], answer: dict[str, Any]) -> Iterator[str]:
    """Everything in which an answer is not as it must be."""
    outcomes = expected["outcome"] if isinstance(expected["outcome"], list) else [expected["outcome"]]
    if answer["outcome"] not in outcomes:
        yield f"outcome {answer['outcome']}, not {' or '.join(outcomes)}"
    cited = [citation["paragraph"] for citation in answer["citations"]]
    if expected.get("cites") == [] and cited:
        yield f"cites {cited}, not nothing"
    yield from (f"does not cite {wanted}" for wanted in expected.get("cites", ()) if wanted not in cited)
    shown = [statement["id"] for statement in answer["statements"]]
    if "shows" in expected and sorted(shown) != sorted(expected["shows"]):
        yield f"shows {shown}, not {expected['shows']}"
    releases = {citation["release"] for citation in answer["citations"]}
    if "from" in expected and not releases <= {expected["from"]}:
        yield f"is from {sorted(releases)}, not from {expected['from']}"
    spoken_from = {statement["paragraph"] for statement in answer["statements"]}
    yield from (f"has a statement from {ref}" for ref in expected.get("not_from", ()) if ref in spoken_from)
    yield from (f"does not say “{part}”" for part in expected.get("says", ()) if part not in answer["text"])
    yield from (f"says “{part}”" for part in expected.get("never", ()) if part in answer["text"])
    denial = ("No", "The release does not say that", "아니요", "보도자료는 물으신 말 그대로", "보도자료는 그렇게")
    if answer["outcome"] == "denied" and not answer["text"].startswith(denial):
        yield f"denies without saying so: {answer['text'].splitlines()[0]}"
    if answer["outcome"] != "answered" and answer["text"].startswith(("Yes", "네")):
        yield "opens with a yes"
