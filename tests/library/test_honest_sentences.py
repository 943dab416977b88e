"""Sentences of the genre that are entered as the guide says, and what is still refused of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.cards.statement import verb_of
from bot.model.release import Statement
from bot.model.value import Locale
from tests.library.one_sentence import faults_of
from tests.shelves import app

BOTH = {"label": "The two sides", "sides": ["verelia", "dravonia"]}
VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}
DRAVONIA = {"label": "The Dravonian side", "sides": ["dravonia"]}
EVERY = (BOTH, VERELIA, DRAVONIA)


def statement(quote: str, verb: str, act: str, speaker: dict[str, Any], **more: object) -> dict[str, Any]:
    """A statement with a gist that is not looked at."""
    gist = {"en": quote.partition(verb)[2].strip(" …"), "ko": "이에 대해"}
    whose = {"speaker": speaker["label"], "sides": speaker["sides"]}
    return {"quote": quote, "verb": verb, "act": act, "gist": gist, **whose, **more}


def faults(tmp_path: Path, sentence: str, *entered: dict[str, Any]) -> list[str]:
    """The faults of some statements of a sentence, those of their gists apart."""
    speakers = tuple(each for each in EVERY if str(each["label"]) in sentence)
    found = faults_of(tmp_path, sentence, speakers=speakers, statements=entered)
    return [fault for fault in found if ".gist" not in fault]


# one verb, two objects
FIRST = "The two sides agreed on the importance of free media"
SECOND = "The two sides agreed … to step up exchanges"


def test_of_one_verb_with_two_objects_the_second_is_what_follows_the_leap(tmp_path: Path) -> None:
    sentence = "The two sides agreed on the importance of free media, and to step up exchanges."
    view = statement(FIRST, "agreed", "shared_view", BOTH)
    assert faults(tmp_path, sentence, view, statement(SECOND, "agreed", "agreement", BOTH)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides agreed on the need to train nurses, and to step up exchanges.",
        "The two sides agreed on the importance of free media and to step up exchanges.",
        "The two sides agreed that media matter most if free to step up exchanges.",
    ],
)
def test_what_belongs_to_the_first_object_is_not_agreed_to(tmp_path: Path, sentence: str) -> None:
    found = faults(tmp_path, sentence, statement(SECOND, "agreed", "agreement", BOTH))
    assert [fault for fault in found if "is shared_view, not agreement" in fault] != [], found


# "It was agreed"
AGREED = "It was agreed that a hotline would open"


def impersonal(refers_to: dict[str, Any]) -> dict[str, Any]:
    """ "It was agreed …" as said by a label."""
    entered = statement(AGREED, "was agreed", "shared_view", refers_to)
    return {**entered, "speaker": "It", "refers_to": refers_to["label"]}


def test_it_was_agreed_tells_what_all_sides_did_whoever_spoke_last(tmp_path: Path) -> None:
    noted = statement("The Verelian side noted the delay", "noted", "information", VERELIA)
    two = "The two sides discussed ferries. The Verelian side noted the delay. It was agreed that a hotline would open."
    discussed = statement("The two sides discussed ferries", "discussed", "discussion", BOTH)
    assert faults(tmp_path, two, discussed, noted, impersonal(BOTH)) == []


def test_it_was_agreed_is_not_what_one_side_did(tmp_path: Path) -> None:
    two = "The Verelian side noted the delay. It was agreed that a hotline would open."
    noted = statement("The Verelian side noted the delay", "noted", "information", VERELIA)
    found = faults(tmp_path, two, noted, impersonal(VERELIA))
    assert [fault for fault in found if fault.startswith(("statements[1].refers_to", "statements[1].act"))] != []


@pytest.mark.parametrize(
    ("quote", "verb", "speaker", "shown"),
    [
        ("It was agreed that a hotline would open", "was agreed", "It", "agreed"),
        ("It was stressed by the Verelian side that", "was stressed", "the Verelian side", "stressed"),
        ("The two sides were committed to talks", "were committed", "The two sides", "were committed"),
    ],
)
def test_after_its_label_a_passive_reads_as_what_the_label_did(quote: str, verb: str, speaker: str, shown: str) -> None:
    entered = statement(quote, verb, "shared_view", {"label": speaker, "sides": ["verelia", "dravonia"]})
    read = Statement.model_validate({**entered, "id": "1-a", "paragraph": "1", "topics": ["relations"]})
    assert verb_of(read, app().languages[Locale.EN]) == shown


# whom a request is put to
def asked(tmp_path: Path, whom: str, addressee: list[str]) -> list[str]:
    """What is said of the addressee of something that the Verelian side urges."""
    sentence = f"The Verelian side urged {whom} to lower the tolls of Dravonia and Ketmar"
    found = faults(tmp_path, f"{sentence}.", statement(sentence, "urged", "request", VERELIA, addressee=addressee))
    return [fault for fault in found if ".addressee" in fault]


@pytest.mark.parametrize(
    ("whom", "addressee"),
    [("Dravonia", ["dravonia"]), ("donors", []), ("both", ["dravonia", "ketmar"]), ("them", ["dravonia"])],
)
def test_a_request_is_put_to_whom_the_text_names(tmp_path: Path, whom: str, addressee: list[str]) -> None:
    assert asked(tmp_path, whom, addressee) == []


@pytest.mark.parametrize(
    ("whom", "addressee", "words"),
    [
        ("donors", ["dravonia"], "put it to 'donors', which is no party"),
        ("all donors", ["dravonia"], "put it to 'all donors', which is no party"),
        ("both", ["ketmar"], "'both' are two"),
    ],
)
def test_a_request_is_put_to_nobody_else(tmp_path: Path, whom: str, addressee: list[str], words: str) -> None:
    assert [fault for fault in asked(tmp_path, whom, addressee) if words in fault] != []
