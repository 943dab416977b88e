"""Who says what with which force: speaker, sides, verb, act, conditions (GENRE 3 to 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.errors import Fault
from bot.library.agreed_deeds import is_to_be_done
from bot.library.checks.antecedent import antecedent_fault
from bot.library.checks.conditions import condition_faults
from bot.library.checks.owners import without_owner
from bot.library.checks.speakers import means_all
from bot.library.clauses import (
    PASSIVE,
    Found,
    adjacent_subject,
    find_all,
    meanings,
    sentence_around,
    subject_of,
    without_agent,
    without_auxiliaries,
)
from bot.library.guarded_yaml import Place
from bot.library.hedges import Hedged
from bot.library.lexicon import Saying
from bot.library.quotes import plain_marks
from bot.library.reading import Reading, bare_label
from bot.library.respective import SharedOut, shared_out
from bot.library.wording import clip
from bot.model.release import Statement
from bot.model.speech_acts import Act

OWN_CLAUSE = re.compile(r"(?:while|whereas|although|though|which|who|where)\b", re.IGNORECASE)
"""What a clause of the narrator's opens with where it follows what somebody says."""


ACCORDING_TO = re.compile(r"\b(?:according to|in the words of|in the view of)\b", re.IGNORECASE)
SECOND_OBJECT = re.compile(r",\s+and(?:\s+also)?\s*$")
INFINITIVE = re.compile(r"\bto\s+[a-z]")
JOINED = re.compile(r"(?:;|\band|\bbut)\s*$", re.IGNORECASE)


def check_statements(reading: Reading) -> Iterator[Fault]:
    """Statements whose verb, act, speaker, sides or conditions the text does not bear out."""
    for i, statement in enumerate(reading.release.statements):
        place: Place = ("statements", i)
        paragraph = reading.paragraph(statement.paragraph)
        if paragraph is None or reading.spans(statement) is None:
            continue
        if not find_all(statement.verb, statement.quote):
            yield reading.fault((*place, "verb"), f"the verb {statement.verb!r} does not stand in the quote")
        elif copied := _copied_from(reading, statement):
            yield reading.fault((*place, "quote"), f"it holds no words that {copied!r} has not; leave it out")
        elif statement.act is Act.BACKGROUND:
            yield from _background_faults(reading, place, statement, paragraph.text)
        else:
            yield from _act_faults(reading, place, statement, paragraph.text)


def _copied_from(reading: Reading, statement: Statement) -> str | None:
    """The statement on the same verb that holds every word of this one: as a part of it this would say more."""
    saying = reading.sayings[statement.id]
    together = reading.on_one_verb[statement.paragraph, saying.found.start] if saying else ()
    if len(together) <= 1:
        return None
    own = reading.spans(statement) or ()
    earlier = True
    for other in together:
        if other is statement:
            earlier = False
        else:
            whole = reading.spans(other) or ()
            within = all(any(w.start <= s.start and s.end <= w.end for w in whole) for s in own)
            if within and (own != whole or earlier):
                return other.id
    return None


def _background_faults(reading: Reading, place: Place, statement: Statement, text: str) -> Iterator[Fault]:
    """Background belongs to nobody: not what a label says, nor the end of what it says."""
    saying = reading.sayings[statement.id]
    spans = reading.spans(statement) or ()
    subject = adjacent_subject(text, saying.found, reading.labels) if saying else None
    passive = saying and PASSIVE.search(plain_marks(text)[: saying.found.start])
    if saying and subject and not passive and spans[0].start <= subject.start:
        message = f"{subject.printed!r} {saying.found.printed!r} something here; that is a statement, not background"
        yield reading.fault((*place, "act"), message)
    if told := ACCORDING_TO.search(statement.quote):
        yield reading.fault((*place, "act"), f"{told[0]!r} tells what somebody says; that is a statement")
    at = spans[0].start
    start, _ = sentence_around(text, at)
    said_before = [
        other
        for other in reading.release.statements
        if other.act is not Act.BACKGROUND
        and start <= reading.sayings_in.get(statement.paragraph, {}).get(other.id, -1) < at
        and other.paragraph == statement.paragraph
    ]
    plain = plain_marks(text)
    if said_before and not OWN_CLAUSE.match(plain[at:]) and not JOINED.search(plain[:at]):
        message = f"these words go on what {said_before[-1].id!r} says; put them into its quote"
        yield reading.fault((*place, "quote"), message)
    if statement.sides:
        yield reading.fault((*place, "sides"), "background belongs to nobody; leave sides out, or choose another act")
    if statement.speaker or statement.refers_to:
        yield reading.fault((*place, "speaker"), "background is the narrator's; leave speaker out")


