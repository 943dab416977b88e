"""How something is asked: as a claim, for a reason, openly, or as a bare name."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.spelling import Word
from bot.model.asking import Asking

NOUNS_ASKED_FOR = ("것은", "건", "게", "거", "것", "점은", "내용은", "사항은", "사람은", "쪽은", "측은", "나라는")
"""Nouns that end a Korean question for what or whom: "요청한 것은?"."""
NOMINAL_ENDINGS = ("함", "됨", "했음", "됐음", "임")
"""Ends of a Korean question in note form: "인정함?"."""
WRITTEN = ("적혀", "쓰여", "나와", "실려", "담겨", "명시")
"""Before "있나요": that something is written."""
THERE = re.compile(r"^(?:is|are|was|were|has|have)\s+(?:there|any)\b")


class Mood(StrEnum):
    """How something is asked."""

    CLAIM = "claim"
    """Something is said to be so: yes or no would answer."""
    WHY = "why"
    """Something is taken for granted."""
    OPEN = "open"
    BARE = "bare"
    """Only a name or a noun."""


def mood_of(
    words: tuple[Word, ...], pieces: tuple[Piece, ...], cues: frozenset[str], plain: str, asking: Asking, *, asks: bool
) -> Mood:
    """The mood of a question, of which ``words`` are left without its fillers; ``asks``: a filler asked yes or no."""
    if not words:
        return Mood.BARE
    if "reason" in cues:
        return Mood.WHY
    if any(word.is_hangul for word in words):
        return _korean_mood(words, pieces, asking, asks="?" in plain)
    first = words[0].text
    text = " ".join(word.text for word in words)
    opens = {word for phrase in asking.open.en for word in phrase.split()}
    if first in asking.yes_no.en:
        if THERE.match(text) or any(word in text for word in asking.anything.en):
            return Mood.OPEN
        return Mood.CLAIM
    if asks:
        return Mood.CLAIM
    at = next((place for place, word in enumerate(words) if word.text in opens), None)
    if at is not None and (at == len(words) - 1 or not _states(_before(pieces, at))):
        return Mood.OPEN
    if words[-1].text in asking.tags.en and "?" in plain:
        return Mood.CLAIM
    asks = any(word.text in asking.yes_no.en for word in words)
    return Mood.CLAIM if asks or _states(pieces) else Mood.BARE


def _before(pieces: tuple[Piece, ...], place: int) -> tuple[Piece, ...]:
    """The pieces that end before a word."""
    found: list[Piece] = []
    for piece in pieces:
        place -= len(piece.words)
        if place < 0:
            break
        found.append(piece)
    return tuple(found)


def _states(pieces: tuple[Piece, ...]) -> bool:
    """Whether a verb of saying, in the past tense, follows somebody who could say it."""
    somebody = False
    for piece in pieces:
        if piece.is_a(Sort.ACT) and somebody and piece.words[0].text.endswith(("ed", "sought", "es")):
            return True
        somebody = (
            somebody or piece.is_a(Sort.PARTY, Sort.PERSON, Sort.JOINT, Sort.ANYONE) or piece.text in ("they", "we")
        )
    return False


def _asks_for_any(words: tuple[Word, ...]) -> bool:
    """Whether a Korean question asks for any ("…이 있나요"), not whether somebody can do something or is doing it."""
    before = words[-2].text if len(words) > 1 else ""
    written = before.startswith(WRITTEN) or before.endswith("되어")  # "…라고 적혀 있나요" is yes or no
    return words[-1].text.startswith("있") and not written and not before.endswith(("고", "수", "에", "에서"))


def _korean_mood(words: tuple[Word, ...], pieces: tuple[Piece, ...], asking: Asking, *, asks: bool) -> Mood:
    text = " ".join(word.text for word in words)
    if any(word.text.startswith(opening) for word in words for opening in asking.open.ko) or any(
        opening in text for opening in asking.open.ko if " " in opening
    ):
        return Mood.OPEN
    if any(word in text for word in asking.anything.ko) or _asks_for_any(words):
        return Mood.OPEN
    if any(ending in words[-1].text or text.endswith(ending) for ending in asking.yes_no.ko):
        return Mood.CLAIM
    if asks and words[-1].text.endswith(NOMINAL_ENDINGS):
        return Mood.CLAIM
    if words[-1].text in NOUNS_ASKED_FOR:
        return Mood.OPEN
    verbal = (
        piece.tail.startswith(("했", "한", "하", "함", "됐", "된", "됨", "받"))
        for piece in pieces
        if piece.is_a(Sort.ACT)
    )
    return Mood.CLAIM if any(verbal) else Mood.BARE
