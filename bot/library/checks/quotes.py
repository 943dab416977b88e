"""Every quote stands in its paragraph, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.errors import Fault
from bot.library.clauses import Found, adjacent_subject, find_all, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import Span, locate, nearest, plain_marks
from bot.library.reading import Reading
from bot.library.wording import clip, did_you_mean
from bot.model.release import Evidence

NOT_DONE = re.compile(r"\b(?:did|does|do)\s+not\s+[a-z]+")
GOES_ON = re.compile(r"\b(?:but|and)\s+(?:[a-z]+ly\s+|also\s+|then\s+)?(?:[a-z]+ed|said|took|made|gave|put|told)\b")
"""After "did not object": "but noted", to which the "not" does not go on, as it would to "or note"."""
ENDS_IN = 10
"""Characters at the end of what a quote leaps over in which it is joined to what follows."""


def evidence_of(reading: Reading) -> Iterator[tuple[Place, Evidence]]:
    """Everything in a release that quotes its source, with its place."""
    release = reading.release
    for i, meeting in enumerate(release.meetings):
        for name in ("held", "format", "place", "planned_place"):
            if (fact := getattr(meeting, name)) is not None:
                yield ("meetings", i, name), fact
    for i, participant in enumerate(release.participants):
        yield ("participants", i), participant
    for i, statement in enumerate(release.statements):
        yield ("statements", i), statement
    for i, derived in enumerate(release.derived):
        yield ("derived", i), derived


def check_quotes(reading: Reading) -> Iterator[Fault]:
    """Paragraphs that do not exist, quotes that are altered or stand elsewhere, words left out that matter."""
    units = [paragraph.ref for paragraph in reading.outline.units()]
    for place, evidence in evidence_of(reading):
        paragraph = reading.paragraph(evidence.paragraph)
        holds_statements = place[0] != "statements" or evidence.paragraph in units
        if paragraph is None or not holds_statements:
            yield reading.fault(
                (*place, "paragraph"), _no_paragraph(evidence.paragraph, units, exists=paragraph is not None)
            )
            continue
        spans = reading.spans(evidence)
        if spans is None:
            yield reading.fault((*place, "quote"), _not_there(reading, evidence))
        else:
            yield from _left_out(reading, place, paragraph.text, spans)


def _no_paragraph(ref: str, units: list[str], *, exists: bool) -> str:
    if exists:
        return f"¶{ref} can be cited but holds no statements"
    return f"the text has no ¶{ref}{did_you_mean(ref, units)} (it has {', '.join(units)})"


def _not_there(reading: Reading, evidence: Evidence) -> str:
    elsewhere = [p.ref for p in reading.outline.paragraphs.values() if locate(evidence.quote, p.text)]
    if elsewhere:
        return f"the quote is not in ¶{evidence.paragraph}; it stands in ¶{', ¶'.join(elsewhere)}"
    paragraph = reading.paragraph(evidence.paragraph)
    near = nearest(evidence.quote, paragraph.text) if paragraph else None
    hint = f"; the text there reads: {clip(near, 240)!r}" if near else ""
    return f"the quote is not in ¶{evidence.paragraph} word for word: {clip(evidence.quote, 80)!r}{hint}"


def _left_out(reading: Reading, place: Place, text: str, spans: tuple[Span, ...]) -> Iterator[Fault]:
    """A quote may skip words, but neither a "not", nor what makes it less than a deed, nor the end of a sentence."""
    if place[0] != "statements":
        return
    grammar = reading.vocabulary.grammar
    for before, after in pairwise(spans):
        skipped = text[before.end : after.start]
        if sentence_around(text, before.end - 1) != sentence_around(text, after.start):
            yield reading.fault((*place, "quote"), "the quote leaps from one sentence into another; keep to one")
        told = skipped
        if GOES_ON.search(f"{skipped}{text[after.start : after.end]}", max(0, len(skipped) - ENDS_IN)):
            told = NOT_DONE.sub(lambda denied: " " * len(denied[0]), skipped)  # what follows is told as done
        other = reading.lexicon.verbs.first(plain_marks(told))
        its_own = told[: other.start] if other else told  # what follows another verb of saying is that verb's
        for word in (*grammar.negations, *grammar.tentative):
            if any(word in grammar.negations or _after_to(text, before.end + f.start) for f in find_all(word, its_own)):
                yield reading.fault((*place, "quote"), f"the quote leaves out {word!r}; quote those words too")
        for hit in reading.lexicon.verbs.best(plain_marks(skipped)):
            start = before.end + hit.start
            subject = adjacent_subject(text, Found(start, start + len(hit.printed), hit.printed), reading.labels)
            if subject is not None and _is_another(reading, place, subject):
                message = f"the quote leaps over {subject.printed!r} {hit.printed!r} into words that are not its own"
                yield reading.fault((*place, "quote"), message)


def _after_to(text: str, at: int) -> bool:
    return text[:at].split()[-1:] == ["to"]


def _is_another(reading: Reading, place: Place, subject: Found) -> bool:
    """Whether a subject that a quote leaps over speaks for others than the statement does."""
    assert isinstance(place[1], int)
    statement = reading.release.statements[place[1]]
    speaker = reading.speaker(subject.printed)
    return speaker is not None and set(speaker.sides) != set(statement.sides)
