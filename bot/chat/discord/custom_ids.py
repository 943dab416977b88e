"""What a button remembers: it stands in its custom_id, or in the ledger, so that it works after a restart.

``p:<release>:<paragraph>`` shows a paragraph. ``n:<page>:<command>:<option>…`` turns to a page, ``s:…`` shares it,
``c:…`` cites it, and ``d:…`` turns to a page of the citation; an option is the first letter of its name and its value.
``k:<letter>:<page>:<key>`` does the same with a question that is too long, and is kept in the ledger under a key.
``m:<mark>`` is a post's own mark, and ``a:<act>:<key>`` belongs to the announcement that is kept under a key until it
is saved. At most 100 characters
(https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.cards.card import Ref
from bot.model.question import COMMANDS, Question
from bot.model.value import PARAGRAPH_PATTERN, RELEASE_ID_PATTERN, Locale

CUSTOM_ID_MOST = 100
PAGE = re.compile(r"[1-9]\d{0,2}")
PAGE_LAST = 999


class Action(StrEnum):
    """What a button does with the question that it carries."""

    TURN = "n"
    SHARE = "s"
    CITE = "c"
    TURN_CITATION = "d"


@dataclass(frozen=True)
class ShowParagraph:
    """Show the whole paragraph."""

    ref: Ref


@dataclass(frozen=True)
class OnAnswer:
    """Do something with one page of the answer to a question; pages count from 1."""

    action: Action
    page: int
    question: Question


@dataclass(frozen=True)
class OnLongAnswer:
    """As ``OnAnswer``; the question was too long for its button, and is kept under a key."""

    action: Action
    page: int
    key: str


@dataclass(frozen=True)
class AboutPost:
    """Say why a post is there."""

    mark: str


@dataclass(frozen=True)
class OnDraft:
    """Save or cancel what was shown, or read a form; `key` is where it is kept."""

    act: str
    key: str


Press = ShowParagraph | OnAnswer | OnLongAnswer | AboutPost | OnDraft
MARK = re.compile(r"[a-z2-7]{20}")
KEY = re.compile(r"[\w=-]{1,40}")
SAVE, CANCEL, FORM, LIST = "save", "cancel", "form", "list"
DRAFT_ACTS = (SAVE, CANCEL, FORM, LIST)


def paragraph_id(ref: Ref) -> str:
    """The custom_id of a ¶ button."""
    return f"p:{ref.release}:{ref.paragraph}"


def action_id(action: Action, page: int, question: Question) -> str | None:
    """The custom_id that carries a question; None where it does not fit."""
    options = (f"{name[0]}{_packed(value)}" for name, value in question.options.items())
    custom_id = ":".join((action.value, str(page), question.command, *options))
    return custom_id if len(custom_id) <= CUSTOM_ID_MOST else None


def fits(question: Question) -> bool:
    """Whether a button can carry a question, whatever the page."""
    return action_id(Action.TURN, PAGE_LAST, question) is not None


def about_id(mark: str) -> str:
    """The custom_id of a post's own button, by which the post is found again."""
    return f"m:{mark}"


def draft_id(act: str, key: str) -> str:
    """The custom_id of a button or a form about what is kept under a key."""
    return f"a:{act}:{key}"


def long_id(action: Action, page: int, key: str) -> str:
    """The custom_id of a button whose question does not fit, and is kept under a key."""
    return f"k:{action.value}:{page}:{key}"


def read_press(custom_id: str, locale: Locale) -> Press | None:
    """What a pressed button asks, in the language of who pressed it; None for a custom_id that is none of ours."""
    if len(custom_id) > CUSTOM_ID_MOST:
        return None
    kind, *rest = custom_id.split(":")
    if kind == "p" and len(rest) == 2:  # noqa: PLR2004 - a release and a paragraph
        release, paragraph = rest
        known = re.fullmatch(RELEASE_ID_PATTERN, release) and re.fullmatch(PARAGRAPH_PATTERN, paragraph)
        return ShowParagraph(Ref(release, paragraph)) if known else None
    if kind == "k" and len(rest) == 3:  # noqa: PLR2004 - an action, a page and a key
        action, page, key = rest
        good = action in list(Action) and PAGE.fullmatch(page) and KEY.fullmatch(key)
        return OnLongAnswer(Action(action), int(page), key) if good else None
    if kind == "m" and len(rest) == 1:
        return AboutPost(rest[0]) if MARK.fullmatch(rest[0]) else None
    if kind == "a" and len(rest) == 2:  # noqa: PLR2004 - an act and a key
        return OnDraft(*rest) if rest[0] in DRAFT_ACTS and KEY.fullmatch(rest[1]) else None
    if kind not in list(Action) or len(rest) < 2 or not PAGE.fullmatch(rest[0]):  # noqa: PLR2004 - a page and a command
        return None
    question = _read_question(rest[1], rest[2:], locale)
    return OnAnswer(Action(kind), int(rest[0]), question) if question else None


def name_of(press: Press | None) -> str:
    """What a press is counted as."""
    match press:
        case OnAnswer(action) | OnLongAnswer(action):
            return action.name.lower()
        case ShowParagraph():
            return "paragraph"
        case OnDraft() | AboutPost():
            return "announcement"
        case None:
            return "unknown"


def _read_question(name: str, packed: list[str], locale: Locale) -> Question | None:
    command = next((c for c in COMMANDS if c.name == name), None)
    if command is None:
        return None
    names = {option.name[0]: option.name for option in command.options}
    if any(value[:1] not in names for value in packed):
        return None
    return Question(command.name, {names[value[0]]: _unpacked(value[1:]) for value in packed}, locale)


def _packed(value: str) -> str:
    return value.replace("%", "%25").replace(":", "%3A")


def _unpacked(value: str) -> str:
    return value.replace("%3A", ":").replace("%25", "%")
