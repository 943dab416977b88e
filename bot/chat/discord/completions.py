"""The groups of commands, with what completes their options while they are typed."""

from __future__ import annotations

import logging

from discord import app_commands
from discord.app_commands import Choice

from bot.announcements.zones import zone_choices
from bot.chat import PhrasesOf, Suggest
from bot.chat.discord import announcement_words as words
from bot.chat.discord.announcing import Announcing
from bot.chat.discord.commands import CHOICES_MOST, Localized, clamped, completion
from bot.chat.discord.groups import BY_SERVERS, TABLES
from bot.chat.discord.replies import Interaction
from bot.chat.discord.slash_groups import Called, Complete, slash_group
from bot.model.question import Kind

log = logging.getLogger(__name__)


def slash_groups(phrases: PhrasesOf, announcing: Announcing, suggest: Suggest) -> list[app_commands.Group]:
    """Every group, each answered by its desk."""
    say = Localized(phrases)
    completions: dict[str, Complete] = {
        "topic": completion(Kind.TOPIC, suggest),
        "side": completion(Kind.SIDE, suggest),
        "zone": _zones,
        "announcement": _announcements(announcing),
    }
    desks: dict[str, Called] = {"announce": announcing.called}
    return [
        slash_group(name, TABLES[name][0], desk, say, completions, allowed_installs=BY_SERVERS, **TABLES[name][1])
        for name, desk in desks.items()
    ]


async def _zones(_: Interaction, typed: str) -> list[Choice[str]]:
    return [Choice(name=zone, value=zone) for zone in zone_choices(typed, CHOICES_MOST)]


def _announcements(desk: Announcing) -> Complete:
    async def complete(interaction: Interaction, typed: str) -> list[Choice[str]]:
        if interaction.guild_id is None:
            return []
        phrases = desk.phrases(interaction)
        saved = await desk.newsroom.announcements.of_guild(str(interaction.guild_id))
        titled = [(words.shown_title(one, phrases), one) for one in saved]
        wanted = typed.strip().casefold()
        fitting = [(title, one) for title, one in titled if wanted in title.casefold() or wanted == one.id]
        return [Choice(name=clamped(title), value=one.id) for title, one in fitting[:CHOICES_MOST]]

    return complete
