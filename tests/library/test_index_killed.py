"""A process that is killed while it makes the index leaves the old one or the new one, never a part."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.library.shelf import Shelf
from bot.model.question import Sought
from tests.shelves import DATA, ROOT, now

RELEASE = "2020-08-27-asean-rok-dialogue"
OLD = "continue communication to ensure that the discussion leads"
NEW = "keep up communication to ensure that the discussion leads"
MOMENTS_MOST, STEP = 200, 4
"""Of so many moments every fourth, from another first one in each test."""


def killed(data: Path, var: Path, moment: int) -> bool:
    """Whether a process that loads was killed before it was done."""
    command = (sys.executable, "-m", "tests.library.killed_load", str(data), str(var), str(moment))
    return subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL


def gists(data: Path, var: Path) -> list[str]:
    """What a process that starts now answers from."""
    return [statement.gist.en for _, statement in Shelf(data, DATA, var, now).load().every(Sought())]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def reworded(data: Path) -> None:
    """The release with another gist."""
    path = data / "releases" / f"{RELEASE}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(OLD) == 1
    path.write_text(text.replace(OLD, NEW), encoding="utf-8")


def test_killed_at_any_moment_of_the_first_build(data: Path, tmp_path: Path) -> None:
    wanted = gists(data, tmp_path / "whole")
    moment = 1
    while killed(data, var := tmp_path / f"var{moment}", moment):
        assert gists(data, var) == wanted, moment
        moment += STEP
    assert 10 < moment < MOMENTS_MOST


def test_killed_at_any_moment_of_a_change(data: Path, tmp_path: Path) -> None:
    old = gists(data, tmp_path / "old")
    reworded(data)
    wanted = gists(data, tmp_path / "whole")
    assert wanted != old
    moment = 3
    while True:
        var = tmp_path / f"var{moment}"
        shutil.copytree(tmp_path / "old", var)
        if not killed(data, var, moment):
            break
        assert gists(data, var) == wanted, moment
        moment += STEP
    assert 10 < moment < MOMENTS_MOST
