"""Files that generations share by hard links are never written to, by tantivy neither."""

import hashlib
from pathlib import Path

import pytest

from qa.index.index_folder import FOLDER_NAME
from qa.index.upkeep import check_library
from qa.settings import Settings
from qa.wiring import remove_releases
from tests.qa.crashes.changes import HELD, add, make_library, make_release
from tests.qa.crashes.states import observe


def test_no_generation_writes_to_a_file_of_one_before(tmp_path: Path) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept"
    add(data, HELD[:6])
    written: dict[Path, tuple[int, str]] = {}
    for turn in range(10):
        # Links of our own, by which files stay to be looked at when their generation goes.
        [place] = (data / FOLDER_NAME).glob("generation-*")
        for path in place.rglob("*"):
            if path.is_file() and path.suffix != ".lock":
                link = kept / str(turn) / path.relative_to(place)
                link.parent.mkdir(parents=True, exist_ok=True)
                link.hardlink_to(path)
                written[link] = (path.stat().st_mtime_ns, digest(path))
        if turn == 7:
            remove_releases(Settings(data=data), [HELD[1].id])
        else:
            add(data, [make_release(turn % 3 + 60, f"turn{turn}")])
        assert all(written[each] == (each.stat().st_mtime_ns, digest(each)) for each in written)
    shared = [link for link in written if link.stat().st_nlink > 2]
    assert {link.parent.name for link in shared} >= {"terms", "segment-1"}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_file_system_without_links_gets_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_library(tmp_path / "linked")

    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    make_library(tmp_path / "copied")
    assert observe(tmp_path / "copied") == observe(tmp_path / "linked")
    assert check_library(tmp_path / "copied") == []
