"""The groups of commands, with what completes their options while they are typed."""

from __future__ import annotations

from dataclasses import dataclass

from discord import app_commands
from discord.app_commands import Choice

from bot.announcements.announcement import FollowKind
from bot.announcements.zones import zone_choices
from bot.chat import PhrasesOf, Suggest
from bot.chat.discord import announcement_words as words
from bot.chat.discord.announcing import Announcing
from bot.chat.discord.choosing import Choosing
from bot.chat.discord.commands import CHOICES_MOST, Localized, choices_of, clamped, completion, locale_of
from bot.chat.discord.following import Following, follow_label
from bot.chat.discord.groups import BY_SERVERS, TABLES
from bot.chat.discord.replies import Interaction
from bot.chat.discord.slash_groups import Called, Complete, slash_group
from bot.model.question import Kind

EXPLAIN = ("history", "why")
"""These speak also of announcements that are deleted."""


@dataclass(frozen=True)
class Desks:
    """Where the groups are answered."""

    announcing: Announcing
    following: Following
    choosing: Choosing


def slash_groups(phrases: PhrasesOf, desks: Desks, suggest: Suggest) -> list[app_commands.Group]:
    """Every group, each answered by its desk."""
    say = Localized(phrases)
    completions: dict[str, Complete] = {
        "topic": completion(Kind.TOPIC, suggest),
        "side": completion(Kind.SIDE, suggest),
        "zone": _zones,
        "announcement": _announcements(desks.announcing),
        "subject": _subjects(desks.following, suggest),
        "followed": _follows(desks.following),
    }
    called: dict[str, Called] = {
        "announce": desks.announcing.called,
        "follow": desks.following.called,
        "settings": desks.choosing.called,
        "admin": desks.choosing.called,
    }
    return [
        slash_group(name, tables, called[name], say, completions, allowed_installs=BY_SERVERS, **rules)
        for name, (tables, rules) in TABLES.items()
    ]


async def _zones(_: Interaction, typed: str) -> list[Choice[str]]:
    return [Choice(name=zone, value=zone) for zone in zone_choices(typed, CHOICES_MOST)]


def _announcements(desk: Announcing) -> Complete:
    async def complete(interaction: Interaction, typed: str) -> list[Choice[str]]:
        if interaction.guild_id is None:
            return []
        phrases = desk.phrases(interaction)
        guild, book = str(interaction.guild_id), desk.newsroom.announcements
        titled = [(words.shown_title(one, phrases), one) for one in await book.of_guild(guild)]
        if interaction.command and interaction.command.name in EXPLAIN:
            gone = [(words.shown_title(one, phrases), one) for one in await book.deleted(guild)]
            titled += [(phrases.say("announce.deleted_one", title=title), one) for title, one in gone[::-1]]
        wanted = typed.strip().casefold()
        fitting = [(title, one) for title, one in titled if wanted in title.casefold() or wanted == one.id]
        return [Choice(name=clamped(title), value=one.id) for title, one in fitting[:CHOICES_MOST]]

    return complete


def _subjects(desk: Following, suggest: Suggest) -> Complete:
    async def complete(interaction: Interaction, typed: str) -> list[Choice[str]]:
        kind = getattr(interaction.namespace, "kind", "")
        if kind == FollowKind.SERIES:
            wanted = typed.strip().casefold()
            series = [one for one in desk.newsroom.series() if wanted in one]
            return [Choice(name=one, value=one) for one in series[:CHOICES_MOST]]
        asked = Kind.SIDE if kind == FollowKind.PARTY else Kind.TOPIC
        return choices_of(asked, typed, locale_of(interaction), suggest)

    return complete


def _follows(desk: Following) -> Complete:
    async def complete(interaction: Interaction, typed: str) -> list[Choice[str]]:
        phrases, wanted = desk.phrases(interaction), typed.strip().casefold()
        labelled = [(follow_label(one, phrases), one) for one in await desk.seen_by(interaction)]
        fitting = [(label, one) for label, one in labelled if wanted in label.casefold()]
        return [Choice(name=clamped(label), value=one.id) for label, one in fitting[:CHOICES_MOST]]

    return complete
