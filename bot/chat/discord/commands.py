"""The slash commands, made from the table of commands: names and descriptions in both languages.

Options may arrive as ids, as labels or as raw text, whatever was picked while typing
(https://github.com/discord/discord-api-docs/issues/5749); all of it is passed on as it came.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot.chat import PhrasesOf, Suggest
from bot.chat.discord.replies import Interaction
from bot.model.question import COMMANDS, FORMS, Command, Kind, Option
from bot.model.value import Locale

CHOICES_MOST = 25
CHOICE_MOST = 100
TYPED_MOST = 200
"""Characters that Discord lets one type into an option; no name is longer."""
TEXT_MOST = 4_000
"""Characters of a quote or of words to look for; no fewer than the answers read."""
VISIBLE_TO = "visible_to"
ME, EVERYONE = "me", "everyone"
ANYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
ANYBODY = app_commands.AppInstallationType(guild=True, user=True)

Asked = Callable[[Interaction, Command, dict[str, str], str | None], Awaitable[None]]
"""Answers a command: the interaction, the command, what was typed, and who is to see it, where that was said."""
Checked = Callable[[Interaction, discord.Message], Awaitable[None]]
"""Answers the menu of a message."""
SlashCommand = app_commands.Command[Any, ..., None]


class InBothLanguages(app_commands.Translator):
    """Hands Discord the Korean wording that each name carries with it."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The Korean wording; None for every language that has none of its own."""
        del context
        return str(string.extras["ko"]) if locale is discord.Locale.korean else None


TUNED = "locale"
"""Under this name an interaction remembers the language that its person or server has chosen."""


def locale_of(interaction: Interaction) -> Locale:
    """The language to answer in: the chosen one, else Korean for a Korean Discord, else English."""
    if chosen := interaction.extras.get(TUNED):
        return Locale(chosen)
    return Locale.KO if interaction.locale is discord.Locale.korean else Locale.EN


def slash_commands(phrases: PhrasesOf, asked: Asked, suggest: Suggest) -> list[SlashCommand]:
    """Every command of the table, answered by ``asked``, its options completed by ``suggest``."""
    say = Localized(phrases)
    return [_slash_command(command, say, asked, suggest) for command in COMMANDS]


def message_menu(phrases: PhrasesOf, checked: Checked) -> app_commands.ContextMenu:
    """The entry in the menu of every message that checks its quotes."""

    async def callback(interaction: Interaction, message: discord.Message) -> None:
        await checked(interaction, message)

    return app_commands.ContextMenu(
        name=Localized(phrases)("menu.check"),
        callback=callback,
        allowed_contexts=ANYWHERE,
        allowed_installs=ANYBODY,
    )


def _slash_command(command: Command, say: Localized, asked: Asked, suggest: Suggest) -> SlashCommand:
    async def callback(interaction: Interaction, **typed: str | None) -> None:
        seen_by = typed.pop(VISIBLE_TO, None)
        await asked(interaction, command, {name: text for name, text in typed.items() if text is not None}, seen_by)

    names = [option.name for option in command.options]
    callback.__signature__ = _signature(command)  # type: ignore[attr-defined] # discord.py reads options off a signature
    described = {name: say(f"option.what.{name}") for name in (*names, VISIBLE_TO)}
    renamed = {name: say(f"option.{name}") for name in (*names, VISIBLE_TO)}
    choices = {VISIBLE_TO: [Choice(name=say(f"option.{VISIBLE_TO}.{value}"), value=value) for value in (ME, EVERYONE)]}
    forms = [Choice(name=locale_str(form.upper(), ko=form.upper()), value=form) for form in FORMS]
    choices |= {option.name: forms for option in command.options if option.kind is Kind.FORM}
    completed = {option.name: completion(option.kind, suggest) for option in command.options if not option.kind.is_free}
    whole = app_commands.describe(**described)(callback)
    whole = app_commands.rename(**renamed)(whole)
    whole = app_commands.choices(**choices)(whole)
    whole = app_commands.autocomplete(**completed)(whole)
    return app_commands.Command(
        name=say(f"command.{command.name}"),
        description=say(f"help.what.{command.name}"),
        callback=whole,
        allowed_contexts=ANYWHERE,
        allowed_installs=ANYBODY,
    )


def _signature(command: Command) -> inspect.Signature:
    """The command's options as a function's parameters; discord.py puts required ones first."""
    typed = [_parameter(option) for option in command.options]
    visible_to = inspect.Parameter(VISIBLE_TO, inspect.Parameter.KEYWORD_ONLY, annotation=str | None, default=None)
    interaction = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Interaction)
    return inspect.Signature([interaction, *typed, visible_to])


def _parameter(option: Option) -> inspect.Parameter:
    text = app_commands.Range[str, 1, TEXT_MOST if option.kind.is_free else TYPED_MOST]
    if option.kind is Kind.FORM:
        return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, annotation=str | None, default=None)
    if option.required:
        return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, annotation=text)
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, annotation=text | None, default=None)


class Localized:
    """Sentences that carry their Korean wording with them."""

    def __init__(self, phrases: PhrasesOf) -> None:
        self._en, self._ko = phrases(Locale.EN), phrases(Locale.KO)

    def __call__(self, sentence: str) -> locale_str:
        """The sentence of that name."""
        return locale_str(self._en.say(sentence), ko=self._ko.say(sentence))


def completion(kind: Kind, suggest: Suggest) -> Callable[[Interaction, str], Coroutine[Any, Any, list[Choice[str]]]]:
    """What completes an option that names something of the library."""

    async def complete(interaction: Interaction, typed: str) -> list[Choice[str]]:
        return choices_of(kind, typed, locale_of(interaction), suggest)

    return complete


def choices_of(kind: Kind, typed: str, locale: Locale, suggest: Suggest) -> list[Choice[str]]:
    """What Discord shows while an option is typed: with more or longer choices it would silently show none."""
    found = suggest(kind, typed[:TYPED_MOST], locale)
    fitting = [choice for choice in found if len(choice.id) <= CHOICE_MOST]
    return [Choice(name=clamped(choice.label), value=choice.id) for choice in fitting[:CHOICES_MOST]]


def clamped(label: str) -> str:
    """A label within what Discord shows of it."""
    return label if len(label) <= CHOICE_MOST else label[: CHOICE_MOST - 1] + "…"
