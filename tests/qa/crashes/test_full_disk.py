"""A disk that is full: a change is an error, nothing is lost, and with room again it succeeds."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.index.upkeep import check_library
from tests.qa.crashes.changes import Change, apply, copy_library, make_library
from tests.qa.crashes.extent import TRIES_ALL
from tests.qa.crashes.states import observe
from tests.qa.crashes.tracing import ROOT

_PROGRAM = """
import sys
from pathlib import Path
from tests.qa.crashes.changes import Change, run

sys.exit(run(Change(sys.argv[1]), Path(sys.argv[2])))
"""


def change_elsewhere(
    change: Change, data: Path, *, largest_file: int | None = None
) -> tuple[int, str]:
    """Make a change in a process of its own: its exit status, and what it said."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM, change.value, str(data)],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return ended.returncode, ended.stderr


def is_told(status: int, said: str) -> bool:
    return status == 2 and said.startswith("qa: ") and "Traceback" not in said


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full") / "library"
    make_library(folder)
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        # .ci/run is root; a developer has the tests of a file's size, which need no right.
        pytest.skip(
            "only root may mount a disk to fill; the limit on a file's size, below, takes its "
            f"place: {mounted.stderr.strip()}"
        )
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("change", [Change.ADD, Change.REMOVE, Change.REBUILD])
def test_full_disk_is_told_and_nothing_is_lost(
    library: Path, small_disk: Path, change: Change
) -> None:
    data = copy_library(library, small_disk / "data")
    old = observe(data)
    new = copy_library(library, small_disk.with_name("new"))
    apply(change, new)
    for pages in (0, 6, 14) if TRIES_ALL else (6,):
        room = os.statvfs(small_disk)
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes((room.f_bavail - pages) * room.f_frsize))
        status, said = change_elsewhere(change, data)
        assert is_told(status, said), said
        # To be opened, the library needs some room for what SQLite keeps beside it.
        ballast.unlink()
        assert observe(data) in (old, observe(new))
    apply(change, data)
    assert observe(data) == observe(new)
    assert check_library(data) == []


@pytest.mark.parametrize("change", [Change.ADD, Change.REMOVE, Change.REBUILD])
def test_file_that_may_not_grow_is_told_and_nothing_is_lost(
    library: Path, tmp_path: Path, change: Change
) -> None:
    data = copy_library(library, tmp_path / "data")
    old = observe(data)
    new = copy_library(library, tmp_path / "new")
    apply(change, new)
    for kilobytes in (1, 4, 24) if TRIES_ALL else (4,):
        status, said = change_elsewhere(change, data, largest_file=kilobytes << 10)
        assert is_told(status, said), said
        assert observe(data) in (old, observe(new))
    apply(change, data)
    assert observe(data) == observe(new)
    assert check_library(data) == []
