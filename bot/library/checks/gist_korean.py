"""A Korean gist names the parties of its quote, keeps its conditions and its "not", and adds no force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.force import force_faults
from bot.library.checks.gist import Gist
from bot.library.checks.gist_english import HANGUL, MORE_THAN_A_LOOK, is_tentative, party_left_out
from bot.library.checks.gist_kept import kept_in_korean
from bot.library.clauses import find_all, find_each
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import PersonId

PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) \w+|\bby\b")
DOES = re.compile(r"(?:\s?측)?(?:이|가|은|는)\s")
UNDERGOES = re.compile(r"(?:\s?측)?(?:에|에게|을|를|에 대해|로부터|에서)\s")
DECIDED = re.compile(r"기로[ .]*$")
DECIDING = frozenset({Act.AGREEMENT, Act.COMMITMENT, Act.ENDORSEMENT, Act.SHARED_VIEW, Act.BACKGROUND, Act.INFORMATION})
"""Acts by which something may be decided."""
ABBREVIATED = 2
"""Syllables of a name that compounds shorten to one."""
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'-]+")
NEGATED = re.compile(r"않|못|없|아니|아닌|안 되|안 된|지 말|반대|거부|금지")
NO_NEGATION = re.compile(
    r"끊임없|변함없|차질\s?없|아낌없|틀림없|빠짐없|뿐(?:만)?\s?아니"
    r"|못지않|적지\s?않|다름\s?아닌|에\s?못\s?미치"
)
"""Korean words that look negated and are not."""
NEGATING = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nothing|nobody|cannot|without|lack\w*|absen\w*|fail\w*|refus\w*|reject\w*"
    r"|oppos\w*|object\w*|prohibit\w*|ban\w*|prevent\w*|stop\w*|unless|unable|end|ending|halt\w*|free of|free from"
    r"|only|yet|little|few|avoid\w*|refrain\w*|run(?:ning)? out|ran out|exhaust\w*|short of|less|hardly|scarcely|barely"
    r"|rarely|beyond|too \w+ to|except\w*|exclud\w*|rather than|instead|shall|must|resist\w*|discourag\w*|deter\w*"
    r"|dismiss\w*|left\b.{1,40}\bopen|declin\w*|rul(?:e|ed|ing) out|lost|loss\w*|miss\w*|vacan\w*|unlike"
    r"|spar(?:e|ed|ing)|before|until|denied|deny|dis[a-z]{4,}|un[a-z]{4,}|ir[a-z]{5,}|im[pb][a-z]{5,}|in(?:adequate|sufficient|ability|complete|consistent|valid"
    r"|visible|secure|admissible|separable|divisible)\w*|[a-z]+less|non)\b|n't\b",
    re.IGNORECASE,
)
"""English words that a Korean negation can stand for."""


def check_korean(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """The faults of a Korean gist."""
    grammar = reading.vocabulary.grammar
    statement = gist.statement
    if not HANGUL.search(gist.own):
        yield reading.fault(gist.place, "is not in Korean")
    if is_tentative(reading, statement) and not any(word in gist.own for word in grammar.tentative_ko):
        yield reading.fault(gist.place, MORE_THAN_A_LOOK)
    negated = find_each(grammar.negations, statement.quote)
    by_verb = find_each(grammar.negations, statement.verb) and not gist.is_background
    text = f"{gist.own} {gist.added}"
    if negated and not by_verb and not any(word in text for word in grammar.negations_ko):
        yield reading.fault(gist.place, "the gist loses the negation of the quote")
    found = NEGATED.search(gist.own) and NEGATED.search(NO_NEGATION.sub(" ", gist.own))
    if found and not NEGATING.search(statement.quote):
        yield reading.fault(gist.place, f"the gist has a {found[0]!r} that the quote has not")
    if DECIDED.search(gist.own) and statement.act not in DECIDING:
        yield reading.fault(gist.place, f"the gist ends in a decision ('…기로'), which {statement.act.value} is not")
    yield from _condition_faults(reading, gist)
    yield from kept_in_korean(reading, gist)
    english = statement.quote if gist.is_background else f"{gist.content} {gist.derived}"
    yield from force_faults(reading, gist.place, gist.own, english)
    yield from force_faults(reading, gist.place, gist.added, gist.around)
    yield from _name_faults(reading, gist)
    yield from _swap_faults(reading, gist)
    if not gist.is_background:
        yield from party_left_out(reading, gist, _InKorean(reading, statement, text))


class _InKorean:
    """The parties that a Korean text names, in part too ("연맹"), or may name by one syllable ("북핵", "한미")."""

    def __init__(self, reading: Reading, statement: Statement, text: str) -> None:
        self._reading = reading
        self._sides = statement.sides
        self._text = text

    def __contains__(self, party: object) -> bool:
        if party in self._sides:
            return True
        names = (name for name, known in self._reading.lexicon.korean_parties if known == party)
        return any(self._has(name.split()[0]) for name in names)

    def _has(self, name: str) -> bool:
        pairs = (name[at : at + 2] for at in range(len(name) - 1))
        return len(name) <= ABBREVIATED or any(pair in self._text for pair in pairs)


def _condition_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """As many words of condition as there are conditions."""
    conditions = gist.statement.conditions
    if not conditions:
        return
    words = sorted(reading.vocabulary.grammar.conditions_ko, key=len, reverse=True)
    shown = len(re.findall("|".join(map(re.escape, words)), gist.own))
    if shown < len(conditions):
        lost = " and ".join(repr(condition) for condition in conditions)
        yield reading.fault(gist.place, f"the gist loses the condition {lost}: {shown} of {len(conditions)} are shown")


def _name_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    text = f"{gist.own} {gist.added}"
    for words, known in ((gist.own, gist.around if gist.is_background else gist.content), (gist.added, gist.around)):
        for word in LATIN.findall(words):
            if word.casefold() not in known.casefold():
                yield reading.fault(gist.place, f"{word!r} does not stand in the quote; put it in [ ] if it is meant")
    for name, party in reading.lexicon.korean_parties_in(gist.own):
        if party not in gist.parties:
            yield reading.fault(gist.place, f"{name!r} is {party}, which the words after the verb do not name")
    for name, person in reading.lexicon.korean_people:
        if name in text and person.id not in _people_in(reading, gist.around):
            yield reading.fault(gist.place, f"{name!r} is {person.name}, whom the paragraph does not name")


def _swap_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Who does it in English ("that X pays Y") is not the one to whom it is done in Korean."""
    if gist.is_background or not reading.lexicon.parties.apart(gist.after):
        return
    clause = gist.after.strip().removeprefix("that ")
    hits = sorted(reading.lexicon.parties.apart(clause), key=lambda hit: hit.start)
    if not hits or hits[0].start > len("the ") or PASSIVE.search(clause):
        return
    doer, after = hits[0].value, clause[hits[0].end :]
    others = {hit.value for hit in hits} - {doer}
    if not re.match(r" \w", after):
        return
    marked = [(party, gist.own.split(name, 1)[1]) for name, party in reading.lexicon.korean_parties_in(gist.own)]
    undergoes = any(party == doer and UNDERGOES.match(rest) for party, rest in marked)
    for party, rest in marked:
        if undergoes and party in others and DOES.match(rest):
            yield reading.fault(gist.place, f"in Korean {party} does it to {doer}; in the quote {doer} does it")


def _people_in(reading: Reading, text: str) -> set[PersonId]:
    people = {p.person for p in reading.release.participants if p.person and find_all(p.printed, text)}
    return people | {s.person for s in reading.release.speakers if s.person and find_all(s.label, text)}
