"""A library backed up while it is used, and put back: whole, and never in place of what is."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from embeddings.encoder import no_progress
from qa.errors import LibraryBusy, LibraryDamaged, LibraryError
from qa.index.upkeep import check_library
from qa.keys import FILE_NAME as KEYS
from qa.keys import KeyRing, Right
from qa.settings import Settings
from qa.storage import connections
from qa.storage.backups import Copied, back_up, put_back
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.storage.write_lock import Patience
from qa.wiring import remove_releases
from tests.full_disk import largest_file
from tests.qa.commands import Call, check_complaint
from tests.qa.crashes.changes import HELD, LAST, REMOVED, SECRET, add, make_library, make_release
from tests.qa.crashes.schema_2 import make_old_library, read_version
from tests.qa.crashes.states import observe

PATIENCE = Patience(0.1, print)
DAY = date(2025, 12, 1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A library of four generations, with a key and the description of a site."""
    make_library(tmp_path / "data")
    KeyRing(tmp_path / "data").add("reading-room", [Right.READ], made=DAY)
    (tmp_path / "data" / "site.toml").write_text("publisher = 'KTC'\n")
    return tmp_path / "data"


@pytest.fixture
def copies(data: Path) -> Path:
    back_up(data, data.with_name("copies"), no_progress)
    return data.with_name("copies")


def read_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def read_ids(data: Path) -> set[str]:
    with Snapshot(data) as snapshot:
        return set(snapshot.read_addresses())


def damage_release(library: Path, release_id: str) -> None:
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE releases SET body = 'X' WHERE id = ?", (release_id,))


def damage_header(library: Path) -> None:
    with library.open("r+b") as file:
        file.write(b"no header")