def _act_faults(reading: Reading, place: Place, statement: Statement, text: str) -> Iterator[Fault]:
    saying = reading.sayings[statement.id]
    if saying is None:
        yield reading.fault(
            (*place, "verb"),
            f"the quote has no known verb of saying; quote it, or add {statement.verb!r} to verbs.yaml",
        )
        return
    at, printed = saying.found.start, saying.found.printed
    negation = _negation(reading, text, at)
    whole = plain_marks(statement.verb).casefold()
    declared = whole if negation else without_auxiliaries(whole)
    hedge = None if negation else reading.lexicon.hedges.beside(text, at, at + len(printed))
    if hedge and f" {hedge.printed} " not in f" {whole} ":
        message = f"the text has {hedge.printed!r} beside {printed!r}; quote it in the verb"
        yield reading.fault((*place, "verb"), message)
        return
    if negation and negation not in declared.split():
        yield reading.fault(
            (*place, "verb"), f"the text negates the verb ({negation} {printed}); quote the negation too"
        )
        return
    here = plain_marks(text)[at:].casefold()
    if here.startswith(whole):
        declared = whole
    if hedge is None and not negation and not here.startswith(declared):
        yield reading.fault((*place, "verb"), f"the quote turns on {printed!r}, not on {statement.verb!r}")
        return
    if hedge is None and not negation and len(declared) < len(printed):
        yield reading.fault((*place, "verb"), f"the verb is {printed!r}, not only {statement.verb!r}")
        return
    following = without_agent(_following(reading, statement, plain_marks(text), at + len(printed)), reading.labels)
    following = without_owner(reading, statement, following)
    yield from _meaning_faults(reading, place, statement, saying, following, negated=bool(negation), hedge=hedge)
    yield from _speaker_faults(reading, place, statement, text, saying.found)
    yield from condition_faults(reading, place, statement, text, at)


def _following(reading: Reading, statement: Statement, plain: str, end: int) -> str:
    """What follows a verb that ends at ``end``: of "agreed on X, and to Y" the second, where the quote leaps over X."""
    for before, after in pairwise(reading.spans(statement) or ()):
        leapt = plain[before.end : after.start]
        if before.end == end and SECOND_OBJECT.search(leapt) and not INFINITIVE.search(leapt):
            return plain[after.start :]
    return plain[end:]


def _negation(reading: Reading, text: str, at: int) -> str | None:
    """The negation right before a verb ("did not agree"), if there is one."""
    before = plain_marks(text)[:at].split()[-2:]
    return next((word for word in before if word.lower() in reading.vocabulary.grammar.negations), None)


def _meaning_faults(
    reading: Reading,
    place: Place,
    statement: Statement,
    saying: Saying,
    following: str,
    *,
    negated: bool,
    hedge: Hedged | None,
) -> Iterator[Fault]:
    act = statement.act
    if negated or (hedge and hedge.unreal):
        if act is not Act.INFORMATION:
            what = f"with {hedge.printed!r}" if hedge else "negated"
            yield reading.fault((*place, "act"), f"a verb {what} is information, not {act.value}")
        return
    if hedge and statement.joint and _can_be(saying, Act.AGREEMENT):
        if act is not Act.SHARED_VIEW:
            message = (
                f"{hedge.printed!r} makes it less than an agreement, and more than information: act is shared_view"
            )
            yield reading.fault((*place, "act"), message)
        return
    if hedge and act is Act.INFORMATION:
        return
    if act.needs_joint_subject and not statement.joint:
        yield reading.fault((*place, "act"), f"{act.value} needs two sides or more; one side's words are its own")
        return
    allowed = {use.act for use in meanings(saying.verb, following, joint=statement.joint)}
    if statement.joint and _can_be(saying, Act.AGREEMENT) and is_to_be_done(following, reading.vocabulary.grammar):
        allowed.add(Act.AGREEMENT)
    if act not in allowed:
        whose = "together" if statement.joint else "by one side"
        names = ", ".join(sorted(a.value for a in allowed)) or "nothing of its own"
        shown = clip(f"{statement.verb} {following.strip()}", 60)
        yield reading.fault((*place, "act"), f"{shown!r}, said {whose}, is {names}, not {act.value}")


