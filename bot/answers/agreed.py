"""What was agreed together, what was only seen alike, and what one side alone agreed to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import About, Answer, NotHeld, Outcome
from bot.answers.asked import asked_release, asked_topic, with_ids
from bot.library.agreed_deeds import is_agreed_deed
from bot.library.index.terms import Wanted
from bot.library.library import Library
from bot.model.question import Kind, Question, Subject
from bot.model.release import Statement
from bot.model.speech_acts import Act

AGREEMENT = Wanted(act=Act.AGREEMENT)
AGREEING = frozenset({"agree", "accept", "concur", "consent", "share"})


@dataclass(frozen=True)
class Agreed(Answer):
    """Joint agreements; apart from them shared views, one side's "agreed", and, in a denial, what else was said."""

    about: About
    agreements: tuple[Statement, ...]
    weakened: tuple[Statement, ...]
    """Joint, but agreed only tentatively, in principle or in part."""
    shared_views: tuple[Statement, ...]
    one_sided: tuple[Statement, ...]
    refused: tuple[Statement, ...]
    """What the release says was not agreed."""
    otherwise: tuple[Statement, ...] = ()
    subject: Subject | None = None


def agreed(question: Question, library: Library) -> Answer:
    """The answer to ``/agreed [topic] [release]``."""
    if "topic" in question.options:
        return _on_topic(question, library)
    release = asked_release(question, library)
    chosen = release or library.newest_with(None, AGREEMENT) or library.newest()
    if chosen is None:
        return NotHeld(question, Outcome.NOT_STATED, Kind.RELEASE, "", 0, None)
    others = library.others_with(None, chosen.id, AGREEMENT)
    question = with_ids(question, release=release.id if release else None)
    return _sorted(library, question, About(chosen, others, library.accounts_of(chosen)), chosen.statements, None)


def _is_weakened(statement: Statement, library: Library) -> bool:
    """Whether sides agreed on something with a word beside it that makes it less: "tentatively agreed"."""
    words = f" {statement.verb.casefold()} "
    hedges = library.vocabulary.grammar.weakened
    return any(f" {word} " in words for hedge in hedges for word in hedge.en) and "agree" in words


def _on_topic(question: Question, library: Library) -> Answer:
    found = asked_topic(question, library, AGREEMENT)
    return _sorted(library, found.question, found.about, found.statements, found.subject)


def _sorted(
    library: Library,
    question: Question,
    about: About,
    statements: tuple[Statement, ...],
    subject: Subject | None,
) -> Agreed:
    grammar = library.vocabulary.grammar
    agreements = tuple(s for s in statements if s.act is Act.AGREEMENT or is_agreed_deed(s, grammar))
    joint = tuple(s for s in statements if s.act is Act.SHARED_VIEW and s not in agreements)
    weakened = tuple(s for s in joint if _is_weakened(s, library))
    shared = tuple(s for s in joint if s not in weakened)
    one_sided = tuple(s for s in statements if s.act is Act.ENDORSEMENT)
    negations = set(grammar.negations)
    refused = tuple(s for s in statements if AGREEING & set(s.verb.split()) and negations & set(s.verb.split()))
    denied = not agreements
    shown = {s.id for s in (*joint, *one_sided, *refused)}
    otherwise: tuple[Statement, ...] = ()
    if denied and subject:
        rest = [s for s in statements if s.id not in shown]
        otherwise = tuple(s for s in rest if s.act is not Act.BACKGROUND) or (() if shown else tuple(rest))
    only_a_view = (
        any(word.startswith("agree") for s in shared for word in s.verb.split()) and not refused
    )  # "agreed on the need for"
    outcome = Outcome.DENIED if denied and not (subject and only_a_view) else Outcome.ANSWERED
    return Agreed(question, outcome, about, agreements, weakened, shared, one_sided, refused, otherwise, subject)
