"""A library looked after: removal, status, check and rebuild, with real files and real damage."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Question
from qa.cli import main
from qa.errors import LibraryError
from qa.publishing import FOLDER_NAME
from qa.ranking import read_ranking
from qa.records import Release
from qa.schema import FILE_NAME
from qa.settings import Settings
from qa.upkeep import check_library, publish_index, read_status
from qa.wiring import open_asker, remove_releases, update_library

SECRET = "xylophonequartz"
RELEASES = [
    Release(f"r{n}", f"Exports in {year}", date(year, 3, n), f"Exports rose {n} percent.", name)
    for n, (year, name) in enumerate([(2023, "MOTIE"), (2023, "MOTIE"), (2024, "KTC")], start=1)
]
WITHDRAWN = Release("w", "Withdrawn", date(2024, 5, 1), f"The {SECRET} was withdrawn.", "KTC")


@pytest.fixture
def data(tmp_path: Path, encoder: Encoder) -> Path:
    update_library(Settings(data=tmp_path), encoder, [*RELEASES, WITHDRAWN])
    return tmp_path


def damage_index(data: Path) -> None:
    [keys] = (data / FOLDER_NAME).glob("generation-*/segment-*/keys.npy")
    content = bytearray(keys.read_bytes())
    content[-1] ^= 1
    keys.write_bytes(content)


def test_removed_release_is_gone_from_answers_and_from_every_file(
    data: Path, encoder: Encoder
) -> None:
    assert remove_releases(Settings(data=data), ["w", "never-held"]) == ["w"]
    asker = open_asker(Settings(data=data), encoder, read_ranking())
    answer = asker.ask(Question(f"What of the {SECRET}?", date(2025, 1, 1), k=10))
    assert {hit.release.id for hit in answer.hits} <= {"r1", "r2", "r3"}
    assert answer.generation == 2
    asker.snapshot.close()
    files = [path for path in data.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_removing_what_is_not_held_changes_nothing(data: Path) -> None:
    assert remove_releases(Settings(data=data), ["never-held"]) == []
    assert read_status(data).holdings.generation == 1


def test_removal_needs_a_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        remove_releases(Settings(data=tmp_path), ["r1"])


def test_status_counts_by_publisher_and_year(data: Path) -> None:
    status = read_status(data)
    counts = [(each.publisher, each.year, each.releases) for each in status.years]
    assert counts == [("KTC", 2024, 2), ("MOTIE", 2023, 2)]
    assert (status.holdings.releases, status.holdings.passages) == (4, 4)
    assert status.index_fault is None


def test_whole_library_has_no_faults(data: Path) -> None:
    assert check_library(data) == []


def test_damaged_index_is_found_and_made_anew(data: Path) -> None:
    damage_index(data)
    [fault] = check_library(data)
    assert "keys.npy does not match its manifest" in fault
    assert read_status(data).index_fault == fault
    assert publish_index(data, anew=True) == 1
    assert check_library(data) == []


def test_passage_that_does_not_fit_its_release_is_found(data: Path) -> None:
    connection = sqlite3.connect(data / FILE_NAME)
    connection.execute("UPDATE passages SET stop = 10000 WHERE key = 1")
    connection.commit()
    connection.close()
    assert any("does not fit its text" in fault for fault in check_library(data))


def test_damaged_library_file_is_found(data: Path) -> None:
    connection = sqlite3.connect(data / FILE_NAME)
    # An index that has lost a row says other than its table.
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, 'published, key', 'key, published')"
        " WHERE name = 'releases_by_day'"
    )
    connection.commit()
    connection.close()
    assert any("is damaged" in fault for fault in check_library(data))


def test_commands_say_what_they_found(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--data", str(data)])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    assert "4 releases" in run("status")[1]
    assert '"index": "whole"' in run("status", "--json")[1]
    assert run("check")[0] == 0
    code, _, said = run("remove", "r1", "nobody")
    assert (code, said) == (0, "nobody: not held.\n1 releases removed.\n")
    damage_index(data)
    code, _, said = run("check")
    assert code == 1
    assert "qa rebuild" in said
    assert run("rebuild")[0] == 0
    assert run("check")[0] == 0
