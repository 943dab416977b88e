"""A question in the words that are read: what people write short in full, what only leads up to it left out."""

from __future__ import annotations

import re

from bot.answers.asking.spelling import Word, words_of
from bot.library.numbers import KOREAN_NUMBER, korean_number
from bot.model.asking import Asking

ASKED_FOR = re.compile(r"해\s?달라고\s?(했|한|하)")
"""Korean for "asked to"."""
ASKED_THAT = re.compile(r"해\s달라(?=[는고던])")
ORDINAL = re.compile(r"(첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열)번째")
"""A Korean number in words, written together with its counter."""
LIKE = re.compile(
    r"\b(?!(?:would|look|looks|looked|feel|feels|sound|sounds|seem|seems|is|was|were|be|been|being|it|they|you|we|he|she|did|does"
    r"|do|not|more|just|anything|something|nothing|much)\b)(\w+)\s+like\s+(?!to\b|this\b|that\b|it\b|in\b|for\b|at\b|what\b)",
    re.IGNORECASE,
)
"""Before an example: "groups like the elderly" are groups such as the elderly."""
KEPT_TO = re.compile(r"합의\s?사항의?\s(?=이행|준수|실천|점검)")
"""What was agreed before and is to be carried out: not a question for what was agreed."""
BOTH_OF_TWO = re.compile(r"(?<=[과와랑])\s(\S+?)\s?(?:양측|양쪽|양국|둘|두 나라|두 측)\s?(?:다|모두)\s")
"""Both of two who are named before it: "한국과 아세안 양측 모두"."""
PLANNED = ("원래", "당초", "애초")
DECIDED = re.compile(r"기로\s?(했(?!었)|한|하)")
"""Korean for "were to": nothing weaker than an agreement bears it out."""
OR_NOT = re.compile(
    r",?\s+or\s+(?:not|no)\b|(?<=[어나음함지])[,\s]+안\s?(?:했|됐|왔|갔|한)[가-힣]*(?=\s*\??$)", re.IGNORECASE
)
"""What only offers the contrary of what is asked: "or not?"."""
WHEN_ASKED = re.compile(
    r"\b(?:when|after|once)\s+(?:[\w'-]+\s+){0,5}?"
    r"(?:asked|requested|proposed|suggested|raised|brought up|pushed|pressed|urged|called|stressed|said)\b"
    r"(?:\s+(?:them|it|him|her|for|about|on|that|the issue of))*(?=\s)",
    re.IGNORECASE,
)
"""The occasion of a reply: "when Kim asked them about …"."""
WHO_ELSE = re.compile(r"\b(?:who|whom|anyone|anybody)\b|누가|누구|또", re.IGNORECASE)
BESIDES = re.compile(
    r"(?:\b(?:besides|apart from|aside from|other than|in addition to|except for)\s+"
    r"(?:[^,?]+,|(?:(?!(?:who|what|which|was|were|did)\b)[\w'’-]+\s+)+(?=(?:who|what|which|was|were|did)\b)|[^,?]+$)"
    r"|\S+(?:과|와|,)?(?:\s\S+)?\s?(?:말고|외에|이외에|빼고)(?:는|도)?\s)",
    re.IGNORECASE,
)
"""Who or what is asked about no more, since it is known: "besides the co-chairs", "의장 말고"."""
MERELY = re.compile(r"\b(?:only|just|merely)\s+(?=(?:discuss|talk|exchange|mention)\w*ed\b)", re.IGNORECASE)
"""Says of a discussion that it was no more, not that one side held it alone."""
DISCUSSED_ONLY = re.compile(
    r"(?P<discussed>\b(?:discuss|talk|exchange)\w*\b.*?),?\s+(?:(?:but|and|with|without)\s+)*(?:not?|never|without|any|an)\s+"
    r"(?:\w+\s+){0,2}?(?:outcomes?|agreed|agreements?|decided|decisions?|conclusions?|results?|settled)\b"
    r"|(?P<korean>논의|협의|토의)만 하고 \S+(?:는|은|를|을)? ?(?:안|못) ?(?=했|한|하)",
    re.IGNORECASE,
)
"""What only says again that a discussion is no outcome: "discussed but not agreed"."""
WHO_OF_TWO = re.compile(
    r"^\S+(?:이|가)\s(?P<did>.+(?:했|였|됐)(?:나|어|나요|는지|습니까|나|는가))\??[\s,]*아니면\s\S+(?:이|가)\s.+$"
)
"""Which of two did something, each with its own verb: "A가 요청했나 아니면 B가 요청했나"."""
HOW_LONG = re.compile(r",?\s+and\s+(?:for\s+)?how long(?=\s*\??$)", re.IGNORECASE)
"""Asked beside what a statement says at once: "suspended, and for how long"."""
PREMISE = re.compile(
    r"^(?:\S+(?:이|가|은|는|에서)\s)?(?P<what>.+?)\s?(?P<did>요청|제안|촉구|요구|제의|초청|질문)"
    r"(?:했는데|했지만|했을 때|하자|한 데 대해|한 것에 대해|하니까)[\s,]+(?P<rest>.+)$"
)
"""What somebody asked for, said first so as to ask for the reply: "비자 완화를 요청했는데 …는 뭐라고 했나"."""
ANSWERED_TO = re.compile(
    r"^(?P<what>.+?)\s?(?P<did>요청|제안|촉구|요구|제의|초청|질문|부탁)에\s"
    r"(?:(?!대|관)|(?:대해서?|대하여|관해)\s(?=\S+(?:은|는|이|가)\s))"
    r"(?P<rest>.*?(?:뭐|무엇|뭘|어떻|어떤|무슨|반응|답|응답|대응|입장).*)$"
)
"""The same with the deed as a noun: "유명희 지지 요청에 아세안은 뭐라고 했어"."""
SHORT_SUM = re.compile(r"(?<=\d)\s?(m|mn|mln|bn|k)\b", re.IGNORECASE)
SUMS = {"m": "million", "mn": "million", "mln": "million", "bn": "billion", "k": "thousand"}
SAID_TO_IT = re.compile(
    r"(?<=\bsay )(?:about|on|to|regarding)(?! (?:his|her|their|its|your)\b)"
    r"(?= (?:[\w'’-]+ ){0,6}?(?:request|proposal|offer|invitation|suggestion|appeal|demand)s?\b)",
    re.IGNORECASE,
)
"""What was said of another's proposal is a reply to it: "say about the tidal power proposal"."""
SAID = re.compile(r"\b(?:say|said|reply|replied|respond|responded|answer|answered|react|reacted)\b", re.IGNORECASE)


