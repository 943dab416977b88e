"""Back-references: "They" means the last subject, unless a person has said why not."""

from __future__ import annotations

import re

from bot.library.checks.speakers import means_all
from bot.library.clauses import Found, sentence_around, subject_of
from bot.library.quotes import plain_marks
from bot.library.reading import Reading, bare_label
from bot.model.release import Statement

PLURAL = re.compile(r"they|both|the two", re.IGNORECASE)
PASSIVE = re.compile(r"(?:is|was|has been|were)\s", re.IGNORECASE)


def antecedent_fault(reading: Reading, statement: Statement, subject: Found | None, verb: Found) -> str | None:
    """What is wrong with the label that a statement refers back to, or None."""
    assert statement.refers_to is not None
    pronouns = reading.vocabulary.grammar.pronouns
    if statement.speaker and bare_label(statement.speaker) not in pronouns:
        return f"{statement.speaker!r} is no pronoun; a label as printed needs no refers_to"
    meant = reading.speaker(statement.refers_to)
    if meant and _is_impersonal(statement):
        every = set(reading.meeting(statement).sides)
        if means_all(reading, statement.refers_to) or set(meant.sides) == every:
            return None
        return f'"It {statement.verb}" names nobody: refers_to is the label of all sides ({", ".join(sorted(every))})'
    last = _last_subject(reading, statement.paragraph, subject.start if subject else verb.start)
    if meant is None:
        return None
    if last is None:
        return f"{statement.refers_to!r} does not stand before it as a subject"
    before = reading.speaker(last)
    if before is not None and set(before.sides) == set(meant.sides):
        if before is meant or (meant.person and before.person == meant.person):
            return None
        return f"the last subject before it is {last!r}, not {statement.refers_to!r}; give the label that is printed"
    if before is not None and len(before.sides) > 1 and PLURAL.fullmatch(statement.speaker or ""):
        return f"'{statement.speaker}' after {last!r} are all of them; refers_to is their label"
    if meant.person and PLURAL.fullmatch(statement.speaker or ""):
        return f"'{statement.speaker}' are more than {statement.refers_to!r}"
    if statement.because and bare_label(statement.refers_to) in bare_label(statement.because):
        return None
    return (
        f"the last subject before it is {last!r}; if {statement.refers_to!r} is meant all the same, "
        "say why in `because`, naming it"
    )


def _is_impersonal(statement: Statement) -> bool:
    """Whether "It" refers to nobody: "It was agreed that …" tells what the sides of the meeting did."""
    return (
        statement.act.is_outcome and bare_label(statement.speaker or "") == "it" and bool(PASSIVE.match(statement.verb))
    )


def _last_subject(reading: Reading, ref: str, before: int) -> str | None:
    """The label that was the subject last, sentence by sentence back through the text."""
    labels = tuple(speaker.label for speaker in reading.release.speakers)
    units = [paragraph.ref for paragraph in reading.outline.units()]
    upto = {ref: before}
    for unit in reversed(units[: units.index(ref) + 1]):
        text = plain_marks(reading.outline.paragraphs[unit].text)
        at = upto.get(unit, len(text))
        while at > 0:
            start, end = sentence_around(text, at - 1)
            end = min(end, at)
            found = subject_of(text[:end], Found(end, end, ""), labels)
            if found is not None and found.start >= start:
                return found.printed
            if start >= at:
                break
            at = start
    return None
