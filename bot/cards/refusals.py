"""The cards of answers that say why there is none."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.answers.answer import Invalid, NotHeld, Reason, Unclear
from bot.cards.card import Block, Line, code, span
from bot.cards.commands import Naming
from bot.cards.heads import answer_block, line_block
from bot.cards.language import Phrases
from bot.model.question import COMMANDS, Kind

QUOTED_MOST = 80
"""Characters of what was typed that are quoted back."""


def not_held_card(answer: NotHeld, phrases: Phrases) -> tuple[Block, ...]:
    """Where was looked, and the nearest that there is."""
    if answer.span is None or not answer.looked_at:
        return (answer_block(phrases.line("not_held.empty")),)
    first, last = (phrases.day(day) for day in answer.span)
    form = "one" if answer.looked_at == 1 else "many"
    looked = phrases.say(f"looked.{form}", number=answer.looked_at, first=first, last=last)
    blocks = [answer_block(phrases.line(f"not_held.{answer.kind.value}", looked=looked, typed=_clip(answer.typed)))]
    if answer.nearest:
        nearest = "; ".join(c.id if answer.kind is Kind.RELEASE else c.label for c in answer.nearest)
        blocks.append(line_block(phrases.line("not_held.nearest", nearest=nearest)))
    return tuple(blocks)


def unclear_card(answer: Unclear, phrases: Phrases) -> tuple[Block, ...]:
    """The choices, a line each."""
    lines: list[Line] = [phrases.line("unclear.choice", label=c.label, id=code(c.id)) for c in answer.choices]
    name = "unclear.one" if len(answer.choices) == 1 else "unclear"
    return (answer_block(phrases.line(name, typed=_clip(answer.typed))), line_block(*lines))


def invalid_card(answer: Invalid, phrases: Phrases) -> tuple[Block, ...]:
    """One sentence that says what to do."""
    naming = Naming(phrases)
    gaps = {name: _clip(value) for name, value in answer.values.items()}
    command = next((c for c in COMMANDS if c.name == gaps.get("command", answer.question.command)), None)
    named = command.option(gaps.get("option", "")) if command else None
    if named:
        gaps["option"] = naming.option(named)
    if command:
        gaps["options"] = " ".join(f"{naming.option(o)}:…" for o in command.options) or "—"
    if answer.reason is Reason.NO_SUCH_COMMAND:
        gaps["nearest"] = _nearest_command(gaps.get("typed", ""), naming)
    return (answer_block((span(phrases.say(f"invalid.{answer.reason.value}", **gaps)),)),)


def _nearest_command(typed: str, naming: Naming) -> str:
    names = {naming.command(c): f"{naming.command(c)} {c.name} {naming.what(c)}" for c in COMMANDS}
    best = process.extractOne(typed.casefold(), names, scorer=fuzz.partial_token_set_ratio)
    found = process.extractOne(typed.casefold(), list(names), scorer=fuzz.WRatio)
    if found[1] >= best[1]:
        return str(found[0])
    return str(best[2])


def _clip(typed: str) -> str:
    return typed if len(typed) <= QUOTED_MOST else typed[: QUOTED_MOST - 1] + "…"
