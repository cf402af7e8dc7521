"""Damage that SQLite does not notice, as it is in what its rows hold: found, named and undone."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.index.upkeep import check_library
from qa.periods import Period
from qa.records import Release
from qa.settings import Settings
from qa.storage.faults import find_faults
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.wiring import update_library
from tests.qa.commands import Call

FIRST = Release("r1", "Exports in March", date(2023, 4, 3), "Exports rose by 1 percent.", "KTC")
STEEL = Release("r2", "Steel", date(2024, 3, 2), "Steel exports fell. Ships did not.", "KTC")
CORRECTED = replace(FIRST, body="Exports rose by 2 percent.")
DATA = Path("data")  # in the folder that `call` runs in


@pytest.fixture
def data(tmp_path: Path, encoder: Encoder) -> Path:
    """Two releases, one of them corrected."""
    settings = Settings(data=tmp_path / "data")
    for releases in ([FIRST, STEEL], [CORRECTED]):
        update_library(settings, encoder, releases)
    return settings.data


def flip(data: Path, column: str, rows: str, *, bit: int = 0) -> None:
    """Flip one bit in the middle of a value."""
    table, _, _ = rows.partition(" ")
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        [kind, content] = connection.execute(
            f"SELECT typeof({table}.{column}), CAST({table}.{column} AS BLOB) FROM {rows}"
        ).fetchone()
        damaged = bytearray(content)
        damaged[len(damaged) // 2] ^= 1 << bit
        changed = connection.execute(
            f"UPDATE {table} SET {column} = CAST(? AS {kind})"
            f" WHERE rowid = (SELECT {table}.rowid FROM {rows})"
            if table != "encoding_digests"
            else f"UPDATE {table} SET {column} = CAST(? AS {kind})",
            (bytes(damaged),),
        )
        assert changed.rowcount


_OF_STEEL = (
    "encodings JOIN passages ON encoding_key = encodings.key"
    " JOIN releases r ON r.key = release_key WHERE r.id = 'r2'"
)

_OF_PASSAGE = " JOIN passages ON passage_key = passages.key WHERE release_key = 2"


def test_what_is_as_it_was_written_has_no_fault(data: Path) -> None:
    assert check_library(data) == []


@pytest.mark.parametrize(
    ("column", "rows", "words"),
    [
        ("vector", _OF_STEEL, ("release r2", "tokens", "written: 0.", "qa rebuild")),
        ("tokens", _OF_STEEL, ("release r2", "tokens", "written: 0.", "qa rebuild")),
        ("digest", "encoding_digests", ("release", "qa rebuild")),
        ("stop", "passages WHERE release_key = 2", ("release r2", "written: 0.", "qa rebuild")),
        ("digest", "passages WHERE release_key = 2", ("release r2", "written: 0.", "qa rebuild")),
        ("analysis", f"analyses{_OF_PASSAGE}", ("release r2", "written: 0.", "qa rebuild")),
        ("digest", f"analyses{_OF_PASSAGE}", ("release r2", "written: 0.", "qa rebuild")),
        ("body", "releases WHERE id = 'r2'", ("Release r2", "qa add", "Backing up")),
        ("url", "releases WHERE id = 'r2'", ("Release r2", "qa add", "Backing up")),
        ("digest", "releases WHERE id = 'r2'", ("Release r2", "qa add", "Backing up")),
        ("body", "versions", ("Earlier version 1 of release r1", "Backing up")),
        ("replaced_at", "versions", ("Earlier version 1 of release r1", "Backing up")),
        ("about_first", "releases WHERE id = 'r1'", ("release r1", "period", "qa rebuild")),
        ("about_kind", "releases WHERE id = 'r1'", ("release r1", "period", "qa rebuild")),
        ("template", "releases WHERE id = 'r1'", ("release r1", "period", "qa rebuild")),
        ("series", "releases WHERE id = 'r1'", ("release r1", "series", "qa rebuild")),
        ("indexed_at", "releases WHERE id = 'r1'", ("release r1", "came in", "qa rebuild")),
        ("placing", "releases WHERE id = 'r2'", ("release r2", "period", "qa rebuild")),
    ],
)
def test_a_flipped_bit_is_found_and_whose_it_is_is_said(
    tmp_path: Path, encoder: Encoder, column: str, rows: str, words: tuple[str, ...]
) -> None:
    settings = Settings(data=tmp_path)
    for releases in ([FIRST, replace(STEEL, url="https://example.org/2")], [CORRECTED]):
        update_library(settings, encoder, releases)
    flip(tmp_path, column, rows)
    faults = check_library(tmp_path)
    assert faults
    for word in words:
        assert all(word in fault for fault in faults), faults


def test_text_that_is_no_text_any_more_is_found_and_named(data: Path) -> None:
    # With its highest bit set an ASCII character begins, or goes on with, what is not UTF-8.
    flip(data, "body", "releases WHERE id = 'r2'", bit=7)
    [fault] = check_library(data)
    assert "Release r2 is not as it was written" in fault


@pytest.mark.parametrize(("column", "bit"), [("vector", 3), ("tokens", 6), ("body", 1)])
def test_a_bit_flipped_in_the_file_is_found(data: Path, column: str, bit: int) -> None:
    table = "releases" if column == "body" else "encodings"
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [content] = connection.execute(f"SELECT CAST({column} AS BLOB) FROM {table}").fetchone()
    file = bytearray((data / FILE_NAME).read_bytes())
    # Of a long value the beginning is in one piece.
    file[file.index(content[:24]) + 8] ^= 1 << bit
    (data / FILE_NAME).write_bytes(file)
    with Snapshot(data) as snapshot:
        assert [said for [said] in snapshot.query("PRAGMA integrity_check")] == ["ok"]
        [fault] = find_faults(snapshot)
    assert "not as" in fault


@pytest.mark.parametrize("bit", [0, 7])
def test_release_that_is_read_again_is_whole_again_and_was_not_changed(
    data: Path, encoder: Encoder, bit: int
) -> None:
    flip(data, "body", "releases WHERE id = 'r2'", bit=bit)
    change = update_library(Settings(data=data), encoder, [CORRECTED, STEEL])
    assert (change.unchanged, change.applied.replaced, change.encoded) == (1, ("r2",), 0)
    assert check_library(data) == []
    with Snapshot(data) as snapshot:
        assert snapshot.read_release("r2") == STEEL
        assert snapshot.read_versions("r2") == []


def test_damaged_text_is_no_earlier_version_of_what_corrects_it(
    data: Path, encoder: Encoder
) -> None:
    settings = Settings(data=data)
    flip(data, "body", "releases WHERE id = 'r2'")
    update_library(settings, encoder, [replace(STEEL, body="Steel exports rose.")])
    assert check_library(data) == []
    update_library(settings, encoder, [STEEL])
    assert check_library(data) == []
    with Snapshot(data) as snapshot:
        bodies = [each.release.body for each in snapshot.read_versions("r2")]
    assert bodies == ["Steel exports rose."]


def test_release_whose_id_is_damaged_is_undone_as_is_said(
    call: Call, data: Path, encoder: Encoder
) -> None:
    flip(data, "id", "releases WHERE id = 'r2'")
    [damaged] = {fault.split()[1] for fault in check_library(data)}
    update_library(Settings(data=data), encoder, [STEEL])
    [fault] = check_library(data)
    assert f"(qa remove {damaged})" in fault
    assert call("remove", damaged)[0] == 0
    assert check_library(data) == []
    with Snapshot(data) as snapshot:
        assert snapshot.read_release("r2") == STEEL


@pytest.mark.parametrize(
    ("column", "rows", "encoded"),
    [
        ("vector", _OF_STEEL, 1),
        ("tokens", _OF_STEEL, 1),
        ("start", "passages WHERE release_key = 2", 0),
        ("analysis", f"analyses{_OF_PASSAGE}", 0),
    ],
)
def test_rebuilding_makes_damaged_passages_anew_from_the_text(
    call: Call, data: Path, column: str, rows: str, encoded: int
) -> None:
    with Snapshot(data) as snapshot:
        before = [each.vector.tolist() for each in snapshot.iterate_encodings()]
    flip(data, column, rows)
    status, _, said = call("check")
    assert (status, "qa rebuild" in said) == (1, True)
    status, _, said = call("rebuild")
    assert (status, f"of 1 release made anew; {encoded} passage" in said) == (0, True), said
    assert call("check")[0] == 0
    with Snapshot(data) as snapshot:
        assert [each.vector.tolist() for each in snapshot.iterate_encodings()] == before
        assert snapshot.read_versions("r2") == []
    assert "made anew;" not in call("rebuild")[2]


_PLACING = "about_first, about_last, about_kind, template, series"


@pytest.mark.parametrize("bit", [0, 6, 7])
@pytest.mark.parametrize("column", _PLACING.split(", "))
def test_rebuilding_places_anew_what_is_damaged_and_meanwhile_all_else_is_read(
    call: Call, data: Path, column: str, bit: int
) -> None:
    before = read_placing(data)
    flip(data, column, "releases WHERE id = 'r1'", bit=bit)
    with Snapshot(data) as snapshot:
        # A day that is none, or text that is no text, is no period, not an error.
        assert all(about is None or about.first.year for about in read_periods(snapshot))
        assert len(snapshot.read_series()) <= 1
    assert call("rebuild")[0] == 0
    assert read_placing(data) == before
    assert check_library(data) == []


def test_release_is_added_beside_one_whose_period_and_template_are_damaged(
    data: Path, encoder: Encoder
) -> None:
    # Of another series' kin, and of a kind of period that the new one is compared with.
    for column in ("about_last", "template"):
        flip(data, column, "releases WHERE id = 'r1'", bit=7)
    another = replace(FIRST, id="r3", title="Exports in April", published=date(2023, 5, 1))
    update_library(Settings(data=data), encoder, [another])
    with Snapshot(data) as snapshot:
        assert snapshot.read_period("r3") is not None


def test_passage_that_is_lost_is_missed_and_made_anew(call: Call, data: Path) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM passages WHERE release_key = 2")
    [fault, *_] = check_library(data)
    assert "how many passages" in fault
    assert call("rebuild")[0] == 0
    assert check_library(data) == []
    with Snapshot(data) as snapshot:
        assert snapshot.count_passages() == 2


def read_placing(data: Path) -> list[tuple[str | None, ...]]:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        return connection.execute(f"SELECT id, {_PLACING} FROM releases ORDER BY id").fetchall()


def read_periods(snapshot: Snapshot) -> list[Period | None]:
    return [stored.about for stored in snapshot.iterate_passages()]


def test_passages_of_damaged_text_are_left_until_it_is_read_again(call: Call, data: Path) -> None:
    flip(data, "vector", _OF_STEEL)
    flip(data, "body", "releases WHERE id = 'r2'")
    before = check_library(data)
    assert len(before) == 2
    assert call("rebuild")[0] == 0
    assert check_library(data) == before


@pytest.mark.parametrize("place", [0, 16, 100])
def test_file_that_cannot_be_read_is_a_fault_that_says_what_to_do(
    call: Call, data: Path, place: int
) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = bytearray((data / FILE_NAME).read_bytes())
    file[place : place + 2] = b"\xff\xff"  # the magic word, the page's size, the first page's kind
    (data / FILE_NAME).write_bytes(file)
    status, out, said = call("check")
    assert (status, out) == (1, "")
    assert "Backing up" in said
    assert "qa rebuild" not in said  # there is nothing to make it from
    status, _, said = call("status")
    assert (status, "Backing up" in said) == (2, True), said
