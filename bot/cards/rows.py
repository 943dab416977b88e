"""Statements as rows to download: CSV and JSON text, each row with its citation code."""

from __future__ import annotations

import csv
import json

from bot.answers.search import Search
from bot.answers.statements import StatementList
from bot.cards.card import Ref

LIST_MARK = "; "
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection")."""

Row = dict[str, str | bool | list[str]]


def rows_of(answer: Search | StatementList) -> tuple[Row, ...]:
    """Every statement found, on whatever page, as plain values; both languages, the release's own words last."""
    rows: list[Row] = []
    for match in answer.found:
        release, statement = match.release, match.statement
        rows.append(
            {
                "citation": Ref(release.id, statement.paragraph).code,
                "release": release.id,
                "paragraph": statement.paragraph,
                "statement": statement.id,
                "day": release.day_of(statement).isoformat(),
                "published": release.published.isoformat(),
                "issuer": release.issuer,
                "sides": list(statement.sides),
                "joint": statement.joint,
                "speaker": statement.refers_to or statement.speaker or "",
                "act": statement.act.value,
                "verb": statement.verb,
                "topics": list(statement.topics),
                "conditions": list(statement.conditions),
                "gist_en": statement.gist.en,
                "gist_ko": statement.gist.ko,
                "quote": statement.quote,
            }
        )
    return tuple(rows)


def rows_as_json(answer: Search | StatementList) -> str:
    """A JSON list of objects, one a statement."""
    return json.dumps(rows_of(answer), ensure_ascii=False, indent=1)


def rows_as_csv(answer: Search | StatementList) -> str:
    """CSV (RFC 4180) with a line of names; lists are joined by "; ", and no cell can be taken for a formula."""
    rows = rows_of(answer)
    sheet = _Sheet()
    if rows:
        writer = csv.DictWriter(sheet, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return "".join(sheet.lines)


class _Sheet:
    """Keeps the lines that are written to it."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        """Keeps one line."""
        self.lines.append(line)


def _cell(value: str | bool | list[str]) -> str:  # noqa: FBT001 - a cell's value, not a switch
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = LIST_MARK.join(value) if isinstance(value, list) else value
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
