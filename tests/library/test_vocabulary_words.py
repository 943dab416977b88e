"""The words of a vocabulary: in Korean a verb is never more than it is in English."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import FaultsError
from bot.library.vocabulary import load_vocabulary
from tests.shelves import DATA, FICTION

PLANTED = [
    ("uses: [{act: hope, ko: 희망함}]", "uses: [{act: hope, ko: 확신함}]", "'확신' says more than 'expressed * hope'"),
    ("{act: concern, ko: 우려를 표함}", "{act: concern, ko: 규탄함}", "'규탄' says more than 'expressed * concern'"),
    ("ko: 수락함}]", "ko: 즉각 수락함}]", "'즉각' says more than 'accepted'"),
    ('ko: "{root}할 수 있음"', 'ko: "{verb}"', "wants {verb} or {root} and a word that makes it less"),
    ('ko: "원칙적으로 {verb}"', 'ko: "{root}함"', "wants {verb} or {root} and a word that makes it less"),
    ('ko: "원칙적으로 {verb}"', "ko: 원칙적으로 함", "wants {verb} or {root} and a word that makes it less"),
    ("{act: information, sides: joint, then: [to d", "{act: agreement, sides: joint, then: [to d", "has not agreed"),
]  # fmt: skip


@pytest.mark.parametrize(("true", "false", "words"), PLANTED, ids=[words for *_, words in PLANTED])
def test_a_verb_that_says_more_in_korean_is_refused(tmp_path: Path, true: str, false: str, words: str) -> None:
    shutil.copytree(FICTION / "vocabulary", tmp_path / "vocabulary")
    text = (DATA / "vocabulary" / "speech_acts.yaml").read_text(encoding="utf-8")
    assert true in text, true
    (tmp_path / "vocabulary" / "speech_acts.yaml").write_text(text.replace(true, false, 1), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_vocabulary(tmp_path, DATA)
    assert [fault for fault in caught.value.faults if words in fault.message] != [], caught.value.faults


OWN_VERBS = "verbs:\n  - forms: [mused]\n    uses: [{act: information, ko: KO}]\n"


def test_a_folder_adds_verbs_in_a_file_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(FICTION / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "vocabulary" / "verbs.yaml").write_text(OWN_VERBS.replace("KO", "언급함"), encoding="utf-8")
    shipped, added = load_vocabulary(FICTION, DATA), load_vocabulary(tmp_path, DATA)
    assert [verb.forms for verb in added.verbs if verb not in shipped.verbs] == [("mused",)]
    assert added.verbs[1:] == shipped.verbs


def test_a_verb_that_a_folder_adds_is_checked_like_every_other(tmp_path: Path) -> None:
    shutil.copytree(FICTION / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "vocabulary" / "verbs.yaml").write_text(OWN_VERBS.replace("KO", "합의함"), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_vocabulary(tmp_path, DATA)
    assert [(Path(f.file).name, f.line, f.message) for f in caught.value.faults] == [
        ("verbs.yaml", 3, "'합의' says more than information (mused, …)"),
        ("verbs.yaml", 3, "'합의' says more than 'mused'; it is for agree, agreement, accord, …"),
    ]


FOLDERS_OWN = "verbs:\n  - forms: [{}]\n    uses: [{{act: {}, ko: {}}}]"
OTHER_NAMES = [
    ("parties.yaml", "name: {en: Japan, ko: 일본}", "name: {en: Japan, ko: 인도}", "'인도' is India, not Japan"),
    ("parties.yaml", "short: {en: China, ko: 중국}", "short: {en: China, ko: 대만}", "'대만' is Taiwan"),
    ("parties.yaml", "ko: [북측, 북한 측]", "ko: [북측, 북한 측, 남측]", "already leads to 'rok'"),
    ("parties.yaml", "ko: 동남아시아국가연합", "ko: 동아시아국가연합", "'Southeast' is 동남 in Korean"),
    ("parties.yaml", "ko: 대한민국 외교부}", "ko: 대한민국 법무부}", "is another office than its alias '외교부'"),
    ("parties.yaml", "{party: asean, since: 2025-10-26}", "{party: asean}", "had 10 members on 2025-10-25, but 11"),
    ("parties.yaml", "ko: [일본 측]}", "ko: [일본 측]}\n    member_of: [{party: asean}]", "'asean' had 10 members"),
    ("topics.yaml", "ko: 한반도 정세}", "ko: 한반도 통일}", "'통일' is not in 'Situation"),
    ("topics.yaml", "{en: South China Sea, ko: 남중국해}", "{en: South China Sea, ko: 서해}", "'South' is 남"),
    ("people.yaml", "name: 에멀린", "name: 에밀린", "one of them is misspelt"),
    ("verbs.yaml", "verbs: []", FOLDERS_OWN.format("requested", "request", "촉구함"), "not '촉구함'"),
    ("verbs.yaml", "verbs: []", FOLDERS_OWN.format("introduced", "information", "발표함"), "not '발표함'"),
    ("speech_acts.yaml", "ko: 지지를 표명함}", "ko: 전폭적으로 지지함}", "not '전폭적으로 지지함'"),
    ("speech_acts.yaml", "ko: 긍정적으로 평가함}", "ko: 높이 평가함}", "not '높이 평가함'"),
]  # fmt: skip
AS_GOOD = [
    ("parties.yaml", "short: {en: China, ko: 중국}", "short: {en: China, ko: 중화인민공화국}"),
    ("parties.yaml", "    members: [{number: 10}, {number: 11, since: 2025-10-26}]\n", ""),
    ("speech_acts.yaml", "uses: [{act: proposal, ko: 제안함}]", "uses: [{act: proposal, ko: 제의함}]"),
    ("verbs.yaml", "verbs: []", "verbs:\n  - forms: [requested]\n    uses: [{act: request, ko: 요청함}]"),
    ("topics.yaml", "ko: 한반도 정세}", "ko: 한반도 상황}"),
]


def with_words(tmp_path: Path, file: str, true: str, false: str) -> Path:
    """The program's own vocabulary with one thing replaced in one file."""
    shutil.copytree(DATA / "vocabulary", tmp_path / "vocabulary")
    path = tmp_path / "vocabulary" / file
    text = path.read_text(encoding="utf-8")
    assert true in text, true
    path.write_text(text.replace(true, false, 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("file", "true", "false", "words"), OTHER_NAMES, ids=[words for *_, words in OTHER_NAMES])
def test_a_name_or_verb_that_says_another_thing_is_refused(
    tmp_path: Path, file: str, true: str, false: str, words: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        load_vocabulary(with_words(tmp_path, file, true, false), DATA)
    assert [fault for fault in caught.value.faults if words in fault.message] != [], caught.value.faults


@pytest.mark.parametrize(("file", "true", "false"), AS_GOOD)
def test_a_name_or_verb_that_says_the_same_is_accepted(tmp_path: Path, file: str, true: str, false: str) -> None:
    assert load_vocabulary(with_words(tmp_path, file, true, false), DATA).parties
