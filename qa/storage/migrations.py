"""How a library's tables come to be, and how those of earlier versions are brought up to date.

Both happen inside the writer's transaction, so that a library has either its old tables or its
new ones. A copy of an older file is made first, beside it, and stays until a release is removed,
which it would still hold. So does a damaged file in whose place another is put.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from embeddings.files import flush
from qa.errors import LibraryError
from qa.storage.digests import (
    ENCODING_DIGEST,
    PASSAGE_DIGEST,
    PLACING_DIGEST,
    RELEASE_DIGEST,
    VERSION_DIGEST,
    VERSION_TEXT_DIGEST,
)
from qa.storage.schema import (
    APPLICATION_ID,
    SCHEMA,
    SCHEMA_VERSION,
    check_application,
    check_schema,
    is_empty,
)

_MIGRATIONS = {
    1: """
ALTER TABLE releases ADD COLUMN about_first TEXT;
ALTER TABLE releases ADD COLUMN about_last TEXT;
ALTER TABLE releases ADD COLUMN about_kind TEXT;
ALTER TABLE releases ADD COLUMN template TEXT;
ALTER TABLE releases ADD COLUMN series TEXT;
CREATE INDEX releases_by_period ON releases (language, about_kind, about_first);
""",
    2: """
CREATE TABLE generations (generation INTEGER PRIMARY KEY, stamp TEXT NOT NULL);
INSERT INTO generations
    SELECT CAST(g.value AS INTEGER), coalesce(s.value, lower(hex(randomblob(16))))
    FROM meta g LEFT JOIN meta s ON s.key = 'stamp'
    WHERE g.key = 'generation' AND g.value > 0;
