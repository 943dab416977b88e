"""Whether a sentence says that the one it names was there, and not their envoy, their letter or another day's meeting.

The one named is found as it stands in its noun phrase: with its office before it, and with those it is joined to.
Either it is the subject of a verb of taking part ("X attended"), or it is met by one ("met X", "talks with X").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.library.clauses import Found, find_all, find_each, sentence_around
from bot.library.quotes import locate, plain_marks
from bot.library.reading import Reading, bare_label
from bot.model.release import Participant, Presence, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN

RELATIVE = re.compile(r"\s*,\s*(?:who|which)\b[^,.;]*,")
"""", who is visiting to attend …,": nothing of it is what the one named did in this meeting."""
USUALLY = re.compile(
    r"\b(?:usually|normally|regularly|traditionally|typically)\s+(?:attended|joined|led|held|chaired)\b"
)
"""Tells of a custom, whatever else the sentence says."""
OFFICE_AFTER = re.compile(r"\s*(?:,\s*(?:the\s+)?[A-Z][^,.;]*(?:,|(?=\s+(?:met|attended|and)\b))|\([^)]*\))")
"""What a name may carry after it: ", Deputy Minister of Ostrava,"."""
JOINS_NAMES = re.compile(r"(?:,\s*and|,|\band|\bas well as|;)\s*$")
LISTS_ON = re.compile(r"[^.;]*?(?:,|\band\b|&)\s+(?:the\s+)?[A-Z]")
OF_ANOTHER = re.compile(
    r"(?:\b(?:of|from|to|for|about|than|without|against|that|whom|on|whether|if|unless|except|but|besides)|'s|s')$",
    re.IGNORECASE,
)
"""Before a name: then it belongs to what is named before it ("the envoy of X")."""
LINK = re.compile(r"\b(?:with|between|among|by|alongside|including|included|were|was|namely)$|:$", re.IGNORECASE)
"""Before a name: then a verb or noun of meeting further back says what was done with it."""
DESCRIBED = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:attended|led|headed|chaired|joined|represented)\s+by$", re.IGNORECASE
)
"""Before a name: it hangs on a noun ("a channel attended by"), and describes what is usual."""
TITLES = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|mr|mrs|ms|dr|amb|h\.?e|his excellency|her excellency|honou?rable|hon|visiting"
    r"|then|new|newly appointed|counterpart|colleague|fellow|both|all)\b\.?,?)\s*$",
    re.IGNORECASE,
)
GREETED_AT = re.compile(r"\s+(?:to|at|in|on)\s+(?:the\s+|his\s+|her\s+)?[A-Z]")
"""After one who was welcomed: to a place, and not for a deed."""
COURTESY = re.compile(r"\bcourtesy\b", re.IGNORECASE)
CAPITALS = re.compile(r"(?:[A-Z][\w.'-]*\s+)*[A-Z][\w.'-]*$")
CAPITAL = re.compile(r"[A-Z][\w.'-]*")
TITLE_GOES_ON = re.compile(r"\s+(?:(?:and|of|for|to|in|at|on)\s+)?(?:the\s+)?")
"""Between two words with capitals of one title: "Ambassador of Velmar to the Harbour League"."""
RANK = re.compile(
    r"minister|secretary|president|director|ambassador|chair|premier|king|queen|chief|general|commissioner|governor|envoy"
    r"|representative|speaker|chancellor|senator|prince|sultan|head|counsell?or|deputy|leader|spokes",
    re.IGNORECASE,
)
BY_MEANS = re.compile(
    r"\s*by\s+(?:an?\s+|secure\s+)*"
    r"(?:video|tele|phone|web|satellite|conference call|internet|remote|online|invitation|proxy)",
    re.IGNORECASE,
)
"""After a verb: how somebody took part, and not by whom it was done."""
TO_MEET = re.compile(r"\s*(?:hold|have|conduct|begin|start|open|continue|resume|join|convene|host)\b", re.IGNORECASE)
DONE = re.compile(r"\b(?:held|had|was|were|met|took|\w+ed)\b", re.IGNORECASE)
ACTIVE = ("met", "spoke", "held", "took part", "participated", "sat in")
"""Verbs that nothing is done by: "took part by video link"."""
NEAR_CHARACTERS = 260
PLAN_WORDS_BACK = 5


@dataclass(frozen=True)
class _Clause:
    """A sentence (``start`` to ``end``) of a text, and the noun phrase in it (``first`` to ``last``)."""

    text: str
    start: int
    end: int
    first: int
    last: int


def is_shown_there(reading: Reading, who: Participant, text: str, at: int) -> bool:
    """Whether the sentence at ``at``, or a statement that they make, says that a participant was there."""
    return spoken_by(reading, who) is not None or is_told_there(reading, who, text, at)


def is_told_there(reading: Reading, who: Participant, text: str, at: int) -> bool:
    """Whether the sentence at ``at`` itself says that a participant was there."""
    plain = plain_marks(text)
    start, end = sentence_around(plain, at)
    name = locate(who.printed, plain[start:end])
    if name is None or _is_of_another_time(reading, plain[start:end]) or USUALLY.search(plain[start:end]):
        return False
    clause = _Clause(plain, start, end, start + name[0].start, start + name[-1].end)
    head = _head(plain, start, clause.first)
    before = plain[start:head].rstrip()
    if plain[clause.last :].startswith(("'s", "'")):
        return False
    if _is_met(reading, clause, before):
        return True
    return not OF_ANOTHER.search(before) and _takes_part(reading, clause)


def _head(text: str, start: int, first: int) -> int:
    """Where the noun phrase begins in which a name stands: with its office, and with those it is joined to."""
    at = first
    while True:
        before = text[start:at].rstrip()
        if found := TITLES.search(before) or _title(before) or _joined(before, text[at:]):
            at = start + found.start()
        else:
            return at


def _title(before: str) -> re.Match[str] | None:
    """The words with capitals at the end of ``before``; with "of" or "to" inside only where no rank follows it."""
    run = CAPITALS.search(before)
    if run is None or RANK.search(run[0]):
        return run
    words = list(CAPITAL.finditer(before))
    ranks = [at for at, word in enumerate(words) if RANK.search(word[0])]
    at = ranks[-1] if ranks else len(words)
    joined = (TITLE_GOES_ON.fullmatch(before, one.end(), other.start()) for one, other in pairwise(words[at:]))
    if not ranks or not all(joined):
        return run
    return CAPITALS.search(before[: words[at].end()])


def _joined(before: str, after: str) -> re.Match[str] | None:
    """The "and" or comma at the end of ``before``, where a name or office stands before it."""
    joined = JOINS_NAMES.search(before)
    if joined is None or not re.search(r"[A-Z][\w.'-]*\)?$", before[: joined.start()].rstrip(" ,")):
        return None
    if joined[0].strip() != "," or LISTS_ON.match(after):
        return joined
    office = _title(before[: joined.start()])
    is_apposition = office and RANK.search(office[0]) and not OF_ANOTHER.search(before[: office.start()].rstrip())
    return joined if is_apposition else None


def _takes_part(reading: Reading, clause: _Clause) -> bool:
    """Whether the one named is the subject of a verb of taking part."""
    grammar = reading.vocabulary.grammar
    last = clause.last
    if relative := RELATIVE.match(clause.text[last:]) or OFFICE_AFTER.match(clause.text[last:]):
        last += relative.end()
    after = _first(grammar.attended, clause.text, last, min(clause.end, last + NEAR_CHARACTERS))
    if after is None or _is_passive(clause.text, after) or _is_denied(reading, clause.text[last : after.start]):
        return False
    return not find_each(grammar.attended_by, clause.text[last : after.start])


def _is_met(reading: Reading, clause: _Clause, before: str) -> bool:
    """Whether words of meeting stand right before the noun phrase, or before a "with" or "between" there."""
    grammar = reading.vocabulary.grammar
    direct = [f for f in find_each((*grammar.attended_by, *grammar.meets), before) if f.end == len(before)]
    if direct:
        first = min(direct, key=lambda found: found.start)
        after = clause.text[clause.last : clause.end]
        if first.printed.lower() in grammar.calls and not find_each(grammar.formats["phone"], after):
            return False
        if first.printed.lower() in grammar.greets and not GREETED_AT.match(after):
            return False
        if COURTESY.search(before) and not _is_of_courtesy(reading):
            return False
        return not _describes(before, first) and not _is_denied(reading, before[: first.start])
    if LINK.search(before) and not DESCRIBED.search(before):
        words = find_each((*grammar.attended_by, *grammar.meeting_words), before)
        last = max(words, key=lambda found: found.end, default=None)
        return (
            last is not None
            and not _describes(clause.text[clause.start :], last)
            and not _is_denied(reading, before[: last.start])
        )
    return False


def _is_of_courtesy(reading: Reading) -> bool:
    """Whether the meeting of a release is itself a courtesy call, and not another that was held beside one."""
    release = reading.release
    named = any(COURTESY.search(text) for text in (release.title, *(m.name.en for m in release.meetings)))
    there = (p.quote for p in release.participants if p.presence is Presence.ATTENDED)
    return named or all(COURTESY.search(quote) for quote in there)


def _first(phrases: tuple[str, ...], text: str, start: int, end: int) -> Found | None:
    found = [found for found in find_each(phrases, text) if start <= found.start and found.end <= end]
    return min(found, key=lambda f: f.start, default=None)


def _is_passive(text: str, verb: Found) -> bool:
    """Whether the verb was done to the one named ("was represented by"); "met by video" is not."""
    rest = text[verb.end :]
    if text[: verb.start].rstrip().endswith(("was", "were", "been")) or "represented" in verb.printed:
        return rest.lstrip().startswith("by ")
    return rest.lstrip().startswith("by ") and not verb.printed.lower().startswith(ACTIVE) and not BY_MEANS.match(rest)


def _describes(text: str, words: Found) -> bool:
    """Whether "attended by" hangs on a noun ("a channel attended by"): a description, no event."""
    if words.printed.split()[-1] != "by" or words.printed.split()[0] in ("was", "were"):
        return False
    return not re.search(r"\b(was|were|been)\s+$", text[: words.start])


def _is_denied(reading: Reading, before: str) -> bool:
    """Whether the words before a verb make it a plan or say that it did not happen."""
    grammar = reading.vocabulary.grammar
    near = " ".join(before.split()[-PLAN_WORDS_BACK:])
    plans = [plan for plan in find_each(grammar.not_yet, near) if _is_plan(plan, near[plan.end :])]
    return bool(plans or find_each(grammar.negations, before) or find_each(grammar.absent, before))


def _is_plan(plan: Found, after: str) -> bool:
    """Whether a word of planning governs what follows it; of "to" that is sure only right before the verb."""
    if plan.printed.lower() == "to":
        return not after.strip() or TO_MEET.match(after) is not None
    return DONE.search(after) is None


def _is_of_another_time(reading: Reading, sentence: str) -> bool:
    """Whether a sentence tells of another day, and not of the day on which the release says it was held."""
    sentence = RELATIVE.sub(" ", sentence)
    marks = find_each(reading.vocabulary.grammar.other_time, sentence)
    held = [meeting.held.quote for meeting in reading.release.meetings if meeting.held]
    return any(not sentence[mark.end :].startswith("'") for mark in marks) and not any(
        locate(quote, sentence) for quote in held
    )


def spoken_by(reading: Reading, who: Participant) -> Statement | None:
    """The statement in this meeting of which the one printed is the speaker, by that label or by one of their own."""
    pieces = bare_label(who.printed).split(JOIN)
    for statement in reading.release.statements:
        label = statement.refers_to or statement.speaker or ""
        if statement.act is Act.BACKGROUND or not {who.side, who.party} & {*statement.sides} or not label:
            continue
        speaker = reading.speaker(label)
        by_person = who.person is not None and speaker is not None and speaker.person == who.person
        if by_person or all(find_all(piece, bare_label(label)) for piece in pieces):
            return statement
    return None
