"""Many releases read and checked: one after another where they are few, on all cores where they are many."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bot.errors import Fault, FaultsError
from bot.library.index.documents import Entered, entered
from bot.library.lexicon import Lexicon, lexicon_of
from bot.library.reading import RELEASES, Reading, read_release
from bot.model.vocabulary import Vocabulary

SUFFIX = ".yaml"
FEW = 64
"""So many are checked before another core would have started."""
AT_ONCE = 8
"""Releases handed to a core at a time."""
Progress = Callable[[int, int], None]
"""Told after each release how many are done, of how many."""


@dataclass(frozen=True)
class Verdict:
    """One release file: what goes into the index, or its faults."""

    path: Path
    entered: Entered | None
    faults: tuple[Fault, ...] = ()


def release_files(data: Path) -> Iterator[Path]:
    """The release files under ``data``, by name."""
    folder = data / RELEASES
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)


def unread(data: Path, names: Iterable[str]) -> Iterator[Fault]:
    """What lies among the releases and would be passed over in silence; ``names`` are those under ``data``."""
    for name in sorted(name for name in names if name.startswith(f"{RELEASES}/") and not name.endswith(SUFFIX)):
        yield Fault(str(data / name), 0, "", f"is not read: releases are files named <id>{SUFFIX}")


def checked_release(path: Path, data: Path, lexicon: Lexicon) -> Reading:
    """A release that passed every check; raises FaultsError with all its faults."""
    from bot.library.checks import faults_of  # noqa: PLC0415 - a tenth of a start, where nothing may have changed
    from bot.library.faulty import faults_beside  # noqa: PLC0415 - likewise

    reading = read_release(path, data, lexicon)
    faults = {*faults_of(reading), *(faults_beside(reading) if reading.pruned else ())}
    if faults:
        raise FaultsError(tuple(sorted(faults)))
    return reading


def check(path: Path, data: Path, lexicon: Lexicon) -> Verdict:
    """One release file."""
    try:
        return Verdict(path, entered(checked_release(path, data, lexicon).shelved(), lexicon.vocabulary))
    except FaultsError as error:
        return Verdict(path, None, error.faults)


def check_all(
    paths: Sequence[Path], data: Path, lexicon: Lexicon, progress: Progress | None = None
) -> Iterator[Verdict]:
    """Each release file, in the order given."""
    for done, verdict in enumerate(_each(paths, data, lexicon), 1):
        yield verdict
        if progress:
            progress(done, len(paths))


def _each(paths: Sequence[Path], data: Path, lexicon: Lexicon) -> Iterator[Verdict]:
    cores = os.cpu_count() or 1
    if len(paths) <= FEW or cores == 1:
        yield from (check(path, data, lexicon) for path in paths)
        return
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, fresh, _start, (data, lexicon.vocabulary)) as pool:
        yield from pool.map(_check_here, paths, chunksize=AT_ONCE)


_here: dict[str, tuple[Path, Lexicon]] = {}
"""In a process that only checks: the data folder and the lexicon that it was started with."""


def _start(data: Path, vocabulary: Vocabulary) -> None:
    _here["given"] = (data, lexicon_of(vocabulary))
    gc.freeze()  # the lexicon stays: without this, each full collection walks all of it
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent tells nobody: without this its children would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _check_here(path: Path) -> Verdict:
    data, lexicon = _here["given"]
    return check(path, data, lexicon)
