"""YAML is read as what was typed, and its traps are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import FaultsError
from bot.library.guarded_yaml import DEPTH_MOST, FILE_BYTES_MOST, parse, read_file


def refused(text: str | bytes) -> list[str]:
    """The faults of a text, as lines."""
    raw = text.encode() if isinstance(text, str) else text
    with pytest.raises(FaultsError) as caught:
        parse(raw, "x.yaml")
    return [str(fault) for fault in caught.value.faults]


def test_every_scalar_stays_what_was_typed() -> None:
    text = "country: no\nparagraph: 4.10\npublished: 2031-05-02\nempty:\nlist: [yes, 1e3, ~]\n"
    assert parse(text.encode(), "x.yaml").tree == {
        "country": "no",
        "paragraph": "4.10",
        "published": "2031-05-02",
        "empty": "",
        "list": ["yes", "1e3", "~"],
    }


def test_a_fault_knows_the_line_of_its_place() -> None:
    document = parse(b"a: 1\nlist:\n  - x: 1\n  - x: 2\n    y: 3\n", "x.yaml")
    assert str(document.fault(("list", 1, "y"), "is odd")) == "x.yaml:5: list[1].y: is odd"
    assert str(document.fault(("list", 1, "z"), "is missing")) == "x.yaml:4: list[1].z: is missing"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3: a: the key stands twice (first on line 1); keep one"),
        (
            "list:\n  - x: 1\n    y: {z: 2}\n    x: 3\n",
            "x.yaml:4: list[0].x: the key stands twice (first on line 2); keep one",
        ),
        ("a: {b: {c: 1}}\na: {b: {}, b: 2}\n", "x.yaml:2: a: the key stands twice (first on line 1); keep one"),
        ("a: 1\na: 2\nb: *x\nc: d: e\n", "x.yaml:2: a: the key stands twice (first on line 1); keep one"),
        ("a: !!python/object:os.system x\n", "x.yaml:1: uses the YAML tag tag:yaml.org,2002:python/object:os.system"),
        ("a: &x 1\nb: 2\n", "x.yaml:1: uses the YAML anchor &x; write the value out"),
        ("b: *x\n", "x.yaml:1: uses the YAML alias *x; write the value out"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2: holds more than one document; keep one release in one file"),
        ("- a\n- b\n", "x.yaml:1: holds no mapping of names to values"),
        ("", "x.yaml:1: holds no mapping of names to values"),
        ("? [a, b]\n: c\n", "x.yaml:1: uses a list or mapping as a name"),
        ("a:\n\t- b\n", "x.yaml:2: is not YAML:"),
        (b"a: caf\xe9\n", "x.yaml:1: is not UTF-8 text; save it as UTF-8"),
    ],
)
def test_a_trap_is_refused_by_name(text: str | bytes, fault: str) -> None:
    assert refused(text)[0].startswith(fault)


@pytest.mark.parametrize("depth", [DEPTH_MOST + 1, 500, 200_000])
def test_nesting_ends_in_a_refusal_at_any_depth(depth: int) -> None:
    [fault] = refused("a: " + "[" * depth)
    assert fault == f"x.yaml:1: is nested deeper than {DEPTH_MOST} levels"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a" * (FILE_BYTES_MOST + 1))
    with pytest.raises(FaultsError, match="the file has 1,000,001 bytes; at most 1,000,000 are read"):
        read_file(path, tmp_path)


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: 1\n")
    inside = tmp_path / "data"
    inside.mkdir()
    (inside / "x.yaml").symlink_to(outside)
    with pytest.raises(FaultsError, match="a link that leads out of the data folder"):
        read_file(inside / "x.yaml", inside)
