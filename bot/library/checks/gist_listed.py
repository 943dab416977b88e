"""A Korean gist lists as much as its quote: "A, B and C" is no "A와 C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.gist import Gist
from bot.library.checks.gist_kept import SPELT_OUT
from bot.library.reading import Reading

AND = re.compile(r",?\s(?:and|as well as|or)\s", re.IGNORECASE)
ITEM_MOST = 5
"""Words of one part of a list between two commas."""
BEFORE = re.compile(rf"(?:,\s*(?:[^\s,;:]+\s+){{0,{ITEM_MOST - 1}}}[^\s,;:]+)+$")
"""The parts of a list that stand before its last one, but for the first."""
JOINT_KO = re.compile(
    r"[,·ㆍ‧;/–-]|\s및\s|(?<=[가-힣])(?:과|와|랑|고|며|나|든|든지|지만|면서|는데|은데|도|여|해|서|되|거나|뿐|대로|면|동시에|아울러)(?=[\s,])|그리고|또는|혹은|함께|더불어|더욱이|겸"
)
"""What joins two parts in Korean, loosely: one of these for each "and" of the quote."""
BOTH = re.compile(r"양측|양국|쌍방|두 |서로|상호|양자|각국|각각|모두|전체")
COMPOUND = re.compile(r"(?<![가-힣])[남북한미중일러]{2,}(?=간|의|이|가|과|와|\s)")


def list_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """A list of the quote of which the gist has fewer parts."""
    said = SPELT_OUT.sub(lambda found: found[2], gist.after)
    for hit in sorted(reading.lexicon.parties.apart(said), key=lambda hit: -hit.start):
        said = f"{said[: hit.start]}{''.join(hit.printed.split())}{said[hit.end :]}"  # one word, however long it is
    wanted, last = _joints(said)
    if gist.is_background or not wanted:
        return
    text = f"{gist.own} {gist.added}"
    shown = len(JOINT_KO.findall(text)) + len(BOTH.findall(text))
    shown += sum(len(found) - 1 for found in COMPOUND.findall(text))
    if shown < wanted:
        yield reading.fault(
            gist.place, f"the quote lists {wanted + 1} things ({last!r} the last), the gist fewer; name each of them"
        )


def _joints(text: str) -> tuple[int, str]:
    """How often a text joins two parts by "and" or, in a list, by a comma; and the last part."""
    found, last = 0, ""
    for match in AND.finditer(text):
        before = BEFORE.search(text[: match.start()])
        found += 1 + (before[0].count(",") if before else 0)
        last = " ".join(text[match.end() :].split()[:2]).rstrip(",.;")
    return found, last
