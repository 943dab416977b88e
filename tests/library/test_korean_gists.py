"""A Korean gist is held to its quote word by word: none lost, none added, none turned round."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from bot.errors import FaultsError
from bot.library.checks.gists import check_gists
from bot.library.reading import Reading
from bot.library.vocabulary import load_vocabulary
from tests.library.korean_gists import FALSE, HONEST
from tests.library.one_sentence import faults_of
from tests.shelves import DATA, FICTION, readings


@lru_cache
def of_folder(data: Path) -> tuple[Reading, ...]:
    return tuple(readings(data))


def korean_faults(data: Path, release: str, statement: str, ko: str) -> list[str]:
    """What the checks say of another Korean gist for a statement of a release in the tests."""
    reading = next(r for r in of_folder(data) if r.release.id.startswith(release))
    [own] = [s for s in reading.release.statements if s.id == statement]
    changed = own.model_copy(update={"gist": own.gist.model_copy(update={"ko": ko})})
    statements = tuple(changed if s is own else s for s in reading.release.statements)
    changed_reading = replace(reading, release=reading.release.model_copy(update={"statements": statements}))
    return [fault.message for fault in check_gists(changed_reading)]


@pytest.mark.parametrize(("data", "release", "statement", "ko"), HONEST, ids=[ko for *_, ko in HONEST])
def test_an_honest_korean_gist_is_accepted(data: Path, release: str, statement: str, ko: str) -> None:
    assert korean_faults(data, release, statement, ko) == []


@pytest.mark.parametrize(("data", "release", "statement", "ko"), FALSE, ids=[ko for *_, ko in FALSE])
def test_a_false_korean_gist_is_refused(data: Path, release: str, statement: str, ko: str) -> None:
    assert korean_faults(data, release, statement, ko) != []


SPOKEN = "The Verelian side explained {}."
LABEL = {"label": "The Verelian side", "sides": ["verelia"]}


def said(tmp_path: Path, content: str, ko: str) -> list[str]:
    """The faults of a Korean gist of "The Verelian side explained …"."""
    statement = {
        "speaker": "The Verelian side",
        "sides": ["verelia"],
        "act": "information",
        "verb": "explained",
        "gist": {"en": content, "ko": ko},
    }
    found = faults_of(tmp_path, SPOKEN.format(content), statements=(statement,), speakers=(LABEL,))
    return [fault.partition(": ")[2] for fault in found if ".gist.ko" in fault]


@pytest.mark.parametrize(
    ("content", "true", "false", "message"),
    [
        # a word that begins like a negated one is none
        (
            "that unprecedented talks improve trade",
            "전례 없는 회담이 무역을 개선한다고",
            "전례 없는 회담이 무역을 개선하지 않는다고",
            "the gist has a '않' that the quote has not; leave it out",
        ),
        (
            "the importance of dialogue",
            "대화의 중요성을",
            "대화가 중요하지 않음을",
            "the gist has a '않' that the quote has not",
        ),
        (
            "that it is unable to pay",
            "지급할 수 없다고",
            "지급할 수 있다고",
            "the gist loses the 'unable' of the quote",
        ),
        # a word lost, and another said for it
        (
            "a return to dialogue",
            "대화로의 복귀를",
            "협상으로의 복귀를",
            "the gist loses the 'dialogue' of the quote; say it",
        ),
        (
            "a return to dialogue",
            "대화로의 복귀를",
            "대화와 협상으로의 복귀를",
            "'협상' stands for no word of the quote",
        ),
        (
            "that Ketmar nominated a judge",
            "케트마르가 판사를 지명했다고",
            "케트마르가 판사를 임명했다고",
            "'임명' stands for no word",
        ),
        ("aid for SMEs", "중소기업에 대한 지원을", "기업에 대한 지원을", "the gist loses the 'SMEs' of the quote"),
        (
            "the visit of the Deputy Secretary-General",
            "사무차장의 방문을",
            "사무총장의 방문을",
            "'사무총장' stands for no word of the quote",
        ),
        (
            "the ferry to the coast",
            "연안으로 가는 여객선을",
            "서울로 가는 여객선을",
            "'서울' stands for no word of the quote",
        ),
        # a list with a part less
        (
            "a plan for wells, orchards, and mills",
            "우물, 과수원, 방앗간을 위한 계획을",
            "우물과 과수원을 위한 계획을",
            "the quote lists 3 things ('mills' the last), the gist fewer; name each of them",
        ),
        # turned round
        (
            "that competition affects security",
            "경쟁이 안보에 영향을 미친다고",
            "안보가 경쟁에 영향을 미친다고",
            "'안보' and '경쟁' have changed places beside '영향'; keep who does what to what",
        ),
        (
            "growing awareness of security due to the epidemic",
            "전염병으로 인해 안보에 대한 인식이 커지고 있음을",
            "안보로 인해 전염병에 대한 인식이 커지고 있음을",
            "'안보로 인해': what stands after 'due to' in the quote is another word; keep it so",
        ),
        (
            "the need to resolve disputes through efforts to ease tension",
            "긴장을 완화하려는 노력을 통해 분쟁을 해결할 필요성을",
            "분쟁을 해결하려는 노력을 통해 긴장을 완화할 필요성을",
            "'해결하려는 노력': in the quote 'efforts' goes with 'ease'; keep it so",
        ),
        (
            "that Ketmar will observe the truce as long as Dravonia lifts sanctions",
            "드라보니아가 제재를 해제하는 한 케트마르는 휴전을 준수할 것이라고",
            "케트마르가 제재를 해제하는 한 드라보니아는 휴전을 준수할 것이라고",
            "'드라보니아' does in the gist what 'Ketmar' does in the quote ('observe'); keep who does it",
        ),
        (
            "Ketmar's support for Dravonia's candidate",
            "드라보니아의 후보에 대한 케트마르의 지지를",
            "케트마르의 후보에 대한 드라보니아의 지지를",
            "'케트마르의' stands with 'candidate', which is another's in the quote; keep it so",
        ),
        # a part of it
        (
            "that one third of the wells ran dry",
            "우물의 3분의 1이 말랐다고",
            "우물의 3분의 2가 말랐다고",
            "'3분의 2' is another part",
        ),
    ],
)
def test_one_thing_changed_in_a_korean_gist_is_named(
    tmp_path: Path, content: str, true: str, false: str, message: str
) -> None:
    assert said(tmp_path, content, true) == []
    found = said(tmp_path, content, false)
    assert [fault for fault in found if message in fault] != [], found


def test_words_in_brackets_point_back_and_name_nobody_else(tmp_path: Path) -> None:
    content = "that its ferry would sail"
    assert said(tmp_path, content, "[베렐리아의] 여객선이 출항할 것이라고") == []
    assert said(tmp_path, content, "[케트마르의] 여객선이 출항할 것이라고") == [
        "'케트마르' in [ ] is ketmar, which the paragraph does not name"
    ]
    assert "[베렐리아에 의해] says by whom it is done, which the quote does not" in said(
        tmp_path, content, "여객선이 [베렐리아에 의해] 출항할 것이라고"
    )


def folder_with(tmp_path: Path, rows: str) -> Path:
    shutil.copytree(FICTION, tmp_path / "data")
    (tmp_path / "data" / "vocabulary" / "renderings.yaml").write_text(rows, encoding="utf-8")
    return tmp_path / "data"


def test_a_folder_adds_rows_of_its_own(tmp_path: Path) -> None:
    data = folder_with(tmp_path, "rows:\n  - lock gate (sluice) = 갑문 (수문)\n")
    row = load_vocabulary(data, DATA).bilingual.rows[-1]
    assert (row.en, row.en_too, row.ko, row.ko_too) == (("lock gate",), ("sluice",), ("갑문",), ("수문",))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("dialogue = 협상", "'dialogue' and '협상' both stand in bilingual.yaml, and not for one another"),
        ("dialogue", "wants English words, ' = ' and Korean ones: dialogue (conversation) = 대화 (담화)"),
        ("dialogue = ()", "a row needs words on both sides"),
    ],
)
def test_a_row_that_says_too_much_or_nothing_is_refused(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(FaultsError) as error:
        load_vocabulary(folder_with(tmp_path, f"rows:\n  - {row}\n"), DATA)
    [fault] = error.value.faults
    assert fault.file.endswith("renderings.yaml")
    assert message in fault.message
