"""The command line: ``python -m bot VERB``."""

from __future__ import annotations

import argparse
import gc
import io
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.errors import ReadoutError
from bot.settings import PORT_LAST, Settings, read_settings

if TYPE_CHECKING:
    import asyncio

DONE, WRONG, USAGE = 0, 1, 2
ANNOUNCEMENT_LISTED = ("id", "standing", "content", "when", "zone", "guild", "channel", "title")
YOUNG_MOST = 50_000
"""Objects made before those among them are sought that nobody needs any more: what a start makes nearly all stays."""
TURN_SECONDS = 0.0005
"""So long a thread that computes keeps the event loop waiting (Python lets it for 5 ms): sending goes on meanwhile."""
SHARED = ("data", "var", "locale")
"""Options that may stand before or after the verb."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one verb. 0 done, 1 the data or the request is wrong, 2 usage."""
    gc.set_threshold(YOUNG_MOST)
    parser = _parser()
    options = parser.parse_args(arguments, argparse.Namespace(**dict.fromkeys(SHARED)))
    if options.verb is None:
        parser.print_usage(sys.stderr)
        return USAGE
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    settings = read_settings(data=options.data, var=options.var)
    try:
        return int(VERBS[options.verb](options, settings))
    except ReadoutError as error:
        print(error, file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the data folder (READOUT_DATA)")
    shared.add_argument("--var", metavar="DIR", default=argparse.SUPPRESS, help="where state is kept (READOUT_VAR)")
    shared.add_argument("--locale", choices=("en", "ko"), default=argparse.SUPPRESS, help="the language of answers")
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Readout: what a press release says.", parents=[shared]
    )
    parser.add_argument("--version", action="version", version=f"Readout {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    ask = verbs.add_parser("ask", parents=[shared], help="one question, or one a line from standard input")
    ask.add_argument("text", nargs="*", help="a slash line such as '/agreed'")
    ask.add_argument("--json", action="store_true", help="one JSON object an answer")
    ask.add_argument("--jsonl", action="store_true", help="questions from standard input, one JSON object a line")
    check = verbs.add_parser("check", parents=[shared], help="validate data/")
    check.add_argument("path", nargs="*", type=Path, help="data folders or release files (default: the data folder)")
    check.add_argument("--schema", action="store_true", help="print the JSON Schema of a release file")
    run = verbs.add_parser("run", parents=[shared], help="the bot on Discord (DISCORD_TOKEN)")
    run.add_argument("--posts-only", action="store_true", help="only post announcements, beside a bot that answers")
    announce = verbs.add_parser("announce", parents=[shared], help="the announcements in the ledger: backup and moving")
    announce.add_argument(
        "act", choices=("list", "export", "import"), help="print them, as lines or YAML, or take them in"
    )
    announce.add_argument("file", nargs="?", type=Path, help="what `export` printed, for `import`")
    preview = verbs.add_parser(
        "preview", parents=[shared], help="the same bot in a simulated Discord in the browser, without a token"
    )
    preview.add_argument("--port", type=_port, metavar="N", help="the port of the page (default: any that is free)")
    commands = verbs.add_parser("commands", parents=[shared], help="the application commands as they are sent")
    commands.add_argument("--json", action="store_true", required=True, help="as JSON")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > PORT_LAST:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {PORT_LAST}, not {text!r}")
    return int(text)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import console, locale_of

    answering = console(settings)
    locale = locale_of(options.locale)
    one = " ".join(options.text)
    if options.text and options.jsonl:
        sys.stderr.write("ask --jsonl reads its questions from standard input, one a line; leave TEXT out\n")
        return USAGE
    questions: Iterable[str] = [one] if options.text else _lines(sys.stdin)
    exit_code = DONE
    for i, text in enumerate(questions):
        reply = answering.reply(text, locale, as_json=options.json or options.jsonl)
        if i and not (options.json or options.jsonl):
            print()
        print(reply.text, flush=True)
        if not reply.valid:
            exit_code = WRONG
    return DONE if options.jsonl else exit_code


def _lines(stream: Iterable[str]) -> Iterator[str]:
    for line in stream:
        yield line.rstrip("\r\n")


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import check, schema

    if options.schema:
        print(schema(settings))
        return DONE
    checked = check(options.path or [settings.data], settings)
    for fault in checked.faults:
        print(fault)
    counted = ((checked.files, "release"), (checked.statements, "statement"), (len(checked.faults), "fault"))
    print(", ".join(f"{number} {name}" if number == 1 else f"{number} {name}s" for number, name in counted))
    return WRONG if checked.faults else DONE


def _run(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import run

    _keep_a_log(logging.INFO)
    return _until_stopped(lambda stop: run(settings, stop, posts_only=options.posts_only))


def _announce(options: argparse.Namespace, settings: Settings) -> int:
    from bot.backup import exported, imported, listed

    if options.act == "import":
        if options.file is None:
            print("announce import needs a file: python -m bot announce import FILE", file=sys.stderr)
            return USAGE
        print(f"{imported(settings, options.file)} announcements taken")
        return DONE
    if options.act == "export":
        print(exported(settings), end="")
        return DONE
    for one in listed(settings)["announcements"]:
        print(" | ".join(str(one[key]) for key in ANNOUNCEMENT_LISTED))
    return DONE


def _preview(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import locale_of, preview

    _keep_a_log(logging.ERROR)
    locale = locale_of(options.locale)
    return _until_stopped(lambda stop: preview(settings, stop, locale, options.port))


def _commands(_options: argparse.Namespace, settings: Settings) -> int:
    import asyncio

    from bot.app import command_payloads

    print(asyncio.run(command_payloads(settings)))
    return DONE


def _keep_a_log(level: int) -> None:
    logging.basicConfig(level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")


def _until_stopped(work: Callable[[asyncio.Event], Awaitable[None]]) -> int:
    """Runs until done, or until Ctrl-C or SIGTERM, which end it in order."""
    import asyncio

    sys.setswitchinterval(TURN_SECONDS)

    async def working() -> None:
        stop = asyncio.Event()
        for sent in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sent, stop.set)
        await work(stop)

    asyncio.run(working())
    return DONE


VERBS = {"announce": _announce, "ask": _ask, "check": _check, "commands": _commands, "preview": _preview, "run": _run}

if __name__ == "__main__":
    sys.exit(main())
