"""Loading: all or nothing, and nothing from where it must not come."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import FaultsError
from bot.library.library import Library
from bot.library.shelf import Shelf, load_library
from bot.library.sought import Results
from bot.model.question import Kind, Sought, Subject
from bot.model.value import Locale
from tests.shelves import DATA, NOW, now

RELEASE = "2020-08-27-asean-rok-dialogue"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data, to spoil."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def release_file(data: Path) -> Path:
    return data / "releases" / f"{RELEASE}.yaml"


def load(data: Path, at: datetime = NOW) -> Library:
    return load_library(data, DATA, lambda: at)


def refusal(data: Path) -> str:
    with pytest.raises(FaultsError) as caught:
        load_library(data, DATA, now)
    return str(caught.value)


def put_at_head(path: Path, line: str) -> None:
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def test_a_withheld_release_is_nowhere(data: Path) -> None:
    put_at_head(release_file(data), "status: withheld")
    library = load(data)
    assert list(library.releases()) == []
    assert library.release(RELEASE) is None
    assert library.paragraphs(RELEASE) == {}
    assert library.source_hash(RELEASE) == ""
    assert not library.is_spoken_of(Subject(topic="wto"))
    assert library.search(Sought(topic="wto"), 1) == Results()
    assert list(library.every(Sought(topic="wto"))) == []
    assert library.span() is None
    assert library.suggest(Kind.RELEASE, "asean", Locale.EN) == ()


def test_an_embargoed_release_is_nowhere_until_its_hour_and_then_there_without_a_reload(data: Path) -> None:
    put_at_head(release_file(data), f"embargo_until: {NOW.isoformat()}")
    at = [NOW - timedelta(seconds=1)]
    library = load_library(data, DATA, lambda: at[0])
    assert list(library.releases()) == []
    assert library.suggest(Kind.RELEASE, "asean", Locale.EN) == ()
    at[0] = NOW
    assert [release.id for release in library.releases()] == [RELEASE]
    assert [choice.id for choice in library.suggest(Kind.RELEASE, "asean", Locale.EN)] == [RELEASE]


def test_an_embargo_needs_a_time_zone(data: Path) -> None:
    put_at_head(release_file(data), "embargo_until: 2031-05-03T09:00:00")
    assert "embargo_until: '2031-05-03T09:00:00' is not a time; write it as 2031-05-03T09:00:00Z" in refusal(data)


def test_one_faulty_release_keeps_all_from_loading_and_every_fault_is_named(data: Path) -> None:
    second = data / "releases" / "2031-01-01-second.yaml"
    second.write_text("id: 2031-01-01-second\n", encoding="utf-8")
    (data / "sources" / "2031-01-01-second.txt").write_text("Title\n\n1. Text.\n", encoding="utf-8")
    text = refusal(data)
    assert "2031-01-01-second.yaml: issuer: is missing" in text
    assert "2031-01-01-second.yaml: meetings: is missing" in text


def test_two_files_of_one_release_are_refused(data: Path) -> None:
    shutil.copy(release_file(data), release_file(data).with_suffix(".yml"))
    assert f"{RELEASE}.yml: is not read: releases are files named <id>.yaml" in refusal(data)


def test_a_release_that_calls_itself_by_another_name_is_refused(data: Path) -> None:
    release_file(data).rename(data / "releases" / "2020-08-27-other.yaml")
    (data / "sources" / f"{RELEASE}.txt").rename(data / "sources" / "2020-08-27-other.txt")
    assert f"id: '{RELEASE}' is not the file's name '2020-08-27-other'; make them equal" in refusal(data)


@pytest.mark.parametrize("id_", ["../../etc/passwd", "/etc/passwd", "2020-08-27-../x", "2020-08-27-asean rok"])
def test_an_id_that_is_a_path_is_refused(data: Path, id_: str) -> None:
    path = release_file(data)
    path.write_text(path.read_text(encoding="utf-8").replace(f"id: {RELEASE}", f"id: {id_}", 1), encoding="utf-8")
    assert "is not <published>-<series>, such as 2031-05-01-north-forum" in refusal(data)


def test_a_release_that_is_a_link_out_of_the_data_is_refused(data: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    release_file(data).rename(outside)
    release_file(data).symlink_to(outside)
    assert "is a link that leads out of the data folder" in refusal(data)


def test_a_source_that_is_a_link_out_of_the_data_is_refused(data: Path, tmp_path: Path) -> None:
    source = data / "sources" / f"{RELEASE}.txt"
    source.rename(tmp_path / "outside.txt")
    source.symlink_to(tmp_path / "outside.txt")
    assert "is a link that leads out of the data folder" in refusal(data)


def test_a_missing_source_is_named(data: Path) -> None:
    (data / "sources" / f"{RELEASE}.txt").unlink()
    assert f"sources/{RELEASE}.txt: cannot be read: No such file or directory" in refusal(data)


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    assert "is no folder; name one with --data or READOUT_DATA" in refusal(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("file", "true", "false", "fault"),
    [
        ("parties", "{party: asean}", "{party: asaen}", "unknown party 'asaen', did you mean 'asean'?"),
        ("parties", "id: dprk", "id: rok", "the id 'rok' stands twice; keep one"),
        ("topics", "parent: economy", "parent: economics", "unknown topic 'economics', did you mean 'economy'?"),
        ("topics", "en: [NSP,", "en: [AOIP,", "already leads to"),
        ("topics", "parent: regional-situation", "parent: korean-peninsula", "would be above itself in the tree"),
        ("people", "party: brunei", "party: burnei", "unknown party 'burnei', did you mean 'brunei'?"),
        (
            "people",
            "      source: Yonhap",
            "      sauce: Yonhap",
            "people[2].other_script.source (yoo-myung-hee): is missing",
        ),
        ("speech_acts", "{act: agreement, name", "{act: agreements, name", "unknown value 'agreements'"),
    ],
)
def test_a_fault_in_the_vocabulary_is_named(data: Path, file: str, true: str, false: str, fault: str) -> None:
    path = data / "vocabulary" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert true in text
    path.write_text(text.replace(true, false, 1), encoding="utf-8")
    assert fault in refusal(data)


def test_new_words_of_questions_are_known_at_once_and_no_release_is_checked_for_them(
    data: Path, tmp_path: Path
) -> None:
    checked: list[int] = []
    words = data / "vocabulary" / "questions.yaml"
    shelf = Shelf(data, DATA, tmp_path / "var", now, progress=lambda done, _: checked.append(done))
    before = shelf.load().vocabulary.asking.fillers.en
    assert checked == [1]
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("fillers:\n  en: [", "fillers:\n  en: [pray tell, "), encoding="utf-8")
    after = shelf.load().vocabulary.asking.fillers.en
    assert set(after) - set(before) == {"pray tell"}
    assert checked == [1]
    again = Shelf(data, DATA, tmp_path / "var", now, progress=lambda done, _: checked.append(done))
    assert "pray tell" in again.load().vocabulary.asking.fillers.en
    assert checked == [1]


def test_other_broad_topics_have_every_release_checked_again(data: Path, tmp_path: Path) -> None:
    checked: list[int] = []
    words = data / "vocabulary" / "questions.yaml"
    shelf = Shelf(data, DATA, tmp_path / "var", now, progress=lambda done, _: checked.append(done))
    shelf.load()
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("broad_topics: [general-cooperation,", "broad_topics: [nts, general-cooperation,"))
    shelf.load()
    assert checked == [1, 1]
