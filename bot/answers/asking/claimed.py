"""Claims: what a question takes to be so, held against the statements of the releases.

The rule is strict. A yes needs one statement by that very side, with that very verb or one that is no weaker, of the
same sense (said to be so, or not to be so), which has every word of content. Whatever falls short is denied, with what
comes nearest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answers.answer import Answer, Outcome
from bot.answers.asking.bearing import (
    deeds,
    has_word,
    is_by,
    is_hedged,
    is_negative,
    is_tentative,
    is_the_printed_verb,
    unconditioned,
    uses_a_word,
    verb_bears_out,
)
from bot.answers.asking.denials import denies_the_same, denying_alike
from bot.answers.asking.evidence import (
    Found,
    content_of,
    covers,
    is_on,
    names_or_quotes,
    numbers_left,
    unread_names,
    with_words,
)
from bot.answers.asking.moods import Mood
from bot.answers.asking.nearby import (
    SHOWN_MOST,
    are_placed,
    is_of_those_asked,
    most_covered,
    nearby,
    nearest,
    refuses,
)
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.roles import (
    asks_with_condition,
    is_a_place,
    is_of_that_rank,
    is_of_those_named,
    is_printed,
    is_worded_so,
)
from bot.answers.asking.spelling import Word, is_hangul
from bot.answers.asking.verdicts import made, unheard, unknown
from bot.answers.claims import Claim, Verdict
from bot.answers.deeds import is_stranger
from bot.library.clauses import find_each
from bot.library.library import Library
from bot.model.asking import ActCue
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act

SHORT_REPLY_MOST = 6
"""Words of a reply that only points to what it answers: "accepted the invitation with pleasure"."""
SUBJECT_ENDINGS = ("이", "가", "은", "는")
SAYING = frozenset(
    {
        Act.INFORMATION,
        Act.EMPHASIS,
        Act.CONCERN,
        Act.COMMITMENT,
        Act.SUPPORT,
        Act.APPRECIATION,
        Act.ENDORSEMENT,
        Act.AGREEMENT,
        Act.SHARED_VIEW,
    }
)
"""Acts by which something is said to be so; to hope, to propose or to ask for it is less."""


ANY_ACT = frozenset(Act) - {Act.BACKGROUND}
"""What it takes to have spoken of something, whatever was said of it."""


@dataclass(frozen=True)
class Sought:
    """What a statement must do and have to bear a claim out: the asker's verb (or any of ``acts``), words, numbers."""

    content: tuple[Piece, ...]
    numbers: tuple[Word, ...]
    cue: ActCue | None = None
    acts: frozenset[Act] = frozenset()
    verb: str = ""
    """The stem of the asker's verb: where that very verb is printed it bears itself out."""


def claim(asked: Asked, library: Library, verb: Piece | None, acts: frozenset[Act] = frozenset()) -> Answer:
    """The verdict on a claim with a verb of asking, or, without one, with any of ``acts``."""
    cue = library.vocabulary.asking.act(verb.ids(Sort.ACT)[0]) if verb else None
    content = content_of(asked, library, without=alike(asked, verb))
    for each in with_days(asked):
        sought = Sought(content, numbers_left(each), cue, acts, verb.words[0].stem if verb else "")
        for release in releases_of(each, library):
            borne = tuple(s for s in release.statements if bears_out(each, library, release, s, sought))
            if borne:
                found = Found(release, borne[:SHOWN_MOST])
                return made(asked, library, verdict(asked, library, sought, found), found, cue)
    if asked.people and asked.subjects and not asked.alone:
        others = tuple(p for p in asked.pieces if not set(p.ids(Sort.PERSON)) & set(asked.people))
        together = claim(replace(asked, pieces=others, people=(), joint=True), library, verb, acts)
        if isinstance(together, Claim) and together.outcome is Outcome.ANSWERED:
            return replace(together, verdict=Verdict.FOUND)
    return denied(asked, library, content, cue)


def alike(asked: Asked, verb: Piece | None) -> tuple[Piece, ...]:
    """A verb and the words of a question that mean the same: "what ideas did they put forward"."""
    return tuple(
        p for p in asked.pieces if verb and p.ids(Sort.ACT)[:1] == verb.ids(Sort.ACT)[:1] and verb.is_a(Sort.ACT)
    )


