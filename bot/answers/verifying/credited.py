"""What the speaker and the verb that a message gives to right words do to the verdict on them."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.speakers import Named, is_by
from bot.answers.verifying.attribution import Attribution
from bot.answers.verifying.verdict import BORNE_OUT, Judged, Verdict
from bot.library.clauses import acts_of, find_all, meanings
from bot.library.library import Library
from bot.model.release import Presence, Release, Statement
from bot.model.speech_acts import Act


def by_verb(one: Judged, claimed: Attribution, library: Library) -> Judged:
    """The same, with what the verb that the message gives to the words does to the verdict."""
    if claimed.verb is None or not one.said or one.verdict not in BORNE_OUT:
        return one
    statement = one.said[0]
    if " " in statement.verb and find_all(statement.verb, claimed.whole_verb):
        return one
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


def by_speaker(one: Judged, speaker: Named) -> Judged:
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
    there = (p for p in release.participants if p.person in speaker.people and p.presence is Presence.ATTENDED)
    sides = {p.party or p.side for p in there}  # a member is not its bloc
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
