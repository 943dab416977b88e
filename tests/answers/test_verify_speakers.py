"""Whoever a message names as a speaker, by whatever words, did say it or is denied."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answers.answer import Outcome
from bot.answers.verify import Verification
from bot.answers.verifying.verdict import Verdict
from bot.library.reading import Reading
from tests.answers.quotes_by_machine import Quoted
from tests.answers.speakers_by_machine import in_anothers_mouth, in_the_right_mouth
from tests.answers.test_verify import asked, checked, each_library
from tests.conftest import COUNTED
from tests.shelves import BILATERAL, DATA, FICTION, readings

ONE_IN = 12
"""Of the messages by machine so many are tried, the same ones each time."""
ROK_SAID = "“ASEAN-led consultative mechanisms are playing important roles in establishing and maintaining peace”"
KIM_SAID = "“the two sides realize”"
ASEAN_SAID = "“their firm support for the Korean Peninsula peace process”"


def some(messages: Callable[[Reading], Iterator[Quoted]], data: Path) -> Iterator[Quoted]:
    for reading in readings(data):
        chance = random.Random(reading.release.id)  # noqa: S311 - the same messages each time
        yield from (quoted for quoted in messages(reading) if chance.randrange(ONE_IN) == 0)


def denies_speaker(answer: Verification) -> bool:
    return any(one.speaker and not one.theirs for one in answer.checked)


@each_library
def test_no_speaker_is_denied_their_own_words(data: Path, record_property: Callable[[str, object], None]) -> None:
    tried = [(quoted, checked(quoted, data)) for quoted in some(in_the_right_mouth, data)]
    alarms = [quoted for quoted, answer in tried if denies_speaker(answer)]
    record_property(COUNTED, f"{data.name}: {Counter(q.kind for q, _ in tried)}, {len(alarms)} denied")
    assert alarms == []


@each_library
def test_words_in_anothers_mouth_are_denied(data: Path, record_property: Callable[[str, object], None]) -> None:
    tried = [(quoted, checked(quoted, data)) for quoted in some(in_anothers_mouth, data)]
    missed = [quoted for quoted, answer in tried if answer.outcome is not Outcome.DENIED or not denies_speaker(answer)]
    record_property(COUNTED, f"{data.name}: {len(tried)} in another's mouth, {len(missed)} missed")
    assert missed == []


WRONG = [
    (DATA, f"Brunei's Permanent Secretary said {ROK_SAID}"),
    (DATA, f"the Permanent Secretary said {ROK_SAID}"),
    (DATA, f"the Trade Minister stressed {ROK_SAID}"),
    (DATA, f"According to Japan, {ROK_SAID}"),
    (DATA, f"브루나이 사무차관은 {ROK_SAID} 라고 강조했다"),
    (DATA, f"유명희 장관은 {ROK_SAID} 라고 말했다"),
    (DATA, f"브루나이 사무차관: {ROK_SAID}"),
    (DATA, f"{ROK_SAID}라고 북한은 밝혔다"),
    (DATA, f"일본에 따르면 {ROK_SAID}"),
    (DATA, f"문재인 대통령은 {ROK_SAID}라고 말했다"),
    (DATA, f"아세안 대변인은 회의에서 {ROK_SAID}라고 밝혔다"),
    (DATA, "ASEAN gave “support for Trade Minister Yoo Myung-Hee”"),
    (DATA, f"Japan voiced {ROK_SAID}"),
    (DATA, f"ASEAN's spokesman said {ROK_SAID}"),
    (DATA, f"A spokesman for ASEAN said {ROK_SAID}"),
    (DATA, f"Brunei's co-chair said {ROK_SAID}"),
    (DATA, f"Southeast Asian states said {ROK_SAID}"),
    (DATA, f"President Moon said {ROK_SAID}"),
    (DATA, f"ROK President Moon said {ROK_SAID}"),
    (DATA, f"{ROK_SAID}, said the Permanent Secretary"),
    (DATA, f"{ROK_SAID} - China's foreign minister"),
    (DATA, f"In the words of Indonesia, {ROK_SAID}"),
    (DATA, f"as Vietnam put it, {ROK_SAID}"),
    (DATA, f"Emaleen Teo, the Permanent Secretary, said {ROK_SAID}"),
    (DATA, f"Brunei’s Emaleen Teo: {ROK_SAID}"),
    (DATA, f"Brunei's foreign ministry said {ROK_SAID}"),
    (DATA, f"Vietnam's delegate, speaking last, said that {ROK_SAID}"),
    (DATA, f"{ROK_SAID}, as Japan put it"),
    (DATA, f"일본 외무상은 {ROK_SAID}고 강조"),
    (DATA, f"It was the US that said {ROK_SAID}"),
    (DATA, "Japan and the ROK agreed to “continue communication”"),
    (FICTION, "Minister Brisk said “that Ketmar would return once sanctions are lifted”"),
    (FICTION, "the Verelian foreign minister said “Ketmar would return once sanctions are lifted”"),
    (FICTION, "President Quill said “herring quotas should follow the science”"),
    (FICTION, "According to Dravonia's Undersecretary, “herring quotas should follow the science”"),
    (BILATERAL, "Merania's Vice Minister explained “that the judicial process is under way”"),
    (BILATERAL, "The Caldoran President urged “the Caldoran government to allow international observers”"),
    (BILATERAL, "특사는 “support for the efforts of Special Envoy Amina Duarte”라고 말했다"),
]
RIGHT = [
    (DATA, f"ROK officials said {ROK_SAID}"),
    (DATA, f"South Korean officials noted that {ROK_SAID}"),
    (DATA, f"the ROK delegation said {ROK_SAID}"),
    (DATA, f"Seoul said {ROK_SAID}"),
    (DATA, f"The ROK side, speaking last, noted {ROK_SAID}"),
    (DATA, f"Asked about it, the ROK side noted {ROK_SAID}"),
    (DATA, f"The ROK, in a long speech, also said {ROK_SAID}"),
    (DATA, f"{ROK_SAID}, as the ROK put it"),
    (DATA, f"as the ROK side noted, {ROK_SAID}"),
    (DATA, f"According to the ROK, {ROK_SAID}"),
    (DATA, f"According to the release of 27 August, {ROK_SAID}"),
    (DATA, f"According to paragraph 4.2, {ROK_SAID}"),
    (DATA, f"The ministry said {ROK_SAID}"),
    (DATA, f"외교부는 {ROK_SAID}라고 밝혔다"),
    (DATA, f"한국 측은 {ROK_SAID}라고 말했다"),
    (DATA, f"{ROK_SAID}라고 한국 측은 말했다"),
    (DATA, f"다음 문장이 맞나요? {ROK_SAID}"),
    (DATA, f"The Deputy Minister suggested that {KIM_SAID}"),
    (DATA, f"the ROK's deputy minister suggested that {KIM_SAID}"),
    (DATA, f"the Korean deputy minister suggested {KIM_SAID}"),
    (DATA, f"Deputy Minister Kim visited Brunei and suggested {KIM_SAID}"),
    (DATA, f"Kim Gunn, the Deputy Minister, suggested {KIM_SAID}"),
    (DATA, f"Mr. Kim suggested that {KIM_SAID}"),
    (DATA, f"{KIM_SAID}, said Deputy Minister Kim."),
    (DATA, f"차관보는 {KIM_SAID} 라고 제안했다"),
    (DATA, f"한국 차관보는 {KIM_SAID}라고 제안"),
    (DATA, f"ASEAN expressed {ASEAN_SAID}"),
    (DATA, f"ASEAN gave {ASEAN_SAID}"),
    (DATA, f"아세안은 {ASEAN_SAID}를 표명했다"),
    (DATA, "Deputy Minister Kim and Brunei's Permanent Secretary agreed to “continue communication”"),
    (DATA, "양측은 “continue communication”에 합의했다"),
    (FICTION, "Orsa Thule of Ketmar said “Ketmar would return once sanctions are lifted”"),
    (FICTION, "Verelia's foreign minister stressed “herring quotas should follow the science”"),
    (BILATERAL, "Kestral's Permanent Secretary explained “that the judicial process is under way”"),
]


@pytest.mark.parametrize(("data", "message"), WRONG)
def test_a_wrong_speaker_is_denied_whatever_words_name_them(data: Path, message: str) -> None:
    answer = checked(Quoted("", message), data)
    assert answer.outcome is Outcome.DENIED
    assert denies_speaker(answer)


@pytest.mark.parametrize(("data", "message"), RIGHT)
def test_the_right_speaker_is_not_denied_whatever_words_name_them(data: Path, message: str) -> None:
    answer = checked(Quoted("", message), data)
    assert answer.outcome is Outcome.ANSWERED
    assert not denies_speaker(answer)


@pytest.mark.parametrize(
    ("said_by", "verdict"),
    [
        ("the Deputy Minister", Verdict.EXACT),
        ("차관보", Verdict.EXACT),
        ("South Korean officials", Verdict.EXACT),
        ("Brunei's Permanent Secretary", Verdict.WRONG_SPEAKER),
        ("ASEAN's spokesman", Verdict.WRONG_SPEAKER),
        ("President Moon", Verdict.WRONG_SPEAKER),
    ],
)
def test_said_by_takes_offices_too(said_by: str, verdict: Verdict) -> None:
    [one] = checked(Quoted("", "the two sides realize", said_by), DATA).checked
    assert one.verdict is verdict


def test_a_wrong_speaker_is_told_beside_the_right_one() -> None:
    text = asked(f"/verify quote:Brunei's Permanent Secretary said {ROK_SAID}")["text"]
    assert "Not “Brunei's Permanent Secretary”. In the text: ROK (“The ROK side”)." in text
