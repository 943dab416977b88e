"""Numbers that a text states: in digits, in words, as ordinals, as months; and Korean numbers to compare with them."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

from bot.library.quotes import words_in

ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905 - read as one
    "sixteen seventeen eighteen nineteen twenty".split()
)
ORDINALS = tuple(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "  # noqa: SIM905 - read as one
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
PAIRS = {
    "both": 2,
    "twice": 2,
    "double": 2,
    "half": 2,
    "once": 1,
    "single": 1,
    "a": 1,
    "an": 1,
    "dozen": 12,
    "midnight": 12,
    "noon": 12,
}
WORDS: dict[str, float] = {
    **{word: number for words in (ONES, ORDINALS) for number, word in enumerate(words)},
    **TENS,
    **PAIRS,
}
MONTHS = tuple(calendar.month_name[number].lower() for number in range(1, 13))
MONTH_WORDS = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept"))
LETTERS = re.compile(r"[a-z]+")
CAPITALS = re.compile(r"[A-Z][a-z]{2,8}")
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
KOREAN = re.compile(r"(\d+(?:,\d{3})+|\d+(?:\.\d+)?)\s?(천만|백만|십만|만|천|백|억|조|월)?")
KOREAN_NUMBER = re.compile(
    r"\d[\d,.]*\s?(?:천만|백만|십만|만|천|백|억|조)(?:\s?\d[\d,.]*\s?(?:천만|백만|십만|만|천|백))*"
)
"""A number with its units: "4천만", "1억 5천만"."""
KOREAN_DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레 ": 7, "여드레": 8, "아흐레": 9, "열흘": 10}
NATIVE = dict(zip("두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), range(2, 11), strict=True))  # noqa: SIM905 - read as one
NATIVE_LETTER = re.compile(f"[{''.join(word[0] for word in NATIVE)}]")
KOREAN_COUNT = re.compile(
    rf"(?<![가-힣])({'|'.join(NATIVE)}) ?(?:척|대|명|곳|개|건|국|나라|차례|가지|마리)"
    r"(?:(?:에서|에게|으로|까지|부터|마다|이나|만|씩|간|도|의|이|가|은|는|을|를|에|와|과|로)*(?![가-힣])|(?![가-힣]{2}))"
)
KOREAN_ORDINAL = re.compile(rf"(?<![가-힣])({'|'.join(NATIVE)}) ?번째|(?<![가-힣])(둘|셋|넷)째")
ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)
UNITS = {
    "백": 100,
    "천": 1_000,
    "만": 10_000,
    "십만": 100_000,
    "백만": 1_000_000,
    "천만": 10_000_000,
    "억": 100_000_000,
    "조": 1_000_000_000_000,
}


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def korean_number(text: str) -> float:
    """What a Korean number with its units comes to: 40,000,000 for "4천만", 150,000,000 for "1억 5천만"."""
    return sum(_value(match[1]) * UNITS[match[2]] for match in KOREAN.finditer(text) if match[2] in UNITS)


def _korean_in(text: str) -> list[tuple[str, float]]:
    """Every number in digits of a Korean text as printed, and what it comes to; months apart."""
    whole = [(m[0], korean_number(m[0])) for m in KOREAN_NUMBER.finditer(text)]
    rest = KOREAN_NUMBER.sub(" ", text)
    return whole + [(m[0].strip(), _value(m[1])) for m in KOREAN.finditer(rest) if m[2] != "월"]


@lru_cache(maxsize=1024)
def numbers_in(text: str) -> frozenset[float]:
    """Every number that an English text states, months apart; "20 million" counts as 20 and as 20,000,000."""
    has_digits = DIGIT.search(text)
    plain = not has_digits and "_" not in text and text.isascii()
    words = words_in(text) if plain else LETTERS.findall(text.lower())
    found = {WORDS[word] for word in WORDS.keys() & words}
    for match in DIGITS.finditer(text) if has_digits else ():
        found.add(_value(match[0]))
        following = text[match.end() :].lstrip(" -").lower()
        for word, size in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)):
            if following.startswith(word):
                found.add(_value(match[0]) * size)
    return frozenset(found)


@lru_cache(maxsize=1024)
def months_in(text: str) -> frozenset[int]:
    """The months that an English text names, from 1."""
    words = {word[:3] for word in map(str.lower, CAPITALS.findall(text)) if word in MONTH_WORDS}
    return frozenset(number for number, month in enumerate(MONTHS, 1) if month[:3] in words)


def ordinals_in(text: str) -> frozenset[int]:
    """The ordinals in a text, "first" aside: that is mostly no number of a session."""
    digits = re.findall(r"\b(\d+)(?:st|nd|rd|th)\b|제?\s?(\d+)차", text)
    words = (ORDINALS.index(w) for w in LETTERS.findall(text.lower()) if w in ORDINALS[2:])
    return frozenset((*(int(a or b) for a, b in digits), *words))


SIDES = r"(?!\s+(?:sides|countries|parties|ministers|delegations|leaders|nations|presidents|states)\b)"
COUNTED = re.compile(rf"(?<![\w-])(?:{'|'.join([*ONES[2:], *TENS])})\b{SIDES}", re.IGNORECASE)
NATIVE_KOREAN = 12
"""Up to here Korean mostly counts in words of its own."""


SINGLE = frozenset((1.0,))
"""What "a" and "one" state: none of the words that are counted."""


def lost_numbers(text: str, gist: str, *, korean: bool) -> tuple[str, ...]:
    """The numbers and months of an English text that its gist, in English or Korean, does not state."""
    if numbers_in(text) <= SINGLE and not DIGIT.search(text) and not months_in(text):
        return ()
    stated = {*numbers_in(gist), *(value for _, value in _korean_in(gist))}
    lost = [
        match[0]
        for match in re.finditer(rf"(?<![\w-])(?:{DIGITS.pattern})", text)
        if not numbers_in(text[match.start() : match.end() + len(" thousand")]) & stated
        and not (korean and _value(match[0]) <= NATIVE_KOREAN)
    ]
    if korean:
        return (*lost, *(MONTHS[m - 1].title() for m in sorted(months_in(text)) if f"{m}월" not in gist))
    lost += [word for word in COUNTED.findall(text) if WORDS[word.lower()] not in stated]
    return (*lost, *(MONTHS[m - 1].title() for m in sorted(months_in(text) - months_in(gist))))


def _absent_words(gist: str, text: str) -> list[str]:
    """The numbers that a Korean gist has in words, and an English text does not state."""
    counted = [(m[0], NATIVE[m[1]]) for m in KOREAN_COUNT.finditer(gist)] if NATIVE_LETTER.search(gist) else []
    cardinal = numbers_in(ORDINAL.sub(" ", text)) if counted else frozenset[float]()
    absent = [word for word, value in counted if value not in cardinal]
    for match in KOREAN_ORDINAL.finditer(gist) if "째" in gist else ():
        value = NATIVE[match[1]] if match[1] else "둘셋넷".index(match[2]) + 2
        if value not in ordinals_in(text):
            absent.append(match[0])
    return absent + [word for word, value in KOREAN_DAYS.items() if word in gist and value not in numbers_in(text)]


def absent_numbers(gist: str, text: str) -> tuple[str, ...]:
    """The numbers of a gist, in English or Korean, that an English text does not state."""
    absent = [] if gist.isascii() else _absent_words(gist, text)
    if not DIGIT.search(gist):
        return tuple(absent)
    known, months = numbers_in(text), months_in(text)
    absent += [printed for printed, value in _korean_in(gist) if value not in known]
    absent += [m[0] for m in re.finditer(r"(\d+)\s?월", gist) if float(m[1]) not in {*months, *known}]
    return tuple(absent)
