"""Questions made by machine from every statement of a library: the true ones are answered, of the false ones none.

The content of a question is the statement's own, so that only what was made false can be the reason for a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.cards.language import Phrases
from bot.cards.statement import verb_of
from bot.library.library import Library
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import Locale, PartyId
from tests.shelves import app, library

STRONGER: dict[Act, tuple[tuple[str, str], ...]] = {
    Act.DISCUSSION: (("agreed", "합의했나요"), ("decided", "결정했나요"), ("pledged", "약속했나요")),
    Act.INFORMATION: (("promised", "약속했나요"), ("demanded", "요구했나요"), ("guaranteed", "보장했나요")),
    Act.APPRECIATION: (("endorsed", "지지하기로 약속했나요"), ("promised", "약속했나요"), ("agreed", "합의했나요")),
    Act.HOPE: (("promised", "약속했나요"), ("guaranteed", "보장했나요"), ("decided", "결정했나요")),
    Act.PROPOSAL: (("decided", "결정했나요"), ("demanded", "요구했나요"), ("promised", "약속했나요")),
    Act.REQUEST: (("promised", "약속했나요"), ("decided", "결정했나요"), ("accepted", "수락했나요")),
    Act.EMPHASIS: (("demanded", "요구했나요"), ("promised", "약속했나요"), ("decided", "결정했나요")),
    Act.SUPPORT: (("promised", "약속했나요"), ("decided", "결정했나요"), ("signed", "서명했나요")),
    Act.ENDORSEMENT: (("promised", "약속했나요"), ("demanded", "요구했나요"), ("signed", "서명했나요")),
    Act.SHARED_VIEW: (("decided", "결정했나요"), ("promised", "약속했나요"), ("signed", "서명했나요")),
    Act.COMMITMENT: (("signed", "서명했나요"), ("demanded", "요구했나요")),
    Act.AGREEMENT: (("signed", "서명했나요"), ("ratified", "비준했나요")),
    Act.CONCERN: (("threatened", "위협했나요"), ("vowed", "다짐했나요")),
}
"""Verbs that claim more than statements of an act do, as one asks with them in both languages."""
PLAIN: dict[Act, tuple[str, str]] = {
    Act.DISCUSSION: ("discussed", "논의했나요"),
    Act.INFORMATION: ("explained", "설명했나요"),
    Act.APPRECIATION: ("appreciated", "평가했나요"),
    Act.HOPE: ("hoped", "희망했나요"),
    Act.PROPOSAL: ("suggested", "제안했나요"),
    Act.REQUEST: ("requested", "요청했나요"),
    Act.EMPHASIS: ("stressed", "강조했나요"),
    Act.SUPPORT: ("supported", "지지했나요"),
    Act.ENDORSEMENT: ("agreed on", "동의했나요"),
    Act.SHARED_VIEW: ("shared the view", "인식을 같이했나요"),
    Act.COMMITMENT: ("promised", "약속했나요"),
    Act.AGREEMENT: ("agreed", "합의했나요"),
    Act.CONCERN: ("condemned", "규탄했나요"),
}
"""The verbs that one asks after such statements with."""
BASES = {
    "held": "hold",
    "took": "take",
    "gave": "give",
    "said": "say",
    "told": "tell",
    "made": "make",
    "sought": "seek",
}
"""Printed verbs that one asks with in another form."""
NO_BASE = ("is", "are", "was", "were", "did", "will", "would", "has", "have", "could")
"""What a printed verb may begin with that cannot stand after "did"."""
HALF = re.compile(
    r"^(?:\S+\s+){2,}?\S+(?=,| and | in | for | with | by | on | at | from | so | through | during | as | if )"
)
"""The beginning of a gist, up to what only says more of it."""
DENIED = re.compile(r"\bnot |\bno longer ")
AFFIRMED = re.compile(r"^to\b|\b(?:will|would|is|are|should|must|may|could)\b")
DENIED_KO = re.compile(r"([가-힣])지 않([은을])")
PASTS = {"함": "했", "힘": "혔", "음": "았"}
"""Ends of Korean verbs in note form, and the same in the past."""
FINALS = {"은": 4, "을": 8}
"""Where a Korean final consonant stands among the syllables of one beginning."""
BOTH = ("both sides", "양측")
WRONG_RELEASES = 2
"""Releases that do not say it that each statement is asked of."""
STRANGE = ("and the zinc smelter at Quarrow", "그리고 쿼로의 아연 제련소")
"""What no release speaks of."""


@dataclass(frozen=True)
class FalseQuestion:
    """A question, what was made false in it, and the statement that it was made from."""

    kind: str
    text: str
    statement: Statement
    release: Release


def false_questions(data: Path) -> Iterator[FalseQuestion]:
    """Every false question on every position of every release."""
    shelf = library(data)
    names = {locale: app(data).languages[locale] for locale in Locale}
    several = shelf.number() > 1
    for release in shelf.releases():
        for statement in release.statements:
            if statement.act is not Act.BACKGROUND and statement.sides:
                for kind, text in _made_false(shelf, release, statement, names):
                    bound = text if release.id in text or not several else f"{release.id}: {text}"
                    yield FalseQuestion(kind, bound if kind != "wrong release" else text, statement, release)


def _made_false(
    shelf: Library, release: Release, statement: Statement, names: dict[Locale, Phrases]
) -> Iterator[tuple[str, str]]:
    plain, own = PLAIN[statement.act], _side(statement, names)
    printed = _printed(statement, names)
    for wrong in _wrong_sides(shelf, release, statement, names):
        if wrong[0] in statement.gist.en:
            continue  # "Verelia thanked Verelia": nobody asks so
        yield from (("wrong side", text) for text in _asked(wrong, plain, statement))
        yield from (("wrong side, printed verb", text) for text in _asked(wrong, printed, statement))
    for verb in STRONGER.get(statement.act, ()):
        yield from (("stronger verb", text) for text in _asked(own, verb, statement))
    yield from (("other topic", text) for text in _asked(own, plain, statement, STRANGE))
    yield from (("other topic, printed verb", text) for text in _asked(own, printed, statement, STRANGE))
    yield from (("the contrary", text) for text in _contrary(own, printed, statement))
    for other in islice((r for r in shelf.releases() if not _may_say_it(r, statement)), WRONG_RELEASES):
        english, korean = _asked(own, plain, statement)
        yield "wrong release", f"In {other.id}: {english}"
        yield "wrong release", f"{other.id}에서 {korean}"


def _printed(statement: Statement, names: dict[Locale, Phrases]) -> tuple[str, str]:
    """A statement's own verb, as one asks with it in both languages."""
    return verb_of(statement, names[Locale.EN]), f"{_past(verb_of(statement, names[Locale.KO]))}나요"


