"""The cards of answers that say why there is none."""

from __future__ import annotations

from bot.answers.answer import Invalid, NotHeld, Reason, Unclear
from bot.answers.near import nearest
from bot.cards.card import Block, Line, code, span
from bot.cards.commands import Naming
from bot.cards.heads import OTHERS_SHOWN, answer_block, line_block
from bot.cards.language import Phrases
from bot.model.question import COMMANDS, Command, Kind, Option

WHO_KINDS = (Kind.SIDE, Kind.WHO, Kind.PERSON)
"""Kinds of options that all name somebody."""
QUOTED_MOST = 80
"""Characters of what was typed that are quoted back."""


def not_held_card(answer: NotHeld, phrases: Phrases) -> tuple[Block, ...]:
    """Where was looked, and what there is that was probably meant."""
    if answer.span is None or not answer.looked_at:
        return (answer_block(phrases.line("not_held.empty")),)
    first, last = (phrases.day(day) for day in answer.span)
    form = "in" if answer.within else "one" if answer.looked_at == 1 else "many"
    gaps: dict[str, str | int] = {"number": answer.looked_at, "first": first, "last": last, "id": answer.within or ""}
    kind = f"not_held.{answer.kind.value}.known" if answer.known else f"not_held.{answer.kind.value}"
    name = f"{kind}.{form}" if f"{kind}.{form}" in phrases.sentences else kind
    typed = _known(answer.known, phrases) if answer.known else _clip(answer.typed)
    looked = "" if answer.within else phrases.say(f"looked.{form}", **gaps)
    blocks = [answer_block(phrases.line(name, looked=looked, typed=typed, **gaps))]
    if answer.others.number:
        shown = phrases.some_of(list(answer.others.newest), OTHERS_SHOWN, of=answer.others.number)
        blocks.append(line_block((span(phrases.count("others", answer.others.number, ids=shown)),)))
    if answer.nearest and not answer.others.number:
        nearest = "; ".join(c.id if answer.kind is Kind.RELEASE else c.label for c in answer.nearest)
        blocks.append(line_block(phrases.line("not_held.nearest", nearest=nearest)))
    elif answer.kind is Kind.TOPIC and not answer.others.number:
        blocks.append(line_block(phrases.line("not_held.topics")))
    return tuple(blocks)


def _known(id_: str, phrases: Phrases) -> str:
    """The name of a party or a person as it stands in a sentence."""
    if id_ in phrases.vocabulary.parties:
        return phrases.the(id_)
    return phrases.vocabulary.people[id_].name_in(phrases.locale)


def unclear_card(answer: Unclear, phrases: Phrases) -> tuple[Block, ...]:
    """The choices, a line each."""
    lines: list[Line] = [phrases.line("unclear.choice", label=c.label, id=code(c.id)) for c in answer.choices]
    name = "unclear.one" if len(answer.choices) == 1 else "unclear" if answer.typed else "unclear.either"
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
        gaps["command"] = naming.command(command)
        gaps["options"] = " ".join(f"{naming.option(o)}:…" for o in command.options)
    gaps["nearest"] = _nearest(answer, command, naming) or ""
    return (answer_block((span(phrases.say(_sentence(answer, command, gaps["nearest"]), **gaps)),)),)


def _sentence(answer: Invalid, command: Command | None, near: str) -> str:
    """The name of the sentence: of one that lists options or offers a name, only where there are any."""
    name = f"invalid.{answer.reason.value}"
    if answer.reason in (Reason.NO_SUCH_OPTION, Reason.STRAY_WORDS) and command and not command.options:
        return f"{name}.none"
    if answer.reason in (Reason.NO_SUCH_OPTION, Reason.NO_SUCH_COMMAND) and near:
        return f"{name}.near"
    return name


def _nearest(answer: Invalid, command: Command | None, naming: Naming) -> str | None:
    """The command or the option that was probably meant."""
    typed = answer.values.get("typed", "")
    if answer.reason is Reason.NO_SUCH_COMMAND:
        return nearest(typed, [name for c in COMMANDS for name in (naming.command(c), c.name)])
    if answer.reason is not Reason.NO_SUCH_OPTION or command is None:
        return None
    alike = _named_alike(typed, command, naming)
    return naming.option(alike) if alike else nearest(typed, [naming.option(o) for o in command.options])


def _named_alike(typed: str, command: Command, naming: Naming) -> Option | None:
    """The command's own option for what another command has under the name typed: "who" is "said_by" in /verify."""
    others = (o for c in COMMANDS for o in c.options if typed.casefold() in (o.name, naming.option(o).casefold()))
    kind = next((o.kind for o in others), None)
    group = WHO_KINDS if kind in WHO_KINDS else (kind,)
    return next((o for o in command.options if o.kind in group), None)


def _clip(typed: str) -> str:
    return typed if len(typed) <= QUOTED_MOST else typed[: QUOTED_MOST - 1] + "…"
