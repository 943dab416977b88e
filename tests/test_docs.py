"""What the documents show is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bot.cards.commands import Naming
from bot.library.schema import release_schema
from bot.model.question import COMMANDS
from bot.model.value import Locale
from tests.shelves import DATA, ROOT, app, vocabulary

README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPTS = re.findall(r"```console\n\$ python -m bot (ask) '([^']+)'\n(.*?)\n```", README, re.DOTALL)


def test_the_readme_has_transcripts() -> None:
    assert len(TRANSCRIPTS) == README.count("```console")
    assert len(TRANSCRIPTS) >= 3


@pytest.mark.parametrize(("verb", "text", "printed"), TRANSCRIPTS, ids=[text for _, text, _ in TRANSCRIPTS])
def test_each_transcript_is_what_the_program_prints(verb: str, text: str, printed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bot", verb, text],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    assert run.stdout.rstrip("\n") == printed


def test_the_command_table_lists_every_command_with_its_options_and_words() -> None:
    naming = Naming(app().languages[Locale.EN])
    rows = []
    for command in COMMANDS:
        options = [option.typed if option.required else f"[{option.typed}]" for option in command.options]
        rows.append(f"| `{' '.join((f'/{command.name}', *options))}` | {naming.what(command)} |")
    table = README.split("| command | answers |\n|---|---|\n")[1].split("\n\n")[0]
    assert table.splitlines() == rows


def test_data_readme_names_every_field_and_every_act() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    fields = app_fields()
    assert [name for name in sorted(fields) if not re.search(rf"\b{name}\b", text)] == []
    assert [act for act in vocabulary().acts if f"`{act.value}`" not in text] == []


def app_fields() -> set[str]:
    """Every field name of a release file, from its schema."""
    ids: dict[str, list[str]] = {name: [] for name in ("parties", "issuers", "people", "topics")}
    schema = release_schema(ids)
    return {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", {})}
