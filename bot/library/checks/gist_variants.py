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
CAPITALS = r"(?:[A-Z][\w.'-]*(?: (?:and|of|for|the))* )*[A-Z][\w.'-]*"


def variants(reading: Reading, gist: Gist) -> Iterator[str]:
    """Other forms of a gist's own words, those with the fewest changes first."""
    seen = {gist.own}
    ahead = [gist.own]
    for _ in range(DEPTH):
        found: list[str] = []
        for text in ahead:
            for other in (*_owners(reading, text), *_kinds(text), *_offices(reading, text), *_swapped(text)):
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
        for opener in PREPOSITION.finditer(part[0]):
            rest = part[0][opener.end() :]
            for joined in re.finditer(r" and ", rest):
                one, other = rest[: joined.start()], rest[joined.end() :]
                swapped = f"{part[0][: opener.end()]}{other} and {one}"
                yield f"{text[: part.start()]}{swapped}{text[part.end() :]}"
