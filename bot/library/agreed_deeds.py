"""What is agreed on: that something will be done, or that it is so.

"Agreed that a fund would be set up" is an agreement, as "agreed to set up a fund" is. "Agreed that a fund is needed" or
"would help" is a view that two sides share.
"""

from __future__ import annotations

import re

from bot.library.clauses import find_each
from bot.library.quotes import plain_marks
from bot.model.release import Statement
from bot.model.speech_acts import Act, Grammar

THAT = re.compile(r"\s*(?:,[^,.;]{1,80},)?\s*that\s+", re.IGNORECASE)
FIRST_FINITE = re.compile(
    r"\b(would|will|shall|should|could|can|may|might|must|ought|is|are|was|were|has|have|had|does|do|did)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
TO_COME = frozenset(("would", "will", "shall"))
ADVERBS = re.compile(r"(?:not|also|each|both|jointly|\w+ly)\s+", re.IGNORECASE)
DONE = re.compile(r"be\s+(?:\w+ly\s+)?(?P<participle>[a-z-]+)", re.IGNORECASE)
PARTICIPLE = re.compile(
    r"(?!(?:open|even|often|then|when|own)\b)(?:\w+(?:ed|en|wn)|set|held|built|made|put|kept|sent|brought|given|taken|begun|led|met|cut|spent|paid|laid|drawn"
    r"|done|told|shut|sold|bought|found|left)$",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]+", re.IGNORECASE)
AGREEING = ("agreed", "agree", "agrees", "decided", "decide", "decides")


def is_to_be_done(following: str, grammar: Grammar) -> bool:
    """Whether what follows a verb of agreeing is "that …" with a deed to come."""
    opened = THAT.match(following)
    found = FIRST_FINITE.search(following, opened.end()) if opened else None
    if opened is None or found is None or found[1].lower() not in TO_COME:
        return False
    subject, rest = following[opened.end() : found.start()], found["rest"].lstrip()
    while adverb := ADVERBS.match(rest):
        rest = rest[adverb.end() :]
    if rest.lower().startswith("be "):
        done = DONE.match(rest)
        participle = done["participle"].lower() if done else ""
        return PARTICIPLE.match(participle) is not None and participle not in grammar.states
    verb = WORD.match(rest)
    if verb is None or verb[0].lower() in grammar.states:
        return False
    doers = (*grammar.joint_labels, *(word for word in grammar.pronouns if word != "it"))
    return verb[0].lower() not in grammar.effects or bool(find_each(doers, subject))


def is_agreed_deed(statement: Statement, grammar: Grammar) -> bool:
    """Whether a joint view is by its own words an agreement on a deed to come: "agreed that a fund would be set up"."""
    verb = plain_marks(statement.verb)
    if statement.act is not Act.SHARED_VIEW or not statement.joint or verb.split()[-1].lower() not in AGREEING:
        return False
    weak = (word for hedges in (grammar.weakened, grammar.unreal) for hedge in hedges for word in hedge.en)
    if find_each((*weak, *grammar.negations), verb):
        return False
    _, _, following = plain_marks(statement.quote).partition(verb)
    return is_to_be_done(following, grammar)
