"""A removal that was broken off is made good, to the last word in the last file."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from qa.errors import IndexUnwritable
from qa.index.index_folder import IndexFolder
from qa.index.local_index import open_newest
from qa.index.publishing import _put_in_place, publish
from qa.index.upkeep import check_library
from qa.settings import Settings
from qa.storage.snapshot import Snapshot
from qa.wiring import remove_releases
from tests.qa.crashes.changes import (
    REMOVED,
    SECRET,
    Change,
    add,
    make_library,
    make_release,
    run,
)
from tests.qa.crashes.killing import die, run_and_kill
from tests.qa.crashes.states import observe


def die_before_all_is_made_anew(folder: IndexFolder, snapshot: Snapshot, *, anew: bool) -> None:
    if anew:
        die()
    _put_in_place(folder, snapshot, anew=anew)


@pytest.mark.parametrize(
    ("point", "instead"),
    [
        ("qa.index.publishing.publish", die),
        ("qa.index.publishing._put_in_place", die_before_all_is_made_anew),
    ],
)
def test_removal_killed_before_files_are_made_anew_is_finished_by_the_next_change(
    tmp_path: Path, point: str, instead: Callable[..., object]
) -> None:
    make_library(tmp_path)
    settings = Settings(data=tmp_path)
    assert run_and_kill(remove_releases, settings, REMOVED, point=point, instead=instead)
    # Out of sight with the next start, and what is left in the files is told.
    assert not set(REMOVED) & {release.id for release in observe(tmp_path).releases}
    [fault] = check_library(tmp_path)
    assert "still hold what was removed" in fault

    add(tmp_path, [make_release(70, "tungsten")])
    assert not find_secret(tmp_path)
    assert check_library(tmp_path) == []


def test_change_after_a_whole_removal_shares_with_the_generation_before(tmp_path: Path) -> None:
    make_library(tmp_path)
    remove_releases(Settings(data=tmp_path), REMOVED)
    add(tmp_path, [make_release(71, "tungsten")])
    assert publish(tmp_path) == 6
    names = {path.name for path in (tmp_path / "index" / "generation-6").glob("segment-*")}
    assert names == {"segment-5", "segment-6"}


def test_removal_is_not_done_while_an_earlier_index_cannot_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where it was made by a command of another user."""
    make_library(tmp_path)
    held, delete = tmp_path / "index" / "generation-4", shutil.rmtree

    def refuse(path: Path, *, ignore_errors: bool = False) -> None:
        if path != held:
            delete(path, ignore_errors=ignore_errors)

    with monkeypatch.context() as refusing:
        refusing.setattr(shutil, "rmtree", refuse)
        with pytest.raises(IndexUnwritable, match=r"generation-4.* qa rebuild"):
            remove_releases(Settings(data=tmp_path), REMOVED)
        # It is out of what is answered from, and the rest is told until it is done.
        assert not set(REMOVED) & {release.id for release in observe(tmp_path).releases}
        # What is changed later has not removed it.
        add(tmp_path, [make_release(72, "tungsten")])
        [fault] = check_library(tmp_path)
        assert "still hold what was removed" in fault
        assert str(held) in fault
        assert run(Change.REBUILD, tmp_path) == 2
    publish(tmp_path)
    assert not held.exists()
    assert check_library(tmp_path) == []


def test_removal_while_the_index_is_made_anew_brings_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when it has to wait for another process that publishes, and a removal is quicker."""
    make_library(tmp_path)

    remove_before_locking(tmp_path, monkeypatch)
    assert publish(tmp_path, anew=True) == 5
    assert [path.name for path in (tmp_path / "index").glob("*-*")] == ["generation-5"]
    assert not find_secret(tmp_path)


def test_removal_while_a_damaged_index_is_opened_brings_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_library(tmp_path)
    shutil.rmtree(tmp_path / "index")
    remove_before_locking(tmp_path, monkeypatch)
    snapshot, _ = open_newest(tmp_path)
    assert snapshot.generation == 5
    snapshot.close()
    assert not find_secret(tmp_path)


def remove_before_locking(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have whoever is next to lock the index wait for a removal, which publishes its own."""
    locked = IndexFolder.locked

    def wait(folder: IndexFolder) -> AbstractContextManager[IndexFolder]:
        monkeypatch.setattr(IndexFolder, "locked", locked)
        remove_releases(Settings(data=data), REMOVED)
        return locked(folder)

    monkeypatch.setattr(IndexFolder, "locked", wait)


def find_secret(data: Path) -> list[Path]:
    files = [path for path in data.rglob("*") if path.is_file()]
    return [path for path in files if SECRET.encode() in path.read_bytes()]
