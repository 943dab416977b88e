"""What is said not to be so: whether a question and a statement deny the same, the deed or something in what was said.

"They did not stress that it must stop" and "they stressed that it must not stop" have the same words.
"""

from __future__ import annotations

import re

from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul, words_of
from bot.answers.asking.verbs import main_act
from bot.library.quotes import plain_marks
from bot.model.korean_verbs import korean_verb
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import Words
from bot.model.vocabulary import Vocabulary

INSERTED = re.compile(r"\[[^\]]*\]")
"""What an editor has put into a gist."""
ASIDE_OF = re.compile(
    r",\s+(?:who|which|whom|whose)\s[^,]*(?:,|$)|^.*[가-힣]지\s?않은\s(?!\s?(?:것|점|데|바|채|사실|경우|상황))"
)
"""What is told of somebody or something by the way: ", who was not present,"; in Korean with all before it."""


def denies_the_same(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether a statement denies what a question does: no negation less, and the deed where that is denied there."""
    marks = _marks(asked, vocabulary)
    if negations(asked.text, marks) > max(negations(text, marks) for text in _texts(asked, statement, vocabulary)):
        return False
    return main_act(asked) is None or denies_the_deed(asked, vocabulary) == _is_undone(asked, statement, vocabulary)


def denies_the_deed(asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether the verb of a question is denied: "did they not agree", not "did they agree not to"."""
    verb = main_act(asked)
    if verb is None:
        return False
    place = next(place for place, piece in enumerate(asked.pieces) if piece is verb)
    korean = is_hangul(asked.text)
    beside = asked.pieces[place + 1 :] if korean else asked.pieces[:place]
    text = " ".join((*(f"{p.text}{p.tail}" for p in beside), verb.tail if korean else ""))
    return negations(text, _marks(asked, vocabulary)) > 0


def denies_any(pieces: tuple[Piece, ...], asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether one of some pieces of a question denies something."""
    return negations(" ".join(piece.text for piece in pieces), _marks(asked, vocabulary)) > 0


def denying_alike(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> Statement | None:
    """A statement that has as many negations as a question: the whole, or one without what is only put in there."""
    marks = _marks(asked, vocabulary)
    for meant in (statement, _without(INSERTED, statement), _without(ASIDE_OF, statement)):
        if negations(_texts(asked, meant, vocabulary)[0], marks) == negations(asked.text, marks):
            return meant
    return None


def negations(text: str, marks: tuple[str, ...]) -> int:
    """How many words of a text deny something."""
    words = [word.text for word in words_of(text)]
    if not is_hangul(text):
        return sum(word in marks for word in words)
    return sum(_is_mark(mark, word) for word in words for mark in marks)


def _texts(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A statement in the language of a question: its gist with its verb, and in English its quote."""
    if is_hangul(asked.text):
        return (f"{statement.gist.ko} {korean_verb(statement, vocabulary)}",)
    return f"{statement.verb} {statement.gist.en}", statement.quote


def _is_undone(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether a statement says that something was not done."""
    marks = _marks(asked, vocabulary)
    if is_hangul(asked.text):
        told = statement.gist.ko if statement.act is Act.BACKGROUND else ""
        return negations(f"{told} {korean_verb(statement, vocabulary)}", marks) > 0
    before, verb, _ = plain_marks(statement.quote).partition(plain_marks(statement.verb))
    return negations(f"{before if verb else ''} {statement.verb}", marks) > 0


def _without(aside: re.Pattern[str], statement: Statement) -> Statement:
    """A statement without something that is put in there: what that says is not what it turns on."""
    gist = Words(
        en=aside.sub(" ", statement.gist.en).strip() or statement.gist.en,
        ko=aside.sub(" ", statement.gist.ko).strip() or statement.gist.ko,
    )
    return statement.model_copy(update={"gist": gist, "quote": aside.sub(" ", statement.quote)})


def _marks(asked: Asked, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.grammar.negations_ko if is_hangul(asked.text) else vocabulary.asking.negations.en


def _is_mark(mark: str, word: str) -> bool:
    """Whether a Korean word has a mark: one with ^ at its beginning, one with $ at its end."""
    bare = mark.strip("^$")
    begins, ends = not mark.startswith("^") or word.startswith(bare), not mark.endswith("$") or word.endswith(bare)
    return bare in word and begins and ends
