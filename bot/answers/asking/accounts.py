"""Whose account of a meeting a question names: "according to the Dravonian readout" is that party's own releases."""

from __future__ import annotations

from itertools import pairwise

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.model.vocabulary import Vocabulary

SIDE = ("side", "s", "government", "측", "정부", "쪽", "외교부", "ministry", "own")
"""Words that may stand between a party and its account."""
WITHIN = ("in", "to", "per", "by", "from", "the", "a", "with")
"""English words before the party: "in the Dravonian readout"; without one it may be whose release was demanded."""
KOREAN_WITHIN = ("에", "에서", "에는", "에서는", "에 따르면", "에선", "상", "으로는")


def with_account(pieces: tuple[Piece, ...], vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """The pieces of a question, with a party before the word for an account read as the issuers that are its own."""
    kept = list(pieces)
    for place, piece in enumerate(pieces):
        if not piece.is_a(Sort.PARTY) or piece.is_a(Sort.PERSON, Sort.MEETING):
            continue
        after = place + 1
        while after < len(pieces) and pieces[after].text in SIDE:
            after += 1
        issuers = tuple(i.id for i in vocabulary.issuers.values() if i.party in piece.ids(Sort.PARTY))
        if issuers and after < len(pieces) and _is_account(pieces, place, after):
            readings = tuple((Sort.ISSUER, id_) for id_ in issuers)
            kept[place] = Piece(piece.words, readings)
    return tuple(kept)


def _is_account(pieces: tuple[Piece, ...], place: int, after: int) -> bool:
    account = pieces[after]
    if "account" not in account.ids(Sort.CUE):
        return False
    if any(word.is_hangul for word in account.words):
        return account.tail in KOREAN_WITHIN or any(p.text.startswith("따르") for p in pieces[after + 1 : after + 2])
    before = {p.text.split()[-1] for p, following in pairwise(pieces) if following is pieces[place]}
    return bool(before & set(WITHIN)) and not _is_demanded(pieces[after + 1 : after + 2])


def _is_demanded(following: tuple[Piece, ...]) -> bool:
    """Whether "release" is here what was demanded: "to release the crew"."""
    return any(piece.text in ("of", "the") for piece in following)
