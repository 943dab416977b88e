"""Before an announcement is saved: a form, the post exactly as it will look, Save and Cancel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import discord

from bot.announcements.announcement import DEFAULT_ZONE, Announcement, Content, ContentKind, Place, PlaceKind
from bot.announcements.planning import scheduled
from bot.announcements.publisher import Post
from bot.announcements.refusals import AlreadyThere
from bot.announcements.schedule import Weekly, next_run
from bot.announcements.schedule_text import LONGEST_TEXT, rule_text
from bot.chat.discord import announcement_words as words
from bot.chat.discord.commands import locale_of
from bot.chat.discord.components import ButtonStyle, Layout, button, row
from bot.chat.discord.conversations import box, guild_of
from bot.chat.discord.custom_ids import CANCEL, FORM, SAVE, draft_id
from bot.chat.discord.drafts import (
    TITLED_MOST,
    Draft,
    drafted,
    ensure_runs,
    read_draft,
    read_form,
    written,
    written_form,
)
from bot.chat.discord.moments import moment
from bot.chat.discord.posts import post_components
from bot.chat.discord.refusals import Declined
from bot.chat.discord.replies import Interaction, reply, reply_in_place, sent_surely
from bot.chat.discord.saved import Saved, ensure_allowed
from bot.chat.discord.slash_groups import Given
from bot.chat.discord.subjects import subject_ids
from bot.chat.discord.view import sentence_view

FORM_TITLE_MOST = 45
ZONE_MOST = 60
FORM_FIELDS = (("when", LONGEST_TEXT), ("zone", ZONE_MOST), ("title", TITLED_MOST))


class Drafting(Saved):
    """Shows what would be saved, keeps it until then, and saves it."""

    async def open_form(self, interaction: Interaction, given: Given, saved: Announcement | None) -> None:
        """Asks for what was not given; over a saved announcement its values stand there already."""
        phrases = self.phrases(interaction)
        if saved:
            given = {"announcement": saved.id, "version": str(saved.version)}
        key = await self._park(written_form(given, str(interaction.user.id)))
        form = discord.ui.Modal(title=phrases.say("announce.form")[:FORM_TITLE_MOST], custom_id=draft_id(FORM, key))
        before = {"when": rule_text(saved.rule), "zone": saved.zone.key, "title": saved.title} if saved else {}
        for name, most in FORM_FIELDS:
            entry: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
                custom_id=name, default=before.get(name) or None, required=name == "when", max_length=most
            )
            form.add_item(discord.ui.Label(text=phrases.say(f"announce.form.{name}"), component=entry))
        await sent_surely(lambda: interaction.response.send_modal(form))

    async def filled(self, interaction: Interaction, key: str) -> None:
        """Answers a form that was sent."""
        given, by = read_form(await self._parked(key)) or ({}, "")
        if by != str(interaction.user.id):
            raise Declined("announce.not_yours")
        given |= fields_of(interaction.data or {})
        base = None
        if name := given.pop("announcement", None):
            base = replace(await self.named(interaction, name), version=int(given.pop("version")))
        await self.show_draft(interaction, given, base)

    async def show_draft(self, interaction: Interaction, given: Given, base: Announcement | None) -> None:
        """Replies with the post as it will look, and privately beside it what would be saved, with Save and Cancel."""
        now = self.newsroom.clock.now()
        settings = await self.newsroom.choices.of_guild(guild_of(interaction))
        given = given | subject_ids(given, self._answers, locale_of(interaction))
        new = _new(self.newsroom.new_id(), interaction, now, spoken=settings.locale == "")
        meant = drafted(given, base, settings, new)
        ensure_runs(meant, now)
        held = ensure_allowed(interaction, meant)
        key = await self._park(written(Draft(meant, str(interaction.user.id), base.version if base else 0)))
        phrases = self.phrases(interaction)
        save = button(phrases.say("announce.save"), draft_id(SAVE, key), ButtonStyle.MAIN)
        cancel = button(phrases.say("announce.cancel"), draft_id(CANCEL, key))
        lines = [phrases.say("announce.draft"), words.draft_words(meant, held, phrases, now)]
        await self.show_post(interaction, meant, now)
        await follow_up(interaction, box(lines, (row([save, cancel]),)))

    async def show_post(self, interaction: Interaction, announcement: Announcement, now: datetime) -> None:
        """Replies with the next post as it will look."""
        settings = await self.newsroom.choices.of_guild(announcement.place.guild)
        run = scheduled(announcement, next_run(announcement.rule, announcement.zone, now) or now)
        post = self.newsroom.compose(announcement, replace(run, locale=settings.locale), late=False)
        if isinstance(post, Post):
            view = Layout(post_components(post, run.id, self._answers.phrases))
        else:
            view = sentence_view(self.phrases(interaction).say("announce.nothing_to_show"))
        await reply(interaction, view, private=True)

    async def save(self, interaction: Interaction, key: str) -> None:
        """Saves what was shown, if nothing stands against it meanwhile."""
        draft = read_draft(await self._parked(key))
        if draft is None or draft.by != str(interaction.user.id):
            raise Declined("announce.not_yours")
        now = self.newsroom.clock.now()
        ensure_allowed(interaction, draft.announcement)
        try:
            if draft.over:
                saved = await self.newsroom.announcements.save(draft.announcement, draft.by, now)
            else:
                saved = await self.newsroom.announcements.create(draft.announcement, now)
        except AlreadyThere:
            raise Declined("announce.already") from None
        phrases = self.phrases(interaction)
        planned = (await self.newsroom.announcements.next_runs(saved.place.guild)).get(saved.id)
        gaps = words.plan_gaps(saved, phrases)
        sentence = phrases.say("announce.saved.none", **gaps)
        if planned is not None:
            sentence = phrases.say("announce.saved", next=moment(planned), **gaps)
        await reply_in_place(interaction, sentence_view(sentence))

    async def cancel(self, interaction: Interaction, key: str) -> None:
        """Takes Save away. What was kept is forgotten with time; nothing but Save would have read it."""
        del key
        await reply_in_place(interaction, sentence_view(self.phrases(interaction).say("announce.cancelled")))

    async def _park(self, text: str) -> str:
        return await self.newsroom.parked.park(text, self.newsroom.clock.now())

    async def _parked(self, key: str) -> str:
        kept = await self.newsroom.parked.fetch(key, self.newsroom.clock.now())
        if kept is None:
            raise Declined("announce.forgotten")
        return kept


async def follow_up(interaction: Interaction, view: Layout) -> None:
    """A second private message: what belongs to a preview but is not part of the post."""
    await interaction.followup.send(view=view, ephemeral=True)


def fields_of(sent: Mapping[str, object]) -> Given:
    """What was written into a form; empty fields are left out, but for the title, which may be emptied."""
    found: Given = {}
    inside: list[object] = [sent]
    for part in inside:  # grows while it is read
        if not isinstance(part, Mapping):
            continue
        inside.extend(part.get("components") or [])
        inside.append(part.get("component"))
        name, value = part.get("custom_id"), part.get("value")
        if isinstance(value, str) and (value.strip() or name == "title"):
            found[str(name)] = value.strip()
    return found


def _new(name: str, interaction: Interaction, now: datetime, *, spoken: bool) -> Announcement:
    """An announcement in which nothing has been chosen yet; with `spoken`, in the person's language."""
    return Announcement(
        id=name,
        title="",
        content=Content(ContentKind.DIGEST),
        rule=Weekly((1,), now.time()),
        zone=DEFAULT_ZONE,
        place=Place(PlaceKind.TEXT, str(interaction.channel_id), guild_of(interaction)),
        owner=str(interaction.user.id),
        created=now,
        locale=locale_of(interaction).value if spoken else "",
    )
