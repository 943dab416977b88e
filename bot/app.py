"""The composition root: the one place where real things are built and joined."""

from __future__ import annotations

import gc
import json
import logging
import os
import secrets
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.answers.answer import Invalid, Reason, invalid
from bot.answers.ask import ask
from bot.answers.asking.phrases import phrase_table
from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.cards.make import make_card
from bot.chat import Answers
from bot.chat.console import Console
from bot.errors import SettingError
from bot.library.almanac import Almanac
from bot.library.guarded_yaml import parse
from bot.library.library import Library
from bot.library.schema import release_schema
from bot.library.shelf import Checked, Shelf, check_paths, edition_of
from bot.library.vocabulary import load_vocabulary
from bot.model.question import COMMANDS, Choice, Kind, Question
from bot.model.value import Locale
from bot.model.vocabulary import Vocabulary
from bot.progress import Bar
from bot.settings import Address, Settings, builtin_data

if TYPE_CHECKING:  # what only a bot on Discord needs is imported when there is one
    import asyncio

    from bot.announcements.clock import Clock
    from bot.chat.discord.newsroom import Holdings, Newsroom
    from bot.web.meters import Meters

log = logging.getLogger(__name__)
REFERENCE_BYTES = 4
LOGGED_MOST = 80
"""Characters of what was typed that a log holds: it may be a whole message."""
CARDS_KEPT = 128
"""Cards of short answers; a long one holds dozens of releases, and is seldom asked for twice."""
LONG = frozenset(command.name for command in COMMANDS if command.long)
REGISTERED = "registered-commands.json"
PHRASES = Path(__file__).parent / "cards" / "phrases"
_new_id = partial(secrets.token_hex, REFERENCE_BYTES)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def locale_of(name: str | None) -> Locale | None:
    """The language of that name; None where none was chosen."""
    return Locale(name) if name else None


def load_phrases(locale: Locale, vocabulary: Vocabulary) -> Phrases:
    """The wording of one language."""
    return Phrases(locale, _sentences(locale), vocabulary)


@cache
def _sentences(locale: Locale) -> Mapping[str, str]:
    path = PHRASES / f"{locale.value}.yaml"
    return parse(path.read_bytes(), str(path)).tree


Typed = tuple[tuple[str, str], ...]


class Held:
    """A library with the languages to answer from it in, always replaced together, and the cards made last.

    The same few questions are asked again and again: a card is made once for each edition of the library.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.languages = {locale: load_phrases(locale, library.vocabulary) for locale in Locale}
        self._kept = lru_cache(CARDS_KEPT)(self._made)

    def card(self, asked: Question | Invalid) -> Card:
        """The card of an answer."""
        if isinstance(asked, Invalid):
            return make_card(asked, self.languages[asked.question.locale])
        made = self._made if asked.command in LONG else self._kept
        return made(self.library.edition(), asked.command, tuple(asked.options.items()), asked.locale)

    def _made(self, _edition: int, command: str, typed: Typed, locale: Locale) -> Card:
        return make_card(ask(Question(command, dict(typed), locale), self.library), self.languages[locale])


class App:
    """Answers from a library, which ``load`` can load again while it answers."""

    def __init__(self, library: Library, load: Callable[[], Library] | None = None) -> None:
        self._load = load or (lambda: library)
        self._held = Held(library)

    @property
    def library(self) -> Library:
        """The library that answers now."""
        return self._held.library

    @property
    def languages(self) -> dict[Locale, Phrases]:
        """The wording of every language."""
        return self._held.languages

    def reload(self) -> None:
        """Loads everything again. Raises FaultsError with every fault, and then the old library goes on answering."""
        self._held = Held(self._load())
        self.make_ready()

    def make_ready(self) -> None:
        """Finds, once, by which names the releases are asked about, which takes longer the more there are.

        Without it the first question in words waits for that.
        """
        phrase_table(self.library, self.library.edition())

    def card(self, asked: Question | Invalid) -> Card:
        """The card that answers a question, in the question's language."""
        held = self._held
        try:
            return held.card(asked)
        except Exception:
            reference = _new_id()
            question = asked.question if isinstance(asked, Invalid) else asked
            typed = {name: value[:LOGGED_MOST] for name, value in question.options.items()}
            log.exception("%s: no answer to /%s %s", reference, question.command, typed)
            failed = invalid(question, Reason.FAILED, reference=reference)
            return make_card(failed, held.languages[question.locale])

    def suggest(self, kind: Kind, typed: str, locale: Locale) -> tuple[Choice, ...]:
        """Choices for an option while it is typed."""
        return self.library.suggest(kind, typed, locale)

    def answers(self) -> Answers:
        """What a chat is handed; after a reload the same callables answer from the new library."""
        return Answers(self.card, self.suggest, lambda locale: self.languages[locale])


def console(settings: Settings) -> Console:
    """The console on the data that the settings name."""
    app = build(settings)
    return Console(app.card, app.languages.values())


def check(paths: Iterable[Path], settings: Settings) -> Checked:
    """Every fault in data folders and release files."""
    return check_paths(paths, settings.data, builtin_data(), Bar(sys.stderr))


