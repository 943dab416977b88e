"""Nothing that a side says is hidden: not as background, not in another meeting, not under half a quote."""

from __future__ import annotations

from pathlib import Path

from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}
SENTENCE = "The Verelian side said that the ferry would run until the winter tests are complete."


def stated(quote: str) -> dict[str, object]:
    return {
        "speaker": "The Verelian side",
        "sides": ["verelia"],
        "act": "information",
        "verb": "said",
        "quote": quote,
        "gist": {"en": quote.partition("said ")[2], "ko": "여객선을 겨울 시험이 끝날 때까지 운항할 것이라고"},
    }


def background(quote: str, verb: str) -> dict[str, object]:
    return {"act": "background", "verb": verb, "quote": quote, "gist": {"en": quote, "ko": "겨울 시험이 끝날 때까지"}}


def test_the_end_of_what_a_side_says_is_not_background(tmp_path: Path) -> None:
    short = "The Verelian side said that the ferry would run"
    rest = background("until the winter tests are complete", "are complete")
    found = faults_of(tmp_path, SENTENCE, speakers=(VERELIA,), statements=(stated(short), rest))
    assert "statements[1].quote: these words go on what '1-a' says; put them into its quote" in found


def test_what_a_side_says_is_not_background_from_its_beginning(tmp_path: Path) -> None:
    whole = background(SENTENCE.rstrip("."), "said")
    (found,) = [f for f in faults_of(tmp_path, SENTENCE, speakers=(VERELIA,), statements=(whole,)) if ".act" in f]
    assert found == "statements[0].act: 'The Verelian side' 'said' something here; that is a statement, not background"


def test_a_paragraph_in_which_a_side_speaks_is_no_background(tmp_path: Path) -> None:
    (found,) = faults_of(tmp_path, SENTENCE, speakers=(VERELIA,))
    assert found == "statements: ¶1: is no mere background: 'The Verelian side said …'; add a statement"


def test_a_label_in_what_a_sentence_opens_with_is_not_its_subject(tmp_path: Path) -> None:
    sentence = "At the invitation of Minister Brisk, the Verelian side said that the ferry would run."
    brisk = {"label": "Minister Brisk", "sides": ["verelia"], "person": "lucan-brisk"}
    entered = stated("the Verelian side said that the ferry would run") | {"speaker": "the Verelian side"}
    found = faults_of(tmp_path, sentence, speakers=(VERELIA, brisk), statements=(entered,))
    assert [fault for fault in found if fault.startswith("statements[0].speaker")] == []


def test_a_counterpart_is_the_other_side(tmp_path: Path) -> None:
    sentence = "The Verelian side and its host discussed ferries."
    both = {"label": "The Verelian side and its host", "sides": ["verelia", "dravonia"]}
    entered = {
        "speaker": both["label"],
        "sides": both["sides"],
        "act": "discussion",
        "verb": "discussed",
        "gist": {"en": "ferries", "ko": "여객선을"},
    }
    assert faults_of(tmp_path, sentence, speakers=(both,), statements=(entered,)) == []


def test_a_clause_within_has_a_subject_of_its_own(tmp_path: Path) -> None:
    sentence = "The Verelian side proposed a round in Port Ambre, to which the Dravonian side agreed."
    other = {"label": "the Dravonian side", "sides": ["dravonia"]}
    proposed = {
        "speaker": "The Verelian side",
        "sides": ["verelia"],
        "act": "proposal",
        "verb": "proposed",
        "quote": "The Verelian side proposed a round in Port Ambre",
        "gist": {"en": "a round in Port Ambre", "ko": "포트앙브르에서 회담을 열자고"},
    }
    agreed = {
        "speaker": "the Dravonian side",
        "sides": ["dravonia"],
        "act": "endorsement",
        "verb": "agreed",
        "quote": "to which the Dravonian side agreed",
        "gist": {"en": "to which", "ko": "이에"},
    }
    true = faults_of(tmp_path, sentence, speakers=(VERELIA, other), statements=(proposed, agreed))
    false = agreed | {"speaker": "The Verelian side", "sides": ["verelia"], "quote": sentence.rstrip(".")}
    wrong = faults_of(tmp_path, sentence, speakers=(VERELIA, other), statements=(proposed, false))
    assert [fault for fault in true if ".speaker" in fault or ".act" in fault] == []
    assert [fault for fault in wrong if fault.startswith("statements[1]")] != []


def test_what_is_told_by_another_is_not_the_narrators(tmp_path: Path) -> None:
    sentence = "According to the Verelian side, the ferry runs in winter."
    told = {
        "act": "background",
        "verb": "runs",
        "gist": {"en": "the ferry runs in winter", "ko": "여객선은 겨울에 운항"},
    }
    (found,) = faults_of(tmp_path, sentence, speakers=({**VERELIA, "label": "the Verelian side"},), statements=(told,))
    assert found == "statements[0].act: 'According to' tells what somebody says; that is a statement"
