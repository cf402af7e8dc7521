"""The index of words, extended: what is removed from it is found no more."""

import os
import tempfile
from datetime import date
from pathlib import Path

import pytest

from qa.errors import IndexDamaged, IndexUnwritable, SettingsError
from qa.index.lexical_index import Field, LexicalEntry, LexicalIndex
from tests.full_disk import largest_file


def make_entry(key: int) -> LexicalEntry:
    return LexicalEntry(
        key, date(2025, 1, 1), "M", passage=["steel", f"word{key}"], release=["steel"]
    )


def test_removed_keys_are_found_no_more_and_new_ones_are(tmp_path: Path) -> None:
    LexicalIndex.build(tmp_path, [make_entry(key) for key in range(1, 9)])
    LexicalIndex.extend(tmp_path, [make_entry(20)], [2, 5])
    LexicalIndex.extend(tmp_path, [make_entry(21)], [2, 5, 20, 77])
    index = LexicalIndex.open(tmp_path)
    for each in (index, LexicalIndex.open(tmp_path)):
        assert len(each) == 7
        keys, _ = each.search(["steel"], 100)
        assert sorted(keys.tolist()) == [1, 3, 4, 6, 7, 8, 21]
        assert each.search(["word5"], 100)[0].tolist() == []
        assert each.score(["word5"], keys, Field.PASSAGE).tolist() == [0] * 7


def test_index_that_cannot_be_written_to_asks_for_a_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    LexicalIndex.build(tmp_path, [])
    # Root, as whom .ci/run has the tests, may write everywhere but on a medium to read only.
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match="Name one in TMPDIR"):
        LexicalIndex.open(tmp_path)


def test_index_that_cannot_be_written_to_leaves_no_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, temporary = tmp_path / "index", tmp_path / "temporary"
    index.mkdir()
    temporary.mkdir()
    LexicalIndex.build(index, [make_entry(1)])
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    # tantivy reads what it opened once more, some moment later: often enough to meet that moment.
    for _ in range(100):
        assert len(LexicalIndex.open(index)) == 1
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("writable", [True, False])
def test_index_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: writable)
    with pytest.raises(IndexDamaged, match=f"{tmp_path}/gone cannot be opened"):
        LexicalIndex.open(tmp_path / "gone")


def test_full_disk_is_told_of_in_the_same_words_each_time(tmp_path: Path) -> None:
    """The log says each reason once; temporary files have a name at random."""
    said = []
    for number in range(2):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        with largest_file(64), pytest.raises(IndexUnwritable, match="cannot be written") as told:
            LexicalIndex.build(folder, [make_entry(1)])
        said.append(str(told.value).replace(str(folder), "FOLDER"))
    assert said[0] == said[1]
