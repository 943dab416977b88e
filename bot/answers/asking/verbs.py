"""The verb that a question turns on: what somebody is asked to have done with words."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul

NOUN_ENDINGS = ("al", "als", "ion", "ions", "ment", "ments", "idea", "ideas", "concern", "concerns", "tion")
VERBAL_TAILS = ("했", "한", "하", "함", "해", "됐", "된", "됨", "되", "받", "들", "을 표", "를 표")
KOREAN_VERB = re.compile(
    r"[했됐됨왔갔였었았졌렸났](?:어|나|나요|어요|음|지|는지|습니까|던|다|대)?$|[되하받](?:나|나요|는지|니|는가|지)$|[가하되]고$|기로$|[다라자냐]고$"
    r"|[오가하되리우르](?:나|나요|는지|니|는가|지)$"
)
SPEAKING = ("said", "says", "mentioned")
WEAK = frozenset({"discuss", "explain"})
"""Verbs that often only introduce what was asked."""


def main_act(asked: Asked) -> Piece | None:
    """The piece whose verb decides, and None where a question has none.

    In English the first verb after the subject, before it nouns ("proposal") only where there is no other; in Korean,
    whose verb comes last, the last one that has a verb's ending.
    """
    pieces = [piece for piece in asked.pieces if piece.is_a(Sort.ACT)]
    if not pieces:
        return None
    if any(word.is_hangul for piece in pieces for word in piece.words):
        verbal = [p for p in pieces if p.tail.startswith(VERBAL_TAILS) or (p.tail and p.text.endswith("했"))]
        last = asked.pieces.index(pieces[-1])
        spoke = any(set(p.ids(Sort.CUE)) & set(SPEAKING) for p in asked.pieces[last + 1 :])
        return (verbal or pieces)[-1] if verbal or not spoke else None
    after = after_subject(asked)
    first = next((p for p in asked.pieces[after + 1 :] if p.is_a(Sort.ACT, Sort.CUE)), None)
    if asked.mood is Mood.CLAIM and first and first.is_a(Sort.CUE) and "says" in first.ids(Sort.CUE):
        return None
    groups = (
        [p for p in pieces if not _is_noun(p) and asked.pieces.index(p) > after],
        [p for p in pieces if not _is_noun(p)],
        [p for p in pieces if asked.pieces.index(p) > after],
        pieces,
    )
    return next(group[0] for group in groups if group)


def after_subject(asked: Asked) -> int:
    """The place of the subject among the pieces, -1 where none is named."""
    for place, piece in enumerate(asked.pieces):
        named = piece.is_a(Sort.PARTY) and piece.ids(Sort.PARTY)[0] in asked.subjects
        if named or piece.is_a(Sort.JOINT, Sort.ANYONE, Sort.PERSON) or piece.text in ("they", "we", "he", "she"):
            return place
    return -1


def _is_noun(piece: Piece) -> bool:
    return piece.text.endswith(NOUN_ENDINGS)


def is_verb_like(asked: Asked, piece: Piece) -> bool:
    """Whether a word that nothing explains is the verb of an open question, by its ending or its place."""
    if not piece.is_a(Sort.REST) or piece.is_a(Sort.ACT, Sort.TOPIC, Sort.PARTY, Sort.PERSON):
        return False
    if is_hangul(piece.text):
        return KOREAN_VERB.search(f"{piece.text}{piece.tail}") is not None
    before = next((p for p, following in pairwise(asked.pieces) if following is piece), None)
    return piece.text.endswith(("ed", "ing")) or (before is not None and before.is_a(Sort.ANYONE))
