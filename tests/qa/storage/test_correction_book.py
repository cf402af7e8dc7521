"""Which release corrects which, as releases come, change and go. The links are told by hand."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from qa.records import Release
from qa.storage import correction_book
from qa.storage.correction_book import CorrectionBook
from qa.storage.faults import find_faults
from qa.storage.release_library import Library
from qa.storage.release_rows import IndexedRelease
from qa.storage.schema import FILE_NAME, SCHEMA_VERSION
from qa.storage.snapshot import Snapshot
from tests.qa.corrected_releases import CORRECTION, KOREAN, NOTICE, RELEASES, REPLACEMENT

HELD = {release.id: release for release in RELEASES}
MAY = HELD["arrivals-05"]
LINKS = {
    ("arrivals-05", "correction"),
    ("arrivals-06", "unsure"),
    ("seafood-05", "korean"),
    ("notice", "replacement"),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as library:
        yield library


def put(library: Library, *releases: Release) -> None:
    library.put([IndexedRelease(each, (), (), ()) for each in releases])


def read_links(data: Path, as_of: date = date.max) -> set[tuple[str, str]]:
    """What is corrected, and by what; each told of both."""
    with Snapshot(data) as snapshot:
        ids = list(snapshot.read_addresses())
        known = dict(zip(ids, CorrectionBook(snapshot).find(ids, as_of), strict=True))
        assert list(find_faults(snapshot)) == []
    links = {(id_, link.release_id) for id_, each in known.items() for link in each.corrected_by}
    back = {
        (each.corrects.release_id, id_) for id_, each in known.items() if each.corrects is not None
    }
    assert as_of < date.max or links == back
    return links


@pytest.mark.parametrize("releases", list(permutations([MAY, HELD["arrivals-04"], CORRECTION])))
def test_correction_is_linked_in_whatever_order_releases_come(
    library: Library, tmp_path: Path, releases: tuple[Release, ...]
) -> None:
    for each in releases:
        put(library, each)
    assert read_links(tmp_path) == {("arrivals-05", "correction")}


@pytest.mark.parametrize("releases", [RELEASES, RELEASES[::-1]])
def test_corrections_in_both_languages_are_linked_where_all_come_at_once(
    library: Library, tmp_path: Path, releases: tuple[Release, ...]
) -> None:
    put(library, *releases)
    assert read_links(tmp_path) == LINKS
    with Snapshot(tmp_path) as snapshot:
        [notice, seafood] = CorrectionBook(snapshot).find(["notice", "seafood-05"])
    [link] = notice.corrected_by
    assert (link.title, link.published, link.whole) == (
        REPLACEMENT.title,
        REPLACEMENT.published,
        True,
    )
    [link] = seafood.corrected_by
    assert (link.title, link.language, link.whole) == (KOREAN.title, "ko", False)


def test_correction_that_came_out_later_is_not_seen(library: Library, tmp_path: Path) -> None:
    put(library, MAY, CORRECTION)
    day = CORRECTION.published
    assert read_links(tmp_path, day) == {("arrivals-05", "correction")}
    assert read_links(tmp_path, day - timedelta(days=1)) == set()


def test_link_goes_with_either_release(library: Library, tmp_path: Path) -> None:
    for gone in ("arrivals-05", "correction"):
        put(library, MAY, CORRECTION)
        assert read_links(tmp_path)
        library.remove([gone])
        assert read_links(tmp_path) == set()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("SELECT * FROM corrections").fetchall() == []


def test_changed_release_is_linked_by_what_it_says_now(library: Library, tmp_path: Path) -> None:
    put(library, MAY, CORRECTION)
    silent = replace(CORRECTION, title="Foreign Investment Arrivals", body="All stands.")
    put(library, silent)
    assert read_links(tmp_path) == set()
    put(library, CORRECTION)
    put(library, replace(MAY, body=f"{MAY.body} More follows."))
    assert read_links(tmp_path) == {("arrivals-05", "correction")}
    put(library, replace(MAY, published=date(2026, 6, 8)))
    assert read_links(tmp_path) == set()


def test_of_several_of_the_day_that_speak_of_it_none_is_known_to_be_meant(
    library: Library, tmp_path: Path
) -> None:
    rival = replace(MAY, id="rival", title="Foreign Investment Arrivals by Country")
    other = replace(MAY, id="other", title="Laver Sells", body="Laver sold well, it was said.")
    put(library, MAY, other, CORRECTION)
    assert read_links(tmp_path) == {("arrivals-05", "correction")}
    put(library, rival)
    assert read_links(tmp_path) == set()
    library.remove(["rival"])
    assert read_links(tmp_path) == {("arrivals-05", "correction")}
    # Named by its title too, it is the one.
    named = f'It corrects its release of June 7, "{MAY.title}." The correct amount is 7.9 billion.'
    put(library, rival, replace(CORRECTION, body=named))
    assert read_links(tmp_path) == {("arrivals-05", "correction")}


def test_release_corrected_twice_names_both_in_order(library: Library, tmp_path: Path) -> None:
    again = replace(CORRECTION, id="again", published=date(2026, 6, 20))
    put(library, again, CORRECTION, MAY)
    with Snapshot(tmp_path) as snapshot:
        [known] = CorrectionBook(snapshot).find(["arrivals-05"])
    assert [each.release_id for each in known.corrected_by] == ["correction", "again"]


@pytest.mark.parametrize("before", ["an earlier version", "other rules"])
def test_corrections_held_already_are_linked_when_it_is_opened_to_be_changed(
    tmp_path: Path, before: str
) -> None:
    with Library(tmp_path) as library:
        put(library, *RELEASES)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        if before == "other rules":
            connection.execute("UPDATE meta SET value = '0' WHERE key = 'corrections'")
            connection.execute("DELETE FROM corrected")
        else:
            connection.execute("DELETE FROM meta WHERE key = 'corrections'")
            connection.execute("DROP TABLE corrected")
            connection.execute("DROP TABLE corrections")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    Library(tmp_path).close()
    assert read_links(tmp_path) == LINKS
    with Snapshot(tmp_path) as snapshot:
        assert snapshot.generation == 2
    Library(tmp_path).close()
    with Snapshot(tmp_path) as snapshot:
        assert snapshot.generation == 2


def test_link_that_was_damaged_leads_to_no_other_release(library: Library, tmp_path: Path) -> None:
    put(library, MAY, CORRECTION, HELD["arrivals-04"], NOTICE)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute(
            "UPDATE corrected SET release_key = (SELECT key FROM releases WHERE id = 'notice')"
        )
    assert read_links(tmp_path) == set()


def test_release_that_is_shown_is_looked_up_by_indexes(library: Library, tmp_path: Path) -> None:
    put(library, *RELEASES)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        for side in ("r", "c"):
            sql = f"EXPLAIN QUERY PLAN {correction_book.PAIRS} AND {side}.id IN (?, ?)"
            plan = [str(row[-1]) for row in connection.execute(sql, ("a", "b"))]
            assert not [step for step in plan if step.startswith("SCAN")], plan


def test_release_in_no_correction_leaves_no_row(library: Library, tmp_path: Path) -> None:
    put(library, *(each for each in RELEASES if each.id.startswith(("arrivals", "seafood"))))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        for table in ("corrections", "corrected"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
