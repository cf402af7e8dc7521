"""The library's tables, and how its rows become values: shared by writer and readers.

What brings the tables of an earlier version of the program up to date is in
`qa.storage.migrations`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from qa.errors import LibraryDamaged, LibraryError, ModelMismatch
from qa.periods import Granularity, Period
from qa.records import Passage, Release, StoredPassage
from qa.storage.values import PUT_BACK, make_unread, to_day, to_number

FILE_NAME = "library.sqlite"
SCHEMA_VERSION = 7
APPLICATION_ID = 0x52514131  # "RQA1"
_VARIABLES = 900  # old builds of SQLite bind 999 values at most

Row: TypeAlias = tuple[Any, ...]
_T = TypeVar("_T")

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE generations (generation INTEGER PRIMARY KEY, stamp TEXT NOT NULL);
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
    series TEXT,
    digest BLOB,
    placing BLOB
);
CREATE INDEX releases_by_day ON releases (published, key);
CREATE INDEX releases_by_publisher ON releases (publisher, published);
CREATE INDEX releases_by_period ON releases (language, about_kind, about_first);
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
    digest BLOB,
    PRIMARY KEY (release_id, number)
);
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    release_key INTEGER NOT NULL REFERENCES releases (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    encoding_key BLOB NOT NULL REFERENCES encodings (key),
    digest BLOB,
    UNIQUE (release_key, ordinal)
);
CREATE INDEX passages_by_encoding ON passages (encoding_key);
CREATE TABLE analyses (
    passage_key INTEGER PRIMARY KEY REFERENCES passages (key) ON DELETE CASCADE,
    analysis BLOB NOT NULL,
    digest BLOB NOT NULL
);
CREATE TABLE encodings (key BLOB PRIMARY KEY, vector BLOB NOT NULL, tokens BLOB NOT NULL);
CREATE TABLE encoding_digests (
    encoding_key BLOB PRIMARY KEY REFERENCES encodings (key) ON DELETE CASCADE,
    digest BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE sources (name TEXT PRIMARY KEY, read_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source_releases (
    source TEXT NOT NULL REFERENCES sources (name) ON DELETE CASCADE,
    release_id TEXT NOT NULL,
    PRIMARY KEY (source, release_id)
) WITHOUT ROWID;
CREATE INDEX sources_by_release ON source_releases (release_id);
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
"""
"""The tables of an empty library. A passage's key is never given twice, so that an index knows what
is new to it, and every generation has a stamp of its own, so that it knows whose past it holds.
Digests are those of `qa.storage.digests`, as is a release's placing. Of a correction `corrections`
has the day and the title that it names, and `corrected` each release held that it names so, with
how plainly (`qa.storage.noting_corrections`)."""


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Whose vectors a library holds."""

    name: str
    fingerprint: str
    dimension: int


def check_encoder(held: EncoderIdentity, encoder: EncoderIdentity, path: Path) -> None:
    """Raise ModelMismatch unless the vectors in the library at `path` are the encoder's."""
    if held.fingerprint != encoder.fingerprint:
        raise ModelMismatch(
            f"The library {path} holds vectors of {held.name} (fingerprint "
            f"{held.fingerprint[:12]}, {held.dimension} dimensions), but the model in use is "
            f"{encoder.name} ({encoder.fingerprint[:12]}, {encoder.dimension} dimensions). "
            f"Use that model on that engine (QA_MODEL, QA_ENGINE), or index into another data "
            f"folder with --data."
        )


RELEASE_COLUMNS = "r.id, r.title, r.published, r.body, r.publisher, r.url, r.category, r.language"
PERIOD_COLUMNS = "r.about_first, r.about_last, r.about_kind"


def to_row(release: Release) -> tuple[str | None, ...]:
    """The values of RELEASE_COLUMNS."""
    return (
        release.id,
        release.title,
        release.published.isoformat(),
        release.body,
        release.publisher,
        release.url,
        release.category,
        release.language,
    )


