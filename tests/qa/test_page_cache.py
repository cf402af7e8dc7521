"""The file of fetched pages: what is none is refused, and let go of."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import SourceError
from qa.page_cache import PageCache
from tests.open_files import find_open_files


def test_file_of_another_form_is_refused_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "fetched.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 99")
    with pytest.raises(SourceError, match="found form 99; delete it") as refusal:
        PageCache(path)
    assert find_open_files(tmp_path) == []
    assert str(path) in str(refusal.value)  # which holds all that was open
