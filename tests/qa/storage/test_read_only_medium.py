"""A library on a medium that nothing can be written to: all that reads works, and says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from tests.qa.storage.test_release_library import ENCODER, make_release, put

MOUNTED = """
set -e
mount --bind "$1" "$1"
mount -o remount,bind,ro "$1"
data=$1 python=$2
shift 2
exec "$python" -m qa "$@" --data "$data"
"""


def call(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command of these arguments on the library in `folder`, which it cannot write to."""
    mounting = ["unshare", "--mount", "--map-root-user", "sh"]
    try:
        subprocess.run(
            [*mounting, "-c", "mount -t tmpfs none /mnt"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        # .ci/run is root; who may not mount, nor make a namespace to do so in, has no such medium.
        pytest.skip(f"a medium to read only takes the right to mount one: {error}")
    return subprocess.run(
        [*mounting, "-c", MOUNTED, "sh", str(folder), sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )


def test_library_says_what_it_holds(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
    found = call(tmp_path, "status")
    assert "0 releases" in found.stdout, found.stderr


def test_question_is_answered(seed_settings: Settings) -> None:
    found = call(seed_settings.data, "ask", "--local", "Who is India's new ambassador in Seoul?")
    assert "Gourangalal Das" in found.stdout, found.stderr


def test_changes_made_where_it_can_be_written_to_are_seen(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        put(library, make_release(1))
    with Library(tmp_path) as library:
        put(library, make_release(2))
        found = call(tmp_path, "status")
    assert "2 releases" in found.stdout, found.stderr


def test_changes_that_it_does_not_show_are_said(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
        (tmp_path / f"{FILE_NAME}-shm").unlink()
        found = call(tmp_path, "status")
    assert found.returncode == 2
    assert "library.sqlite-wal" in found.stderr
    assert "--data" in found.stderr