def with_days(asked: Asked) -> tuple[Asked, ...]:
    """A question with its dates read as the release's day, and as part of what was claimed."""
    if all(day.bound for day in asked.days):
        return (asked,)
    return (asked, replace(asked, days=tuple(replace(day, bound=True) for day in asked.days)))


def verdict(asked: Asked, library: Library, sought: Sought, found: Found) -> Verdict:
    """Yes only where a statement says no less than was asked; else what it says."""
    if not sought.content and not sought.numbers:
        return Verdict.FOUND
    if asked.mood is Mood.WHY:
        return Verdict.WHY
    words = tuple(word for piece in asked.pieces for word in piece.words)
    plain = (s for s in found.statements if not is_hedged(s, words, library.vocabulary))
    ranked = (s for s in plain if is_of_that_rank(asked, s, found.release))
    whole = (s for s in ranked if all(p.is_a(Sort.PERSON) or covers(library, s, p) for p in sought.content))
    holds = (
        s for s in whole if is_of_those_named(library, s, sought.content) and is_worded_so(asked, s, library.vocabulary)
    )
    return Verdict.YES if next(holds, None) else Verdict.FOUND


def bears_out(asked: Asked, library: Library, release: Release, statement: Statement, sought: Sought) -> bool:
    """Whether one statement alone bears a claim out."""
    by_them = is_by(statement, release, asked.subjects, asked.people) and (statement.joint or not asked.joint)
    if not by_them or (asked.alone and statement.joint):
        return False
    only_spoken_of = sought.acts == ANY_ACT and not asked.negated
    if is_negative(statement, library.vocabulary) != asked.negated and not only_spoken_of:
        return False
    if asked.negated and not denies_the_same(asked, statement, library.vocabulary):
        return False
    alone = bool(asked.subjects) and not asked.joint
    if sought.cue and asked.negated:
        does = uses_a_word(statement, sought.cue)
    else:
        cue, vocabulary = sought.cue, library.vocabulary
        does = verb_bears_out(statement, cue, vocabulary, alone=alone) if cue else statement.act in sought.acts
        does = does or is_the_printed_verb(statement, sought.verb)
    if not does:
        return False
    meant = statement if asked.negated else denying_alike(asked, statement, library.vocabulary) or statement
    return has_all(asked, library, meant, left_for_reply(asked, sought, library, release, meant))


def left_for_reply(asked: Asked, sought: Sought, library: Library, release: Release, statement: Statement) -> Sought:
    """What a reply must itself have: the rest may be named by what it replies to, if it has a word of its own.

    What that says is not so lends no words to a question without a "not".
    """
    every = release.answered_by(statement)
    firsts = tuple(first for first in every if asked.negated or not is_negative(first, library.vocabulary))
    short = len(statement.gist.en.split()) <= SHORT_REPLY_MOST  # a longer one has its own content
    missing = (
        p
        for p in sought.content
        if any(names_or_quotes(library, first, p) for first in firsts) and not covers(library, statement, p)
    )
    lent = tuple(p for p in missing if short or p.is_a(Sort.PERSON))
    own = tuple(p for p in sought.content if p not in lent)
    return replace(sought, content=own) if any(covers(library, statement, p) for p in own) else sought


def has_all(asked: Asked, library: Library, statement: Statement, sought: Sought) -> bool:
    """Whether a statement has every word and number of a claim, and is no more tentative than that."""
    asking = library.vocabulary.asking
    if not asks_with_condition(asked, library):
        statement = unconditioned(statement, library.vocabulary)
    if not all(covers(library, statement, piece) for piece in sought.content):
        return False
    if any(is_a_place(asked, p) and not is_printed(statement, p) for p in sought.content):
        return False
    if not all(has_word(statement, number, asking) for number in sought.numbers):
        return False
    if not is_tentative(statement, library.vocabulary) or _is_careful(asked, library):
        return True
    firm = (part for part in deeds(statement) if not is_tentative(part, library.vocabulary))
    return any(all(covers(library, part, piece) for piece in sought.content) for part in firm)


