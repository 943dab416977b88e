"""Whether anything was disputed: only a statement that refuses, or that says that nothing was agreed, says so."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer
from bot.answers.asked import not_held
from bot.answers.asking.bearing import is_negative
from bot.answers.asking.evidence import Found, content_of
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import releases_of
from bot.answers.asking.verdicts import made
from bot.answers.claims import Verdict
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.release import Statement
from bot.model.vocabulary import Vocabulary

REFUSING = ("reject", "oppose")
"""The verbs of askers whose printed ones refuse something."""
AGREEING = "agree"


def disagreed(asked: Asked, library: Library) -> Answer:
    """What was refused, or not agreed on; where nothing is, that no release has it."""
    for release in releases_of(asked, library):
        if disputed := tuple(s for s in release.statements if _is_disputed(s, library.vocabulary)):
            return made(asked, library, Verdict.FOUND, Found(release, disputed))
    typed = " ".join(p.text for p in asked.pieces if "disagreement" in p.ids(Sort.CUE))
    question = replace(asked.question, amounts_to=Question("positions", {"topic": typed}, asked.locale))
    return not_held(question, library, Kind.TOPIC, typed)


def on_nothing_named(asked: Asked, library: Library) -> bool:
    """Whether no topic is named on which the sides are to be compared."""
    content = content_of(asked, library)
    return all(p.is_a(Sort.PARTY, Sort.PERSON) or "disagreement" in p.ids(Sort.CUE) for p in content)


def _is_disputed(statement: Statement, vocabulary: Vocabulary) -> bool:
    printed = vocabulary.asking.act(AGREEING).borne_out_by
    if is_negative(statement, vocabulary) and any(word in statement.quote for word in printed):
        return True
    verb = statement.verb.lower()
    return any(verb.startswith(tuple(vocabulary.asking.act(id_).borne_out_by)) for id_ in REFUSING)
