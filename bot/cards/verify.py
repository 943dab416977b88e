"""The card of a check: each quote with its verdict, the text's own words, and who says them."""

from __future__ import annotations

from bot.answers.answer import About, Outcome
from bot.answers.speakers import without_particle
from bot.answers.verify import Verification
from bot.answers.verifying.effects import Harm
from bot.answers.verifying.rendered import is_rendering
from bot.answers.verifying.verdict import BORNE_OUT, Judged, Verdict
from bot.cards.card import Block, Line, Part, Span, mark, quote, span
from bot.cards.difference import difference_line
from bot.cards.heads import about_block, accounts_block, answer_block, heading, line_block
from bot.cards.language import Phrases
from bot.cards.statement import holder_of, statement_block
from bot.model.release import Release

SAID_MOST = 4
PHRASE_MOST = 120
"""Characters of a checked phrase that head its verdict where there are several."""


def verify_card(answer: Verification, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: the verdict, then for each quote the text's words, the difference, who says it and whose account."""
    blocks = [answer_block(_first_line(answer, phrases))]
    for number, one in enumerate(answer.checked, 1):
        if len(answer.checked) > 1:
            shown = one.phrase if len(one.phrase) <= PHRASE_MOST else one.phrase[: PHRASE_MOST - 1] + "…"
            blocks.append(heading(phrases.say("verify.phrase", number=number, phrase=shown)))
            blocks.append(line_block(_verdict(one, answer, phrases)))
        blocks.extend(_evidence(one, phrases))
    if answer.unchecked:
        blocks.append(line_block(phrases.line("verify.unchecked", number=answer.unchecked)))
    releases = [one.release for one in answer.checked if one.release]
    if releases:
        blocks.append(accounts_block(releases, phrases))
    return tuple(blocks)


def _first_line(answer: Verification, phrases: Phrases) -> Line:
    if len(answer.checked) == 1:
        return _verdict(answer.checked[0], answer, phrases)
    number = len(answer.checked)
    if answer.outcome is Outcome.ANSWERED:
        plain = all(one.verdict is Verdict.EXACT for one in answer.checked)
        return phrases.line("verify.all" if plain else "verify.all.marked", number=number)
    missing = sum(one.verdict is Verdict.NOT_FOUND for one in answer.checked)
    if answer.outcome is Outcome.NOT_STATED:
        return phrases.line("verify.missing", number=number, wrong=missing, looked=_looked(answer, phrases))
    borne_out = sum(one.verdict in BORNE_OUT for one in answer.checked)
    return phrases.line("verify.denied", number=number, wrong=number - borne_out)


def _verdict(one: Judged, answer: Verification, phrases: Phrases) -> Line:
    looked, speaker = _looked(answer, phrases), without_particle(one.speaker, phrases.vocabulary)
    if _is_translation(one):
        return phrases.line("verify.translation", looked=looked)
    return phrases.line(f"verify.{one.verdict.value}", verb=one.verb, speaker=speaker, looked=looked)


def _looked(answer: Verification, phrases: Phrases) -> str:
    first, last = (phrases.day(day) for day in answer.span)
    form = "one" if answer.looked_at == 1 else "many"
    return phrases.say(f"looked.{form}", number=answer.looked_at, first=first, last=last)


def _evidence(one: Judged, phrases: Phrases) -> list[Block]:
    if one.release is None:
        lines = [phrases.line("verify.elsewhere", ids=", ".join(one.elsewhere))] if one.elsewhere else []
        return [line_block(*lines)] if lines else []
    where = mark(one.release.id, one.paragraph)
    if one.verdict is Verdict.NOT_FOUND:
        return _likely(one, one.release, where, phrases)
    lines = [phrases.line("verify.printed", printed=quote(one.printed), mark=where)]
    if one.changes:
        lines.append(phrases.line("verify.difference", difference=difference_line(one.changes, phrases)))
    lines.extend(_harm(harm, phrases) for harm in one.harms)
    lines.extend(_claims(one, phrases))
    if one.elsewhere:
        lines.append(phrases.line("verify.elsewhere", ids=phrases.some_of(list(one.elsewhere))))
    blocks = [about_block(About(one.release), phrases), Block(Part.LINE, tuple(lines), release=one.release.id)]
    if not one.said:
        return [*blocks, line_block(phrases.line("verify.nobody"))]
    said = [statement_block(statement, one.release, phrases) for statement in one.said[:SAID_MOST]]
    return [*blocks, line_block(phrases.line("verify.said")), *said]


def _is_translation(one: Judged) -> bool:
    return one.verdict is Verdict.NOT_FOUND and is_rendering(one.phrase) and not one.elsewhere


def _likely(one: Judged, release: Release, where: Span, phrases: Phrases) -> list[Block]:
    """What comes nearest to words that are not found: the text's, or the statement that they may render."""
    about = about_block(About(release), phrases)
    if one.said:
        rendered = [statement_block(statement, release, phrases) for statement in one.said]
        return [about, line_block(phrases.line("verify.rendering", mark=where)), *rendered]
    line = phrases.line("verify.nearest", printed=quote(one.printed), mark=where)
    return [about, Block(Part.LINE, (line,), release=release.id)]


def _harm(harm: Harm, phrases: Phrases) -> Line:
    nothing = span(phrases.say("verify.nothing"))
    printed, quoted = (quote(words) if words else nothing for words in (harm.printed, harm.quoted))
    return phrases.line(f"verify.harm.{harm.effect.value}", printed=printed, quoted=quoted)


def _claims(one: Judged, phrases: Phrases) -> list[Line]:
    """What the message says of speaker and verb, against the text."""
    lines: list[Line] = []
    speaker = without_particle(one.speaker, phrases.vocabulary)
    holders = "; ".join(
        dict.fromkeys(f"{holder_of(s, phrases)} (“{s.refers_to or s.speaker}”)" for s in one.said if s.speaker)
    )
    if one.speaker and not one.theirs:
        name = "verify.speaker" if holders else "verify.speaker.nobody"
        lines.append(phrases.line(name, speaker=speaker, holders=holders))
    if one.together:
        parties = phrases.together(dict.fromkeys(side for s in one.said for side in s.sides))
        lines.append(phrases.line("verify.together", speaker=speaker, parties=parties))
    if one.verb and one.said:
        lines.append(phrases.line("verify.verb", verb=one.verb, printed=one.said[0].verb))
    return lines
