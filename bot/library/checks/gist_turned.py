"""Who does what to what in a Korean gist is as in its quote: the words are aligned, and the particles tell.

Where every word is right a gist can still be turned round: "competition has an impact on the situation" is not 정세가
경쟁에 영향을 미침. Only what is plain is refused: Korean words stand in an order of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.checks.korean_marks import ANY_MARK, MARKED
from bot.library.reading import Reading

PASSIVE = re.compile(r"\b(?:by|is|are|was|were|be|been|being)\b", re.IGNORECASE)
"""Words that make a passive: then who does it stands after the deed."""
SUBJECT = re.compile(r"(?:들)?(?:\s?측)?(?:이|가|은|는)\s")
COMPLEMENT = re.compile(r"(?:들)?(?:\s?측)?(?:에|을|를|에게|에 대해|로부터)\s")
CLAUSE_ENDS = re.compile(r"(?:대로|면|고|며|여|해|서|도록|자|데|어|[은는던할될된한])[ ,]")
"""Ends of a clause: what stands before belongs to another deed."""
OBJECT = re.compile(r"(?:들|등)?(?:을|를) (?:\S{1,4}(?:게|히|이) )?")
DEED = re.compile(r"하|한|할|함|해|했|되|된|될|돼|됨|시키|시킬|시켜|는 |ㄹ ")
KIND = re.compile(r"(?:하|되)?(?:려는|고자 하는|기 위한|는|한|할|을|ㄹ|된|될) ")
TO = re.compile(r" (?:to|of|for) (?:the |their |its |a |an )?", re.IGNORECASE)
OWNER = re.compile(r"'s?\s")
OWNED = re.compile(r"(?:\s?측)?의\s")

OF = re.compile(r" of (?:the )?", re.IGNORECASE)
OWN = re.compile(r"(?:'s?)? ")
AND = re.compile(r",? and (?:the )?|, (?:the )?|[-\u2013]", re.IGNORECASE)
HELD = re.compile(r"(?:산|의)?\s")
"""Between a party and what it has in Korean: "할벤드 대통령", "할벤드산 목재"."""
ROLE = re.compile(r"(?:\s?측)?(?:이|가|은|는|의)\s")
BY = re.compile(r"\s(?:\w+\s)?by\b")
AMONG = re.compile(r"\b(?:and|with|to|for|of|in|by|on)\s(?:the\s)?$|[,(]\s?$", re.IGNORECASE)
"""Before a party in English: it does nothing itself there, or not alone."""
DONE_TO = re.compile(r"(?:을|를|에)\s(?:\S{1,4}(?:게|히|이)\s)?$")


class Word(NamedTuple):
    """A word of the gist that the quote has too, and where there: among the words that both have."""

    start: int
    end: int
    places: frozenset[int]


class Aligned(NamedTuple):
    """A Korean gist beside its quote: the words that both have, each text in its own order."""

    english: str
    spans: tuple[tuple[int, int], ...]
    parties: frozenset[int]
    """Those places of the English text that are names of parties."""
    korean: str
    words: tuple[Word, ...]

    def shown(self, word: Word) -> str:
        """A word of the gist as it stands there."""
        return self.korean[word.start : word.end]

    def printed(self, place: int) -> str:
        """A word of the quote as printed."""
        start, end = self.spans[place]
        return self.english[start:end]


def turned_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """Words of a Korean gist that stand to each other otherwise than in the quote."""
    aligned = _aligned(reading, gist)
    for message in (
        *_wrongly_marked(aligned),
        *_turned_round(aligned),
        *_other_objects(aligned),
        *_other_kinds(aligned),
        *_other_owners(aligned),
        *_other_holders(aligned),
        *_other_doers(aligned),
    ):
        yield reading.fault(gist.place, message)


def _aligned(reading: Reading, gist: Gist) -> Aligned:
    lexicon = reading.lexicon
    english, korean = gist.content, gist.own
    parties = [(hit.start, hit.end, hit.value) for hit in lexicon.parties.apart(english)]
    known = [
        word
        for word in lexicon.dictionary.english(english)
        if not any(start < word.end and word.start < end for start, end, _ in parties)
    ]
    spans = sorted([*(each[:2] for each in parties), *((word.start, word.end) for word in known)])
    at = {span: place for place, span in enumerate(spans)}
    found: list[Word] = []
    rest = korean
    for name, party in lexicon.korean_parties_in(korean):
        if places := frozenset(at[each[:2]] for each in parties if each[2] == party):
            found.extend(Word(match.start(), match.end(), places) for match in re.finditer(re.escape(name), rest))
        rest = rest.replace(name, " " * len(name))
    for word in lexicon.dictionary.korean(rest):
        entry = word.entry
        partners = (
            each
            for each in known
            if entry.word in each.sense.partners or not entry.partners.isdisjoint(each.sense.keys)
        )
        if places := frozenset(at[each.start, each.end] for each in partners):
            found.append(Word(word.start, word.end, places))
    named = frozenset(at[each[:2]] for each in parties)
    return Aligned(english, tuple(spans), named, f"{korean} ", tuple(sorted(found)))


def _wrongly_marked(aligned: Aligned) -> Iterator[str]:
    """A word marked as cause, means or time that in the quote stands before the word that marks one."""
    marked_at = {word.end: word for word in aligned.words if ANY_MARK.match(aligned.korean, word.end)}
    for korean, english in MARKED if marked_at else ():
        opened = [match.end() for match in english.finditer(aligned.english)]
        if not opened:
            continue
        for word in marked_at.values():
            marked = korean.match(aligned.korean, word.end)
            if marked and all(aligned.spans[place][0] < opened[0] for place in word.places):
                shown = f"{aligned.shown(word)}{marked[0]}".strip()
                where = english.search(aligned.english)
                after = where[0] if where else ""
                yield f"{shown!r}: what stands after {after!r} in the quote is another word; keep it so"


def _turned_round(aligned: Aligned) -> Iterator[str]:
    """Subject and object of a deed, both on the other side of it than in an active sentence."""
    if PASSIVE.search(aligned.english):
        return
    for at, (second, deed) in enumerate(pairwise(aligned.words)):
        joined = COMPLEMENT.match(aligned.korean, second.end)
        if not joined or joined.end() != deed.start:
            continue
        for first in aligned.words[:at]:
            between = aligned.korean[first.end : deed.start]
            if not SUBJECT.match(between) or CLAUSE_ENDS.search(between):
                continue
            after = all(place > max(deed.places) for place in first.places)
            before = all(place < min(deed.places) for place in second.places)
            if after and before:
                yield (
                    f"{aligned.shown(first)!r} and {aligned.shown(second)!r} have changed places beside "
                    f"{aligned.shown(deed)!r}; keep who does what to what"
                )


def _deeds(aligned: Aligned) -> dict[int, Word]:
    """The places of the quote that the gist puts as verbs."""
    return {place: word for word in aligned.words if DEED.match(aligned.korean, word.end) for place in word.places}


def _with_objects(aligned: Aligned) -> Iterator[tuple[Word, Word]]:
    """Each verb of the gist that has its object right before it, after that."""
    for thing, deed in pairwise(aligned.words):
        joined = OBJECT.match(aligned.korean, thing.end)
        if joined and joined.end() == deed.start and DEED.match(aligned.korean, deed.end):
            yield thing, deed


def _other_objects(aligned: Aligned) -> Iterator[str]:
    """A verb beside an object from which another verb parts it in the quote."""
    pairs = tuple(_with_objects(aligned))
    deeds = frozenset(place for _, deed in pairs for place in deed.places)
    for thing, deed in pairs:
        parted = [
            next((at for at in range(min(i, j) + 1, max(i, j)) if at in deeds and at not in deed.places), None)
            for i in thing.places
            for j in deed.places
            if i != j
        ]
        if parted and all(at is not None for at in parted):
            between = aligned.printed(next(at for at in parted if at is not None))
            yield (
                f"'{aligned.korean[thing.start : deed.end]}' joins words that {between!r} parts in the quote; "
                "keep what is done to what"
            )


def _other_kinds(aligned: Aligned) -> Iterator[str]:
    """A noun with another verb than the one right after it in the quote: "efforts to ease", "the need to resolve"."""
    deeds = _deeds(aligned)
    for deed, thing in pairwise(aligned.words):
        joined = KIND.match(aligned.korean, deed.end)
        if not joined or joined.end() != thing.start or len(thing.places) != 1:
            continue
        [place] = thing.places
        if place + 1 >= len(aligned.spans) or place + 1 not in deeds or place + 1 in deed.places:
            continue
        between = aligned.english[aligned.spans[place][1] : aligned.spans[place + 1][0]]
        if TO.fullmatch(between) and not any(_goes_with(aligned, place, other) for other in deed.places):
            yield (
                f"'{aligned.korean[deed.start : thing.end]}': in the quote {aligned.printed(place)!r} goes with "
                f"{aligned.printed(place + 1)!r}; keep it so"
            )


def _goes_with(aligned: Aligned, noun: int, verb: int) -> bool:
    """Whether a verb stands by a noun, or after it in a chain with "and": "efforts to boost … and support …"."""
    chain = aligned.english[aligned.spans[noun][1] : aligned.spans[verb][0]]
    return abs(noun - verb) == 1 or (verb > noun and " and " in chain)


def _other_owners(aligned: Aligned) -> Iterator[str]:
    """Of two parties with something of their own, one with the other's: "X's support for Y's candidate"."""
    owned: dict[int, int] = {
        place: place + 1
        for place in aligned.parties
        if OWNER.match(aligned.english, aligned.spans[place][1]) and place + 1 < len(aligned.spans)
    }
    for at, owner in enumerate(aligned.words):
        own = {owned[place] for place in owner.places if place in owned}
        if not own or not OWNED.match(aligned.korean, owner.end):
            continue
        others = {thing for place, thing in owned.items() if place not in owner.places} - own
        said: set[int] = set()
        for word in aligned.words[at + 1 :]:
            if word.places & aligned.parties:
                break
            said |= word.places
        if not said & own and (taken := said & others):
            thing = aligned.printed(min(taken))
            yield f"'{aligned.shown(owner)}의' stands with {thing!r}, which is another's in the quote; keep it so"


