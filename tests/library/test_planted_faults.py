"""Faults planted in sound releases: each is refused, at its place, in words that say what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import FaultsError
from bot.library.checking import checked_release
from bot.library.lexicon import lexicon_of
from tests.shelves import DATA, FICTION, vocabulary

SEED = "2020-08-27-asean-rok-dialogue"
DIALOGUE = "2031-03-14-sarn-dialogue"
SECRETARIAT = "2031-03-15-sarn-sec-sarn-dialogue"
SUMMIT = "2031-11-22-sarn-summit"
NOTICE = "2031-10-30-sarn-summit"
ROUND_UP = "2031-09-21-dravonia-talks"
CALL = "2032-01-02-ketmar-call"


def faults(tmp_path: Path, release: str, *planted: tuple[str, str]) -> list[str]:
    """The faults of a release in which each text is replaced by another, once."""
    data = DATA if release == SEED else FICTION
    (tmp_path / "releases").mkdir()
    shutil.copytree(data / "sources", tmp_path / "sources")
    path = tmp_path / "releases" / f"{release}.yaml"
    text = (data / "releases" / path.name).read_text(encoding="utf-8")
    for true, false in planted:
        assert true in text, true
        text = text.replace(true, false, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        checked_release(path, tmp_path, lexicon_of(vocabulary(data)))
    return [f"{fault.place}: {fault.message}" for fault in caught.value.faults]


PLANTED = [
    # who says it
    (SEED, "label: the two sides, sides: [rok, asean]", "label: the two sides, sides: [rok]", "means all sides of a meeting, not rok"),
    (SEED, "label: the ROK side, sides: [rok]", "label: the ROK side, sides: [asean]", "the words 'the ROK side' name rok, not asean"),
    (SEED, "person: kim-gunn}", "person: yoo-myung-hee}", "no participant 'yoo-myung-hee' has a side"),
    (SEED, "refers_to: the participants", "refers_to: ASEAN countries", "'ASEAN countries' speaks for asean; so must the statement"),
    (DIALOGUE, "label: The Ishvari side, sides: [ishvar]", "label: The Ishvari side, sides: [sarn]", "name ishvar, not sarn"),
    # what the verb does
    (SEED, "act: endorsement", "act: agreement", "agreement needs two sides or more"),
    (SEED, "act: shared_view", "act: agreement", "said together, is shared_view, not agreement"),
    (SEED, "act: appreciation\n    verb: noted with", "act: support\n    verb: noted with", "is appreciation, not support"),
    (SEED, "verb: noted with appreciation", "verb: noted", "the verb is 'noted with appreciation', not only 'noted'"),
    (DIALOGUE, "act: information\n    verb: did not agree", "act: shared_view\n    verb: did not agree", "a verb negated is information"),
    # what is quoted
    (SEED, "candidly discussed the", "candidly agreed the", "the quote is not in ¶4 word for word"),
    (SEED, "quote: The ASEAN side noted", "quote: The ROK side noted", "the quote is not in ¶5 word for word"),
    (
        SEED,
        "quote: the ROK side stressed that it is important … for",
        "quote: the ROK side stressed … resolve the North Korean nuclear issue … for",
        "the quote is not in ¶4.1 word for word",
    ),
    (SEED, "They also agreed to explore ways to bring", "They also agreed to … bring", "the quote leaves out 'explore'"),
    (SEED, "    conditions:\n      - based on thorough quarantine measures\n", "    conditions:\n", "'based on thorough quarantine"),
    # who was there
    (SEED, "presence: mentioned\n    paragraph: \"5\"", "presence: attended\n    side: rok\n    paragraph: \"5\"", "was there"),
    (SEED, "Deputy Secretary-General of ASEAN\n    ko: 아세안 사무차장\n    party: asean\n    side: asean\n    presence: usual",
     "Deputy Secretary-General of ASEAN\n    ko: 아세안 사무차장\n    party: asean\n    side: asean\n    presence: attended", "was there"),
    (SEED, "party: brunei\n    side: asean", "party: brunei\n    side: rok", "'brunei' was no member of 'rok'"),
    (SEED, "roles: [head_of_delegation, co_chair]", "roles: [chair]", "has no words for chair"),
    (SEED, "office: {printed: Trade Minister", "office: {printed: Deputy Minister", "'Deputy Minister' is not beside 'Yoo Myung-Hee'"),
    (ROUND_UP, "printed: Director of the World Tide Office", "printed: Foreign Minister", "as an office held"),
    (SEED, """  - printed: Deputy Secretary-General of ASEAN
    ko: 아세안 사무차장
    party: asean
    side: asean
    presence: usual
    paragraph: "1.1"
    quote: an annual dialogue channel attended by … Deputy Secretary-General of ASEAN
