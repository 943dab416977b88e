"""Whose words are asked about: the grammatical subject among the parties and people that a question names."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul
from bot.model.vocabulary import Vocabulary

SUBJECT_PARTICLES = ("은", "는", "이", "가", "도", "만", "측", "이랑", "에서는")
TOPIC_PARTICLES = ("은", "는", "측은", "도")
EMBEDDED_PARTICLES = ("이", "가", "측이")
CLAUSE_ENDS = ("것", "점", "다고", "라고", "자고", "기로", "도록")
"""Words with which a Korean clause ends of which something is said."""
OWNED_WITHIN = 3
"""Pieces after "의" among which the deed is that somebody is said to have."""
NEAR = 4
"""Pieces between a verb and the "together" that goes with it."""
POSSESSIVE = "의"
JOINING_PARTICLES = ("과", "와", "랑", "이랑", "하고", "및")
JOINT_BEFORE_NAMES = ("both", "together", "jointly", "joint", "who", "공동", "함께", "모두", "누가", "누구")
"""Words for several sides, or for anybody, that may stand beside the names of those meant."""
BY = ("by", "from")
PASSIVE_BEFORE = ("was", "were", "is", "are", "has", "have", "had")
DONE_TO_SOMEBODY = frozenset({"invite", "request", "urge", "thank", "criticise", "condemn", "offer", "warn", "reject"})
"""Verbs whose passive has as its subject whom it was done to."""
OF = "of"
OBJECT_OF = frozenset(
    "on about regarding concerning with to toward towards against for over in at re vs versus than into among "  # noqa: SIM905 - reads better
    "around near".split()
)
BETWEEN_VERB_AND_NAME = ("the", "a", "of", "to", "about", "any")
AND = ("and", "or", "및", "그리고")
UNDERGONE = ("받", "을 받", "됐", "되", "된")
"""Endings by which a Korean verb is undergone."""
NOUNS_OF_SAYING = (Sort.ACT, Sort.CUE)


def with_subjects(asked: Asked, vocabulary: Vocabulary) -> Asked:
    """The question with its subjects found: parties, or the people who speak, or all sides together."""
    asked = replace(asked, joint=asked.joint and _is_joint(asked))
    passive = _is_passive(asked)
    parties: list[str] = []
    people: list[str] = []
    topical = any(_is_topical(piece) for piece in asked.pieces)
    outer = None if topical else _outer(asked)
    together = asked.joint or _shares(asked, vocabulary)
    spoke_before = somebody = counted = who = False
    for place, piece in enumerate(asked.pieces):
        if piece.is_a(Sort.PARTY, Sort.PERSON):
            found = bool(parties or people) or somebody
            joins = counted and _joins(asked.pieces, place)
            counted = _is_subject(asked, place, found=found, joins=joins, after_verb=spoke_before)
            within = topical or (outer is not None and place != outer)
            counted = counted and not (within and piece.tail in EMBEDDED_PARTICLES)
            if counted:
                together = together or (bool(parties) and joins)
                people.extend(piece.ids(Sort.PERSON))
                party = next((vocabulary.people[id_].party for id_ in piece.ids(Sort.PERSON)), None)
                parties.append(party or piece.ids(Sort.PARTY)[0])
        elif piece.is_a(Sort.JOINT, Sort.ANYONE):
            together = together or (piece.is_a(Sort.JOINT) and not parties and not spoke_before)
            somebody = somebody or piece.text not in JOINT_BEFORE_NAMES
            counted = counted or not somebody
        who = who or (piece.text == "who" and place == 0)
        if who and (piece.is_a(Sort.ACT) or {"said", "says"} & set(piece.ids(Sort.CUE))):
            break
        verb = piece.is_a(Sort.ACT) or "mentioned" in piece.ids(Sort.CUE)
        goes_on = piece.text in (*AND, *BETWEEN_VERB_AND_NAME) or piece.is_a(Sort.PARTY, Sort.PERSON)
        spoke_before = verb or (spoke_before and goes_on)
    if passive and ((len(parties) == 1 and not together) or (parties and asked.has("mentioned"))):
        return replace(asked, anyone=True)
    return replace(asked, subjects=tuple(dict.fromkeys(parties)), people=tuple(dict.fromkeys(people)), joint=together)


def _is_passive(asked: Asked) -> bool:
    """Whether something was done to the one who is named first: "was Ketmar invited?", "초청받았어?"."""
    verbs = [p for p in asked.pieces if set(p.ids(Sort.ACT)) & DONE_TO_SOMEBODY or "mentioned" in p.ids(Sort.CUE)]
    if not verbs or any(p.text in (*BY, "에게", "한테") for p in asked.pieces):
        return False
    if is_hangul(asked.text):
        return any(p.tail.startswith(UNDERGONE) or p.text.endswith(UNDERGONE) for p in verbs)
    return asked.pieces[0].text in PASSIVE_BEFORE and any(p.text.split()[0].endswith("ed") for p in verbs)


def _shares(asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether several share something in a phrase that names them: "did both sides share"."""
    shared = (f" {p.text} " for p in asked.pieces if "shared" in p.ids(Sort.CUE))
    return any(f" {phrase} " in text for text in shared for phrase in vocabulary.asking.joint.en)


