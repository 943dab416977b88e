"""Groups of slash commands, made from tables: their options, and what completes them, in both languages."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot.chat.discord.permissions import KINDS
from bot.chat.discord.replies import Interaction

Given = dict[str, str]
"""What was typed, as text: a channel or role by its id, yes and no as "yes" and ""."""
Complete = Callable[[Interaction, str], Coroutine[Any, Any, list[Choice[str]]]]
Called = Callable[[Interaction, str, Given], Awaitable[None]]
"""Answers a command of a group: the interaction, the command's name, and what was given."""
Say = Callable[[str], locale_str]
KIND_OF = "{}_kind"
"""Under this name stands which kind of channel was given."""


class AnyPlace(app_commands.Transformer):
    """A channel that can be posted in, whether or not the bot can see it."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """Discord shows channels."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Only these."""
        return list(KINDS)

    async def transform(self, interaction: Interaction, value: Any, /) -> Any:  # noqa: ANN401, ARG002 - discord.py's own
        """The channel as Discord describes it."""
        return value


PLACE = app_commands.Transform[Any, AnyPlace]


@dataclass(frozen=True)
class Field:
    """One option. With `choices` Discord lets one pick of these alone."""

    name: str
    annotation: Any = str
    required: bool = False
    choices: tuple[str, ...] = ()


def text_of(most: int) -> Any:  # noqa: ANN401 - an annotation
    """An option of at most so many characters."""
    return app_commands.Range[str, 1, most]


def slash_group(
    name: str,
    commands: Mapping[str, Sequence[Field]],
    called: Called,
    say: Say,
    completions: Mapping[str, Complete],
    **rules: Any,  # noqa: ANN401 - what discord.py's groups take
) -> app_commands.Group:
    """A group of commands, all answered by `called`; `completions` are by the option's name."""
    group = app_commands.Group(name=say(f"group.{name}.name"), description=say(f"group.{name}.what"), **rules)
    for command, fields in commands.items():
        completed = {field.name: completions[field.name] for field in fields if field.name in completions}
        group.add_command(_command(f"{name}.{command}", fields, called, say, completed))
    return group


def _command(
    path: str, fields: Sequence[Field], called: Called, say: Say, completed: Mapping[str, Complete]
) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: Interaction, **given: Any) -> None:  # noqa: ANN401 - as the fields say
        await called(interaction, path.partition(".")[2], _as_text(given))

    callback.__signature__ = _signature(fields)  # type: ignore[attr-defined] # discord.py reads options off a signature
    whole = app_commands.describe(**{field.name: say(f"given.{field.name}.what") for field in fields})(callback)
    whole = app_commands.rename(**{field.name: say(f"given.{field.name}") for field in fields})(whole)
    picked = {
        field.name: [Choice(name=say(f"given.{field.name}.{choice}"), value=choice) for choice in field.choices]
        for field in fields
        if field.choices
    }
    whole = app_commands.choices(**picked)(whole)
    whole = app_commands.autocomplete(**completed)(whole)
    return app_commands.Command(name=say(f"{path}.name"), description=say(f"{path}.what"), callback=whole)


def _signature(fields: Sequence[Field]) -> inspect.Signature:
    keyword = inspect.Parameter.KEYWORD_ONLY
    typed = [
        inspect.Parameter(field.name, keyword, annotation=field.annotation)
        if field.required
        else inspect.Parameter(field.name, keyword, annotation=field.annotation | None, default=None)
        for field in fields
    ]
    interaction = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Interaction)
    return inspect.Signature([interaction, *typed])


def _as_text(given: Mapping[str, Any]) -> Given:
    read: Given = {}
    for name, value in given.items():
        match value:
            case None:
                continue
            case bool():
                read[name] = "yes" if value else ""
            case app_commands.AppCommandChannel() | app_commands.AppCommandThread():
                read[name] = str(value.id)
                read[KIND_OF.format(name)] = KINDS[value.type].value
            case discord.Role():
                read[name] = str(value.id)
            case _:
                read[name] = str(value)
    return read
