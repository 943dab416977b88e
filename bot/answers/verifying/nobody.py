"""Words in a speaker's place that put nobody there: the release itself, a pronoun, somebody of the writer's own."""

from __future__ import annotations

import re

from bot.library.words import key

NO_SPEAKER = frozenset(
    word
    for line in (
        "release releases statement statements readout text report reports document paper article transcript record",
        "minutes paragraph sentence line passage section part quote quotation message summary communique news press",
        "media account website site page post tweet headline title ministry mofa colleague friend boss somebody",
        "someone everybody people everyone nobody anybody anyone it he she they this that these those there here who",
        "which what we i you one mine meeting dialogue talks wording words outcome agenda",
        "보도자료 자료 발표문 성명 성명서 기사 언론 매체 원문 문서 본문 내용 문장 문단 구절 인용문 인용 요약 발표",
        "뉴스 보도 회의록 누가 누군가 사람 사람들 이것 그것 저것 이 그 저 그는 그녀 그들 나 우리 저희 다음 아래 위",
        "여기 거기 회의 대화 말 표현 질문 제목 친구 동료 상사 이게 그게 여기에 모두",
    )
    for word in line.split()
)
PRONOUNS = frozenset(("he", "she", "they", "it", "both", "그", "그녀", "그들"))
LOOSE = frozenset(("my", "your", "our", "some", "any", "no", "every"))
"""Before a noun these name nobody."""
ADDED = re.compile(r"\s(?:of|by|from|on|in|dated|about)\s.*$", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?=\s)")
ENDINGS_KO = re.compile(r"(?<=[가-힣A-Za-z])(?:께서는|께서|에서는|에서|은|는|이|가|도|의)$")


def is_nobody(typed: str) -> bool:
    """Whether some words that stand as a subject put nobody in the speaker's place."""
    words = key(ADDED.sub("", POSSESSIVE.sub("", typed))).split()
    if not words or words[0] in LOOSE or words[-1].isdecimal():
        return True
    return words[-1] in NO_SPEAKER or ENDINGS_KO.sub("", words[-1]) in NO_SPEAKER


def is_pronoun(typed: str) -> bool:
    """Whether some words are one that points back."""
    return ENDINGS_KO.sub("", key(typed)) in PRONOUNS