def _holders(aligned: Aligned) -> dict[int, set[int]]:
    """For each word that parties hold in English ("the president of X and Y", "X timber") the places of these."""
    found: dict[int, set[int]] = {}

    def between(place: int) -> str:
        return aligned.english[aligned.spans[place][1] : aligned.spans[place + 1][0]]

    for place in range(len(aligned.spans)):
        if place in aligned.parties:
            continue
        after, before = place + 1, place - 1
        if after in aligned.parties and OF.fullmatch(between(place)):
            found.setdefault(place, set()).add(after)
            while after + 1 in aligned.parties and AND.fullmatch(between(after)):
                after += 1
                found[place].add(after)
        if before in aligned.parties and OWN.fullmatch(between(before)):
            found.setdefault(place, set()).add(before)
            while before - 1 in aligned.parties and AND.fullmatch(between(before - 1)):
                before -= 1
                found[place].add(before)
    return found


def _other_holders(aligned: Aligned) -> Iterator[str]:
    """A thing of one party that stands right after another: "the president of X" as the other's president."""
    if len(aligned.parties) <= 1:
        return
    holders = _holders(aligned)
    for party, thing in pairwise(aligned.words):
        joined = HELD.match(aligned.korean, party.end)
        if not party.places <= aligned.parties or not joined or joined.end() != thing.start or len(thing.places) != 1:
            continue
        [place] = thing.places
        if holders.get(place) and not holders[place] & party.places:
            yield (
                f"'{aligned.korean[party.start : thing.end]}': in the quote {aligned.printed(place)!r} is of "
                f"{aligned.printed(min(holders[place]))!r}; keep whose it is"
            )


def _other_doers(aligned: Aligned) -> Iterator[str]:
    """Of two parties one that does what the other does: "X will continue as long as Y meets its promises"."""
    named = [word for word in aligned.words if word.places & aligned.parties]
    shown = [word for word in named if ROLE.match(aligned.korean, word.end)]
    for at, doer in enumerate(aligned.words):
        if doer not in shown or not SUBJECT.match(aligned.korean, doer.end):
            continue
        after = aligned.words[at + 1 :]
        deed = next((word for word in after if word in named or DEED.match(aligned.korean, word.end)), None)
        if deed is None or deed in named or len(deed.places) != 1 or not DONE_TO.search(aligned.korean[: deed.start]):
            continue
        [place] = deed.places
        own = max((party for party in aligned.parties if party < place), default=None)
        passive = BY.match(aligned.english, aligned.spans[place][1])
        if own is None or own in doer.places or passive or not any(own in word.places for word in shown):
            continue
        if not AMONG.search(aligned.english[aligned.spans[own][0] - 5 : aligned.spans[own][0]]):
            yield (
                f"{aligned.shown(doer)!r} does in the gist what {aligned.printed(own)!r} does in the quote "
                f"({aligned.printed(place)!r}); keep who does it"
            )
