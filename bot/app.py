"""The composition root: the one place where real things are built and joined."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.answers.answer import Answer, Invalid, Reason, invalid
from bot.answers.ask import ask
from bot.cards.card import Card
from bot.cards.language import Phrases
from bot.cards.make import make_card
from bot.chat import Answers
from bot.chat.console import Console
from bot.library.guarded_yaml import parse
from bot.library.library import Library
from bot.library.schema import release_schema
from bot.library.shelf import Checked, check_paths, load_library
from bot.library.vocabulary import load_vocabulary
from bot.model.question import Choice, Kind, Question
from bot.model.value import Locale
from bot.model.vocabulary import Vocabulary
from bot.settings import Settings, builtin_data

log = logging.getLogger(__name__)
REFERENCE_BYTES = 4
PHRASES = Path(__file__).parent / "cards" / "phrases"


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def locale_of(name: str | None) -> Locale | None:
    """The language of that name; None where none was chosen."""
    return Locale(name) if name else None


def load_phrases(locale: Locale, vocabulary: Vocabulary) -> Phrases:
    """The wording of one language."""
    path = PHRASES / f"{locale.value}.yaml"
    return Phrases(locale, parse(path.read_bytes(), str(path)).tree, vocabulary)


class App:
    """A library with the languages to answer from it in."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.languages = {locale: load_phrases(locale, library.vocabulary) for locale in Locale}

    def card(self, asked: Question | Invalid) -> Card:
        """The card that answers a question, in the question's language."""
        try:
            answer: Answer = asked if isinstance(asked, Invalid) else ask(asked, self.library)
            return make_card(answer, self.languages[answer.question.locale])
        except Exception:
            reference = secrets.token_hex(REFERENCE_BYTES)
            question = asked.question if isinstance(asked, Invalid) else asked
            log.exception("%s: no answer to /%s %s", reference, question.command, question.options)
            failed = invalid(question, Reason.FAILED, reference=reference)
            return make_card(failed, self.languages[question.locale])

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
    return check_paths(paths, settings.data, builtin_data())


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


def build(settings: Settings) -> App:
    """The app on the data that the settings name; raises FaultsError where it must not be loaded."""
    return App(load_library(settings.data, builtin_data(), now))
