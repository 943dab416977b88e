"""The command line, as a program of its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from jsonschema import Draft202012Validator

from bot.library.guarded_yaml import parse
from tests.shelves import DATA, ROOT


def run(*arguments: str, given: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs the program on a closed standard input unless lines are given."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )


def test_ask_answers_and_exits_0() -> None:
    ran = run("ask", "/agreed")
    assert (ran.returncode, ran.stdout.splitlines()[0], ran.stderr) == (0, "2 joint agreements", "")


def test_a_question_that_is_none_exits_1_with_one_sentence() -> None:
    ran = run("ask", "/nothing")
    assert (ran.returncode, ran.stdout.count("\n"), ran.stderr) == (1, 1, "")


def test_usage_exits_2() -> None:
    assert run().returncode == 2
    assert run("fly").returncode == 2
    assert run("ask", "--locale", "fr", "/agreed").returncode == 2


def test_jsonl_prints_one_object_a_line_in_order_and_never_stops_early() -> None:
    lines = ["/agreed", "", "/nothing", "/positions topic:\ud7a3", "{" * 5000]
    lines += ["/attendance who:DPRK", "/합의", "\u0000", "/help"]
    ran = run("ask", "--jsonl", given="\n".join(lines) + "\n")
    objects = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [found["question"] for found in objects] == lines
    assert ran.returncode == 0
    assert objects[-1]["outcome"] == "answered"


def test_global_options_stand_before_or_after_the_verb() -> None:
    before, after = run("--locale", "ko", "ask", "/agreed"), run("ask", "/agreed", "--locale", "ko")
    assert before.stdout == after.stdout
    assert before.stdout.startswith("공동 합의 2건")


def test_check_names_every_fault_of_every_file_with_its_place(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    path = next((data / "releases").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    for true, false in (
        ("topics: [aoip]", "topics: [aiop]"),
        ("act: request", "act: requst"),
        ("verb: agreed", "verb: decided"),
        ("  - id: 3-a", "  - id: 3-a\n    topcis: [nsp]"),
    ):
        text = text.replace(true, false, 1)
    path.write_text(text, encoding="utf-8")
    ran = run("check", str(data))
    assert ran.returncode == 1
    assert [re.sub(r":\d+:", ":", line.removeprefix(str(data))) for line in ran.stdout.splitlines()] == [
        f"/releases/{path.name}: statements[8].topcis (3-a): unknown field, did you mean 'topics'?",
        f"/releases/{path.name}: statements[18].verb (3.3-b): the verb 'decided' does not stand in the quote",
        f"/releases/{path.name}: statements[27].topics[0] (4.2-b): unknown topic 'aiop', did you mean 'aoip'?",
        f"/releases/{path.name}: statements[29].act (5-a): unknown value 'requst', did you mean 'request'?",
        "1 release, 0 statements, 4 faults",
    ]


def test_faulty_data_answers_nothing_and_says_why(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    next((data / "sources").glob("*.txt")).write_bytes(b"\xff\xfe\x00")
    ran = run("--data", str(data), "ask", "/agreed")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "is not UTF-8 text; save it as UTF-8" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    for line in ("/agreed", "/attendance", "/positions topic:wto", "/release", "/compare topic:wto"):
        ran = run("--data", str(tmp_path), "ask", line)
        assert (ran.returncode, ran.stdout.splitlines()[0]) == (
            0,
            "No release is loaded, so I can say nothing. Add one to data/releases and reload.",
        )


def test_the_schema_takes_the_releases_and_completes_ids() -> None:
    schema = json.loads(run("check", "--schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in (DATA / "releases").glob("*.yaml"):
        tree = parse(path.read_bytes(), path.name).tree
        assert [error.message for error in validator.iter_errors(tree)] == []
        tree["statements"][0]["topics"] = ["korea"]
        assert len(list(validator.iter_errors(tree))) == 1


def test_after_an_install_it_works_from_any_folder(tmp_path: Path) -> None:
    """A wheel, unpacked beside the dependencies of this environment, with no checkout in sight."""
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w"]
    build += [str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    place = tmp_path / "env"
    venv.create(place, system_site_packages=False, with_pip=False)
    site = next((place / "lib").glob("python*/site-packages"))
    shutil.unpack_archive(next(wheels.glob("*.whl")), site, "zip")
    here = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (site / "dependencies.pth").write_text(f"{here}\n")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    program = "import bot, sys; print(bot.__file__); from bot.__main__ import main; sys.exit(main())"
    ran = subprocess.run(
        [str(place / "bin" / "python"), "-c", program, "ask", "/agreed"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=elsewhere,
        check=True,
    )
    where, first = ran.stdout.splitlines()[:2]
    assert Path(where).is_relative_to(site)
    assert first == "2 joint agreements"


def test_a_text_beside_jsonl_is_a_usage_error_and_an_empty_text_is_answered() -> None:
    beside, empty = run("ask", "--jsonl", "/help"), run("ask", "")
    assert (beside.returncode, beside.stdout) == (2, "")
    assert beside.stderr == "ask --jsonl reads its questions from standard input, one a line; leave TEXT out\n"
    assert (empty.returncode, empty.stdout != "") == (1, True)
