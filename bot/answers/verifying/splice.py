"""What a quote leaves out at its "…": a word of a list, or what turns the sense.

Only what stands for itself may go unremarked: members of a list, an aside between commas or brackets, and what the
reviewed entry itself leaves out. Whatever has a verb, a speaker, a limit or a condition in it may not go at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.verifying.effects import Effect, Harm
from bot.answers.verifying.limits import limit_in
from bot.answers.verifying.placed import Placed, Spans, has_verb, overlap
from bot.library.clauses import DETERMINERS, find_all, sentence_around
from bot.library.quotes import Span, plain_marks, squeeze
from bot.model.speech_acts import Grammar

VERB = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did"
    r"|so that|in order)\b"
    r"|\bto (?!the\b|a\b|an\b|its\b|their\b|his\b|her\b|our\b|this\b|that\b|these\b|those\b|all\b|both\b|[A-Z0-9])\w",
)
"""A finite verb, an infinitive or a purpose."""
DOER = re.compile(r"\b(?:for|that|whether)\s+(?:the\s+)?\w[^,;]*$", re.IGNORECASE)
"""Before "to …" or a verb: whoever is to do it."""
BRACKETED = re.compile(r"\(.*\)|\[.*\]|[-–—] .* [-–—]")
OPENS = re.compile(r"[,;]|(?:and|or|as well as)\b", re.IGNORECASE)
CLOSES = re.compile(r"(?:[,;]|\b(?:and|or|as well as))$", re.IGNORECASE)
LEADS_ON = re.compile(
    r"(?:\s|[,:]|\b(?:that|to|the|a|an|on|of|for|in|its|their|his|her|upon|about|with)\b)*", re.IGNORECASE
)
"""What may stand between a verb and a quote of all that is said."""
ENDS_MEMBER = re.compile(r",\s+and(?:\s+to)?$")
"""At the end of what is left out: the next is a member of its own, "to explore ways to A, and to" B."""
LITTLE = 4
"""Letters of "with" and "that"."""
RELATIVE = re.compile(r",\s*(?:which|who|whom|whose|where)\b.*,", re.IGNORECASE)


@dataclass(frozen=True)
class Gap:
    """A "…" of a quote in a squeezed paragraph: the pieces before it and the one after, and who says them."""

    text: str
    earlier: Spans
    piece: Span
    sayers: tuple[Placed, ...]

    @property
    def span(self) -> Span:
        """What is left out."""
        return Span(self.earlier[-1].end, self.piece.start)

    @property
    def leapt(self) -> str:
        """Its words."""
        return self.text[self.span.start : self.span.end].strip()

    def of(self, some: tuple[Placed, ...]) -> str:
        """What of it belongs to some statements."""
        parts = {(max(s.start, self.span.start), min(s.end, self.span.end)) for one in some for s in one.spans}
        return " ".join(self.text[start:end].strip() for start, end in sorted(parts) if start < end)


def splices(
    text: str, spans: Spans, statements: tuple[Placed, ...], sayers: tuple[Placed, ...], grammar: Grammar
) -> Iterator[Harm]:
    """What each "…" of a verbatim quote leaves out: told in any case, and by its gravest effect."""
    for i in range(1, len(spans)):
        gap = Gap(squeeze(text), spans[:i], spans[i], sayers)
        if not any(letter.isalnum() for letter in gap.leapt):
            continue
        lost = None if leaps(sayers, gap.earlier, gap.piece) else _lost(gap)
        if lost is None:
            yield Harm(Effect.LEAP, gap.leapt)
        elif not lost:
            yield Harm(Effect.LEFT_OUT, gap.leapt)
        else:
            yield from _weakening(gap, lost, grammar) or (Harm(_weight(gap, lost, statements), gap.leapt),)


def after_verb(text: str, one: Placed, spans: Spans, between: str, grammar: Grammar) -> tuple[Harm, ...]:
    """What is left out between a statement's verb, which the message has, and the words that it quotes after it.

    ``between`` is what the message has there of its own.
    """
    gap = Gap(squeeze(text), (one.verb,), spans[0], (one,))
    lost = gap.of((one,)) if one.verb.start < one.verb.end <= spans[0].start else ""
    weakening = _weakening(gap, lost, grammar)
    if weakening and not _weakening(gap, between, grammar):
        return weakening
    if weakening or LEADS_ON.fullmatch(lost) or not LEADS_ON.fullmatch(between):
        return ()
    return (Harm(Effect.LEAP if _loses_doer(gap, lost) else Effect.SHORTENED, gap.leapt),)


def _lost(gap: Gap) -> str | None:
    """What a gap takes from the statements on both sides of it; None where they are two sentences, not both whole."""
    within = tuple(o for o in gap.sayers if overlap(o.spans, gap.earlier[-1:]) and overlap(o.spans, (gap.piece,)))
    if within:
        return min((gap.of((one,)) for one in within), key=len)
    if any(has_verb(one, (gap.piece,)) and _speaks(one, (*gap.earlier, gap.piece)) for one in gap.sayers):
        return gap.of(gap.sayers) or gap.leapt
    across = sentence_around(gap.text, gap.earlier[-1].start) != sentence_around(gap.text, gap.piece.start)
    return None if across else gap.leapt


def leaps(sayers: tuple[Placed, ...], earlier: Spans, piece: Span) -> bool:
    """Whether what comes after a gap has lost its speaker or its verb there, or seems to be said by another."""
    gap = (Span(earlier[-1].end, piece.start),)
    for one in sayers:
        if not overlap(one.content, (piece,)):
            continue
        if overlap((one.verb,), gap) or (one.subject and overlap((one.subject,), gap)):
            return True
        others = (other for other in sayers if other.statement.sides != one.statement.sides)
        if not _speaks(one, (*earlier, piece)) and any(overlap(other.spans, earlier) for other in others):
            return not overlap(one.spans, earlier)
        if one.statement.refers_to and one.subject and overlap((one.subject,), (piece,)):
            meant = one.statement.refers_to
            named = (other.statement.refers_to or other.statement.speaker for other in sayers if other is not one)
            if any(name != meant for name in named if name):
                return True
    return False


def _speaks(one: Placed, spans: Spans) -> bool:
    """Whether the subject of a statement is quoted."""
    return one.subject is not None and bool(overlap((one.subject,), spans))


def _weakening(gap: Gap, lost: str, grammar: Grammar) -> tuple[Harm, ...]:
    """The words among those lost that make less of what is said: every condition, else the gravest."""
    conditions = dict.fromkeys(c for one in gap.sayers for c in one.statement.conditions if find_all(c, lost))
    if conditions:
        return tuple(Harm(Effect.CONDITION_DROPPED, condition) for condition in conditions)
    for effect, words in (
        (Effect.NEGATION_DROPPED, grammar.negations),
        (Effect.CONDITION_DROPPED, grammar.conditions),
        (Effect.TENTATIVE_DROPPED, () if ENDS_MEMBER.search(lost) else grammar.tentative),
    ):
        if any(find_all(word, lost) for word in words):
            return (Harm(effect, gap.leapt),)
    limit = limit_in(lost, grammar)
    return (Harm(Effect.LIMIT_DROPPED, limit),) if limit else ()


def _weight(gap: Gap, lost: str, statements: tuple[Placed, ...]) -> Effect:
    """How grave it is to leave out words that weaken nothing."""
    if _stands_apart(gap):
        return Effect.LEFT_OUT
    verbs = any(overlap((one.verb,), (gap.span,)) for one in statements if find_all(one.statement.verb, lost))
    object_ = any(gap.span.start == one.verb.end for one in gap.sayers) and _content(lost)
    return (
        Effect.LEAP
        if verbs or _loses_doer(gap, lost) or object_ or VERB.search(plain_marks(lost))
        else Effect.SHORTENED
    )


def _loses_doer(gap: Gap, lost: str) -> bool:
    """Whether whoever is to do what comes next is left out: "for the DPRK" of "for the DPRK to return"."""
    return DOER.search(lost) is not None and gap.text[gap.piece.start :].startswith("to ")


def _content(words: str) -> bool:
    """Whether there is more in some words than little ones."""
    return any(len(word) > LITTLE and word.lower() not in DETERMINERS for word in words.split())


def _stands_apart(gap: Gap) -> bool:
    """Whether what is left out is whole members of a list, or an aside, with no verb of its own."""
    before, leapt, after = gap.text[: gap.span.start].rstrip(), gap.leapt, gap.text[gap.span.end :].lstrip()
    if BRACKETED.fullmatch(leapt) or RELATIVE.fullmatch(leapt):
        return True
    opens = OPENS.match(leapt) or CLOSES.search(before)
    closes = CLOSES.search(leapt) or OPENS.match(after)
    return bool(opens and closes) and VERB.search(plain_marks(leapt)) is None
