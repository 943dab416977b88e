"""What a verb can be: never more than the words beside it and after it let it be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.one_sentence import faults_of

BOTH = {"label": "The two sides", "sides": ["verelia", "dravonia"]}
VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}


def said(tmp_path: Path, sentence: str, verb: str, act: str) -> list[str]:
    """The faults of a sentence of the two sides, or of the Verelian side, read as ``act``; those of its gist apart."""
    speaker = BOTH if sentence.startswith("The two sides") else VERELIA
    content = sentence.rstrip(".").removeprefix(str(speaker["label"])).strip()
    gist = {"en": content.partition(verb)[2].strip() or content, "ko": "이에 대해"}
    statement = {
        "speaker": speaker["label"],
        "sides": speaker["sides"],
        "act": act,
        "verb": verb,
        "gist": gist,
    }
    found = faults_of(tmp_path, sentence, speakers=(speaker,), statements=(statement,))
    return [fault for fault in found if ".gist" not in fault]


RIGHT = [
    ("The two sides agreed to open a ferry line.", "agreed", "agreement"),
    ("The two sides agreed to consider a ferry line.", "agreed", "agreement"),
    ("The two sides agreed on a plan for the ferry line.", "agreed", "agreement"),
    ("The two sides agreed on a plan for the ferry line.", "agreed", "shared_view"),
    ("The two sides agreed on three joint measures.", "agreed", "agreement"),
    ("The two sides agreed on the great importance of ferries.", "agreed", "shared_view"),
    ("The two sides agreed on how much ferries matter.", "agreed", "shared_view"),
    ("The two sides agreed upon the view that ferries matter.", "agreed", "shared_view"),
    ("The two sides agreed that ferries matter.", "agreed", "shared_view"),
    ("The two sides agreed ferries matter.", "agreed", "shared_view"),
    ("The two sides agreed, among other things, that ferries matter.", "agreed", "shared_view"),
    ("The two sides agreed, as a first step, to open a ferry line.", "agreed", "agreement"),
    ("The two sides agreed once again to open a ferry line.", "agreed", "agreement"),
    ("The two sides agreed in principle to open a ferry line.", "agreed in principle", "shared_view"),
    ("The two sides tentatively agreed to open a ferry line.", "tentatively agreed", "shared_view"),
    ("The two sides have yet to agree on a ferry line.", "yet to agree", "information"),
    ("The two sides could agree to a ferry line.", "could agree", "information"),
    ("The two sides will discuss a ferry line.", "will discuss", "information"),
    ("The two sides agreed to disagree on ferries.", "agreed", "information"),
    ("The two sides noted the visit of the ferry.", "noted", "information"),
    ("The Verelian side said that ferry prices rose.", "said", "information"),
    ("The Verelian side reaffirmed its support for the ferry line.", "reaffirmed", "support"),
    ("The Verelian side reaffirmed its commitment to the ferry line.", "reaffirmed", "commitment"),
    ("The Verelian side reaffirmed Verelia's readiness to open a ferry line.", "reaffirmed", "commitment"),
    ("The Verelian side reaffirmed the Verelian government's firm support for ferries.", "reaffirmed", "support"),
    ("The Verelian side reaffirmed Dravonia's readiness to open a ferry line.", "reaffirmed", "information"),
    ("The Verelian side reaffirmed that ferry prices rose.", "reaffirmed", "information"),
    ("The Verelian side noted the importance of ferries.", "noted", "emphasis"),
    ("The Verelian side said that it would pay for the ferry.", "said", "commitment"),
    ("The Verelian side noted with concern the price of ferries.", "noted with concern", "concern"),
]
WRONG = [
    ("The two sides have yet to agree to a ferry line.", "yet to agree", "agreement"),
    ("The two sides could agree to open a ferry line.", "could agree", "agreement"),
    ("The two sides will agree to open a ferry line.", "will agree", "agreement"),
    ("The two sides nearly agreed to open a ferry line.", "nearly agreed", "agreement"),
    ("The two sides hardly agreed to open a ferry line.", "hardly agreed", "agreement"),
    ("The two sides almost agreed to open a ferry line.", "agreed", "agreement"),
    ("The two sides tentatively agreed to open a ferry line.", "tentatively agreed", "agreement"),
    ("The two sides tentatively agreed to open a ferry line.", "agreed", "shared_view"),
    ("The two sides agreed in principle to open a ferry line.", "agreed in principle", "agreement"),
    ("The two sides tentatively agreed to open a ferry line.", "tentatively agreed", "information"),
    ("The two sides agreed in principle to open a ferry line.", "agreed in principle", "information"),
    ("The Verelian side reaffirmed Dravonia's readiness to open a ferry line.", "reaffirmed", "commitment"),
    ("The two sides agreed to disagree on ferries.", "agreed", "agreement"),
    ("The two sides agreed on how much ferries matter.", "agreed", "agreement"),
    ("The two sides agreed on the view that ferries matter.", "agreed", "agreement"),
    ("The two sides agreed on the importance of joint measures.", "agreed", "agreement"),
    ("The two sides agreed on the need for a plan.", "agreed", "agreement"),
    ("The two sides agreed, in the end, that ferries matter.", "agreed", "agreement"),
    ("The two sides were urged to open a ferry line.", "were urged", "request"),
    ("The two sides noted the visit of the ferry.", "noted", "commitment"),
    ("The two sides noted the visit of the ferry.", "noted", "concern"),
    ("The two sides noted the visit of the ferry.", "noted", "shared_view"),
    ("The Verelian side said that ferry prices rose.", "said", "appreciation"),
    ("The Verelian side reaffirmed that ferry prices rose.", "reaffirmed", "support"),
    ("The Verelian side reaffirmed that ferry prices rose.", "reaffirmed", "commitment"),
    ("The Verelian side would support the ferry line.", "would support", "support"),
    ("The Verelian side may have pledged a ferry.", "may have pledged", "commitment"),
    ("The Verelian side is expected to stress the price of ferries.", "expected to stress", "emphasis"),
]


@pytest.mark.parametrize(("sentence", "verb", "act"), RIGHT)
def test_what_the_words_are_is_accepted(tmp_path: Path, sentence: str, verb: str, act: str) -> None:
    assert said(tmp_path, sentence, verb, act) == []


@pytest.mark.parametrize(("sentence", "verb", "act"), WRONG)
def test_more_than_the_words_are_is_refused(tmp_path: Path, sentence: str, verb: str, act: str) -> None:
    found = said(tmp_path, sentence, verb, act)
    assert [
        fault for fault in found if fault.startswith(("statements[0].act", "statements[0].verb", "statements[0].spe"))
    ] != []
