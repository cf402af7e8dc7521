"""The file of fetched pages: what is none is refused, and let go of."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import SourceError
from qa.reading.page_cache import Page, PageCache
from tests.open_files import find_open_files


def test_file_of_another_form_is_refused_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "fetched.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(SourceError, match="found form 99; delete it") as refusal:
        PageCache(path)
    assert find_open_files(tmp_path) == []
    assert str(path) in str(refusal.value)  # which holds all that was open


def test_file_of_the_first_form_keeps_its_pages_and_has_no_site_finished(tmp_path: Path) -> None:
    path = tmp_path / "fetched.sqlite3"
    page = Page("https://example.org/1", b"Steel rose.", None, None, None, 0)
    with closing(PageCache(path)) as pages:
        pages.keep(page.url, page)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(
            "drop table finished; pragma user_version = 1;"
            "create table finished (site text primary key, at real not null) without rowid;"
            "insert into finished values ('https://example.org', 0)"
        )
    for _ in range(2):
        with closing(PageCache(path, has_been="0".__eq__)) as pages:
            assert pages.find(page.url) == page
            assert not pages.is_finished("https://example.org")


def test_file_whose_form_was_being_raised_by_one_that_was_killed_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "fetched.sqlite3"
    PageCache(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("drop table finished; pragma user_version = 1;")
    with closing(PageCache(path, has_been="0".__eq__)) as pages:
        assert not pages.is_finished("https://example.org")
