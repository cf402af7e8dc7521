"""Series in the library: as releases arrive, are corrected, and as the rules change."""

import random
import sqlite3
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.index.indexing import index_releases
from qa.records import Release
from qa.series.series import SeriesBook
from qa.series.series_finder import read_arrival
from qa.storage.faults import find_faults, find_misplaced
from qa.storage.release_library import Library
from qa.storage.release_rows import IndexedRelease
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from tests.qa.series.test_series_finder import PRICES, join_all


def make_release(month: int, name: str, change: str, published: date) -> Release:
    body = (
        f"Exports of ICT goods in {name} 2025 rose {change} percent to USD 25.5 billion, the "
        f"ministry announced. Chips and displays led, while phones fell behind. Exports to "
        f"Vietnam and Taiwan were the largest, as makers there bought memory for servers."
    )
    return Release(f"r{month}", f"ICT Exports in {name}", published, body, "Ministry")


SEPTEMBER = make_release(9, "September", "14.0", date(2025, 10, 15))
OCTOBER = make_release(10, "October", "12.2", date(2025, 11, 14))
NOVEMBER = make_release(11, "November", "24.3", date(2025, 12, 15))
MEETING = Release(
    "meeting",
    "Trade Minister Meets Ambassador of India",
    date(2025, 12, 11),
    "They met on December 10 and spoke of trade.",
    "Ministry",
)


def read_book(folder: Path) -> SeriesBook:
    snapshot = Snapshot(folder)
    try:
        return snapshot.read_series()
    finally:
        snapshot.close()


def index(folder: Path, encoder: Encoder, *releases: Release) -> None:
    with Library(folder) as library:
        index_releases(library, encoder, releases)


def test_releases_join_their_series_one_by_one(tmp_path: Path, encoder: Encoder) -> None:
    for release in (OCTOBER, MEETING, NOVEMBER, SEPTEMBER):
        index(tmp_path, encoder, release)
    book = read_book(tmp_path)
    place = book.place("r10", date(2025, 12, 16))
    assert place is not None
    assert place.previous is not None
    assert place.next is not None
    assert (place.previous.release_id, place.next.release_id) == ("r9", "r11")
    assert book.find_series("meeting") is None


def test_release_that_is_like_two_apart_brings_them_together(
    tmp_path: Path, encoder: Encoder
) -> None:
    february, march, _, may = PRICES
    for release in (february, march):
        index(tmp_path, encoder, release)
    assert read_book(tmp_path).find_series(march.id) is None, "alike already: words them otherwise"
    index(tmp_path, encoder, may)
    book = read_book(tmp_path)
    assert {book.find_series(each.id) for each in (february, march, may)} == {february.id}
    snapshot = Snapshot(tmp_path)
    assert not list(find_faults(snapshot)), "a series was noted without its digest"
    snapshot.close()


def test_release_whose_placing_is_damaged_stays_so_when_it_is_joined(
    tmp_path: Path, encoder: Encoder
) -> None:
    february, march, _, may = PRICES
    for release in (february, march):
        index(tmp_path, encoder, release)
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE releases SET placing = x'00' WHERE id = ?", (march.id,))
    connection.close()
    index(tmp_path, encoder, may)
    snapshot = Snapshot(tmp_path)
    assert find_misplaced(snapshot) == [march.id]
    snapshot.close()


def make_reworded(number: int, rng: random.Random) -> Release:
    """A release of one of eight families, whose members have more or less of it in common."""
    family, month = rng.randrange(8), rng.randrange(12)
    own = [f"{first}{second}{'bdfgklmn'[family]}ot" for first in "bdfglmn" for second in "aeo"]
    others = [f"{first}{second}zur" for first in "bdfgklmnprstv" for second in "aeiou"]
    words = rng.sample(own, rng.randint(4, 16)) + rng.sample(others, rng.randint(4, 16))
    day = date(2024, 1, 12) + timedelta(days=31 * month + rng.randrange(6))
    title = f"{words[0]} in {date(2023 + (month > 0), (month - 1) % 12 + 1, 1):%B}"
    publisher = rng.choice(("Ministry", "Ministry", "Office"))
    return Release(f"r{number:03}", title, day, f"{' '.join(words)}.", publisher)


@pytest.mark.parametrize(("seed", "at_once"), [(0, 1), (1, 1), (2, 7)])
def test_series_are_those_that_come_of_comparing_with_all_that_is_held(
    tmp_path: Path, seed: int, at_once: int
) -> None:
    rng = random.Random(seed)
    releases = [make_reworded(number, rng) for number in range(150)]
    releases.sort(key=lambda release: (release.published, release.id))
    series = join_all(filter(None, map(read_arrival, releases)))
    sizes = Counter(series.values())
    assert max(sizes.values()) > 5
    assert min(sizes.values()) == 1, "nothing is left apart: word them otherwise"
    with Library(tmp_path) as library:
        for start in range(0, len(releases), at_once):
            some = releases[start : start + at_once]
            library.put([IndexedRelease(release, (), (), ()) for release in some])
    with Snapshot(tmp_path) as snapshot:
        held = snapshot.query("SELECT id, series FROM releases WHERE series <> ''")
    assert dict(held) == series


def test_period_is_kept_with_the_release(tmp_path: Path, encoder: Encoder) -> None:
    index(tmp_path, encoder, NOVEMBER, MEETING)
    snapshot = Snapshot(tmp_path)
    period = snapshot.read_period("r11")
    assert period is not None
    assert period.first == date(2025, 11, 1)
    assert snapshot.read_period("meeting") is None
    snapshot.close()


def test_corrected_release_is_placed_anew(tmp_path: Path, encoder: Encoder) -> None:
    index(tmp_path, encoder, SEPTEMBER, OCTOBER)
    wrong = make_release(11, "October", "24.3", NOVEMBER.published)
    index(tmp_path, encoder, wrong)
    assert read_book(tmp_path).place("r11", date(2025, 12, 16)) is not None
    index(tmp_path, encoder, NOVEMBER)
    place = read_book(tmp_path).place("r11", date(2025, 12, 16))
    assert place is not None
    assert place.period.first == date(2025, 11, 1)
    assert place.instalments == 3


@pytest.mark.parametrize("damage", ["DELETE FROM meta WHERE key = 'templates'", "schema 1"])
def test_library_of_an_earlier_version_is_brought_up_to_date(
    tmp_path: Path, encoder: Encoder, damage: str
) -> None:
    index(tmp_path, encoder, SEPTEMBER, OCTOBER)
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    if damage == "schema 1":
        # As version 1 made it: without what series are known by.
        connection.execute("DROP INDEX releases_by_period")
        for column in ("about_first", "about_last", "about_kind", "template", "series"):
            connection.execute(f"ALTER TABLE releases DROP COLUMN {column}")
        connection.execute("DELETE FROM meta WHERE key = 'templates'")
        # Nor with what came with version 3.
        for table in ("generations", "versions", "source_releases", "sources"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("INSERT INTO meta VALUES ('generation', '1')")
        # Nor with version 4.
        for table in ("analyses", "corrected", "corrections", "encoding_digests"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX releases_by_publisher")
        for table in ("releases", "passages"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN digest")
        connection.execute("ALTER TABLE releases DROP COLUMN placing")
        connection.execute("PRAGMA user_version = 1")
    else:
        connection.execute("UPDATE releases SET series = NULL, template = NULL")
        connection.execute(damage)
    connection.commit()
    connection.close()
    index(tmp_path, encoder, NOVEMBER)
    place = read_book(tmp_path).place("r11", date(2025, 12, 16))
    assert place is not None
    assert place.instalments == 3
