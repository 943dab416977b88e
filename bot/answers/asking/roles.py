"""Who does what to whom in a claim: a plain yes wants its words in the roles that they have in the statement.

Every word of "did they condemn the seizure of Ketmar?" may stand in a statement that condemns a seizure by Ketmar. Only
English is looked at: its order of words tells the roles. Where they differ, the answer shows what the release says and
says no "yes".
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.answers.asking.bearing import alike, is_condition_mark, printed
from bot.answers.asking.evidence import covers
from bot.answers.asking.phrases import Sort
from bot.answers.asking.pieces import Piece
from bot.answers.asking.reading import Asked
from bot.answers.asking.spelling import is_hangul, stem, words_of
from bot.library.clauses import find_each
from bot.library.library import Library
from bot.library.quotes import plain_marks
from bot.model.release import Presence, Release, Statement
from bot.model.value import Words
from bot.model.vocabulary import Vocabulary

LINKS = frozenset(("of", "by", "from", "to", "with", "for", "against", "between"))
"""Words before a name that tell its role."""
NEAR_THE_VERB = 4
"""Words after a verb among which its object stands."""
NOTHING = Words(en="-", ko="-")
OCCASIONS = ("after", "when", "based on", "while", "following")
PLACED_BY = ("in", "at")
PLACED_TAILS = ("에서", "에서의")
RANKS = {"minister": ("ministers", "장관"), "(?:president|prime minister|leader)": ("leaders", "presidents", "정상")}
"""Ranks in which people are named together, as offices print them, and how one asks with them."""
TITLE_MOST = 4
"""Words of a title between such a word and the name."""
TO_DO = re.compile(r"\bto\s+([a-z]+)")
AND_DO = re.compile(r"\band(?:\s+to)?\s+([a-z]+)")


def is_worded_so(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether the words of an English claim have the order and the roles that they have in a statement."""
    if is_hangul(asked.text):
        return True
    return (
        _in_order(asked, statement, vocabulary) and _does_it(asked, statement, vocabulary) and _links(asked, statement)
    )


def is_of_those_named(library: Library, statement: Statement, content: tuple[Piece, ...]) -> bool:
    """Whether, where only somebody is named, that stands right behind the verb: "thanked ASEAN"."""
    if not all(p.is_a(Sort.PARTY, Sort.PERSON) and not p.is_a(Sort.TOPIC) for p in content):
        return True
    after = plain_marks(statement.quote).partition(plain_marks(statement.verb))[2]
    unquoted = after.partition('"')[0]  # the ASEAN of "support for “the ASEAN Outlook”" is not thanked
    near = " ".join(unquoted.split()[:NEAR_THE_VERB])
    return all(covers(library, statement.model_copy(update={"quote": near, "gist": NOTHING}), p) for p in content)


def is_of_that_rank(asked: Asked, statement: Statement, release: Release) -> bool:
    """Whether those who are asked about by their rank ("the ministers") are called so, or somebody of it attended."""
    typed = " ".join(piece.text for piece in asked.pieces if piece.is_a(Sort.JOINT))
    rank = next((english for english, words in RANKS.items() if any(word in typed for word in words)), None)
    if rank is None:
        return True
    attended = (p.office.printed for p in release.participants if p.office and p.presence is Presence.ATTENDED)
    own = re.compile(rf"(?<!vice )(?<!deputy )(?<!under)(?<!assistant )\b{rank}", re.IGNORECASE)
    labels = (statement.refers_to or statement.speaker or "", *attended)
    return any(own.search(label.replace("Foreign ", "")) for label in labels)


def asks_with_condition(asked: Asked, library: Library) -> bool:
    """Whether a question itself has a condition: then that is looked for among those of a statement."""
    if not is_hangul(asked.text):
        return bool(find_each((*library.vocabulary.grammar.conditions, *OCCASIONS), asked.text))
    return any(is_condition_mark(word, library.vocabulary) for word in asked.text.rstrip("?").split()[:-1])


def is_a_place(asked: Asked, piece: Piece) -> bool:
    """Whether a party is named as where something is: "in Seoul"."""
    if not piece.is_a(Sort.PARTY) or piece.is_a(Sort.TOPIC):
        return False
    before = [p.text for p, following in pairwise(asked.pieces) if following is piece]
    return piece.tail in PLACED_TAILS or any(text in PLACED_BY for text in before)


def is_printed(statement: Statement, piece: Piece) -> bool:
    """Whether the words of a piece stand in a statement, in either language."""
    own = printed(statement)
    return piece.text.replace(" ", "") in own.korean or all(word.stem in own.stems for word in piece.words)


def _in_order(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether the words that both have stand in one order, in the quote or in the gist."""
    after = _after_the_verb(asked)
    for text in (statement.quote, statement.gist.en):
        own = [word.stem for word in words_of(plain_marks(text))]
        places = [_place_of(word, own, vocabulary) for word in after]
        known = [place for place in places if place is not None]
        if known == sorted(known):
            return True
    return False


def _place_of(word: str, own: list[str], vocabulary: Vocabulary) -> int | None:
    """Where a word stands, if it stands once."""
    found = [i for i, other in enumerate(own) if other == word]
    if not found:
        same = alike(word, vocabulary.asking)
        found = [i for i, other in enumerate(own) if other in same]
    return found[0] if len(found) == 1 else None


def _after_the_verb(asked: Asked) -> list[str]:
    """The words of content after the verb of saying."""
    at = next((i for i, p in enumerate(asked.pieces) if p.is_a(Sort.ACT)), -1)
    rest = (p for p in asked.pieces[at + 1 :] if not p.is_bare_glue)
    return [word.stem for piece in rest for word in piece.words]


def _does_it(asked: Asked, statement: Statement, vocabulary: Vocabulary) -> bool:
    """Whether what is to be done is what the verb of saying leads to: "agreed to continue …", not "… to ensure"."""
    wanted = TO_DO.search(asked.text.lower())
    quote = plain_marks(statement.quote).lower()
    verb = plain_marks(statement.verb).lower()
    led_to = re.search(rf"{re.escape(verb)}\s+(?:\w+ly\s+)?to\s+([a-z]+)", quote)
    if wanted is None or led_to is None:
        return True
    done = {led_to[1], *AND_DO.findall(quote[led_to.end() :])}
    meant = {stem(wanted[1]), *alike(stem(wanted[1]), vocabulary.asking)}
    return any(stem(word) in meant for word in done)


def _links(asked: Asked, statement: Statement) -> bool:
    """Whether each party and person named after the verb hangs on what is said by the same little word."""
    own = printed(statement).english
    for before, piece in pairwise(asked.pieces):
        if before.text not in LINKS or not piece.is_a(Sort.PARTY, Sort.PERSON) or piece.is_a(Sort.TOPIC):
            continue
        name = " ".join(word.stem for word in piece.words)
        near = rf" {before.text} (?:(?!(?:{'|'.join(sorted(LINKS))}) )\w+ ){{0,{TITLE_MOST}}}{re.escape(name)} "
        if f" {name} " in own and not re.search(near, own):
            return False
    return True
