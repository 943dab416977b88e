"""Korean answers are written in one style, with particles that follow the sound, and names in Korean where sourced."""

from __future__ import annotations

import re

import pytest

from bot.cards.language import with_particles
from bot.model.value import Locale
from tests.shelves import DATA, app, readings

SENTENCES = dict(app().languages[Locale.KO].sentences)
POLITE = ("니다.", "세요.", "요?")
YES_AND_NO = ("네.", "아니요.", "{number}.")
NAMES = {name for name in SENTENCES if name.startswith(("command.", "option."))}
OLD_WORD = re.compile(r"(?<!보도)자료")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("김건(Kim Gunn)은(는)", "김건(Kim Gunn)은"),
        ("에멀린 (Emaleen Abdul Rahman Teo)이(가)", "에멀린 (Emaleen Abdul Rahman Teo)이"),
        ("유명희(Yoo Myung-Hee)을(를)", "유명희(Yoo Myung-Hee)를"),
        ("“북한(DPRK)”은(는)", "“북한(DPRK)”은"),
        ("미국은(는)", "미국은"),
        ("ASEAN은(는)", "ASEAN은"),
        ("AOIP과(와)", "AOIP와"),
        ("WTO이(가)", "WTO가"),
        ("Kim Gunn은(는)", "Kim Gunn은"),
        ("Brunei을(를)", "Brunei를"),
        ("2020-08-27은(는)", "2020-08-27은"),
        ("“일본”(이)라는", "“일본”이라는"),
        ("Park은(는)", "Park은(는)"),
    ],
)
def test_a_particle_follows_the_sound_of_the_name_before_it_not_of_the_bracket(sentence: str, shown: str) -> None:
    assert with_particles(sentence) == shown


@pytest.mark.parametrize("name", sorted(set(SENTENCES) - NAMES))
def test_a_sentence_is_polite_and_a_heading_is_a_noun(name: str) -> None:
    for sentence in re.split(r"(?<=\D[.?])\s+", SENTENCES[name]):
        bare = re.sub(r"\s*\{marks?\}", "", sentence)
        if bare.endswith((".", "?")):
            assert bare in YES_AND_NO or bare.endswith(POLITE)
        else:
            assert not bare.endswith(("습니다", "입니다", "세요"))


@pytest.mark.parametrize("name", sorted(set(SENTENCES) - {"command.release", "option.release", "option.other"}))
def test_a_release_is_called_by_one_word(name: str) -> None:
    assert OLD_WORD.search(SENTENCES[name]) is None


def test_people_have_their_korean_names_in_korean_gists_where_a_source_gives_them() -> None:
    people = app().library.vocabulary.people.values()
    sourced = [person.name for person in people if person.other_script]
    gists = [s.gist.ko for reading in readings(DATA) for s in reading.release.statements]
    assert [(name, gist) for gist in gists for name in sourced if name in gist] == []
