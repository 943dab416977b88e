"""A name that is printed in Latin letters, as somebody would write it in Hangul: "Emaleen" is "에말린".

Korean spells foreign names by sound and people do it each in their own way, so every letter of a syllable stands for
all that it may render; the vowel ㅡ only parts consonants, and an English r is often not heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

SYLLABLES_LEAST = 2
"""Fewer are too little to know a name by."""
SYLLABLES_MOST = 8
ALONE = re.compile(r"(?:에서|에게|으로|까지|부터|에서의|[은는이가을를과와의도에로항시만섬])?(?![가-힣])")
"""After a name of one syllable, or at the end of a word: it ends there, or a particle does, or the kind of a place."""
INITIALS = {
    **dict.fromkeys("ᄀᄁᄏ", "(?:ck?h?|kh?|gh?|q)"),
    **dict.fromkeys("ᄂ", "k?n"),
    **dict.fromkeys("ᄃᄄᄐ", "(?:th?|dh?|dt)"),
    **dict.fromkeys("ᄅ", "(?:l|w?rh?)"),
    **dict.fromkeys("ᄆ", "m"),
    **dict.fromkeys("ᄇᄈᄑ", "(?:ph?|b|v|f)"),
    **dict.fromkeys("ᄉᄊ", "(?:sc?h?|c|th|x|z)"),
    **dict.fromkeys("ᄋ", "[ywh]?"),
    **dict.fromkeys("ᄌᄍᄎ", "(?:t?ch?|j|zh?|ts|tz|dg|g|dj)"),
    **dict.fromkeys("ᄒ", "(?:h|kh|j|f|wh)"),
}
VOWELS = {
    "ᅡ": "a+|o|u|i(?=t|gh)",
    "ᅢ": "a|ae|ai|e|ea",
    "ᅣ": "i?a|ya|ja",
    "ᅤ": "ya|ia",
    "ᅦ": "e|a|ae|ai|ay|ei|ey|ea|ie",
    "ᅥ": "[aeiou]{1,2}",
    "ᅧ": "yeo|y?o|ye|yu|io|ea",
    "ᅨ": "y?e|ie|je",
    "ᅩ": "o|eo|oa|oe|oo|ou|au|aw|a",
    "ᅪ": "[wuo]h?a",
    "ᅫ": "[wu]h?[ae]",
    "ᅬ": "oe|oi|eu|we",
    "ᅭ": "yo|io|jo|o",
    "ᅮ": "u|oo|ou|w|ue|ew|o",
    "ᅯ": "wh?[oae]|uo|o",
    "ᅰ": "[wu]h?[ae]",
    "ᅱ": "[wu]h?[iey]|ui|y",
    "ᅲ": "y?u|[ei][wu]|ou|oo",
    "ᅳ": "[aeiou]?",
    "ᅴ": "e?ui|ee|i",
    "ᅵ": "i|y|e|ee|ea|ei|ey|ie|(?<=[aei])(?:gh)?",
}
FINALS = {
    "ᆨ": "(?:ck?|k|g|q)",
    "ᆫ": "(?:ne?|m)",
    "ᆮ": "[td]",
    "ᆯ": "(?:l|r)e?",
    "ᆷ": "me?",
    "ᆸ": "[pb]",
    "ᆺ": "(?:t|d|th|s)",
    "ᆻ": "(?:t|s)",
    "ᆼ": "(?:ng|n)",
    "ᇀ": "t",
}
WRITTEN_TWICE = frozenset({"ᆯᄅ", "ᆷᄆ", "ᆫᄂ"})
"""One consonant in two syllables: "할람" is Hallam."""
UNHEARD = "h?(?:r(?![aeiouy]))?w?"
"""Letters after a vowel that Korean leaves out: Rahman, Marsh, Marrow."""
END = "(?:e|gh)?"
TWICE = re.compile(r"([^aeiou])\1+")


@lru_cache(maxsize=4096)
def sound_of(hangul: str) -> re.Pattern[str] | None:
    """What a word in Latin letters matches as a whole, each consonant once, if a Korean word may render it.

    None where the word is too short, or is not Korean alone.
    """
    return _pattern(hangul) if len(hangul) >= SYLLABLES_LEAST else None


@lru_cache(maxsize=8192)
def _pattern(hangul: str) -> re.Pattern[str] | None:
    found: list[str] = []
    letters = unicodedata.normalize("NFD", hangul)
    for letter, after in zip(letters, f"{letters[1:]} ", strict=True):
        if letter in VOWELS:
            found.append(f"(?:{VOWELS[letter]}){UNHEARD}")
        elif letter in INITIALS:
            found.append(INITIALS[letter])
        elif letter not in FINALS:
            return None
        elif f"{letter}{after}" not in WRITTEN_TWICE:
            found.append(FINALS[letter])
    return re.compile("".join(found) + END)


@lru_cache(maxsize=16_384)
def heard_in(latin: str, korean: str) -> tuple[int, int] | None:
    """Where a word in Latin letters (a key) stands in a Korean text as somebody may write it there, or None.

    A word of its own may be one syllable ("펠"); inside of one ("포트안셀") it is two at least.
    """
    heard = as_heard(latin)
    begun = False
    inside: list[int] = []
    for at, letter in enumerate(korean):
        hangul = "\uac00" <= letter <= "\ud7a3"
        if hangul and _begins(heard[:2], (ord(letter) - 0xAC00) // 588):
            least = SYLLABLES_LEAST - (ALONE.match(korean, at + 1) is not None)
            ends = () if begun else tuple(_heard_at(heard, korean, at, least))
            if ends:
                return at, next((end for end in ends if ALONE.match(korean, end)), ends[0])
            if begun:
                inside.append(at)
        begun = hangul
    found = ((at, end) for at in inside for end in _heard_at(heard, korean, at, SYLLABLES_LEAST))
    return next((place for place in found if ALONE.match(korean, place[1])), None)


def _heard_at(heard: str, korean: str, at: int, least: int) -> Iterator[int]:
    """Where the stretches from a place on end that sound like a word, the longest first."""
    for size in range(min(len(heard), SYLLABLES_MOST), least - 1, -1):
        hangul = korean[at : at + size]
        if len(hangul) == size and hangul.isalpha() and (sound := _pattern(hangul)) and sound.fullmatch(heard):
            yield at + size


@lru_cache(maxsize=4096)
def _begins(latin: str, initial: int) -> bool:
    """Whether a Korean consonant (by its number) may stand where a word in Latin letters begins."""
    pattern = INITIALS[chr(0x1100 + initial)]
    return pattern.endswith("?") or re.match(pattern, latin) is not None


def as_heard(latin: str) -> str:
    """A word in Latin letters (a key) as ``sound_of`` is to match it."""
    return TWICE.sub(r"\1", latin)
