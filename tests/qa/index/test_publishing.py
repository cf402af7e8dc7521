"""The index folder: whole or not at all, checked before it is read, and made anew."""

import multiprocessing
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from embeddings.files import read_digest
from qa.errors import IndexDamaged
from qa.index import segments
from qa.index.local_index import LocalPassageIndex, open_newest, open_or_publish
from qa.index.manifest import Manifest
from qa.index.publishing import publish, verify
from qa.language.glossary import digest_glossary
from qa.records import EVERYTHING, DateRange, Release, Scope
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.snapshot import Snapshot
from qa.wiring import remove_releases, update_library

ROOT = Path(__file__).resolve().parents[3]
FIRST = [
    Release("r1", "ICT Exports Rise", date(2025, 12, 15), "Exports rose by 24.3 percent.", "M"),
    Release("r2", "Trade Talks", date(2025, 11, 1), "Ministers met. They agreed.", "M"),
]
SECOND = [Release("r3", "Steel", date(2025, 10, 1), "Steel output fell.", "M")]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A data folder with a library of two releases and its index. Not to be written to."""
    folder = tmp_path_factory.mktemp("published")
    update_library(Settings(data=folder), encoder, FIRST)
    return folder


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    """A copy of `published`, to do anything to."""
    shutil.copytree(published, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def snapshot(data: Path) -> Iterator[Snapshot]:
    snapshot = Snapshot(data)
    yield snapshot
    snapshot.close()


def place_of(data: Path, generation: int = 1) -> Path:
    return data / "index" / f"generation-{generation}"


def files_in(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".lock")


def ask(index: LocalPassageIndex, encoder: Encoder) -> list[tuple[int, float, float]]:
    vector = encoder.encode_question("How much did exports rise?").vector
    found = index.find_candidates(vector, ["export"], scope=EVERYTHING, depth=5)
    return list(
        zip(found.keys.tolist(), found.cosine.tolist(), found.release_bm25.tolist(), strict=True)
    )


def test_index_made_with_another_glossary_is_made_anew(data: Path, snapshot: Snapshot) -> None:
    place = place_of(data)
    made = Manifest.read(place)
    assert digest_glossary() in made.rules  # of an encoder for which nothing is rendered, too
    replace(made, rules=made.rules.replace(digest_glossary(), "0" * 12)).write(place)
    with pytest.raises(IndexDamaged, match="not the one of this library"):
        verify(place, snapshot)
    publish(data / "index", snapshot)
    assert verify(place, snapshot).manifest.rules == made.rules


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
    verify(place_of(data), snapshot)


def test_any_byte_changed_in_any_file_is_noticed(data: Path, snapshot: Snapshot) -> None:
    for path in files_in(place_of(data)):
        whole = path.read_bytes()
        assert whole, path
        step = 7 if path.name == "manifest.json" else max(1, len(whole) // 12)
        for offset in {*range(0, len(whole), step), len(whole) - 1}:
            changed = bytearray(whole)
            changed[offset] ^= 1 << offset % 8
            path.write_bytes(changed)
            with pytest.raises(IndexDamaged):
                verify(place_of(data), snapshot)
        path.write_bytes(whole[:-1])
        with pytest.raises(IndexDamaged):
            verify(place_of(data), snapshot)
        path.write_bytes(whole)
    verify(place_of(data), snapshot)


def test_damaged_index_is_refused_then_made_anew(
    data: Path, snapshot: Snapshot, encoder: Encoder
) -> None:
    expected = ask(LocalPassageIndex.open(data / "index", snapshot), encoder)
    assert expected
    for name in ("manifest.json", "segment-1/vectors.faiss", "terms/meta.json"):
        path = place_of(data) / name
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)
        with pytest.raises(IndexDamaged):
            LocalPassageIndex.open(data / "index", snapshot)
        assert ask(open_or_publish(data / "index", snapshot), encoder) == expected
        verify(place_of(data), snapshot)


def test_damaged_index_is_read_once_more_before_it_is_made_anew(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = place_of(data) / "removed.npy"
    damaged.write_bytes(b"damaged")
    read: list[bytes] = []

    def note(path: Path) -> str:
        if path == damaged:
            read.append(path.read_bytes())
        return read_digest(path)

    monkeypatch.setattr("qa.index.manifest.read_digest", note)
    snapshot, _ = open_newest(data)
    snapshot.close()
    # When it is opened, and once nobody else can be making it.
    assert read.count(b"damaged") == 2
    assert len(read) == 3


def test_change_that_changes_nothing_reads_no_file_of_the_index(
    data: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_nothing(path: Path) -> str:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr("qa.index.manifest.read_digest", read_nothing)
    assert update_library(Settings(data=data), encoder, FIRST).generation == 1
    assert remove_releases(Settings(data=data), ["never-held"]).generation == 1


def test_missing_file_is_noticed_and_healed(data: Path, snapshot: Snapshot) -> None:
    for name in [path.relative_to(place_of(data)) for path in files_in(place_of(data))][::3]:
        if not (place_of(data) / name).is_file():
            continue  # tantivy names its files anew each time
        (place_of(data) / name).unlink()
        with pytest.raises(IndexDamaged):
            LocalPassageIndex.open(data / "index", snapshot)
        assert len(open_or_publish(data / "index", snapshot)) == 2


def test_extra_file_is_noticed_and_healed(data: Path, snapshot: Snapshot) -> None:
    (place_of(data) / "terms" / "stranger").write_text("", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="not those of its manifest"):
        LocalPassageIndex.open(data / "index", snapshot)
    open_or_publish(data / "index", snapshot)
    assert not (place_of(data) / "terms" / "stranger").exists()


@pytest.mark.parametrize(
    "manifest", ["", "[]", "null", "{}", '{"content": []}', '{"content": {"files": {}}}', "\0"]
)
def test_manifest_of_another_form_is_damage(data: Path, snapshot: Snapshot, manifest: str) -> None:
    (place_of(data) / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        verify(place_of(data), snapshot)


def test_deleted_index_comes_back(data: Path, snapshot: Snapshot, encoder: Encoder) -> None:
    expected = ask(open_or_publish(data / "index", snapshot), encoder)
    shutil.rmtree(data / "index")
    with pytest.raises(IndexDamaged, match="no readable manifest"):
        LocalPassageIndex.open(data / "index", snapshot)
    assert ask(open_or_publish(data / "index", snapshot), encoder) == expected


def test_index_of_another_generation_is_refused(data: Path, encoder: Encoder) -> None:
    old = data.parent / "old"
    shutil.copytree(place_of(data), old)
    update_library(Settings(data=data), encoder, SECOND)
    snapshot = Snapshot(data)
    shutil.rmtree(place_of(data, 2))
    old.rename(place_of(data, 2))
    with pytest.raises(IndexDamaged, match="not the one of this library"):
        LocalPassageIndex.open(data / "index", snapshot)
    assert len(open_or_publish(data / "index", snapshot)) == 3
    snapshot.close()


def test_index_of_a_deleted_library_is_not_taken_for_that_of_the_next(
    data: Path, encoder: Encoder
) -> None:
    for file in data.glob("library.sqlite*"):
        file.unlink()
    update_library(Settings(data=data), encoder, SECOND)
    snapshot = Snapshot(data)
    assert snapshot.generation == 1
    index = LocalPassageIndex.open(data / "index", snapshot)
    assert len(index) == 1
    assert index.count_passages(Scope(DateRange(date(2025, 10, 1), date(2025, 10, 1)))) == 1
    snapshot.close()


def test_older_generations_go_when_a_newer_is_there(data: Path, encoder: Encoder) -> None:
    update_library(Settings(data=data), encoder, SECOND)
    folders = [path.name for path in (data / "index").iterdir() if path.is_dir()]
    assert folders == ["generation-2"]


def test_reader_of_an_older_moment_leaves_the_newer_generation_alone(
    data: Path, snapshot: Snapshot, encoder: Encoder
) -> None:
    update_library(Settings(data=data), encoder, SECOND)
    with pytest.raises(IndexDamaged, match="has changed since generation 1"):
        open_or_publish(data / "index", snapshot)
    assert [path.name for path in (data / "index").glob("*-*")] == ["generation-2"]


def test_whole_index_is_left_as_it_is(data: Path, snapshot: Snapshot) -> None:
    before = {path: path.stat().st_mtime_ns for path in files_in(place_of(data))}
    publish(data / "index", snapshot)
    assert {path: path.stat().st_mtime_ns for path in files_in(place_of(data))} == before


def test_index_of_an_empty_library_holds_nothing(tmp_path: Path, encoder: Encoder) -> None:
    Library(tmp_path).close()
    snapshot = Snapshot(tmp_path)
    index = open_or_publish(tmp_path / "index", snapshot)
    assert len(index) == index.count_passages(EVERYTHING) == index.count_term("export") == 0
    assert ask(index, encoder) == []
    assert index.read_tokens([]) == []
    snapshot.close()


def test_release_without_words_is_held_without_passages(tmp_path: Path, encoder: Encoder) -> None:
    empty = Release("r1", "Title", date(2025, 1, 1), "", "M")
    update_library(Settings(data=tmp_path), encoder, [empty])
    snapshot = Snapshot(tmp_path)
    assert snapshot.read_release("r1") == empty
    assert len(LocalPassageIndex.open(tmp_path / "index", snapshot)) == 0
    snapshot.close()


# Publishes, and kills itself where `POINT` begins.
KILLED = """
import os, signal, sys
from pathlib import Path
from qa.index import publishing
from qa.index import segments
from qa.storage.snapshot import Snapshot

def die(*_arguments):
    os.kill(os.getpid(), signal.SIGKILL)

data, point = Path(sys.argv[1]), sys.argv[2]
if point == "rename":
    Path.rename = die
else:
    setattr(publishing, point, die)
publishing.publish(data / "index", Snapshot(data))
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
    assert len(LocalPassageIndex.open(data / "index", snapshot)) == 2
    assert list((data / "index").glob(".draft-*"))

    newer = Snapshot(data)
    assert len(open_or_publish(data / "index", newer)) == 3
    folders = [path.name for path in (data / "index").iterdir() if path.is_dir()]
    assert folders == ["generation-2"]
    newer.close()


def test_folder_that_cannot_be_written_is_said(data: Path, snapshot: Snapshot) -> None:
    shutil.rmtree(data / "index")
    (data / "index").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="The library is intact"):
        publish(data / "index", snapshot)


def publish_at_once(data: Path) -> int:
    snapshot = Snapshot(data)
    try:
        return len(open_or_publish(data / "index", snapshot))
    finally:
        snapshot.close()


def test_several_processes_may_publish_at_once(data: Path) -> None:
    shutil.rmtree(data / "index")
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(publish_at_once, [data] * 6) == [2] * 6
