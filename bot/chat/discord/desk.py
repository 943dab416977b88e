"""Where interactions are answered: one way in, one way out, and a private sentence for whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import discord

from bot.announcements.choices import Choices
from bot.answers.answer import Outcome
from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.chat import Answers, Seen, script_of
from bot.chat.discord.buttons import kept_question, long_questions, turn_buttons
from bot.chat.discord.citation import citation_of, citation_pages, citation_text
from bot.chat.discord.commands import EVERYONE, TUNED, locale_of
from bot.chat.discord.components import ButtonRows, Layout, row
from bot.chat.discord.custom_ids import (
    Action,
    OnAnswer,
    OnLongAnswer,
    Press,
    ShowParagraph,
    name_of,
    read_press,
)
from bot.chat.discord.long_questions import LongQuestions, shown_command
from bot.chat.discord.markdown import code_block, coded
from bot.chat.discord.messages import answer_to, is_not_allowed, text_of
from bot.chat.discord.replies import Interaction, is_too_late, promise, reply, reply_in_place, reply_text
from bot.chat.discord.turns import Turns
from bot.chat.discord.view import PRIVATE, PUBLIC, Drawn, Place, pages_of, sentence_view
from bot.model.question import COMMANDS, Choice, Command, Kind, Question
from bot.model.value import Locale

log = logging.getLogger(__name__)
CHECK = "check"
Say = Callable[[Layout], Awaitable[None]]
"""Tells the asker something, alone where that can be."""
LONG = frozenset(command.name for command in COMMANDS if command.long)
LATE, FAILED, REFUSED = "late", "failed", "refused"


class Desk:
    """Answers commands and presses. ``seconds`` is a clock that only goes forward, ``reference`` names an error."""

    def __init__(
        self,
        answers: Answers,
        *,
        seen: Seen,
        seconds: Callable[[], float],
        reference: Callable[[], str],
        choices: Choices | None = None,
        long: LongQuestions | None = None,
    ) -> None:
        self._choices = choices
        self._long = long
        self._answers = answers
        self._seen = seen
        self._seconds = seconds
        self._reference = reference
        self._drawn = Drawn()
        self._at_work: set[asyncio.Task[Any]] = set()
        self._turns = Turns()

    async def tune(self, interaction: Interaction) -> None:
        """Lets the interaction be answered in the language that its person, or else its server, has chosen."""
        if self._choices is None:
            return
        guild = str(interaction.guild_id or "")
        interaction.extras[TUNED] = await self._choices.spoken(str(interaction.user.id), guild)

    async def command(
        self, interaction: Interaction, command: Command, typed: dict[str, str], seen_by: str | None
    ) -> None:
        """Answers a slash command, to the asker alone unless they or their server chose otherwise."""
        if seen_by is None and self._choices is not None and interaction.guild_id is not None:
            seen_by = await self._choices.seen_by(str(interaction.guild_id))
        private = seen_by != EVERYONE
        question = Question(command.name, typed, locale_of(interaction))
        await self.attended(interaction, command.name, lambda: self._answer(interaction, question, private=private))

    async def check(self, interaction: Interaction, message: discord.Message) -> None:
        """Answers the menu of a message as ``/verify`` answers its text, to whoever used it alone."""
        text = text_of(message)
        question = Question("verify", {"quote": text}, locale_of(interaction))
        if text:
            await self.attended(interaction, CHECK, lambda: self._answer(interaction, question, private=True))
        else:
            await self.attended(interaction, CHECK, lambda: self._say(interaction, "chat.no_text"))

    async def message(self, message: discord.Message, text: str) -> None:
        """Answers a message where it was written, as ``/ask`` answers its text; one without text as ``/help``."""
        locale = script_of(text)
        question = Question("ask", {"question": text}, locale) if text else Question("help", {}, locale)

        async def say(view: Layout) -> None:
            await answer_to(message, view)

        async def work() -> str:
            card = await self._asked(question)
            await say(self._drawn.page(card, 1, self._answers.phrases(locale), PUBLIC))
            return card.answer.outcome.value

        await self._counted(say, lambda: locale, "message", work)

    async def press(self, interaction: Interaction) -> None:
        """Answers a press of a button, or a form, always to whoever pressed it alone; only Share is for everybody."""
        pressed: Mapping[str, Any] = {**(interaction.data or {})}
        custom_id = str(pressed.get("custom_id", ""))
        press = read_press(custom_id, locale_of(interaction))
        await self.attended(interaction, f"button {name_of(press)}", lambda: self._pressed(interaction, press))

    def choices(self, kind: Kind, typed: str, locale: Locale) -> tuple[Choice, ...]:
        """Choices for an option while it is typed; none where that fails, for there is no place to say so."""
        try:
            return self._answers.suggest(kind, typed, locale)
        except Exception:
            log.exception("%s: no choices for %s", self._reference(), kind.value)
            return ()

    async def refuse(self, interaction: Interaction, error: Exception) -> None:
        """Answers what discord.py could not make sense of: a command or an option that is no longer there."""
        if interaction.type is discord.InteractionType.autocomplete:
            return
        log.warning("%s: %s", interaction.command and interaction.command.name, error)
        await self.attended(interaction, "unknown command", lambda: self._say(interaction, "chat.not_understood"))

    async def finish(self, within: float) -> None:
        """Waits for the replies under way, at most ``within`` seconds."""
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=within)

    async def attended(self, interaction: Interaction, name: str, work: Callable[[], Awaitable[str]]) -> None:
        """Does some work that replies and says how it fared; an error is answered, and everything is counted."""

        async def say(view: Layout) -> None:
            await reply(interaction, view, private=True)

        await self._counted(say, lambda: locale_of(interaction), name, work)

    async def _counted(
        self, say: Say, locale: Callable[[], Locale], name: str, work: Callable[[], Awaitable[str]]
    ) -> None:
        task = asyncio.current_task()
        if task:
            self._at_work.add(task)
        started = self._seconds()
        try:
            outcome = await work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the person who asked is told
            outcome = await self._apologise(say, locale(), name, error)
        finally:
            if task:
                self._at_work.discard(task)
        self._seen(name, outcome, self._seconds() - started)

    async def _apologise(self, say: Say, locale: Locale, name: str, error: Exception) -> str:
        if is_too_late(error):
            log.warning("Discord no longer waited for the reply to %s", name)
            return LATE
        if name == "message" and is_not_allowed(error):
            log.warning("no right to answer a message in its channel: %s", error)
            return REFUSED
        reference = self._reference()
        log.error("%s: no answer to %s", reference, name, exc_info=error)
        text = self._answers.phrases(locale).say("invalid.failed", reference=reference)
        try:
            await say(sentence_view(text))
        except Exception as again:  # noqa: BLE001 - there is nobody left to tell
            log.warning("%s: could not say so either: %s", reference, type(again).__name__)
        return FAILED

    async def _answer(self, interaction: Interaction, question: Question, *, private: bool) -> str:
        long = question.command in LONG
        async with self._turns.one(lambda: promise(interaction, private=private), long=long):
            card = await self._made(question)
            private = private or card.answer.outcome is Outcome.INVALID
            view = self._drawn.page(card, 1, self._phrases(interaction), PRIVATE if private else PUBLIC)
            await reply(interaction, view, private=private, file=card.file)
        return card.answer.outcome.value

    async def _asked(self, question: Question) -> Card:
        """The card of an answer that somebody goes on from; a long one waits for its turn."""
        if question.command not in LONG:
            return await self._made(question)
        async with self._turns.one(long=True):
            return await self._made(question)

    async def _made(self, question: Question) -> Card:
        """The card of an answer; a long one is made beside the event loop. What its buttons cannot hold is kept."""
        aside = question.command in LONG
        card = await asyncio.to_thread(self._answers.ask, question) if aside else self._answers.ask(question)
        if self._long:
            for long in long_questions(card):
                await self._long.keep(long)
        return card

    async def _pressed(self, interaction: Interaction, press: Press | None) -> str:
        match press:
            case ShowParagraph(ref):
                question = Question("cite", {"code": ref.code}, locale_of(interaction))
                return await self._answer(interaction, question, private=True)
            case OnAnswer(Action.SHARE, page, question):
                return await self._share(interaction, await self._asked(question), page)
            case OnAnswer(Action.CITE, page, question):
                card = await self._asked(question)
                return await self._cite(interaction, card, citation_of(card, pages_of(card), page))
            case OnAnswer(Action.TURN_CITATION, page, question):
                return await self._cite(interaction, await self._asked(question), page)
            case OnAnswer(Action.TURN, page, question):
                return await self._turn(interaction, await self._asked(question), page)
            case OnLongAnswer(action, page, key):
                kept = await self._long.kept(key, locale_of(interaction)) if self._long else None
                if kept is None:
                    return await self._forgotten(interaction)
                return await self._pressed(interaction, OnAnswer(action, page, kept))
            case _:
                return await self._say(interaction, "chat.unknown_button")

    async def _share(self, interaction: Interaction, card: Card, page: int) -> str:
        place = Place(private=False, shared_by=interaction.user.display_name)
        private = card.answer.outcome is Outcome.INVALID
        view = self._drawn.page(card, page, self._phrases(interaction), PRIVATE if private else place)
        await reply(interaction, view, private=private)
        return card.answer.outcome.value

    async def _turn(self, interaction: Interaction, card: Card, page: int) -> str:
        view = self._drawn.page(card, page, self._phrases(interaction), PRIVATE)
        if interaction.message and interaction.message.flags.ephemeral:
            await reply_in_place(interaction, view)
        else:
            await reply(interaction, view, private=True)
        return card.answer.outcome.value

    async def _cite(self, interaction: Interaction, card: Card, number: int) -> str:
        if not card.refs():
            return await self._say(interaction, "chat.nothing_to_cite")
        pages = citation_pages(card)
        page = pages[min(number, len(pages)) - 1]
        buttons = turn_buttons(Action.TURN_CITATION, page, kept_question(card), self._phrases(interaction))
        view = ButtonRows([row(buttons)]) if buttons else None
        await reply_text(interaction, code_block(citation_text(page)), view, private=True)
        return card.answer.outcome.value

    async def _forgotten(self, interaction: Interaction) -> str:
        shown = shown_command(interaction.message)
        phrases = self._phrases(interaction)
        text = phrases.say("chat.forgotten", command=coded(shown)) if shown else phrases.say("chat.forgotten.lost")
        await reply(interaction, sentence_view(text), private=True)
        return REFUSED

    async def _say(self, interaction: Interaction, sentence: str) -> str:
        await reply(interaction, sentence_view(self._phrases(interaction).say(sentence)), private=True)
        return REFUSED

    def _phrases(self, interaction: Interaction) -> Phrases:
        return self._answers.phrases(locale_of(interaction))
