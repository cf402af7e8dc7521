"""The library on a real SQLite file: what is put is there, whole or not at all."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from embeddings.encoder import EncodedPassages
from qa.errors import LibraryError
from qa.records import Passage, Release
from qa.storage.release_library import Library
from qa.storage.release_rows import IndexedRelease, encoding_key
from qa.storage.schema import FILE_NAME, EncoderIdentity
from qa.storage.snapshot import Snapshot

ENCODER = EncoderIdentity("tiny", "f" * 64, 8)


def make_release(number: int, body: str = "Exports rose. Imports fell.") -> Release:
    return Release(
        id=f"r{number}",
        title=f"Title {number}",
        published=date(2025, 12, number),
        body=body,
        publisher="Ministry",
        url=f"https://example.org/{number}",
        category="Trade",
        language="en",
    )


def index(release: Release) -> IndexedRelease:
    """A release with a passage for each of its sentences, which end in a full stop."""
    passages: list[Passage] = []
    start = 0
    for ordinal, sentence in enumerate(part + "." for part in release.body.split(".")[:-1]):
        start = release.body.index(sentence.strip(), start)
        end = start + len(sentence.strip())
        name = f"{release.id}:{ordinal}"
        passages.append(Passage(name, release.id, ordinal, start, end, release.body[start:end]))
    keys = tuple(encoding_key(ENCODER.fingerprint, passage.text) for passage in passages)
    return IndexedRelease(release, tuple(passages), keys, keys)


def keep(library: Library, *entries: IndexedRelease) -> None:
    """Keep made-up encodings for the passages of `entries`."""
    keys = [key for entry in entries for key in entry.encoding_keys]
    vectors = np.zeros((len(keys), 8), np.float32)
    vectors[:, 0] = 1
    library.keep_encodings(keys, EncodedPassages(vectors, [np.zeros((2, 1), np.uint8)] * len(keys)))


def put(library: Library, *releases: Release) -> int:
    entries = [index(release) for release in releases]
    keep(library, *entries)
    return library.put(entries).generation


def query(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    connection = sqlite3.connect(folder / FILE_NAME)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_what_is_put_is_read_back_as_it_was(tmp_path: Path) -> None:
    releases = [
        make_release(1),
        replace(make_release(2), url=None, category=None, language="ko", body="수출이 늘었다. 끝."),
        replace(make_release(3), title="“Quotes” '; DROP TABLE releases; --", body="A. 🚀 b."),
    ]
    with Library(tmp_path) as library:
        put(library, *releases)
    snapshot = Snapshot(tmp_path)
    assert [snapshot.read_release(release.id) for release in releases] == releases
    snapshot.close()


def test_generation_rises_by_one_for_each_batch(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        assert put(library, make_release(1), make_release(2)) == 1
        assert put(library, make_release(3)) == 2
    stamps = query(tmp_path, "SELECT generation, stamp FROM generations ORDER BY generation")
    assert [generation for generation, _ in stamps] == [1, 2]
    assert len({stamp for _, stamp in stamps}) == 2


def test_generation_stays_when_nothing_is_put(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        put(library, make_release(1))
        assert library.put([]).generation == 1


def test_what_is_held_just_so_is_not_changed(tmp_path: Path) -> None:
    release = make_release(1)
    with Library(tmp_path) as library:
        assert library.find_changed([release]) == [release]
        put(library, release)
        assert library.find_changed([release]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"published": date(2025, 1, 1)},
        {"body": "Other."},
        {"publisher": "Other"},
        {"url": None},
        {"category": "Other"},
        {"language": "ko"},
    ],
)
def test_any_difference_is_a_change(tmp_path: Path, change: dict[str, Any]) -> None:
    with Library(tmp_path) as library:
        put(library, make_release(1))
        corrected = replace(make_release(1), **change)
        assert library.find_changed([corrected]) == [corrected]


def test_putting_the_same_release_twice_holds_it_once(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        put(library, make_release(1))
        put(library, make_release(1))
    assert query(tmp_path, "SELECT count(*) FROM releases") == [(1,)]
    assert query(tmp_path, "SELECT count(*) FROM passages") == [(2,)]
    assert query(tmp_path, "SELECT count(*) FROM encodings") == [(2,)]


def test_encodings_of_a_replaced_release_go_and_shared_ones_stay(tmp_path: Path) -> None:
    before = make_release(1, "Shared. Kept. Dropped.")
    other = make_release(2, "Shared.")
    after = make_release(1, "Kept. New.")
    with Library(tmp_path) as library:
        put(library, before, other)
        put(library, after)
    held = {key for (key,) in query(tmp_path, "SELECT key FROM encodings")}
    assert held == {
        encoding_key(ENCODER.fingerprint, text) for text in ("Shared.", "Kept.", "New.")
    }
    texts = query(
        tmp_path,
        "SELECT substr(r.body, p.start + 1, p.stop - p.start) FROM passages p"
        " JOIN releases r ON r.key = p.release_key ORDER BY r.id, p.ordinal",
    )
    assert texts == [("Kept.",), ("New.",), ("Shared.",)]


def test_only_encodings_not_kept_are_missing(tmp_path: Path) -> None:
    entry = index(make_release(1))
    with Library(tmp_path) as library:
        assert library.find_missing(entry.encoding_keys) == set(entry.encoding_keys)
        keep(library, entry)
        assert library.find_missing(entry.encoding_keys) == set()
        assert library.find_missing([]) == set()
        many = [number.to_bytes(32, "big") for number in range(2500)]
        assert library.find_missing([*many, *entry.encoding_keys]) == set(many)


def test_encodings_are_kept_over_a_crash_before_the_releases(tmp_path: Path) -> None:
    entry = index(make_release(1))
    with Library(tmp_path) as library:
        keep(library, entry)
    with Library(tmp_path) as library:
        assert library.find_missing(entry.encoding_keys) == set()


def test_encodings_of_a_stopped_run_go_with_the_next_change_whatever_is_noted_before(
    tmp_path: Path,
) -> None:
    with Library(tmp_path) as library:
        put(library, make_release(1))
        keep(library, index(make_release(2, "Never put.")))
    with Library(tmp_path) as library:
        library.put([], held_by={"feed": None})
    assert query(tmp_path, "SELECT count(*) FROM encodings") == [(3,)]
    with Library(tmp_path) as library:
        library.put([index(make_release(3, "Exports rose."))])
    assert query(tmp_path, "SELECT count(*) FROM encodings") == [(2,)]


def test_keeping_an_encoding_again_changes_nothing(tmp_path: Path) -> None:
    entry = index(make_release(1))
    with Library(tmp_path) as library:
        keep(library, entry)
        keep(library, entry)
        assert library.put([entry]).generation == 1
    assert query(tmp_path, "SELECT count(*) FROM encodings") == [(2,)]


def test_key_depends_on_text_and_encoder() -> None:
    keys = {encoding_key(a, b) for a, b in [("a", "b"), ("ab", ""), ("", "ab"), ("a", "c")]}
    assert len(keys) == 4
    # printf 'abc\0text' | sha256sum
    assert encoding_key("abc", "text").hex() == (
        "62f580ade3911d5363e3d6d36188cac29db54360c0e7721d3aac706f847f2524"
    )


def test_batch_with_an_error_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    good, bad = index(make_release(1)), index(make_release(2))
    repeated = replace(bad, passages=(bad.passages[0], bad.passages[0]))
    with Library(tmp_path) as library:
        keep(library, good, bad)
        with pytest.raises(LibraryError, match="UNIQUE"):
            library.put([good, repeated])
        assert library.find_changed([good.release]) == [good.release]
        assert library.put([good]).generation == 1
    assert query(tmp_path, "SELECT id FROM releases") == [("r1",)]


def test_error_that_is_not_of_sqlite_rolls_back_too(tmp_path: Path) -> None:
    good, bad = index(make_release(1)), index(make_release(2))
    fewer_keys = replace(bad, encoding_keys=bad.encoding_keys[:1])
    with Library(tmp_path) as library:
        put(library, make_release(1, "Old."))
        keep(library, good, bad)
        with pytest.raises(ValueError, match="shorter"):
            library.put([good, fewer_keys])
        assert library.put([]).generation == 1
    assert query(tmp_path, "SELECT body FROM releases") == [("Old.",)]


def test_passage_without_an_encoding_is_refused(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        with pytest.raises(LibraryError, match="FOREIGN KEY"):
            library.put([index(make_release(1))])
        assert library.put([]).generation == 0
