"""The tables of /announce, /follow, /settings and /admin: their options, and who may use them."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.announcements.announcement import ContentKind, FollowKind, Missed, Unsure
from bot.announcements.schedule_text import LONGEST_TEXT
from bot.chat.discord.commands import EVERYONE, ME, TYPED_MOST
from bot.chat.discord.drafts import GRACE_MOST, NO_LANGUAGE, TITLED_MOST
from bot.chat.discord.slash_groups import PLACE, Field, text_of
from bot.model.value import Locale

TYPED = text_of(TYPED_MOST)
PAGES_MOST = 10_000
LANGUAGES = tuple(locale.value for locale in Locale)
EACH, DAILY, WEEKLY = "each", "daily", "weekly"
MANAGERS = discord.Permissions(manage_guild=True)
IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
WITH_THE_BOT = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False)
BY_SERVERS = app_commands.AppInstallationType(guild=True, user=False)

WHICH = Field("announcement", TYPED, required=True)
WHAT = Field("what", required=True, choices=tuple(kind.value for kind in ContentKind))
WHERE = Field("where", PLACE, required=True)
WHEN = Field("when", text_of(LONGEST_TEXT))
REST = (
    Field("zone", TYPED),
    Field("topic", TYPED),
    Field("side", TYPED),
    Field("title", text_of(TITLED_MOST)),
    Field("role", discord.Role),
    Field("thread", bool),
    Field("publish", bool),
    Field("if_missed", choices=tuple(missed.value for missed in Missed)),
    Field("grace", app_commands.Range[int, 0, GRACE_MOST]),
    Field("language", choices=(*LANGUAGES, NO_LANGUAGE)),
)

Tables = dict[str, tuple[Field, ...]]
ANNOUNCE: Tables = {
    "create": (WHAT, WHERE, WHEN, *REST),
    "edit": (WHICH, Field("what", choices=WHAT.choices), Field("where", PLACE), WHEN, *REST),
    "preview": (WHICH,),
    "list": (Field("page", app_commands.Range[int, 1, PAGES_MOST]),),
    "pause": (WHICH,),
    "resume": (WHICH,),
    "skip-next": (WHICH,),
    "delete": (WHICH,),
    "send-now": (WHICH,),
    "history": (WHICH,),
    "why": (WHICH,),
}
FOLLOW: Tables = {
    "add": (
        Field("kind", required=True, choices=tuple(kind.value for kind in FollowKind)),
        Field("subject", TYPED, required=True),
        Field("how_often", choices=(EACH, DAILY, WEEKLY)),
        Field("channel", PLACE),
    ),
    "list": (),
    "remove": (Field("followed", TYPED, required=True),),
}
SETTINGS: Tables = {
    "server": (
        Field("language", choices=(*LANGUAGES, NO_LANGUAGE)),
        Field("zone", TYPED),
        Field("visible_to", choices=(ME, EVERYONE)),
        Field("log_channel", PLACE),
        Field("when_unsure", choices=tuple(unsure.value for unsure in Unsure)),
    ),
    "personal": (Field("language", required=True, choices=(*LANGUAGES, NO_LANGUAGE)),),
    "show": (),
}
ADMIN: Tables = {"reload": ()}

TABLES: dict[str, tuple[Tables, dict[str, Any]]] = {
    "announce": (ANNOUNCE, {"allowed_contexts": IN_SERVERS, "default_permissions": MANAGERS}),
    "follow": (FOLLOW, {"allowed_contexts": WITH_THE_BOT}),
    "settings": (SETTINGS, {"allowed_contexts": WITH_THE_BOT}),
    "admin": (ADMIN, {"allowed_contexts": WITH_THE_BOT, "default_permissions": MANAGERS}),
}
"""Every group with who may use it where, until a server's admins say otherwise in Discord's Integrations page."""
