"""A removal that was broken off is made good, to the last word in the last file."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa.errors import IndexUnwritable
from qa.index.index_folder import IndexFolder
from qa.index.lexical_index import LexicalIndex
from qa.index.local_index import open_newest
from qa.index.publishing import publish
from qa.index.upkeep import check_library
from qa.language.terms import find_terms_in
from qa.settings import Settings
from qa.storage.snapshot import Snapshot
from qa.wiring import remove_releases
from tests.qa.crashes.changes import (
    HELD,
    LATER,
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


@pytest.mark.parametrize(
    ("point", "instead"),
    [
        ("qa.index.publishing.publish", die),
        ("qa.index.publishing.write_purged", die),
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
    assert "segment-6" in names
    assert len(names) > 1


def test_removal_writes_only_what_holds_it_anew(tmp_path: Path) -> None:
    """It was the whole index, which of a million passages takes minutes."""
    add(tmp_path, HELD)
    of_first = find_inodes(tmp_path / "index" / "generation-1")
    add(tmp_path, LATER)
    assert find_secret(tmp_path)
    remove_releases(Settings(data=tmp_path), REMOVED)
    place = tmp_path / "index" / "generation-3"
    now = find_inodes(place)
    large = {name for name in of_first if name.startswith(("segment-1/", "terms/"))}
    # Both of vectors and of words.
    assert {name for name in large if now.get(name) == of_first[name]} == large
    assert {name for name in now if name.endswith("vectors.faiss")} > {"segment-1/vectors.faiss"}
    assert not find_secret(tmp_path)
    assert not find_removed_keys(tmp_path, place)
    assert check_library(tmp_path) == []


@pytest.mark.parametrize("later", [0, 1, 12])
def test_earlier_version_of_what_is_removed_goes_too_wherever_it_is(
    tmp_path: Path, later: int
) -> None:
    """tantivy merges files of its own, of eight or more, and so whatever is in them."""
    held = make_release(80, SECRET)
    add(tmp_path, [*HELD, held])
    add(tmp_path, [replace(held, title="Corrected", body="Ships rose after all.")])
    for number in range(later):
        add(tmp_path, [make_release(81 + number, "tungsten")])
    assert find_secret(tmp_path)
    remove_releases(Settings(data=tmp_path), [held.id])
    [place] = (tmp_path / "index").glob("generation-*")
    assert not find_secret(tmp_path)
    assert not find_removed_keys(tmp_path, place)
    assert check_library(tmp_path) == []
    removed = observe(tmp_path)
    publish(tmp_path, anew=True)
    assert observe(tmp_path) == removed


def test_words_that_tantivy_does_not_let_go_of_are_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_library(tmp_path)
    monkeypatch.setattr("qa.index.lexical_index.find_beside_removed", lambda *_: [])
    remove_releases(Settings(data=tmp_path), REMOVED)
    assert not find_secret(tmp_path)
    assert check_library(tmp_path) == []


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


def find_inodes(place: Path) -> dict[str, int]:
    """The files of a generation that are never written again, and what the disk calls them."""
    files = (path for folder in ("segment-*", "terms") for path in place.glob(f"{folder}/*.*"))
    return {
        path.relative_to(place).as_posix(): path.stat().st_ino
        for path in files
        if path.suffix not in (".json", ".lock") and not path.name.startswith(".")
    }


def find_removed_keys(data: Path, place: Path) -> set[int]:
    """The keys in the segments of a generation that the library does not hold."""
    with Snapshot(data) as snapshot:
        held = set(snapshot.read_passage_keys().tolist())
    columns = [np.load(path) for path in place.glob("segment-*/keys.npy")]
    return {key for column in columns for key in column.tolist()} - held


def find_secret(data: Path) -> list[Path]:
    """The files that hold the word of what is removed."""
    files = [path for path in data.rglob("*") if path.is_file()]
    found = [path for path in files if SECRET.encode() in path.read_bytes()]
    return found + [place for place in data.glob("index/*/terms") if has_secret(place)]


def has_secret(terms: Path) -> bool:
    """Whether tantivy has it, whose files hold no word in one piece: it counts what is deleted, as
    long as that is in a file. One that it uses no more may have anything."""
    noted = json.loads((terms / "meta.json").read_text(encoding="utf-8"))
    used = {each["segment_id"].replace("-", "") for each in noted["segments"]}
    there = {path.name.split(".")[0] for path in terms.glob("[0-9a-f]*.*")} - {"meta"}
    [word] = find_terms_in(SECRET, "en")
    return there != used or LexicalIndex.open(terms).count(word) > 0