def _is_careful(asked: Asked, library: Library) -> bool:
    """Whether a question about an agreement to look for something says no more than that."""
    grammar = library.vocabulary.grammar
    words = [word for piece in asked.pieces for word in piece.words]
    if find_each(grammar.tentative, asked.text) or any(word.text.startswith(grammar.tentative_ko) for word in words):
        return True
    # without a thing to do ("agree on tourism") nothing more than the subject of the agreement is claimed
    doing = (
        p
        for p in content_of(asked, library)
        if p.is_a(Sort.REST) or (p.is_a(Sort.ACT) and "agree" not in p.ids(Sort.ACT))
    )
    return next(doing, None) is None


def denied(asked: Asked, library: Library, content: tuple[Piece, ...], cue: ActCue | None = None) -> Answer:
    """What the release does say on what was claimed; not stated where it says nothing of it.

    Nor can a claim be denied of somebody whose name cannot be read: a release may have it in another script.
    """
    if strange := (*unread_names(asked, library), *_unread_subject(asked, library)):
        return unknown(asked, library, strange)
    topical = tuple(
        found
        for found in nearby(asked, library, content, cue)
        if not asked.subjects or not all(is_stranger(library, found.release, side) for side in asked.subjects)
    )
    if not topical:
        return unheard(asked, library, content)
    best = max(
        topical,
        key=lambda found: (
            are_placed(asked, found.release),
            most_covered(library, found, content),
            refuses(asked, library, found),
            is_of_those_asked(asked, found, cue),
        ),
    )
    things = tuple(p for p in content if p.is_a(Sort.TOPIC, Sort.REST, Sort.PERSON, Sort.PARTY))
    if things and not any(is_on(library, s, p) for s in best.statements for p in things):
        return unheard(asked, library, content)  # only its verb is printed: "support" of "vaccine support"
    near = replace(best, statements=_with_like_deeds(best.release, nearest(asked, library, best, content), cue))
    return made(asked, library, _how_denied(asked, library, near, content, cue), near, cue)


def _how_denied(asked: Asked, library: Library, near: Found, content: tuple[Piece, ...], cue: ActCue | None) -> Verdict:
    """A flat no; but not where only a word is missing of a deed like it: it may only be worded otherwise.

    A number, or more than to look for something, is no mere word.
    """
    claims = asked.mood in (Mood.CLAIM, Mood.WHY)
    named = tuple(p for p in content if not p.is_a(Sort.ACT))
    on_it = named and any(all(is_on(library, s, piece) for piece in named) for s in near.statements)
    if not claims and (cue is None or on_it):
        return Verdict.NEAREST
    alone = bool(asked.subjects) and not asked.joint
    for statement in near.statements:
        by_them = is_by(statement, near.release, asked.subjects, asked.people) and (statement.joint or not asked.joint)
        alike = verb_bears_out(statement, cue, library.vocabulary, alone=alone) if cue else statement.act in SAYING
        if not (by_them and alike and is_negative(statement, library.vocabulary) == asked.negated):
            continue
        if is_tentative(statement, library.vocabulary) and not _is_careful(asked, library):
            continue
        if not all(has_word(statement, number, library.vocabulary.asking) for number in numbers_left(asked)):
            continue
        had = sum(covers(library, statement, piece, loosely=True) for piece in content)
        if len(content) > had >= (len(content) + 1) // 2 or not claims:
            return Verdict.NEAREST
    return Verdict.NO if asked.mood is Mood.CLAIM else Verdict.UNSAID


def _with_like_deeds(release: Release, near: tuple[Statement, ...], cue: ActCue | None) -> tuple[Statement, ...]:
    """What comes nearest, and what is done of the kind that was asked about in the same paragraphs."""
    paragraphs = {s.paragraph for s in near}
    alike = {id(s) for s in release.statements if cue and s.act in cue.acts and s.paragraph in paragraphs}
    ids = {s.id for s in near}
    shown = {id(s) for s in near} | alike | {id(s) for s in release.statements if ids & {*s.reply_to}}
    return tuple(s for s in release.statements if id(s) in shown)


def _unread_subject(asked: Asked, library: Library) -> tuple[Piece, ...]:
    """The Korean name of somebody unknown that a claim begins with: "베인이 …"."""
    first = next((p for p in asked.pieces if not p.is_bare_glue), None)
    if first is None or asked.mood is not Mood.CLAIM or asked.subjects or not first.is_a(Sort.REST):
        return ()
    named = is_hangul(first.text) and first.text.endswith(SUBJECT_ENDINGS)
    return (first,) if named and not with_words(library, (first,), asked.within) else ()
