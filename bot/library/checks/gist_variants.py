"""An English gist said otherwise, with the same meaning: "the support of X" as "X's support".

Where the words of a gist stand in another order than in its quote, it is compared again in these forms. Each means what
the gist itself means, so that one of them in the order of the quote is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.library.checks.gist import Gist
from bot.library.reading import Reading

DEPTH = 3
"""Changes of form one after another: a gist has seldom more than two."""
MOST = 60
"""Forms that are compared at most."""
OWNED = re.compile(r"(?:\bthe )?((?:[a-z][\w-]* )?[a-z][\w-]*) of (?:the )?$")
GOES_ON = re.compile(r" (?:government|side|countries|ministry)\b")
JOINS = re.compile(r" and (?:of )?(?:the )?$")
LED_BY = re.compile(r"(?:\bthe )?((?:[a-z-]+ ){0,3}?[a-z-]+) (led|driven|based|owned|funded|backed) by (?:the )?$")
OF_A_KIND = re.compile(r"\b([a-z-]+) of ([a-z-]+)\b")
NO_KIND = frozenset("a an the its their this that these those all any some each".split())  # noqa: SIM905 - reads better
IN_ORDER = re.compile(r"\b(?:then|first|finally|respectively|turn|latter|former|before|after|instead)\b", re.IGNORECASE)
PREPOSITION = re.compile(r"\b(?:through|by|with|on|for|of|in|via|from|about|over|including|at)\b ")
PART = re.compile(r"[^,;:]+")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WHEN = re.compile(
    rf"\b(?:(?:in|on|by) (?:early |late )?{MONTH}(?: \d{{1,2}})?(?:,? \d{{4}})?|in \d{{4}}|without delay|at present"
    r"|(?:last|next|this) (?:year|month|week|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
BARRIER = r"[,;:\u2026]|\b(?:and|or|that|which|who|after|before|while|when|if|once|unless|until|to(?! the\b))\b"
STRETCH = re.compile(rf",?(?:(?!{BARRIER}).)*", re.IGNORECASE)
"""What a time may cross: up to the next part of the sentence."""
ANY_BARRIER = re.compile(BARRIER, re.IGNORECASE)
CLAUSE_END = re.compile(rf"\s*(?:$|{BARRIER})", re.IGNORECASE)
FRONT = re.compile(r"(?:^|\bthat|[;\u2026])$", re.IGNORECASE)
VERBS = re.compile(
    r"\b(?:would|will|should|could|can|may|might|must|shall|is|are|was|were|has|have|had|\w{2,}ed|\w{3,}ing)\b",
    re.IGNORECASE,
)
HOW = re.compile(r"\b([a-z]+ly) ([a-z]+(?:ed|en))\b")
CAPITALS = r"(?:[A-Z][\w.'-]*(?: (?:and|of|for|the))* )*[A-Z][\w.'-]*"


def variants(reading: Reading, gist: Gist) -> Iterator[str]:
    """Other forms of a gist's own words, those with the fewest changes first."""
    seen = {gist.own}
    ahead = [gist.own]
    for _ in range(DEPTH):
        found: list[str] = []
        for text in ahead:
            for other in (
                *_owners(reading, text),
                *_kinds(text),
                *_adverbs(text),
                *_offices(reading, text),
                *_swapped(text),
                *_elsewhere(text),
            ):
                if other not in seen:
                    seen.add(other)
                    found.append(other)
                    yield other
                if len(seen) > MOST:
                    return
        ahead = found


def _owners(reading: Reading, text: str) -> Iterator[str]:
    """What is whose: "the efforts of the ROK" as "the ROK's efforts", "mechanisms led by X" as "X-led mechanisms"."""
    hits = sorted(reading.lexicon.parties.apart(text), key=lambda hit: hit.start)
    for at, hit in enumerate(hits):
        end = hit.end
        for later in hits[at + 1 :]:
            if not JOINS.fullmatch(text[end : later.start]):
                break
            end = later.end
        if more := GOES_ON.match(text, end):
            end = more.end()
        before, owner, after = text[: hit.start], re.sub(r" and of ", " and ", text[hit.start : end]), text[end:]
        if owned := OWNED.search(before):
            yield f"{before[: owned.start()]}the {owner}'s {owned[1]}{after}"
            if " " in owned[1]:
                first, _, last = owned[1].partition(" ")
                yield f"{before[: owned.start()]}{first} the {owner}'s {last}{after}"
        if led := LED_BY.search(before):
            words = led[1].split()
            for cut in range(len(words)):
                kept = "".join(f"{word} " for word in words[:cut])
                yield f"{before[: led.start()]}{kept}{owner}-{led[2]} {' '.join(words[cut:])}{after}"


