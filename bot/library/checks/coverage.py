"""Nothing of the text is passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.quotes import evidence_of
from bot.library.clauses import Found, adjacent_subject, find_each, sentence_around
from bot.library.quotes import Span, plain_marks
from bot.library.reading import Reading
from bot.library.wording import clip, did_you_mean
from bot.model.release import Background

LITTLE = frozenset(
    "a an and also as at but by for further furthermore he her his in it its moreover of on or she so the "  # noqa: SIM905 - reads better
    "their then they to too while with whereas however meanwhile addition particular part turn response reply "
    "respectively".split()
)
"""Words that say nothing by themselves."""
ENTERED_IN = re.compile(r"^entered in \d{4}-\d{2}-\d{2}-[a-z0-9-]+$")
"""Why a paragraph in which somebody speaks is background here: the release that has it."""
JOINED_VERB = re.compile(
    r"(?:;|,\s*and|;\s*and|,\s*but|,\s*as well as)\s+(?:\w+ly\s+|also\s+|then\s+|further\s+)*$", re.IGNORECASE
)
NEGATED = re.compile(r"\b(?:did|do|does|could|would|can|were|was) not\s+(?:yet\s+)?$|\bnever\s+$", re.IGNORECASE)
NEGATED_LETTERS = len(" could not yet ")
PAST = ("ed", "took", "said", "told", "spoke", "drew", "gave", "put", "made", "had", "held")
ENTERED = re.compile(r"\bentered (?:under|in)\b", re.IGNORECASE)
"""In the reason of a background: what a paragraph says stands elsewhere in the release, or in another."""
REASON_WORDS = 3
SENTENCE_WORDS = 5
SENTENCE_MARKS = (".", "!", "?", '"', "'", ")")
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
TELLS = re.compile(
    r"(?:amid|given|because|although|though|despite|considering|due to|owing to|in view of|in light of)\s+(?:\S+\s+){3}"
    r"|with\s+(?!regard|respect|reference)(?:[^\s,]+\s+){1,5}?\w+ing\b",
    re.IGNORECASE,
)
"""How a sentence opens with something that it tells, and not only with what it is about ("Amid growing …")."""
OPENING = re.compile(r"(?:[^,;:]+|[^,;:]+, [^,;:]+),?")
"""What a sentence opens with before its subject: "On health and travel,"."""


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
    if not reading.pruned:
        yield from _passed_over(reading)
        yield from _unspoken(reading)
    for i, background in enumerate(release.background):
        place = ("background", i, "paragraph")
        if background.paragraph not in units:
            yield reading.fault(
                place, f"the text has no ¶{background.paragraph}{did_you_mean(background.paragraph, units)}"
            )
        elif background.paragraph in stated:
            yield reading.fault(place, f"¶{background.paragraph} holds a statement; it cannot be background too")
        elif message := _no_reason(reading, background):
            yield reading.fault(("background", i, "why"), message)


def _no_reason(reading: Reading, background: Background) -> str | None:
    """Why a sentence cannot be passed over for the reason given, or None; a line that is no sentence needs little."""
    text = plain_marks(reading.outline.paragraphs[background.paragraph].text).strip()
    if not text.endswith(SENTENCE_MARKS) or len(text.split()) < SENTENCE_WORDS:
        return None
    if len(background.why.split()) < REASON_WORDS:
        return f"{background.why!r} is no reason to pass over {clip(text, 60)!r}; say why, or quote it as a statement"
    if ENTERED.search(background.why):
        return None
    for found in find_each(tuple(speaker.label for speaker in reading.release.speakers), text):
        if found.start == sentence_around(text, found.start)[0] and not text.startswith("'s", found.end):
            return f"{found.printed!r} does something in ¶{background.paragraph}; quote it as a statement"
    return None


def _unspoken(reading: Reading) -> Iterator[Fault]:
    """Verbs of saying with a declared label before them, or with "; and" after another verb, that have no statement."""
    named = {background.paragraph for background in reading.release.background}
    elsewhere = {background.paragraph for background in reading.release.background if ENTERED_IN.search(background.why)}
    held: dict[str, list[Span]] = {}
    for statement in reading.release.statements:
        held.setdefault(statement.paragraph, []).extend(reading.spans(statement) or ())
    for paragraph in reading.outline.units():
        if paragraph.ref in elsewhere:
            continue
        text = plain_marks(paragraph.text)
        turned_on = set(reading.sayings_in.get(paragraph.ref, {}).values())
        for hit in reading.lexicon.verbs.best(text):
            found = Found(hit.start, hit.end, hit.printed)
            subject = adjacent_subject(text, _with_negation(text, found), reading.labels)
            inside = any(span.start <= hit.start < span.end for span in held.get(paragraph.ref, []))
            if subject and not inside:
                shown = clip(f"{subject.printed}{text[subject.end : hit.end]} …", 80)
                what = "is no mere background" if paragraph.ref in named else "no statement holds"
                message = f"¶{paragraph.ref}: {what}: {shown!r}; add a statement"
                yield reading.fault(("statements",), message)
            elif turned_on and not turned_on & set(range(hit.start, hit.end)) and _goes_on(text, found, min(turned_on)):
                message = f"¶{paragraph.ref}: {hit.printed!r} is a verb of its own; add a statement that turns on it"
                yield reading.fault(("statements",), message)


def _with_negation(text: str, verb: Found) -> Found:
    """A verb with the "did not" before it: who did not agree is a subject too."""
    negated = NEGATED.search(text, max(0, verb.start - NEGATED_LETTERS), verb.start)
    return Found(negated.start(), verb.end, text[negated.start() : verb.end]) if negated else verb


def _goes_on(text: str, verb: Found, first: int) -> bool:
    """Whether a verb in the past tense goes on a sentence after another verb of saying: "…; and thanked"."""
    start, _ = sentence_around(text, verb.start)
    joined = JOINED_VERB.search(text[start : verb.start])
    return start <= first < verb.start and joined is not None and verb.printed.split()[0].lower().endswith(PAST)


def _passed_over(reading: Reading) -> Iterator[Fault]:
    """Words that no quote holds. A sentence's opening ("On health,") and an "and" between two quotes may stay out."""
    named = {background.paragraph for background in reading.release.background}
    held: dict[str, list[Span]] = {}
    for place, evidence in evidence_of(reading):
        if place[0] == "derived":  # what is worked out of words does not tell them
            continue
        held.setdefault(evidence.paragraph, []).extend(reading.spans(evidence) or ())
    for paragraph in reading.outline.units():
        if paragraph.ref in named:
            continue
        text = plain_marks(paragraph.text)
        for start, end in _gaps(text, held.get(paragraph.ref, [])):
            if _says_something(reading, text, start, end):
                shown = clip(text[start:end].strip(" .,;"), 80)
                message = f"¶{paragraph.ref}: no statement holds {shown!r}; quote it, as background if nobody says it"
                yield reading.fault(("statements",), message)


def _gaps(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a text, sentence by sentence, that none of the spans holds."""
    at = 0
    for span in [*sorted(spans), Span(len(text), len(text))]:
        while at < span.start:
            _, end = sentence_around(text, at)
            end = min(max(end, at + 1), span.start)
            yield at, end
            at = end
        at = max(at, span.end)


def _says_something(reading: Reading, text: str, start: int, end: int) -> bool:
    """Whether a stretch is more than little words, an opening, or a name in brackets at the head."""
    stretch = text[start:end].strip()
    words = re.findall(r"\w[\w'-]*", stretch)
    if all(word.lower() in LITTLE for word in words):
        return False
    sentence = sentence_around(text, start)
    opens = sentence[0] >= start - 1 and text[end : sentence[1]].strip(" .") != ""
    told = TELLS.match(stretch) or FINITE.search(stretch)
    is_opening = opens and not told and (OPENING.fullmatch(stretch) or stretch.startswith("("))
    verbs = reading.lexicon.verbs.first(stretch)
    conditions = find_each(reading.vocabulary.grammar.conditions, stretch)
    return not is_opening or verbs is not None or bool(conditions)
