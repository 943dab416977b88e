"""How one statement is put into words: its holder, its verb in its own strength, its gist, its mark, its quote.

English shows the verb as printed. Korean shows the vocabulary's word for that verb, in that act, no stronger.
"""

from __future__ import annotations

import re

from bot.cards.card import Block, Line, Part, Span, mark, quote, span, strong, verb
from bot.cards.heads import at_meeting
from bot.cards.language import Phrases
from bot.cards.stretches import stretch
from bot.model.korean_verbs import korean_verb
from bot.model.release import Derived, Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import Locale, ReleaseId

IMPERSONAL = "it"
AUXILIARY = re.compile(r"^(is|are|was|were|has been|have been)\s+", re.IGNORECASE)


def statement_block(statement: Statement, release: Release, phrases: Phrases) -> Block:
    """A statement with everything that belongs to it, its holder first, so that it can stand on any page."""
    where = mark(release.id, statement.paragraph)
    lines: list[Line] = [_claim(statement, where, phrases), (quote(statement.quote),)]
    lines.extend(_refusal(statement, release, phrases))
    if statement.act is Act.DISCUSSION:
        lines.append(phrases.line("discussed"))
    lines.extend(at_meeting(release.meeting_of(statement), release, phrases) if statement.sides else ())
    lines.extend(_conditions(statement, phrases))
    lines.extend(_tentative(statement, phrases))
    lines.extend(_reply(statement, release, phrases))
    lines.extend(_derived(statement, release.derived, phrases))
    return Block(Part.STATEMENT, tuple(lines), statement=statement, release=release.id)


def row_block(
    statement: Statement, release: ReleaseId, phrases: Phrases, where: Span, derived: tuple[Derived, ...] = ()
) -> Block:
    """A statement as a row of a list, with the mark given: the claim, the words, and whatever makes it weaker.

    With what its release has ``derived``, what follows from the dates is said, too.
    """
    lines = [_claim(statement, where, phrases), (quote(statement.quote),)]
    if statement.act is Act.DISCUSSION:
        lines.append(phrases.line("discussed"))
    lines += [*_conditions(statement, phrases), *_tentative(statement, phrases), *_derived(statement, derived, phrases)]
    return Block(Part.STATEMENT, tuple(lines), statement=statement, release=release)


def holder_of(statement: Statement, phrases: Phrases) -> str:
    """Whose words these are."""
    if statement.joint:
        return phrases.say("holder.joint", parties=phrases.together(statement.sides))
    if statement.sides:
        return phrases.party(statement.sides[0])
    return phrases.say("holder.narrator" if statement.act is Act.BACKGROUND else "holder.some")


def verb_of(statement: Statement, phrases: Phrases) -> str:
    """The verb: as printed, or in Korean as the vocabulary has it for this use."""
    if phrases.locale is Locale.EN:
        return _active(statement)
    return korean_verb(statement, phrases.vocabulary)


def _active(statement: Statement) -> str:
    """The verb as printed; of a passive ("was stressed by X", "It was agreed") without the auxiliary: X comes first."""
    passive = re.search(rf"{re.escape(statement.verb)}\s+by\b", statement.quote)
    impersonal = (statement.speaker or "").casefold() == IMPERSONAL
    return AUXILIARY.sub("", statement.verb) if passive or impersonal else statement.verb


def _claim(statement: Statement, where: Span, phrases: Phrases) -> Line:
    gist = phrases.words(statement.gist)
    if statement.act is Act.BACKGROUND:
        return phrases.line("claim.background", gist=gist, mark=where)
    holder = strong(holder_of(statement, phrases))
    label = quote(statement.refers_to or statement.speaker or "")
    return phrases.line(
        "claim", holder=holder, label=label, verb=verb(verb_of(statement, phrases)), gist=gist, mark=where
    )


def _conditions(statement: Statement, phrases: Phrases) -> list[Line]:
    if not statement.conditions:
        return []
    quoted: list[Span] = []
    for condition in statement.conditions:
        quoted.extend(((span("; "),) if quoted else ()) + (quote(condition),))
    return [phrases.line("conditions", conditions=tuple(quoted))]


def _tentative(statement: Statement, phrases: Phrases) -> list[Line]:
    """To agree to explore is to look, not to do."""
    if statement.act is not Act.AGREEMENT:
        return []
    for word in phrases.vocabulary.grammar.tentative:
        if re.search(
            rf"{re.escape(statement.verb)}\s+(?:…\s+)?(?:\w+ly\s+)?(?:to|on)\s+{word}\b",
            statement.quote,
            re.IGNORECASE,
        ):
            return [phrases.line("tentative", word=quote(word))]
    return []


def _refusal(statement: Statement, release: Release, phrases: Phrases) -> list[Line]:
    """What the sentence says before that its subject did not do: "did not accept the proposal, and explained"."""
    place = release.statements.index(statement)
    before = release.statements[place - 1] if place else None
    speaker = statement.refers_to or statement.speaker or ""
    if before is None or before.act is not Act.BACKGROUND or before.paragraph != statement.paragraph:
        return []
    refused = set(phrases.vocabulary.grammar.negations) & set(before.verb.casefold().split())
    if not refused or not speaker or speaker not in before.quote or speaker in statement.quote:
        return []
    return [phrases.line("refused", words=quote(before.quote), mark=mark(release.id, before.paragraph))]


def _reply(statement: Statement, release: Release, phrases: Phrases) -> list[Line]:
    """For a request or a proposal what the text has the other side say to it; of a request, that it has nothing."""
    replies: list[Line] = []
    for reply in replies_to(statement, release):
        where = mark(release.id, reply.paragraph)
        replies.append(phrases.line("reply", holder=holder_of(reply, phrases), words=quote(reply.quote), mark=where))
        replies.extend(_refusal(reply, release, phrases))
    if statement.act is Act.PROPOSAL:
        put = [phrases.line("addressee.put", parties=phrases.parties(statement.addressee))]
        return [*(put if statement.addressee else ()), *replies]
    if statement.act is not Act.REQUEST:
        return []
    to = phrases.line("addressee", parties=phrases.parties(statement.addressee) or phrases.say("addressee.unsaid"))
    return [to, *(replies or [phrases.line("reply.none")])]


def replies_to(statement: Statement, release: Release) -> tuple[Statement, ...]:
    """What the text has others say to a request or a proposal."""
    if statement.act not in (Act.REQUEST, Act.PROPOSAL):
        return ()
    return tuple(s for s in release.statements if statement.id in s.reply_to)


def _derived(statement: Statement, derived: tuple[Derived, ...], phrases: Phrases) -> list[Line]:
    found = [d for d in derived if d.paragraph == statement.paragraph and d.quote in statement.quote]
    return [
        phrases.line("derived", printed=quote(d.quote), means=stretch(d.means, phrases), of=phrases.words(d.of))
        for d in found
    ]
