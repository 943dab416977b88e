"""A release of one paragraph, to see what the checks say of one sentence: Brisk is Verelia's, Marrow Dravonia's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.errors import FaultsError
from bot.library.checking import checked_release
from bot.library.lexicon import lexicon_of
from tests.shelves import FICTION, vocabulary

ID = "2031-09-21-talks"
MINISTER = {"printed": "Foreign Minister", "ko": "외교장관"}


def faults_of(
    tmp_path: Path,
    sentence: str,
    *,
    participants: tuple[dict[str, Any], ...] = (),
    statements: tuple[dict[str, Any], ...] = (),
    speakers: tuple[dict[str, Any], ...] = (),
    meeting: dict[str, Any] | None = None,
) -> list[str]:
    """The faults of a release that says just ``sentence``, "place: message".

    A statement's id and quote are added. Its topics are looked at only where a statement names some.
    """
    body: dict[str, Any] = {
        "id": ID,
        "issuer": "verelia-mfa",
        "published": "2031-09-21",
        "title": "Foreign Minister Talks with Dravonia",
        "meetings": [{"series": "talks", "name": {"en": "talks", "ko": "회담"}, "sides": ["verelia", "dravonia"]}],
        "speakers": list(speakers),
        "participants": [{"paragraph": "1", "quote": sentence.rstrip("."), **each} for each in participants],
        "statements": [
            {"id": f"1-{'abcdef'[i]}", "paragraph": "1", "quote": sentence.rstrip("."), "topics": ["relations"], **each}
            for i, each in enumerate(statements)
        ],
    }
    body["meetings"][0].update(meeting or {})
    if not statements:
        body["background"] = [{"paragraph": "1", "why": "entered under participants"}]
    (tmp_path / "releases").mkdir(exist_ok=True)
    (tmp_path / "sources").mkdir(exist_ok=True)
    (tmp_path / "sources" / f"{ID}.txt").write_text(f"{body['title']}\nDate\n2031-09-21\n\n1. {sentence}\n", "utf-8")
    path = tmp_path / "releases" / f"{ID}.yaml"
    path.write_text(json.dumps(body, ensure_ascii=False, indent=1), "utf-8")
    try:
        checked_release(path, tmp_path, lexicon_of(vocabulary(FICTION)))
    except FaultsError as error:
        found = [f"{fault.place}: {fault.message}" for fault in error.faults]
        asked = any("topics" in each for each in statements)
        return [fault for fault in found if asked or ".topics" not in fault.partition(":")[0]]
    return []


def attended(name: str, **more: object) -> dict[str, Any]:
    """Somebody said to have been there: "Sela Marrow" of Dravonia, or "Lucan Brisk" of Verelia."""
    person = name.lower().replace(" ", "-")
    party = "verelia" if person in ("lucan-brisk", "mira-castellane", "teodor-vane") else "dravonia"
    return {"person": person, "printed": name, "party": party, "side": party, "presence": "attended", **more}
