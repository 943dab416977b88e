"""The command line: ``python -m bot VERB``."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot import __version__
from bot.errors import ReadoutError
from bot.settings import Settings, read_settings

DONE, WRONG, USAGE = 0, 1, 2
SHARED = ("data", "var", "locale")
"""Options that may stand before or after the verb."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one verb. 0 done, 1 the data or the request is wrong, 2 usage."""
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
    return parser


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from bot.app import console, locale_of

    answering = console(settings)
    locale = locale_of(options.locale)
    one = " ".join(options.text)
    questions: Iterable[str] = [one] if one and not options.jsonl else _lines(sys.stdin)
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
    print(f"{checked.files} releases, {checked.statements} statements, {len(checked.faults)} faults")
    return WRONG if checked.faults else DONE


VERBS = {"ask": _ask, "check": _check}

if __name__ == "__main__":
    sys.exit(main())
