"""An index that is not as it was sealed is made again, never answered from."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.model.question import Sought
from tests.shelves import DATA, FICTION, library, now


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flipped(place: float) -> Callable[[Path], None]:
    """Turns one bit, so far into the file."""

    def flip(path: Path) -> None:
        held = bytearray(path.read_bytes())
        held[min(len(held) - 1, int(place * len(held)))] ^= 1
        path.write_bytes(held)

    return flip


DAMAGES: dict[str, Callable[[Path], None]] = {
    "gone": Path.unlink,
    "halved": halved,
    "first byte": flipped(0.0),
    "a byte in the middle": flipped(0.5),
    "last byte": flipped(1.0),
}


def everything(held: Library) -> list[tuple[str, str]]:
    """Every statement, by look-up."""
    return [(release.id, statement.quote) for release, statement in held.every(Sought())]


def load(var: Path) -> Library:
    """The library as a process that starts now has it."""
    return Shelf(FICTION, DATA, var, now).load()


def edition_in(var: Path) -> Path:
    """The folder of the current edition."""
    [folder] = (var / "index").iterdir()
    return folder / (folder / "current").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A var folder with an index in it."""
    var = tmp_path_factory.mktemp("var")
    load(var)
    return var


@pytest.fixture
def var(sealed: Path, tmp_path: Path) -> Path:
    """A copy of it, to damage."""
    shutil.copytree(sealed, tmp_path / "var")
    return tmp_path / "var"


def test_a_sound_index_is_kept(var: Path) -> None:
    before = edition_in(var)
    assert everything(load(var)) == everything(library(FICTION))
    assert edition_in(var) == before


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_whichever_file_is_damaged_the_index_is_made_again(
    var: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    names = [path.name for path in edition_in(var).iterdir() if not path.name.endswith(".lock") and path.stat().st_size]
    assert len(names) > 10
    for number, name in enumerate(names):
        copy = tmp_path / f"{number}"
        shutil.copytree(var, copy)
        before = edition_in(copy)
        damage(before / name)
        assert everything(load(copy)) == everything(library(FICTION)), name
        assert edition_in(copy) != before, name
        assert not before.exists(), name


@pytest.mark.parametrize("pointer", [b"", b"\xff\xfe", b"../../elsewhere", b"nowhere"])
def test_a_pointer_to_nothing_is_no_index(var: Path, pointer: bytes) -> None:
    (edition_in(var).parent / "current").write_bytes(pointer)
    assert everything(load(var)) == everything(library(FICTION))


def test_where_nothing_can_be_written_the_index_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file stands in the way", encoding="utf-8")
    assert everything(load(tmp_path / "var")) == everything(library(FICTION))
