"""Digests of what is written, noted in the same transaction, by which damage is told later.

SQLite notices damage to the structure of its file, not to the text and the bytes in it. They are
16 bytes of BLAKE2b (RFC 7693), beside each row; those of encodings are in a table of their own, so
that noting them of a large library writes little.
"""

import hashlib
import sqlite3

from qa.records import Release
from qa.storage.schema import to_row

_SIZE = 16  # bytes


def digest(*values: str | bytes | int | None) -> bytes:
    """The digest of a row's values, 16 bytes; text and numbers count as SQLite casts them to bytes.

    >>> digest("1", None) == digest(1, None) == digest(b"1", None) != digest("1", "")
    True
    """
    hashed = hashlib.blake2b(digest_size=_SIZE)
    for value in values:
        content = value if isinstance(value, bytes) else str(value).encode()
        hashed.update(b"-" if value is None else b"%d:" % len(content) + content)
    return hashed.digest()


def digest_release(release: Release) -> bytes:
    """What `RELEASE_DIGEST` gives of its row."""
    return digest(*to_row(release))


def teach_digest(connection: sqlite3.Connection) -> None:
    """Let what is asked of a connection use the expressions below."""
    connection.create_function("digest", -1, digest, deterministic=True)


def _write_digest(*columns: str) -> str:
    # As bytes, or damaged text could not be given to a function.
    return f"digest({', '.join(f'CAST({column} AS BLOB)' for column in columns)})"


_CONTENT = ("title", "published", "body", "publisher", "url", "category", "language")

RELEASE_DIGEST = _write_digest("id", *_CONTENT)
PLACING_DIGEST = _write_digest(
    *("key", "indexed_at", "about_first", "about_last", "about_kind", "template", "series"),
    "(SELECT count(*) FROM passages WHERE release_key = releases.key)",
)
VERSION_TEXT_DIGEST = _write_digest("release_id", *_CONTENT)
VERSION_DIGEST = _write_digest("release_id", "number", *_CONTENT, "indexed_at", "replaced_at")
PASSAGE_DIGEST = _write_digest("release_key", "ordinal", "start", "stop", "encoding_key")
ANALYSIS_DIGEST = _write_digest("passage_key", "analysis")
ENCODING_DIGEST = _write_digest("key", "vector", "tokens")
"""The digest of a row, in SQL. That of what a release says is one, that of what is noted of it
besides another: when it came in, its period and series, and how many passages it has. That of a
version's text alone is what schemas 4 and 5 noted."""

IS_HELD = f"SELECT 1 FROM releases WHERE id = ? AND digest = ? AND digest = {RELEASE_DIGEST}"
"""Whether a release is held just as it is, and undamaged; of its id and its digest."""
