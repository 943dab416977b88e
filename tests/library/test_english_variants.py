"""An English gist may say what its quote says the other way round, as long as everybody keeps their part."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}
QUOTES = {
    "owned": "the Dravonian government's efforts for clean ports",
    "two": "that loans would help Verelia and Dravonia's economies grow together",
    "asked": "Dravonia's support for Ketmar's bid for a canal",
    "led": "that Dravonia-led consultative mechanisms are playing important roles at sea",
    "means": "the need to solve the toll dispute through efforts to ease tension at sea and dialogue among ports",
    "short": "support for the Harbour Outlook on Salt (HOS) announced by Dravonia",
}
HONEST = [
    ("owned", "the efforts of the Dravonian government for clean ports"),
    ("two", "that loans would help the economies of Verelia and Dravonia grow together"),
    ("two", "that loans would help the economies of Verelia and of Dravonia to grow together"),
    ("asked", "the support of Dravonia for Ketmar's bid for a canal"),
    ("asked", "the support of Dravonia for the bid of Ketmar for a canal"),
    ("led", "that consultative mechanisms led by Dravonia are playing important roles at sea"),
    ("led", "that mechanisms of consultation led by Dravonia are playing important roles at sea"),
    ("means", "the need to solve the toll dispute through dialogue among ports and efforts to ease tension at sea"),
    ("short", "support for the HOS announced by Dravonia"),
    ("short", "support for the Harbour Outlook on Salt announced by Dravonia"),
]
TURNED = [
    ("owned", "the ports' efforts for a clean Dravonian government"),
    ("owned", "the efforts of clean ports for the Dravonian government"),
    ("two", "that the economies of Verelia and Dravonia would help loans grow together"),
    ("asked", "the support of Ketmar for Dravonia's bid for a canal"),
    ("asked", "the bid of Dravonia for Ketmar's support for a canal"),
    ("led", "that consultative roles led by Dravonia are playing important mechanisms at sea"),
    ("led", "that Dravonia led by consultative mechanisms is playing important roles at sea"),
    ("means", "the need to ease tension at sea through efforts to solve the toll dispute and dialogue among ports"),
    ("means", "the need to solve the toll dispute through dialogue to ease tension at sea and efforts among ports"),
    ("short", "support for Dravonia announced by the HOS"),
]


def gist_faults(tmp_path: Path, content: str, gist: str) -> list[str]:
    """What is said of the English gist of something that the Verelian side explains."""
    statement = {
        "speaker": VERELIA["label"],
        "sides": VERELIA["sides"],
        "act": "information",
        "verb": "explained",
        "gist": {"en": gist, "ko": "이에 대해"},
    }
    sentence = f"The Verelian side explained {content}."
    found = faults_of(tmp_path, sentence, speakers=(VERELIA,), statements=(statement,))
    return [fault for fault in found if ".gist.en" in fault]


@pytest.mark.parametrize(("quote", "gist"), HONEST)
def test_the_same_said_otherwise_is_accepted(tmp_path: Path, quote: str, gist: str) -> None:
    assert gist_faults(tmp_path, QUOTES[quote], gist) == []


@pytest.mark.parametrize(("quote", "gist"), TURNED)
def test_another_thing_said_with_the_same_words_is_refused(tmp_path: Path, quote: str, gist: str) -> None:
    assert gist_faults(tmp_path, QUOTES[quote], gist) != []