def _kinds(text: str) -> Iterator[str]:
    """What is of a kind: "mechanisms of consultation" as "consultation mechanisms"."""
    for match in OF_A_KIND.finditer(text):
        if match[2] not in NO_KIND and match[1] not in NO_KIND:
            yield f"{text[: match.start()]}{match[2]} {match[1]}{text[match.end() :]}"


def _adverbs(text: str) -> Iterator[str]:
    """How it is done: "peacefully resolved" as "resolved peacefully"."""
    for match in HOW.finditer(text):
        yield f"{text[: match.start()]}{match[2]} {match[1]}{text[match.end() :]}"


def _elsewhere(text: str) -> Iterator[str]:
    """When it is done: "next year in Ostrava" as "in Ostrava next year".

    No verb is crossed, so that the time stays with its own; but for one at the beginning of a clause, which may stand
    at the end of it.
    """
    for time in WHEN.finditer(text):
        before, after = text[: time.start()].rstrip(), text[time.end() :]
        ahead = STRETCH.match(after)
        if ahead and ahead[0].strip(" ,"):
            crossed = ahead[0].removeprefix(",").rstrip()
            rest = after[ahead.end() - (len(ahead[0]) - len(ahead[0].rstrip())) :]
            verbs = len(VERBS.findall(crossed))
            if FRONT.search(before) and verbs <= 1:
                yield f"{before}{crossed} {time[0]}{rest}".strip()
            if not verbs:
                for gap in re.finditer(r"(?<=\w) ", f"{crossed} "):
                    yield f"{before}{crossed[: gap.start()]} {time[0]}{crossed[gap.start() :]}{rest}".strip()
        begin = max((match.end() for match in ANY_BARRIER.finditer(before)), default=0)
        behind, verbs = before[begin:], len(VERBS.findall(before[begin:]))
        if FRONT.search(before[:begin]) and verbs == 1 and CLAUSE_END.match(after):
            yield f"{before[:begin]} {time[0]}{behind}{after}".strip()
        for gap in re.finditer(r"(?<=\w) ", behind) if not verbs else ():
            at = begin + gap.start()
            yield f"{before[:at]} {time[0]}{before[at:]}{after}".strip()


def _offices(reading: Reading, text: str) -> Iterator[str]:
    """Who holds an office: "Secretary NAME of Ostrava" as "Secretary of Ostrava NAME"."""
    for who in reading.release.participants:
        if who.person is None or who.printed not in text:
            continue
        name = re.escape(who.printed)
        yield re.sub(rf"({CAPITALS}) {name} (of (?:the )?{CAPITALS})", rf"\1 \2 {who.printed}", text)
        yield re.sub(rf"{name}, ({CAPITALS})(?=[,;]|$),?", rf"\1 {who.printed}", text)


def _swapped(text: str) -> Iterator[str]:
    """What is joined: "through A and B" as "through B and A", where no word says in which order."""
    for part in PART.finditer(text):
        if IN_ORDER.search(part[0]):
            continue
        for joined in re.finditer(r" and ", part[0]):
            one, other = part[0][: joined.start()], part[0][joined.end() :]
            if PREPOSITION.search(f"{other} ") or VERBS.search(other):
                continue
            for gap in re.finditer(r" ", one):
                thing = one[gap.end() :]
                if thing and not PREPOSITION.search(f"{thing} ") and not VERBS.search(thing):
                    swapped = f"{one[: gap.end()]}{other} and {thing}"
                    yield f"{text[: part.start()]}{swapped}{text[part.end() :]}"
        for opener in PREPOSITION.finditer(part[0]):
            rest = part[0][opener.end() :]
            for joined in re.finditer(r" and ", rest):
                one, other = rest[: joined.start()], rest[joined.end() :]
                swapped = f"{part[0][: opener.end()]}{other} and {one}"
                yield f"{text[: part.start()]}{swapped}{text[part.end() :]}"
