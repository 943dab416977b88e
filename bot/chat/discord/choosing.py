"""/settings and /admin: a server's choices, one's own, and loading the releases again."""

from __future__ import annotations

from dataclasses import replace

import discord

from bot.announcements.announcement import GuildSettings, PersonalSettings, PlaceKind, Unsure
from bot.announcements.zones import read_zone
from bot.cards.language import Phrases
from bot.chat.discord.commands import ME
from bot.chat.discord.conversations import Conversations, guild_of
from bot.chat.discord.drafts import NO_LANGUAGE
from bot.chat.discord.following import ensure_manager
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import channel_link
from bot.chat.discord.permissions import needed
from bot.chat.discord.refusals import Declined
from bot.chat.discord.replies import Interaction
from bot.chat.discord.saved import ensure_permitted
from bot.chat.discord.slash_groups import Given

FAULT_MOST = 500


class Choosing(Conversations):
    """Answers /settings and /admin."""

    async def called(self, interaction: Interaction, name: str, given: Given) -> None:
        """Answers one command of /settings or /admin."""
        talks = {"server": self._server, "personal": self._personal, "show": self._show, "reload": self._reload}
        await self.hold(interaction, name, lambda: talks[name](interaction, given))

    async def _server(self, interaction: Interaction, given: Given) -> None:
        guild = guild_of(interaction)
        ensure_manager(interaction)
        if "log_channel" in given:
            ensure_permitted(interaction, given["log_channel"], needed(PlaceKind(given["log_channel_kind"])))
        before = await self.newsroom.choices.of_guild(guild)
        chosen = replace(
            before,
            locale=given.get("language", before.locale).replace(NO_LANGUAGE, ""),
            zone=read_zone(given["zone"]) if "zone" in given else before.zone,
            visible_to=given.get("visible_to", before.visible_to),
            log_channel=given.get("log_channel", before.log_channel),
            unsure=Unsure(given.get("when_unsure", before.unsure.value)),
        )
        await self.newsroom.choices.save_guild(chosen)
        await self._shown(interaction, saved=True)

    async def _personal(self, interaction: Interaction, given: Given) -> None:
        chosen = PersonalSettings(str(interaction.user.id), given["language"].replace(NO_LANGUAGE, ""))
        await self.newsroom.choices.save_person(chosen)
        await self._shown(interaction, saved=True)

    async def _show(self, interaction: Interaction, given: Given) -> None:
        del given
        await self._shown(interaction, saved=False)

    async def _shown(self, interaction: Interaction, *, saved: bool) -> None:
        """Replies with what is chosen, in the language that is chosen now."""
        await self._desk.tune(interaction)
        phrases = self.phrases(interaction)
        lines = [phrases.say("settings.saved")] if saved else []
        if interaction.guild_id is not None:
            settings = await self.newsroom.choices.of_guild(str(interaction.guild_id))
            lines.extend(server_lines(settings, phrases))
        own = await self.newsroom.choices.of_person(str(interaction.user.id))
        lines.extend((phrases.say("settings.own"), _language(own.locale, phrases)))
        await self.tell(interaction, lines)

    async def _reload(self, interaction: Interaction, given: Given) -> None:
        del given
        if interaction.user.id not in owners(interaction.client):
            raise Declined("refuse.owner_only")
        found = await self.newsroom.reload()
        if found.faults:
            first = escaped(found.faults[0][:FAULT_MOST])
            await self.say(interaction, "admin.faults", number=len(found.faults), first=first)
            return
        counts = {"new": found.new, "edited": found.edited, "withdrawn": found.withdrawn}
        await self.say(interaction, "admin.reloaded", number=found.releases, **counts)


def owners(client: discord.Client) -> frozenset[int]:
    """Who runs the bot: the application's owner, or the members of the team that owns it."""
    application = client.application
    if application is None:
        return frozenset()
    team = application.team
    return frozenset(member.id for member in team.members) if team else frozenset({application.owner.id})


def server_lines(settings: GuildSettings, phrases: Phrases) -> list[str]:
    """A server's choices, a line each."""
    log = channel_link(settings.log_channel) if settings.log_channel else phrases.say("settings.log.none")
    return [
        phrases.say("settings.heading"),
        _language(settings.locale, phrases),
        phrases.say("settings.zone", zone=settings.zone.key),
        phrases.say("settings.visible", who=phrases.say(f"given.visible_to.{settings.visible_to or ME}")),
        phrases.say("settings.log", place=log),
        phrases.say("settings.unsure", choice=phrases.say(f"given.when_unsure.{settings.unsure.value}")),
    ]


def _language(locale: str, phrases: Phrases) -> str:
    name = phrases.say(f"language.{locale}") if locale else phrases.say("settings.language.none")
    return phrases.say("settings.language", language=name)
