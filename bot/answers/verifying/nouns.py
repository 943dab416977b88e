"""The noun that stands as a subject before a verb or after it: enough to see who is named, without a parser."""

from __future__ import annotations

import re

from bot.library.clauses import ADVERB

CLAUSE = re.compile(
    r"[,;:.()~\"“”]|\b(?:that|while|whereas|but|when|because|whether|if|how|why|where|though|although|since|as|then)\b"
    r"|\band\s+(?=(?:it|he|she|they)\b)",
    re.IGNORECASE,
)
"""What parts one clause from the next."""
PREPOSITION = re.compile(
    r"\s+(?:at|in|on|during|after|before|from|with|to|by|for|about|regarding|concerning|at|via|through|under|today"
    r"|yesterday|earlier|later|once|again|has|have|had|did|does|do|will|would|is|was|were|are|also|not|never)\b.*$",
    re.IGNORECASE,
)
"""After a noun: what belongs to it no more. "Of" does."""
LEADS = re.compile(
    r"^(?:(?:in (?:response|turn|reply|addition|particular)|on behalf of|and|or|so|also|did|does|do|has|have|had|will"
    r"|would|yesterday|today|meanwhile|later|earlier|is it true|really|actually|was|were|is|are|\w+ly)\b\s*)+",
    re.IGNORECASE,
)
AT_FIRST = re.compile(r"^(?:at|in|on|during|after|before|from|with|by|for|about|regarding|to|as)\b", re.IGNORECASE)
BEGINS_NOUN = re.compile(r"^(?:(?:the|an?)\b|[A-Z0-9])")
NOUN_WORDS_MOST = 9


def last_clause(before: str) -> str:
    """The words of the clause that a text ends with, without what leads to its subject."""
    plain = before.rstrip(" ,\"'")
    return LEADS.sub("", CLAUSE.split(plain)[-1].strip())


def noun_before(ahead: str) -> str:
    """The noun right before a verb; nothing where none can be told."""
    clause = _without_adverbs(last_clause(ahead))
    if AT_FIRST.match(clause):
        _, the, noun = clause.rpartition(" the ")
        clause = f"the {noun}" if the else ""
    noun = PREPOSITION.sub("", clause)
    return noun if len(noun.split()) <= NOUN_WORDS_MOST else ""


def noun_after(after: str) -> str:
    """The noun right after a verb that a quote stands before; nothing where another word follows."""
    text = re.sub(r"^by\s+", "", after.strip(" ,"))
    if not BEGINS_NOUN.match(text):
        return ""
    return PREPOSITION.sub("", CLAUSE.split(text)[0].strip())


def _without_adverbs(words: str) -> str:
    """Some words without the adverbs and auxiliaries that they end with."""
    found = words.split()
    while found and ADVERB.fullmatch(found[-1]):
        found.pop()
    return " ".join(found)
