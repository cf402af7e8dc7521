"""Snapshots: one moment of the library, whatever is written after it."""

import gc
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import EncodedPassages
from qa.errors import LibraryError
from qa.records import DateRange, Passage, Release
from qa.storage.release_library import Library
from qa.storage.release_rows import IndexedRelease
from qa.storage.schema import FILE_NAME, EncoderIdentity
from qa.storage.snapshot import Snapshot
from tests.full_disk import largest_file
from tests.timing import takes_less, time_least

ENCODER = EncoderIdentity("tiny", "f" * 64, 12)
ALL = DateRange(date.min, date.max)
# Not in order of publication; r2 and r4 are of one day.
DAYS = {"r1": date(2025, 12, 9), "r2": date(2025, 3, 1), "r3": date(2024, 1, 31)}
DAYS |= {"r4": date(2025, 3, 1), "r5": date(2025, 12, 31)}


def put(library: Library, *releases: Release) -> None:
    """Put releases, each body cut into passages of one word, vectors telling the word's length."""
    entries: list[IndexedRelease] = []
    for release in releases:
        passages: list[Passage] = []
        start = 0
        for ordinal, word in enumerate(release.body.split()):
            start = release.body.index(word, start)
            end = start + len(word)
            passages.append(
                Passage(f"{release.id}:{ordinal}", release.id, ordinal, start, end, word)
            )
            start = end
        keys = tuple(passage.text.encode() for passage in passages)
        lengths = [len(passage.text) for passage in passages]
        vectors = np.zeros((len(keys), 12), np.float32)
        vectors[:, 0] = lengths
        tokens = [np.full((length, 2), length, np.uint8) for length in lengths]
        library.keep_encodings(keys, EncodedPassages(vectors, tokens))
        entries.append(IndexedRelease(release, tuple(passages), keys, keys))
    library.put(entries)


def make_release(name: str, day: date, body: str = "one three") -> Release:
    return Release(name, f"Title {name}", day, f"{body} {name}", "Ministry")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library(tmp_path) as library:
        library.claim(ENCODER)
        put(library, *(make_release(name, day) for name, day in DAYS.items()))
    return tmp_path


def names(releases: list[Release]) -> list[str]:
    return [release.id for release in releases]


def test_later_changes_do_not_show(folder: Path) -> None:
    before = Snapshot(folder)
    held = before.read_holdings()
    with Library(folder) as library:
        put(
            library,
            make_release("r6", date(2026, 1, 1)),
            replace(make_release("r1", DAYS["r1"]), body="changed"),
        )
    assert before.read_holdings() == held
    assert before.read_release("r6") is None
    release = before.read_release("r1")
    assert release is not None
    assert release.body == "one three r1"
    assert before.count_releases(ALL) == 5
    assert len(list(before.iterate_passages())) == 15
    after = Snapshot(folder)
    assert (before.generation, after.generation) == (1, 2)
    assert after.count_releases(ALL) == 6
    before.close()
    after.close()


def test_holdings_are_counted(folder: Path) -> None:
    snapshot = Snapshot(folder)
    held = snapshot.read_holdings()
    assert (held.generation, held.releases, held.passages) == (1, 5, 15)
    assert held.earliest_published == date(2024, 1, 31)
    assert held.latest_published == date(2025, 12, 31)
    assert held.encoder == ENCODER
    snapshot.close()


def test_empty_library_holds_nothing(tmp_path: Path) -> None:
    Library(tmp_path).close()
    snapshot = Snapshot(tmp_path)
    held = snapshot.read_holdings()
    assert (held.generation, held.releases, held.passages) == (0, 0, 0)
    assert held.earliest_published is None
    assert held.latest_published is None
    assert held.encoder is None
    assert list(snapshot.iterate_passages()) == []
    assert list(snapshot.iterate_encodings()) == []
    assert snapshot.list_releases(ALL, limit=10) == []
    snapshot.close()


