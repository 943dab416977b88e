"""What commands and options are called in one language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cards.language import Phrases
from bot.model.question import COMMANDS, Command, Kind, Option, Question
from bot.model.speech_acts import Act
from bot.model.value import Locale


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
        options = [f"{self.option(o)}:{self._value(o, values[o.name])}" for o in command.options if o.name in values]
        return " ".join((f"/{self.command(command)}", *options))

    def _value(self, option: Option, value: str) -> str:
        """What one types for an option in this language: in Korean a name for an id or a word of English."""
        if self._phrases.locale is Locale.EN:
            return value
        return self._called(option.kind, value) or self._phrases.sentences.get(f"typed.{value}", value)

    def _called(self, kind: Kind, id_: str) -> str | None:
        """The Korean name of an id, one that leads back to it."""
        known = self._phrases.vocabulary
        if kind is Kind.TOPIC and id_ in known.topics:
            return known.topics[id_].name.ko
        if kind is Kind.ISSUER and id_ in known.issuers:
            return known.issuers[id_].name.ko
        if kind is Kind.ACT and id_ in {act.value for act in known.acts}:
            return known.acts[Act(id_)].name.ko
        if kind in (Kind.SIDE, Kind.WHO) and id_ in known.parties:
            return self._phrases.party(id_)
        person = known.people.get(id_) if kind in (Kind.SIDE, Kind.WHO, Kind.PERSON) else None
        if person is None:
            return None
        whole = person.other_script and not person.other_script.part
        return person.other_script.name if person.other_script and whole else person.name


def slash_line(question: Question) -> str:
    """The canonical slash line of a question: English names, options in the command's order."""
    command = next((c for c in COMMANDS if c.name == question.command), None)
    if command is None:
        return ""
    options = [f"{o.typed}:{question.options[o.name]}" for o in command.options if o.name in question.options]
    return " ".join((f"/{command.name}", *options))