def _past(korean: str) -> str:
    """A Korean verb in note form, or a noun for it, in the past, without its ending: "밝힘", "밝혔"."""
    if korean[-1] not in PASTS:
        return f"{korean}했"
    return f"{korean[:-1]}{PASTS[korean[-1]]}"


def _contrary(side: tuple[str, str], verb: tuple[str, str], statement: Statement) -> Iterator[str]:
    """The statement with its verb denied, with a negation more in what is said, and with one less."""
    english, korean = statement.gist.en, statement.gist.ko
    if not verb[0].startswith("did not "):
        yield f"Is it true that {side[0]} did not {verb[0]} {english}?"
        yield f"{side[1]}은 {korean} {_undone(verb[1])}?"
    if denied := DENIED.search(english):
        affirmed_en = f"{english[: denied.start()]}{english[denied.end() :]}"
        yield f"Is it true that {side[0]} {verb[0]} {affirmed_en}?"
        yield f"Is it true that {side[0]} never {verb[0]} {affirmed_en}?"
    elif affirmed := AFFIRMED.search(english):
        word = "not to" if affirmed[0] == "to" else f"{affirmed[0]} not"
        yield f"Is it true that {side[0]} {verb[0]} {english[: affirmed.start()]}{word}{english[affirmed.end() :]}?"
    if denied := DENIED_KO.search(korean):
        affirmed_ko = DENIED_KO.sub(lambda match: chr(ord(match[1]) + FINALS[match[2]]), korean, count=1)
        yield f"{side[1]}은 {affirmed_ko} {verb[1]}?"
    elif "하기로" in korean:
        yield f"{side[1]}은 {korean.replace('하기로', '하지 않기로')} {verb[1]}?"


def _undone(verb: str) -> str:
    """A Korean verb that asks, denied: "밝혔나요", "밝히지 않았나요"."""
    past = verb.removesuffix("나요")
    return f"{past[:-1]}{'히' if past[-1] == PASTS['힘'] else '하'}지 않았나요"


def _asked(
    side: tuple[str, str], verb: tuple[str, str], statement: Statement, more: tuple[str, str] = ("", "")
) -> tuple[str, str]:
    english = f"Is it true that {side[0]} {verb[0]} {statement.gist.en} {more[0]}".strip()
    return f"{english}?", f"{side[1]}은 {more[1]} {statement.gist.ko} {verb[1]}?".replace("  ", " ")


def _side(statement: Statement, names: dict[Locale, Phrases]) -> tuple[str, str]:
    if statement.joint:
        return BOTH
    return names[Locale.EN].party(statement.sides[0]), names[Locale.KO].party(statement.sides[0])


