"""Two questions in one: "who led the delegation and what did he propose?". Each is asked by itself."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.answer import Answer, Outcome, Unclear
from bot.answers.asked import Stop
from bot.answers.asking.evidence import Found, content_of
from bot.answers.asking.persons import people_shown
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul
from bot.answers.asking.table import ask_in_words, understood
from bot.answers.asking.verdicts import made
from bot.answers.both import Both
from bot.answers.claims import Verdict
from bot.answers.people import People, PeopleAsked
from bot.library.library import Library
from bot.model.question import Question

WANTS = r"(?:who|whom|whose|what|when|where|which|how|why)"
DOES = r"(?:did|does|do|was|were|is|are|has|have|will)"
SOMEBODY = r"(?:(?i:it|they|he|she|the|there|any|anyone|both|that|this)\b|[A-Z])"
ASKS = rf"(?:(?i:{WANTS})\s+\S+\s|(?i:{DOES})\s+{SOMEBODY})"
AND = re.compile(
    rf"(?:\s*[,;]\s*|\s+)(?i:and|but)\s+(?i:if so,?\s+|then\s+|also\s+)?(?={ASKS})"
    rf"|\?\s+(?:(?i:and|but)\s+)?(?=(?i:{WANTS}|{DOES})\b)"
)
OPENS = re.compile(rf"^(?:(?:so|and|but|ok|hi|hey|please)[,\s]+)*(?:{WANTS}|{DOES}|tell me|list)\b", re.IGNORECASE)
KOREAN_AND = re.compile(r"(?<=[했였났왔갔렸됐있없이인]고)[,\s]+|(?<=[요나까어지])[,\s]+그리고\s+|\?\s+(?=\S+\s+\S)")
KOREAN_WANTS = re.compile(r"누가|누구|무엇|무슨|뭐|뭘|언제|어디|어떻게|어느|어떤|왜|몇|\?")
HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
KOREAN_HE = re.compile(r"그 ?(?:사람|분|인물)(?=(?:의|은|는|이|가)?\s)")
THEY = re.compile(r"\bthey\b", re.IGNORECASE)
ITSELF = re.compile(r"(?<=\bdid )it\b", re.IGNORECASE)
BEFORE = re.compile(r"\bbefore(?: that)?(?=\s*\??$)", re.IGNORECASE)
IT = re.compile(r"\b(?:it|that|this)\b(?=\s*(?:$|\?|,|up\b))", re.IGNORECASE)
GOING_ON = re.compile(r"(?<=[가-힣])고$")
"""The Korean ending by which a first sentence goes on."""
OR = ("or ", "아니면", "혹은", "또는")
WORDS_LEAST = 2


def ask_each(question: Question, library: Library) -> Answer:
    """The answer to ``/ask question``: of two questions in one, to both; where one is unclear, only to that."""
    parts = in_two(question.options["question"])
    if parts is None or library.newest() is None:
        return ask_in_words(question, library)
    closed = (GOING_ON.sub("나?", parts[0]), parts[1])
    asked = tuple(replace(question, options={"question": part}, in_words=True) for part in closed)
    first = _answered(asked[0], library)
    head, tail = (understood(part, library) for part in asked)
    spelled = f"{_same_release(tail, first, library)}{spelled_out(tail, head, first, library)}"
    second = (
        _reply(tail, first, library)
        or _who_they_are(tail, first, library)
        or _answered(replace(asked[1], options={"question": spelled}), library)
    )
    for answer in (first, second):
        if isinstance(answer, Unclear):
            return answer
    shown = getattr(first, "statements", None)
    other = _has_content(tail, library) or not {*tail.subjects} <= {*head.subjects}
    same = first.outcome is second.outcome is Outcome.NOT_STATED and not other
    if same or (shown and shown == getattr(second, "statements", ())):
        return first
    outcomes = [first.outcome, second.outcome]
    outcome = next((o for o in (Outcome.ANSWERED, Outcome.DENIED) if o in outcomes), Outcome.NOT_STATED)
    return Both(question, outcome, parts, (first, second))


def _same_release(asked: Asked, first: Answer, library: Library) -> str:
    """The release of the first answer, before a second question that names neither a meeting nor a thing of its own."""
    about = getattr(first, "about", None)
    named = any(p.is_a(Sort.MEETING, Sort.ISSUER) for p in asked.pieces) or asked.days or asked.release_ids
    if about is None or named or library.number() == 1 or _has_content(asked, library):
        return ""
    return f"{about.release.id}: "


def _reply(asked: Asked, first: Answer, library: Library) -> Answer | None:
    """What was replied to the statements of the first answer, where the second question asks only for that."""
    shown = getattr(first, "statements", ())
    about = getattr(first, "about", None)
    if not asked.has("reply") or _has_content(asked, library) or not shown or about is None:
        return None
    ids = {s.id for s in shown}
    replies = tuple(s for s in about.release.statements if ids & {*s.reply_to})
    return made(asked, library, Verdict.FOUND, Found(about.release, replies)) if replies else None


def _who_they_are(asked: Asked, first: Answer, library: Library) -> Answer | None:
    """Those whom the first answer shows, where the second question asks only for their titles."""
    if not asked.has("identity") or asked.acts or asked.subjects or content_of(asked, library):
        return None
    if not isinstance(first, People) or not first.people:
        return None
    return people_shown(asked, library, first.about.release, PeopleAsked.IDENTITY, first.people)


def _answered(question: Question, library: Library) -> Answer:
    try:
        return ask_in_words(question, library)
    except Stop as stop:
        return stop.answer


def in_two(text: str) -> tuple[str, str] | None:
    """The two questions of a text that asks two; None where it asks one."""
    korean = is_hangul(text)
    for cut in (KOREAN_AND if korean else AND).finditer(text):
        first, second = text[: cut.start()].strip(" ,;?"), text[cut.end() :].strip(" ,;")
        if second.startswith(OR) or min(len(first.split()), len(second.split())) < WORDS_LEAST:
            continue
        asks = "?" in cut[0] or "그리고" in cut[0] or KOREAN_WANTS.search(first)
        if korean and asks and (KOREAN_WANTS.search(second) or "그리고" in cut[0]):
            return first, second
        if not korean and OPENS.match(first):
            return first, second
    return None


def spelled_out(asked: Asked, first: Asked, answer: Answer, library: Library) -> str:
    """The second question with what it leaves to the first: who "he" is, what "it" is, on which topic."""
    second = asked.question.options["question"]
    content = " ".join(
        p.text for p in content_of(first, library) if not p.is_a(Sort.CUE, Sort.ACT) or p.is_a(Sort.TOPIC)
    )
    who = _who(first, answer, library)
    if is_hangul(second):
        return _spelled_out_in_korean(second, asked, content, who, library)
    if who:
        second = HE.sub(lambda _: who, second)
        second = THEY.sub(lambda _: who, second)
        second = ITSELF.sub(lambda _: who, second) if _asks_for_words(asked) else second
        second = BEFORE.sub(lambda _: f"before {who}", second)
    if content and IT.search(second):
        return IT.sub(lambda _: content, second, count=1)
    if content and _asks_for_words(asked) and not _has_content(asked, library):
        return f"{second.rstrip('? ')} on {content}"
    return second


def _spelled_out_in_korean(second: str, asked: Asked, content: str, who: str, library: Library) -> str:
    if who and KOREAN_HE.search(second):
        return KOREAN_HE.sub(lambda _: who, second)
    if who and not asked.subjects and not asked.joint and _asks_for_words(asked):
        return f"{who} 측은 {second}"
    if content and asked.subjects and _asks_for_words(asked) and not _has_content(asked, library):
        return f"{content}에 대해 {second}"
    return second


def _asks_for_words(asked: Asked) -> bool:
    return bool(asked.acts) or asked.has("said", "says", "reply")


def _has_content(asked: Asked, library: Library) -> bool:
    """Whether a question names what it is about, beside the verb and whoever is its subject."""
    return any(not p.is_a(Sort.ACT, Sort.CUE) for p in content_of(asked, library))


def _who(first: Asked, answer: Answer, library: Library) -> str:
    """Whom "he" or "they" stands for: the one person of an answer, else the one who was named."""
    if isinstance(answer, People):
        people = {p.person for p in answer.people if p.person}
        if len(people) == 1:
            return library.vocabulary.people[people.pop()].name
    named = tuple(p for p in first.pieces if p.is_a(Sort.PERSON, Sort.PARTY))
    return named[0].text if len(named) == 1 else ""
