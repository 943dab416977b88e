"""The verb of a statement in Korean, as the vocabulary has it for that verb in that act: no stronger than printed."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.vocabulary import Vocabulary

FORMS_KEPT = 65_536
"""Printed verbs times forms that they were compared with: a few hundred of each."""
ADVERBS = re.compile(r"^(?:\w+ly\s+|also\s+|further\s+|once again\s+)+(?=\w)")
"""Before a verb: "strongly urged" is put into Korean as "urged" is, no stronger."""
NEGATED = "{root}하지 않음"


def korean_verb(statement: Statement, vocabulary: Vocabulary) -> str:
    """The verb in Korean, or the act's name where the vocabulary has none for it."""
    known = vocabulary.korean_verbs
    wanted = (statement.verb.casefold(), statement.act, statement.joint)
    if wanted not in known:
        known[wanted] = _korean(*wanted, vocabulary)
    return known[wanted]


def _korean(verb: str, act: Act, joint: bool, vocabulary: Vocabulary) -> str:  # noqa: FBT001 - one key of three parts
    grammar = vocabulary.grammar
    words = verb.split()
    negations = set(grammar.negations) & set(words)
    hedge = None if negations else grammar.hedge_in(verb)
    wanted = " ".join(words[max(words.index(negation) for negation in negations) + 1 :] if negations else words)
    if hedge:
        wanted = " ".join(f" {wanted} ".partition(f" {hedge[0]} ")[::2]).strip()
    bare = ADVERBS.sub("", wanted)
    best: tuple[int, str] | None = None
    for known in vocabulary.verbs:
        lengths = [len(form) for form in known.forms if _is_form(form, wanted) or _is_form(form, bare)]
        if not lengths:
            continue
        for use in known.uses:
            of_act = use.act is act or bool(negations or hedge)
            fits = of_act and use.sides in ("any", "joint" if joint else "one")
            if fits and (best is None or max(lengths) > best[0]):
                best = (max(lengths), use.ko)
    found = best[1] if best else vocabulary.acts[act].name.ko
    root = found.removesuffix("함")
    if best is None or root == found or not (negations or hedge):
        return found
    return NEGATED.format(root=root) if hedge is None else hedge[1].ko.format(root=root, verb=found)


@lru_cache(maxsize=FORMS_KEPT)
def _is_form(form: str, wanted: str) -> bool:
    pattern = r"\s+(?:\S+\s+){0,3}?".join(re.escape(part.strip()) for part in form.casefold().split("*"))
    return re.match(rf"{pattern}(?!\w)", wanted) is not None