def _can_be(saying: Saying, act: Act) -> bool:
    return any(use.act is act for use in saying.verb.uses)


def _speaker_faults(reading: Reading, place: Place, statement: Statement, text: str, verb: Found) -> Iterator[Fault]:
    label = statement.refers_to or statement.speaker
    if label is None:
        yield reading.fault((*place, "speaker"), f"{statement.act.value} needs a speaker, as printed")
        return
    speaker = reading.speaker(label)
    if speaker is None and "speakers" in reading.pruned:
        return
    if speaker is None:
        known = "; ".join(s.label for s in reading.release.speakers) or "none"
        field = "refers_to" if statement.refers_to else "speaker"
        yield reading.fault((*place, field), f"{label!r} is not under speakers (there: {clip(known, 200)})")
        return
    meeting = reading.meeting(statement)
    stands_for = set(meeting.sides) if means_all(reading, label) else set(speaker.sides)
    if set(statement.sides) != stands_for or len(set(statement.sides)) != len(statement.sides):
        sides = ", ".join(sorted(stands_for)) or "no side in particular"
        yield reading.fault((*place, "sides"), f"{label!r} speaks for {sides}; so must the statement")
    if outside := set(statement.sides) - reading.may_speak(meeting):
        yield reading.fault((*place, "sides"), f"{', '.join(sorted(outside))} is no side of {meeting.key!r}")
    speaking = tuple(reading.sayings_in.get(statement.paragraph, {}).values())
    subject = subject_of(text, verb, reading.labels, speaking)
    yield from _subject_faults(reading, place, statement, subject, verb)
    if statement.refers_to and (message := antecedent_fault(reading, statement, subject, verb)):
        yield reading.fault((*place, "refers_to"), message)


def _subject_faults(
    reading: Reading, place: Place, statement: Statement, subject: Found | None, verb: Found
) -> Iterator[Fault]:
    printed = statement.speaker
    if printed is None:
        if subject is not None:
            message = f"the subject of {verb.printed!r} is {subject.printed!r}; give it as speaker"
            yield reading.fault((*place, "speaker"), message)
        return
    if subject is None:
        message = f"no label stands where the subject of {verb.printed!r} must be; is it a back-reference (refers_to)?"
        yield reading.fault((*place, "speaker"), message)
        return
    if (shared := _shared_out(reading, statement, subject, verb)) is not None:
        yield from _shared_faults(reading, place, statement, shared, printed)
        return
    if bare_label(subject.printed) == bare_label(printed):
        return
    if "speakers" in reading.pruned:
        return
    other = reading.speaker(subject.printed)
    if other is None and bare_label(subject.printed) not in reading.vocabulary.grammar.pronouns:
        message = f"the subject of {verb.printed!r} is {subject.printed!r}; add that label to speakers"
    else:
        message = (
            f"the subject of {verb.printed!r} is {subject.printed!r}, not {printed!r}; give the label that is printed"
        )
    yield reading.fault((*place, "speaker"), message)


def _shared_out(reading: Reading, statement: Statement, subject: Found, verb: Found) -> SharedOut | None:
    """What the verb shares out between the parts of its subject ("respectively")."""
    text = reading.outline.paragraphs[statement.paragraph].text
    return shared_out(text, subject, verb, tuple(reading.sayings_in.get(statement.paragraph, {}).values()))


def _shared_faults(
    reading: Reading, place: Place, statement: Statement, shared: SharedOut, printed: str
) -> Iterator[Fault]:
    """Of "X and Y stressed A and B, respectively" X says A, and Y says B; nobody says both."""
    parts = [bare_label(part) for part in shared.subjects]
    if bare_label(printed) not in parts:
        shown = " and ".join(repr(part) for part in shared.subjects)
        message = (
            f'"respectively": each says one part, so enter {len(parts)} statements: speaker {shown}, each with its own '
            "part as quote, pieces joined by ' … '"
        )
        yield reading.fault((*place, "speaker"), message)
        return
    at = parts.index(bare_label(printed))
    said = [span for span in reading.spans(statement) or () if span.end > shared.start]
    starts = bool(said) and said[0].start <= shared.start + 1
    ends = bool(said) and said[-1].end >= shared.end
    if starts is not (at == 0) or ends is not (at == len(parts) - 1):
        yield reading.fault(
            (*place, "quote"), f'"respectively": {printed!r} says part {at + 1} of {len(parts)}; quote just that'
        )
