"""The statement that a Korean text may be a rendering of, told by its Korean gist."""

from __future__ import annotations

import re

from bot.answers.quoted import Phrase
from bot.answers.verifying.verdict import Judged, Message, Verdict
from bot.library.library import Library
from bot.library.words import key

HANGUL = re.compile(r"[\uac00-\ud7a3]")
ALIKE_LEAST = 0.6
WORDS_LEAST = 3
STEM = 2
"""Syllables of a Korean word that are compared: particles and endings follow them."""


def is_rendering(phrase: str) -> bool:
    """Whether words can only be a translation: they are Korean, and no release has them so."""
    return HANGUL.search(phrase) is not None


def rendered(phrase: Phrase, message: Message, library: Library) -> Judged:
    """Words that are not found, with the statement whose Korean gist has most of them, where one has."""
    words = {word[:STEM] for word in key(phrase.words).split() if len(word) >= STEM}
    found = Judged(phrase.words, Verdict.NOT_FOUND)
    if len(words) < WORDS_LEAST:
        return found
    best = ALIKE_LEAST
    ids = (message.release.id,) if message.release else library.gists_near(phrase.words)
    for release in filter(None, map(library.release, ids)):
        for statement in release.statements:
            own = {word[:STEM] for word in key(statement.gist.ko).split()}
            if (alike := len(words & own) / len(words)) > best:
                best = alike
                found = Judged(phrase.words, Verdict.NOT_FOUND, release, statement.paragraph, said=(statement,))
    return found
