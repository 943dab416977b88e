"""Which saved announcement a person means, and whether the bot may post where it says."""

from __future__ import annotations

import discord

from bot.announcements.announcement import Announcement
from bot.announcements.refusals import NoSuchAnnouncement
from bot.chat.discord import announcement_words as words
from bot.chat.discord.conversations import Conversations, guild_of
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import channel_link
from bot.chat.discord.permissions import missing, needed_by
from bot.chat.discord.refusals import Declined
from bot.chat.discord.replies import Interaction

MENTION = ("mention_everyone",)
OWN = ("view_channel", "send_messages", "send_messages_in_threads", *MENTION)
"""What a person needs as well as the bot that posts for them."""


class Saved(Conversations):
    """The base of the desks of /announce."""

    async def explained(self, interaction: Interaction, typed: str) -> Announcement:
        """As `named`, and also one that is deleted."""
        try:
            return await self.named(interaction, typed)
        except NoSuchAnnouncement:
            return self._meant(interaction, typed, await self.newsroom.announcements.deleted(guild_of(interaction)))

    async def named(self, interaction: Interaction, typed: str) -> Announcement:
        """The announcement of this server that was meant: by its id, or by a title that only one has."""
        return self._meant(interaction, typed, await self.newsroom.announcements.of_guild(guild_of(interaction)))

    def _meant(self, interaction: Interaction, typed: str, saved: tuple[Announcement, ...]) -> Announcement:
        if found := next((one for one in saved if one.id == typed), None):
            return found
        phrases = self.phrases(interaction)
        wanted = typed.strip().casefold()
        titled = [one for one in saved if wanted == words.shown_title(one, phrases).casefold()]
        if len(titled) > 1:
            raise Declined("refuse.several_announcements", typed=escaped(typed))
        if not titled:
            raise NoSuchAnnouncement(typed)
        return titled[0]

    def title(self, interaction: Interaction, saved: Announcement) -> str:
        """Its title as Markdown."""
        return words.title_of(saved, self.phrases(interaction))


def ensure_allowed(interaction: Interaction, announcement: Announcement) -> tuple[str, ...]:
    """The permissions it needs where it is posted, all of which the bot has. Raises Declined for what it lacks."""
    wanted = needed_by(announcement, interaction.guild)
    ensure_permitted(interaction, announcement.place.channel, wanted)
    _ensure_own(interaction, announcement, wanted)
    return wanted


def _ensure_own(interaction: Interaction, announcement: Announcement, wanted: tuple[str, ...]) -> None:
    """Raises Declined for what the person may not do there: whoever may announce is given no more rights by it."""
    where = announcement.place.channel
    channel = interaction.guild.get_channel_or_thread(int(where)) if interaction.guild else None
    if channel is None or not isinstance(interaction.user, discord.Member):
        return
    held = channel.permissions_for(interaction.user)
    if lacking := tuple(name for name in wanted if name in OWN and not getattr(held, name)):
        if lacking == MENTION:
            raise Declined("refuse.your_mention", role=f"<@&{announcement.role}>", permissions=lacking)
        raise Declined("refuse.your_permissions", place=channel_link(where), permissions=lacking)


def ensure_permitted(interaction: Interaction, where: str, wanted: tuple[str, ...]) -> None:
    """Raises Declined for permissions that the bot does not have in a channel of the interaction's server."""
    place = channel_link(where)
    channel = interaction.guild.get_channel_or_thread(int(where)) if interaction.guild else None
    if channel is None:
        raise Declined("refuse.channel_unseen", place=place)
    if lacking := missing(channel, wanted):
        raise Declined("refuse.permissions", place=place, permissions=lacking)
