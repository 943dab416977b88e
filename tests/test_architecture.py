"""The house: which room of bot/ may import which, and what one room alone may use (an `ast` walk)."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
MODULE_LINES = 300
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


DRAWER_WORDS = names("util helper manager misc item entity info data process handle")

# Two packages are rooms too: `bot` is the version, `chat` the callables that every chat is handed.
MAY_IMPORT: dict[str, frozenset[str]] = {
    "bot": names(""),
    "errors": names("bot"),
    "settings": names("bot errors"),
    "progress": names("bot"),
    "model": names("bot errors"),
    "library": names("bot errors model"),
    "answers": names("bot errors model library"),
    "cards": names("bot errors model answers"),
    "announcements": names("bot errors model answers cards"),
    "chat": names("bot errors model answers cards announcements"),
    "chat/console": names("bot errors model answers cards announcements chat"),
    "chat/discord": names("bot errors model answers cards announcements chat"),
    "chat/preview": names("bot errors model answers cards announcements chat chat/discord"),
    "web": names("bot errors model answers cards"),
    "backup": names("bot errors settings library announcements"),
    "__main__": names("bot errors settings app backup"),
}
MAY_IMPORT["app"] = frozenset(MAY_IMPORT) - {"__main__", "backup"}

ONLY_IN: dict[str, frozenset[str]] = {
    "os.environ": names("settings"),
    "os.getenv": names("settings"),
    "pydantic": names("model library"),  # the library catches pydantic.ValidationError to report every fault
    "pydantic_core": names("model library"),
    "yaml": names("library"),
    "tantivy": names("library"),
    "sqlalchemy": names("announcements"),
    "cronsim": names("announcements"),
    "discord": names("chat/discord"),
    "simcord": names("chat/preview"),
    "aiohttp.web": names("web"),
}

# These are given the time, the ids and the texts: no clock, no chance, nothing from outside.
PURE = ("bot/model/", "bot/answers/", "bot/cards/", "bot/announcements/schedule")
IMPURE = names(
    "datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow datetime.date.today "
    "time.time time.time_ns time.monotonic time.perf_counter time.localtime time.gmtime "
    "random secrets uuid.uuid1 uuid.uuid4 "
    "open os io pathlib shutil tempfile sqlite3 socket subprocess urllib.request"
)


@dataclass(frozen=True)
class Use:
    """One dotted name a module reaches for, and the line where it does."""

    line: int
    name: str
    imported: bool


@dataclass
class Reader(ast.NodeVisitor):
    """Collects what one module uses, through aliases: `from datetime import datetime as d; d.now`."""

    package: str
    uses: list[Use] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.uses.append(Use(node.lineno, alias.name, imported=True))
            top = alias.name.split(".")[0]
            self.aliases[alias.asname or top] = alias.name if alias.asname else top

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        above = self.package.split(".")
        base = ".".join(above[: len(above) - node.level + 1]) if node.level else ""
        module = ".".join(part for part in (base, node.module or "") if part)
        for alias in node.names:
            self.uses.append(Use(node.lineno, f"{module}.{alias.name}", imported=True))
            self.aliases[alias.asname or alias.name] = f"{module}.{alias.name}"

    def visit_Call(self, node: ast.Call) -> None:
        match node:
            case ast.Call(func=ast.Name(id="open")):
                self.uses.append(Use(node.lineno, "open", imported=False))
            case ast.Call(func=called, args=[ast.Constant(value=str(module)), *_]):
                if self.dotted(called) == "importlib.import_module":
                    self.uses.append(Use(node.lineno, module, imported=True))
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if name := self.dotted(node):
            self.uses.append(Use(node.lineno, name, imported=False))
        else:
            self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if name := self.dotted(node):
            self.uses.append(Use(node.lineno, name, imported=False))

    def dotted(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Attribute):
            before = self.dotted(node.value)
            return f"{before}.{node.attr}" if before else None
        if isinstance(node, ast.Name):
            return self.aliases.get(node.id)
        return None


def room_of_path(path: str) -> str:
    parts = [part for part in PurePosixPath(path).with_suffix("").parts[1:] if part != "__init__"]
    return "/".join(parts[: 2 if parts[0] == "chat" else 1]) if parts else "bot"


def room_of_module(name: str) -> str | None:
    """The room a dotted name lies in, None outside bot: `bot.chat.Ask` lies in chat, `bot.x` in bot."""
    first, *rest = name.split(".")
    deepest_first = ["/".join(rest[:2]), "/".join(rest[:1]), "bot"]
    return next(room for room in deepest_first if room in MAY_IMPORT) if first == "bot" else None


def reaches(name: str, tool: str) -> bool:
    return f"{name}.".startswith(f"{tool}.")


def faults(path: str, source: str) -> list[str]:
    """Every breach of the house rules in one module, as `file:line: what is wrong`."""
    lines = len(source.splitlines())
    too_long = [f"{path}:{lines}: longer than {MODULE_LINES} lines"] if lines > MODULE_LINES else []
    return [*import_faults(path, source), *name_faults(path, source), *too_long]


def import_faults(path: str, source: str) -> list[str]:
    room = room_of_path(path)
    if room not in MAY_IMPORT:
        return [f"{path}:1: no such room: {room}"]
    dotted = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    reader = Reader(dotted if path.endswith("__init__.py") else dotted.rpartition(".")[0])
    reader.visit(ast.parse(source))
    return [f"{path}:{use.line}: {fault}" for use in reader.uses for fault in use_faults(path, room, use)]


def use_faults(path: str, room: str, use: Use) -> Iterator[str]:
    other = room_of_module(use.name)
    if use.imported and other is not None and other not in MAY_IMPORT[room] | {room}:
        yield f"{room} may not import {use.name}"
    for tool, owners in ONLY_IN.items():
        if reaches(use.name, tool) and room not in owners:
            yield f"{room} may not use {tool}: only {', '.join(sorted(owners))} may"
    if path.startswith(PURE):
        yield from (f"{room} is pure and may not use {tool}" for tool in sorted(IMPURE) if reaches(use.name, tool))


def name_faults(path: str, source: str) -> list[str]:
    named = [(1, PurePosixPath(path).stem), (1, PurePosixPath(path).parent.name)]
    named += [(node.lineno, node.name) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    return [
        f"{path}:{line}: {name} is named after no part of the subject"
        for line, name in named
        if any({word, word.removesuffix("s")} & DRAWER_WORDS for word in map(str.lower, WORD.findall(name)))
    ]


def modules() -> dict[str, str]:
    files = [file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "bot").rglob("*.py"))]
    return {file: (ROOT / file).read_text(encoding="utf-8") for file in files}


def python(code: str) -> str:
    """What a fresh interpreter prints, standard error included."""
    argv = [sys.executable, "-c", code]
    fresh = subprocess.run(argv, cwd=ROOT, check=False, text=True, capture_output=True)
    return fresh.stdout + fresh.stderr


def test_every_module_keeps_the_house_rules() -> None:
    found = [fault for path, source in modules().items() for fault in faults(path, source)]
    assert found == []


def test_importing_bot_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import bot; print(sorted(set(sys.modules) - before))"
    assert python(code) == "['bot']\n"


def test_importing_every_module_prints_nothing_and_starts_no_thread() -> None:
    dotted = [path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in modules()]
    code = f"import importlib, threading\nfor name in {dotted}: importlib.import_module(name)\n"
    assert python(code + "print(threading.active_count())") == "1\n"


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("errors.py", "import bot.model", "errors may not import bot.model"),
        ("model/act.py", "def f(): from bot.app import run", "model may not import bot.app.run"),
        ("cards/card.py", "from bot import library", "cards may not import bot.library"),
        ("cards/card.py", "from ..library import index", "cards may not import bot.library.index"),
        ("cards/__init__.py", "from .. import web", "cards may not import bot.web"),
        ("answers/a.py", "import bot.web as w", "answers may not import bot.web"),
        ("chat/console.py", "import bot.library.index as i", "chat/console may not import bot.library.index"),
        ("chat/console.py", "from bot.chat import discord", "chat/console may not import bot.chat.discord"),
        ("chat/discord/a.py", "from bot.library import x", "chat/discord may not import bot.library.x"),
        ("web/health.py", "from bot.announcements import x", "web may not import bot.announcements.x"),
        ("app.py", "from bot.__main__ import main", "app may not import bot.__main__.main"),
        ("__main__.py", "from bot.cards import x", "__main__ may not import bot.cards.x"),
        ("__init__.py", "from bot.model import x", "bot may not import bot.model.x"),
        ("app.py", "import os; t = os.environ['T']", "app may not use os.environ: only settings may"),
        ("web/health.py", "from os import getenv", "web may not use os.getenv: only settings may"),
        ("answers/a.py", "import pydantic", "answers may not use pydantic: only library, model may"),
        ("app.py", "import yaml", "app may not use yaml: only library may"),
        ("answers/a.py", "import tantivy", "answers may not use tantivy: only library may"),
        ("app.py", "import sqlalchemy.orm", "app may not use sqlalchemy: only announcements may"),
        ("library/load.py", "import cronsim", "library may not use cronsim: only announcements may"),
        ("app.py", "import discord.http", "app may not use discord: only chat/discord may"),
        ("chat/discord/a.py", "import simcord", "chat/discord may not use simcord: only chat/preview may"),
        ("chat/preview.py", "import aiohttp.web", "chat/preview may not use aiohttp.web: only web may"),
        ("app.py", "import aiohttp as a; x: a.web.Request", "app may not use aiohttp.web: only web may"),
        ("model/act.py", "open('x')", "model is pure and may not use open"),
        ("model/act.py", "from pathlib import Path", "model is pure and may not use pathlib"),
        ("cards/a.py", "from random import choice", "cards is pure and may not use random"),
        ("answers/a.py", "import time as t; x = t.time", "answers is pure and may not use time.time"),
        (
            "announcements/schedule.py",
            "from time import time",
            "announcements is pure and may not use time.time",
        ),
        ("drawer/a.py", "", "no such room: drawer"),
        ("chat/telegraph.py", "", "no such room: chat/telegraph"),
        ("model/text_utils.py", "", "text_utils is named after no part of the subject"),
        ("model/process.py", "", "process is named after no part of the subject"),
        ("model/act.py", "class ActManager: ...", "ActManager is named after no part of the subject"),
    ],
)
def test_a_breach_is_named_with_its_file_and_room(path: str, source: str, fault: str) -> None:
    assert faults(f"bot/{path}", source) == [f"bot/{path}:1: {fault}"]


def test_every_breach_of_a_module_is_named_with_its_own_line() -> None:
    source = """
