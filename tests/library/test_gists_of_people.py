"""A Korean gist names the people, places and times of its quote, with their rank, and nobody in another's part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.library.one_sentence import attended, faults_of
from tests.library.test_gists import explained, gist_faults
from tests.library.test_honest_sentences import VERELIA, statement

BRISK = attended("Lucan Brisk", presence="mentioned", side=None)
MARROW = attended("Sela Marrow", presence="mentioned", side=None)


def told(tmp_path: Path, sentence: str, verb: str, ko: str, en: str = "") -> list[str]:
    """The faults of the gists of a sentence that the narrator tells, with people of the folder in it."""
    entered: dict[str, Any] = {"verb": verb, "act": "background", "gist": {"en": en or sentence.rstrip("."), "ko": ko}}
    who = tuple(each for each in (BRISK, MARROW) if str(each["printed"]).split()[-1] in sentence)
    found = faults_of(tmp_path, sentence, statements=(entered,), participants=who)
    return [fault.partition(": ")[2] for fault in found if ".gist" in fault]


VISIT = "Vice Minister Sela Marrow paid a courtesy call on Foreign Minister Lucan Brisk on the same day."
VISIT_KO = "셀라 매로 차관이 같은 날 루칸 브리스크 외교장관을 예방"


@pytest.mark.parametrize("ko", [VISIT_KO, "매로 차관은 같은 날 브리스크 장관을 예방함"])
def test_people_are_known_by_their_sound(tmp_path: Path, ko: str) -> None:
    assert told(tmp_path, VISIT, "paid", ko) == []


@pytest.mark.parametrize(
    ("ko", "message"),
    [
        ("매로 차관이 같은 날 루칸 테시 외교장관을 예방", "the gist does not name Brisk, whom the quote names"),
        ("같은 날 브리스크 장관을 예방함", "the gist does not name Marrow, whom the quote names"),
        (
            "매로 장관이 같은 날 브리스크 장관을 예방",
            "Marrow is 'Vice Minister Sela' in the quote, and '장관' in the gist; keep the rank",
        ),
        (
            "매로 차관이 같은 날 브리스크 외교차관을 예방",
            "Brisk is 'Foreign Minister Lucan' in the quote, and '외교차관' in the gist; keep the rank",
        ),
        (
            "루칸 브리스크 외교장관이 같은 날 셀라 매로 차관을 예방",
            "in the gist Brisk does it to Marrow; keep who does it, and to whom",
        ),
    ],
)
def test_nobody_is_left_out_raised_or_put_in_the_part_of_another(tmp_path: Path, ko: str, message: str) -> None:
    found = told(tmp_path, VISIT, "paid", ko)
    assert [fault for fault in found if message in fault] != [], found


def test_a_vice_minister_is_no_minister_in_english_either(tmp_path: Path) -> None:
    en = VISIT.rstrip(".").removeprefix("Vice ")
    assert "'Minister' is 'Vice Minister' in the quote; keep the rank" in told(tmp_path, VISIT, "paid", VISIT_KO, en)


def test_somebody_of_the_release_whom_the_quote_does_not_name_is_not_brought_in(tmp_path: Path) -> None:
    sentence = "Foreign Minister Lucan Brisk went home, and Vice Minister Sela Marrow stayed."
    quote = "Foreign Minister Lucan Brisk went home"
    entered = {"quote": quote, "verb": "went", "act": "background"}
    for ko, named in (("브리스크 외교장관은 귀국", []), ("매로 차관과 브리스크 장관은 귀국", ["매로"])):
        gist = {"gist": {"en": quote, "ko": ko}}
        found = faults_of(tmp_path, sentence, statements=({**entered, **gist},), participants=(BRISK, MARROW))
        assert [fault for fault in found if "whom the quote does not name" in fault] == [
            f"statements[0].gist.ko: {name!r} is Sela Marrow, whom the quote does not name" for name in named
        ]


TWO = "The two Ministers will meet on the margins of a fair to be held in Tolmar on May 9."
TWO_KO = "두 장관은 5월 9일 톨마르에서 열리는 박람회를 계기로 만날 예정"


@pytest.mark.parametrize(
    ("true", "false", "message"),
    [
        ("두 장관", "두 정상", "keep the rank"),
        ("만날 예정", "만남", "the gist tells as done what is planned ('will')"),
        ("만날 예정", "만났음", "the gist tells as done what is planned ('will')"),
        ("톨마르에서 ", "", "the gist does not name 'Tolmar', which the quote names"),
        ("톨마르", "오스넬", "the gist does not name 'Tolmar', which the quote names"),
    ],
)
def test_a_meeting_to_come_has_its_place_and_is_to_come(tmp_path: Path, true: str, false: str, message: str) -> None:
    assert told(tmp_path, TWO, "will meet", TWO_KO) == []
    found = told(tmp_path, TWO, "will meet", TWO_KO.replace(true, false))
    assert [fault for fault in found if message in fault] != [], found


HONEST = [
    ("that 8 pumps would be sent within this week", "펌프 8대를 금주 내로 보낼 것이라고"),
    ("that the road is open until midnight", "도로가 밤 12시까지 열려 있다고"),
    ("that Ketmar stood ready to send a nurse", "케트마르가 간호사를 보낼 용의가 있다고"),
    ("that pupils study in each other's schools", "학생들이 서로의 학교에서 공부한다고"),
    ("the decision to extend the opening hours", "개방 시간을 늘리기로 한 결정을"),
    ("that the ferry left after a leak was found", "누수가 발견되자 여객선이 떠났다고"),
    ("that the ban should be lifted without delay", "금지 조치를 조속히 해제해야 한다고"),
    ("a temporary ban on nets", "그물에 대한 한시적 금지를"),
    ("two cases of fever", "열병 두 건을"),
    ("that the fair opens in Tolmar this autumn", "올가을 톨마르에서 박람회가 열린다고"),
    ("that it would pay, provided that the dam is outside the zone", "댐이 구역 밖에 있다면 지급하겠다고"),
]


@pytest.mark.parametrize(("content", "ko"), HONEST, ids=[content for content, _ in HONEST])
def test_an_honest_korean_gist_of_times_and_limits_is_accepted(tmp_path: Path, content: str, ko: str) -> None:
    conditions = [content[content.index("provided") :]] if "provided" in content else []
    assert gist_faults(tmp_path, explained(content), "explained", content, ko, *conditions) == []


FALSE = [
    ("that 8 pumps would be sent within this week", "펌프 8대를 다음 주 안에 보낼 것이라고", "'this week'"),
    ("that 8 pumps would be sent within this week", "펌프 8대를 보낼 것이라고", "'this week'"),
    ("that the bridge was rebuilt last year", "다리가 2030년에 재건되었다고", "'last year'"),
    ("that the road is open until midnight", "도로가 새벽까지 열려 있다고", "'새벽'"),
    ("that Ketmar stood ready to send a nurse", "케트마르가 간호사를 보내겠다고", "'stood ready'"),
    ("that pupils study in each other's schools", "학생들이 자국 학교에서 공부한다고", "'자국'"),
    ("the decision to extend the opening hours", "개방 시간을 단축하기로 한 결정을", "'단축'"),
    ("that the ban could be lifted", "금지가 유지될 수 있다고", "'유지'"),
    ("that it would pay if the dam is outside the zone", "댐이 구역 안에 있다면 지급하겠다고", "'outside'"),
    ("that it would consider the plan positively", "계획을 검토하겠다고", "'positively'"),
    ("two cases of fever", "열병 세 건에 대해", "세 건"),
    ("that the crew was unable to vote", "사무국 직원들이 투표했다고", "'unable'"),
]


@pytest.mark.parametrize(("content", "ko", "words"), FALSE, ids=[ko for _, ko, _ in FALSE])
def test_a_korean_gist_with_another_time_or_its_opposite_is_refused(
    tmp_path: Path, content: str, ko: str, words: str
) -> None:
    conditions = [content[content.index("if ") :]] if "if " in content else []
    found = gist_faults(tmp_path, explained(content), "explained", content, ko, *conditions)
    assert [fault for fault in found if ".gist.ko" in fault and words in fault] != [], found


MOVED = [
    ("that it meets in Tolmar next year at a good time", "that it meets next year in Tolmar at a good time"),
    ("that the pump was not available at present", "that at present the pump was not available"),
    ("that Ketmar should return to the talks without delay", "that Ketmar should return without delay to the talks"),
    ("that disputes are resolved peacefully", "that disputes are peacefully resolved"),
    ("that Ketmar provide clean water and 9 tents", "that Ketmar provide 9 tents and clean water"),
    ("that Ketmar stopped the ferry in May 2030", "that in May 2030 Ketmar stopped the ferry"),
    ("that in May 2030 Ketmar stopped the ferry", "that Ketmar stopped the ferry in May 2030"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "en"), MOVED, ids=[en for _, en in MOVED])
def test_when_and_how_it_is_done_may_stand_elsewhere(tmp_path: Path, content: str, en: str) -> None:
    found = gist_faults(tmp_path, explained(content), "explained", en, "이에 대해")
    assert [fault for fault in found if ".gist.en" in fault] == []


NOT_MOVED = [
    ("that the port opened in May and the dam closed", "that the port opened and the dam closed in May"),
    ("that a law passed in May was changed", "that a law passed was changed in May"),
    ("that a law passed in May was changed", "that in May a law passed was changed"),
    ("that it planned in May to sell the mine", "that it planned to sell the mine in May"),
]


@pytest.mark.parametrize(("content", "en"), NOT_MOVED, ids=[en for _, en in NOT_MOVED])
def test_a_time_stays_with_its_own_verb(tmp_path: Path, content: str, en: str) -> None:
    found = gist_faults(tmp_path, explained(content), "explained", en, "이에 대해")
    assert [fault for fault in found if ".gist.en" in fault and "another order" in fault] != [], found


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("The Verelian side did not object to the plan but noted the cost.", False),
        ("The Verelian side did not object to the plan or note the cost.", True),
    ],
)
def test_a_negation_belongs_to_its_own_verb(tmp_path: Path, sentence: str, refused: bool) -> None:
    verb = "noted" if "noted" in sentence else "note"
    quote = f"The Verelian side … {verb} the cost"
    entered = statement(quote, verb, "information", VERELIA)
    found = faults_of(tmp_path, sentence, speakers=(VERELIA,), statements=(entered,))
    assert bool([fault for fault in found if "the quote leaves out 'not'" in fault]) is refused


def test_of_two_conditions_each_is_shown_by_itself(tmp_path: Path) -> None:
    content = "that it would pay if the old wall of the harbour is sound and dry as soon as the dam holds"
    found = faults_of(
        tmp_path,
        explained(content),
        speakers=(VERELIA,),
        statements=(statement(explained(content).rstrip("."), "explained", "information", VERELIA),),
    )
    shown = [fault.partition("the condition ")[2] for fault in found if "is left out" in fault]
    assert sorted(shown) == [
        "'as soon as the dam holds' is left out; add it as printed",
        "'if the old wall of the harbour is sound and dry' is left out; add it as printed",
    ]
