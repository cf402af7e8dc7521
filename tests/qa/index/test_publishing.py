"""The index folder: whole or not at all, checked before it is read, and made anew."""

import multiprocessing
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.errors import IndexDamaged, IndexUnwritable
from qa.index import segments
from qa.index.index_folder import IndexFolder
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.index.manifest import Checked, Manifest
from qa.index.publishing import publish
from qa.language.glossary import digest_glossary
from qa.records import EVERYTHING, DateRange, Release, Scope
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.snapshot import Snapshot
from qa.wiring import remove_releases, update_library
from tests.qa.index.published import FIRST, ask, files_in, open_index, place_of

ROOT = Path(__file__).resolve().parents[3]
SECOND = [Release("r3", "Steel", date(2025, 10, 1), "Steel output fell.", "M")]


def test_index_made_with_another_glossary_is_made_anew(data: Path, snapshot: Snapshot) -> None:
    place = place_of(data)
    made = Manifest.read(place)
    assert digest_glossary() in made.rules  # of an encoder for which nothing is rendered, too
    replace(made, rules=made.rules.replace(digest_glossary(), "0" * 12)).write(place)
    with pytest.raises(IndexDamaged, match="not the one of this library"):
        IndexFolder(data).verify(snapshot)
    publish(data)
    assert IndexFolder(data).verify(snapshot).manifest.rules == made.rules


def test_folder_holds_what_is_documented(data: Path, snapshot: Snapshot) -> None:
    assert {path.name for path in place_of(data).iterdir()} == {
        "manifest.json",
        "removed.npy",
        "segment-1",
        "terms",
    }
    described = {word for word in str(segments.__doc__).split() if "." in word[1:-1]}
    found = {path.name for path in (place_of(data) / "segment-1").iterdir()}
    assert found == {word for word in described if word.endswith((".npy", ".faiss"))}
    IndexFolder(data).verify(snapshot)


def test_change_that_changes_nothing_reads_no_file_of_the_index(
    data: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_nothing(path: Path) -> str:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr("qa.index.manifest.read_digest", read_nothing)
    assert update_library(Settings(data=data), encoder, FIRST).generation == 1
    assert remove_releases(Settings(data=data), ["never-held"]).generation == 1


def test_deleted_index_comes_back(data: Path, snapshot: Snapshot, encoder: Encoder) -> None:
    expected = ask(open_index(data), encoder)
    shutil.rmtree(data / "index")
    with pytest.raises(IndexDamaged, match="no readable manifest"):
        LocalPassageIndex.open(snapshot)
    assert ask(open_index(data), encoder) == expected


def test_index_of_another_generation_is_refused(data: Path, encoder: Encoder) -> None:
    old = data.parent / "old"
    shutil.copytree(place_of(data), old)
    update_library(Settings(data=data), encoder, SECOND)
    snapshot = Snapshot(data)
    shutil.rmtree(place_of(data, 2))
    old.rename(place_of(data, 2))
    with pytest.raises(IndexDamaged, match="not the one of this library"):
        LocalPassageIndex.open(snapshot)
    assert len(open_index(data)) == 3
    snapshot.close()


def test_index_of_a_deleted_library_is_not_taken_for_that_of_the_next(
    data: Path, encoder: Encoder
) -> None:
    for file in data.glob("library.sqlite*"):
        file.unlink()
    update_library(Settings(data=data), encoder, SECOND)
    snapshot = Snapshot(data)
    assert snapshot.generation == 1
    index = LocalPassageIndex.open(snapshot)
    assert len(index) == 1
    assert index.count_passages(Scope(DateRange(date(2025, 10, 1), date(2025, 10, 1)))) == 1
    snapshot.close()


def test_older_generations_go_when_a_newer_is_there(data: Path, encoder: Encoder) -> None:
    update_library(Settings(data=data), encoder, SECOND)
    folders = [path.name for path in (data / "index").iterdir() if path.is_dir()]
    assert folders == ["generation-2"]


def test_generation_that_is_replaced_before_it_is_open_gives_way_to_the_newer(
    data: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = IndexFolder.verify

    def change_first(
        folder: IndexFolder, snapshot: Snapshot, earlier: Checked | None = None
    ) -> Checked:
        monkeypatch.setattr(IndexFolder, "verify", verify)
        update_library(Settings(data=data), encoder, SECOND)
        return verify(folder, snapshot, earlier)

    monkeypatch.setattr(IndexFolder, "verify", change_first)
    snapshot, index = open_newest(data)
    assert (snapshot.generation, len(index)) == (2, 3)
    snapshot.close()
    assert [path.name for path in (data / "index").glob("*-*")] == ["generation-2"]


def test_whole_index_is_left_as_it_is(data: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in files_in(place_of(data))}
    publish(data)
    assert {path: path.stat().st_mtime_ns for path in files_in(place_of(data))} == before


def test_index_of_an_empty_library_holds_nothing(tmp_path: Path, encoder: Encoder) -> None:
    Library(tmp_path).close()
    index = open_index(tmp_path)
    assert len(index) == index.count_passages(EVERYTHING) == index.count_term("export") == 0
    assert ask(index, encoder) == []
    assert index.read_tokens([]) == []


def test_release_without_words_is_held_without_passages(tmp_path: Path, encoder: Encoder) -> None:
    empty = Release("r1", "Title", date(2025, 1, 1), "", "M")
    update_library(Settings(data=tmp_path), encoder, [empty])
    snapshot = Snapshot(tmp_path)
    assert snapshot.read_release("r1") == empty
    assert len(LocalPassageIndex.open(snapshot)) == 0
    snapshot.close()


# Publishes, and kills itself where `POINT` begins.
KILLED = """
import os, signal, sys
from pathlib import Path
from qa.index import drafts, publishing

def die(*_arguments):
    os.kill(os.getpid(), signal.SIGKILL)

data, point = Path(sys.argv[1]), sys.argv[2]
if point == "rename":
    Path.rename = die
else:
    setattr(drafts, point, die)
publishing.publish(data)
"""


@pytest.mark.parametrize("point", ["write_segment", "read_entries", "flush", "rename"])
def test_kill_while_publishing_leaves_the_old_index_and_is_made_good(
    data: Path, snapshot: Snapshot, encoder: Encoder, point: str
) -> None:
    kept = data.parent / "kept"
    shutil.copytree(data / "index", kept)
    update_library(Settings(data=data), encoder, SECOND)
    shutil.rmtree(data / "index")
    kept.rename(data / "index")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(data), point], cwd=ROOT, check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    assert not place_of(data, 2).exists()
    assert len(LocalPassageIndex.open(snapshot)) == 2
    assert list((data / "index").glob(".draft-*"))

    assert len(open_index(data)) == 3
    folders = [path.name for path in (data / "index").iterdir() if path.is_dir()]
    assert folders == ["generation-2"]


def test_folder_that_cannot_be_written_is_said(data: Path) -> None:
    shutil.rmtree(data / "index")
    (data / "index").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(IndexUnwritable, match="The library is intact"):
        publish(data)


def publish_at_once(data: Path) -> int:
    return len(open_index(data))


def test_several_processes_may_publish_at_once(data: Path) -> None:
    shutil.rmtree(data / "index")
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(publish_at_once, [data] * 6) == [2] * 6