def test_passages_come_in_order_of_publication_then_arrival_then_text(folder: Path) -> None:
    snapshot = Snapshot(folder)
    found = list(snapshot.iterate_passages())
    assert [stored.passage.id for stored in found] == [
        f"{name}:{ordinal}" for name in ("r3", "r2", "r4", "r1", "r5") for ordinal in range(3)
    ]
    for stored in found:
        passage = stored.passage
        assert stored.release.body[passage.start : passage.end] == passage.text
    snapshot.close()


def test_passages_after_a_key_are_those_and_in_the_same_order(folder: Path) -> None:
    snapshot = Snapshot(folder)
    keys = [stored.key for stored in snapshot.iterate_passages()]
    assert sorted(keys) == snapshot.read_passage_keys().tolist()
    assert max(keys) == snapshot.read_last_key()
    for after in range(max(keys) + 2):
        later = [key for key in keys if key > after]
        assert [stored.key for stored in snapshot.iterate_passages(after)] == later
        assert [encoded.key for encoded in snapshot.iterate_encodings(after)] == later
        assert snapshot.count_passages(after=after) == len(later)
        assert snapshot.count_passages(up_to=after) == len(keys) - len(later)
    snapshot.close()


def test_encodings_come_in_the_order_of_passages(folder: Path) -> None:
    snapshot = Snapshot(folder)
    pairs = zip(snapshot.iterate_passages(), snapshot.iterate_encodings(), strict=True)
    for stored, encoded in pairs:
        length = len(stored.passage.text)
        assert (encoded.key, encoded.published) == (stored.key, stored.release.published)
        assert encoded.vector.tolist() == [length] + [0] * 11
        assert encoded.vector.dtype == np.float32
        assert encoded.tokens.tolist() == [[length, length]] * length
    snapshot.close()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date.min, date.max, ["r5", "r1", "r2", "r4", "r3"]),
        (date(2025, 3, 1), date(2025, 12, 9), ["r1", "r2", "r4"]),
        (date(2025, 3, 2), date(2025, 12, 8), []),
        (date(2024, 1, 31), date(2024, 1, 31), ["r3"]),
        (date(2025, 12, 9), date(2025, 3, 1), []),
    ],
)
def test_releases_of_a_range_are_listed_newest_first_and_counted(
    folder: Path, first: date, last: date, expected: list[str]
) -> None:
    snapshot = Snapshot(folder)
    published = DateRange(first, last)
    assert names(snapshot.list_releases(published, limit=10)) == expected
    assert snapshot.count_releases(published) == len(expected)
    snapshot.close()


def test_publishers_are_counted_with_their_first_and_last_days(folder: Path) -> None:
    snapshot = Snapshot(folder)
    listed = snapshot.list_releases(ALL, limit=10)
    counts = snapshot.count_publishers()
    assert sum(each.releases for each in counts) == len(listed)
    for each in counts:
        days = [of.published for of in listed if of.publisher == each.publisher]
        assert (each.releases, each.earliest_published, each.latest_published) == (
            *(len(days), min(days), max(days)),
        )
    snapshot.close()


def test_list_goes_on_from_an_offset_and_either_way(folder: Path) -> None:
    snapshot = Snapshot(folder)
    assert names(snapshot.list_releases(ALL, limit=2)) == ["r5", "r1"]
    assert names(snapshot.list_releases(ALL, limit=2, offset=2)) == ["r2", "r4"]
    assert names(snapshot.list_releases(ALL, limit=2, offset=4)) == ["r3"]
    oldest = snapshot.list_releases(ALL, limit=3, newest_first=False)
    assert names(oldest) == ["r3", "r2", "r4"]
    snapshot.close()


def test_passages_are_read_in_the_order_of_their_keys(folder: Path) -> None:
    snapshot = Snapshot(folder)
    stored = list(snapshot.iterate_passages())[::-2]
    keys = [entry.key for entry in stored]
    assert snapshot.read_passages(keys) == stored
    assert snapshot.read_release_ids(keys) == [entry.release.id for entry in stored]
    assert snapshot.read_passages([]) == []
    assert snapshot.read_release_ids([]) == []
    snapshot.close()


