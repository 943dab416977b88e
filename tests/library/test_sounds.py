"""Names in Latin letters, heard in Hangul."""

from __future__ import annotations

import pytest

from bot.library.sounds import as_heard, sound_of

HEARD = (
    "에말린 emaleen, 압둘 abdul, 라만 rahman, 테오 teo, 베인 vane, 일베스 ilves, 마로 marrow, "
    "마로우 marrow, 할람 hallam, "
    "벨마르 velmar, 벨마 velmar, 카터 carter, 홀름 holm, 홈스 homes, 스톡턴 stockton, 윌슨 wilson, 조지 george, "
    "나이트 knight, "
    "라이트 wright, 지머 zimmer, 토머스 thomas, 이바노프 ivanov, 무함마드 muhammad, 랭포드 langford"
)
UNHEARD = (
    "라면 rahman, 커피 teo, 배터리 abdul, 로켓 ross, 테러 teo, 도로 thorne, 비자 vane, 벤처 vane, 반도 vane, "
    "변호 vane, 대화 teo, 마비 marrow, 할인 hallam, 일부 ilves"
)


@pytest.mark.parametrize("pair", HEARD.split(", "))
def test_a_korean_spelling_is_heard_as_the_name(pair: str) -> None:
    korean, latin = pair.split()
    sound = sound_of(korean)
    assert sound is not None
    assert sound.fullmatch(as_heard(latin))


@pytest.mark.parametrize("pair", UNHEARD.split(", "))
def test_another_word_is_not(pair: str) -> None:
    korean, latin = pair.split()
    sound = sound_of(korean)
    assert sound is not None
    assert not sound.fullmatch(as_heard(latin))


@pytest.mark.parametrize("typed", ["손", "teo", "테오's", ""])
def test_too_little_or_no_korean_has_no_sound(typed: str) -> None:
    assert sound_of(typed) is None
