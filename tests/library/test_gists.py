"""A gist retells its quote: nothing that makes it less may go, nothing that makes it more may come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}


def gist_faults(tmp_path: Path, sentence: str, verb: str, en: str, ko: str, *conditions: str) -> list[str]:
    """What is said of the gists of a sentence of the Verelian side, or of the narrator."""
    gist = {"en": en, "ko": ko}
    statement: dict[str, Any] = {"verb": verb, "act": "background", "gist": gist}
    if sentence.startswith("The Verelian side"):
        statement |= {"speaker": VERELIA["label"], "sides": VERELIA["sides"], "act": "information"}
    if conditions:
        statement["conditions"] = list(conditions)
    speakers = (VERELIA,) if "speaker" in statement else ()
    found = faults_of(tmp_path, sentence, speakers=speakers, statements=(statement,))
    return [fault for fault in found if ".gist" in fault]


def explained(content: str) -> str:
    """A sentence in which the Verelian side explains something."""
    return f"The Verelian side explained {content}."


HONEST = [
    ("that nearly all wells had dried up", "거의 모든 우물이 말랐다고"),
    ("that only small boats may pass the lock", "소형 선박만 갑문을 통과할 수 있다고"),
    ("that it would try to pay at least 40 crowns", "최소 40크라운을 지급하도록 노력하겠다고"),
    ("that it is considering a ban on night fishing", "야간 조업 금지를 검토하고 있다고"),
    ("that the tunnel will stay closed until the walls are dry", "벽이 마를 때까지 터널을 폐쇄할 것이라고"),
    ("that the catch had fallen by half over 15 years", "어획량이 15년 동안 절반으로 줄었다고"),
    ("that part of the fleet could sail before June", "선단 일부가 6월 전에 출항할 수 있다고"),
    ("that little had been done for the islands", "섬들을 위해 이루어진 것이 거의 없다고"),
    ("that talks had yet to begin", "회담이 아직 시작되지 않았다고"),
    ("the need to avoid a shortage of seed", "종자가 부족하지 않도록 할 필요성을"),
    ("that the dam should be repaired without delay", "댐을 지체 없이 보수해야 한다고"),
    ("that visas might be waived next year", "내년에 비자가 면제될 수 있다고"),
    ("a draft plan for a ring road", "순환도로 계획 초안을"),
    ("that salt, unlike sugar, is not taxed", "설탕과 달리 소금에는 세금이 부과되지 않는다고"),
    ("that either port can be used in winter", "겨울에는 두 항구 모두 쓸 수 있다고"),
    ("that the bridge was rebuilt last year", "다리가 작년에 재건되었다고"),
    ("that the survey would resume in the second half of 2032", "2032년 하반기에 조사가 재개될 것이라고"),
    ("its readiness to host the next round", "차기 회의를 개최할 용의를"),
    ("that the attack had cut two lines", "공격으로 두 노선이 끊겼다고"),
    ("that stocks would run out within ten days", "재고가 열흘 안에 남지 않을 것이라고"),
    ("that more money was needed for the clinics", "진료소에 더 많은 자금이 필요하다고"),
    ("the possibility of a direct flight", "직항편 가능성을"),
    ("that Dravonia had been invited to send some experts", "드라보니아가 전문가 일부를 보내도록 초청받았다고"),
    ("that pupils can choose between 2 languages", "학생들이 두 언어 가운데 고를 수 있다고"),
    ("the first results of the trial", "시험의 첫 결과를"),
    ("that the fund covers up to 30 per cent of the cost", "기금이 비용의 최대 30퍼센트를 부담한다고"),
    ("that officials could hardly keep pace", "관리들이 거의 따라가지 못했다고"),
    ("that fishing after dark is banned, except for eels", "뱀장어를 제외하고는 해가 진 뒤 조업이 금지된다고"),
    ("progress towards a customs treaty", "관세 조약을 향한 진전을"),
    ("that the price of oil must not rise", "유가가 올라서는 안 된다고"),
    ("how the quota is shared among coastal towns", "할당량이 해안 도시들 사이에서 어떻게 나뉘는지"),
    ("that it may join the scheme in due course", "적절한 때에 그 제도에 참여할 수도 있다고"),
    ("that the seeds are part of a wider programme", "종자가 더 넓은 사업의 일부라고"),
    ("that the court had ruled in September", "법원이 9월에 판결했다고"),
    ("that Ketmar wants Dravonia to return", "케트마르는 드라보니아가 복귀하기를 바란다고"),
    ("that 300 pupils study there each year", "매년 학생 300명이 그곳에서 공부한다고"),
    ("that 1,200 people had been resettled so far", "지금까지 1,200명이 재정착했다고"),
    ("that it has no plan to join the alliance", "동맹에 가입할 계획이 없다고"),
    ("that inspectors may visit the site only with permission", "사찰단이 허가를 받아야만 현장을 방문할 수 있다고"),
    ("that it was too early to speak of a breakthrough", "돌파구를 말하기는 이르다고"),
    ("that all schools in the region stay open", "역내 모든 학교가 계속 문을 연다고"),
    ("a more thorough survey of the Strait of Orm", "오름 해협에 대한 더욱 철저한 조사를"),
    ("a second bridge, and a third", "두 번째와 세 번째 다리를"),
    ("that the fleet could join the search", "선단이 수색에 참여할 수 있다고"),
    ("recent unilateral steps", "최근의 일방적 조치를"),
    ("a range of senior posts", "여러 고위직을"),
    ("that the cost could exceed 40 million crowns", "비용이 4000만 크라운을 넘을 수 있다고"),
]  # fmt: skip

FALSE_ENGLISH = [
    # a word of limit or plan gone
    ("that virtually all wells had dried up", "that all wells had dried up", "'virtually'"),
    ("that merely three trains ran", "that three trains ran", "'merely'"),
    ("that it would attempt to lower the fee", "that it would lower the fee", "'attempt'"),
    ("that it is weighing whether to sell the port", "that it is to sell the port", "'whether'"),
    ("that prior to the vote nothing changes", "that nothing changes", "'prior to'"),
    ("that at most 12 crews were paid", "that 12 crews were paid", "'at most'"),
    ("that several clinics had closed", "that clinics had closed", "'several'"),
    ("that a third ferry was ordered", "that a ferry was ordered", "'third'"),
    ("that 25 pumps were sent", "that pumps were sent", "'25'"),
    ("that the pool opens in August", "that the pool opens", "'August'"),
    ("that fees would rise next month", "that fees would rise", "'next month'"),
    ("that apart from Fridays the road is open", "that the road is open", "'apart from'"),
    ("the prospect of a settlement", "a settlement", "'prospect'"),
    ("an invitation to join the registry", "joining the registry", "'invitation'"),
    ("a voluntary levy on nets", "a levy on nets", "'voluntary'"),
    ("that Dravonia and Ketmar had paid", "that Dravonia had paid", "leaves out ketmar"),
    ("that it had agreed to consult experts on a ban", "that it had agreed to a ban on experts", "'to consult'"),
    ("that farmers rarely protest", "that farmers protest", "'rarely'"),
    ("that trade fell slightly", "that trade fell", "'slightly'"),
    ("that the pipeline is nearing completion", "that the pipeline is complete", "'nearing'"),
    ("that it feared an attack", "that an attack", "'feared'"),
    ("that both should avoid steps that raise tension", "that both should take steps that raise tension", "'avoid'"),
    ("that it denied the report", "that it made the report", "'denied'"),
    ("the difficulty of reaching the valley", "reaching the valley", "'difficulty'"),
    # a word gone that says how many, which or of what kind
    ("that most of its ships are old", "that its ships are old", "'most'"),
    ("a plan for a range of ports", "a plan for ports", "'range'"),
    ("that piracy is more dangerous", "that piracy is dangerous", "'more'"),
    ("that all parties withdrew", "that parties withdrew", "'all'"),
    ("the safe passage of pilgrims", "the passage of pilgrims", "'safe'"),
    ("unilateral tests", "tests", "'unilateral'"),
    ("dialogue among the countries concerned", "dialogue among the countries", "'concerned'"),
    ("that the ban should stay in place", "that the ban should stay", "'place'"),
    ("refugees from the hills", "refugees", "'hills'"),
    ("that wages grew steadily", "that wages grew", "'steadily'"),
    # another modal verb, another time
    ("that the mine could close", "that the mine closes", "'could'"),
    ("that the mine could close", "that the mine would close", "'would'"),
    ("that the mine should close", "that the mine is closed", "'should'"),
    ("that the mine is to close", "that the mine has closed", "'has': not in the quote"),
    ("that the mine is closing", "that the mine had been closing", "'had', 'been': not in the quote"),
    ("that plans to close the mine exist", "that the mine is closed, as plans exist", "makes a fact of 'to close'"),
    # what is negated, compared or made greater
    ("that nurses, not doctors, had left", "that doctors, not nurses, had left", "other words stand after 'not'"),
    ("that rice, unlike wheat, is taxed", "that wheat, unlike rice, is taxed", "other words stand after 'unlike'"),
    ("that it did not sell the mine", "that the mine it sold is not", "stand after 'not'"),
    ("that wages are high", "that wages are the most high", "'most': not in the quote"),
    ("that wages are high", "that wages are higher and more", "'more': not in the quote"),
    # in brackets
    ("that it met in a hall with doors", "that it [hall doors] met in a hall with doors", "as one phrase"),
    ("that trade in salt grew in the valley", "that trade in salt grew [the valley] in the valley", "explains nothing"),
]  # fmt: skip

FALSE_KOREAN = [
    # a limit gone
    ("that nearly all wells had dried up", "모든 우물이 말랐다고", "'nearly'"),
    ("that only small boats may pass", "소형 선박이 통과할 수 있다고", "'only'"),
    ("that the lock stays shut until spring", "봄에 갑문을 닫아 둔다고", "'until'"),
    ("that it would try to pay", "지급하겠다고", "'try"),
    ("that 40 crews were paid", "승조원들이 급여를 받았다고", "'40'"),
    ("that it will meet in March", "회의를 열 것이라고", "'March'"),
    ("that the dam should be repaired", "댐이 보수된다고", "'should'"),
    ("that it hinted at a boycott", "보이콧을 선언했다고", "'hinted'"),
    ("that it denied the report", "그 보도를 확인했다고", "'denied'"),
    # a word gone that says how many, which or of what kind
    ("that all schools stay open", "학교가 계속 문을 연다고", "'all'"),
    ("a thorough survey of reefs", "암초에 대한 조사를", "'thorough'"),
    ("that piracy is more dangerous", "해적 행위가 위험하다고", "'more'"),
    ("growth in the region", "전 세계의 성장을", "'in the region'"),
    ("a range of ports", "항구를", "'a range of'"),
    ("the foundation of a second bridge", "세 번째 다리의 기초를", "'second'"),
    ("the collapse of a second bridge", "두 번째 다리와 네 번째 다리의 붕괴를", "네 번째"),
    ("that ships could join the search", "선박들이 수색에 참여한다고", "'could'"),
    ("that it will pay in June, subject to a vote", "6월에 지급하겠다고", "'subject to'"),
    # another thing
    ("the closure of the Strait of Orm", "남중국해 폐쇄를", "'Strait'"),
    ("the salinity of the lake", "호수의 소유권을", "'소유권'"),
    ("lists of experts", "군함 명단을", "'군함'"),
    ("disaster relief", "핵 비확산을", "'핵 비확산'"),
    ("a candidate of its own", "자국의 당선자를", "'당선"),
    # told as done
    ("that the dam would be repaired", "댐이 보수되었다고", "tells as done"),
    ("that the dam may be repaired", "댐이 보수됐다고", "tells as done"),
    # another time, another deed, more of it
    ("that the line opens in the second half of 2032", "노선이 2032년 상반기에 열린다고", "'상반기'"),
    ("that the line opened last year", "노선이 올해 열렸다고", "'올해'"),
    ("that crews rest before the storm", "승조원들이 폭풍 전과 이후에 쉰다고", "'이후'"),
    ("that it kept the treaty", "조약을 파기했다고", "'파기'"),
    ("that it took note of the complaint", "불만을 수용했다고", "'수용'"),
    ("that piracy is down", "해적 행위가 근절되었다고", "'근절'"),
    ("the shelling of the port", "항구 침공을", "'침공'"),
    ("that work on the line goes on", "노선 공사가 중단되었다고", "'중단'"),
    ("that wages are high", "임금이 두 배라고", "'두 배'"),
    ("that roads are useful", "도로가 필수라고", "'필수'"),
    ("that talks last three days", "회담이 나흘 동안 열린다고", "나흘"),
    ("that the third ship sailed", "배 세 척이 출항했다고", "세 척"),
    ("that doctors met in May", "5월에 장관들이 만났다고", "'장관'"),
    ("that wages are high", "임금이 높지 않다고", "'않'"),
    ("that it supports a limited truce", "휴전을 지지한다고", "'limited'"),
    ("that it lacks funds", "자금이 충분하다고", "'충분'"),
    ("that the deal took three years", "협상에 3개월이 걸렸다고", "'개월'"),
    ("that Ketmar sold Dravonia grain", "드라보니아가 케트마르에 곡물을 팔았다고", "in Korean dravonia does it"),
    ("that Ketmar said it would go", "마르타 외교장관이 가겠다고 했다고", "'외교'"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "ko"), HONEST, ids=[content for content, _ in HONEST])
def test_an_honest_gist_is_accepted(tmp_path: Path, content: str, ko: str) -> None:
    assert gist_faults(tmp_path, explained(content), "explained", content, ko) == []


def test_clauses_may_change_places_and_what_including_introduces_may_go(tmp_path: Path) -> None:
    content = "that many nurses work abroad, including in Ketmar, and that wages may fall"
    en = "that wages may fall, and that many nurses work abroad"
    assert (
        gist_faults(
            tmp_path, explained(content), "explained", en, "많은 간호사가 해외에서 일하며 임금이 낮아질 수 있다고"
        )
        == []
    )


@pytest.mark.parametrize(("content", "en", "words"), FALSE_ENGLISH, ids=[en for _, en, _ in FALSE_ENGLISH])
def test_an_english_gist_that_says_another_thing_is_refused(tmp_path: Path, content: str, en: str, words: str) -> None:
    found = gist_faults(tmp_path, explained(content), "explained", en, "이에 대해")
    assert [fault for fault in found if ".gist.en" in fault and words in fault] != [], found


@pytest.mark.parametrize(("content", "ko", "words"), FALSE_KOREAN, ids=[ko for _, ko, _ in FALSE_KOREAN])
def test_a_korean_gist_that_says_another_thing_is_refused(tmp_path: Path, content: str, ko: str, words: str) -> None:
    found = gist_faults(tmp_path, explained(content), "explained", content, ko)
    assert [fault for fault in found if ".gist.ko" in fault and words in fault] != [], found
    assert [fault for fault in found if ".gist.en" in fault] == []


def test_each_condition_has_its_own_word_in_korean(tmp_path: Path) -> None:
    content = "that it would pay if the dam holds, once the mine is sold"
    conditions = ("if the dam holds", "once the mine is sold")
    found = gist_faults(tmp_path, explained(content), "explained", content, "댐이 버티면 지급하겠다고", *conditions)
    assert [fault.split(": ")[-1] for fault in found] == ["1 of 2 are shown"]
    whole = "광산이 팔린 뒤 댐이 버티면 지급하겠다고"
    assert gist_faults(tmp_path, explained(content), "explained", content, whole, *conditions) == []


BACKGROUND = "The Director was unable to join the visit, which will be hosted by Dravonia in May."
BACKGROUND_KO = "국장은 5월 드라보니아가 주최할 예정인 방문에 함께하지 못함"


@pytest.mark.parametrize(
    ("true", "false", "words"),
    [
        ("was unable to join", "joined", "'unable'"),
        ("which will be hosted", "which is hosted", "'will'"),
        ("join", "lead", "'lead'"),
        ("함께하지 못함", "함께함", "'unable'"),
        ("주최할 예정인", "주최한", "tells as done"),
    ],
)
def test_background_is_held_to_its_quote_too(tmp_path: Path, true: str, false: str, words: str) -> None:
    en, ko = (text.replace(true, false) for text in (BACKGROUND.rstrip("."), BACKGROUND_KO))
    assert gist_faults(tmp_path, BACKGROUND, "was unable", BACKGROUND.rstrip("."), BACKGROUND_KO) == []
    found = gist_faults(tmp_path, BACKGROUND, "was unable", en, ko)
    assert [fault for fault in found if words in fault] != [], found


def test_a_plural_possessive_may_stand_in_brackets(tmp_path: Path) -> None:
    content = "that it would host the Farmers' Market, and that it would pay for it"
    en = "that it would host the Farmers' Market, and that it would pay for it [the Farmers' Market]"
    ko = "농민 시장을 주최하고 그 비용을 부담하겠다고"
    assert gist_faults(tmp_path, explained(content), "explained", en, ko) == []


def test_a_clause_at_the_end_of_a_sentence_may_stand_in_brackets(tmp_path: Path) -> None:
    sentence = "The Verelian side explained this. Ketmar had asked that nets should be respected. Dravonia left."
    en = "this [that nets should be respected]"
    found = gist_faults(tmp_path, sentence, "explained", en, "이에 대해")
    assert [fault for fault in found if "as one phrase" in fault] == []
    other = gist_faults(tmp_path, sentence, "explained", "this [that nets should be feared]", "이에 대해")
    assert [fault for fault in other if "as one phrase" in fault] != []


def test_a_word_of_limit_before_the_verb_stays_too(tmp_path: Path) -> None:
    sentence = "The Verelian side cautiously explained the plan of the port."
    lost = "the gist loses the 'cautiously' of the quote"
    assert gist_faults(tmp_path, sentence, "explained", "the plan of the port", "항만 계획을") == [
        f"statements[0].gist.en: {lost}",
        f"statements[0].gist.ko: {lost}",
    ]
    assert (
        gist_faults(tmp_path, sentence, "explained", "cautiously the plan of the port", "항만 계획을 조심스럽게") == []
    )
    plain = "The Verelian side also explained the plan of the port."
    assert gist_faults(tmp_path, plain, "explained", "the plan of the port", "항만 계획을") == []
