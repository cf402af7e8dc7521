"""A library of an earlier version of the program, brought up to date by whatever changes it."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from qa.index import index_rules
from qa.index.index_folder import FOLDER_NAME, IndexFolder
from qa.index.publishing import publish_if_missing
from qa.index.upkeep import check_library
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from tests.qa.commands import ROOT, Call, check_complaint
from tests.qa.crashes.schema_2 import make_old_library

SEEDS = ROOT / "seeds" / "motir-releases-2025-12.txt"
DATA = Path("data")  # in the folder that `call` runs in


@pytest.fixture
def older(tmp_path: Path, seed_settings: Settings) -> Path:
    """The seeds in tables of schema 2, with series as yet another version placed them."""
    make_old_library(seed_settings.data, tmp_path / "data")
    library = tmp_path / "data" / FILE_NAME
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'templates'")
    return tmp_path / "data"


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "Who heads the Free Economic Zone Planning Office?", "--local"),
        ("serve",),
        ("status",),
        ("check",),
        ("remove", "2025-12-15-4958921b8a"),
        ("sync", "--dry-run", SEEDS),
    ],
)
def test_what_only_reads_says_how_to_bring_it_up_to_date(
    call: Call, arguments: Sequence[str | Path]
) -> None:
    check_complaint(call(*arguments), "schema 2", "the same releases again will do")


@pytest.mark.parametrize("index", ["kept", "missing", "of another format"])
def test_rebuilding_brings_a_copy_of_an_earlier_version_up_to_date(
    call: Call, older: Path, index: str
) -> None:
    # With no source at hand; of the index nothing may be there.
    if index == "missing":
        shutil.rmtree(older / FOLDER_NAME, ignore_errors=True)
    elif index == "of another format":
        (older / FOLDER_NAME / "generation-1").mkdir(parents=True)
    status, _, said = call("rebuild")
    assert (status, "It has been brought up to date" in said) == (0, True), said
    assert check_library(older) == []
    assert call("check")[0] == 0
    assert call("rebuild")[0] == 0


@pytest.mark.parametrize("arguments", [("add", SEEDS), ("sync", SEEDS)])
def test_indexing_the_same_releases_again_brings_library_and_index_up_to_date(
    call: Call, older: Path, arguments: Sequence[str | Path]
) -> None:
    status, out, said = call(*arguments)
    assert (status, out, "Nothing to do" in said) == (0, "", True), said
    assert check_library(older) == []
    assert call("check")[0] == 0
    with Snapshot(older) as snapshot:
        assert snapshot.generation == 2
        assert IndexFolder(older).locate(snapshot).is_dir()


def test_digests_noted_of_what_is_held_already_are_those_of_what_is_written_now(
    tmp_path: Path, seed_settings: Settings
) -> None:
    shutil.copytree(seed_settings.data, tmp_path / "data")
    library = tmp_path / "data" / FILE_NAME
    now = read_digests(library)
    with closing(sqlite3.connect(library)) as connection, connection:
        for table in ("encoding_digests", "analyses", "corrected", "corrections"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX releases_by_publisher")
        for table in ("releases", "versions", "passages"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN digest")
        connection.execute("ALTER TABLE releases DROP COLUMN placing")
        connection.execute("PRAGMA user_version = 3")
    Library(tmp_path / "data").close()
    assert read_digests(library) == now
    assert check_library(tmp_path / "data") == []


def read_digests(library: Path) -> list[set[tuple[bytes, ...]]]:
    with closing(sqlite3.connect(library)) as connection:
        return [
            set(connection.execute(f"SELECT {columns} FROM {table}"))
            for columns, table in (
                ("key, digest, placing", "releases"),
                ("release_id, digest", "versions"),
                ("key, digest", "passages"),
                ("encoding_key, digest", "encoding_digests"),
            )
        ]


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize("command", ["add", "sync"])
def test_it_is_said_that_it_was_brought_up_to_date_and_where_the_copy_is(
    call: Call, command: str
) -> None:
    said = call(command, SEEDS)[2]
    assert "It has been brought up to date" in said
    assert str(DATA / f"{FILE_NAME}.schema-2") in said
    assert "brought up to date" not in call(command, SEEDS)[2]


def test_index_is_there_even_if_what_was_to_be_done_fails(call: Call, older: Path) -> None:
    check_complaint(call("sync", "--forget", "nowhere"), "found")
    assert check_library(older) == []


@pytest.mark.parametrize(
    "arguments", [("add", SEEDS), ("sync", SEEDS), ("remove", "2020-01-01-0000000000")]
)
def test_index_of_another_format_is_made_anew_where_nothing_else_is_to_do(
    call: Call,
    tmp_path: Path,
    seed_settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    arguments: Sequence[str | Path],
) -> None:
    shutil.copytree(seed_settings.data, tmp_path / "data")
    monkeypatch.setattr(index_rules, "FORMAT", index_rules.FORMAT + 1)
    assert check_library(DATA)
    assert call(*arguments)[0] == 0
    assert check_library(DATA) == []


def test_index_that_is_there_is_left_as_it_is(tmp_path: Path, seed_settings: Settings) -> None:
    shutil.copytree(seed_settings.data, tmp_path / "data")
    [manifest] = (tmp_path / "data").glob("index/*/manifest.json")
    before = manifest.stat()
    publish_if_missing(tmp_path / "data")
    assert (manifest.stat().st_ino, manifest.stat().st_mtime_ns) == (
        before.st_ino,
        before.st_mtime_ns,
    )


@pytest.fixture
def written_otherwise(tmp_path: Path, seed_settings: Settings) -> Path:
    """The seeds, whose passages another version of the program cut and wrote."""
    shutil.copytree(seed_settings.data, tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'passages'")
    return tmp_path / "data"


@pytest.mark.parametrize("arguments", [("add", SEEDS), ("sync", SEEDS)])
def test_passages_that_another_version_wrote_are_written_anew(
    call: Call, written_otherwise: Path, arguments: Sequence[str | Path]
) -> None:
    assert "passages: as another version" in call("status")[1]
    status, _, said = call(*arguments)
    assert (status, "0 changed, 0 removed; 0 passages encoded" in said) == (0, True), said
    assert "passages:" not in call("status")[1]
    assert "Nothing to do" in call(*arguments)[2]
    assert check_library(written_otherwise) == []


def test_rebuilding_writes_anew_what_another_version_wrote(
    call: Call, written_otherwise: Path
) -> None:
    status, _, said = call("rebuild")
    assert (status, "as another version wrote them" in said) == (0, True), said
    assert "of 8 releases made anew; 0 passages encoded" in said
    assert "passages:" not in call("status")[1]
    assert check_library(written_otherwise) == []
    assert "made anew;" not in call("rebuild")[2]


def test_status_tells_programs_what_is_outdated(call: Call, written_otherwise: Path) -> None:
    assert written_otherwise.is_dir()
    assert json.loads(call("status", "--json")[1])["outdated"] is True
