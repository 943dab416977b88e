"""To agree that something would be done is an agreement; that it is so, or would help, is a view."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.answers.asking.bearing import is_hedged, verb_bears_out
from bot.library.agreed_deeds import is_agreed_deed
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import Words
from tests.library.one_sentence import faults_of
from tests.library.test_honest_sentences import BOTH, DRAVONIA, VERELIA, faults, statement
from tests.shelves import DATA, vocabulary

DEEDS = (
    "a liaison office would be opened in the spring",
    "experts from the two coasts will meet twice a year",
    "the fund would be jointly held by the two banks",
    "no further levies would be imposed on grain",
    "they would promote youth exchanges",
)
VIEWS = (
    "a liaison office is needed",
    "a liaison office would be useful",
    "a new treaty would be required",
    "the fund would promote youth exchanges",
    "the border should be opened",
    "patience, which is rare, would be rewarded",
    "the strait would remain calm",
    "the route could be extended",
)


def joint(words: str, verb: str = "agreed") -> Statement:
    """What two sides see alike, in these words."""
    quote = f"The two sides {verb} that {words}"
    return Statement(
        id="1-a",
        paragraph="1",
        quote=quote,
        speaker="The two sides",
        sides=("verelia", "dravonia"),
        act=Act.SHARED_VIEW,
        verb=verb,
        topics=("relations",),
        gist=Words(en=f"that {words}", ko="이에 대해"),
    )


@pytest.mark.parametrize("words", DEEDS)
def test_a_deed_to_come_can_be_entered_as_an_agreement(tmp_path: Path, words: str) -> None:
    quote = f"The two sides agreed that {words}"
    assert faults(tmp_path, f"{quote}.", statement(quote, "agreed", "agreement", BOTH)) == []
    assert faults(tmp_path, f"{quote}.", statement(quote, "agreed", "shared_view", BOTH)) == []


@pytest.mark.parametrize("words", VIEWS)
def test_what_is_so_is_no_agreement(tmp_path: Path, words: str) -> None:
    quote = f"The two sides agreed that {words}"
    found = faults(tmp_path, f"{quote}.", statement(quote, "agreed", "agreement", BOTH))
    assert [fault for fault in found if "shared_view, not agreement" in fault] != [], found


def test_one_side_alone_makes_no_agreement_of_it(tmp_path: Path) -> None:
    quote = f"The Verelian side agreed that {DEEDS[0]}"
    assert faults(tmp_path, f"{quote}.", statement(quote, "agreed", "agreement", VERELIA)) != []


@pytest.mark.parametrize("words", DEEDS)
def test_a_view_of_a_deed_to_come_counts_as_agreed(words: str) -> None:
    known = vocabulary(DATA)
    cue = known.asking.act("agree")
    for verb in ("agreed", "decided"):
        assert is_agreed_deed(joint(words, verb), known.grammar)
    assert verb_bears_out(joint(words), cue, known, alone=False)


@pytest.mark.parametrize("words", VIEWS)
def test_a_view_of_what_is_so_does_not(words: str) -> None:
    known = vocabulary(DATA)
    assert not is_agreed_deed(joint(words), known.grammar)
    assert not verb_bears_out(joint(words), known.asking.act("agree"), known, alone=False)


@pytest.mark.parametrize("verb", ["agreed in principle", "did not agree", "tentatively agreed", "could have agreed"])
def test_nor_does_a_weakened_or_unreal_one(verb: str) -> None:
    assert not is_agreed_deed(joint(DEEDS[0], verb), vocabulary(DATA).grammar)


# "respectively"
SENTENCE = "The Verelian side and the Dravonian side stressed fair tolls and the safety of pilots, respectively."
TOGETHER = {"label": "The Verelian side and the Dravonian side", "sides": ["verelia", "dravonia"]}
FIRST = "The Verelian side … stressed fair tolls"
SECOND = "the Dravonian side stressed … the safety of pilots, respectively"


def shared(tmp_path: Path, sentence: str, *entered: dict[str, Any]) -> list[str]:
    """The faults of some statements of a sentence by two sides, those of their gists apart."""
    found = faults_of(tmp_path, sentence, speakers=(TOGETHER, VERELIA, DRAVONIA), statements=entered)
    return [fault for fault in found if ".gist" not in fault]


def stressed(quote: str, speaker: dict[str, Any]) -> dict[str, object]:
    """What a side stresses."""
    return statement(quote, "stressed", "emphasis", speaker)


def test_what_is_shared_out_is_no_joint_statement(tmp_path: Path) -> None:
    found = shared(tmp_path, SENTENCE, stressed(SENTENCE.rstrip("."), TOGETHER))
    assert [fault for fault in found if "enter 2 statements" in fault] != [], found


def test_each_part_is_entered_for_its_own_side(tmp_path: Path) -> None:
    assert shared(tmp_path, SENTENCE, stressed(FIRST, VERELIA), stressed(SECOND, DRAVONIA)) == []


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        ("The Verelian side … stressed … the safety of pilots", VERELIA),
        ("the Dravonian side stressed fair tolls", DRAVONIA),
        ("The Verelian side … stressed fair tolls and the safety of pilots, respectively", VERELIA),
    ],
)
def test_nor_for_the_other(tmp_path: Path, quote: str, speaker: dict[str, Any]) -> None:
    found = shared(tmp_path, SENTENCE, stressed(quote, speaker))
    assert [fault for fault in found if "quote just that" in fault] != [], found


def test_respectively_of_another_verb_shares_nothing_out(tmp_path: Path) -> None:
    first = "The Verelian side and the Dravonian side stressed fair tolls"
    second = "The Verelian side and the Dravonian side … welcomed the talks held in May and June, respectively"
    sentence = second.replace("… ", "stressed fair tolls, and ") + "."
    found = shared(tmp_path, sentence, stressed(first, TOGETHER), statement(second, "welcomed", "support", TOGETHER))
    assert [fault for fault in found if "1-a" in fault and "respectively" in fault] == []


def test_what_is_shared_out_is_no_yes() -> None:
    known = vocabulary(DATA)
    told = joint("x").model_copy(update={"quote": "The two sides stressed tolls and pilots, respectively"})
    assert is_hedged(told, (), known)