def to_release(row: Sequence[Any]) -> Release:
    """The release of RELEASE_COLUMNS. Raises LibraryDamaged where one of them can be no release's.

    Of other damage nothing is noticed here: see `qa.storage.faults`.
    """
    release_id, title, published, body, publisher, url, category, language = row
    for value in (release_id, title, body, publisher, language):
        if not isinstance(value, str):
            raise make_unread("text", value)
    return Release(
        id=release_id,
        title=title,
        published=to_day(published),
        body=body,
        publisher=publisher,
        url=url,
        category=category,
        language=language,
    )


def to_period(row: Sequence[Any]) -> Period | None:
    """The period of PERIOD_COLUMNS; None where there is none, or where they are damaged: all else
    that is asked of a release can be answered without."""
    first, last, kind = row
    try:
        return Period(date.fromisoformat(first), date.fromisoformat(last), Granularity(kind))
    except (TypeError, ValueError):
        return None


def to_stored_passage(row: Row, release: Release, about: Period | None) -> StoredPassage:
    """The passage of a row of its release's key, its own, ordinal, start, stop and analysis."""
    _, key, ordinal, start, stop, analysis = row
    passage = Passage(
        id=f"{release.id}:{ordinal}",
        release_id=release.id,
        ordinal=ordinal,
        start=start,
        end=stop,
        text=release.body[start:stop],
    )
    return StoredPassage(key, passage, release, about, analysis)


def read_generation(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT coalesce(max(generation), 0) FROM generations").fetchone()
    return int(row[0])


def read_stamp(connection: sqlite3.Connection) -> str | None:
    """What tells this state of the library from any other, one of the same generation too."""
    row = connection.execute(
        "SELECT stamp FROM generations ORDER BY generation DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])


def read_last_removal(connection: sqlite3.Connection) -> int:
    """The generation at which a release was last taken out; 0: never. Raises LibraryDamaged."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'last_removal'").fetchone()
    return 0 if row is None else to_number(row[0])


def read_encoder(connection: sqlite3.Connection) -> EncoderIdentity | None:
    """Whose vectors are held; None before there are any. Raises LibraryDamaged."""
    rows = dict(connection.execute("SELECT key, value FROM meta WHERE key LIKE 'encoder_%'"))
    if not rows:
        return None
    try:
        name, fingerprint = rows["encoder_name"], rows["encoder_fingerprint"]
        return EncoderIdentity(name, fingerprint, to_number(rows["encoder_dimension"]))
    except KeyError as error:
        raise LibraryDamaged(
            f"The library is damaged: {error} is missing from what is noted of its encoder. "
            f"{PUT_BACK}"
        ) from error


def read_rules(connection: sqlite3.Connection) -> str | None:
    """By which rules the passages held were cut and written; None before there are any."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'passages'").fetchone()
    return None if row is None else str(row[0])


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    check_application(connection, path)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if 0 < version < SCHEMA_VERSION:
        raise LibraryError(
            f"The library {path} has schema {version}, of an earlier version of the program; this "
            f"one reads {SCHEMA_VERSION}. Bring it up to date: qa rebuild. Or index anything into "
            f"it, the same releases again will do."
        )
    if version != SCHEMA_VERSION:
        raise LibraryError(
            f"The library {path} has schema {version}; this version of the program reads "
            f"{SCHEMA_VERSION}. Use the version that wrote it, or index into another data folder."
        )


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether a file has no tables, as where a process was killed that began to make them."""
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def check_application(connection: sqlite3.Connection, path: Path) -> None:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if application != APPLICATION_ID and is_empty(connection):
        raise LibraryError(
            f"The library {path} holds nothing yet: what began to make it was stopped. Make it: "
            f"qa add PATH --data {path.parent}, or qa restore FOLDER --data {path.parent}"
        )
    if application != APPLICATION_ID:
        raise LibraryError(
            f"{path} is a SQLite file, but not a library of releases. "
            f"Name another data folder with --data."
        )


def chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(values), _VARIABLES):
        yield values[start : start + _VARIABLES]


def marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
