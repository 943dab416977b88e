"""Who was there: only the one of whom the sentence says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.library.one_sentence import attended, faults_of

THERE = [
    "Foreign Minister Lucan Brisk met Foreign Minister Sela Marrow in Port Ambre.",
    "Foreign Minister Lucan Brisk met with his Dravonian counterpart, Foreign Minister Sela Marrow, on the ferry line.",
    "Foreign Minister Lucan Brisk exchanged views with Sela Marrow on the ferry line.",
    "Talks were held between Lucan Brisk and Sela Marrow.",
    "Lucan Brisk held talks in Port Ambre with Sela Marrow, Foreign Minister of Dravonia.",
    "Lucan Brisk had a telephone conversation with Foreign Minister of Dravonia Sela Marrow.",
    "Lucan Brisk called Sela Marrow by telephone to speak of the ferry line.",
    "Foreign Minister Sela Marrow paid a courtesy call on Lucan Brisk.",
    "Lucan Brisk paid a courtesy call on Foreign Minister Sela Marrow.",
    "Lucan Brisk welcomed Foreign Minister Sela Marrow to the Ministry.",
    "Present were Lucan Brisk and Sela Marrow.",
    "Lucan Brisk and Sela Marrow met for two hours.",
    "The talks were attended by Lucan Brisk, Foreign Minister, and Sela Marrow.",
    "Lucan Brisk received Sela Marrow in Port Ambre.",
    "Over lunch, Lucan Brisk talked with Sela Marrow about ferries.",
    "The Foreign Minister of Dravonia, Sela Marrow, visited Port Ambre.",
    "Lucan Brisk consulted by video link with Foreign Minister Sela Marrow.",
    "The third round of consultations was chaired by Lucan Brisk and Sela Marrow.",
    "Sela Marrow (Dravonia) took part in the round.",
    "Lucan Brisk sat down for an hour of talks with Sela Marrow.",
    "Ambassador to Verelia Sela Marrow accompanied Lucan Brisk.",
    "Sela Marrow sat in on the meeting.",
    "Also present was Foreign Minister Sela Marrow.",
    "Sela Marrow, who had attended the forum last year, took part in the talks.",
    "In the absence of Lucan Brisk, Sela Marrow took part in the talks.",
    "Lucan Brisk hosted a dinner for Sela Marrow.",
    "Ambassador of Dravonia to the Sarn League Sela Marrow also attended the meeting.",
    "Ambassador of Dravonia to the Sarn League Sela Marrow and Director for Ports Lucan Brisk also attended.",
    "Lucan Brisk held talks with Secretary of State for External Relations of Dravonia Sela Marrow.",
    "Sela Marrow joined the meeting by video link.",
    "Sela Marrow took part by video link.",
]
ELSEWHERE = [
    "Foreign Minister Lucan Brisk met the deputy of Sela Marrow in Port Ambre.",
    "Foreign Minister Lucan Brisk met envoys of Foreign Minister Sela Marrow.",
    "Lucan Brisk met Sela Marrow's envoys.",
    "Lucan Brisk met the husband of Sela Marrow.",
    "The meeting discussed a letter from Sela Marrow.",
    "The meeting heard a message from Foreign Minister Sela Marrow.",
    "Lucan Brisk held talks with an adviser to Sela Marrow.",
    "Lucan Brisk met Sela Marrow last year.",
    "Lucan Brisk will meet Sela Marrow in Port Ambre.",
    "The chief of staff of Sela Marrow attended the meeting.",
    "Sela Marrow's chief of staff attended the meeting.",
    "The meeting prepared the visit of Sela Marrow.",
    "Lucan Brisk did not meet Sela Marrow.",
    "Lucan Brisk welcomed Sela Marrow's proposal.",
    "Lucan Brisk called Sela Marrow a friend of Verelia.",
    "Lucan Brisk held talks on behalf of Sela Marrow.",
    "Lucan Brisk spoke about Sela Marrow.",
    "The meeting thanked Sela Marrow.",
    "Lucan Brisk is scheduled to hold talks with Sela Marrow.",
    "Lucan Brisk discussed the remarks of Sela Marrow with officials.",
    "Lucan Brisk met officials close to Sela Marrow.",
    "Nobody knew whether Sela Marrow attended the talks.",
    "Everyone except Sela Marrow took part in the talks.",
    "Sela Marrow skipped the talks that Lucan Brisk attended.",
    "Lucan Brisk had met Sela Marrow on an earlier occasion.",
    "Lucan Brisk met Sela Marrow at the previous round.",
    "Lucan Brisk will be accompanied on his next visit by Sela Marrow.",
    "Lucan Brisk agreed to meet Sela Marrow.",
    "The envoy of Ambassador of Dravonia to the Sarn League Sela Marrow attended the meeting.",
    "Lucan Brisk met the deputy of Secretary of State for External Relations Sela Marrow.",
    "Sela Marrow was represented by video link operators.",
]


def of_her(faults: list[str]) -> list[str]:
    """The faults of Sela Marrow's entry; that others named are not entered is another matter."""
    return [fault for fault in faults if fault.startswith("participants[0]")]