def reworded(rest: str) -> str:
    """A question with its sums in digits, without an "or not?", and with the occasion of a reply as one."""
    rest = SHORT_SUM.sub(lambda match: f" {SUMS[match[1].lower()]}", rest)
    rest = KOREAN_NUMBER.sub(lambda match: f"{korean_number(match[0]):.0f}", rest)
    rest = ORDINAL.sub(r"\1 번째", ASKED_THAT.sub("해달라", rest))
    rest = KEPT_TO.sub("합의 ", rest)
    rest = BOTH_OF_TWO.sub(r" \1이 모두 ", rest)
    rest = LIKE.sub(r"\1 such as ", rest)
    rest = WHO_OF_TWO.sub(r"누가 \g<did>", rest)
    rest = HOW_LONG.sub("", rest)
    rest = MERELY.sub("", rest)
    rest = DISCUSSED_ONLY.sub(lambda match: match["discussed"] or match["korean"], rest)
    if premise := PREMISE.match(rest) or ANSWERED_TO.match(rest):
        rest = f"{premise['what']} {premise['did']}에 대한 답변으로 {premise['rest']}"
    rest = SAID_TO_IT.sub("in response to", rest)
    rest = BESIDES.sub(" ", rest) if WHO_ELSE.search(rest) else rest
    rest = OR_NOT.sub("", ASKED_FOR.sub(r"를 요청\1", rest))
    rest = rest if any(word in rest for word in PLANNED) else DECIDED.sub(r"기로 합의\1", rest)
    if (occasion := WHEN_ASKED.search(rest)) and SAID.search(rest[: occasion.start()]):
        rest = f"{rest[: occasion.start()]} in response to {rest[occasion.end() :]}"
    return rest


def in_full(words: tuple[Word, ...], asking: Asking) -> tuple[Word, ...]:
    """The words of a question, those that people write short in full."""
    if not any(word.text in asking.shorthand for word in words):
        return words
    return words_of(" ".join(asking.shorthand.get(word.text, word.text) for word in words))


def without_fillers(words: tuple[Word, ...], asking: Asking) -> tuple[Word, ...]:
    """The question without the words that only lead up to it."""
    fillers = {tuple(word.text for word in words_of(text)) for text in asking.fillers.all()}
    most = max((len(filler) for filler in fillers), default=0)
    while words:
        text = tuple(word.text for word in words[:most])
        head = next((size for size in range(len(text), 0, -1) if text[:size] in fillers), 0)
        if not head or head == len(words):
            return words
        words = words[head:]
    return words
