"""What a typed topic or party means: its id, told by the answer that would be posted."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.answer import NotHeld, Outcome
from bot.chat import Answers
from bot.chat.discord.markdown import escaped
from bot.chat.discord.refusals import Declined
from bot.model.question import Choice, Kind, Question
from bot.model.value import Locale


def subject_ids(given: Mapping[str, str], answers: Answers, locale: Locale) -> dict[str, str]:
    """The ids of a topic and a side as typed. Raises Declined for what cannot be asked about."""
    options = {name: given[name] for name in ("topic", "side") if given.get(name)}
    if "topic" not in options:
        return {"side": one_of(Kind.SIDE, options["side"], answers, locale).id} if "side" in options else {}
    answer = answers.ask(Question("positions", options, locale)).answer
    if isinstance(answer, NotHeld):
        wrong = "side" if answer.kind is Kind.SIDE else "topic"
        raise Declined(f"refuse.{wrong}_unknown", typed=escaped(options[wrong]))
    if answer.outcome in (Outcome.AMBIGUOUS, Outcome.INVALID):
        raise Declined("refuse.topic_unknown", typed=escaped(options["topic"]))
    return {name: answer.question.options.get(name, typed) for name, typed in options.items()}


def one_of(kind: Kind, typed: str, answers: Answers, locale: Locale) -> Choice:
    """The topic or party of that id or name. Raises Declined for none, or for several."""
    found = answers.suggest(kind, typed, locale)
    wanted = typed.strip().casefold()
    same = [choice for choice in found if wanted in (choice.id, choice.label.casefold())]
    if len(same or found) != 1:
        wrong = "topic" if kind is Kind.TOPIC else "side"
        raise Declined(f"refuse.{wrong}_unknown", typed=escaped(typed))
    return (same or list(found))[0]
