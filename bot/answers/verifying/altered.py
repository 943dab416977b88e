"""The passage that words come nearest to which stand nowhere so, and what they change of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.quoted import Phrase
from bot.answers.verifying.claimant import claimant
from bot.answers.verifying.credited import by_speaker
from bot.answers.verifying.edges import cut_off
from bot.answers.verifying.effects import TOLD, Effect, Harm
from bot.answers.verifying.harm import harms_of
from bot.answers.verifying.placed import Placed, overlap, placed, sayers
from bot.answers.verifying.rendered import is_rendering, rendered
from bot.answers.verifying.splice import splices
from bot.answers.verifying.verdict import Judged, Message, Verdict
from bot.library.differences import Closest, bare, closest, likeness
from bot.library.library import Library
from bot.library.passages import Passage
from bot.library.quotes import NEAR_ENOUGH, Span, as_printed, locate, squeeze
from bot.model.change import Change
from bot.model.value import JOIN

LIKELY_MOST = 2
"""Near passages that are compared word by word."""
KEPT_LEAST = 2
LONG_WORD = 4
APART_LEAST = 4
DENYING = (("did", "not"), ("does", "not"), ("do", "not"))
OWN_WORDS_LEAST = 3
"""So many words of what another says are more than chance."""


def nearest(phrase: Phrase, message: Message, library: Library) -> Judged:
    """The passage that the words come nearest to, where they come near any."""
    best: tuple[Closest, Passage] | None = None
    words = phrase.trimmed.replace(JOIN, " ")
    near_by = library.passages_near(words, message.release.id if message.release else None)
    if found := _glued(words, phrase, near_by, library):
        return found
    denying = tuple(passage for passage in near_by if _is_denied_in(words, passage.paragraph.text))
    likely = sorted(denying or near_by, key=lambda passage: -likeness(words, passage.paragraph.text))
    for passage in likely[:LIKELY_MOST]:
        near = closest(words, passage.paragraph.text)
        if near and (best is None or near.likeness > best[0].likeness):
            best = near, passage
    if best is None or not _is_near(best[0]):
        return (
            rendered(phrase, message, library)
            if is_rendering(phrase.words)
            else Judged(phrase.words, Verdict.NOT_FOUND)
        )
    near, passage = best
    text = passage.paragraph.text
    printed = as_printed((near.span,), text)
    if not _turns_on_the_same(near):
        return Judged(phrase.words, Verdict.NOT_FOUND, passage.release, passage.paragraph.ref, printed)
    saying = sayers(placed(passage.release, passage.paragraph), near.kept)
    grammar = library.vocabulary.grammar
    harms = [*harms_of(near.changes, near.span.start, text, saying, grammar)]
    if not any(harm.effect is Effect.MARKS for harm in harms):
        harms += _of_another(near.kept, saying, text)
        edges = cut_off(text, (near.span,), saying, grammar, stops=phrase.ends_sentence)
        harms += (harm for harm in edges if harm.effect not in TOLD)
    one = Judged(
        phrase.words,
        Verdict.ALTERED,
        passage.release,
        passage.paragraph.ref,
        printed,
        near.changes,
        tuple(dict.fromkeys(harms)),
        tuple(p.statement for p in saying),
    )
    return by_speaker(one, claimant(message.said_by, passage.release, library)) if message.said_by else one


def _is_denied_in(words: str, text: str) -> bool:
    """Whether a text has some words with their verb denied: "did not agree to it" where they are "agreed to it"."""
    known = squeeze(text).casefold()
    split = squeeze(words).casefold().rstrip(".").split()
    for at, word in enumerate(split):
        bases = (word[:-1], word[:-2]) if word.endswith("ed") else ()
        for base in bases:
            if any(" ".join((*split[:at], *no, base, *split[at + 1 :])) in known for no in DENYING):
                return True
    return False


def _glued(words: str, phrase: Phrase, near_by: tuple[Passage, ...], library: Library) -> Judged | None:
    """Words that are two stretches of one paragraph, far apart, put together: what is left out between them."""
    split = words.split()
    for passage in near_by:
        text = passage.paragraph.text
        for cut in range(len(split) - OWN_WORDS_LEAST, OWN_WORDS_LEAST - 1, -1):
            quote = JOIN.join((" ".join(split[:cut]).rstrip(",;"), " ".join(split[cut:])))
            spans = locate(quote, text, any_case=True)
            if spans is None or len(squeeze(text)[spans[0].end : spans[1].start].split()) < APART_LEAST:
                continue
            gap = squeeze(text)[spans[0].end : spans[1].start].strip()
            parts = [as_printed((span,), text) for span in spans]
            statements = placed(passage.release, passage.paragraph)
            saying = sayers(statements, spans)
            harms = [*_of_another(spans, saying, text)]
            harms += splices(text, spans, statements, saying, library.vocabulary.grammar)
            return Judged(
                phrase.words,
                Verdict.ALTERED,
                passage.release,
                passage.paragraph.ref,
                squeeze(text)[spans[0].start : spans[1].end],
                (Change(parts[0], parts[0]), Change(gap, ""), Change(parts[1], parts[1])),
                tuple(harm for harm in harms if harm.effect not in TOLD | {Effect.LEAP}),
                tuple(p.statement for p in saying),
            )
    return None


def _is_near(near: Closest) -> bool:
    """Whether enough of the words are kept, one of them more than a little word, to speak of an altered quote."""
    kept = [word for change in near.changes if change.same for word in change.printed.split()]
    return near.likeness >= NEAR_ENOUGH and len(kept) >= KEPT_LEAST and any(len(word) >= LONG_WORD for word in kept)


def _turns_on_the_same(near: Closest) -> bool:
    """Whether most of what the quote speaks of is kept: a name that both have is one thing, however many its words."""
    things: list[list[bool]] = []
    runs_on = False
    for change in near.changes:
        for word in change.quoted.split():
            named = word[:1].isupper()
            if named and runs_on:
                things[-1].append(change.same)
            elif named or len(bare(word)) >= LONG_WORD:
                things.append([change.same])
            runs_on = named
    return sum(map(all, things)) >= NEAR_ENOUGH * len(things)


def _of_another(kept: tuple[Span, ...], saying: tuple[Placed, ...], text: str) -> Iterator[Harm]:
    """The words among those kept that are another side's than what comes before them, and whose they are."""
    first: Placed | None = None
    for one in saying:
        own = tuple(span for span in kept if overlap(one.content, (span,)))
        if sum(len(as_printed((span,), text).split()) for span in own) < OWN_WORDS_LEAST:
            continue
        first = first or one
        named = one.subject is not None and overlap((one.subject,), kept)
        if one.statement.sides != first.statement.sides and one.statement.speaker and not named:
            yield Harm(Effect.GLUED, as_printed(own, text), one.statement.refers_to or one.statement.speaker)
