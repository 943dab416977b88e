"""A statement said again as a question: by that very side, with the very verb that is printed, and no word beside.

Nothing is then weaker or stronger than what the release says, whatever else its words can mean in a question ("where"
of "agreed to hold it in …", "no" of "asked for access without delay"). The verb is looked for where it stands as the
question's own: in English right after the subject, in Korean at the end, in the form that cards show.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.answers.answer import Answer
from bot.answers.asking.bearing import is_by, means_the_same, verb_bears_out
from bot.answers.asking.claimed import Sought, alike, has_all, left_for_reply, verdict, with_days
from bot.answers.asking.denials import denies_any, denies_the_deed, denying_alike
from bot.answers.asking.evidence import OBJECT_PARTICLES, Found, content_of, numbers_left
from bot.answers.asking.moods import Mood
from bot.answers.asking.nearby import SHOWN_MOST
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.releases import MINISTERS, releases_of
from bot.answers.asking.roles import is_a_place
from bot.answers.asking.spelling import Word, is_hangul, words_of
from bot.answers.asking.verbs import after_subject, main_act
from bot.answers.asking.verdicts import made
from bot.library.library import Library
from bot.model.asking import Asking
from bot.model.korean_verbs import korean_verb
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.vocabulary import Vocabulary

AUXILIARIES = ("is", "are", "was", "were", "has", "have", "been")
DETERMINERS = ("the", "a", "an", "its", "their", "his", "her", "our", "this", "that")
ASIDE = ("also", "then", "further", "and", "did", "has", "have", "had", "do", "does", "side", "sides", "both")
"""Words between a subject and its verb."""
NOMINAL = "\u11b7"
"""The consonant by which a Korean verb in note form ends: 함, 힘, 음."""
NOT = ("안", "못")
"""Right before a Korean verb: then it is denied."""
TO_DO = "함"
"""What makes a verb of a Korean noun."""
PAST = re.compile(
    r"[가-힣](?:였|었)?(?:나|나요|어|어요|습니까|는지|는지요|는가|는가요|음|지|지요|죠|니|냐|다|대|대요|던가|던가요|던데|을까|을까요"
    r"|다고|다며|다면서|는데|거야|건가|건가요|것인가|것인가요|게맞나요|게사실인가요)?"
)
"""The ending of a Korean verb that asks whether something was done, by itself: not "하기로 합의했나요"."""


def restated(asked: Asked, library: Library) -> Answer | None:
    """The yes to a question that says a statement again; None where none is said again."""
    if asked.mood is not Mood.CLAIM or not (asked.subjects or asked.people or asked.joint):
        return None
    for each, releases, more in _read_in_turn(asked, library):
        for release in releases:
            said = ((s, _said_again(each, library, release, s, more)) for s in release.statements)
            borne = [(s, sought) for s, sought in said if sought][:SHOWN_MOST]
            if borne:
                found = Found(release, tuple(s for s, _ in borne))
                verb = main_act(asked)
                cue = library.vocabulary.asking.act(verb.ids(Sort.ACT)[0]) if verb else None
                return made(asked, library, verdict(asked, library, borne[0][1], found), found, cue)
    return None


def _read_in_turn(asked: Asked, library: Library) -> Iterator[tuple[Asked, tuple[Release, ...], tuple[Piece, ...]]]:
    """A question as it can be read: its days, places and meetings as those of the release, or as what was said.

    Each with the releases that it is then about, and with the pieces that must stand in a statement, too.
    """
    for each in with_days(asked):
        yield each, releases_of(each, library), ()
    named = any(piece.is_a(Sort.ISSUER) for piece in asked.pieces) or any(r in asked.text.lower() for r in MINISTERS)
    if not (asked.release_ids or named):
        said = (p for p in asked.pieces if p.is_a(Sort.KIND, Sort.MEETING, Sort.CUE) or is_a_place(asked, p))
        days = tuple(replace(day, bound=True) for day in asked.days)
        yield replace(asked, days=days), asked.within, tuple(said)


def _said_again(
    asked: Asked, library: Library, release: Release, statement: Statement, more: tuple[Piece, ...]
) -> Sought | None:
    """What a question says beside the verb of a statement, where that is all its own; else None."""
    if statement.act is Act.BACKGROUND or (statement.joint and asked.alone):
        return None
    if not is_by(statement, release, asked.subjects, asked.people) or (asked.joint and not statement.joint):
        return None
    korean = is_hangul(asked.text)
    find = _korean_verb_in if korean else _english_verb_in
    verb = find(asked, statement, library.vocabulary) or _verb_of_asking(asked, statement, library.vocabulary)
    meant = denying_alike(asked, statement, library.vocabulary) if verb else None
    if verb is None or meant is None:
        return None
    weighed = (p for p in asked.pieces if p.is_a(Sort.CUE) and (p.tail in OBJECT_PARTICLES or not korean))
    said = (*content_of(asked, library, without=verb), *(p for p in weighed if not p.is_bare_glue), *more)
    own = tuple(p for p in dict.fromkeys(said) if all(p is not part for part in verb))
    sought = left_for_reply(asked, Sought(own, numbers_left(asked)), library, release, meant)
    return sought if has_all(asked, library, meant, sought) else None


def _english_verb_in(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> tuple[Piece, ...] | None:
    """The pieces that are a statement's printed verb, right after the subject: "express its support"."""
    words = [(word, piece) for piece in asked.pieces[after_subject(asked) + 1 :] for word in piece.words]
    between = sum(1 for _ in takewhile(lambda pair: _may_stand_between(*pair, asked), words))
    printed = _printed(statement, vocabulary)
    for start in range(between + 1):
        taken = _taken(words[start:], printed, vocabulary.asking)
        if taken:
            pieces = tuple({id(piece): piece for _, piece in words[start : start + taken]}.values())
            first = next(place for place, piece in enumerate(asked.pieces) if piece is pieces[0])
            if denies_any(asked.pieces[:first], asked, vocabulary):
                return None  # "didn't they point out"
            around = (*words[:start], *words[start + taken :])
            beside = (w.text for w, p in around if any(p is own for own in pieces))
            return pieces if all(text in (*vocabulary.asking.glue.en, *ASIDE) for text in beside) else None
    return None


