"""What people write to the bot: a message that mentions it, or one in a conversation with it alone.

Both carry their text without the privileged intent for message content
(https://discord.com/developers/docs/events/gateway#message-content-intent), and so does a message whose menu is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import discord

from bot.chat.discord.components import Layout
from bot.chat.discord.replies import sent_surely

MENTION = re.compile(r"<@!?(\d+)>")
BY_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)


def asked_in(message: discord.Message, bot: int) -> str | None:
    """The text that a person puts to the bot, mentions of it left out; None where it was not spoken to."""
    if message.author.bot or message.type not in BY_PEOPLE:
        return None
    spoken_to = message.guild is None or str(bot) in MENTION.findall(message.content)
    if not spoken_to:
        return None
    rest = MENTION.sub(lambda match: " " if match[1] == str(bot) else match[0], message.content)
    return " ".join(rest.split())


def text_of(message: discord.Message) -> str:
    """All that is written in a message: its text, its embeds, its components."""
    return "\n".join(part for part in _parts(message) if part.strip())


def _parts(message: discord.Message) -> Iterator[str]:
    yield message.content
    for embed in message.embeds:
        yield embed.title or ""
        yield embed.description or ""
        for field in embed.fields:
            yield field.value or ""
    for component in message.components:
        for inner in getattr(component, "children", [component]):
            if isinstance(inner, discord.TextDisplay):
                yield inner.content


async def answer_to(message: discord.Message, view: Layout) -> None:
    """Replies to a message without a mention. Sent again after a dropped connection, it is not posted twice."""
    await sent_surely(
        lambda: message.channel.send(
            view=view,
            reference=message.to_reference(fail_if_not_exists=False),
            mention_author=False,
            nonce=str(message.id),
        )
    )


def is_not_allowed(error: BaseException) -> bool:
    """Whether the bot may not write there, or the channel is gone: nobody can be told."""
    return isinstance(error, (discord.Forbidden, discord.NotFound))
