"""What commands and options are called in one language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.language import Phrases
from bot.model.question import COMMANDS, Command, Option, Question


class Naming:
    """The names of commands and options in the language of some phrases."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def command(self, command: Command) -> str:
        """A command's name."""
        return self._phrases.say(f"command.{command.name}")

    def option(self, option: Option) -> str:
        """An option's name."""
        return self._phrases.say(f"option.{option.name}")

    def what(self, command: Command) -> str:
        """What a command answers, in a few words."""
        return self._phrases.say(f"help.what.{command.name}")

    def line(self, command: Command, values: Mapping[str, str]) -> str:
        """A slash line as one types it in this language."""
        options = [f"{self.option(o)}:{values[o.name]}" for o in command.options if o.name in values]
        return " ".join((f"/{self.command(command)}", *options))


def slash_line(question: Question) -> str:
    """The canonical slash line of a question: English names, options in the command's order."""
    command = next((c for c in COMMANDS if c.name == question.command), None)
    if command is None:
        return ""
    options = [f"{o.typed}:{question.options[o.name]}" for o in command.options if o.name in question.options]
    return " ".join((f"/{command.name}", *options))
