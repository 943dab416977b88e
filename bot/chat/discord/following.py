"""/follow: a post when a matching release arrives, in a channel or to oneself."""

from __future__ import annotations

from datetime import time

from bot.announcements.announcement import Follow, FollowKind, Place, PlaceKind
from bot.announcements.refusals import NoSuchFollow
from bot.announcements.schedule import EVERY_DAY, Rule, Weekly
from bot.announcements.schedule_words import describe, in_words
from bot.cards.language import Phrases
from bot.chat.discord.commands import locale_of
from bot.chat.discord.conversations import Conversations
from bot.chat.discord.groups import DAILY, WEEKLY
from bot.chat.discord.markdown import escaped
from bot.chat.discord.moments import channel_link
from bot.chat.discord.permissions import needed
from bot.chat.discord.refusals import Declined
from bot.chat.discord.replies import Interaction
from bot.chat.discord.saved import ensure_permitted
from bot.chat.discord.slash_groups import Given
from bot.chat.discord.subjects import one_of
from bot.model.question import Kind

DIGEST_AT = time(9)
DIGESTS: dict[str, Rule] = {DAILY: Weekly(EVERY_DAY, DIGEST_AT), WEEKLY: Weekly((1,), DIGEST_AT)}


class Following(Conversations):
    """Answers /follow."""

    async def called(self, interaction: Interaction, name: str, given: Given) -> None:
        """Answers one command of the group."""
        talks = {"add": self._add, "list": self._list, "remove": self._remove}
        await self.hold(interaction, f"follow {name}", lambda: talks[name](interaction, given))

    async def seen_by(self, interaction: Interaction) -> tuple[Follow, ...]:
        """The follows of this server, and of the person's own direct messages."""
        here, person = str(interaction.guild_id or ""), str(interaction.user.id)
        return tuple(
            follow
            for follow in await self.newsroom.follows.all()
            if (here and follow.place.guild == here) or _own(follow, person)
        )

    async def _add(self, interaction: Interaction, given: Given) -> None:
        kind = FollowKind(given["kind"])
        subject = self._subject(interaction, kind, given["subject"])
        place = Place(PlaceKind.DM, str(interaction.user.id))
        if "channel" in given:
            place = Place(PlaceKind(given["channel_kind"]), given["channel"], str(interaction.guild_id))
            ensure_manager(interaction)
            ensure_permitted(interaction, place.channel, needed(place.kind))
        settings = await self.newsroom.choices.of_guild(str(interaction.guild_id or ""))
        follow = Follow(
            id=f"{kind.value}:{subject}:{place.channel}",
            kind=kind,
            subject=subject,
            place=place,
            owner=str(interaction.user.id),
            created=self.newsroom.clock.now(),
            digest=DIGESTS.get(given.get("how_often", "")),
            zone=settings.zone,
            locale=locale_of(interaction).value,
        )
        phrases = self.phrases(interaction)
        if not await self.newsroom.follows.add(follow):
            raise Declined("follow.already", place=place_words(place, phrases))
        gaps = {"what": escaped(follow_words(follow, phrases)), "how_often": how_often(follow, phrases)}
        await self.say(interaction, "follow.added", place=place_words(place, phrases), **gaps)

    async def _list(self, interaction: Interaction, given: Given) -> None:
        del given
        follows, phrases = await self.seen_by(interaction), self.phrases(interaction)
        if not follows:
            await self.say(interaction, "follow.none")
            return
        lines = [phrases.say("follow.heading", number=len(follows))]
        for follow in follows:
            what, place = escaped(follow_words(follow, phrases)), place_words(follow.place, phrases)
            lines.append(phrases.say("follow.line", what=what, how_often=how_often(follow, phrases), place=place))
        await self.tell(interaction, lines)

    async def _remove(self, interaction: Interaction, given: Given) -> None:
        typed, phrases = given["followed"].strip(), self.phrases(interaction)
        follows = await self.seen_by(interaction)
        found = [one for one in follows if typed in (one.id, one.subject, follow_label(one, phrases))]
        if len(found) != 1:
            raise NoSuchFollow(typed)
        if not _own(found[0], str(interaction.user.id)):
            ensure_manager(interaction)
        await self.newsroom.follows.remove(found[0].id, self.newsroom.clock.now())
        await self.say(interaction, "follow.removed", what=escaped(follow_words(found[0], phrases)))

    def _subject(self, interaction: Interaction, kind: FollowKind, typed: str) -> str:
        if kind is FollowKind.SERIES:
            known = self.newsroom.series()
            if typed.strip().casefold() not in known:
                raise Declined(
                    "refuse.series_unknown", typed=escaped(typed), known=", ".join(f"`{one}`" for one in known)
                )
            return typed.strip().casefold()
        asked = Kind.TOPIC if kind is FollowKind.TOPIC else Kind.SIDE
        return one_of(asked, typed, self._answers, locale_of(interaction)).id


def ensure_manager(interaction: Interaction) -> None:
    """Raises Declined for who may not manage the server."""
    if interaction.guild_id is None:
        raise Declined("refuse.server_only")
    if not interaction.permissions.manage_guild:
        raise Declined("refuse.manage_server")


def follow_words(follow: Follow, phrases: Phrases) -> str:
    """What is followed, in plain words."""
    subject = follow.subject
    if follow.kind is FollowKind.TOPIC and subject in phrases.vocabulary.topics:
        subject = phrases.topic(subject)
    if follow.kind is FollowKind.PARTY and subject in phrases.vocabulary.parties:
        subject = phrases.party(subject)
    return phrases.say(f"follow.{follow.kind.value}", subject=subject)


def follow_label(follow: Follow, phrases: Phrases) -> str:
    """A follow as one picks it from a list."""
    return f"{follow_words(follow, phrases)} · {how_often(follow, phrases)}"


def how_often(follow: Follow, phrases: Phrases) -> str:
    """Each release, or in which digest."""
    if follow.digest is None:
        return phrases.say("follow.each")
    schedule = in_words(describe(follow.digest), phrases.locale.value)
    return phrases.say("follow.digest", schedule=schedule, zone=follow.zone.key)


def place_words(place: Place, phrases: Phrases) -> str:
    """A channel as a link, or that it is one's own direct messages."""
    return phrases.say("follow.you") if place.kind is PlaceKind.DM else channel_link(place.channel)


def _own(follow: Follow, person: str) -> bool:
    return follow.place.kind is PlaceKind.DM and follow.place.channel == person
