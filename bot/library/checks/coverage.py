"""Nothing of the text is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import Fault
from bot.library.clauses import Found, adjacent_subject
from bot.library.quotes import Span, plain_marks
from bot.library.reading import Reading
from bot.library.wording import clip, did_you_mean


def check_coverage(reading: Reading) -> Iterator[Fault]:
    """Units that neither a statement covers nor `background` names; background that does not exist."""
    release = reading.release
    if "statements" in reading.pruned or "background" in reading.pruned:
        return
    stated = {statement.paragraph for statement in release.statements}
    named = {background.paragraph for background in release.background}
    units = [paragraph.ref for paragraph in reading.outline.units()]
    if not units:
        yield reading.fault((), "the source holds no paragraph that could be cited")
    for paragraph in reading.outline.units():
        if paragraph.ref not in stated | named:
            shown = clip(paragraph.text, 60)
            yield reading.fault(
                ("statements",),
                f"¶{paragraph.ref} is covered by no statement ({shown!r}); add one or name it in background",
            )
    yield from _unspoken(reading)
    for i, background in enumerate(release.background):
        place = ("background", i, "paragraph")
        if background.paragraph not in units:
            yield reading.fault(
                place, f"the text has no ¶{background.paragraph}{did_you_mean(background.paragraph, units)}"
            )
        elif background.paragraph in stated:
            yield reading.fault(place, f"¶{background.paragraph} holds a statement; it cannot be background too")


def _unspoken(reading: Reading) -> Iterator[Fault]:
    """Clauses in which a declared label says something, and that no statement or quote holds."""
    named = {background.paragraph for background in reading.release.background}
    held: dict[str, list[Span]] = {}
    for statement in reading.release.statements:
        held.setdefault(statement.paragraph, []).extend(reading.spans(statement) or ())
    for paragraph in reading.outline.units():
        text = plain_marks(paragraph.text)
        spans = held.get(paragraph.ref, [])
        for hit in () if paragraph.ref in named else reading.lexicon.verbs.best(text):
            found = Found(hit.start, hit.end, hit.printed)
            subject = adjacent_subject(text, found, reading.labels)
            if subject and not any(span.start <= hit.start < span.end for span in spans):
                shown = clip(f"{subject.printed}{text[subject.end : hit.end]} …", 80)
                yield reading.fault(("statements",), f"¶{paragraph.ref}: no statement holds {shown!r}; add one")