def _outer(asked: Asked) -> int | None:
    """The place of the subject of a Korean sentence within which another has one: "A가 B가 올 것을 요청했나요".

    The first of them, unless what it does is a clause that ends before the second: "B가 올 것을 A가 요청했나요".
    """
    pieces = asked.pieces
    named = [
        place
        for place, piece in enumerate(pieces)
        if piece.is_a(Sort.PARTY, Sort.PERSON, Sort.JOINT) and piece.tail in EMBEDDED_PARTICLES
    ]
    if len(named) <= 1:
        return None
    closed = (place for place in range(named[0], named[1]) if pieces[place].text.endswith(CLAUSE_ENDS))
    return named[1] if next(closed, None) is not None else named[0]


def _is_topical(piece: Piece) -> bool:
    """Whether a name has the particle of a sentence's topic: then "이" and "가" mark who acts in a clause within."""
    return piece.is_a(Sort.PARTY, Sort.PERSON, Sort.JOINT) and piece.tail in TOPIC_PARTICLES


def _is_joint(asked: Asked) -> bool:
    """Whether "together" goes with the verb: far behind it, it belongs to what was said."""
    verbs = [place for place, piece in enumerate(asked.pieces) if piece.is_a(Sort.ACT, Sort.CUE)]
    adverbs = [place for place, piece in enumerate(asked.pieces) if piece.is_a(Sort.JOINTLY)]
    if any(word.is_hangul for piece in asked.pieces for word in piece.words):
        named = (p for p in asked.pieces if p.is_a(Sort.PARTY, Sort.PERSON) and p.tail in EMBEDDED_PARTICLES)
        nested = any(_is_topical(piece) for piece in asked.pieces) or next(named, None) is not None
        return not nested or _is_joint_in_korean(asked, verbs, adverbs)
    if not verbs:
        return True
    within = next(
        (p for p, piece in enumerate(asked.pieces) if p > verbs[0] and piece.text == "that"), len(asked.pieces)
    )
    return any(place - verbs[0] <= NEAR and place < within for place in adverbs)  # "proposed that they jointly …"


def _is_joint_in_korean(asked: Asked, verbs: list[int], adverbs: list[int]) -> bool:
    """Whether "함께" stands right before the verb or after somebody with whom ("아세안과 함께"), or nowhere."""
    after_a_name = any(place and asked.pieces[place - 1].tail in JOINING_PARTICLES for place in adverbs)
    return not adverbs or after_a_name or any(0 < verbs[-1] - place <= 1 for place in adverbs if verbs)


def _is_subject(asked: Asked, place: int, *, found: bool, joins: bool, after_verb: bool) -> bool:
    pieces = asked.pieces
    piece = pieces[place]
    before = _before(pieces, place)
    if any(word.is_hangul for word in piece.words) or piece.tail:
        return _is_korean_subject(pieces, place, found=found)
    if found:
        return joins and not after_verb
    if before is None:
        return not (piece.is_a(Sort.TOPIC) and len(pieces) == 1)
    if before.text in BY:
        return True
    if before.text == OF:
        noun = _before(pieces, pieces.index(before))
        return noun is not None and noun.is_a(*NOUNS_OF_SAYING) and "mentioned" not in noun.ids(Sort.CUE)
    if before.text == "between":
        return True
    return before.text not in OBJECT_OF and not after_verb


def _before(pieces: tuple[Piece, ...], place: int) -> Piece | None:
    """The piece before, articles passed over."""
    for piece in reversed(pieces[:place]):
        if piece.text not in ("the", "a", "an", "what", "side", "actually"):
            return piece
    return None


def _joins(pieces: tuple[Piece, ...], place: int) -> bool:
    """Whether a name is joined to the one before it by "and" or its Korean like."""
    before = _before(pieces, place)
    if before is None:
        return False
    if before.is_a(Sort.PARTY, Sort.PERSON):
        return before.tail in JOINING_PARTICLES
    return before.text in AND


def _is_korean_subject(pieces: tuple[Piece, ...], place: int, *, found: bool) -> bool:
    piece = pieces[place]
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    tail = piece.tail
    if not tail and after and after.text in ("측", "쪽", "정부", "국가", "국가들", "대표", "나라", "들"):
        tail = after.tail or "측"
    if tail.startswith("측"):
        tail = tail[1:] or "측"
    if not tail and piece.text.endswith(("측", "쪽")):
        tail = "측"
    if tail == POSSESSIVE:
        near = pieces[place + 1 : place + 1 + OWNED_WITHIN]
        return (not found and any(p.is_a(Sort.CUE, Sort.ACT) for p in near)) or (
            not found and after is not None and after.is_a(Sort.GLUE)
        )
    if tail in SUBJECT_PARTICLES:
        return True
    if tail in JOINING_PARTICLES:
        later = pieces[place + 1 :]
        partner = next((p for p in later if p.is_a(Sort.PARTY, Sort.PERSON)), None)
        return partner is not None and _is_korean_subject(pieces, pieces.index(partner), found=found)
    if tail or after is None or "mentioned" in after.ids(Sort.CUE):
        return False
    return not found and after.is_a(Sort.CUE, Sort.ACT, Sort.ALONE) and not after.is_a(Sort.TOPIC)
