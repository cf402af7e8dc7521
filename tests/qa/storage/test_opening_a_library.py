"""Who may open a library, with which encoder, and what is refused and left as it was."""

import os
import sqlite3
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import LibraryBusy, LibraryError, ModelMismatch
from qa.storage import write_lock
from qa.storage.connections import connect, connect_to_read
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME, EncoderIdentity
from qa.storage.snapshot import Snapshot
from qa.storage.write_lock import Patience
from tests.open_files import find_open_files
from tests.qa.storage.test_release_library import ENCODER, query


def test_second_writer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_lock, "_SILENT_S", 0.05)
    with Library(tmp_path), pytest.raises(LibraryBusy, match="Another process is writing"):
        Library(tmp_path)
    Library(tmp_path).close()


def test_patient_writer_tells_that_it_waits_and_for_how_long(tmp_path: Path) -> None:
    told: list[str] = []
    first = Library(tmp_path)
    threading.Timer(1.3, first.close).start()
    Library(tmp_path, Patience(90, told.append)).close()
    [words] = told
    assert "Waiting until it is done, 1.5 minutes at most." in words
    Library(tmp_path, Patience(90, told.append)).close()
    assert len(told) == 1


def test_patience_ends(tmp_path: Path) -> None:
    told: list[str] = []
    with Library(tmp_path), pytest.raises(LibraryBusy, match="try again"):
        Library(tmp_path, Patience(0.05, told.append))
    assert len(told) == 1


def test_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    first = Library(tmp_path)
    begin = time.monotonic()
    threading.Timer(0.2, first.close).start()
    Library(tmp_path).close()
    assert time.monotonic() - begin >= 0.2


def test_lock_is_given_back_when_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough to be looked at")
    with pytest.raises(LibraryError, match="not a database"):
        Library(tmp_path)
    (tmp_path / FILE_NAME).unlink()
    Library(tmp_path).close()


def test_first_encoder_settles_whose_vectors_are_held(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
        library.claim(ENCODER)
    snapshot = Snapshot(tmp_path)
    assert snapshot.encoder == ENCODER
    snapshot.close()


def test_another_encoder_of_the_same_dimension_is_refused_naming_both(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
        with pytest.raises(ModelMismatch) as raised:
            library.claim(EncoderIdentity("other", "e" * 64, 8))
    message = str(raised.value)
    assert "tiny" in message
    assert "other" in message
    assert "f" * 12 in message
    assert "e" * 12 in message
    assert "--data" in message


def test_same_encoder_by_another_name_is_the_same(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
        library.claim(replace(ENCODER, name="a folder"))


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    Library(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for open_library in (Library, Snapshot):
        with pytest.raises(LibraryError, match="schema 99"):
            open_library(tmp_path)


def test_file_that_is_refused_is_closed(tmp_path: Path) -> None:
    Library(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    refusals = []  # each holds the frame it came from, and all that is in there
    for open_library in (Library, Snapshot):
        with pytest.raises(LibraryError) as refusal:
            open_library(tmp_path)
        refusals.append(refusal)
    assert find_open_files(tmp_path) == []


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE notes (text TEXT)")
    connection.close()
    for open_library in (Library, Snapshot):
        with pytest.raises(LibraryError, match="not a library of releases"):
            open_library(tmp_path)
    assert query(tmp_path, "SELECT name FROM sqlite_master") == [("notes",)]


def test_library_that_a_killed_process_had_only_begun_is_told_from_other_files(
    tmp_path: Path,
) -> None:
    connect(tmp_path / FILE_NAME).close()
    with pytest.raises(LibraryError, match=r"holds nothing yet.*qa add"):
        Snapshot(tmp_path)
    Library(tmp_path).close()
    Snapshot(tmp_path).close()


def test_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(tmp_path / "data")


def test_folders_are_made(tmp_path: Path) -> None:
    with Library(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / FILE_NAME).is_file()


def test_missing_library_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as raised:
        Snapshot(tmp_path / "nowhere")
    assert f"qa add PATH --data {tmp_path / 'nowhere'}" in str(raised.value)
    assert not (tmp_path / "nowhere").exists()


def test_library_that_goes_while_it_is_looked_at_is_not_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library(tmp_path).close()
    snapshot = Snapshot(tmp_path)
    look = os.statvfs

    def take_away(path: Path) -> os.statvfs_result:
        found = look(path)
        path.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(os, "statvfs", take_away)
    with pytest.raises(LibraryError, match="unable to open"):
        snapshot.is_current()
    assert not (tmp_path / FILE_NAME).exists()
    with pytest.raises(LibraryError, match="cannot be read: No such file"):
        connect_to_read(tmp_path / FILE_NAME)
    snapshot.close()


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database, but long enough to be looked at" * 9)
    with pytest.raises(LibraryError, match="cannot be used"):
        Snapshot(tmp_path)