@pytest.mark.parametrize("sentence", THERE)
def test_one_who_is_said_to_have_been_there_may_be_entered_so(tmp_path: Path, sentence: str) -> None:
    assert of_her(faults_of(tmp_path, sentence, participants=(attended("Sela Marrow"),))) == []


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_one_who_is_only_spoken_of_may_not(tmp_path: Path, sentence: str) -> None:
    (fault,) = of_her(faults_of(tmp_path, sentence, participants=(attended("Sela Marrow"),)))
    assert fault.startswith("participants[0].presence: ¶1 does not say that 'Sela Marrow' was there")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lucan Brisk held talks between Verelia and Dravonia. Dravonia was not a party to the lunch.",
        "Talks were held between Lucan Brisk and envoys of Dravonia. Dravonia itself was not present.",
    ],
)
def test_another_sentence_that_names_a_party_does_not_place_it(tmp_path: Path, sentence: str) -> None:
    quote = sentence.split(". ")[1].rstrip(".")
    entry = {**attended("Dravonia", party="dravonia"), "quote": quote}
    assert any(
        "does not say that 'Dravonia' was there" in fault for fault in of_her(_faults(tmp_path, sentence, entry))
    )
    absent = {**entry, "presence": "absent"}
    assert not [fault for fault in of_her(_faults(tmp_path, sentence, absent)) if ".presence" in fault]


def test_one_who_attended_is_not_absent_because_somebody_else_was(tmp_path: Path) -> None:
    sentence = "Sela Marrow also attended the meeting, while the World Tide Office was unable to attend."
    entry = {**attended("Sela Marrow"), "presence": "absent"}
    assert any("was there, not absent" in fault for fault in of_her(_faults(tmp_path, sentence, entry)))


def test_a_courtesy_call_beside_a_meeting_is_not_the_meeting(tmp_path: Path) -> None:
    sentence = (
        "Lucan Brisk and Ivo Tarrant held talks. Ivo Tarrant paid a courtesy call on Sela Marrow on the same day."
    )
    called = {**attended("Sela Marrow"), "quote": "Ivo Tarrant paid a courtesy call on Sela Marrow on the same day"}
    brisk = {**attended("Lucan Brisk"), "quote": "Lucan Brisk and Ivo Tarrant held talks"}
    found = of_her(faults_of(tmp_path, sentence, participants=(called, brisk)))
    assert any("does not say that 'Sela Marrow' was there" in fault for fault in found)


def _faults(tmp_path: Path, sentence: str, entry: dict[str, Any]) -> list[str]:
    return faults_of(tmp_path, sentence, participants=(entry,))
