"""What is not whole in a library's file: its structure, and what was noted of its rows.

All of it is read, row by row, so that a large library need not fit in memory.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from qa.storage.digests import (
    ANALYSIS_DIGEST,
    ENCODING_DIGEST,
    PASSAGE_DIGEST,
    PLACING_DIGEST,
    RELEASE_DIGEST,
    VERSION_DIGEST,
)
from qa.storage.moment import Moment
from qa.storage.schema import SCHEMA, Row, chunks, marks
from qa.storage.values import PUT_BACK


def find_faults(library: Moment) -> Iterator[str]:
    """What is wrong with the file, with what its rows say of each other, and with what they hold.

    Raises LibraryDamaged where the file is so damaged that it cannot be read on.
    """
    for [said] in library.query("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"The library {library.path} is damaged: {said}. {PUT_BACK}"
    for table, _, parent, _ in library.query("PRAGMA foreign_key_check"):
        yield f"A row of {table} in {library.path} refers to none in {parent}. {PUT_BACK}"
    if missing := _read_columns(library) ^ _find_columns():
        told = ", ".join(sorted(f"{table}.{column}" for table, column, *_ in missing))
        yield f"The tables of {library.path} are not as they were made: {told}. {PUT_BACK}"
    if library.encoder is not None and not _has_dimension(library, library.encoder.dimension):
        yield (
            f"The library {library.path} notes {library.encoder.dimension} dimensions for its "
            f"vectors, which have others. {PUT_BACK}"
        )
    for release_id in find_damaged_texts(library):
        yield (
            f"Release {release_id} is not as it was written. Add again what it came from, by "
            f"qa add, and it is whole again. If it then still is not, its id is what is damaged, "
            f"and it is held a second time; take it out (qa remove {release_id}). If what it came "
            f"from is gone: {PUT_BACK}"
        )
    for release_id, number in _find_damaged(
        library, "CAST(release_id AS BLOB), number", "versions", VERSION_DIGEST
    ):
        yield (
            f"Earlier version {number} of release {_show(release_id)} is not as it was written. "
            f"{PUT_BACK}"
        )
    for release_id, ordinals in find_damaged_passages(library).items():
        yield (
            f"Of release {release_id} these passages, or their vectors, tokens or analyses, are "
            f"not as they were written: {', '.join(map(str, ordinals))}. "
            f"Have them made anew from the text: qa rebuild"
        )
    for release_id in find_misplaced(library):
        yield (
            f"What is noted of release {release_id} besides its text is not as it was written: its "
            f"period, its series, how many passages it has or when it came in. Have it made anew "
            f"from the text: qa rebuild"
        )


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds a file whole, of whatever version of the program; rows are not read."""
    return connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]


_COLUMNS = (
    "SELECT m.name, c.name, upper(c.type), c.pk > 0 FROM sqlite_master m, pragma_table_info(m.name)"
    " c WHERE m.name NOT LIKE 'sqlite_%'"
)


def _read_columns(library: Moment) -> set[Row]:
    return set(library.query(_COLUMNS))


def _find_columns() -> set[Row]:
    """What `_read_columns` gives of a library that is as it should be."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        return set(connection.execute(_COLUMNS))


def _has_dimension(library: Moment, dimension: int) -> bool:
    """Whether the vectors are as long as is noted; so they are where there are none."""
    rows = library.query(
        "SELECT length(vector) FROM encodings JOIN encoding_digests ON encoding_key = key"
        f" WHERE digest IS {ENCODING_DIGEST} LIMIT 1"
    )
    return not rows or rows[0][0] == 4 * dimension


def find_damaged_texts(library: Moment) -> list[str]:
    """The ids of releases that are not as they were written."""
    damaged = _find_damaged(library, "CAST(id AS BLOB)", "releases", RELEASE_DIGEST)
    return [_show(release_id) for [release_id] in damaged]


def find_misplaced(library: Moment) -> list[str]:
    """The ids of releases of which what is noted besides their text is not as it was written."""
    damaged = _find_damaged(library, "CAST(id AS BLOB)", "releases", PLACING_DIGEST, "placing")
    return [_show(release_id) for [release_id] in damaged]


def find_damaged_passages(library: Moment) -> dict[str, list[int]]:
    """The ordinals of passages that are not as they were written, or their encodings or analyses,
    by the id of their release."""
    keys = {key for [key] in _find_damaged(library, "key", "passages", PASSAGE_DIGEST)}
    keys.update(key for [key] in _find_damaged(library, "passage_key", "analyses", ANALYSIS_DIGEST))
    noted = "encodings LEFT JOIN encoding_digests ON encoding_key = key"
    encodings = [key for [key] in _find_damaged(library, "key", noted, ENCODING_DIGEST)]
    for chunk in chunks(encodings):
        keys.update(
            key
            for [key] in library.query(
                f"SELECT key FROM passages WHERE encoding_key IN ({marks(chunk)})", chunk
            )
        )
    found: dict[str, list[int]] = {}
    for some in chunks(sorted(keys)):
        for release_id, ordinal in library.query(
            "SELECT CAST(r.id AS BLOB), p.ordinal FROM passages p JOIN releases r"
            f" ON r.key = p.release_key WHERE p.key IN ({marks(some)}) ORDER BY p.key",
            some,
        ):
            found.setdefault(_show(release_id), []).append(ordinal)
    return found


def _find_damaged(
    library: Moment, columns: str, rows: str, digest: str, noted: str = "digest"
) -> Iterator[Row]:
    """What names those rows that are not as they were written."""
    return library.stream(f"SELECT {columns} FROM {rows} WHERE {noted} IS NOT {digest}", ())


def _show(release_id: bytes | None) -> str:
    # Damaged text may be no text any more, and none at all.
    return "without an id" if release_id is None else release_id.decode(errors="replace")