def test_library_that_is_read_and_changed_is_copied_as_it_stands(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of it stands in the log, and more is put in while pages are copied."""
    monkeypatch.setattr(connections, "_PAGES", 20)
    copies, steps = data.with_name("copies"), list[int]()

    def change(done: int) -> None:
        if not steps:
            add(data, [make_release(80, "tungsten")])
        steps.append(done)

    with Snapshot(data):
        add(data, HELD[:2])
        before = read_ids(data)
        assert (data / f"{FILE_NAME}-wal").stat().st_size
        copied = back_up(data, copies, change)
    assert copied == Copied((KEYS, "site.toml", FILE_NAME), ())
    assert len(steps) > 2
    assert 4096 * sum(steps) == (copies / FILE_NAME).stat().st_size
    with Snapshot(data) as now, Snapshot(copies) as then:
        assert (then.generation, now.generation) == (5, 6)
    assert read_ids(copies) == before
    assert stat.S_IMODE((copies / KEYS).stat().st_mode) == 0o600
    assert set(read_files(copies)) == {*copied.files, "backup.lock"}


def test_restored_library_serves_what_the_one_backed_up_does(data: Path, copies: Path) -> None:
    restored = data.with_name("restored")
    assert put_back(copies, restored, no_progress, replace=False, patience=PATIENCE).faults == ()
    assert observe(restored) == observe(data)
    assert check_library(restored) == []
    assert KeyRing(restored).read() == KeyRing(data).read()
    assert (restored / "site.toml").read_bytes() == (data / "site.toml").read_bytes()


def test_backup_is_replaced_whole_and_what_was_removed_goes_with_it(
    data: Path, copies: Path
) -> None:
    assert SECRET.encode() in (copies / FILE_NAME).read_bytes()
    remove_releases(Settings(data=data), REMOVED)
    for name in (KEYS, "site.toml"):
        (data / name).unlink()
    assert back_up(data, copies, no_progress).files == (FILE_NAME,)
    found = read_files(copies)
    assert set(found) == {FILE_NAME, "backup.lock"}
    assert SECRET.encode() not in b"".join(found.values())


@pytest.mark.parametrize("inside", ["", "copies", "../data/index"])
def test_backup_within_the_data_folder_is_refused(data: Path, inside: str) -> None:
    before = sorted(data.iterdir())
    with pytest.raises(LibraryError, match="folder of its own"):
        back_up(data, data / inside, no_progress)
    assert sorted(data.iterdir()) == before


def test_folder_that_holds_anything_else_is_refused(data: Path, tmp_path: Path) -> None:
    other, sites = tmp_path / "other", tmp_path / "sites"
    add(other, LAST)
    sites.mkdir()
    (sites / "site.toml").touch()
    for folder, found in ((other, "index, library.lock"), (sites, "site.toml"), (tmp_path, "data")):
        with pytest.raises(LibraryError, match=f"earlier backup, found .* with {found}"):
            back_up(data, folder, no_progress)
    assert read_ids(other) == {LAST[0].id}


def test_full_disk_leaves_the_backup_that_is_there(data: Path, copies: Path) -> None:
    before = read_files(copies)
    add(data, HELD[:2])
    with largest_file(50_000), pytest.raises(LibraryError, match=r"draft.*disk"):
        back_up(data, copies, no_progress)
    assert read_files(copies) == before


def test_library_that_is_not_whole_takes_the_place_of_no_backup(data: Path, copies: Path) -> None:
    before = read_files(copies)
    damage_release(data / FILE_NAME, "r7")
    with pytest.raises(LibraryDamaged, match=r"place of nothing.*Release r7"):
        back_up(data, copies, no_progress)
    assert read_files(copies) == before
    [fault] = back_up(data, data.with_name("others"), no_progress).faults
    assert "Release r7" in fault


def test_second_backup_to_a_folder_is_told_to_wait(data: Path, copies: Path) -> None:
    with FileLock(copies / "backup.lock"), pytest.raises(LibraryBusy, match="writing a backup"):
        back_up(data, copies, no_progress)


def test_library_held_is_replaced_only_where_that_is_said_and_keys_stay(
    data: Path, copies: Path
) -> None:
    state = observe(data)
    KeyRing(data).revoke("reading-room", revoked=DAY)
    remove_releases(Settings(data=data), REMOVED)
    add(data, HELD[:2])
    after = read_ids(data)
    with pytest.raises(LibraryError, match="qa restore --replace"):
        put_back(copies, data, no_progress, replace=False, patience=PATIENCE)
    with Snapshot(data) as reading:
        put_back(copies, data, no_progress, replace=True, patience=PATIENCE)
        # Who reads goes on with what was there, and sees that there is something else.
        assert set(reading.read_addresses()) == after
        assert not reading.is_current()
    assert observe(data) == state
    assert [key.revoked for key in KeyRing(data).read()] == [DAY]


def test_restoring_that_was_killed_is_made_again_as_it_was(data: Path, copies: Path) -> None:
    restored = data.with_name("restored")
    restored.mkdir()
    connections.connect(restored / FILE_NAME).close()  # the first that it does there
    put_back(copies, restored, no_progress, replace=False, patience=PATIENCE)
    assert observe(restored) == observe(data)


def test_restoring_waits_for_who_changes_the_library(data: Path, copies: Path) -> None:
    with Library(data), pytest.raises(LibraryBusy):
        put_back(copies, data, no_progress, replace=True, patience=PATIENCE)


def test_backup_that_is_not_whole_takes_the_place_of_no_library(data: Path, copies: Path) -> None:
    damage_release(copies / FILE_NAME, "r7")
    before = (data / FILE_NAME).read_bytes()
    with pytest.raises(LibraryDamaged, match="Release r7"):
        put_back(copies, data, no_progress, replace=True, patience=PATIENCE)
    assert (data / FILE_NAME).read_bytes() == before
    [fault] = put_back(
        copies, data.with_name("new"), no_progress, replace=False, patience=PATIENCE
    ).faults
    assert "Release r7" in fault


def test_file_that_sqlite_cannot_read_stays_beside_until_a_release_is_removed(
    data: Path, copies: Path
) -> None:
    state, log, aside = observe(data), data / f"{FILE_NAME}-wal", data / f"{FILE_NAME}.damaged"
    with Snapshot(data):
        # As long as somebody has it open its log stays, and would count for what is put back.
        damage_header(data / FILE_NAME)
        log.write_bytes(b"log")
        put_back(copies, data, no_progress, replace=True, patience=PATIENCE)
        assert observe(data) == state
    assert check_library(data) == []
    assert aside.read_bytes().startswith(b"no header")
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"log"
    remove_releases(Settings(data=data), REMOVED)
    assert not list(data.glob("*damaged*"))


def test_commands_say_what_they_copied_and_bring_an_earlier_version_up_to_date(
    call: Call, data: Path, tmp_path: Path
) -> None:
    status, out, said = call("backup", "copies")
    assert (status, out) == (0, "")
    assert f"{len(read_ids(data))} releases of generation 4 backed up: copies/{KEYS}, " in said
    check_complaint(call("restore", "copies"), "without a library", "--replace")
    check_complaint(call("restore", "nowhere"), "Expected a backup in nowhere", "qa backup")
    check_complaint(call("backup", "copies", "--data", "nowhere"), "no library in nowhere")
    assert not (tmp_path / "nowhere").exists()

    make_old_library(data, tmp_path / "older")
    assert read_version(tmp_path / "older" / FILE_NAME) == 2
    status, _, said = call("restore", "older", "--data", "restored")
    assert (status, "brought up to date" in said, "restored: " in said) == (0, True, True), said
    assert call("check", "--data", "restored")[0] == 0
    assert read_ids(tmp_path / "restored") == read_ids(data)

    damage_release(data / FILE_NAME, "r7")
    shutil.rmtree("copies")
    status, _, said = call("backup", "copies")
    assert (status, "Release r7" in said) == (1, True)
