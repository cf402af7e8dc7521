"""Bits flipped in a library's own file: each is told by `qa check`, or has changed nothing."""

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from qa.errors import LibraryDamaged, LibraryError
from qa.index.publishing import publish
from qa.index.upkeep import check_library, read_status
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.wiring import mend_passages
from tests.qa.crashes.changes import make_library
from tests.qa.crashes.extent import TRIES_ALL
from tests.qa.crashes.test_bit_flips import flip

_FLIPS = 6000 if TRIES_ALL else 400
_COVERED = ("releases", "versions", "passages", "analyses", "encodings", "encoding_digests")
"""What is told of, down to a bit. Of the rest README.md says that it is not."""

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose file holds all of it, its log being empty."""
    data = tmp_path_factory.mktemp("flips")
    make_library(data)
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    return data / FILE_NAME


def read_rows(library: Path) -> Rows | None:
    """All that is covered; None where it cannot be read."""
    with closing(sqlite3.connect(library)) as connection:
        connection.text_factory = bytes
        try:
            return {
                table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
                for table in _COVERED
            }
        except (sqlite3.Error, UnicodeDecodeError):
            return None


def put(library: Path, content: bytes) -> None:
    for path in library.parent.glob(f"{FILE_NAME}*"):
        path.unlink()
    library.write_bytes(content)


def test_every_flipped_bit_is_told_or_has_changed_nothing(library: Path) -> None:
    chance = random.Random(8)
    whole, before = library.read_bytes(), read_rows(library)
    assert before is not None
    assert check_library(library.parent) == []
    told = 0
    for _ in range(_FLIPS):
        bit = chance.randrange(len(whole) * 8)
        flip(library, bit)
        now = read_rows(library)
        try:
            faults = check_library(library.parent)  # raises nothing else
        except LibraryError as error:
            faults = [str(error)]
        assert faults or now == before, bit
        told += bool(faults)
        put(library, whole)
    assert told > _FLIPS / 4  # what is freed is overwritten, and says nothing
    assert check_library(library.parent) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE meta SET value = '1x' WHERE key = 'encoder_dimension'", "Backing up"),
        ("UPDATE meta SET value = '385' WHERE key = 'encoder_dimension'", "Backing up"),
        ("UPDATE meta SET key = 'encoder_nbme' WHERE key = 'encoder_name'", "Backing up"),
        ("INSERT OR REPLACE INTO meta VALUES ('last_removal', '1x')", "Backing up"),
        ("UPDATE releases SET published = '2025-1z-15' WHERE id = 'r9'", "qa add"),
        ("UPDATE versions SET replaced_at = '2025-1z-15'", "Backing up"),
        ("ALTER TABLE releases RENAME COLUMN indexed_at TO indexed_bt", "Backing up"),
        ("ALTER TABLE versions RENAME TO wersions", "Backing up"),
    ],
)
def test_what_cannot_be_read_is_damage_that_says_what_to_do(
    library: Path, change: str, said: str
) -> None:
    whole = library.read_bytes()
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute(change)
    try:
        faults = check_library(library.parent)
        assert any(said in fault for fault in faults), faults
        for read in (read_status, read_all, publish_anew, mend_passages_of):
            # None says that the disk has refused, and the library is intact.
            with suppress(LibraryDamaged):
                read(library.parent)
    finally:
        put(library, whole)


def read_all(data: Path) -> None:
    with Snapshot(data) as snapshot:
        for release_id in snapshot.read_addresses():
            snapshot.read_release(release_id)
            snapshot.read_versions(release_id)


def publish_anew(data: Path) -> None:
    publish(data, anew=True)


def mend_passages_of(data: Path) -> None:
    """Nothing is there that could be mended from its text."""
    mend_passages(Settings(data=data))