DELETE FROM meta WHERE key IN ('generation', 'stamp');
CREATE TABLE versions (
    release_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,
    body TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT,
    category TEXT,
    language TEXT NOT NULL,
    indexed_at TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (release_id, number)
);
CREATE TABLE passages_3 (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    release_key INTEGER NOT NULL REFERENCES releases (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    encoding_key BLOB NOT NULL REFERENCES encodings (key),
    UNIQUE (release_key, ordinal)
);
INSERT INTO passages_3 SELECT key, release_key, ordinal, start, stop, encoding_key FROM passages;
DROP TABLE passages;
ALTER TABLE passages_3 RENAME TO passages;
CREATE INDEX passages_by_encoding ON passages (encoding_key);
CREATE TABLE sources (name TEXT PRIMARY KEY, read_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source_releases (
    source TEXT NOT NULL REFERENCES sources (name) ON DELETE CASCADE,
    release_id TEXT NOT NULL,
    PRIMARY KEY (source, release_id)
) WITHOUT ROWID;
CREATE INDEX sources_by_release ON source_releases (release_id);
""",
    3: f"""
ALTER TABLE releases ADD COLUMN digest BLOB;
UPDATE releases SET digest = {RELEASE_DIGEST};
ALTER TABLE versions ADD COLUMN digest BLOB;
UPDATE versions SET digest = {VERSION_TEXT_DIGEST};
ALTER TABLE passages ADD COLUMN digest BLOB;
UPDATE passages SET digest = {PASSAGE_DIGEST};
CREATE TABLE encoding_digests (
    encoding_key BLOB PRIMARY KEY REFERENCES encodings (key) ON DELETE CASCADE,
    digest BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO encoding_digests SELECT key, {ENCODING_DIGEST} FROM encodings;
""",
    4: """
CREATE TABLE analyses (
    passage_key INTEGER PRIMARY KEY REFERENCES passages (key) ON DELETE CASCADE,
    analysis BLOB NOT NULL,
    digest BLOB NOT NULL
);
""",
    5: f"""
CREATE INDEX releases_by_publisher ON releases (publisher, published);
ALTER TABLE releases ADD COLUMN placing BLOB;
UPDATE releases SET placing = {PLACING_DIGEST};
UPDATE versions SET digest = {VERSION_DIGEST} WHERE digest IS {VERSION_TEXT_DIGEST};
""",
    6: """
CREATE TABLE corrections (
    release_key INTEGER PRIMARY KEY REFERENCES releases (key) ON DELETE CASCADE,
    publisher TEXT NOT NULL,
    day TEXT,
    title TEXT
);
CREATE INDEX corrections_by_day ON corrections (publisher, day);
CREATE INDEX corrections_by_title ON corrections (publisher, title);
CREATE TABLE corrected (
    release_key INTEGER NOT NULL REFERENCES releases (key) ON DELETE CASCADE,
    correction_key INTEGER NOT NULL REFERENCES corrections (release_key) ON DELETE CASCADE,
    weight INTEGER NOT NULL,
    PRIMARY KEY (release_key, correction_key)
) WITHOUT ROWID;
CREATE INDEX corrected_by_correction ON corrected (correction_key);
""",
}
"""What brings the tables of each earlier version to those of the next."""


def can_migrate(connection: sqlite3.Connection) -> bool:
    """Whether the tables are those of an earlier version of the program."""
    return _read_version(connection) in _MIGRATIONS


def back_up_if_older(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Copy the library at `path` if its tables are to be migrated; the copy's path, if any.

    The copy is whole before it has its name. Outside any transaction. Raises LibraryError for what
    is no library, and when the disk refuses.
    """
    if not can_migrate(connection):
        return None
    version = _read_version(connection)
    check_application(connection, path)
    backup = path.with_name(f"{path.name}.schema-{version}")
    draft = backup.with_name(f"{backup.name}.draft")
    try:
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as copy:
            connection.backup(copy)
        draft.replace(backup)
        # Before the tables change, or a power cut could leave these and no copy.
        flush(path.parent)
    except OSError as error:
        raise LibraryError(
            f"The library {path} is of an earlier version of the program and cannot be copied to "
            f"{backup}, before it is brought up to date: {error.strerror}. Free some space or mend "
            f"the folder, then try again."
        ) from error
    return backup


def set_aside(path: Path) -> None:
    """Have a file that SQLite cannot read, in the library's place, go by another name beside it.

    Its log goes first, as that would count for what takes its place. Raises LibraryError.
    """
    try:
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.replace(path.with_name(f"{path.name}.damaged{ending}"))
        flush(path.parent)
    except OSError as error:
        raise LibraryError(
            f"The library {path} is damaged and cannot be set aside: {error.strerror}. Mend the "
            f"folder, then try again."
        ) from error


def remove_copies(path: Path) -> None:
    """Remove what `back_up_if_older` and `set_aside` left beside the library at `path`.

    Raises LibraryError.
    """
    try:
        copies = list(path.parent.glob(f"{path.name}.schema-*"))
        copies += path.parent.glob(f"{path.name}.damaged*")
        for copy in copies:
            copy.unlink(missing_ok=True)
        if copies:
            flush(path.parent)
    except OSError as error:
        raise LibraryError(
            f"The copies of an earlier library beside {path} hold what is to be removed, and "
            f"cannot be removed themselves: {error.strerror}. Nothing was removed; mend the "
            f"folder, then try again."
        ) from error


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables in an empty file; check those of another, and bring older ones up to date.

    Inside a write transaction. Raises LibraryError for what is no library, or a newer one.
    """
    if is_empty(connection):
        _run(connection, SCHEMA)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        return
    check_application(connection, path)
    while (version := _read_version(connection)) in _MIGRATIONS:
        _run(connection, _MIGRATIONS[version])
        connection.execute(f"PRAGMA user_version = {version + 1}")
    check_schema(connection, path)


def _run(connection: sqlite3.Connection, script: str) -> None:
    # Not executescript, which would end the transaction.
    for statement in script.strip().split(";\n"):
        connection.execute(statement)


def _read_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
