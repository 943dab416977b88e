"""A Korean gist names the parties of its quote, keeps its conditions and its "not", and adds no force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.force import force_faults
from bot.library.checks.gist import Gist
from bot.library.checks.gist_brackets import bracket_faults
from bot.library.checks.gist_english import HANGUL, MORE_THAN_A_LOOK, is_tentative
from bot.library.checks.gist_kept import kept_in_korean
from bot.library.checks.gist_listed import list_faults
from bot.library.checks.gist_parties import party_faults
from bot.library.checks.gist_people import people_faults
from bot.library.checks.gist_places import place_faults
from bot.library.checks.gist_turned import turned_faults
from bot.library.checks.gist_words import word_faults
from bot.library.clauses import find_each
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.library.stronger import as_printed
from bot.model.speech_acts import Act

DECIDED = re.compile(r"기로[ .]*$")
DECIDING = frozenset({Act.AGREEMENT, Act.COMMITMENT, Act.ENDORSEMENT, Act.SHARED_VIEW, Act.BACKGROUND, Act.INFORMATION})
"""Acts by which something may be decided."""
NEGATED = re.compile(r"않|못|없|아니|아닌|안 되|안 된|안 될|지 말|지 마(?:라|십|세)|반대|거부|금지")


def check_korean(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """The faults of a Korean gist."""
    grammar = reading.vocabulary.grammar
    statement = gist.statement
    if not HANGUL.search(gist.own):
        yield reading.fault(gist.place, "is not in Korean")
    if is_tentative(reading, statement) and not any(word in gist.own for word in grammar.tentative_ko):
        yield reading.fault(gist.place, MORE_THAN_A_LOOK)
    negated = find_each(grammar.negations, statement.quote)
    by_verb = find_each(grammar.negations, statement.verb) and not gist.is_background
    text = f"{gist.own} {gist.added}"
    if negated and not by_verb and not any(as_printed(word) in f" {text} " for word in grammar.negations_ko):
        yield reading.fault(gist.place, "the gist loses the negation of the quote")
    found = NEGATED.search(reading.lexicon.not_negated.sub(" ", gist.own))
    if found and not reading.lexicon.negating.search(plain_marks(statement.quote)):
        yield reading.fault(gist.place, f"the gist has a {found[0]!r} that the quote has not; leave it out")
    if DECIDED.search(gist.own) and statement.act not in DECIDING:
        yield reading.fault(gist.place, f"the gist ends in a decision ('…기로'), which {statement.act.value} is not")
    yield from _condition_faults(reading, gist)
    yield from kept_in_korean(reading, gist)
    yield from word_faults(reading, gist)
    yield from turned_faults(reading, gist)
    english = statement.quote if gist.is_background else f"{gist.content} {gist.derived}"
    yield from force_faults(reading, gist.place, gist.own, english)
    yield from force_faults(reading, gist.place, gist.added, gist.around)
    yield from party_faults(reading, gist)
    yield from people_faults(reading, gist)
    yield from place_faults(reading, gist)
    yield from list_faults(reading, gist)
    yield from bracket_faults(reading, gist)


def _condition_faults(reading: Reading, gist: Gist) -> Iterator[Fault]:
    """As many words of condition as there are conditions."""
    conditions = gist.statement.conditions
    if not conditions:
        return
    words = sorted(reading.vocabulary.grammar.conditions_ko, key=len, reverse=True)
    shown = len(re.findall("|".join(map(re.escape, words)), gist.own))
    if shown < len(conditions):
        lost = " and ".join(repr(condition) for condition in conditions)
        yield reading.fault(gist.place, f"the gist loses the condition {lost}: {shown} of {len(conditions)} are shown")
