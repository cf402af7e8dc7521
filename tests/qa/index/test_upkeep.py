"""A library looked after: removal, status, check and rebuild, with real files and real damage."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.cli import main
from qa.errors import LibraryError
from qa.index.index_folder import FOLDER_NAME
from qa.index.publishing import publish
from qa.index.upkeep import check_library, read_status
from qa.output.printing import format_status
from qa.questions import Question
from qa.records import DateRange, Release
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
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
    assert remove_releases(Settings(data=data), ["w", "never-held"]).removed == ("w",)
    asker = open_asker(Settings(data=data), encoder, read_ranking())
    answer = asker.ask(Question(f"What of the {SECRET}?", date(2025, 1, 1), k=10))
    assert {hit.release.id for hit in answer.hits} <= {"r1", "r2", "r3"}
    assert answer.generation == 2
    asker.snapshot.close()
    files = [path for path in data.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_removing_what_is_not_held_changes_nothing(data: Path) -> None:
    assert remove_releases(Settings(data=data), ["never-held"]).removed == ()
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
    assert status.vectors == ("flat, 4 vectors",)
    assert "index: whole; flat, 4 vectors" in format_status(status)


def test_whole_library_has_no_faults(data: Path) -> None:
    assert check_library(data) == []


def test_damaged_index_is_found_and_made_anew(data: Path) -> None:
    damage_index(data)
    [fault] = check_library(data)
    assert "keys.npy does not match its manifest" in fault
    status = read_status(data)
    assert fault == f"{status.index_fault} The index is made anew by: qa rebuild"
    assert status.vectors == ()
    assert publish(data, anew=True) == 1
    assert check_library(data) == []


def test_passage_that_is_not_as_it_was_cut_is_found(data: Path) -> None:
    connection = sqlite3.connect(data / FILE_NAME)
    connection.execute("UPDATE passages SET stop = 10000 WHERE key = 1")
    connection.commit()
    connection.close()
    assert any("are not as they were written: 0." in fault for fault in check_library(data))


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
    assert (code, said) == (0, "nobody: not held.\n1 release removed.\n")
    damage_index(data)
    code, _, said = run("check")
    assert code == 1
    assert "qa rebuild" in said
    assert run("rebuild")[0] == 0
    assert run("check")[0] == 0


def write_release(folder: Path, name: str, body: str) -> None:
    text = f"---\ntitle: {name}\npublished: 2025-12-01\npublisher: KTC\n---\n{body}\n"
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


def test_folder_is_followed_as_it_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, data = tmp_path / "releases", tmp_path / "data"
    folder.mkdir()
    write_release(folder, "Steel", "Steel exports rose 4 percent.")
    write_release(folder, "Ships", f"The {SECRET} was launched.")

    def sync(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["sync", *arguments, "--data", str(data)])
        assert not ended.value.code
        printed = capsys.readouterr()
        return printed.out + printed.err

    assert "2 releases added, 0 changed, 0 removed" in sync(str(folder))
    assert "Nothing to do" in sync()
    write_release(folder, "Steel", "Steel exports rose 5 percent.")
    (folder / "Ships.md").unlink()
    write_release(folder, "Cars", "Car exports fell.")
    with Library(data):  # nobody who only looks waits for who writes
        foretold = sync("--dry-run")
    assert sorted(line[:2] for line in foretold.splitlines() if line[:1] in "+-") == [
        "+ ",
        "+ ",
        "- ",
    ]
    assert read_status(data).holdings.generation == 1
    assert "1 release added, 1 changed, 1 removed" in sync()
    assert read_status(data).holdings.generation == 2
    assert not [
        path for path in data.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    (steel,) = {path for path in foretold.split() if path.startswith("2025-12-01")} & {
        release.id
        for release in Snapshot(data).list_releases(DateRange(date.min, date.max), limit=9)
        if release.title == "Steel"
    }
    with pytest.raises(SystemExit):
        main(["history", steel, "--data", str(data)])
    history = capsys.readouterr().out
    assert "1 earlier version" in history
    assert "-Steel exports rose 4 percent." in history
    assert "+Steel exports rose 5 percent." in history


def test_release_that_is_divided_anew_is_not_said_to_be_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, data = tmp_path / "releases", tmp_path / "data"
    folder.mkdir()
    write_release(folder, "Steel", "Steel exports rose 4 percent.")
    for expected in ("1 release added, 0 changed", "1 release added, 0 changed"):
        with pytest.raises(SystemExit) as ended:
            main(["add", str(folder), "--data", str(data)])
        assert not ended.value.code
        assert expected in capsys.readouterr().err
        with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
            connection.execute("UPDATE meta SET value = 'of old' WHERE key = 'passages'")
        write_release(folder, "Cars", "Car exports fell.")


def test_folder_that_is_gone_takes_nothing_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, data = tmp_path / "releases", tmp_path / "data"
    folder.mkdir()
    write_release(folder, "Steel", "Steel exports rose 4 percent.")
    with pytest.raises(SystemExit):
        main(["sync", str(folder), "--data", str(data)])
    (folder / "Steel.md").unlink()
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            main(["sync", "--data", str(data)])
        assert ended.value.code == 1
        assert str(folder) in capsys.readouterr().err
        assert read_status(data).holdings.releases == 1
        if folder.is_dir():
            folder.rmdir()


def test_source_that_is_gone_is_given_up_and_what_it_held_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, gone, data = tmp_path / "releases", tmp_path / "gone", tmp_path / "data"

    def sync(*arguments: str) -> tuple[object, str]:
        with pytest.raises(SystemExit) as ended:
            main(["sync", *arguments, "--data", str(data)])
        printed = capsys.readouterr()
        return ended.value.code, printed.out + printed.err

    def sync_status() -> str:
        with pytest.raises(SystemExit):
            main(["status", "--json", "--data", str(data)])
        return capsys.readouterr().out

    for each in (folder, gone):
        each.mkdir()
        write_release(each, f"Steel {each.name}", "Steel exports rose 4 percent.")
    sync(str(folder), str(gone))
    (gone / "Steel gone.md").unlink()
    gone.rmdir()
    assert "Steel" not in format_status(read_status(data))
    assert f"follows {gone}\n  read 20" in format_status(read_status(data))
    assert "UTC; keeps 1 release" in format_status(read_status(data))
    [told, _] = json.loads(sync_status())["sources"]
    assert (told["name"], told["releases"]) == (str(gone), 1)
    status, said = sync()
    assert (status, f"qa sync --forget {gone} --data {data}" in said) == (1, True)
    assert sync("--forget")[0] == 2

    status, said = sync("--forget", str(folder), str(tmp_path / "never"))
    assert status == 2
    assert f"found {tmp_path / 'never'}" in said
    assert f"there are: {gone}, {folder}" in said
    spelled = (str(gone), str(gone.parent / "." / gone.name), f"{gone}/")
    assert sync("--forget", *spelled, "--dry-run") == (0, f"- {gone}\n")
    assert [each.name for each in read_status(data).sources] == [str(gone), str(folder)]

    status, said = sync("--forget", str(gone))
    assert (status, "What it held stays" in said) == (0, True)
    assert [each.name for each in read_status(data).sources] == [str(folder)]
    assert read_status(data).holdings.releases == 2
    assert sync()[0] == 0


def test_release_that_changed_keeps_what_it_said(data: Path, encoder: Encoder) -> None:
    corrected = replace(RELEASES[0], body="Exports rose 11 percent.")
    change = update_library(Settings(data=data), encoder, [corrected, RELEASES[1]])
    assert change.applied.replaced == ("r1",)
    update_library(Settings(data=data), encoder, [replace(corrected, title="Corrected")])
    snapshot = Snapshot(data)
    [first, second] = snapshot.read_versions("r1")
    assert (first.number, first.release) == (1, RELEASES[0])
    assert (second.number, second.release) == (2, corrected)
    assert first.indexed_at <= first.replaced_at <= second.replaced_at
    assert snapshot.read_versions("r2") == []
    snapshot.close()
    remove_releases(Settings(data=data), ["r1"])
    snapshot = Snapshot(data)
    assert snapshot.read_versions("r1") == []
    snapshot.close()
