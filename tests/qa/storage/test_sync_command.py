"""`qa sync` with sources that cannot be read: said, by its exit status too, and nothing is lost.

And with sources that still have what was removed.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qa.index.upkeep import read_status
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from tests.qa.commands import Call

LONG_AGO = "2025-01-02T03:04:05+00:00"
DATA = Path("data")  # in the folder that `call` runs in
RELEASE = json.dumps({"title": "Steel", "published": "2025-12-01", "body": "Steel rose 4 percent."})
OTHER = json.dumps({"title": "Cars", "published": "2025-12-02", "body": "Cars fell 3 percent."})
FEED = (
    "<rss><channel><title>Ministry</title><item><title>Steel</title>"
    "<pubDate>Mon, 01 Dec 2025 09:00:00 +0000</pubDate>"
    "<description>Steel exports rose 4 percent.</description></item></channel></rss>"
)


def read_long_ago(data: Path) -> None:
    """Have all sources last read whole long ago."""
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE sources SET read_at = ?", (LONG_AGO,))


def list_read(data: Path) -> list[str | None]:
    """When each source followed was last read whole."""
    sources = read_status(data).sources
    return [each.read_at.isoformat() if each.read_at else None for each in sources]


Change = Callable[[Path], object]


@pytest.mark.parametrize(
    ("name", "held", "spoil"),
    [
        ("feed.xml", FEED, lambda path: path.write_text("<html>maintenance</html>")),
        ("feed.xml", FEED, lambda path: path.write_text("")),
        ("a.jsonl", RELEASE, lambda path: path.write_text("garbage\n")),
        ("a.jsonl", RELEASE, lambda path: path.write_text("")),
        ("a.jsonl", RELEASE, Path.unlink),
        ("folder/a.jsonl", RELEASE, lambda path: path.write_text("")),
        ("folder/a.jsonl", RELEASE, Path.unlink),
    ],
)
def test_source_of_which_nothing_can_be_read_is_told_and_loses_nothing(
    call: Call, tmp_path: Path, name: str, held: str, spoil: Change
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(held, encoding="utf-8")
    source = name.split("/", maxsplit=1)[0]
    assert call("sync", source)[0] == 0
    read_long_ago(DATA)

    spoil(path)
    for arguments in (("sync",), ("sync", "--dry-run"), ("sync", source)):
        status, out, said = call(*arguments)
        assert (status, out) == (1, ""), said
        assert f"qa sync --forget {tmp_path / source}" in said
        assert "Nothing to do" not in said
    assert list_read(DATA) == [LONG_AGO]
    assert read_status(DATA).holdings.releases == 1

    path.write_text(held, encoding="utf-8")
    assert call("sync")[0] == 0
    [read] = list_read(DATA)
    assert read is not None
    assert read > LONG_AGO


def test_what_can_be_read_of_a_source_is_taken_and_it_counts_as_not_read_whole(
    call: Call, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{RELEASE}\n{{\n", encoding="utf-8")
    status, _, said = call("sync", "a.jsonl")
    assert (status, "1 release added" in said) == (1, True)
    assert list_read(DATA) == [None]
    assert "never read whole; keeps 1 release" in call("status")[1]
    assert json.loads(call("status", "--json")[1])["sources"][0]["read_at"] is None

    path.write_text(f"{RELEASE}\n", encoding="utf-8")
    assert call("sync")[0] == 0
    read_long_ago(DATA)
    path.write_text(f"{OTHER}\n{{\n", encoding="utf-8")
    status, _, said = call("sync")
    assert (status, "1 release added, 0 changed, 0 removed" in said) == (1, True)
    assert f"{path}: not all of it could be read, so nothing is removed" in said
    assert list_read(DATA) == [LONG_AGO]


def test_source_that_could_not_be_read_even_once_is_not_followed(
    call: Call, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{\n", encoding="utf-8")
    status, _, said = call("sync", "a.jsonl", "b.jsonl")
    assert (status, "--forget" in said) == (1, False)
    assert [each.name for each in read_status(DATA).sources] == [str(tmp_path / "a.jsonl")]


def test_release_that_stands_twice_in_a_folder_is_no_fault(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (folder / name).write_text(RELEASE, encoding="utf-8")
    (folder / "newest.jsonl").symlink_to("b.jsonl")
    status, _, said = call("sync", "folder")
    assert (status, "kept once" in said, "read already" in said) == (0, True, True)
    (folder / "b.jsonl").write_text(OTHER, encoding="utf-8")
    (folder / "a.jsonl").unlink()
    status, _, said = call("sync")
    assert (status, "1 release added, 0 changed, 1 removed" in said) == (0, True)


def test_removal_names_the_sources_that_bring_the_release_back(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(OTHER, encoding="utf-8")
    (tmp_path / "feed.xml").write_text(FEED, encoding="utf-8")
    assert call("sync", "a.jsonl", "b.jsonl", "feed.xml")[0] == 0
    with Snapshot(DATA) as snapshot:
        [steel] = snapshot.read_sources()[str(tmp_path / "a.jsonl")].release_ids
    status, out, said = call("remove", steel, "--data", "data")
    assert (status, out) == (0, "")
    assert f"{tmp_path / 'a.jsonl'} had {steel} when it was last read: " in said
    assert f"qa sync --forget {tmp_path / 'a.jsonl'} --data data" in said
    assert f"{tmp_path / 'feed.xml'} is followed: " in said
    assert "b.jsonl" not in said
    # And so it is.
    assert "1 release added" in call("sync")[2]
    call("sync", "--forget", "a.jsonl", "feed.xml")
    assert "--forget" not in call("remove", steel)[2]
    assert "Nothing to do" in call("sync")[2]
