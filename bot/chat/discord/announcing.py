"""/announce: see it first, save it, and everything that can be done with what is saved."""

from __future__ import annotations

from bot.announcements.announcement import Standing
from bot.announcements.refusals import NothingPlanned
from bot.chat.discord import announcement_words as words
from bot.chat.discord.conversations import box, guild_of
from bot.chat.discord.custom_ids import CANCEL, FORM, SAVE, AboutPost, OnDraft
from bot.chat.discord.drafting import Drafting, follow_up
from bot.chat.discord.moments import channel_link, moment
from bot.chat.discord.refusals import Declined
from bot.chat.discord.replies import Interaction
from bot.chat.discord.saved import ensure_allowed
from bot.chat.discord.slash_groups import Given

LISTED_MOST = 8
"""However long their titles are, so many fit into one message."""
RUNS_SHOWN, REASONS_SHOWN = 20, 8


class Announcing(Drafting):
    """Answers /announce, its buttons and its forms."""

    async def called(self, interaction: Interaction, name: str, given: Given) -> None:
        """Answers one command of the group."""
        talks = {
            "create": self._create,
            "edit": self._edit,
            "preview": self._preview,
            "list": self._list,
            "pause": self._pause,
            "resume": self._resume,
            "skip-next": self._skip_next,
            "delete": self._delete,
            "send-now": self._send_now,
            "history": self._history,
            "why": self._why,
        }
        await self.hold(interaction, f"announce {name}", lambda: talks[name](interaction, given))

    async def pressed(self, interaction: Interaction, press: OnDraft | AboutPost) -> None:
        """Answers a button of a preview or of a post, or a form that was sent."""
        if isinstance(press, AboutPost):
            await self.hold(interaction, "about post", lambda: self._about(interaction, press.mark))
            return
        talks = {SAVE: self.save, CANCEL: self.cancel, FORM: self.filled}
        await self.hold(interaction, f"announce {press.act}", lambda: talks[press.act](interaction, press.key))

    async def _about(self, interaction: Interaction, mark: str) -> None:
        """Says why a post is there."""
        run = await self.newsroom.deliveries.get(mark)
        if run is None:
            raise Declined("post.about.none")
        saved = await self.newsroom.deliveries.announcement_of(run)
        if saved is None:
            await self.say(interaction, "post.about.follow")
            return
        phrases = self.phrases(interaction)
        gaps = words.plan_gaps(saved, phrases)
        await self.say(interaction, "post.about.schedule", ending=words.reason_words(run, phrases), **gaps)

    async def _create(self, interaction: Interaction, given: Given) -> None:
        guild_of(interaction)
        if "when" in given:
            await self.show_draft(interaction, given, None)
        else:
            await self.open_form(interaction, given, None)

    async def _edit(self, interaction: Interaction, given: Given) -> None:
        saved = await self.named(interaction, given.pop("announcement"))
        if given:
            await self.show_draft(interaction, given, saved)
        else:
            await self.open_form(interaction, given, saved)

    async def _preview(self, interaction: Interaction, given: Given) -> None:
        saved, now = await self.named(interaction, given["announcement"]), self.newsroom.clock.now()
        phrases = self.phrases(interaction)
        if saved.standing is Standing.ACTIVE:
            beside = words.draft_words(saved, ensure_allowed(interaction, saved), phrases, now)
        else:
            beside = phrases.say("announce.preview.paused", standing=phrases.say(f"standing.{saved.standing.value}"))
        await self.show_post(interaction, saved, now)
        await follow_up(interaction, box([beside]))

    async def _list(self, interaction: Interaction, given: Given) -> None:
        guild, phrases = guild_of(interaction), self.phrases(interaction)
        saved = await self.newsroom.announcements.of_guild(guild)
        if not saved:
            await self.say(interaction, "announce.list.none")
            return
        planned = await self.newsroom.announcements.next_runs(guild)
        pages = -(-len(saved) // LISTED_MOST)
        page = min(int(given.get("page", "1")), pages)
        lines = [phrases.say("announce.list", number=len(saved))]
        shown = saved[(page - 1) * LISTED_MOST : page * LISTED_MOST]
        lines.extend(words.list_lines(one, planned.get(one.id), phrases) for one in shown)
        if pages > 1:
            sentence = "announce.list.more" if page < pages else "announce.list.last"
            lines.append(phrases.say(sentence, page=page, pages=pages, next=page + 1))
        await self.tell(interaction, lines)

    async def _pause(self, interaction: Interaction, given: Given) -> None:
        saved = await self.named(interaction, given["announcement"])
        await self.newsroom.announcements.pause(saved.id, saved.version, str(interaction.user.id))
        await self.say(interaction, "announce.paused", title=self.title(interaction, saved))

    async def _resume(self, interaction: Interaction, given: Given) -> None:
        saved, now = await self.named(interaction, given["announcement"]), self.newsroom.clock.now()
        ensure_allowed(interaction, saved)
        await self.newsroom.announcements.resume(saved.id, saved.version, str(interaction.user.id), now)
        planned = (await self.newsroom.announcements.next_runs(saved.place.guild))[saved.id]
        await self.say(interaction, "announce.resumed", title=self.title(interaction, saved), next=moment(planned))

    async def _skip_next(self, interaction: Interaction, given: Given) -> None:
        saved, now = await self.named(interaction, given["announcement"]), self.newsroom.clock.now()
        title = self.title(interaction, saved)
        try:
            skipped = await self.newsroom.announcements.skip_next(saved.id, str(interaction.user.id), now)
        except NothingPlanned:
            raise Declined("refuse.nothing_planned", title=title) from None
        planned = (await self.newsroom.announcements.next_runs(saved.place.guild)).get(saved.id)
        if planned is None:
            await self.say(interaction, "announce.skipped.last", title=title, time=moment(skipped))
        else:
            await self.say(interaction, "announce.skipped", title=title, time=moment(skipped), next=moment(planned))

    async def _delete(self, interaction: Interaction, given: Given) -> None:
        saved = await self.named(interaction, given["announcement"])
        await self.newsroom.announcements.delete(saved.id, saved.version, str(interaction.user.id))
        await self.say(interaction, "announce.deleted", title=self.title(interaction, saved))

    async def _send_now(self, interaction: Interaction, given: Given) -> None:
        saved, now = await self.named(interaction, given["announcement"]), self.newsroom.clock.now()
        ensure_allowed(interaction, saved)
        await self.newsroom.announcements.send_now(saved.id, str(interaction.id), now)
        place = channel_link(saved.place.channel)
        await self.say(interaction, "announce.sending", title=self.title(interaction, saved), place=place)

    async def _history(self, interaction: Interaction, given: Given) -> None:
        saved, phrases = await self.explained(interaction, given["announcement"]), self.phrases(interaction)
        runs = await self.newsroom.announcements.history(saved.id, RUNS_SHOWN)
        heading = phrases.say(
            "announce.history" if runs else "announce.history.none", title=self.title(interaction, saved)
        )
        await self.tell(interaction, [heading, *(words.run_line(run, phrases) for run in runs)])

    async def _why(self, interaction: Interaction, given: Given) -> None:
        saved, phrases = await self.explained(interaction, given["announcement"]), self.phrases(interaction)
        runs = await self.newsroom.announcements.history(saved.id, REASONS_SHOWN)
        heading = phrases.say("announce.why" if runs else "announce.history.none", title=self.title(interaction, saved))
        await self.tell(interaction, [heading, *(words.why_line(run, phrases) for run in runs)])