def _verb_of_asking(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> tuple[Piece, ...] | None:
    """The asker's own verb where a statement does no less, and a "not" of the question is within what was said."""
    verb = main_act(asked)
    if verb is None or not asked.negated:
        return None
    cue = vocabulary.asking.act(verb.ids(Sort.ACT)[0])
    alone = bool(asked.subjects) and not asked.joint
    borne_out = verb_bears_out(statement, cue, vocabulary, alone=alone)
    if not borne_out or denies_the_deed(asked, vocabulary):
        return None
    return alike(asked, verb)


def _may_stand_between(word: Word, piece: Piece, asked: Asked) -> bool:
    """Whether a word may stand between a subject and its verb: another subject, or what only stresses."""
    subject = piece.is_a(Sort.PARTY) and piece.ids(Sort.PARTY)[0] in asked.subjects
    person = piece.is_a(Sort.PERSON) and set(piece.ids(Sort.PERSON)) & set(asked.people)
    joint = piece.is_a(Sort.JOINT, Sort.JOINTLY)
    return bool(subject or person or joint) or word.text in ASIDE or word.text.endswith("ly")


def _printed(statement: Statement, vocabulary: Vocabulary) -> list[str]:
    """The words of a statement's verb without auxiliaries; adverbs that make less of it stay."""
    words = list(words_of(statement.verb))
    while words and words[0].text in AUXILIARIES:
        words = words[1:]
    hedged = vocabulary.grammar.hedge_in(statement.verb) is not None
    bare = [w for w in words if w.text not in DETERMINERS]
    return [w.stem for w in bare if hedged or not (w.text.endswith("ly") or w.text in ASIDE)] or [w.stem for w in bare]


def _taken(words: list[tuple[Word, Piece]], printed: list[str], asking: Asking) -> int:
    """How many words of a question are the printed verb; 0 where they are another."""
    left = list(printed)
    for count, (word, _) in enumerate(words):
        if not left:
            return count
        if means_the_same(word.stem, left[0], asking):
            left.pop(0)
        elif not (count and word.text in DETERMINERS):
            return 0
    return len(words) if not left else 0


def _korean_verb_in(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> tuple[Piece, ...] | None:
    """The pieces that are the verb that cards show, at the end and in a form that asks: "위로를 전했나요"."""
    verb = "".join(korean_verb(statement, vocabulary).split())
    root, last = verb[:-1], unicodedata.normalize("NFD", verb[-1:])
    if not last.endswith(NOMINAL):
        root, last = verb, unicodedata.normalize("NFD", TO_DO)  # a noun for the act
    text = "".join(_compact(piece) for piece in asked.pieces)
    at = text.rfind(root)
    ending = text[at + len(root) :]
    if at < 0 or not PAST.fullmatch(ending) or unicodedata.normalize("NFD", ending)[0] != last[0]:
        return None
    place, own = 0, []
    for piece in asked.pieces:
        if place >= at:
            own.append(piece)
        elif place + len(_compact(piece)) > at:
            return None  # the verb is a part of another word
        place += len(_compact(piece))
    before = asked.pieces[len(asked.pieces) - len(own) - 1 : len(asked.pieces) - len(own)]
    return None if any(piece.text in NOT for piece in before) else tuple(own)


def _compact(piece: Piece) -> str:
    return f"{piece.text}{piece.tail}".replace(" ", "")