import importlib
from datetime import UTC, datetime as dt

from bot.library import index


def today(text: str):
    importlib.import_module("bot.web")
    return dt.now(UTC).date()
"""
    assert faults("bot/cards/today.py", source) == [
        "bot/cards/today.py:5: cards may not import bot.library.index",
        "bot/cards/today.py:9: cards may not import bot.web",
        "bot/cards/today.py:10: cards is pure and may not use datetime.datetime.now",
    ]


def test_a_module_may_have_300_lines_and_no_more() -> None:
    assert faults("bot/model/act.py", "#\n" * 300) == []
    assert faults("bot/model/act.py", "#\n" * 301) == ["bot/model/act.py:301: longer than 300 lines"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("settings.py", "import os; from bot.errors import SettingsError; TOKEN = os.environ"),
        ("library/load.py", "import yaml; from pathlib import Path; from pydantic import ValidationError"),
        ("library/load.py", "from bot.library.outline import Outline; from bot.model import Release"),
        ("cards/a.py", "from datetime import UTC, datetime; x = datetime(2020, 8, 27, tzinfo=UTC)"),
        ("cards/a.py", "def f(open, clock): return open, clock.now()"),
        ("announcements/runner.py", "from datetime import UTC, datetime; datetime.now(UTC)"),
        ("chat/preview.py", "import simcord; from bot.chat import Ask; from bot.chat.discord import Bot"),
        ("chat/discord/gate.py", "import aiohttp, discord; aiohttp.TCPConnector(limit=100)"),
        ("web/health.py", "from aiohttp import web"),
        ("app.py", "from bot.chat.discord import Bot; from bot.library import load; import bot.web"),
        ("__main__.py", "from bot import __version__; from bot.app import build"),
    ],
)
def test_what_the_table_allows_is_no_breach(path: str, source: str) -> None:
    assert faults(f"bot/{path}", source) == []
