"""The office of a participant is the one printed beside their name, held then and not before or hoped for."""

from __future__ import annotations

import re

from bot.library.clauses import find_all, find_each, sentence_around
from bot.library.numbers import ordinals_in
from bot.library.phrase_book import phrase_pattern
from bot.library.quotes import locate, plain_marks
from bot.library.reading import Reading
from bot.model.release import Participant
from bot.model.speech_acts import Kept

NOT_HELD = re.compile(r"\b(former|ex-|candidate for|nominee for|bid for|post of|successor as|elect)\s*$", re.IGNORECASE)
SOUGHT = re.compile(
    r"\b(?:candidate|candidacy|nominee|bid|running|campaign|election|elected)\b(?:\s+\w+){0,3}?\s+(?:for|as|to)\b[^,.;]{0,60}$",
    re.IGNORECASE,
)
"""Before an office: it is one that somebody seeks, or is to have."""
LOWER_RANK = re.compile(
    r"\b(deputy|vice|assistant|acting|under|interim|associate|permanent|parliamentary|honorary|state|senior"
    r"|special)[ -]$",
    re.IGNORECASE,
)
"""Before an office: then it is another one, mostly lower."""
PLURAL = re.compile(
    r"\b\w*(?:ministers|secretaries|presidents|directors|ambassadors|chairs|chairmen|chairpersons|premiers|chiefs|generals"
    r"|commissioners|governors|envoys|representatives|speakers|chancellors|heads|counsellors|leaders|officials)\b",
    re.IGNORECASE,
)
"""An office that several hold: it is of each of those named after it."""
NO_OFFICE = re.compile(r"^(of|for|at|in|from|and|the)\b")
LOWER = re.compile(
    r"\b(deputy|vice|assistant|under|undersecretary|acting|associate|parliamentary|(permanent|state)[ -]secretary)\b",
    re.IGNORECASE,
)
LOWER_KO = re.compile(
    r"차관|차장|차석|(?<![가-힣])(?:수석|원내|사무|경제|사회|정무|상임|제\d\s?)?부(?:장관|총리|통령|사무|대표|대사|영사|총재|주석"
    r"|[가-힣]{1,4}[장관])|국장보|부국장|부총장|부의장|부위원장|부사무|장관보|보좌|대리|대행|심의관|직무|참사관|비서관"
)
FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
NUMBERED_KO = re.compile(r"제(\d+)")
GOES_ON = re.compile(r" (?:to|for) (?:the )?[A-Z]")
"""After an office: then it goes on ("Ambassador to Verelia")."""
NEXT_TO_MOST = 120
"""Characters between an office and the name that it belongs to."""


def office_fault(reading: Reading, who: Participant, office: str, text: str) -> str | None:
    """What is wrong with the office that a participant is given, or None."""
    if NO_OFFICE.match(office):
        return f"{office!r} is no office; begin with its rank, as printed"
    plain = plain_marks(text)
    name = locate(who.printed, text)
    if not locate(office, text) or name is None:
        return f"{office!r} is not in ¶{who.paragraph}"
    own = name[0]
    others = [n[0] for p in reading.release.participants if p.printed != who.printed and (n := locate(p.printed, text))]
    labels = [
        found
        for s in reading.release.speakers
        if s.person and s.person != who.person
        for found in find_all(s.label, text)
    ]
    plural = PLURAL.search(office) is not None
    shorter = ""
    for match in phrase_pattern(office).finditer(plain):
        start, end = sorted((match.end(), own.start)) if match.start() < own.start else (own.end, match.start())
        between = plain[start:end]
        crossed = any(start <= other.start < end for other in others)
        if any(label.start <= match.start() < label.end for label in labels):
            continue
        if match.start() > own.start and any(0 < other.start - match.end() <= len(", ") for other in others):
            continue  # of the one named right after it
        if lower := LOWER_RANK.search(plain[: match.start()]):
            shorter = f"{lower[0]}{office}"
            continue
        if match.start() < own.start and GOES_ON.match(between):
            shorter = f"{office}{between}".rstrip(" ,(")
            continue
        if SOUGHT.search(plain[: match.start()]) or NOT_HELD.search(plain[: match.start()]) or NOT_HELD.search(between):
            continue
        if (
            len(between) <= NEXT_TO_MOST
            and (plural or not crossed)
            and sentence_around(plain, start) == sentence_around(plain, end)
        ):
            return None
    if shorter:
        return f"the office printed is {shorter!r}, not only {office!r}"
    return f"{office!r} is not beside {who.printed!r} in ¶{who.paragraph} as an office held"


def korean_rank_fault(korean: str, printed: str, ranks: tuple[Kept, ...]) -> str | None:
    """What is wrong with the rank of an office or a group in Korean, or None; ``ranks`` as in the grammar."""
    own = {*ordinals_in(printed), *(1 for _ in FIRST.finditer(printed))}
    if numbered := {int(number) for number in NUMBERED_KO.findall(korean)} - own:
        return f"{printed!r} has no number {', '.join(map(str, sorted(numbered)))}"
    if LOWER.search(printed) and not LOWER_KO.search(korean):
        return f"{printed!r} is a lower rank than {korean!r}"
    if LOWER.search(printed):
        return None
    for rank in ranks:
        if (found := find_each(rank.en, printed)) and not any(word in korean for word in rank.ko):
            return f"{found[0].printed!r} is {' or '.join(rank.ko[:2])} in Korean, not {korean!r}"
    return None
