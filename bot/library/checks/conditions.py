"""Conditions: each that a sentence sets for a verb is declared there, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import Found, find_all, find_each, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import Span, locate, plain_marks
from bot.library.reading import Reading
from bot.library.stems import stems_of
from bot.library.wording import clip
from bot.model.release import Statement
from bot.model.speech_acts import Act

ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]\"'\u2026]|(?:and|or|but|to|while|that|which|who)\b)", re.IGNORECASE)
"""After a condition: what may follow its last word."""
JOINS_A_PHRASE = re.compile(
    r"\s+(?:in|on|at|by|for|from|with|through|as|after|before|during|under|within|not|also|only)\b", re.IGNORECASE
)
"""The same after a condition that is no clause: "based on a survey | in May"."""
LISTS_ON = re.compile(r"\s+and\s+(?:the\s+)?[A-Z]")
"""After a condition that ends in a name: then a second one belongs to it ("the consent of Ilmen | and Drovia")."""
NAME_LAST = re.compile(r"[A-Z][\w'-]*$")
NOTHING_BY_ITSELF = re.compile(
    r"\b(?:a|an|the|its|their|his|her|this|that|these|those|of|to|in|on|at|by|for|from|with|and|or|as)$", re.IGNORECASE
)
"""What a condition never ends in."""
CLAUSES = frozenset(
    ("as soon as", "as long as", "if", "unless", "once", "provided that", "providing that", "on condition that")
) | frozenset(("on the condition that", "only if", "only when", "only after", "until", "till", "insofar as"))
"""Words of condition before a clause: it has a verb, and runs to the end of its own."""
ONCE = "once"
ONE_TIME = re.compile(
    r"\s*(?:$|[.,;:!?)\]]|(?:a|an|each|every|per)\s+(?:day|week|fortnight|month|quarter|year|decade|term|session|two|three"
    r"|four|five|six|ten)\b)|\s+(?:and for all|more|again|before)\b",
    re.IGNORECASE,
)
"""After "once": one time, and no condition."""
COUNTED = re.compile(r"\b(?:more than|less than|at least|just|not even|the|its|their|a|this|that)\s+$", re.IGNORECASE)
"""Before "once": it counts, or tells what was ("the once busy port")."""
ONLY = re.compile(r"\bonly\s+$", re.IGNORECASE)
IN_A_TIME = re.compile(
    r"\s+(?:in|since|during|within)\s+(?:the\s+)?(?:\d|last|past|[A-Z])|\s+(?:this|last|so far)\b", re.IGNORECASE
)
"""After "only once": a time within which, and no condition."""
DEEDS = frozenset((Act.AGREEMENT, Act.SHARED_VIEW, Act.ENDORSEMENT, Act.COMMITMENT, Act.PROPOSAL, Act.REQUEST))
"""Acts by which something is to be done: on what that is based is a condition of it."""
BASED = ("based on", "on the basis")
A_THING = re.compile(
    r"(?:\b(?:a|an|any|some)\s+(?:[\w-]+\s+){0,3}?[\w-]+|\b(?:is|are|was|were|be|been|being))\s+$", re.IGNORECASE
)
"""Before "based on": a thing of which it tells ("a map based on old surveys")."""
SPANS = ("until", "till")
SHOWN_MOST = 60
"""Characters of a condition that a message shows."""
UP_TO_A_TIME = re.compile(
    r"\s+(?:the (?:end|start|beginning|middle) of\b|(?:early|mid|late|last|next|this)\b|\d|noon|midnight|spring|summer"
    r"|autumn|winter|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
)
"""After "until": then it is no condition but a span of time."""


def condition_faults(reading: Reading, place: Place, statement: Statement, text: str, at: int) -> Iterator[Fault]:
    """Every condition in the sentence belongs to the verb before it, and must be declared there."""
    plain = plain_marks(text)
    grammar = reading.vocabulary.grammar
    start, end = sentence_around(plain, at)
    places = reading.sayings_in.get(statement.paragraph, {})
    in_sentence = {id_: place for id_, place in places.items() if start <= place < end}
    tail = min((other for other in in_sentence.values() if other > at), default=end)
    head = start if all(other >= at for other in in_sentence.values()) else at
    same_verb = {id_ for id_, other in in_sentence.items() if other == at}
    marks = [mark for mark in find_each(grammar.conditions, plain) if head <= mark.start < tail]
    marks = [mark for mark in marks if not _is_none(mark, plain)]
    known = _known_conditions(reading, statement, plain, same_verb) if marks else ()
    for mark in marks:
        if not any(s.start <= mark.start and mark.end <= s.end for s in known):
            after = (other.start for other in marks if other.start >= mark.end)
            shown = clip(plain[mark.start : min((tail, *after))].rstrip(" ,;."), SHOWN_MOST)
            yield reading.fault((*place, "conditions"), f"the condition {shown!r} is left out; add it as printed")
    for j, excused in enumerate(statement.not_conditions):
        for span in locate(excused, plain) or ():
            if message := _not_excused(reading, statement, plain, Found(span.start, span.end, excused)):
                yield reading.fault((*place, "not_conditions", j), message)
    for j, condition in enumerate(statement.conditions):
        if not set(stems_of(condition)) - set(stems_of(" ".join(grammar.conditions))) - reading.lexicon.own_stems:
            message = f"{condition!r} says no condition; add the words after it"
            yield reading.fault((*place, "conditions", j), message)
        spans = locate(condition, plain)
        if spans and (more := _goes_on(grammar.conditions, plain, condition, spans[-1].end)):
            message = f"the condition goes on ({more!r} …); give it whole"
            yield reading.fault((*place, "conditions", j), message)
        if spans is None:
            message = f"the condition {condition!r} is not in ¶{statement.paragraph} word for word"
            yield reading.fault((*place, "conditions", j), message)


def _goes_on(marks: tuple[str, ...], plain: str, condition: str, end: int) -> str:
    """The word with which a condition goes on in the text; nothing where it ends there."""
    rest = plain[end:]
    word = (rest.split() or [""])[0].strip(".,;")
    if NAME_LAST.search(condition) and LISTS_ON.match(rest):
        return word
    if NOTHING_BY_ITSELF.search(condition) and word and not rest.startswith((".", ",", ";")):
        return word
    if ENDS.match(rest) or any(found.start <= len(rest) - len(rest.lstrip()) for found in find_each(marks, rest)):
        return ""
    is_clause = any(find_all(mark, condition) for mark in CLAUSES)
    return "" if not is_clause and JOINS_A_PHRASE.match(rest) else word


def _not_excused(reading: Reading, statement: Statement, plain: str, excused: Found) -> str | None:
    """Why a phrase cannot be said to set no condition, or None."""
    grammar = reading.vocabulary.grammar
    for mark in find_each((*grammar.always_conditions, *BASED), plain):
        if not (excused.start <= mark.start and mark.end <= excused.end) or _is_none(mark, plain):
            continue
        if mark.printed.lower() not in BASED:
            return f"{mark.printed!r} always sets a condition; add it to conditions"
        if statement.act in DEEDS and not A_THING.search(plain[: mark.start]):
            return (
                f"{mark.printed!r} says here on what terms it is to be done; add it to conditions (only a thing can be "
                'based on something without one: "a map based on …")'
            )
    return None


def _is_none(mark: Found, plain: str) -> bool:
    """Whether a word of condition sets none: an "until" that names a time, a "once" that is one time."""
    return _is_of_time(mark, plain) or _is_one_time(mark, plain)


def _is_one_time(mark: Found, plain: str) -> bool:
    if mark.printed.lower() != ONCE:
        return False
    before, after = plain[: mark.start], plain[mark.end :]
    counted = COUNTED.search(before) or ONE_TIME.match(after)
    return bool(counted) or bool(ONLY.search(before) and IN_A_TIME.match(after))


def _is_of_time(mark: Found, plain: str) -> bool:
    """Whether an "until" names a time, and so no condition."""
    return mark.printed.lower() in SPANS and UP_TO_A_TIME.match(plain, mark.end) is not None


def _known_conditions(reading: Reading, statement: Statement, plain: str, same_verb: set[str]) -> tuple[Span, ...]:
    """Where the conditions stand that statements on the same verb declare, and the words that are none."""
    declared = [
        span
        for s in reading.release.statements
        if s.conditions and s.id in same_verb
        for condition in s.conditions
        for span in locate(condition, plain) or ()
    ]
    excused = [
        Span(f.start, f.end)
        for phrases in (reading.vocabulary.grammar.not_conditions, statement.not_conditions)
        for f in find_each(phrases, plain)
    ]
    return (*declared, *excused)
