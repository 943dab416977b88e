"""False questions made by machine from every statement of a library: none of them may be answered with a yes.

The content of a question is the statement's own, so that only what was made false can be the reason for a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.cards.language import Phrases
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
    for wrong in _wrong_sides(shelf, release, statement, names):
        if wrong[0] in statement.gist.en:
            continue  # "Verelia thanked Verelia": nobody asks so
        yield from (("wrong side", text) for text in _asked(wrong, plain, statement))
    for verb in STRONGER.get(statement.act, ()):
        yield from (("stronger verb", text) for text in _asked(own, verb, statement))
    yield from (("other topic", text) for text in _asked(own, plain, statement, STRANGE))
    for other in islice((r for r in shelf.releases() if not _may_say_it(r, statement)), WRONG_RELEASES):
        english, korean = _asked(own, plain, statement)
        yield "wrong release", f"In {other.id}: {english}"
        yield "wrong release", f"{other.id}에서 {korean}"


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


def true_questions(data: Path) -> Iterator[str]:
    """What every position of every release bears out, asked in both languages with the verb that is no stronger."""
    names = {locale: app(data).languages[locale] for locale in Locale}
    for release in library(data).releases():
        for statement in release.statements:
            if statement.act is not Act.BACKGROUND and statement.sides:
                yield from _asked(_side(statement, names), PLAIN[statement.act], statement)
