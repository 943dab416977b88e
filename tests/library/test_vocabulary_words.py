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