def _wrong_sides(
    shelf: Library, release: Release, statement: Statement, names: dict[Locale, Phrases]
) -> Iterator[tuple[str, str]]:
    sides: dict[PartyId, None] = {side: None for meeting in release.meetings for side in meeting.sides}
    strangers = [p for p in shelf.vocabulary.parties if p not in sides and not _is_related(shelf, p, statement)]
    for party in (*sides, *strangers[:1]):
        if party in statement.sides or _is_related(shelf, party, statement):
            continue
        if not any(_says_it_too(other, statement, party) for other in release.statements):
            yield names[Locale.EN].party(party), names[Locale.KO].party(party)
    if not statement.joint:
        yield BOTH


def _says_it_too(other: Statement, statement: Statement, party: PartyId) -> bool:
    """Whether a party truly does the same with all the words of a short statement: "of the initiative"."""
    words = {*statement.gist.en.lower().split()} - {"of", "the", "to", "that", "a", "this", "it", "for", "on"}
    own = f"{other.quote} {other.gist.en}".lower().split()
    return other.act is statement.act and party in other.sides and words <= set(own)


def _is_related(shelf: Library, party: PartyId, statement: Statement) -> bool:
    """Whether a party is a member of a side, or a side of it: then it is a matter of its own whose words they are."""
    members = {m.party for side in statement.sides for m in shelf.vocabulary.parties[side].member_of}
    return party in members or any(m.party in statement.sides for m in shelf.vocabulary.parties[party].member_of)


def _may_say_it(release: Release, statement: Statement) -> bool:
    """Whether a release may say the same: those sides do that on one of the topics. What is agreed is spoken of."""
    spoken_of = (Act.DISCUSSION, Act.INFORMATION)
    return any(
        (s.act is statement.act or statement.act in spoken_of)
        and set(s.sides) & set(statement.sides)
        and set(s.topics) & set(statement.topics)
        for s in release.statements
    )


@dataclass(frozen=True)
class TrueQuestion:
    """A question, its form, the statement that bears it out, and whether it names the release of that."""

    form: str
    text: str
    statement: Statement
    release: Release
    bound: bool


def true_questions(data: Path) -> Iterator[TrueQuestion]:
    """What every position of every release bears out: its own sentence as a question, and what is less than that."""
    shelf = library(data)
    names = {locale: app(data).languages[locale] for locale in Locale}
    known = {form.split()[0] for verb in shelf.vocabulary.verbs for form in verb.forms}
    for release in shelf.releases():
        for statement in release.statements:
            if statement.act is Act.BACKGROUND or not statement.sides:
                continue
            forms = (*_in_english(statement, names, known), *_in_korean(statement, names))
            for form, text in forms:
                if shelf.number() > 1:
                    yield TrueQuestion(form, f"{release.id}: {text}", statement, release, bound=True)
                yield TrueQuestion(form, text, statement, release, bound=shelf.number() == 1)


def plain_questions(data: Path) -> Iterator[str]:
    """What every position of every release bears out, with the plain verb of its act."""
    names = {locale: app(data).languages[locale] for locale in Locale}
    for release in library(data).releases():
        for statement in release.statements:
            if statement.act is not Act.BACKGROUND and statement.sides:
                yield from _asked(_side(statement, names), PLAIN[statement.act], statement)


def _in_english(statement: Statement, names: dict[Locale, Phrases], known: set[str]) -> Iterator[tuple[str, str]]:
    side, verb = _side(statement, names)[0], verb_of(statement, names[Locale.EN])
    gist = statement.gist.en
    yield "is it true", f"Is it true that {side} {verb} {gist}?"
    if base := _base(verb, known):
        half = HALF.match(gist)
        yield "did", f"Did {side} {base} {gist}?"
        yield "did, half of it", f"Did {side} {base} {half[0] if half else gist}?"


def _in_korean(statement: Statement, names: dict[Locale, Phrases]) -> Iterator[tuple[str, str]]:
    side, verb = _side(statement, names)[1], verb_of(statement, names[Locale.KO])
    past, gist = _past(verb), statement.gist.ko.split()
    closed = (ord(side[-1]) - ord("가")) % 28 > 0
    yield "은 했나요", f"{side}{'은' if closed else '는'} {statement.gist.ko} {past}나요?"
    yield "이 했습니까", f"{side}{'이' if closed else '가'} {statement.gist.ko} {past}습니까?"
    yield "은 했어, half of it", f"{side}{'은' if closed else '는'} {' '.join(gist[len(gist) // 2 :])} {past}어?"


def _base(verb: str, known: set[str]) -> str:
    """A printed verb as it stands after "did"; nothing where it has an auxiliary or is a participle."""
    first, _, rest = verb.partition(" ")
    if first.endswith("ly") and rest:
        return f"{first} {base}" if (base := _base(rest, known)) else ""
    if first in NO_BASE or first.endswith("ing"):
        return ""
    base = BASES.get(first, first)
    if base.endswith("ied"):
        base = f"{base[:-3]}y"
    elif base.endswith("ed"):
        base = base[:-1] if base[:-1] in known else base[:-2]
    return f"{base} {rest}".strip()
