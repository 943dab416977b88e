"""The card that says how to ask."""

from __future__ import annotations

from bot.answers.help import Help
from bot.cards.card import Block, code
from bot.cards.commands import Naming
from bot.cards.heads import answer_block, line_block
from bot.cards.language import Phrases
from bot.model.question import COMMANDS, Command


def help_card(answer: Help, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks: a line a command, with values that work on what is loaded."""
    naming = Naming(phrases)
    lines = [
        phrases.line("help.command", line=code(_example(command, answer, naming, phrases)), what=naming.what(command))
        for command in COMMANDS
    ]
    return (
        answer_block(phrases.line("help")),
        line_block(*lines),
        line_block(phrases.line("help.ids")),
        line_block(phrases.line("help.discord")),
    )


def _example(command: Command, answer: Help, naming: Naming, phrases: Phrases) -> str:
    values: dict[str, str] = {}
    if answer.topic:
        values["topic"] = phrases.topic(answer.topic)
    if answer.release:
        values["code"] = f"{answer.release.id} ¶1"
        values["side"] = phrases.party(answer.release.meeting.sides[0])
    shown = {o.name: values.get(o.name, "…") for o in command.options if o.required or o.name == "side"}
    return naming.line(command, shown)
