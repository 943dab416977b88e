"""A statement stands under a topic that its words, or those around it, speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.topic_words import TopicWords
from bot.model.value import Aliases, Words
from bot.model.vocabulary import Topic
from tests.library.one_sentence import faults_of

VERELIA = {"label": "The Verelian side", "sides": ["verelia"]}

BORNE = [
    # by a word of the topic, of one below it, or in Korean
    ("the new scholarships", "새 장학금을", ["education"]),
    ("a fishing ban off the cape", "곶 앞바다의 조업 금지를", ["fisheries"]),
    ("a fishing ban off the cape", "곶 앞바다의 조업 금지를", ["economy", "fisheries"]),
    # its own words are of one topic; of another are the words with which its sentence opens
    ("On health, the Verelian side explained a ferry", "여객선을", ["transport", "health"]),
    # areas that are only listed need not be told
    ("a plan for ferries in all areas, including health", "여객선 계획을", ["transport"]),
    ("a ferry to the islands", "섬으로 가는 여객선을", ["transport"]),
    ("its plans for learners", "유학생에 대한 계획을", ["education"]),
    ("the trade in herring", "청어 무역을", ["economy", "fisheries"]),
    # a name may bear a topic, but points to no other
    ("the rail line to Port Sable", "포트세이블행 철도 노선을", ["transport"]),
    ("the hospitality of Port Sable", "포트세이블의 환대를", ["relations"]),
    # by the part of the text around it
    ("On health, the Verelian side explained its new rules", "새 규칙을", ["health"]),
]  # fmt: skip

NOT_BORNE = [
    ("the new scholarships", "새 장학금을", ["energy"], "'scholarships' is education; put the statement under it"),
    ("the rail line to Port Sable", "포트세이블행 철도 노선을", ["health"], "'rail' is transport; put the statement"),
    ("its new rules", "새 규칙을", ["health"], "no word of 'health' stands in the quote or in ¶1"),
    ("its new rules", "새 규칙을", ["relations"], "no word of 'relations' stands in the quote or in ¶1"),
    ("the new scholarships", "새 장학금을", ["education", "fisheries"], "no word of 'fisheries' stands in the quote"),
    ("the rail line and the ferry", "철도와 여객선을", ["transport", "ketmar-strait"], "no word of 'ketmar-strait'"),
    # a word of the quote for which the statement stands under no topic, or only under the one above it
    ("the rail line and new scholarships", "철도를", ["transport"], "'scholarships' is education; add it"),
    ("a fishing ban off the cape", "곶 앞바다의 조업 금지를", ["economy"], "'fishing' is fisheries; add it, or say"),
    # its own words are of one topic, and those of the other stand in another clause
    ("While health is poor, the Verelian side explained a ferry", "여객선을", ["transport", "health"], "nor in what"),
    ("that funds are secured", "재원이 확보되었다고", ["security"], "no word of 'security' stands in the quote"),
]  # fmt: skip


def topic_faults(tmp_path: Path, content: str, korean: str, topics: list[str], **more: object) -> list[str]:
    """What is said of the topics of something that the Verelian side explains."""
    whole = content if "explained" in content else f"The Verelian side explained {content}"
    quote = f"{whole[whole.lower().index('the verelian') :]}"
    gist = {"en": quote.partition("explained ")[2], "ko": korean}
    statement = {
        "speaker": VERELIA["label"],
        "sides": VERELIA["sides"],
        "act": "information",
        "verb": "explained",
        "gist": gist,
        "topics": topics,
        "quote": quote,
        **more,
    }
    found = faults_of(tmp_path, f"{whole}.", speakers=(VERELIA,), statements=(statement,))
    return [fault for fault in found if "topics" in fault.partition(":")[0]]


@pytest.mark.parametrize(("content", "korean", "topics"), BORNE)
def test_a_topic_that_words_bear_is_accepted(tmp_path: Path, content: str, korean: str, topics: list[str]) -> None:
    assert topic_faults(tmp_path, content, korean, topics) == []


@pytest.mark.parametrize(("content", "korean", "topics", "words"), NOT_BORNE)
def test_a_topic_that_no_word_bears_is_refused(
    tmp_path: Path, content: str, korean: str, topics: list[str], words: str
) -> None:
    found = topic_faults(tmp_path, content, korean, topics)
    assert [fault for fault in found if words in fault] != [], found


def test_the_fault_says_what_to_do_and_where_the_words_point(tmp_path: Path) -> None:
    left_out, added = topic_faults(
        tmp_path, "the rail line and the new scholarships", "철도와 장학금을", ["transport", "health"]
    )
    assert left_out == (
        "statements[0].topics: 'scholarships' is education; add it, or say under not_topics why the statement is not "
        "on it"
    )
    assert added == (
        "statements[0].topics[1]: no word of 'health' stands in the quote or in ¶1; leave it out, or name the right "
        "topic: education ('scholarships'). Only where the text has a word that means this topic everywhere, add that "
        "to topics.yaml (aliases or narrower)"
    )


def test_a_topic_that_a_word_points_to_and_the_statement_is_not_on_is_excused_with_a_reason(tmp_path: Path) -> None:
    excused = [{"topic": "education", "why": "the name of a ship"}]
    content = "a ferry called Scholarships, and more scholarships"
    assert topic_faults(tmp_path, content, "여객선을", ["transport"], not_topics=excused) == []
    [fault] = topic_faults(tmp_path, "a ferry", "여객선을", ["transport"], not_topics=excused)
    assert fault == "statements[0].not_topics[0]: the quote has no word of 'education'; leave it out"


def test_an_alias_written_with_capitals_is_a_name_and_printed_so() -> None:
    talks = Topic(id="talks", name=Words(en="The talks", ko="회담"), aliases=Aliases(en=("Dialogue", "COVID-19")))
    words = TopicWords((talks,))
    assert [hit.word for hit in words.in_english("the importance of dialogue on covid-19")] == ["COVID-19"]
    assert [hit.word for hit in words.in_english("the Dialogue is held yearly")] == ["Dialogue"]


def test_of_words_in_words_the_longest_is_found() -> None:
    peninsula = Topic(
        id="peninsula", name=Words(en="The peninsula", ko="반도 정세"), aliases=Aliases(en=("peace process",))
    )
    peace = Topic(id="peace", name=Words(en="Peace", ko="평화"), aliases=Aliases(ko=("반도",)))
    words = TopicWords((peninsula, peace))
    assert [(hit.topic, hit.word) for hit in words.in_english("The peace process, and peace")] == [
        ("peninsula", "peace process"),
        ("peace", "peace"),
    ]
    assert [hit.topic for hit in words.in_korean("반도 정세와 반도를")] == ["peninsula", "peace"]