""", "", "¶1.1 lists 'Deputy Secretary-General of ASEAN'; add it, as usual where it tells of a custom"),
    (SEED, "ko: 북한\n", "ko: 남북한\n", "is 조선민주주의인민공화국 or 북한 or 북측 in Korean, not '남북한'"),
    (SEED, "유명희 통상", "유명회 통상", "'유명회' is '유명희' in people.yaml"),
    # when, where and how
    (SEED, "ko: AOIP 발표", "ko: AOIP 폐기", "'폐기' is not in the English text"),
    (SEED, "so that it can be faithfully\n        implemented", "so that it [the New Southern Policy] can be faithfully\n        implemented",
     "'it' means something named before it in the quote, not [the New Southern Policy]"),
    (SEED, "합의가 충실히", "합의가 [북한의] 충실히", "'북한' in [ ] is dprk, which the paragraph does not name"),
    (SEED, "date: 2020-08-26", "date: 2020-08-27", "the day 27 is not in the quote 'On August 26'"),
    (SEED, "date: 2020-08-26", "date: 2019-08-26", "is far before 2020-08-27, and no year is printed"),
    (SEED, "published: 2020-08-27", "published: 2020-08-28", "2020-08-28 is not the date printed, 2020-08-27"),
    (SEED, "format: {is: virtual", "format: {is: in_person", "shows virtual, not in_person"),
    (SEED, "    planned_place:", "    place:", "a virtual meeting has no place; was it only planned there?"),
    (SEED, 'means: "2019", of: {en: the ASEAN', 'means: "2018", of: {en: the ASEAN', "'last year' is 2019 here, not 2018"),
    (SUMMIT, "until: 2031-11-21", "until: 2031-11-22", "the day 22 is not in the quote"),
    # what the gist adds or loses
    (SEED, "en: that the ROK has nominated a competent candidate", "en: that Japan has nominated a candidate", "the name 'Japan'"),
    (SEED, "en: for the Korean Peninsula peace process", "en: and pledged funds for the peace process", "the gist says 'pledged'"),
    (SEED, "ko: 한국이 유능한 후보를 지명한 점을", "ko: 일본이 유능한 후보를 지명한 점을", "'일본' is japan, which the words after the verb do not name"),
    (SEED, "en: that the ROK has nominated a competent", "en: that the ROK has nominated 3 competent", "the number 3 is not in the paragraph"),
    (SEED, "        to explore ways to bring exchanges", "        to bring exchanges", "the gist promises more than the quote"),
    (SEED, "교류와 관광을 정상화할 방안을 모색하기로", "교류와 관광을 정상화하기로", "the gist promises more than the quote"),
    (SUMMIT, '"that the Strait must never be closed"', '"that the Strait must be closed"', "the gist loses the 'never' of the quote"),
    # what the gist says beyond the quote, by classes of words
    (SEED, "en: that the ROK has nominated a competent candidate", "en: that the ROK has nominated a candidate who merits ASEAN's vote", "'merits', 'vote': not in the quote"),
    (SEED, "en: that the ROK has nominated a competent candidate", "en: that the ROK has not nominated a competent candidate", "has a 'not' that the quote has not"),
    (SEED, "en: that the ROK has nominated a competent candidate", "en: that ASEAN has nominated a competent candidate", "the gist names asean"),
    (SEED, "en: that it is important for the DPRK to return", "en: that the DPRK must return", "'must': not in the quote"),
    (SEED, "en: ASEAN's support for Trade Minister Yoo Myung-Hee, the ROK's", "en: the ROK's support for Trade Minister Yoo Myung-Hee, ASEAN's", "in this order; keep it"),
    (SEED, ", as soon as the\n        COVID-19 situation improves\n      ko", "\n      ko", "the gist loses the condition 'as soon as"),
    (SEED, "ko: 코로나19 상황이 나아지는 대로 철저한 방역 조치를 바탕으로 ", "ko: ", "the gist loses the condition"),
    (SEED, "ko: 한국이 유능한 후보를 지명한 점을", "ko: 한국이 유능한 후보를 지명한 점을 지지하며", "'지지' is not in the English text"),
    (SEED, "ko: 한국이 유능한 후보를 지명한 점을", "ko: 한국이 유능한 후보를 지명하지 않은 점을", "has a '않' that the quote has not"),
    (SEED, "ko: 북한이 조속히 대화에", "ko: 북한이 즉각 대화에", "'즉각' is not in the English text"),
    (SEED, "ko: 외교부 차관보}", "ko: 외교부 장관}", "is a lower rank than '외교부 장관'"),
    (SEED, "office: {printed: Deputy Minister for", "office: {printed: Minister for", "the office printed is 'Deputy Minister"),
    (SEED, "    presence: attended\n    roles: [co_chair]", "    presence: attended\n    roles: [head_of_delegation]", "make another head_of_delegation"),
    (SEED, "ko: 브루나이 외교부 사무차관}", "ko: 브루나이 외교부 장관}", "is a lower rank than '브루나이 외교부 장관'"),
    (SEED, "ko: 통상교섭본부장}", "ko: 국방장관}", "'국방' is not in the English text"),
    (ROUND_UP, "office: {printed: Foreign Minister, ko: 외교장관}", "office: {printed: Foreign Minister, ko: 총리}", "'총리' is not in"),
    # what things are called
    (SEED, "ko: 미국\n    party: usa", "ko: 일본\n    party: usa", "'일본' is japan, which 'United States of America' does not name"),
    (SEED, "party: usa\n    presence", "party: dprk\n    presence", "'United States of America' names usa, not dprk"),
    (SEED, "name: {en: ASEAN-ROK Dialogue", "name: {en: ASEAN-ROK Congress", "'Congress' is not in the text"),
    (SEED, "sides: [rok, asean]\n    held", "sides: [asean, rok]\n    held", "the issuer's side comes first: rok"),
    (SECRETARIAT, "    format: {is: virtual, paragraph: p1, quote: held a video conference}", "    place: {name: {en: Verelia, ko: 베렐리아}, paragraph: p7, quote: held in Verelia}", "speaks of another meeting than this one"),
    (SUMMIT, "ko: 탐베르 베이}", "ko: 케트마르}", "'케트마르' is ketmar, which 'Tamber Bay' does not name"),
    # what is usual, sought, or of another time
    (SEED, "presence: usual", "presence: attended", "was there"),
    (SEED, "{printed: Trade Minister, ko: 통상교섭본부장}", "{printed: Director-General, ko: 사무총장}", "as an office held"),
    (SEED, "means: second half of 2020", "means: first half of 2020", "has 'second'"),
    # what is passed over
    (SEED, "    reply_to: 5-a\n", "", "it follows right on '5-a'"),
    (SEED, " reached\n      between the leaders of participating countries at the ASEAN-ROK Commemorative Summit last year so that it can be\n      faithfully implemented\n    topics", "\n    topics", "so that it can be faithfully implemented"),
    (SEED, "topics: [wto]", "topics: [nsp]", "put the statement under it"),
    # what belongs together
    (SEED, "topics: [nsp, general", "topics: [npss, general", "unknown topic 'npss', did you mean 'nsp'?"),
    (SEED, "    addressee: [asean]\n    act: request", "    act: request", "a request needs its addressee (asean?)"),
    (SEED, "    reply_to: 4.1-b\n", "", "the sentence is a reply; name the statement it answers"),
    (SEED, "reply_to: 5-a", "reply_to: 4.1-b", "a reply stands where it was asked"),
    (SEED, "    sides: [rok]\n    act: information\n    verb: noted", "    sides: [rok]\n    reply_to: 4.1-d\n    act: information\n    verb: noted", "'4.1-d' is on other topics; leave reply_to out"),
    (SEED, "topics: [aoip]\n    gist:\n      en: for", "topics: [aoip, korean-peninsula]\n    gist:\n      en: for", "no word of 'korean-peninsula'"),
    # who was what
    (SEED, "ko: 외교부 차관보", "ko: 외교부 제1차관", "has no number 1"),
    (SEED, "roles: [head_of_delegation, co_chair]", "roles: [head_of_delegation]", "makes 'Kim Gunn' co_chair; name that"),
    (SEED, "roles: [head_of_delegation, co_chair]", "roles: [co_chair]", "makes 'Kim Gunn' head_of_delegation; name that"),
    # what a gist makes of it
    (SEED, "en: ways to increase health", "en: to increase health", "the gist loses 'ways' of the quote"),
    (SEED, "모색하기로", "추진하기로", "the gist loses the 'explore' of the quote"),
    (SEED, "여성, 노인,", "여성, 청년,", "'청년'"),
    (SEED, "허심탄회하게", "허심탄회하고 우호적으로", "'우호'"),
    (SEED, "해결할 필요성을", "동결할 필요성을", "'동결'"),
    # the same words in another order, or joined otherwise
    (SEED, "en: that the ROK has nominated a competent candidate", "en: that a competent candidate has nominated the ROK", "in another order"),
    (SEED, "        to explore ways to bring exchanges and tourism back on track, based", "        to bring exchanges and tourism back on track to explore ways, based", "in another order"),
    (SEED, "en: for the “ASEAN Outlook", "en: against the “ASEAN Outlook", "'against' before 'ASEAN': the quote joins it otherwise"),
    (SEED, "en: for the Korean Peninsula peace process", "en: for the process and the Korean Peninsula peace", "in another order"),
    (DIALOGUE, "en: the seizure of the trawler Asta", "en: the trawler Asta of the seizure", "in another order"),
    (SEED, "but due to the COVID-19 situation was held", "but despite the COVID-19 situation was held", "'despite' before 'COVID'"),
    (DIALOGUE, "en: on the need to keep the Strait", "en: on the need by keeping the Strait", "'by' before 'keeping': the quote joins it otherwise"),
    # Korean words of direction, decision and denial
    (SEED, "협력을 강화할 방안을 폭넓게", "협력을 강화하기로", "ends in a decision ('…기로'), which discussion is not"),
    (DIALOGUE, "2033년까지", "2033년부터", "'부터' is not in the English text"),
    (SUMMIT, "하락하지 않는 한", "하락하면", "the gist loses the 'unless' of the quote"),
    (SECRETARIAT, "취급되어서는 안 된다는] 이", "취급되어야 한다는] 이", "lose the negation that they have in English"),
    # who was there is not merely mentioned; some of a side are not the side
    (SEED, "side: asean\n    presence: attended\n    roles: [co_chair]", "side: asean\n    presence: mentioned", "was there; presence is attended"),
    (SUMMIT, "label: A number of League members, sides: []", "label: A number of League members, sides: [sarn]", "of a side is not the side"),
    # what a meeting is called, where it was to be, what is worked out
    (DIALOGUE, "name: {en: Verelia-Sarn Dialogue", "name: {en: Tenth Verelia-Sarn Dialogue", "does not number it 10 in its title"),
    (SEED, "ko: 한-아세안 대화}", "ko: 한-브루나이 대화}", "'브루나이' is brunei, which is no side of it"),
    (SEED, "name: {en: ROK, ko: 한국}", "name: {en: ROK, ko: 서울}", "'서울' is not rok"),
    (SEED, '    format: {is: virtual, paragraph: "1.1", quote: it was held in a virtual format}\n', "", "give the format"),
    (SEED, "of: {en: the announcement of the AOIP", "of: {en: the adoption of the AOIP", "'adoption' is not in ¶4.2"),
    (SEED, "  - as soon as the COVID-19 situation improves", "  - as soon as", "says no condition; add the words after it"),
    # days, places and plans of other things than the meeting
    (DIALOGUE, 'date: 2031-03-12\n      paragraph: "1"\n      quote: on March 12', 'date: 2031-02-02\n      paragraph: "4.1"\n      quote: on February 2', "does not speak of a meeting"),
    (SUMMIT, '{name: {en: Tamber Bay, ko: 탐베르 베이}, paragraph: "1", quote: was held in Tamber Bay}', '{name: {en: Ishvar, ko: 이시바르}, paragraph: "4", quote: between Verelia and Ishvar}', "what is said stands between the meeting and the place"),
    # who "They" are, whose something is, what a condition goes on with
    (SEED, "refers_to: the two sides\n    sides: [rok, asean]\n    act: agreement\n    verb: agreed", "refers_to: the ROK side\n    because: the ROK side leads here\n    sides: [rok]\n    act: commitment\n    verb: agreed", "are all of them; refers_to is their label"),
    (DIALOGUE, "en: for the candidacy", "en: for its candidacy", "'its' is not in the quote"),
    (CALL, "conditions: [once sanctions are lifted]", "conditions: [once sanctions]", "the condition goes on ('are' …)"),
    (SEED, "issuer: rok-mofa", "issuer: rok-mfa", "unknown issuer 'rok-mfa', did you mean 'rok-mofa'?"),
    (SEED, "  - id: 2-b", "  - id: 2-a", "'2-a' stands twice; keep one"),
    (SUMMIT, "person: lucan-brisk}", "person: nima-oster}", "'Minister Brisk' does not name 'nima-oster'"),
    (SEED, "topics: [wto]", "topics: []", "say what it is about: one topic at least"),
    (SEED, "reply_to: 5-a", "reply_to: 5-b", "'5-b' does not stand before it; a reply answers an earlier statement"),
    (SEED, "    presence: attended\n    roles: [co_chair]", "    presence: attended", "makes 'Emaleen Abdul Rahman Teo' co_chair; name that"),
    (SEED, "    party: usa\n    presence: mentioned", "    party: \"no\"\n    presence: mentioned", "unknown party 'no'"),
    (SEED, "    verb: introduced\n", "    verb: introduced\n    addressee: [usa]\n", "does not name usa"),
]  # fmt: skip


@pytest.mark.parametrize(("release", "true", "false", "words"), PLANTED, ids=[words for *_, words in PLANTED])
def test_a_planted_fault_is_named(tmp_path: Path, release: str, true: str, false: str, words: str) -> None:
    found = faults(tmp_path, release, (true, false))
    assert [fault for fault in found if words in fault] != [], found


def test_a_statement_left_out_is_missed_even_where_its_paragraph_has_another(tmp_path: Path) -> None:
    text = (FICTION / "releases" / f"{DIALOGUE}.yaml").read_text(encoding="utf-8")
    start = text.index("  - id: 4.2-a")
    removed = text[start : text.index("  - id: 5-a")]
    found = faults(tmp_path, DIALOGUE, (removed, ""))
    assert [fault for fault in found if "¶4.2" in fault] != []


@pytest.mark.parametrize(
    ("first", "second"), [("4.1-d", "4.2-a"), ("4.2-b", "4.2-c"), ("3.2-b", "3.2-c"), ("2-b", "3-a"), ("5-b", "6-a")]
)
def test_a_further_verb_left_out_is_missed(tmp_path: Path, first: str, second: str) -> None:
    text = (DATA / "releases" / f"{SEED}.yaml").read_text(encoding="utf-8")
    removed = text[text.index(f"  - id: {first}\n") : text.index(f"  - id: {second}\n")]
    found = faults(tmp_path, SEED, (removed, ""))
    assert [fault for fault in found if f"¶{first.split('-', maxsplit=1)[0]}: no statement holds" in fault] != []


def test_several_faults_come_in_one_report_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        SEED,
        ("act: endorsement", "act: agreement"),
        ("topics: [nsp,", "topics: [npss,"),
        ("published: 2020-08-27", "published: 2020-08-28"),
        ("verb: requested", "verb: begged"),
    )
    places = [fault.split(":")[0] for fault in found]
    assert places == ["id", "published", "statements[8].topics[0]", "statements[28].act", "statements[29].verb"]


def test_every_fault_of_one_statement_comes_at_once_whatever_else_in_it_cannot_be_read(tmp_path: Path) -> None:
    start = (
        "addressee: [asean]\n    act: request\n    verb: requested\n    quote: >-\n      Deputy Minister Kim requested"
    )
    found = faults(
        tmp_path,
        SEED,
        (start, start.replace("[asean]", "asean").replace("act: request", "act: plea").replace("Kim req", "Kim rq")),
        ("topics: [wto]", "topics: [trade-body]\n    colour: red"),
    )
    assert [fault.split(":")[0] for fault in found] == [
        "statements[29].addressee",
        "statements[29].act",
        "statements[29].quote",
        "statements[29].topics[0]",
        "statements[29].colour",
    ]


def test_every_fault_of_one_participant_comes_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        SEED,
        (
            "party: brunei\n    side: asean\n    presence: attended",
            "party: brunai\n    side: asian\n    presence: there",
        ),
    )
    assert [fault.split(":")[0] for fault in found if fault.startswith("participants[1]")] == [
        "participants[1].party",
        "participants[1].side",
        "participants[1].presence",
    ]
