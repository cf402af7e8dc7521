"""A library as the program made it before releases had versions: its tables had schema 2."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from qa.storage.schema import APPLICATION_ID, FILE_NAME

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE releases (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    body TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT,
    category TEXT,
    language TEXT NOT NULL,
    indexed_at TEXT NOT NULL,
    about_first TEXT,
    about_last TEXT,
    about_kind TEXT,
    template TEXT,
    series TEXT
);
CREATE INDEX releases_by_day ON releases (published, key);
CREATE INDEX releases_by_period ON releases (language, about_kind, about_first);
CREATE TABLE passages (
    key INTEGER PRIMARY KEY,
    release_key INTEGER NOT NULL REFERENCES releases (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    encoding_key BLOB NOT NULL REFERENCES encodings (key),
    UNIQUE (release_key, ordinal)
);
CREATE INDEX passages_by_encoding ON passages (encoding_key);
CREATE TABLE encodings (key BLOB PRIMARY KEY, vector BLOB NOT NULL, tokens BLOB NOT NULL);
"""


def make_old_library(newer: Path, data: Path) -> None:
    """Make the library that the earlier program would have made of what `newer` holds now."""
    data.mkdir()
    with closing(sqlite3.connect(data / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_SCHEMA)
        connection.execute("ATTACH ? AS newer", (str(newer / FILE_NAME),))
        for table in ("meta", "encodings", "releases", "passages"):
            rows = connection.execute(f"PRAGMA main.table_info({table})")
            columns = ", ".join(name for _, name, *_ in rows)
            connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM newer.{table}")
        connection.execute(
            "INSERT INTO meta SELECT 'generation', max(generation) FROM newer.generations"
        )
        connection.execute(
            "INSERT INTO meta SELECT 'stamp', stamp FROM newer.generations"
            " ORDER BY generation DESC LIMIT 1"
        )
        connection.execute("PRAGMA user_version = 2")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def dump(library: Path) -> list[str]:
    """All that is in a library's file, as SQL, read from a copy so that nothing is changed."""
    copy = library.with_name("dumped")
    for suffix in ("", "-wal"):
        source = library.with_name(library.name + suffix)
        if source.exists():
            shutil.copyfile(source, copy.with_name(copy.name + suffix))
    with closing(sqlite3.connect(copy)) as connection:
        lines = list(connection.iterdump())
    for leftover in copy.parent.glob("dumped*"):
        leftover.unlink()
    return lines


def read_version(library: Path) -> int:
    with closing(sqlite3.connect(library)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
