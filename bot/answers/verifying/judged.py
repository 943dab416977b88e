"""One phrase against the releases: verbatim or not, where, and in whose mouth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.quoted import Phrase
from bot.answers.verifying.altered import nearest
from bot.answers.verifying.attribution import Attribution, attribution
from bot.answers.verifying.claimant import claimant
from bot.answers.verifying.credited import by_speaker, by_verb
from bot.answers.verifying.edges import cut_off
from bot.answers.verifying.effects import SHORT, TOLD, Effect, Harm
from bot.answers.verifying.placed import Spans, has_verb, names_speaker, occurrences, placed, sayers
from bot.answers.verifying.splice import after_verb, splices
from bot.answers.verifying.verdict import Judged, Message, Verdict
from bot.library.library import Library
from bot.library.passages import Passage
from bot.library.quotes import as_printed, locate, plain_marks
from bot.library.words import key
from bot.model.release import Release

PLACES_MOST = 25
"""Paragraphs with the very words that are looked at to find the one meant."""


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
        best = nearest(phrase, message, library)
    everywhere = _verbatim(phrase, library) if message.release else verbatim
    so_printed = [p for p in everywhere if locate(phrase.trimmed, p.paragraph.text)]
    ids = dict.fromkeys(p.id for p in so_printed or everywhere)
    return replace(best, elsewhere=tuple(id_ for id_ in ids if best.release is None or id_ != best.release.id))


def _verbatim(phrase: Phrase, library: Library, release: Release | None = None) -> tuple[Passage, ...]:
    id_ = release.id if release else None
    return library.passages_with(phrase.words, id_) or library.passages_with(phrase.trimmed, id_)


def _standing(phrase: Phrase, passage: Passage, message: Message, library: Library) -> Iterator[Judged]:
    """A verdict for each place where the very words stand in a paragraph."""
    text, grammar = passage.paragraph.text, library.vocabulary.grammar
    found, whole = _places(phrase, text)
    statements = placed(passage.release, passage.paragraph)
    for spans in found:
        saying = sayers(statements, spans)
        stops = phrase.ends_sentence and not whole
        printed = as_printed(spans, text)
        claimed = attribution(message.text, phrase, passage.release, library) if phrase.marked else Attribution()
        harms = [*splices(text, spans, statements, saying, grammar)]
        if any(key(one.statement.quote) == key(phrase.words) for one in saying):
            harms = [Harm(Effect.LEFT_OUT, harm.printed) for harm in harms]
        else:
            harms += cut_off(text, spans, saying, grammar, stops=stops)
        if claimed.verb and saying and not has_verb(saying[0], spans):
            between = claimed.following.removesuffix(phrase.words)
            harms += after_verb(text, saying[0], spans, between, grammar)
        if plain_marks(printed) not in plain_marks(phrase.words):
            harms.append(Harm(Effect.CAPITALS))
        one = Judged(
            phrase.words,
            _verdict(harms),
            passage.release,
            passage.paragraph.ref,
            printed,
            harms=tuple(dict.fromkeys(harms)),
            said=tuple(p.statement for p in saying),
        )
        speaker = claimed.speaker
        if message.said_by:
            speaker = claimant(message.said_by, passage.release, library)
        elif saying and names_speaker(saying[0], passage.release, spans):
            speaker = None
        one = by_speaker(one, speaker) if speaker and not speaker.reports else one
        yield one if any(has_verb(p, spans) for p in saying) else by_verb(one, claimed, library)


def _places(phrase: Phrase, text: str) -> tuple[tuple[Spans, ...], bool]:
    """Where a phrase stands, at best in the same capitals, and whether with the punctuation at its end."""
    for any_case in (False, True):
        for words in (phrase.words, phrase.trimmed):
            if found := occurrences(words, text, any_case=any_case):
                return found, words == phrase.words
    return (), True


def _verdict(harms: list[Harm]) -> Verdict:
    """What harms make of words that stand in the text."""
    effects = {harm.effect for harm in harms}
    if effects - TOLD:
        return Verdict.CUT
    if effects & SHORT:
        return Verdict.SHORTENED
    return Verdict.CAPITALS if Effect.CAPITALS in effects else Verdict.EXACT