def test_passages_of_one_release_have_one_copy_of_it(folder: Path) -> None:
    snapshot = Snapshot(folder)
    stored = list(snapshot.iterate_passages())
    assert len({id(each.release) for each in stored}) == 5
    read = snapshot.read_passages([each.key for each in stored[::-1]])
    assert len({id(each.release) for each in read}) == 5
    snapshot.close()


def test_more_passages_than_a_query_binds_are_read(folder: Path) -> None:
    body = " ".join(f"word{number}" for number in range(2100))
    with Library(folder) as library:
        put(library, make_release("r9", date(2026, 1, 1), body))
    snapshot = Snapshot(folder)
    keys = [stored.key for stored in snapshot.iterate_passages()]
    assert len(keys) == 15 + 2101
    assert [stored.key for stored in snapshot.read_passages(keys)] == keys
    snapshot.close()


def test_passages_share_one_copy_of_their_release_whenever_they_are_read(folder: Path) -> None:
    with Library(folder) as library:
        put(library, make_release("r9", date(2026, 1, 1), "word " * 400))
    snapshot = Snapshot(folder)
    keys = [each.key for each in snapshot.iterate_passages() if each.release.id == "r9"]
    with ThreadPoolExecutor(4) as threads:
        read = list(threads.map(snapshot.read_passages, ([key] for key in keys)))
    assert len({id(passage.release.body) for [passage] in read}) == 1
    del read
    gc.collect()
    assert snapshot.read_passages(keys[:1])[0].release.id == "r9"
    snapshot.close()


def test_passage_that_is_not_held_is_named(folder: Path) -> None:
    snapshot = Snapshot(folder)
    with pytest.raises(LibraryError, match=r"no passage 4711 at generation 1"):
        snapshot.read_passages([4711])
    snapshot.close()


def test_release_that_is_not_held_is_none(folder: Path) -> None:
    snapshot = Snapshot(folder)
    assert snapshot.read_release("nobody") is None
    snapshot.close()


def test_threads_share_a_snapshot(folder: Path) -> None:
    snapshot = Snapshot(folder)
    expected = list(snapshot.iterate_passages())
    keys = [stored.key for stored in expected]

    def work(turn: int) -> bool:
        if turn % 2:
            return snapshot.read_passages(keys) == expected
        return list(snapshot.iterate_passages()) == expected

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(work, range(40)))
    snapshot.close()


def test_later_changes_do_not_show_after_the_log_could_not_be_emptied(folder: Path) -> None:
    with Library(folder) as library:
        put(library, make_release("r6", date(2025, 6, 1), "long " * 1000))
        snapshot = Snapshot(folder)
    held = snapshot.read_holdings()
    with largest_file(1), pytest.raises(LibraryError, match="cannot be used"):
        snapshot.let_go_of_log()
    with Library(folder) as library:
        put(library, make_release("r7", date(2025, 7, 1)))
    assert snapshot.read_holdings() == held
    assert not snapshot.is_current()
    snapshot.close()


def test_state_is_known_by_its_stamp_as_long_as_the_library_goes_on_from_it(folder: Path) -> None:
    with Snapshot(folder) as before:
        first = before.stamp
    assert first is not None
    with Library(folder) as library:
        put(library, make_release("r6", date(2026, 1, 1)))
    with Snapshot(folder) as now:
        assert (now.find_stamp(1), now.find_stamp(2), now.find_stamp(3)) == (first, now.stamp, None)
        assert (now.has_been(first), now.has_been("of another")) == (True, False)


def test_opening_takes_no_longer_after_many_changes(folder: Path) -> None:
    few = time_least(lambda: Snapshot(folder).close())
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        stamps = ((f"{number:032x}",) for number in range(50_000))
        connection.executemany("INSERT INTO generations (stamp) VALUES (?)", stamps)
    with Snapshot(folder) as snapshot:
        assert snapshot.generation > 50_000
    # To read all of them takes some sixty times as long.
    assert takes_less(lambda: Snapshot(folder).close(), 10 * few)
