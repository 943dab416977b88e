"""One phrase against the releases: verbatim or not, where, in whose mouth, and what a difference does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.answers.attribution import Attribution, attribution
from bot.answers.harm import Effect, Harm, cut_off, harms_of
from bot.answers.placed import has_verb, names_speaker, occurrences, placed, sayers
from bot.answers.quoted import Phrase
from bot.answers.speakers import Named, is_by, named
from bot.library.clauses import acts_of, meanings
from bot.library.differences import Closest, closest, likeness
from bot.library.library import Library
from bot.library.passages import Passage
from bot.library.quotes import NEAR_ENOUGH, as_printed
from bot.library.words import key
from bot.model.change import Change
from bot.model.release import Presence, Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN, ParagraphRef, ReleaseId

PLACES_MOST = 25
"""Paragraphs with the very words that are looked at to find the one meant."""
LIKELY_MOST = 2
"""Near passages that are compared word by word."""
KEPT_LEAST = 2
LONG_WORD = 4


class Verdict(StrEnum):
    """How a phrase stands to the text, from best to worst."""

    EXACT = "exact"
    WEAKER_VERB = "weaker_verb"
    OTHER_VERB = "other_verb"
    WRONG_SPEAKER = "wrong_speaker"
    CUT = "cut"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class Judged:
    """A phrase with its verdict and the evidence.

    ``printed`` are the text's own words at ``paragraph``; ``changes`` how they differ; ``said`` the statements that
    they belong to (none: nobody is recorded as saying them); ``speaker`` and ``verb`` those that the message claims.
    """

    phrase: str
    verdict: Verdict
    release: Release | None = None
    paragraph: ParagraphRef = ""
    printed: str = ""
    changes: tuple[Change, ...] = ()
    harms: tuple[Harm, ...] = ()
    said: tuple[Statement, ...] = ()
    speaker: str = ""
    verb: str = ""
    theirs: bool = True
    """Whether the speaker asked about did say all of it."""
    together: bool = False
    """Whether a speaker asked about said it only together with others."""
    elsewhere: tuple[ReleaseId, ...] = ()
    """Other releases in which the very words stand."""


@dataclass(frozen=True)
class Message:
    """What is to be checked: the text, who is said to have said it, and the one release to look at, if so asked."""

    text: str
    said_by: str = ""
    release: Release | None = None


def judged(phrase: Phrase, message: Message, library: Library) -> Judged:
    """The best that can be said of a phrase in any of the releases, newest first among equals."""
    verbatim = _verbatim(phrase, library, message.release)
    order = list(Verdict)
    best: Judged | None = None
    for one in (one for passage in verbatim[:PLACES_MOST] for one in _standing(phrase, passage, message, library)):
        if best is None or order.index(one.verdict) < order.index(best.verdict):
            best = one
        if best.verdict is Verdict.EXACT:
            break
    if best is None:
        best = _nearest(phrase, message, library)
    everywhere = _verbatim(phrase, library) if message.release else verbatim
    ids = dict.fromkeys(p.id for p in everywhere)
    return replace(best, elsewhere=tuple(id_ for id_ in ids if best.release is None or id_ != best.release.id))


def _verbatim(phrase: Phrase, library: Library, release: Release | None = None) -> tuple[Passage, ...]:
    id_ = release.id if release else None
    return library.passages_with(phrase.words, id_) or library.passages_with(phrase.trimmed, id_)


def _standing(phrase: Phrase, passage: Passage, message: Message, library: Library) -> Iterator[Judged]:
    """A verdict for each place where the very words stand in a paragraph."""
    text = passage.paragraph.text
    whole = occurrences(phrase.words, text)
    statements = placed(passage.release, passage.paragraph)
    for spans in whole or occurrences(phrase.trimmed, text):
        saying = sayers(statements, spans)
        stops = phrase.ends_sentence and not whole
        whole_of = any(key(one.statement.quote) == key(phrase.words) for one in saying)
        harms = () if whole_of else tuple(cut_off(text, spans, saying, library.vocabulary.grammar, stops=stops))
        one = Judged(
            phrase.words,
            Verdict.CUT if harms else Verdict.EXACT,
            passage.release,
            passage.paragraph.ref,
            as_printed(spans, text),
            harms=tuple(dict.fromkeys(harms)),
            said=tuple(p.statement for p in saying),
        )
        claimed = attribution(message.text, phrase, passage.release, library) if phrase.marked else Attribution()
        speaker = claimed.speaker
        if message.said_by:
            speaker = named(message.said_by, passage.release, library)
        elif saying and names_speaker(saying[0], passage.release, spans):
            speaker = None
        one = _by_speaker(one, speaker) if speaker and not speaker.reports else one
        yield one if any(has_verb(p, spans) for p in saying) else _by_verb(one, claimed, library)


def _by_verb(one: Judged, claimed: Attribution, library: Library) -> Judged:
    """The same, with what the verb that the message gives to the words does to the verdict."""
    if claimed.verb is None or not one.said or one.verdict is not Verdict.EXACT:
        return one
    statement = one.said[0]
    negations = library.vocabulary.grammar.negations
    negated = any(word in negations for word in statement.verb.split())
    if negated or claimed.negated:
        same = negated and claimed.negated
        return one if same else replace(one, verdict=Verdict.OTHER_VERB, verb=claimed.verb.printed)
    uses = meanings(claimed.verb.value, claimed.following, joint=statement.joint)
    acts = {use.act for use in uses} or acts_of(claimed.verb.value)
    if statement.act in acts or statement.act is Act.BACKGROUND:
        return one
    verdict = Verdict.WEAKER_VERB if all(is_weaker(act, statement.act) for act in acts) else Verdict.OTHER_VERB
    return replace(one, verdict=verdict, verb=claimed.verb.printed)


def _by_speaker(one: Judged, speaker: Named) -> Judged:
    """The same, with what the speaker whom the words are given to does to the verdict."""
    assert one.release is not None
    release = one.release
    theirs = [s for s in one.said if is_by(s, release, speaker) or _among(s, release, speaker)]
    if not one.said or len(theirs) < len(one.said):
        verdict = max(one.verdict, Verdict.WRONG_SPEAKER, key=list(Verdict).index)
        return replace(one, verdict=verdict, speaker=speaker.typed, theirs=False)
    one_of_them = len(speaker.parties) == 1 or speaker.people
    together = bool(one_of_them) and any(s.joint for s in theirs)
    return replace(one, speaker=speaker.typed, together=together)


def _among(statement: Statement, release: Release, speaker: Named) -> bool:
    """Whether a person is of one of the sides that say a joint statement: one of "both ministers"."""
    sides = {p.side for p in release.participants if p.person in speaker.people and p.presence is Presence.ATTENDED}
    return statement.joint and bool(sides & set(statement.sides))


def is_weaker(one: Act, other: Act) -> bool:
    """Whether to report an act as ``one`` says less than ``other``: what was said for what was stressed."""
    if one is other:
        return True
    if one is Act.DISCUSSION:
        return True
    if one is Act.INFORMATION:
        return other is not Act.DISCUSSION
    return other is Act.AGREEMENT and one in (Act.SHARED_VIEW, Act.ENDORSEMENT)


def _nearest(phrase: Phrase, message: Message, library: Library) -> Judged:
    """The passage that the words come nearest to, where they come near any."""
    best: tuple[Closest, Passage] | None = None
    words = phrase.trimmed.replace(JOIN, " ")
    near_by = library.passages_near(words, message.release.id if message.release else None)
    likely = sorted(near_by, key=lambda passage: -likeness(words, passage.paragraph.text))
    for passage in likely[:LIKELY_MOST]:
        near = closest(words, passage.paragraph.text)
        if near and (best is None or near.likeness > best[0].likeness):
            best = near, passage
    if best is None or not _is_near(best[0]):
        return Judged(phrase.words, Verdict.NOT_FOUND, speaker=message.said_by)
    near, passage = best
    text = passage.paragraph.text
    saying = sayers(placed(passage.release, passage.paragraph), near.kept)
    grammar = library.vocabulary.grammar
    harms = [*harms_of(near.changes, near.span.start, text, saying, grammar)]
    if not any(harm.effect is Effect.MARKS for harm in harms):
        harms += cut_off(text, (near.span,), saying, grammar, stops=phrase.ends_sentence)
    one = Judged(
        phrase.words,
        Verdict.ALTERED,
        passage.release,
        passage.paragraph.ref,
        as_printed((near.span,), text),
        near.changes,
        tuple(dict.fromkeys(harms)),
        tuple(p.statement for p in saying),
    )
    return _by_speaker(one, named(message.said_by, passage.release, library)) if message.said_by else one


def _is_near(near: Closest) -> bool:
    """Whether enough of the words are kept, one of them more than a little word, to speak of an altered quote."""
    kept = [word for change in near.changes if change.same for word in change.printed.split()]
    return near.likeness >= NEAR_ENOUGH and len(kept) >= KEPT_LEAST and any(len(word) >= LONG_WORD for word in kept)