def schema(settings: Settings) -> str:
    """The JSON Schema of a release file, with the ids of the vocabulary in it."""
    vocabulary = load_vocabulary(settings.data, builtin_data())
    ids: dict[str, Iterable[str]] = {
        "parties": vocabulary.parties,
        "issuers": vocabulary.issuers,
        "people": vocabulary.people,
        "topics": vocabulary.topics,
    }
    return json.dumps(release_schema(ids), ensure_ascii=False, indent=2)


def holdings(app: App) -> Holdings:
    """What announcements ask of the library that answers now."""
    from bot.announcements.follows import ReleaseFacts
    from bot.chat.discord.newsroom import Holdings

    almanac = Almanac(lambda: app.library)

    @lru_cache(maxsize=1)
    def facts_of(library: Library, _edition: int) -> dict[str, ReleaseFacts]:
        """Reads every release, and so only once for each edition of a library."""
        found = Almanac(lambda: library).facts().items()
        return {release: ReleaseFacts(one.revision, one.series, one.topics, one.parties) for release, one in found}

    def facts() -> dict[str, ReleaseFacts]:
        return facts_of(app.library, app.library.edition())

    return Holdings(app.card, almanac, facts, app.reload)


@asynccontextmanager
async def _newsroom(app: App, settings: Settings, clock: Clock, *, looks: bool = True) -> AsyncIterator[Newsroom]:
    from bot.chat.discord.newsroom import open_newsroom

    name = f"{socket.gethostname()} {os.getpid()} {_new_id()}"
    opened = open_newsroom(settings.ledger(), holdings(app), clock, name=name, new_id=_new_id, looks=looks)
    async with opened as newsroom:
        yield newsroom


async def run(settings: Settings, stop: asyncio.Event, *, posts_only: bool = False) -> None:
    """Stays on Discord until ``stop``. Raises SettingError for a token that does not let the bot in.

    With ``posts_only`` it joins no gateway and answers nobody: it posts what is due, beside any number of others.
    """
    import asyncio

    from bot.announcements.clock import SystemClock
    from bot.chat.discord.client import Readout
    from bot.chat.discord.connection import Connection, point_at
    from bot.chat.discord.newsroom import watching
    from bot.chat.discord.posting_only import post_only
    from bot.chat.discord.registration import Registry
    from bot.web.meters import Meters

    token = settings.token()
    app = build(settings)
    gc.freeze()  # the library stays: without this, each full collection walks all of it while nothing is answered
    meters = Meters()
    point_at(settings.discord_api, settings.discord_gateway)
    registry = Registry(settings.var / REGISTERED)
    async with (
        _newsroom(app, settings, SystemClock(), looks=False) as newsroom,
        watching(newsroom, lambda: edition_of(settings.data), lambda: app.library.edition()),  # noqa: PLW0108 - it changes
    ):
        if posts_only:
            asked = settings.health() if settings.health_port else None
            async with _health(asked, meters, lambda: True):
                await post_only(token, newsroom, app.answers(), stop)
            return
        readout = partial(Readout, app.answers(), seen=meters.seen, registry=registry, newsroom=newsroom)
        connection = Connection(lambda connector: readout(connector=connector), token)
        ready = asyncio.create_task(asyncio.to_thread(app.make_ready))
        async with _health(settings.health(), meters, lambda: connection.connected):
            await connection.keep(stop)
        await ready


async def preview(settings: Settings, stop: asyncio.Event, locale: Locale | None, port: int | None) -> None:
    """The bot in a simulated Discord in the browser until ``stop``; prints its address."""
    from bot.chat.discord.client import Readout
    from bot.web.meters import Meters

    try:
        from bot.chat.preview import SimulatedClock, show
    except ModuleNotFoundError as error:
        raise SettingError("The preview needs simcord. Install it with: pip install 'readout[preview]'") from error
    app = build(settings)
    meters = Meters()
    asked = settings.health() if settings.health_port else None
    clock = SimulatedClock()
    with TemporaryDirectory() as folder:
        simulated = replace(settings, var=Path(folder), database=None)
        async with _newsroom(app, simulated, clock) as newsroom:
            bot = Readout(app.answers(), seen=meters.seen, newsroom=newsroom)
            async with _health(asked, meters, lambda: bot.connected):
                await show(bot, app.languages[locale or Locale.EN], clock, port=port, stop=stop)


@asynccontextmanager
async def _health(address: Address | None, meters: Meters, connected: Callable[[], bool]) -> AsyncIterator[None]:
    """Serves health and metrics while the block runs, where they are wanted. The library is loaded by then."""
    if address is None:
        yield
        return
    from bot.web.health import Heart, pages, serving

    heart = Heart(time.monotonic)

    def waiting_for() -> tuple[str, ...]:
        return () if connected() else ("Discord's gateway",)

    async with serving(pages(heart, waiting_for, meters), heart, address.host, address.port) as where:
        log.info("health and metrics on %s", where)
        yield


async def command_payloads(settings: Settings) -> str:
    """The application commands as JSON, exactly as they are sent to Discord."""
    from bot.chat.discord.client import Readout

    payloads = await Readout(build(settings).answers()).command_payloads()
    return json.dumps(payloads, ensure_ascii=False, indent=2)


def build(settings: Settings) -> App:
    """The app on the data that the settings name; raises FaultsError where it must not be loaded."""
    shelf = Shelf(settings.data, builtin_data(), settings.var, now, progress=Bar(sys.stderr))
    return App(shelf.load(), shelf.load)
